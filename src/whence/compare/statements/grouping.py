"""Attributions that say one thing, over all reports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from whence.compare.statements.contents import Pair
from whence.compare.statements.likeness import tell_likeness
from whence.compare.wording.units import Texts
from whence.model import (
    Alignment,
    Attribution,
    Edit,
    Evidence,
    Extraction,
    Judgement,
    Member,
    Resolution,
    Spans,
    Statement,
    Variation,
    Wording,
    content_id,
    overlap,
    surface,
)

SMALLEST_SHARE = 0.34
"""Of the shorter content that two attributions must share to say one thing."""


def is_flipped(wording: Wording) -> bool:
    """Whether a wording says the opposite of its base: a negation lost or gained."""
    return Variation.MEANING_CHANGED in wording.variations and any(
        is_flip(edit) for edit in wording.edits
    )


def is_flip(edit: Edit) -> bool:
    """Whether an edit turns a statement into its opposite."""
    return edit.reason.startswith("negation") or " turned into " in edit.reason


class Groups:
    """Attributions joined one pair after the other, with why."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self.attributions = {a.id: a for a in attributions}
        self._root = {key: key for key in self.attributions}
        self._evidence: dict[str, list[Evidence]] = defaultdict(list)

    def find(self, key: str) -> str:
        """The attribution that stands for the group of another one."""
        while self._root[key] != key:
            self._root[key] = self._root[self._root[key]]
            key = self._root[key]
        return key

    def join(self, a: str, b: str, *evidence: Evidence) -> None:
        """Two attributions say one thing."""
        first, second = sorted((self.find(a), self.find(b)))
        self._root[second] = first
        self._evidence[first].extend(evidence)
        if second != first:
            self._evidence[first].extend(self._evidence.pop(second, ()))

    def groups(self) -> list[tuple[list[Attribution], list[Evidence]]]:
        """Every group with its evidence, in a fixed order."""
        found: dict[str, list[Attribution]] = defaultdict(list)
        for key in sorted(self.attributions):
            found[self.find(key)].append(self.attributions[key])
        return [(found[key], self._evidence.get(key, [])) for key in sorted(found)]


def group_statements(
    extractions: Sequence[Extraction],
    resolution: Resolution,
    alignments: Sequence[Alignment],
    shared: Sequence[Pair],
    texts: Texts,
) -> tuple[Statement, ...]:
    """The statements of a story, one for each thing said; every attribution is in one.

    Attributions are joined where they share a good part of the shorter one's words, or where
    different speakers say the same in nearly the same words. A wording whose meaning is turned is
    a statement of its own.
    """
    groups = Groups(
        attribution
        for extraction in extractions
        for attribution in extraction.attributions
        if attribution.is_statement and attribution.content
    )
    _join_doubles(groups, extractions, resolution)
    units = _join_aligned(groups, alignments)
    _join_shared(groups, shared)
    speakers = _speakers(resolution)
    found = [
        _statement(group, evidence, speakers, units, texts) for group, evidence in groups.groups()
    ]
    return tuple(sorted(found, key=lambda statement: statement.id))


def _join_doubles(
    groups: Groups, extractions: Sequence[Extraction], resolution: Resolution
) -> None:
    """Joins attributions of one report that hold the same characters and one speaker at most.

    Two cues may claim one content ("said … , adding"), and one of them may be unresolved.
    """
    for extraction in extractions:
        held = [a for a in extraction.attributions if a.id in groups.attributions]
        ordered = sorted(held, key=lambda a: (a.content, a.id))
        for a, b in pairwise(ordered):
            speakers = {resolution.speakers.get(one.id) for one in (a, b)} - {None}
            common = overlap(a.content, b.content)
            if len(speakers) < 2 and common >= 0.8 * max(_length(a.content), _length(b.content)):
                groups.join(a.id, b.id)


def _join_aligned(groups: Groups, alignments: Sequence[Alignment]) -> Mapping[str, set[str]]:
    """Joins what shares units; gives the alignments that each attribution is in."""
    common: dict[tuple[str, str], int] = defaultdict(int)
    units: dict[str, set[str]] = defaultdict(set)
    for alignment in alignments:
        known = [
            wording
            for wording in (alignment.base, *alignment.variants)
            if wording.attribution in groups.attributions
        ]
        for wording in known:
            units[wording.attribution].add(alignment.id)
        if alignment.judgement is not Judgement.YES and not alignment.is_quotation:
            continue  # told by speakers of whom nobody knows whether they are one
        for side in (False, True):
            same = [wording for wording in known if is_flipped(wording) is side]
            for wording in same[1:]:
                pair = (same[0].attribution, wording.attribution)
                common[pair] += min(_length(same[0].spans), _length(wording.spans))
    for pair in sorted(common):
        shorter = min(_length(groups.attributions[key].content) for key in pair)
        if common[pair] >= SMALLEST_SHARE * shorter:
            groups.join(*pair)
    return units


def _join_shared(groups: Groups, shared: Sequence[Pair]) -> None:
    for pair in shared:
        ids = pair.a.unit.attribution, pair.b.unit.attribution
        if any(key not in groups.attributions for key in ids):
            continue
        a, b = (groups.attributions[key] for key in ids)
        if a.report == b.report and any(x.overlaps(y) for x in a.content for y in b.content):
            continue
        evidence = Evidence(
            kind="shared-matter",
            score=round(min(1.0, pair.found.share_of_lighter), 3),
            reason=f"different speakers say the same; {tell_likeness(pair.found)}",
        )
        groups.join(a.id, b.id, evidence)


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


def _speakers(resolution: Resolution) -> Mapping[str, Sequence[str]]:
    """Who speaks in each attribution: each of those who speak together."""
    members = {entity.id: entity.members for entity in resolution.entities}
    return {key: members.get(one) or (one,) for key, one in resolution.speakers.items()}


def _statement(
    group: Sequence[Attribution],
    evidence: Sequence[Evidence],
    speakers: Mapping[str, Sequence[str]],
    units: Mapping[str, set[str]],
    texts: Texts,
) -> Statement:
    ordered = sorted(group, key=lambda a: (a.report, a.content, a.id))
    fullest = max(ordered, key=lambda a: _length(a.content))
    return Statement(
        id=content_id("statement", *sorted(a.id for a in ordered)),
        text=surface(texts.text(fullest.report), fullest.content),
        members=tuple(Member(report=a.report, attribution=a.id, spans=a.content) for a in ordered),
        speakers=tuple(sorted({one for a in ordered for one in speakers.get(a.id, ())})),
        alignments=tuple(sorted({unit for a in ordered for unit in units.get(a.id, ())})),
        evidence=tuple(sorted(evidence, key=lambda e: (e.kind, e.reason)))[:8],
    )
