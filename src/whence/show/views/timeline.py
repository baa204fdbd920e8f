"""Events in order of time: a day is a dot, a month or week a bar."""

from datetime import date, timedelta

from whence.model import TimelineEntry, Value
from whence.show.index import StoryIndex
from whence.show.views.days import first_day
from whence.show.views.places import Places, Ref

_WIDTH, _LEFT = 640, 8
_MOST_ENTRIES = 60
_NEAR = timedelta(days=45)
"""How far from the days of publication an event still belongs to the story itself."""


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
    """Near the days of publication; drawn to scale."""
    background: tuple[EntryView, ...]
    """Long before or after; a scale that held them would squeeze the story into one dot."""
    left_out: int
    tensions: tuple[TensionView, ...]
    width: int = _WIDTH


def view_timeline(index: StoryIndex, places: Places) -> TimelineView:
    """Dated events in order, those that several reports date kept first where there are many."""
    comparison = index.story.comparison
    dated = [(day, e) for e in comparison.timeline if (day := first_day(e.earliest))]
    kept = sorted(dated, key=lambda item: (-len({p.report for p in item[1].places}), item[0]))
    kept = sorted(kept[:_MOST_ENTRIES], key=lambda item: (item[0], item[1].latest, item[1].id))
    near = _near_publication(index, kept)
    first, last = (min(day for day, _ in near), _last_day(near)) if near else (None, None)
    return TimelineView(
        first=first.isoformat() if first else "",
        last=last.isoformat() if last else "",
        entries=tuple(_entry(places, day, e, first or day, last or day) for day, e in near),
        background=tuple(_entry(places, d, e, d, d) for d, e in kept if (d, e) not in near),
        left_out=len(comparison.timeline) - len(kept),
        tensions=tuple(
            TensionView(kind=t.kind, reason=t.reason, refs=places.refs(t.places))
            for t in comparison.tensions
        ),
    )


def _near_publication(
    index: StoryIndex, kept: list[tuple[date, TimelineEntry]]
) -> list[tuple[date, TimelineEntry]]:
    """The events near the days of publication; all of them where no report has a date."""
    published = [
        day for r in index.story.reports if r.published and (day := first_day(r.published.value))
    ]
    if not published:
        return kept
    first, last = min(published) - _NEAR, max(published) + _NEAR
    return [(day, e) for day, e in kept if first <= day and (first_day(e.latest) or day) <= last]


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
