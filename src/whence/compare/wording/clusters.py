"""Quoted units that are wordings of one thing, found by shared rare words, never pair by pair."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from whence.compare.speakers import NEAREST_FIRST, Relation, Speakers
from whence.compare.wording.matching import Match, match
from whence.compare.wording.units import Texts, Unit
from whence.compare.wording.weights import Weights, is_content
from whence.compare.wording.words import has_ellipsis

MOST_CANDIDATES = 5
"""Wordings that one is aligned with; more gave the same groups on the rumours looked at."""
SHORTEST_RUN = 24
"""Characters; contents of one length, at least this, that share a short sentence are one."""
SAME_REPORT = 0.85
"""Of the lighter wording's weight that a second wording in one report must share."""
LONGEST_POSTING = 48
"""Wordings listed under one run of words; a run that more share tells nothing."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """One sequence of words and every unit that prints it."""

    keys: tuple[str, ...]
    units: tuple[Unit, ...]
    has_gap: bool
    """An ellipsis stands among the words."""

    @property
    def reports(self) -> int:
        """How many reports print it."""
        return len({unit.report for unit in self.units})


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Some words of a unit: all of them, or those that belong to one sentence of the base."""

    unit: Unit
    first: int
    last: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its words."""
        return self.unit.words.keys[self.first : self.last]

    @property
    def is_whole(self) -> bool:
        """Whether it is all of its unit."""
        return self.first == 0 and self.last == len(self.unit.words)


@dataclass(kw_only=True)
class Cluster:
    """Wordings of one unit while they are gathered."""

    number: int
    pieces: list[Piece] = field(default_factory=list)
    voices: set[str | None] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)


class Clusters:
    """Gathers forms one after the other; each is compared with a few that share rare words."""

    def __init__(self, weights: Weights, speakers: Speakers) -> None:
        self._weights = weights
        self._speakers = speakers
        self._postings: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._entries: list[tuple[tuple[str, ...], int]] = []
        self.clusters: list[Cluster] = []
        self.alignments = 0
        """How many times two wordings were aligned: what the time goes into."""

    def add(self, form: Form) -> None:
        """Puts a form into the cluster it belongs to, or several, or a new one."""
        self._place(form, 0, len(form.keys), frozenset())

    def _place(self, form: Form, first: int, last: int, closed: frozenset[int]) -> None:
        keys = form.keys[first:last]
        found = self._best(keys, form.units, closed)
        if found is None:
            self._join(self._open(), form, first, last)
            return
        number, matched = found
        cut_from, cut_to = matched.variant_span
        before = self._left_over(form, first, first + cut_from, closed | {number})
        after = self._left_over(form, first + cut_to, last, closed | {number})
        start = first + cut_from if before else first
        end = first + cut_to if after else last
        keys = form.keys
        self._join(
            self.clusters[number],
            form,
            _after_links(keys, start, end) if before else start,
            _before_links(keys, start, end) if after else end,
        )
        if before:
            self._place(form, first, _before_links(keys, first, start), closed | {number})
        if after:
            self._place(form, _after_links(keys, end, last), last, closed | {number})

    def _left_over(self, form: Form, first: int, last: int, closed: frozenset[int]) -> bool:
        """Whether the words beside a match are a unit of their own, known from elsewhere."""
        keys = form.keys[first:last]
        if len(keys) < 3 or sum(map(is_content, keys)) < 1:
            return False
        found = self._best(keys, form.units, closed)
        return found is not None and (found[1].longest >= 3 or len(keys) == found[1].longest)

    def _open(self) -> Cluster:
        self.clusters.append(Cluster(number=len(self.clusters)))
        return self.clusters[-1]

    def _join(self, cluster: Cluster, form: Form, first: int, last: int) -> None:
        keys = form.keys[first:last]
        for unit in form.units:
            cluster.pieces.append(Piece(unit=unit, first=first, last=last))
            cluster.voices.add(unit.speaker)
            cluster.reports.add(unit.report)
        entry = len(self._entries)
        self._entries.append((keys, cluster.number))
        for gram in sorted(set(grams(keys))):
            if len(self._postings[gram]) < LONGEST_POSTING:
                self._postings[gram].append(entry)

    def _best(
        self, keys: tuple[str, ...], units: Sequence[Unit], closed: frozenset[int]
    ) -> tuple[int, Match] | None:
        best: tuple[float, int, Match] | None = None
        reports = {unit.report for unit in units}
        for entry, number in self._candidates(keys, closed):
            self.alignments += 1
            matched = match(self._entries[entry][0], keys, self._weights)
            cluster = self.clusters[number]
            relation = self._relation(units, cluster)
            near = len(keys) < 4 and _shares_context(units, cluster)
            if not is_same_unit(self._entries[entry][0], keys, matched, relation, in_context=near):
                continue
            if matched.share < SAME_REPORT and not cluster.reports.isdisjoint(reports):
                continue  # one report prints both: two sentences that share words
            if best is None or matched.weight > best[0] + 1e-9:
                best = (matched.weight, number, matched)
        return None if best is None else (best[1], best[2])

    def _candidates(
        self, keys: tuple[str, ...], closed: frozenset[int]
    ) -> Iterable[tuple[int, int]]:
        """The entries that share most, at most one for each cluster."""
        votes: dict[int, float] = defaultdict(float)
        for gram in sorted(set(grams(keys))):
            worth = sum(self._weights[key] for key in gram)
            for entry in self._postings.get(gram, ()):
                votes[entry] += worth
        ranked = sorted(votes, key=lambda entry: (-round(votes[entry], 6), entry))
        seen: set[int] = set(closed)
        chosen: list[tuple[int, int]] = []
        for entry in islice(ranked, 8 * MOST_CANDIDATES):
            number = self._entries[entry][1]
            if number not in seen:
                seen.add(number)
                chosen.append((entry, number))
                if len(chosen) == MOST_CANDIDATES:
                    break
        return chosen

    def _relation(self, units: Sequence[Unit], cluster: Cluster) -> Relation:
        """The nearest relation of any speaker of the units with any of the cluster."""
        voices = sorted(cluster.voices, key=str)[:8]
        speakers = sorted({unit.speaker for unit in units}, key=str)[:8]
        found = {self._speakers.relation(one, other) for one in speakers for other in voices}
        return next(relation for relation in NEAREST_FIRST if relation in found)


_LINKS = frozenset(("and", "but", "or", "so", "then"))
"""Words that tie one sentence to the next; at a cut they belong to neither."""


def _after_links(keys: Sequence[str], first: int, last: int) -> int:
    while first + 1 < last and keys[first] in _LINKS:
        first += 1
    return first


def _before_links(keys: Sequence[str], first: int, last: int) -> int:
    while last - 1 > first and keys[last - 1] in _LINKS:
        last -= 1
    return last


def _shares_context(units: Sequence[Unit], cluster: Cluster) -> bool:
    """Whether the contents round two fragments have two more words of matter in common."""
    ours = {key for unit in units[:4] for key in unit.context}
    for piece in cluster.pieces[:8]:
        inside = set(piece.unit.words.keys)
        if len((ours & piece.unit.context) - inside) >= 2:
            return True
    return False


def grams(keys: Sequence[str]) -> list[tuple[str, ...]]:
    """What a wording is looked up by: its words of matter, and runs of three words."""
    single = [(key,) for key in keys if is_content(key)]
    runs = [tuple(keys[n : n + 3]) for n in range(len(keys) - 2)]
    return single + runs if single or runs else [tuple(keys)]


def is_same_unit(
    base: Sequence[str],
    variant: Sequence[str],
    found: Match,
    relation: Relation,
    *,
    in_context: bool = False,
) -> bool:
    """Whether two quoted wordings are one utterance's: shared words in plenty, speaker agreeing.

    A word or two lifted out of a sentence belong to it only if the speaker is known to be the
    same, or the sentences they are lifted into agree (``in_context``); other speakers' words only
    if they are the same words at length.
    """
    shorter = min(len(base), len(variant))
    whole = found.longest == shorter
    if relation is Relation.DIFFERENT:
        return found.longest >= 6 and found.content >= 3 and found.share >= 0.75
    if relation is Relation.OPEN:
        if shorter < 4:
            return whole and (found.content >= 2 or in_context)
        return (
            (whole and found.content >= 2)
            or (found.longest >= 5 and found.content >= 2 and found.share >= 0.7)
            or (found.longest >= 4 and found.content >= 3 and found.share >= 0.6)
            or (found.longest >= 7 and found.content >= 3)
        )
    if shorter < 7 and found.content >= 1 and found.share >= (0.6 if shorter < 4 else 0.75):
        return whole or found.longest >= 2 or found.content >= 2
    return (
        (whole and found.content >= 1)
        or (found.longest >= 3 and found.content >= 2 and found.share >= 0.5 and found.run >= 2)
        or (found.longest >= 6 and found.content >= 3)
    )


def gather(
    units: Sequence[Unit], weights: Weights, speakers: Speakers, texts: Texts
) -> list[Cluster]:
    """Quoted units in clusters, one for each unit of an utterance."""
    gathering = Clusters(weights, speakers)
    for form in gather_forms(units, texts):
        gathering.add(form)
    return gathering.clusters


def gather_forms(units: Iterable[Unit], texts: Texts) -> list[Form]:
    """The forms of some units, in the order in which they are best gathered.

    Forms without an ellipsis come first, then those that most reports print, then the longest:
    so a sentence is there before its cuttings, and before two sentences run together. Short
    sentences are one form only of one speaker, or as parts of contents of one length.
    """
    groups: dict[tuple[tuple[str, ...], str | int | None], list[Unit]] = defaultdict(list)
    for unit in units:
        owner: str | int | None = None
        if len(unit.words) < 5:
            owner = unit.claims if _is_part(unit) else unit.speaker
        groups[(unit.words.keys, owner)].append(unit)
    forms = [
        Form(
            keys=keys,
            units=tuple(sorted(group, key=lambda unit: (unit.report, unit.spans))),
            has_gap=any(_has_gap(unit, texts.text(unit.report)) for unit in group),
        )
        for (keys, _), group in groups.items()
    ]
    return sorted(
        forms,
        key=lambda f: (f.has_gap, -f.reports, -len(f.keys), f.keys, f.units[0].report),
    )


def _is_part(unit: Unit) -> bool:
    """Whether a unit is a short sentence of a longer content."""
    own = unit.spans[-1].end - unit.spans[0].start
    return unit.claims >= max(SHORTEST_RUN, own + own // 2)


def _has_gap(unit: Unit, text: str) -> bool:
    spans = unit.words.spans
    return any(
        has_ellipsis(text[before.end : after.start])
        for before, after in pairwise(spans)
        if 3 <= after.start - before.end <= 12
    )
