"""Contents that say one thing in other words, and contents that say the opposite."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from whence.compare.speakers import Relation, Speakers
from whence.compare.statements.likeness import (
    Likeness,
    counts_differ,
    likeness,
    numbers_differ,
    repeats,
    says_the_opposite,
    says_the_same,
)
from whence.compare.statements.profiles import Profile, Rarity, is_opposite
from whence.compare.wording.units import Unit
from whence.text import (
    LEAST_CHANCE,
    Closeness,
    Meanings,
    Period,
    chance_of_one_thing,
    periods_differ,
)

MOST_CANDIDATES = 8
LONGEST_POSTING = 64
"""Contents listed under one stem; a stem that more share tells little."""


@dataclass(frozen=True, kw_only=True)
class Content:
    """A unit with what it says."""

    unit: Unit
    profile: Profile
    seed: int | None = None
    """Number of the cluster of quotations whose base it is; None for an unquoted content."""
    is_denied: bool = False
    """Whether its cue denies it."""
    periods: tuple[Period, ...] = ()
    """When what it tells is said to be."""
    reports: frozenset[str] = frozenset()
    """Which have just these words, behind their opening."""
    key: str = ""
    """By which its meaning is known."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two contents that share much, and how their speakers stand to each other."""

    a: Content
    b: Content
    found: Likeness
    relation: Relation


@dataclass(kw_only=True)
class Group:
    """Contents that say one thing."""

    members: list[Content] = field(default_factory=list)
    likeness: list[Likeness] = field(default_factory=list)
    """Of each member but the first with the member it was joined to."""


_Exact = tuple[tuple[str, ...], str | None, bool]


def _exactly(content: Content, speakers: Speakers) -> _Exact:
    """What contents of equal words and one speaker share."""
    unit = content.unit
    return unit.words.keys, speakers.voice(unit.speaker), content.is_denied


def _is_one_place(a: Unit, b: Unit) -> bool:
    """Whether two units are of one attribution, or of two that share their characters."""
    if a.attribution == b.attribution:
        return True
    return a.report == b.report and any(x.overlaps(y) for x in a.spans for y in b.spans)


class Contents:
    """Gathers contents one after the other; each is compared with a few that share rare stems."""

    def __init__(self, rarity: Rarity, speakers: Speakers, meanings: Meanings) -> None:
        self._rarity = rarity
        self._speakers = speakers
        self._meanings = meanings
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._entries: list[tuple[Content, int]] = []
        self._exact: dict[_Exact, int] = {}
        self.groups: list[Group] = []
        self.opposed: list[Pair] = []
        """Same matter, opposite polarity."""
        self.shared: list[Pair] = []
        """Same matter from different speakers."""
        self.comparisons = 0
        """How many pairs were compared: what the time goes into."""

    def add_seed(self, content: Content) -> None:
        """Puts in the base of a cluster of quotations as a group of its own."""
        self._compare(content)
        self._enter(content, self._open())

    def add(self, content: Content) -> None:
        """Puts an unquoted content into the group that says the same, or a new one."""
        same = self._exact.get(_exactly(content, self._speakers))
        if same is not None:
            self.groups[same].members.append(content)
            return
        best = self._compare(content)
        number = self._open() if best is None else best[0]
        if best is not None:
            self.groups[number].likeness.append(best[1])
        self._enter(content, number)

    def _compare(self, content: Content) -> tuple[int, Likeness] | None:
        """The group of the same speaker that says the same; what others say is noted."""
        best: tuple[int, Likeness] | None = None
        for other, number in self._candidates(content):
            self.comparisons += 1
            found = likeness(
                content.profile,
                other.profile,
                self._rarity,
                nearness=self._nearness(content, other),
            )
            relation = self._speakers.relation(content.unit.speaker, other.unit.speaker)
            pair = Pair(a=other, b=content, found=found, relation=relation)
            if is_opposite(content.profile, other.profile, self._rarity):
                denial = content.is_denied != other.is_denied
                if says_the_opposite(found, is_denial=denial):
                    self.opposed.append(pair)
            elif not self._is_same(pair) or self._is_told_beside(content, number):
                continue
            elif relation is Relation.DIFFERENT:
                self.shared.append(pair)
            elif best is None or found.weight > best[1].weight + 1e-9:
                best = number, found
        return best

    def _nearness(self, a: Content, b: Content) -> float:
        """How near two contents come in what they mean; 0 where that is not known of them."""
        return self._meanings.nearness(a.key, b.key)

    def _is_same(self, pair: Pair) -> bool:
        """Whether two contents of one polarity say one thing, by their words or their meaning."""
        if counts_differ(pair.a.profile, pair.b.profile):
            return False
        return says_the_same(pair.found, pair.relation) or self._means_the_same(pair)

    def _is_told_beside(self, content: Content, number: int) -> bool:
        """Whether one report tells a content beside what a group says: as two things, then."""
        return any(
            not other.reports.isdisjoint(content.reports)
            and not repeats(likeness(other.profile, content.profile, self._rarity))
            for other in islice(self.groups[number].members, MOST_CANDIDATES)
        )

    def _means_the_same(self, pair: Pair) -> bool:
        """Whether one speaker says one thing in words of which few are the same.

        Some words of matter must be common, and no number and no date may speak against it.
        Speakers who are or may be others need their own words.
        """
        a, b, found = pair.a, pair.b, pair.found
        if pair.relation not in (Relation.SAME, Relation.LIKELY) or not found.nearness:
            return False
        if not found.plain or periods_differ(a.periods, b.periods):
            return False
        if numbers_differ(a.profile, b.profile):
            return False
        close = Closeness(
            nearness=found.nearness,
            lighter=found.share_of_lighter,
            heavier=found.share_of_heavier,
            has_same_number=bool(found.numbers),
            is_one_voice=True,
        )
        return chance_of_one_thing(close) >= LEAST_CHANCE

    def _open(self) -> int:
        self.groups.append(Group())
        return len(self.groups) - 1

    def _enter(self, content: Content, number: int) -> None:
        self.groups[number].members.append(content)
        entry = len(self._entries)
        self._entries.append((content, number))
        if content.seed is None and len(content.unit.words) >= 4:
            self._exact.setdefault(_exactly(content, self._speakers), number)
        for stemmed in sorted(content.profile.stems):
            if len(self._postings[stemmed]) < LONGEST_POSTING:
                self._postings[stemmed].append(entry)

    def _candidates(self, content: Content) -> Iterable[tuple[Content, int]]:
        """The entries that share most, a few for each group, none of the same attribution."""
        votes: dict[int, float] = defaultdict(float)
        for stemmed in sorted(content.profile.stems):
            worth = self._rarity[stemmed]
            for entry in self._postings.get(stemmed, ()):
                votes[entry] += worth
        ranked = sorted(votes, key=lambda entry: (-round(votes[entry], 6), entry))
        seen: dict[int, int] = defaultdict(int)
        chosen: list[tuple[Content, int]] = []
        for entry in islice(ranked, 6 * MOST_CANDIDATES):
            other, number = self._entries[entry]
            if seen[number] >= 2 or _is_one_place(other.unit, content.unit):
                continue
            seen[number] += 1
            chosen.append((other, number))
            if len(chosen) == MOST_CANDIDATES:
                break
        return chosen


def group_contents(
    seeds: Sequence[Content],
    contents: Sequence[Content],
    rarity: Rarity,
    speakers: Speakers,
    meanings: Meanings,
) -> Contents:
    """All contents gathered: bases of quotations first, then what is told in other words."""
    gathering = Contents(rarity, speakers, meanings)
    for seed in seeds:
        gathering.add_seed(seed)
    for content in sorted(contents, key=_fullest_first):
        gathering.add(content)
    return gathering


def _fullest_first(content: Content) -> tuple[bool, int, str, int]:
    unit = content.unit
    return unit.is_headline, -len(content.profile.stems), unit.report, unit.order
