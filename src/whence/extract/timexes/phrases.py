"""What a time expression means before it is laid against a date."""

from typing import NamedTuple

from whence.model import TimexType


class Fixed(NamedTuple):
    """A value that needs no date: ``2014-08-05``, ``P3D``, ``PRESENT_REF``."""

    value: str


class Offset(NamedTuple):
    """So many units away: ``yesterday``, ``two years ago``, ``a week later``, ``the same year``."""

    unit: str
    """D W N (weekend) M Q Y E C, or TH, TM, TS."""
    amount: float
    from_reference: bool = False
    """From the date last told rather than from publication."""
    keeps_grain: bool = False
    """``a year earlier`` keeps the grain of what it is laid against (a quarter, a day)."""


class Month(NamedTuple):
    """A month, or a day of it, with or without its year."""

    month: int
    day: int | None = None
    year: int | None = None
    how: str = ""
    """last, next, this, or nothing: then tense decides."""
    year_offset: int | None = None
    """``June last year``: -1."""


class Weekday(NamedTuple):
    """A day of the week; tense decides the side unless ``how`` does."""

    day: int
    how: str = ""
    week_offset: int | None = None


class Season(NamedTuple):
    """A season, with or without its year."""

    code: str
    how: str = ""
    year: int | None = None


class Quarter(NamedTuple):
    """A quarter or half of a year, or (``quarter`` 0) the one last told or last ended."""

    quarter: int
    year: int | None = None
    year_offset: int | None = None
    is_half: bool = False


class Holiday(NamedTuple):
    """A holiday by its rule, with or without its year."""

    rule: str
    how: str = ""
    year: int | None = None


class Clock(NamedTuple):
    """A time of day (``T17:00``) or part of it (``TNI``) on a date; None: the report's own day."""

    date: "Meaning | None"
    clock: str
    zone: int | str | None = None


class Between(NamedTuple):
    """From one date to another, both told in one expression."""

    first: "Meaning"
    last: "Meaning"


class Open(NamedTuple):
    """A date that can be read in two ways: 05/04/2013."""

    month_first: str
    day_first: str


Meaning = Fixed | Offset | Month | Weekday | Season | Quarter | Holiday | Clock | Between | Open


class Phrase(NamedTuple):
    """A time expression as the grammar reads it: tokens ``first`` up to ``stop``."""

    first: int
    stop: int
    type: TimexType
    meaning: Meaning
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    anchor: tuple[int, int] | None = None
    """Tokens of the event it is relative to."""
