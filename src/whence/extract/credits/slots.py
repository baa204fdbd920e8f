"""What the words round an outlet's name say: told, reported, cited, obtained, photo, or nothing."""

import re

from whence.extract.credits.names import Certainty, OutletName, is_outlet_word
from whence.lexicon import load_table
from whence.model import CreditKind, Span, Value
from whence.text import fold_marks

_WORDS = load_table("credits")
_KINDS = {
    "told": CreditKind.TOLD,
    "reported": CreditKind.REPORTED,
    "cited": CreditKind.CITED,
    "obtained": CreditKind.OBTAINED,
    "photo": CreditKind.PHOTO,
}
_BEFORE: dict[tuple[str, ...], CreditKind] = {
    tuple(phrase.split()): _KINDS[kind]
    for kind in ("reported", "cited", "told", "obtained", "photo")
    for phrase in _WORDS["before"][kind]
}
_INVERTED = frozenset(_WORDS["before"]["inverted"])
_AFTER: dict[str, CreditKind] = {
    verb: _KINDS[kind]
    for kind in ("reported", "cited", "told", "obtained")
    for verb in _WORDS["after"][kind]
}
_AFTER["spoke"] = _AFTER["interviewed"] = CreditKind.TOLD
_NOUNS = frozenset(_WORDS["after"]["nouns"])
_BETWEEN = frozenset(_WORDS["after"]["between"])
_MODIFIERS = frozenset(_WORDS["modifiers"])
_LONGEST = max(len(phrase) for phrase in _BEFORE)

_PIECE = re.compile(r"[\w@][\w'/.\-]{0,40}|[^\w\s]")
_WINDOW = 120
_STRICT_VERBS = frozenset(
    "report reports reported wrote writes quotes quoted quoting cites cited citing reveals "
    "published publishes learned learnt broke aired notes noted interviewed".split()
)
_STOPS = frozenset(".!?;:")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


class Slot(Value, frozen=True, kw_only=True):
    """A credit phrase round a name."""

    kind: CreditKind
    phrase: Span
    is_strong: bool
    """Whether the phrase alone makes a possible name an outlet."""


class _Piece(Value, frozen=True, kw_only=True):
    span: Span
    word: str


def find_slot(text: str, name: OutletName, block: Span) -> Slot | None:
    """The credit phrase round an outlet's name in its block; None where there is none."""
    left = _pieces(text, max(block.start, name.span.start - _WINDOW), name.span.start)
    right = _pieces(text, name.span.end, min(block.end, name.span.end + _WINDOW))
    slots = (
        _find_bracket(text, name, block),
        _find_before(left, right, name),
        _find_after(text, left, right, name),
        _find_inverted(left, right, name),
    )
    for slot in slots:
        if slot is not None and _fits(slot, name):
            return slot
    return None


def _fits(slot: Slot, name: OutletName) -> bool:
    if name.certainty is Certainty.SURE:
        return True
    return slot.is_strong or (name.certainty is Certainty.LIKELY)


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    folded = fold_marks(text[start:end])
    found = []
    for match in _PIECE.finditer(folded):
        word = match.group().rstrip(".'-/") or match.group()
        span = Span(start + match.start(), start + match.start() + len(word))
        found.append(_Piece(span=span, word=word))
        if len(word) < len(match.group()) and match.group()[len(word)] == ".":
            dot = Span(span.end, span.end + 1)
            found.append(_Piece(span=dot, word="."))
    return found


def _find_before(left: list[_Piece], right: list[_Piece], name: OutletName) -> Slot | None:
    """A phrase before the name, such as "according to a report in the"."""
    stop = len(left)
    outlet_word = False
    steps = 0
    while stop > 0 and steps < 9:
        hit = _phrase_at(left, stop)
        if hit is not None:
            kind, length = hit
            if kind is CreditKind.PHOTO and not _is_photo_line(left, stop - length, name):
                break
            if not _may_follow(left, stop, length, kind):
                break
            return Slot(
                kind=kind,
                phrase=Span(left[stop - length].span.start, name.span.end),
                is_strong=outlet_word or _is_strong_phrase(left[stop - length : stop]),
            )
        word = left[stop - 1].word
        if is_outlet_word(word.lower()):
            outlet_word = True
        elif not _is_modifier(word):
            break
        stop -= 1
        steps += 1
    return None


def _phrase_at(left: list[_Piece], stop: int) -> tuple[CreditKind, int] | None:
    for length in range(min(_LONGEST, stop), 0, -1):
        words = tuple(piece.word.lower() for piece in left[stop - length : stop])
        kind = _BEFORE.get(words)
        if kind is not None:
            return kind, length
    return None


def _is_strong_phrase(pieces: list[_Piece]) -> bool:
    words = " ".join(piece.word.lower() for piece in pieces)
    return "interview" in words or words.startswith(
        ("first reported", "h/t", "hat tip", "article", "report ")
    )


def _may_follow(left: list[_Piece], stop: int, length: int, kind: CreditKind) -> bool:
    """Whether the phrase is one here: "source" and "per" are only at the start of a line."""
    word = left[stop - 1].word.lower()
    if word in ("source", "sources", "per", "quote", "cite"):
        before = left[stop - length - 1].word if stop - length > 0 else ""
        return before in ("", "[", "(", "|", "as", ".", ":")
    return True


def _is_photo_line(left: list[_Piece], stop: int, name: OutletName) -> bool:
    return stop == 0 or left[stop - 1].word in '[(|:.—–-"' or name.is_known


def _is_modifier(word: str) -> bool:
    low = word.lower()
    if low in _MODIFIERS or low in (":", "'s"):
        return True
    return (
        word[0].isupper() and len(word) > 1 and (low.endswith(("'s", "s'")) or _is_adjective(low))
    ) or low.endswith(("-based", "-language", "-owned", "-run", "-funded"))


def _is_adjective(low: str) -> bool:
    """Whether a capitalised word may be a people's adjective before a name: British, Kurdish."""
    return (
        low.endswith(("ish", "ian", "ean", "ese", "can", "ch", "aqi", "eli", "ani", "adi", "man"))
        or low
        in (
            "u.s",
            "us",
            "uk",
            "u.k",
            "greek",
            "dutch",
            "swiss",
            "arab",
            "thai",
            "turkic",
            "yemeni",
            "emirati",
            "london",
            "moscow",
            "washington",
        )
        or low in _DAYS
    )


def _find_after(
    text: str, left: list[_Piece], right: list[_Piece], name: OutletName
) -> Slot | None:
    """A verb or noun after the name: "reported", "'s Jane Orr writes", "report"."""
    position = 0
    steps = 0
    possessive = text[name.span.end : name.span.end + 2].replace("’", "'") in ("'s", "' ")
    if possessive:
        position = 2 if len(right) > 1 and right[1].word == "s" else 1
    outlet_word = False
    negated = False
    capitals = 0
    while position < len(right) and steps < 9:
        piece = right[position]
        low = piece.word.lower()
        kind = _AFTER.get(low)
        if kind is not None and not (
            low == "first" and not _next_is(right, position, ("to", "reported"))
        ):
            if negated or (possessive and capitals == 0):
                return None
            return Slot(
                kind=kind,
                phrase=Span(_with_article(left, name), piece.span.end),
                is_strong=outlet_word
                or (low in ("reports", "quotes", "reported") and steps == 0 and not possessive),
            )
        if low in _NOUNS and capitals == 0:
            return (
                Slot(
                    kind=CreditKind.REPORTED
                    if _is_credit_noun(left, low, right, position)
                    else CreditKind.CITED,
                    phrase=Span(_with_article(left, name), piece.span.end),
                    is_strong=False,
                )
                if _is_credit_noun(left, low, right, position)
                else None
            )
        if low in ("not", "n't", "never"):
            negated = True
        elif (
            piece.word[0].isupper()
            and (possessive or name.certainty is Certainty.SURE)
            and capitals < 3
        ):
            capitals += 1
        elif (
            low == ","
            and position == 0
            and _next_is(right, position, ("citing", "quoting", "which", "who"))
        ):
            pass
        elif low not in _BETWEEN and low not in ("which", "who") and not low.endswith("ly"):
            return None
        if is_outlet_word(low):
            outlet_word = True
        position += 1
        steps += 1
    return None


def _next_is(right: list[_Piece], position: int, words: tuple[str, ...]) -> bool:
    return position + 1 < len(right) and right[position + 1].word.lower() in words


def _is_credit_noun(left: list[_Piece], noun: str, right: list[_Piece], position: int) -> bool:
    """Whether "Reuters report" is a credit: reports and interviews are, reporters need a verb."""
    if noun in (
        "report",
        "reports",
        "story",
        "article",
        "interview",
        "investigation",
        "exclusive",
        "account",
        "scoop",
        "dispatch",
        "tally",
        "count",
    ):
        return True
    window = [piece.word.lower() for piece in right[position + 1 : position + 6]]
    return any(word in _STRICT_VERBS or word in ("said", "says", "saw", "told") for word in window)


def _with_article(left: list[_Piece], name: OutletName) -> int:
    if left and left[-1].word.lower() == "the":
        return left[-1].span.start
    return name.span.start


def _find_inverted(left: list[_Piece], right: list[_Piece], name: OutletName) -> Slot | None:
    """A verb before the name where the clause ends after it: "…, reports the Mirror."."""
    stop = len(left)
    if stop and left[stop - 1].word.lower() == "the":
        stop -= 1
    if not stop or left[stop - 1].word.lower() not in _INVERTED:
        return None
    before = left[stop - 2].word if stop > 1 else ""
    after = right[0].word if right else "."
    closes = (
        after in '.,;:)]"'
        or after.lower() in ("on", "in", "that", "last", "'")
        or after.lower() in _DAYS
    )
    if before in ('"', ",", "'", ")", "]", "", ";", "-") and closes:
        return Slot(
            kind=CreditKind.REPORTED,
            phrase=Span(left[stop - 1].span.start, name.span.end),
            is_strong=False,
        )
    return None


def _find_bracket(text: str, name: OutletName, block: Span) -> Slot | None:
    """A name alone in square brackets, or in round ones at the end of its block: "[WSJ]"."""
    before = text[max(block.start, name.span.start - 1) : name.span.start]
    after = text[name.span.end : min(block.end, name.span.end + 1)]
    if before == "[" and after == "]" and name.certainty >= Certainty.LIKELY:
        return Slot(
            kind=CreditKind.CITED,
            phrase=Span(name.span.start - 1, name.span.end + 1),
            is_strong=True,
        )
    ends = not text[name.span.end + 1 : block.end].strip(" .")
    if before == "(" and after == ")" and ends and name.certainty is Certainty.SURE:
        opens = not text[block.start : name.span.start - 1].strip()
        return (
            None
            if opens
            else Slot(
                kind=CreditKind.CITED,
                phrase=Span(name.span.start - 1, name.span.end + 1),
                is_strong=True,
            )
        )
    return None
