"""Figures of one measure lined up over all reports, with the relation of every pair."""

from itertools import combinations, pairwise

from whence.compare.measures.joining import Group, group_profiles
from whence.compare.measures.lines import Lines
from whence.compare.measures.profiles import Profile, find_profiles
from whence.compare.measures.relating import relate
from whence.model import (
    Extraction,
    FigureRelation,
    Measure,
    Report,
    Resolution,
    content_id,
    surface,
)

MOST_PAIRED = 120
"""Beyond so many figures of one measure only neighbours in time are related."""


def compare_figures(
    reports: tuple[Report, ...], extractions: tuple[Extraction, ...], resolution: Resolution
) -> tuple[Measure, ...]:
    """The measures of a story: figures that count the same thing, and how each pair stands.

    Figures are joined by what is counted, what befalls it and the words around it, in one
    dimension, never by value alone. Units are converted before they are compared.
    """
    texts = {report.id: report.text for report in reports}
    profiles = find_profiles(reports, extractions, resolution)
    found = [_measure(group, texts) for group in group_profiles(profiles)]
    return tuple(sorted(found, key=lambda measure: (-len(measure.figures), measure.id)))


def _measure(group: Group, texts: dict[str, str]) -> Measure:
    members = group.members
    ids = tuple(member.figure.id for member in members)
    return Measure(
        id=content_id("m", *ids),
        what=_what(members, texts),
        unit=members[0].figure.unit,
        figures=ids,
        relations=_relations(members),
        judgement=group.judgement,
        evidence=tuple(group.evidence),
    )


def _relations(members: list[Profile]) -> tuple[FigureRelation, ...]:
    lines = Lines(members)
    pairs = combinations(members, 2) if len(members) <= MOST_PAIRED else pairwise(members)
    return tuple(relate(a, b, lines) for a, b in pairs)


def _what(members: list[Profile], texts: dict[str, str]) -> str:
    """What is counted, in the words of the report that says most: ``students who went missing``."""
    best = ""
    for member in members:
        figure = member.figure
        words = " ".join(surface(texts[figure.report], figure.counted).split())
        if len(words) > len(best) and len(words) <= 80:
            best = words
    if best:
        return best
    first = members[0]
    return f"age of {first.name}" if first.name else first.event or first.dimension
