"""What a content says, as far as words tell: stems, numbers, names, polarity."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import fsum, log

from whence.compare.wording.folding import number_value
from whence.compare.wording.meaning import HEDGES, NEGATORS
from whence.compare.wording.weights import is_content
from whence.compare.wording.words import Words
from whence.lexicon.concepts import concept, unfold_phrases
from whence.lexicon.negation import Reach, find_reach, is_turned
from whence.model import Value

_POLAR = NEGATORS | HEDGES
_ENDS_CLAUSE = frozenset(",;:.!?—–()")


class Profile(Value, frozen=True, kw_only=True):
    """A content by what it says."""

    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    """Stems that stand next to each other, words of grammar left out."""
    numbers: frozenset[str]
    counts: frozenset[tuple[str, str]]
    """Each number with the stem of what follows it: what is counted."""
    names: frozenset[str]
    reach: dict[str, Reach]
    """Stem → how it stands to the negations, or to a cue that denies; of several the first."""
    length: int
    """In words."""
    forms: dict[str, str] = {}
    """Stem → the word it stands for here, the first of several."""


def profile(words: Words, text: str, *, is_denied: bool = False) -> Profile:
    """The profile of some words of a text.

    Args:
        words: The words.
        text: The text they stand in.
        is_denied: Whether the cue denies them, which turns their polarity.
    """
    concepts: list[str] = []
    numbers: set[str] = set()
    names: set[str] = set()
    forms: dict[str, str] = {}
    reach: dict[str, Reach] = {}
    reaches = find_reach(words.keys, _breaks(words, text))
    keys = unfold_phrases(words.keys)
    for key, span, how in zip(keys, words.spans, reaches, strict=True):
        if number_value(key) is not None:
            numbers.add(key)
        if not is_content(key) or key in _POLAR:
            continue
        concepts.append(concept(key))
        forms.setdefault(concepts[-1], key)
        reach.setdefault(concepts[-1], how.turned() if is_denied else how)
        if text[span.start].isupper() and span.start and not _begins(text, span.start):
            names.add(concepts[-1])
    if 2 * len(names) > len(set(concepts)):
        names.clear()  # a headline in capitals: they tell nothing
    pairs = frozenset(pairwise(concepts))
    return Profile(
        stems=frozenset(concepts),
        pairs=pairs,
        numbers=frozenset(numbers),
        counts=frozenset((a, b) for a, b in pairs if a in numbers),
        names=frozenset(names),
        reach=reach,
        length=len(words),
        forms=forms,
    )


def _breaks(words: Words, text: str) -> Iterator[int]:
    """Numbers of the words before which a mark ends a clause."""
    for number, (before, after) in enumerate(pairwise(words.spans), start=1):
        if not _ENDS_CLAUSE.isdisjoint(text[before.end : after.start]):
            yield number


def _begins(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" \"'“‘«([")
    return not before or before[-1] in ".!?:\n\r"


def is_opposite(a: Profile, b: Profile, rarity: "Rarity") -> bool:
    """Whether what both speak of is negated in one of them and not in the other."""
    return is_turned(
        (rarity[stemmed], a.reach[stemmed], b.reach[stemmed])
        for stemmed in sorted(a.stems & b.stems)
    )


class Rarity:
    """How much a stem tells in this story: near 0 where every statement has it, 1 where one has."""

    def __init__(self, contents: Iterable[frozenset[str]]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for stems in contents:
            total += 1
            counts.update(stems)
        scale = log(total + 2)
        self._weights: Mapping[str, float] = {
            stemmed: max(0.1, 1.0 - log(count + 1) / scale) for stemmed, count in counts.items()
        }
        self._unseen = 1.0

    def __getitem__(self, stemmed: str) -> float:
        """0.1 to 1."""
        return self._weights.get(stemmed, self._unseen)

    def total(self, stems: Iterable[str]) -> float:
        """The weight of some stems together; their order does not matter."""
        weights = self._weights
        return fsum(weights.get(stemmed, self._unseen) for stemmed in stems)
