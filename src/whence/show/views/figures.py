"""Figures of one measure over time, one series for each counter, bounds as bars."""

from datetime import date, timedelta

from whence.model import Figure, Measure, Relation, Value
from whence.show.index import StoryIndex
from whence.show.views.days import first_day
from whence.show.views.places import Places, Ref, shorten

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
    """A figure in the table."""

    ref: Ref
    value: str
    hedge: str
    counter: str
    as_of: str
    series: int


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
    counters: tuple[str, ...]
    rows: tuple[RowView, ...]
    pairs: tuple[PairView, ...]
    dots: tuple[Dot, ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    width: int = _WIDTH
    height: int = _HEIGHT
    conflicts: int = 0


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
    counters = tuple(dict.fromkeys(_counter(index, figure) for figure in figures))
    rows = tuple(_row(index, places, figure, counters) for figure in figures)
    dots, x_ticks, y_ticks = _draw(index, places, figures, counters)
    plain = {Relation.AGREE}
    return MeasureView(
        anchor=measure.id,
        what=measure.what,
        unit=measure.unit or "",
        counters=counters,
        rows=rows,
        pairs=tuple(
            PairView(
                relation=str(r.relation),
                reason=r.reason,
                a=_ref(index, places, r.a),
                b=_ref(index, places, r.b),
            )
            for r in measure.relations
            if r.relation not in plain
        ),
        dots=dots,
        x_ticks=x_ticks,
        y_ticks=y_ticks,
        conflicts=sum(r.relation is Relation.CONFLICT for r in measure.relations),
    )


def _counter(index: StoryIndex, figure: Figure) -> str:
    return index.counter_name(figure) or f"{index.outlet_name(figure.report)} itself"


def _ref(index: StoryIndex, places: Places, figure_id: str) -> Ref:
    figure = index.figures[figure_id]
    return places.ref(figure.report, figure.span)


def _row(index: StoryIndex, places: Places, figure: Figure, counters: tuple[str, ...]) -> RowView:
    counter = _counter(index, figure)
    return RowView(
        ref=places.ref(figure.report, figure.span),
        value=format_bounds(figure),
        hedge=str(figure.hedge),
        counter=counter,
        as_of=figure.as_of or "",
        series=counters.index(counter) % _SERIES,
    )


def format_bounds(figure: Figure) -> str:
    """``300 to 400 m3``, ``at least 40``, ``950 m3``: both bounds, never their mean."""
    unit = f" {figure.unit}" if figure.unit else ""
    low, high = figure.low, figure.high
    if low is None:
        return f"≤ {format_number(high)}{unit}"
    if high is None:
        return f"≥ {format_number(low)}{unit}"
    if low == high:
        return f"{format_number(low)}{unit}"
    return f"{format_number(low)} to {format_number(high)}{unit}"


def format_number(number: float | None) -> str:
    """A number with thousands set off by commas and no needless decimals."""
    if number is None:
        return "?"
    if number == int(number) and abs(number) < 1e15:
        return f"{int(number):,}"
    return f"{number:,.6g}"


def _draw(
    index: StoryIndex, places: Places, figures: list[Figure], counters: tuple[str, ...]
) -> tuple[tuple[Dot, ...], tuple[Tick, ...], tuple[Tick, ...]]:
    dated = [(day, f) for f in figures if (day := _day(index, f))]
    if not dated:
        return (), (), ()
    first, last = min(d for d, _ in dated), max(d for d, _ in dated)
    days = max(1, (last - first).days)
    top = max(n for _, f in dated for n in (f.low, f.high) if n is not None) or 1.0
    plot_height = _HEIGHT - _TOP - _BOTTOM

    def x_of(day: date) -> float:
        return round(_LEFT + 20 + (day - first).days / days * (_WIDTH - _LEFT - 50), 1)

    def y_of(number: float) -> float:
        return round(_TOP + plot_height * (1 - min(max(number, 0), top) / top), 1)

    dots = []
    for day, figure in dated:
        counter = _counter(index, figure)
        low = figure.low if figure.low is not None else 0.0
        high = figure.high if figure.high is not None else top
        known = [n for n in (figure.low, figure.high) if n is not None]
        series = counters.index(counter) % _SERIES
        dots.append(
            Dot(
                x=x_of(day) + 5 * (series % 3 - 1),
                y=y_of(sum(known) / len(known)) if len(set(known)) == 1 else y_of(known[-1]),
                bar_top=y_of(high),
                bar_bottom=y_of(low),
                series=series,
                href=places.ref(figure.report, figure.span).href,
                title=f"{places.label(figure.report)}: {format_bounds(figure)} ({counter})",
            )
        )
    steps = sorted({first, first + timedelta(days=days // 2), last})
    x_ticks = tuple(Tick(at=x_of(d), label=d.isoformat()) for d in steps)
    y_ticks = tuple(Tick(at=y_of(top * k / 2), label=format_number(top * k / 2)) for k in range(3))
    return tuple(dots), x_ticks, y_ticks


def _day(index: StoryIndex, figure: Figure) -> date | None:
    published = index.reports[figure.report].published
    return first_day(figure.as_of) or first_day(published.value if published else None)


def measure_title(view: MeasureView) -> str:
    """What is counted, with its unit."""
    return shorten(view.what, 80) + (f" ({view.unit})" if view.unit else "")
