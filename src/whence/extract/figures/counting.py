"""Who counts, where a verb tells: "Police counted 20,000", "the union puts the dead at 12"."""

from whence.extract.numerals import NUMBER_WORDS, Tokens
from whence.lexicon import load_table

_TABLE = load_table("counting")
_COUNTS = frozenset(_TABLE["counts"])
_PUTS = frozenset(_TABLE["puts"])
_SPEAKS = frozenset(_TABLE["speaks"])
_GIVEN = frozenset(_TABLE["given"])
_LOOKS_BACK = frozenset(_TABLE["looks_back"])
_HAD = frozenset(_TABLE["had"])
_CHANGES = frozenset(_TABLE["changes"])
_PASSED = frozenset(("has", "have", "had", "now", "also", "still", "later", "since", "already",
                     "officially", "itself", "themselves", "initially", "first", "earlier",
                     "previously", "recently"))  # fmt: skip
_PRONOUNS = frozenset("he she it they we i you who which that this these those there".split())
_ENDS = frozenset((".", "!", "?", "\n", ";", ":", '"'))
_STOPS = frozenset(
    "and but or while although though because when where if as that than said says told".split()
)
_LEADS = frozenset("on in at by after before for from".split())
_ARTICLES = frozenset(("the", "a", "an", "its", "their"))
_BEFORE_SUBJECTS = _ENDS | frozenset((",", "and", "but", "while", "that", "(", "-"))
_BACK, _LOOK_BACK, _NAME, _CLAUSE = 14, 24, 9, 20


def find_counter(tokens: Tokens, first: int, stop: int, before: int) -> tuple[int, int] | None:
    """The tokens that name the counter of the number at ``first`` up to ``stop``.

    Looks no further back than token ``before``, the end of the number before it, for the verb; a
    pronoun, or a subject that a clause hides, gives nothing.
    """
    passive = _given_by(tokens, stop)
    if passive is not None:
        return passive
    for j in range(first - 1, max(before, first - _BACK) - 1, -1):
        word = tokens.word[j]
        if word in _ENDS or word in _STOPS:
            return None
        if _is_counting(tokens, j, first):
            return _subject(tokens, j)
    return None


def is_looked_back_at(tokens: Tokens, first: int) -> bool:
    """Whether the number at ``first`` is told as what the count was before."""
    start = first
    while start > max(0, first - _LOOK_BACK) and tokens.word[start - 1] not in _ENDS:
        start -= 1
    words = tokens.word[start:first]
    if words[-1:] == ["from"]:
        return bool(_CHANGES & set(words))
    if _LOOKS_BACK & set(words):
        return True
    return any(word == "had" and _HAD & set(words[k + 1 : k + 3]) for k, word in enumerate(words))


def _is_counting(tokens: Tokens, j: int, first: int) -> bool:
    """Whether the word at ``j`` tells of a counting whose result is the number at ``first``."""
    word = tokens.word[j]
    if word in _COUNTS:
        return tokens.at(j - 1) not in ("the", "a", "an", "its", "was", "were", "been", "are", "be")
    near = [tokens.word[k] for k in range(j + 1, first)]
    if word in _PUTS:
        return len(near) > 1 and ("at" in near[-2:] or "to" in near[-2:])
    return word in _SPEAKS and near[:1] == ["of"] and len(near) < 4


def _given_by(tokens: Tokens, stop: int) -> tuple[int, int] | None:
    """``the 1,000 given by the Rivers Trust``."""
    for j in range(stop, min(len(tokens) - 2, stop + 4)):
        if tokens.word[j] in _ENDS or tokens.word[j] == ",":
            return None
        if tokens.word[j] in _GIVEN and tokens.word[j + 1] == "by":
            return _name(tokens, j + 2)
    return None


def _name(tokens: Tokens, first: int) -> tuple[int, int] | None:
    stop = first
    while stop < min(len(tokens), first + _NAME) and _is_of_name(tokens, stop, stop > first):
        stop += 1
    while stop > first and tokens.word[stop - 1] in ("of", "the", "for", "'s"):
        stop -= 1
    return (first, stop) if stop > first and tokens.word[first] not in _PRONOUNS else None


def _is_of_name(tokens: Tokens, j: int, is_inner: bool) -> bool:
    word = tokens.word[j]
    if word in ("of", "for", "'s", "-", "'"):
        return is_inner
    return (
        word[0].isalpha()
        and word not in _STOPS
        and word not in _LEADS
        and word not in NUMBER_WORDS
        and word not in ("was", "were", "is", "are", "has", "have", "had")
    )


def _subject(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """The noun phrase before a verb, past its adverbs and a clause between commas."""
    stop = verb
    while stop > 0 and tokens.word[stop - 1] in _PASSED:
        stop -= 1
    if stop > 0 and tokens.word[stop - 1] == ",":
        stop = _before_clause(tokens, stop - 1)
    first = stop
    while first > max(0, stop - _NAME) and _is_of_name(tokens, first - 1, first < stop):
        first -= 1
    while first < stop and tokens.word[first] in ("of", "for", "'s", "-", "'"):
        first += 1
    if first > 0 and tokens.word[first - 1] in _LEADS:
        first = _past_lead(tokens, first, stop)
    elif first > 0 and tokens.word[first - 1] not in _BEFORE_SUBJECTS:
        return None
    if first >= stop or _PRONOUNS & set(tokens.word[first:stop]):
        return None
    return first, stop


def _past_lead(tokens: Tokens, first: int, stop: int) -> int:
    """Past ``On Monday afternoon`` to the article of the subject; ``stop`` if it has none."""
    for j in range(first, stop):
        if tokens.word[j] in _ARTICLES:
            return j
    return stop


def _before_clause(tokens: Tokens, comma: int) -> int:
    """Where the noun phrase ends that a clause between commas follows; ``comma`` if none does."""
    for j in range(comma - 1, max(0, comma - _CLAUSE), -1):
        if tokens.word[j] in _ENDS:
            return comma
        if tokens.word[j] == ",":
            return j
    return comma
