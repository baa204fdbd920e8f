"""The events that the time expressions of a report date."""

from bisect import bisect_left

from whence.extract.numerals import Tokens, find_tokens
from whence.lexicon import load_table
from whence.model import Event, Report, Span, Timex, TimexType, content_id

_TABLE = load_table("events")
_PAST: dict[str, str] = _TABLE["past"]
_NOUNS: dict[str, str] = _TABLE["nouns"]
_SAYING = frozenset(_TABLE["saying"]["words"])
_ENDS = frozenset((".", "!", "?", "\n", ";"))
_BREAKS = frozenset(
    ("that", "which", "who", "whom", "whose", "but", "while", "because", "although", "and")
)
_MODALS = frozenset(
    ("will", "would", "shall", "may", "might", "can", "could", "must", "should", "to")
)
_NOT_VERBS = frozenset(
    "need needed united hundred indeed speed feed seed red bed weed sacred naked aged "
    "crowded armed "
    "limited so-called alleged unnamed".split()
)
_BACK, _AHEAD, _OBJECT = 16, 14, 6


def find_events(
    report: Report, timexes: tuple[Timex, ...], *, tokens: Tokens | None = None
) -> tuple[Event, ...]:
    """What each dating expression dates: the verb of its clause with its object, or a noun.

    A noun right after the date comes first (``the 8 June leak``), then the nearest verb before it
    in the clause, then the first after it. An expression that dates no event found gives none.

    Args:
        report: Where to look.
        timexes: Its time expressions.
        tokens: Its tokens, if they are known already.
    """
    dating = [t for t in timexes if t.earliest and t.type in (TimexType.DATE, TimexType.TIME)]
    if not dating:
        return ()
    tokens = find_tokens(report.text) if tokens is None else tokens
    found: list[Event] = []
    for timex in dating:
        first = bisect_left(tokens.start, timex.span.start)
        stop = bisect_left(tokens.start, timex.span.end)
        event = _event(tokens, first, stop)
        if event is not None:
            span, lemma = event
            found.append(
                Event(
                    id=content_id("e", report.id, timex.id, span.start),
                    report=report.id,
                    span=span,
                    lemma=lemma,
                    timex=timex.id,
                )
            )
    return tuple(found)


def is_saying(lemma: str) -> bool:
    """Whether a lemma tells of a telling, or of nothing in particular."""
    return lemma in _SAYING


def _event(tokens: Tokens, first: int, stop: int) -> tuple[Span, str] | None:
    """Characters and lemma of the event that the tokens ``first`` up to ``stop`` date."""
    attributive = _noun(tokens, stop)
    if attributive and (tokens.at(first) in _ARTICLES or tokens.at(first - 1) in _ARTICLES):
        return attributive
    behind = _verb_behind(tokens, first)
    if behind is not None:
        return _with_object(tokens, behind, first)
    ahead = _verb_ahead(tokens, stop)
    if ahead is not None:
        return _with_object(tokens, ahead, None)
    return None


_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their", "of", "'s"))


def _noun(tokens: Tokens, stop: int) -> tuple[Span, str] | None:
    for j in (stop, stop + 1):
        lemma = _NOUNS.get(tokens.at(j))
        if lemma and tokens.at(stop) not in (",", ".", "-", "in", "on", "the", "a"):
            return tokens.span(stop, j + 1), lemma
    return None


def _verb_behind(tokens: Tokens, first: int) -> int | None:
    for j in range(first - 1, max(-1, first - _BACK - 1), -1):
        word = tokens.word[j]
        if word in _ENDS:
            return None
        if word in _BREAKS and j < first - 1 and word != "and":
            return None
        if verb_lemma(tokens, j):
            return j
    return None


def _verb_ahead(tokens: Tokens, stop: int) -> int | None:
    for j in range(stop, min(len(tokens), stop + _AHEAD)):
        if tokens.word[j] in _ENDS:
            return None
        if verb_lemma(tokens, j):
            return j
    return None


def verb_lemma(tokens: Tokens, j: int) -> str | None:
    """The base form of a verb that tells of something done; None where the token is none."""
    word = tokens.word[j]
    if word in _PAST:
        return _PAST[word]
    if len(word) > 4 and word.endswith("ed") and word not in _NOT_VERBS and word.isalpha():
        return None if tokens.at(j - 1) in _BEFORE_ADJECTIVES else _base(word)
    if tokens.is_capital(j) and not tokens.begins_sentence(j):
        return None  # "flew to Karsund"
    if tokens.at(j - 1) in _MODALS and word.isalpha() and len(word) > 2 and word not in _AFTER_TO:
        return word if word not in ("have", "be", "not") else None
    return None


_BEFORE_ADJECTIVES = frozenset(
    ("the", "a", "an", "of", "-", "its", "his", "her", "their", "more", "most", "some", "many")
)
_AFTER_TO = frozenset(
    "the this that his her its their our your about both each all some any one two three four five "
    "six seven eight nine ten more date and which whom what where how when least most also".split()
)


def _base(word: str) -> str:
    """``resigned`` resign, ``announced`` announce, ``stopped`` stop, ``carried`` carry."""
    cut = word[:-2]
    if cut.endswith("i"):
        return cut[:-1] + "y"
    if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lsz":
        return cut[:-1]
    if cut.endswith(("c", "v", "z", "u", "dg")) or (cut.endswith("s") and not cut.endswith("ss")):
        return cut + "e"
    if len(cut) > 4 and cut.endswith("at") and not cut.endswith("eat"):
        return cut + "e"
    return cut


def _with_object(tokens: Tokens, verb: int, limit: int | None) -> tuple[Span, str]:
    stop = verb + 1
    end = min(len(tokens), verb + 1 + _OBJECT, limit if limit is not None else len(tokens))
    while (
        stop < end and tokens.word[stop] not in _ENDS and tokens.word[stop] not in (",", '"', "(")
    ):
        stop += 1
    if limit is not None:
        while stop > verb + 1 and tokens.at(stop - 1) in (
            "on",
            "in",
            "at",
            "by",
            "since",
            "until",
            "the",
        ):
            stop -= 1
    lemma = verb_lemma(tokens, verb) or tokens.word[verb]
    return tokens.span(verb, stop), lemma
