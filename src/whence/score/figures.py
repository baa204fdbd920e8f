"""How well figures were read, lined up and set against each other; and dates normalised."""

import re
from collections import defaultdict

import msgspec

from whence.score.names import SpeakerNames
from whence.score.rates import Hits, Rate
from whence.score.shapes import Date, Figure, Gold, Measure, Output

#: Relations that are accepted for a gold relation beside itself.
ALSO_RIGHT = {"different_source": "conflict", "rounded": "agree"}
#: Dimension and factor of the units that are converted before values are compared.
UNITS: dict[str, tuple[str, float]] = {
    **dict.fromkeys(("m", "metre", "meter"), ("length", 1.0)),
    **dict.fromkeys(("ft", "foot", "feet"), ("length", 0.3048)),
    **dict.fromkeys(("mile", "mi"), ("length", 1609.344)),
    "km": ("length", 1000.0),
    **dict.fromkeys(("m3", "m³"), ("volume", 1.0)),
    **dict.fromkeys(("litre", "liter", "l"), ("volume", 0.001)),
    "week": ("time", 168.0),
    "day": ("time", 24.0),
    "hour": ("time", 1.0),
    **dict.fromkeys(("kg", "kgs"), ("weight", 1.0)),
    "lb": ("weight", 0.4536),
    "tonne": ("weight", 1000.0),
}
_YEAR = re.compile(r"\d{4}")


class FigureScore(msgspec.Struct, frozen=True, kw_only=True):
    """Counts over the figures and dates of one story, or of several added up."""

    value: Hits
    source: Rate
    qualifier: Rate
    as_of: Rate
    same_measure: Hits
    relation: Rate
    conflict: Rate
    date: Rate


def _near(left: float | None, right: float | None, *, within: float) -> bool:
    if left is None or right is None:
        return left is right
    return left == right or abs(left - right) <= within * max(abs(left), abs(right))


def _converted(value: float | None, unit: str | None) -> tuple[str, float] | None:
    """Dimension and value in its base unit; None for units that are not converted."""
    name = (unit or "").lower().strip()
    name = name if name in UNITS else name.rstrip("s")
    if value is None or name not in UNITS:
        return None
    dimension, factor = UNITS[name]
    return dimension, value * factor


def same_value(wanted: Figure, given: Figure) -> bool:
    """Whether both bounds agree, as written or after conversion of the units."""
    bounds = ((wanted.low, given.low), (wanted.top, given.top))
    if all(_near(mine, theirs, within=0.005) for mine, theirs in bounds):
        return True
    for mine, theirs in bounds:
        left, right = _converted(mine, wanted.unit), _converted(theirs, given.unit)
        if left is None or right is None:
            return False
        if left[0] != right[0] or not _near(left[1], right[1], within=0.02):
            return False
    return True


def overlap(left: Date | Figure, right: Date | Figure) -> int:
    """How many characters two figures or dates of one report share; not positive for none."""
    return min(left.end, right.end) - max(left.start, right.start)


def score_figures(gold: Gold, output: Output) -> FigureScore:
    """Counts for one story."""
    right, touched = _match(gold.figures, output.figures)
    names = SpeakerNames(gold)
    source, qualifier, as_of = Rate(), Rate(), Rate()
    for number, other in right.items():
        wanted, given = gold.figures[number], output.figures[other]
        same = (given.qualifier or "exact") == (wanted.qualifier or "exact")
        qualifier += Rate(right=same, total=1)
        if wanted.source:
            source += Rate(right=names.matches(given.source, wanted.source), total=1)
        if wanted.as_of and _YEAR.match(wanted.as_of):
            as_of += Rate(right=_same_day(wanted.as_of, given.as_of), total=1)
    total = len(output.figures) if gold.complete.figures else len(touched)
    same_measure, relation, conflict = _score_relations(gold, output, right)
    return FigureScore(
        value=Hits.of(len(right), total, len(gold.figures)),
        source=source,
        qualifier=qualifier,
        as_of=as_of,
        same_measure=same_measure,
        relation=relation,
        conflict=conflict,
        date=_score_dates(gold, output),
    )


def _match(
    wanted: tuple[Figure, ...], given: tuple[Figure, ...]
) -> tuple[dict[int, int], set[int]]:
    """Gold number to system number where the value is right, and all system figures on gold."""
    by_report: dict[str, list[int]] = defaultdict(list)
    for number, figure in enumerate(given):
        by_report[figure.report].append(number)
    pairs: list[tuple[tuple[bool, float], int, int]] = []
    for number, figure in enumerate(wanted):
        for other in by_report.get(figure.report, ()):
            shared = overlap(figure, given[other])
            if shared > 0:
                length = figure.end - figure.start + given[other].end - given[other].start
                rank = (same_value(figure, given[other]), shared / (length - shared))
                pairs.append((rank, number, other))
    pairs.sort(key=lambda pair: pair[0], reverse=True)
    matched: dict[int, int] = {}
    right: dict[int, int] = {}
    used: set[int] = set()
    for (same, _), number, other in pairs:
        if number not in matched and other not in used:
            matched[number] = other
            used.add(other)
            if same:
                right[number] = other
    return right, {other for _, _, other in pairs}


def _same_day(wanted: str, given: str | None) -> bool:
    return bool(given) and (str(given).startswith(wanted[:10]) or wanted.startswith(str(given)))


def _score_relations(gold: Gold, output: Output, right: dict[int, int]) -> tuple[Hits, Rate, Rate]:
    """Pairs put into one measure, and the relations of gold pairs that the system linked."""
    number_of = {figure.id: number for number, figure in enumerate(output.figures)}
    measures: dict[int, set[int]] = defaultdict(set)
    said: dict[frozenset[int], str] = {}
    for place, measure in enumerate(output.measures):
        for figure in measure.figures:
            if figure in number_of:
                measures[number_of[figure]].add(place)
        for item in measure.relations:
            if item.a in number_of and item.b in number_of:
                said[frozenset((number_of[item.a], number_of[item.b]))] = item.relation
    wanted = _wanted_relations(gold.figures, gold.measures)

    def linked(pair: frozenset[int]) -> bool:
        first, *rest = pair
        return all(measures[right[first]] & measures[right[other]] for other in rest)

    numbers = sorted(right)
    together = [
        frozenset((a, b))
        for i, a in enumerate(numbers)
        for b in numbers[i + 1 :]
        if linked(frozenset((a, b)))
    ]
    same = Hits.of(sum(pair in wanted for pair in together), len(together), len(wanted))
    relation, conflict = Rate(), Rate()
    for pair, label in wanted.items():
        if not (all(number in right for number in pair) and linked(pair)):
            continue
        answer = said.get(frozenset(right[number] for number in pair))
        relation += Rate(right=answer in (label, ALSO_RIGHT.get(label, label)), total=1)
        bold = (answer == "conflict") == (label == "conflict") or label == "different_source"
        conflict += Rate(right=answer is not None and bold, total=1)
    return same, relation, conflict


def _wanted_relations(
    figures: tuple[Figure, ...], measures: tuple[Measure, ...]
) -> dict[frozenset[int], str]:
    number_of = {figure.id: number for number, figure in enumerate(figures)}
    return {
        frozenset((number_of[item.a], number_of[item.b])): item.relation
        for measure in measures
        for item in measure.relations
    }


def _score_dates(gold: Gold, output: Output) -> Rate:
    """Gold dates that some overlapping system date normalises alike, of all gold dates."""
    by_report: dict[str, list[Date]] = defaultdict(list)
    for date in output.dates:
        by_report[date.report].append(date)
    right = sum(
        any(
            overlap(wanted, given) > 0 and same_date(wanted.norm or "", str(given.norm or ""))
            for given in by_report.get(wanted.report, ())
        )
        for wanted in gold.dates
    )
    return Rate(right=right, total=len(gold.dates))


def same_date(wanted: str, given: str) -> bool:
    """Equal, equal but for an unknown year, or one a finer form of the other from the month on."""
    if given in (wanted, "XXXX" + wanted[4:]):
        return True
    long_enough = min(len(wanted), len(given)) >= 7
    return long_enough and (wanted.startswith(given) or given.startswith(wanted))
