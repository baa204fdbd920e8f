"""Whether one sentence bears out another, in the light of all that the story says."""

import re
from collections import Counter, defaultdict
from math import log

from whence.derive.material import Material
from whence.derive.origins.sayings import Saying
from whence.derive.origins.shared_words import FEWEST, WHOLE, Common, shares_enough
from whence.derive.origins.voices import is_same_voice
from whence.lexicon.negation import is_turned
from whence.model import Relation
from whence.text import (
    LEAST_CHANCE,
    Closeness,
    Meanings,
    chance_of_one_thing,
    periods_differ,
)

_YEAR = re.compile(r"(?:19|20)\d\d")
_SAME_RUNS = 0.8
"""Share of its runs of four words by which a sentence stands word for word in the other."""
_ONE_NUMBER = frozenset({Relation.AGREE, Relation.ROUNDED})


class Judge:
    """Says whether one sentence bears out another."""

    def __init__(self, material: Material, sayings: list[Saying]) -> None:
        self._material = material
        self._rarity = _weigh(sayings)
        self._meanings = Meanings({saying.key: saying.meaning for saying in sayings})
        self._counting = _list_counting(material)
        self.fewest = 1 if self._meanings else FEWEST
        """Shared words and runs below which two sentences are not compared."""

    def nearness(self, a: Saying, b: Saying) -> float:
        """How near two sentences come in what they mean; 0 where that is not known."""
        return self._meanings.nearness(a.key, b.key)

    def pick_pair(self, mine: list[Saying], theirs: list[Saying]) -> tuple[Saying, Saying] | None:
        """The first sentence of one attribution that one of another bears out, and that one."""
        for a in mine:
            for b in theirs:
                if self.bears_out(a, b):
                    return a, b
        return None

    def compare(self, a: Saying, b: Saying) -> Common:
        """What two sentences have in common, weighed."""
        mine = tuple(key for key in a.order if not a.concepts[key].isdisjoint(b.touched))
        theirs = tuple(key for key in b.order if not b.concepts[key].isdisjoint(a.touched))
        ours, yours = self._total(a, mine, b.touched), self._total(b, theirs, a.touched)
        return Common(
            keys=mine,
            count=min(len(mine), len(theirs)),
            weight=min(ours, yours),
            covered=self._share(a, mine, ours),
            focus=self._share(b, theirs, yours),
            is_named_only=a.names.issuperset(mine) or b.names.issuperset(theirs),
        )

    def _share(self, saying: Saying, keys: tuple[str, ...], weight: float) -> float:
        """Share of a sentence that what it has in common is, spare things left out."""
        left = tuple(k for k in saying.order if k not in keys and k not in saying.spare)
        return weight / ((weight + self._total(saying, left, saying.touched)) or 1)

    def _total(self, saying: Saying, keys: tuple[str, ...], by: frozenset[str]) -> float:
        return sum(self._weight(saying, key, by) for key in keys)

    def _weight(self, saying: Saying, key: str, by: frozenset[str]) -> float:
        """What a thing spoken of tells: as much as what it is matched by."""
        return max(self._rarity[concept] for concept in saying.concepts[key] & by)

    def bears_out(self, a: Saying, b: Saying) -> bool:
        """Whether ``b`` says what ``a`` says."""
        return self._says_the_same(a, b) and not self.is_barred(a, b)

    def is_barred(self, a: Saying, b: Saying) -> bool:
        """Whether numbers or a negation speak against their saying one thing."""
        if not self._is_counted(a, b) and _numbers_differ(a.numbers, b.numbers):
            return True
        return self._is_turned(a, b)

    def _is_counted(self, a: Saying, b: Saying) -> bool:
        """Whether they give one measure the same number."""
        return b.attribution in self._counting.get(a.attribution, ())

    def _says_the_same(self, a: Saying, b: Saying) -> bool:
        """Whether they share enough, whatever is denied."""
        if a.touched.isdisjoint(b.touched):
            return False
        if len(a.runs) >= FEWEST and len(a.runs & b.runs) >= _SAME_RUNS * len(a.runs):
            return True
        if periods_differ(a.periods, b.periods):
            return False
        common = self.compare(a, b)
        if not common.count or common.is_named_only:
            return False
        close = self._closeness(a, b, common)
        if close is None:
            is_one_voice = a.voice is not None and a.voice == b.voice
            is_counted = self._is_counted(a, b)
            return shares_enough(common, is_one_voice=is_one_voice, is_counted=is_counted)
        if common.count < FEWEST and not close.is_one_voice and close.heavier < WHOLE:
            return False
        return chance_of_one_thing(close) >= LEAST_CHANCE

    def _is_turned(self, a: Saying, b: Saying) -> bool:
        """Whether what both speak of is negated in one of them and not in the other."""
        pairs = (
            (mine, theirs)
            for mine in a.order
            for theirs in b.order
            if not a.concepts[mine].isdisjoint(b.concepts[theirs])
        )
        return is_turned((self._weight(a, i, b.touched), a.reach[i], b.reach[k]) for i, k in pairs)

    def closeness(self, a: Saying, b: Saying) -> Closeness | None:
        """How close two sentences come; None where it is not known what they mean."""
        return self._closeness(a, b, self.compare(a, b))

    def _closeness(self, a: Saying, b: Saying, common: Common) -> Closeness | None:
        nearness = self.nearness(a, b)
        if not nearness:
            return None
        return Closeness(
            nearness=nearness,
            lighter=max(common.covered, common.focus),
            heavier=min(common.covered, common.focus),
            has_same_number=bool(a.numbers) and a.numbers == b.numbers,
            is_one_voice=self._is_one_voice(a.voice, b.voice),
        )

    def _is_one_voice(self, a: str | None, b: str | None) -> bool:
        return a is not None and b is not None and is_same_voice(self._material, a, b)


def _weigh(sayings: list[Saying]) -> dict[str, float]:
    """How much each thing spoken of tells: near 1 where few statements have it."""
    counts: Counter[str] = Counter()
    statements: dict[str, set[str]] = defaultdict(set)
    for saying in sayings:
        statements[saying.statement] |= saying.touched
    for touched in statements.values():
        counts.update(touched)
    scale = log(len(statements) + 2)
    return {concept: max(0.1, 1.0 - log(count) / scale) for concept, count in counts.items()}


def _list_counting(material: Material) -> dict[str, set[str]]:
    """Attribution → attributions that give one measure the same number."""
    found: dict[str, set[str]] = defaultdict(set)
    for measure in material.comparison.measures:
        for relation in measure.relations:
            if relation.relation not in _ONE_NUMBER:
                continue
            a, b = material.figures.get(relation.a), material.figures.get(relation.b)
            if a is None or b is None or a.attribution is None or b.attribution is None:
                continue
            found[a.attribution].add(b.attribution)
            found[b.attribution].add(a.attribution)
    return dict(found)


def _numbers_differ(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both give numbers and none agrees; a year is compared with years alone."""
    for years in (True, False):
        ours = {number for number in a if bool(_YEAR.fullmatch(number)) is years}
        theirs = {number for number in b if bool(_YEAR.fullmatch(number)) is years}
        if ours and theirs and not ours & theirs:
            return True
    return False
