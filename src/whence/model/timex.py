"""Time expressions, the events they date, and what does not fit."""

from enum import StrEnum

from whence.model.base import Value
from whence.model.evidence import Judgement, Place
from whence.model.span import Span, Spans


class TimexType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Direction(StrEnum):
    """Which side of the publication date a bare weekday or month was read on."""

    PAST = "past"
    FUTURE = "future"
    SAME = "same"
    UNKNOWN = "unknown"


class Timex(Value, frozen=True, kw_only=True):
    """A time expression of one report, normalised as TIMEX3 (TimeML 1.2.1)."""

    id: str
    report: str
    span: Span
    type: TimexType
    value: str | None
    """TIMEX3 value, no more precise than known (``2014-08-05``, ``2014-W32``, ``P3D``).

    None when it cannot be known: relative, and no publication date.
    """
    mod: str | None = None
    """TIMEX3 mod: ``START``, ``APPROX``, ``LESS_THAN`` …"""
    quant: str | None = None
    freq: str | None = None
    direction: Direction = Direction.UNKNOWN
    is_relative: bool = False
    """True when the publication date was needed."""
    anchor: Spans = ()
    """Words of the event it is relative to: "days after *the conflict began*"."""
    earliest: str | None = None
    """First day (or instant) it can mean, ISO."""
    latest: str | None = None
    """Last day (or instant) it can mean, ISO."""
    alternatives: tuple[str, ...] = ()
    """Other values it could have (day-first or month-first): left open."""
    reason: str = ""
    """How the value was found, in words."""


class Event(Value, frozen=True, kw_only=True):
    """Something that a time expression dates, in one report."""

    id: str
    report: str
    span: Span
    """The clause's verb with its object, or the noun that names it."""
    lemma: str
    timex: str


class TimelineEntry(Value, frozen=True, kw_only=True):
    """One event over all reports, with every date that is given to it."""

    id: str
    label: str
    value: str
    earliest: str
    latest: str
    events: tuple[str, ...]
    """Ids of the events joined here."""
    places: tuple[Place, ...]


class Tension(Value, frozen=True, kw_only=True):
    """Two statements about time, or about order, that do not fit together."""

    kind: str
    """``two-dates``, ``impossible-order``, ``days-do-not-fit``, ``after-publication``."""
    reason: str
    places: tuple[Place, ...]
    judgement: Judgement = Judgement.UNSURE
