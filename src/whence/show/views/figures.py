"""Figures of one measure over time, one series for each counter, bounds as bars."""

from datetime import date, timedelta

from whence.model import Figure, Hedge, Measure, Relation, Value
from whence.show.index import StoryIndex
from whence.show.views.days import first_day, format_when
from whence.show.views.places import Places, Ref, shorten
from whence.text import format_amount, format_number

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 640, 220, 64, 28, 12
_SERIES = 8


class Dot(Value, frozen=True, kw_only=True):
    """A figure as drawn; ``bar_top`` and ``bar_bottom`` span its bounds."""

    x: float
    y: float
    bar_top: float
    bar_bottom: float
    series: int
    href: str
    title: str


class Tick(Value, frozen=True, kw_only=True):
    """A mark on an axis."""

    at: float
    label: str


class RowView(Value, frozen=True, kw_only=True):
    """A count in the table, with every place that gives it."""

    refs: tuple[Ref, ...]
    value: str
    is_vague: bool
    """Whether the report says "dozens" and the like: the bounds are a convention."""
    counter: str
    as_of: str
    series: int
    """Number of its colour; -1 for what outlets give in their own voice."""


class PairView(Value, frozen=True, kw_only=True):
    """How two figures stand to each other."""

    relation: str
    reason: str
    a: Ref
    b: Ref


class MeasureView(Value, frozen=True, kw_only=True):
    """One thing counted, drawn and in a table."""

    anchor: str
    what: str
    unit: str
    rows: tuple[RowView, ...]
    pairs: tuple[PairView, ...]
    dots: tuple[Dot, ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    width: int = _WIDTH
    height: int = _HEIGHT
    conflicts: int = 0
    """Pairs of differing counts, by whatever number of reports they are given."""


def view_measures(index: StoryIndex, places: Places) -> tuple[MeasureView, ...]:
    """Measures with two figures or more, conflicts first, then most figures."""
    views = [
        _view(index, places, measure)
        for measure in index.story.comparison.measures
        if len(measure.figures) > 1
    ]
    order = sorted(range(len(views)), key=lambda i: (-views[i].conflicts, -len(views[i].rows), i))
    return tuple(views[i] for i in order)


def _view(index: StoryIndex, places: Places, measure: Measure) -> MeasureView:
    figures = [index.figures[i] for i in measure.figures]
    counters = tuple(dict.fromkeys(index.counter_name(f) for f in figures if index.counter_name(f)))
    dots, x_ticks, y_ticks = _draw(index, places, figures, counters)
    pairs = _pairs(index, places, measure)
    return MeasureView(
        anchor=measure.id,
        what=measure.what,
        unit=measure.unit or "",
        rows=_rows(index, places, figures, counters),
        pairs=pairs,
        dots=dots,
        x_ticks=x_ticks,
        y_ticks=y_ticks,
        conflicts=sum(pair.relation == Relation.CONFLICT for pair in pairs),
    )


def _rows(
    index: StoryIndex, places: Places, figures: list[Figure], counters: tuple[str, ...]
) -> tuple[RowView, ...]:
    """A row for each counter, count and day, in order of time, whatever number of reports."""
    groups: dict[tuple[str, str, bool, str], list[Figure]] = {}
    for figure in figures:
        as_of = format_when(figure.as_of) if figure.as_of else ""
        is_vague = figure.hedge is Hedge.VAGUE
        key = (index.counter_name(figure), format_amount(figure), is_vague, as_of)
        groups.setdefault(key, []).append(figure)
    ordered = sorted(groups.items(), key=lambda item: min(_when(index, f) for f in item[1]))
    return tuple(
        RowView(
            refs=tuple(places.ref(f.report, f.span) for f in group),
            value=value,
            is_vague=is_vague,
            counter=counter,
            as_of=as_of,
            series=_series(counter, counters),
        )
        for (counter, value, is_vague, as_of), group in ordered
    )


def _when(index: StoryIndex, figure: Figure) -> str:
    published = index.reports[figure.report].published
    return figure.as_of or (published.value if published else "9999")


def _series(counter: str, counters: tuple[str, ...]) -> int:
    return counters.index(counter) % _SERIES if counter else -1


def _pairs(index: StoryIndex, places: Places, measure: Measure) -> tuple[PairView, ...]:
    """Every relation but agreement, conflicts first; alike ones of many reports are told once."""
    found = [
        PairView(
            relation=str(relation.relation),
            reason=relation.reason,
            a=_ref(index, places, relation.a),
            b=_ref(index, places, relation.b),
        )
        for relation in index.pairs_of(measure)
        if relation.relation is not Relation.AGREE
    ]
    return tuple(sorted(found, key=lambda pair: pair.relation != Relation.CONFLICT))


def _ref(index: StoryIndex, places: Places, figure_id: str) -> Ref:
    figure = index.figures[figure_id]
    return places.ref(figure.report, figure.span)


def _draw(
    index: StoryIndex, places: Places, figures: list[Figure], counters: tuple[str, ...]
) -> tuple[tuple[Dot, ...], tuple[Tick, ...], tuple[Tick, ...]]:
    dated = [(day, f) for f in figures if (day := _day(index, f))]
    is_telling = len({day for day, _ in dated}) > 1 and len({(f.low, f.high) for f in figures}) > 1
    if not is_telling:
        return (), (), ()
    first, last = min(d for d, _ in dated), max(d for d, _ in dated)
    days = max(1, (last - first).days)
    top = max(n for _, f in dated for n in (f.low, f.high) if n is not None) or 1.0
    plot_height = _HEIGHT - _TOP - _BOTTOM

    def x_of(day: date) -> float:
        return round(_LEFT + 20 + (day - first).days / days * (_WIDTH - _LEFT - 80), 1)

    def y_of(number: float) -> float:
        return round(_TOP + plot_height * (1 - min(max(number, 0), top) / top), 1)

    dots = []
    for day, figure in dated:
        counter = index.counter_name(figure)
        low = figure.low if figure.low is not None else 0.0
        high = figure.high if figure.high is not None else top
        known = [n for n in (figure.low, figure.high) if n is not None]
        series = _series(counter, counters)
        dots.append(
            Dot(
                x=x_of(day) + 5 * (series % 3 - 1),
                y=y_of(sum(known) / len(known)) if len(set(known)) == 1 else y_of(known[-1]),
                bar_top=y_of(high),
                bar_bottom=y_of(low),
                series=series,
                href=places.ref(figure.report, figure.span).href,
                title=f"{places.label(figure.report)}: {format_amount(figure)} "
                f"({counter or 'its own voice'})",
            )
        )
    steps = sorted({first, first + timedelta(days=days // 2), last})
    x_ticks = tuple(Tick(at=x_of(d), label=format_when(d.isoformat())) for d in steps)
    y_ticks = tuple(Tick(at=y_of(top * k / 2), label=format_number(top * k / 2)) for k in range(3))
    return tuple(dots), x_ticks, y_ticks


def _day(index: StoryIndex, figure: Figure) -> date | None:
    published = index.reports[figure.report].published
    return first_day(figure.as_of) or first_day(published.value if published else None)


def measure_title(view: MeasureView) -> str:
    """What is counted, with its unit where the words do not hold it."""
    is_told = not view.unit or view.unit.rstrip("s") in view.what
    return shorten(view.what, 80) + ("" if is_told else f" ({view.unit})")
