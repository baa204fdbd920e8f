"""Which words of a sentence its negations reach, clause by clause."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import Final

from whence.lexicon.stems import is_content
from whence.lexicon.tables import load_table

_TABLE: Final = load_table("negation")
_NEGATORS: Final = frozenset(load_table("meaning")["negators"]) - frozenset(_TABLE["open"])
_NO_NEGATION: Final = frozenset(tuple(phrase.split()) for phrase in _TABLE["no_negation"])
_TURNING: Final = frozenset(tuple(phrase.split()) for phrase in _TABLE["turning"])
_WITHOUT: Final = frozenset(tuple(phrase.split()) for phrase in _TABLE["without"])
_PRIVATIVE: Final = frozenset(_TABLE["privative"])
_LONGEST: Final = max(map(len, _NO_NEGATION | _TURNING | _WITHOUT))
_HANGING: Final = frozenset(_TABLE["hanging"])
_ANY: Final = frozenset(_TABLE["any"])
_BOUND: Final = frozenset({"who", "which"})
_OPENERS: Final = _HANGING.union(_TABLE["joining"], _TABLE["relative"])


class Reach(IntEnum):
    """How a word stands to the negations of its sentence."""

    NONE = 0
    BEFORE = 1
    """Left of one in its clause: "the wall" in "the wall did not break"."""
    UNDER = 2
    """Right of one in its clause, or in a clause that hangs on it."""

    @property
    def is_negative(self) -> bool:
        """Whether its clause is negated."""
        return self is not Reach.NONE

    def turned(self) -> "Reach":
        """How the word stands where the whole is denied."""
        return Reach.UNDER if self is Reach.NONE else Reach.NONE


def find_reach(words: Sequence[str], breaks: Iterable[int] = ()) -> tuple[Reach, ...]:
    """For each word whether a negation reaches it.

    A negation reaches its own clause and the clauses that hang on it ("no sign that the bag was
    opened"), neither what a relative clause belongs to ("ballots that were never counted") nor
    what is joined on ("no alert came and the house burned"). Two in one clause cancel out ("at no
    time unsafe"), and so do two of which one hangs on the other ("no guard who did not run"), but
    not where the first is said of somebody ("did not meet the guard who did not run").

    Args:
        words: The words of a sentence, folded; "n't" is ``not``, or the end of its verb.
        breaks: Numbers of the words before which a mark ends a clause.
    """
    ends = frozenset(breaks)
    idle = _list_idle(words)
    negating = [
        number not in idle and (_is_negator(word) or _begins(words, number, _TURNING))
        for number, word in enumerate(words)
    ]
    found: list[Reach] = []
    before = 0  # where the clause before begins
    for start, end in _list_clauses(words, ends, idle):
        is_under = start not in ends and bool(found) and found[-1] is Reach.UNDER
        carried = is_under and words[start] in _HANGING
        is_bound = words[start] == "that" or (
            words[start] in _BOUND and not _ANY.isdisjoint(words[before:start])
        )
        if is_under and is_bound and sum(negating[start:end]) % 2:
            found[before:] = [Reach.NONE] * (start - before)
            found += [Reach.NONE] * (end - start)
        else:
            found += _reach_in_clause(words[start:end], negating[start:end], carried=carried)
        before = start
    return tuple(found)


def is_turned(pairs: Iterable[tuple[float, Reach, Reach]]) -> bool:
    """Whether two contents differ in polarity, by the words that both have.

    What stands under a negation in one must be negated in the other. Where no common word stands
    under one, a word before it decides: its clause is denied, and the other's is not.

    Args:
        pairs: For each common word what it tells, and its reach in the one and in the other.
    """
    votes = 0.0
    is_under = is_parted = False
    for weight, a, b in pairs:
        differs = a.is_negative != b.is_negative
        is_parted = is_parted or differs
        if Reach.UNDER in (a, b):
            is_under = True
            votes += weight if differs else -weight
    return votes > 0 if is_under else is_parted


def _begins(words: Sequence[str], start: int, phrases: frozenset[tuple[str, ...]]) -> bool:
    """Whether one of some phrases begins at a word."""
    return any(tuple(words[start : start + size]) in phrases for size in range(1, _LONGEST + 1))


def _is_negator(word: str) -> bool:
    return word in _NEGATORS or word.endswith("n't")


def _is_privative(words: Sequence[str], number: int) -> bool:
    """Whether a word of lack is what is said: "never unsafe", and not "no unsafe bridge"."""
    following = words[number + 1 : number + 2]
    return words[number] in _PRIVATIVE and not any(is_content(word) for word in following)


def _list_idle(words: Sequence[str]) -> frozenset[int]:
    """Numbers of words in phrases that only look like a negation: "nothing but rain"."""
    idle: set[int] = set()
    for number, word in enumerate(words):
        if word in _NEGATORS:
            for size in range(2, _LONGEST + 1):
                if tuple(words[number : number + size]) in _NO_NEGATION:
                    idle |= set(range(number, number + size))
    return frozenset(idle)


def _list_clauses(
    words: Sequence[str], ends: frozenset[int], idle: frozenset[int]
) -> list[tuple[int, int]]:
    """First and last + 1 of the words of each clause."""
    starts = [
        number
        for number, word in enumerate(words)
        if number == 0 or number in ends or (word in _OPENERS and number not in idle)
    ]
    return list(pairwise([*starts, len(words)]))


def _reach_in_clause(
    words: Sequence[str], negating: Sequence[bool], *, carried: bool
) -> list[Reach]:
    """How each word of a clause stands; ``carried`` is a negation that the clause hangs on."""
    first = negating.index(True) if any(negating) else len(words)
    turns = sum(negating) + any(_is_privative(words, n) for n in range(first, len(words)))
    is_negative = (turns % 2 == 1) != carried
    if not is_negative:
        reaches = [Reach.NONE] * len(words)
    elif carried:
        reaches = [Reach.UNDER] * len(words)
    else:
        reaches = [Reach.BEFORE if n < first else Reach.UNDER for n in range(len(words))]
    without = next((n for n in range(len(words)) if _begins(words, n, _WITHOUT)), len(words))
    return reaches[:without] + [reach.turned() for reach in reaches[without:]]
