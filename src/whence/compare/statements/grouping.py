"""Attributions that say one thing, over all reports."""

from collections import defaultdict

from whence.compare.wording.units import Texts
from whence.model import (
    Alignment,
    Attribution,
    Extraction,
    Member,
    Resolution,
    Statement,
    content_id,
    surface,
)


def group_statements(
    extractions: tuple[Extraction, ...],
    resolution: Resolution,
    alignments: tuple[Alignment, ...],
    texts: Texts,
) -> tuple[Statement, ...]:
    """The statements of a story, one for each thing said; every statement has a member."""
    attributions = {
        attribution.id: attribution
        for extraction in extractions
        for attribution in extraction.attributions
        if attribution.is_statement and attribution.content
    }
    root = {key: key for key in attributions}

    def find(key: str) -> str:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    units: dict[str, list[str]] = defaultdict(list)
    for alignment in alignments:
        names = [w.attribution for w in (alignment.base, *alignment.variants)]
        members = [name for name in names if name in root]
        for name in members:
            a, b = sorted((find(members[0]), find(name)))
            root[b] = a
        for name in members:
            units[name].append(alignment.id)
    groups: dict[str, list[Attribution]] = defaultdict(list)
    for key in sorted(attributions):
        groups[find(key)].append(attributions[key])
    return tuple(
        sorted(
            (_statement(group, resolution, units, texts) for group in groups.values()),
            key=lambda statement: statement.id,
        )
    )


def _statement(
    group: list[Attribution], resolution: Resolution, units: dict[str, list[str]], texts: Texts
) -> Statement:
    ordered = sorted(group, key=lambda a: (a.report, a.content, a.id))
    fullest = max(ordered, key=lambda a: sum(s.end - s.start for s in a.content))
    speakers = {resolution.speakers[a.id] for a in ordered if a.id in resolution.speakers}
    return Statement(
        id=content_id("statement", *sorted(a.id for a in ordered)),
        text=surface(texts.text(fullest.report), fullest.content),
        members=tuple(Member(report=a.report, attribution=a.id, spans=a.content) for a in ordered),
        speakers=tuple(sorted(speakers)),
        alignments=tuple(sorted({unit for a in ordered for unit in units.get(a.id, ())})),
    )
