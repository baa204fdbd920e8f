"""Events in order of time: a day is a dot, a month or week a bar as long as it may be."""

from datetime import date, timedelta

from whence.lexicon import load_table
from whence.model import TimelineEntry, Value
from whence.show.index import StoryIndex
from whence.show.views.days import first_day, format_when
from whence.show.views.places import Places, Ref

_WIDTH, _LEAST = 160, 7.0
_SAYING = frozenset(load_table("events")["told"]["words"])
_MOST_ENTRIES = 60
_HOURS = {"MO": "08", "DT": "12", "MI": "12", "AF": "15", "EV": "19", "NI": "21"}
_NEAR = timedelta(days=45)
"""How far from the days of publication an event still belongs to the story itself."""


class EntryView(Value, frozen=True, kw_only=True):
    """An event with its date as drawn."""

    label: str
    value: str
    """As readers see it: ``4 May 2026, night``."""
    is_telling: bool
    """Whether it only tells that somebody spoke."""
    x: float
    width: float
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
    kept = sorted(kept[:_MOST_ENTRIES], key=_order)
    near = _near_publication(index, kept)
    first, last = (min(day for day, _ in near), _last_day(near)) if near else (None, None)
    return TimelineView(
        first=format_when(first.isoformat()) if first else "",
        last=format_when(last.isoformat()) if last else "",
        entries=tuple(_entry(index, places, day, e, first or day, last or day) for day, e in near),
        background=tuple(_entry(index, places, d, e, d, d) for d, e in kept if (d, e) not in near),
        left_out=len(comparison.timeline) - len(kept),
        tensions=tuple(
            TensionView(kind=t.kind, reason=t.reason, refs=places.refs(t.places))
            for t in comparison.tensions
        ),
    )


def _order(item: tuple[date, TimelineEntry]) -> tuple[date, str, str, str]:
    """By day, then by the hour as far as it is known; what has no hour opens the day."""
    day, entry = item
    clock = entry.value.partition("T")[2]
    return day, _HOURS.get(clock[:2], clock), entry.latest, entry.id


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


def _entry(
    index: StoryIndex,
    places: Places,
    day: date,
    entry: TimelineEntry,
    first: date,
    last: date,
) -> EntryView:
    scale = (_WIDTH - _LEAST) / max(1, (last - first).days)
    end = first_day(entry.latest) or day
    lemmas = {index.events[event].lemma for event in entry.events if event in index.events}
    return EntryView(
        label=entry.label,
        value=format_when(entry.value),
        is_telling=bool(lemmas) and lemmas <= _SAYING,
        x=round((day - first).days * scale, 1),
        width=round(max(_LEAST, (end - day).days * scale), 1),
        refs=places.refs(entry.places, width=120),
    )
