"""On how many hearings each statement and each reading of a figure rests."""

from whence.derive.groups import Groups
from whence.derive.material import Material
from whence.derive.origins.origins import group_hearings
from whence.derive.origins.support import Support, find_support
from whence.derive.origins.types import Copies, Hearing, OriginGroup, Subject
from whence.derive.origins.voices import find_same_words
from whence.derive.origins.wording import describe_basis
from whence.model import (
    Basis,
    Figure,
    Measure,
    Member,
    OriginKind,
    PartKind,
    Relation,
    Spans,
    overlap,
)

_ONE_READING = frozenset({Relation.AGREE, Relation.ROUNDED})
_NEAR = 0.75
"""Share of the greater that the smaller of two ends must be, where one figure is a bound."""


def find_bases(
    material: Material, hearings: dict[str, Hearing], copies: Copies
) -> tuple[Basis, ...]:
    """A basis for every statement and for every reading of a measure.

    Args:
        material: The story.
        hearings: Where the words of each attribution were heard, by its id.
        copies: Which reports are copies of which, so that no copy counts as a hearing.
    """
    same_words = find_same_words(material)
    subjects = [*_statements(material, hearings), *_readings(material, hearings)]
    grouped = [
        (subject, group_hearings(material, subject.hearings, same_words, copies))
        for subject in subjects
    ]
    names = _name_origins([groups for _, groups in grouped])
    return tuple(
        describe_basis(material, subject, groups, names, copies) for subject, groups in grouped
    )


def _statements(material: Material, hearings: dict[str, Hearing]) -> list[Subject]:
    """Every statement, with whoever says the same in other words."""
    support = find_support(material)
    subjects = []
    for statement in material.comparison.statements:
        others = tuple(
            Member(report=a.report, attribution=a.id, spans=a.content)
            for a in (material.attributions[s.attribution] for s in support.get(statement.id, ()))
        )
        names = _counted(material, (*statement.members, *others))
        found = tuple(hearings[name] for name in names if name in hearings)
        likeness = tuple(_tell_support(material, s) for s in support.get(statement.id, ()))
        subjects.append(Subject(id=statement.id, hearings=found, support=others, likeness=likeness))
    return subjects


def _tell_support(material: Material, support: Support) -> str:
    """Who says the same in other words, and what speaks for its being the same."""
    attribution = material.attributions[support.attribution]
    grounds = [f"alike in meaning ({support.nearness:.2f})"] if support.nearness else []
    if support.shared:
        grounds.append(f"shared: {', '.join(support.shared[:8])}")
    return (
        f"{material.title_of(attribution.report)} has it from"
        f" {material.name_of(material.voice_of(attribution.id))} in other words"
        f" ({'; '.join(grounds)})"
    )


def _counted(material: Material, members: tuple[Member, ...]) -> list[str]:
    """The attributions of some members that count: each thing said once for each report.

    Left out is what only holds another one ("she said that he told her: X" gives X to him), and
    a headline where the body of its report has it too.
    """
    names = list(dict.fromkeys(member.attribution for member in members))
    found = {n: material.attributions[n] for n in names if n in material.attributions}
    bodies = {a.report for a in found.values() if a.part is not PartKind.HEADLINE}
    left_out = {
        name for name, a in found.items() if a.part is PartKind.HEADLINE and a.report in bodies
    }
    for inner in found.values():
        outer = found.get(inner.nested_in or "")
        if outer is not None:
            common = overlap(inner.content, outer.content)
            if 2 * common >= _length(outer.content):
                left_out.add(outer.id)
    return [name for name in names if name not in left_out]


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


def _readings(material: Material, hearings: dict[str, Hearing]) -> list[Subject]:
    """The figures of a measure, those that agree or are rounded forms of each other together."""
    return [
        Subject(
            id=measure.id,
            hearings=tuple(_hearing_of(material.figures[f], hearings) for f in reading),
            figures=tuple(reading),
        )
        for measure in material.comparison.measures
        for reading in _split(material, measure)
        if all(figure in material.figures for figure in reading)
    ]


def _split(material: Material, measure: Measure) -> list[list[str]]:
    readings = Groups(measure.figures)
    for relation in measure.relations:
        if relation.relation not in _ONE_READING:
            continue
        if not {relation.a, relation.b} <= set(measure.figures):
            continue
        if _is_near(material.figures.get(relation.a), material.figures.get(relation.b)):
            readings.join(relation.a, relation.b)
    return readings.members()


def _is_near(a: Figure | None, b: Figure | None) -> bool:
    """Whether two figures that can both hold are one reading: "at least 4" and 9 are not."""
    if a is None or b is None or not any(None in (f.low, f.high) for f in (a, b)):
        return True
    ends = [[end for end in (f.low, f.high) if end is not None] for f in (a, b)]
    return any(min(abs(x), abs(y)) >= _NEAR * max(abs(x), abs(y)) for x in ends[0] for y in ends[1])


def _hearing_of(figure: Figure, hearings: dict[str, Hearing]) -> Hearing:
    """The hearing of the attribution that governs the figure; the outlet's own count otherwise."""
    if figure.attribution is not None and figure.attribution in hearings:
        return hearings[figure.attribution]
    return Hearing(attribution=figure.id, report=figure.report, kind=OriginKind.UNKNOWN, voice=None)


def _name_origins(stories: list[list[OriginGroup]]) -> dict[str, str]:
    """One name for each hearing over the whole story, so that it counts once at the head.

    Hearings that one statement shows to be one are one for every statement.
    """
    names = Groups()
    for groups in stories:
        for group in groups:
            for key in group.keys:
                names.join(group.keys[0], key)
    return {key: names.find(key) for keys in names.members() for key in keys}
