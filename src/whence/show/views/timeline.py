"""Events in order of time: a day is a dot, a month or week a bar."""

from datetime import date, timedelta

from whence.model import TimelineEntry, Value
from whence.show.index import StoryIndex
from whence.show.views.days import first_day
from whence.show.views.places import Places, Ref

_WIDTH, _LEFT = 640, 8
_MOST_ENTRIES = 60


class EntryView(Value, frozen=True, kw_only=True):
    """An event with its date as drawn."""

    label: str
    value: str
    x: float
    width: float
    is_point: bool
    refs: tuple[Ref, ...]


class TensionView(Value, frozen=True, kw_only=True):
    """Two statements about time that do not fit."""

    kind: str
    reason: str
    refs: tuple[Ref, ...]


class TimelineView(Value, frozen=True, kw_only=True):
    """The timeline of a story."""

    first: str
    last: str
    entries: tuple[EntryView, ...]
    left_out: int
    tensions: tuple[TensionView, ...]
    width: int = _WIDTH


def view_timeline(index: StoryIndex, places: Places) -> TimelineView:
    """Dated events in order, those that several reports date kept first where there are many."""
    comparison = index.story.comparison
    dated = [(day, e) for e in comparison.timeline if (day := first_day(e.earliest))]
    kept = sorted(dated, key=lambda item: (-len({p.report for p in item[1].places}), item[0]))
    kept = sorted(kept[:_MOST_ENTRIES], key=lambda item: (item[0], item[1].latest, item[1].id))
    days = [day for day, _ in kept]
    first, last = (min(days), _last_day(kept)) if kept else (None, None)
    return TimelineView(
        first=first.isoformat() if first else "",
        last=last.isoformat() if last else "",
        entries=tuple(_entry(places, day, e, first or day, last or day) for day, e in kept),
        left_out=len(comparison.timeline) - len(kept),
        tensions=tuple(
            TensionView(kind=t.kind, reason=t.reason, refs=places.refs(t.places))
            for t in comparison.tensions
        ),
    )


def _last_day(kept: list[tuple[date, TimelineEntry]]) -> date:
    return max(first_day(entry.latest) or day for day, entry in kept)


def _entry(places: Places, day: date, entry: TimelineEntry, first: date, last: date) -> EntryView:
    scale = (_WIDTH - 2 * _LEFT) / max(1, (last - first).days + 1)
    end = first_day(entry.latest) or day
    is_point = end - day < timedelta(days=1)
    return EntryView(
        label=entry.label,
        value=entry.value,
        x=round(_LEFT + (day - first).days * scale, 1),
        width=round(max(6.0, ((end - day).days + 1) * scale), 1),
        is_point=is_point,
        refs=places.refs(entry.places, width=80),
    )
