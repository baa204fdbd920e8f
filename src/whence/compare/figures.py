"""Figures of one measure lined up over all reports, with the relation of every pair."""

from collections import Counter
from itertools import combinations, pairwise

from whence.compare.measures.joining import Group, group_profiles
from whence.compare.measures.lines import Lines
from whence.compare.measures.profiles import EVENTS, Profile, find_profiles
from whence.compare.measures.relating import relate
from whence.lexicon import load_table
from whence.model import (
    Extraction,
    FigureRelation,
    Measure,
    Report,
    Resolution,
    content_id,
    surface,
)
from whence.text import fold_case

_STATES: dict[str, str] = load_table("measures")["states"]
_LONGEST = 60
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
    """What is counted, in few words: ``people killed``, ``protesters``, ``age of Brandt``.

    The noun that most figures share with what befell it; else the fullest words for what is
    counted, cut at a word; else the first figure's own words.
    """
    first = members[0]
    state = _STATES.get(first.event or "")
    nouns = [_noun(member, texts) for member in members]
    if state and first.dimension == "count":
        told = Counter(noun for noun in nouns if noun and noun not in EVENTS)
        common = max(told, key=lambda noun: (told[noun], -nouns.index(noun)), default="")
        return f"{common} {state}".strip()
    best = max((_counted(member, texts) for member in members), key=len, default="")
    if best:
        return best
    return (
        f"age of {first.name}" if first.name else first.figure.span.of(texts[first.figure.report])
    )


def _noun(member: Profile, texts: dict[str, str]) -> str:
    """The noun phrase that is counted, folded; empty where the figure stands without one."""
    if not member.figure.counted:
        return ""
    return " ".join(fold_case(member.figure.counted[0].of(texts[member.figure.report])).split())


def _counted(member: Profile, texts: dict[str, str]) -> str:
    words = " ".join(surface(texts[member.figure.report], member.figure.counted).split())
    if len(words) <= _LONGEST:
        return words
    return words[: words.rfind(" ", 0, _LONGEST)] + " …"
