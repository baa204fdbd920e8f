"""Expressions laid against the publication date and against what was told before them."""

import math
import re
from datetime import date
from typing import NamedTuple

from whence.extract.timexes.calendar import (
    add_days,
    add_months,
    bounds,
    holiday,
    make_day,
    season_of,
    week_value,
    zone_offset,
)
from whence.extract.timexes.phrases import (
    Between,
    Clock,
    Fixed,
    Holiday,
    Meaning,
    Month,
    Offset,
    Open,
    Quarter,
    Season,
    Weekday,
)
from whence.model import Direction

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
# A month or day this near is meant even where the tense points to one eleven months away: writers
# name the year of what is far (tempeval train: 21 of 24 such cases).
_NEAR = 45
_YEARS = {"Y": 1, "E": 10, "C": 100}


class Moment(NamedTuple):
    """A date no more precise than known: the day is made up where only month or year is."""

    day: date
    grain: str
    """Y, M or D; a value told before may also have W, Q."""


def parse_moment(value: str | None) -> Moment | None:
    """The year, month or day that an ISO date begins with."""
    found = _ISO.match(value or "")
    if not found:
        return None
    year, month, day = found.groups()
    made = make_day(int(year), int(month or 1), int(day or 1))
    return Moment(made, "D" if day else "M" if month else "Y") if made else None


class Answer(NamedTuple):
    """The value of an expression, and how it was found."""

    value: str | None
    direction: Direction = Direction.UNKNOWN
    is_relative: bool = False
    reason: str = ""
    alternatives: tuple[str, ...] = ()


class Resolver:
    """Gives values to meanings, one report long; remembers the date last told.

    Attributes:
        published: When the report appeared, as far as known.
        told: The value last told that has a place in the calendar.
        is_narrative: Whether bare months belong to the year last told (a biography, a chronicle).
        is_day_first: How to read 05/04/2013; None when nothing says.
        is_sure: Whether tense leaves no doubt: ``was sold in March``.
    """

    def __init__(
        self,
        published: Moment | None,
        *,
        is_narrative: bool = False,
        is_day_first: bool | None = None,
    ) -> None:
        self.published, self.is_narrative, self.is_day_first = published, is_narrative, is_day_first
        self.told: str | None = None
        self.told_quarter: str | None = None
        self.is_sure = False

    def resolve(self, meaning: Meaning, side: Direction) -> Answer:
        """The value of a meaning, given the side that tense and cues say."""
        match meaning:
            case Fixed():
                return Answer(meaning.value, reason="as written")
            case Offset():
                return self._offset(meaning)
            case Month():
                return self._month(meaning, side)
            case Weekday():
                return self._weekday(meaning, side)
            case Season():
                return self._season(meaning, side)
            case Quarter():
                return self._quarter(meaning, side)
            case Holiday():
                return self._holiday(meaning, side)
            case Clock():
                return self._clock(meaning, side)
            case Between():
                return self._between(meaning, side)
            case Open():
                return self._open(meaning)

    def remember(self, value: str | None) -> None:
        """Takes note of a value told, for what comes after it."""
        if value and bounds(value):
            self.told = value.partition("/")[0].partition("T")[0]
            if "-Q" in self.told:
                self.told_quarter = self.told

    # Distances -----------------------------------------------------------------------------

    def _offset(self, meaning: Offset) -> Answer:
        if (
            meaning.unit == "Y"
            and meaning.amount == -1
            and self.told_quarter
            and meaning.keeps_grain
        ):
            if self.told in (None, self.told_quarter) or not meaning.from_reference:
                value = shift(self.told_quarter, meaning)
                return Answer(value, Direction.PAST, True, f"a year back from {self.told_quarter}")
        if meaning.from_reference and self.told is not None:
            value = shift(self.told, meaning)
            reason = f"{_distance(meaning)} from {self.told}, told before it"
            return Answer(value, _side_of(meaning.amount), True, reason)
        base = self.published
        if base is None:
            return Answer(
                None, is_relative=True, reason="relative, and no publication date is known"
            )
        value = shift_moment(base, meaning)
        reason = f"{_distance(meaning)} from publication, {show_moment(base)}"
        return Answer(value, _side_of(meaning.amount), True, reason)

    # Months, weekdays, seasons ---------------------------------------------------------------

    def _month(self, meaning: Month, side: Direction) -> Answer:
        if meaning.year is not None:
            return Answer(_month_value(meaning.year, meaning), reason="as written")
        year, where = self._base_year(side)
        base = self.published
        if year is None or base is None and not where:
            return Answer(
                "XXXX" + _month_value(0, meaning)[4:], is_relative=True, reason="no year is known"
            )
        if meaning.year_offset is not None:
            value = _month_value(year + meaning.year_offset, meaning)
            return Answer(
                value, _side_of(meaning.year_offset), True, "its year is told from publication"
            )
        if where:
            return Answer(
                _month_value(year, meaning), Direction.UNKNOWN, True, f"year from {where}"
            )
        assert base is not None
        picked = _pick_year(base, meaning, side, 0 if self.is_sure else _NEAR)
        reason = f"{_side_words(side)} publication, {show_moment(base)}"
        return Answer(_month_value(picked, meaning), _relation(picked, meaning, base), True, reason)

    def _base_year(self, side: Direction) -> tuple[int | None, str]:
        told = self.told
        if (
            told is not None
            and (self.is_narrative or self.published is None)
            and told[:4].isdigit()
        ):
            return int(told[:4]), told
        return (self.published.day.year, "") if self.published else (None, "")

    def _weekday(self, meaning: Weekday, side: Direction) -> Answer:
        base = self.published
        if meaning.how.startswith("told-") and self.told is not None:
            moment = parse_moment(self.told)
            if moment and moment.grain == "D":
                day = _weekday_from(moment.day, meaning.day, meaning.how[5:], side)
                return Answer(_iso(day), _side_of(0), True, f"from {self.told}, told before it")
        if base is None or base.grain != "D":
            reason = "a weekday, and no day of publication is known"
            return Answer(None, is_relative=True, reason=reason)
        if meaning.week_offset is not None:
            monday = base.day.toordinal() - base.day.weekday() + 7 * meaning.week_offset
            day = date.fromordinal(max(1, monday + meaning.day - 1))
            return Answer(day.isoformat(), _side_of(meaning.week_offset), True, "by its week")
        how = meaning.how.removeprefix("told-")
        found = _weekday_from(base.day, meaning.day, how, side)
        reason = (
            f"{_side_words(side if not how else Direction.UNKNOWN, how)} publication, {base.day}"
        )
        direction = Direction.UNKNOWN
        if found:
            direction = _compare(found, base.day)
        return Answer(_iso(found), direction, True, reason)

    def _season(self, meaning: Season, side: Direction) -> Answer:
        if meaning.year is not None:
            return Answer(f"{meaning.year:04d}-{meaning.code}", reason="as written")
        if self.is_narrative and self.told is not None and self.told[:4].isdigit():
            return Answer(
                f"{self.told[:4]}-{meaning.code}", is_relative=True, reason=f"year from {self.told}"
            )
        if self.published is None or self.published.grain == "Y":
            return Answer(
                None, is_relative=True, reason="a season, and no month of publication is known"
            )
        year, current = season_of(self.published.day)
        order = ("SP", "SU", "FA", "WI")
        ahead = order.index(meaning.code) - order.index(current)
        if meaning.how == "last":
            year -= ahead >= 0
        elif meaning.how == "next":
            year += ahead <= 0
        elif side is Direction.PAST and ahead > 0 and not meaning.how:
            year -= 1
        elif side is Direction.FUTURE and ahead < 0 and not meaning.how:
            year += 1
        return Answer(f"{year:04d}-{meaning.code}", side, True, "season against publication")

    def _quarter(self, meaning: Quarter, side: Direction) -> Answer:
        letter = "H" if meaning.is_half else "Q"
        told = bounds(self.told)
        if meaning.quarter == 0:
            return self._same_quarter(meaning)
        if meaning.year is not None:
            return Answer(f"{meaning.year:04d}-{letter}{meaning.quarter}", reason="as written")
        base = self.published.day if self.published else told[0] if told else None
        if base is None:
            return Answer(None, is_relative=True, reason="no publication date is known")
        if meaning.year_offset is not None:
            year = base.year + meaning.year_offset
            return Answer(
                f"{year:04d}-{letter}{meaning.quarter}", _side_of(meaning.year_offset), True, ""
            )
        current = (base.month + 2) // 3 if not meaning.is_half else (base.month + 5) // 6
        year = base.year
        if meaning.quarter > current and side is not Direction.FUTURE:
            year -= meaning.quarter - current > 1 or side is Direction.PAST
        elif (
            meaning.quarter < current and side is Direction.FUTURE and current - meaning.quarter > 2
        ):
            year += 1
        return Answer(
            f"{year:04d}-{letter}{meaning.quarter}", side, True, "the nearest to publication"
        )

    def _same_quarter(self, meaning: Quarter) -> Answer:
        """``the quarter``: the one last told, or the one that ended last before publication."""
        if self.told and "-Q" in self.told:
            value = self.told if meaning.year is None else f"{meaning.year:04d}{self.told[4:]}"
            return Answer(value, is_relative=True, reason="the quarter told before it")
        if self.published is None:
            return Answer(None, is_relative=True, reason="no publication date is known")
        value = shift_moment(self.published, Offset("Q", -1))
        if meaning.year is not None and value:
            value = f"{meaning.year:04d}{value[4:]}"
        return Answer(value, Direction.PAST, True, "the quarter that ended last")

    def _holiday(self, meaning: Holiday, side: Direction) -> Answer:
        if meaning.year is not None:
            return Answer(holiday(meaning.rule, meaning.year), reason="as written")
        if self.published is None:
            if meaning.rule[0].isdigit():
                return Answer("XXXX-" + meaning.rule, is_relative=True, reason="no year is known")
            return Answer(None, is_relative=True, reason="no publication date is known")
        base = self.published.day
        years = (base.year - 1, base.year, base.year + 1)
        days = [value for year in years if (value := holiday(meaning.rule, year))]
        past = [value for value in days if value <= base.isoformat()]
        ahead = [value for value in days if value >= base.isoformat()]
        if side is Direction.PAST and past:
            return Answer(past[-1], side, True, "the last before publication")
        if side is Direction.FUTURE and ahead:
            return Answer(ahead[0], side, True, "the next after publication")
        nearest = min(days, key=lambda v: abs((date.fromisoformat(v) - base).days), default=None)
        return Answer(nearest, Direction.UNKNOWN, True, "the nearest to publication")

    # Composed --------------------------------------------------------------------------------

    def _clock(self, meaning: Clock, side: Direction) -> Answer:
        inner: Meaning = meaning.date if meaning.date is not None else Offset("D", 0)
        answer = self.resolve(inner, side)
        value = answer.value
        if meaning.date is None and self.is_narrative and self.told and len(self.told) == 10:
            answer = Answer(self.told, is_relative=True, reason="the day told before it")
            value = self.told
        zone = ""
        if meaning.zone is not None:
            moment = parse_moment(value)
            day = moment.day if moment and moment.grain == "D" else None
            zone = zone_offset(meaning.zone, day) or ""
        if value is None or bounds(value) is None and not value.startswith("XXXX"):
            return answer._replace(
                value="XXXX-XX-XX" + meaning.clock + zone if meaning.clock[1].isdigit() else None
            )
        if "T" in value:
            value = value.partition("T")[0]
        if len(value) != 10:
            return answer
        return answer._replace(value=value + meaning.clock + zone)

    def _between(self, meaning: Between, side: Direction) -> Answer:
        first, last = meaning.first, meaning.last
        if (
            isinstance(first, Month)
            and isinstance(last, Month)
            and first.year is None
            and last.year
        ):
            first = first._replace(year=last.year)
        a, b = self.resolve(first, side), self.resolve(last, side)
        if a.value is None or b.value is None:
            return Answer(None, is_relative=True, reason=a.reason or b.reason)
        return a._replace(value=f"{a.value}/{b.value}")

    def _open(self, meaning: Open) -> Answer:
        if self.is_day_first is None:
            return Answer(
                meaning.day_first[:4],
                reason="day first or month first: nothing says",
                alternatives=tuple(sorted((meaning.day_first, meaning.month_first))),
            )
        if self.is_day_first:
            return Answer(meaning.day_first, reason="day first, as elsewhere in the report")
        return Answer(meaning.month_first, reason="month first, as elsewhere in the report")


def shift_moment(base: Moment, meaning: Offset) -> str | None:
    """So many units from a moment, as precise as both; None where the moment is too vague."""
    unit, amount = meaning.unit, meaning.amount
    fine = {"Y": "YEC", "M": "YECMQ"}.get(base.grain)
    if fine is not None and unit not in fine:
        return None
    day = base.day
    whole = amount == int(amount)
    if unit in _YEARS:
        if unit == "E" and amount == 0:
            return f"{day.year // 10:03d}"
        if unit == "C" and amount == 0:
            return f"{day.year // 100:02d}"
        if (
            unit == "E"
            and whole
            and not meaning.keeps_grain
            and abs(amount) == 1
            and meaning.from_reference
        ):
            return f"{day.year // 10 + int(amount):03d}"
        months = amount * 12 * _YEARS[unit]
        if not whole and unit == "Y":
            year, month = add_months(day.year, day.month, math.floor(months))
            return f"{year:04d}" if 0 < year < 10000 else None
        year = day.year + int(amount * _YEARS[unit])
        return f"{year:04d}" if 0 < year < 10000 else None
    if unit == "M":
        year, month = add_months(day.year, day.month, math.trunc(amount))
        if not whole:
            made = make_day(year, month, min(day.day, 28))
            moved = add_days(made, round((amount - math.trunc(amount)) * 30)) if made else None
            return moved.isoformat()[:7] if moved else None
        return f"{year:04d}-{month:02d}" if 0 < year < 10000 else None
    if unit == "Q":
        year, month = add_months(day.year, day.month, int(amount) * 3)
        return f"{year:04d}-Q{(month + 2) // 3}" if 0 < year < 10000 else None
    if unit in ("W", "N"):
        return _weeks(day, meaning)
    if unit == "D":
        moved = add_days(day, round(amount))
        return _iso(moved)
    return None


def _weeks(day: date, meaning: Offset) -> str | None:
    amount = meaning.amount
    if meaning.unit == "N" and amount == -1 and day.isoweekday() == 7:
        amount = 0
    moved = add_days(day, round(7 * amount))
    if moved is None:
        return None
    return week_value(moved) + ("-WE" if meaning.unit == "N" else "")


def shift(told: str, meaning: Offset) -> str | None:
    """So many units from a value told before."""
    if meaning.amount == 0:
        return _widened(told, meaning.unit)
    limits = bounds(told)
    if limits is None:
        return None
    first = limits[0]
    grain = "D" if len(told) == 10 else "W" if "-W" in told else "Q" if "-Q" in told else (
        "M" if len(told) == 7 else "Y"
    )  # fmt: skip
    amount = meaning.amount
    if meaning.unit in _YEARS:
        year = first.year + int(amount * _YEARS[meaning.unit])
        if not 0 < year < 10000:
            return None
        return f"{year:04d}" + (told[4:] if meaning.keeps_grain and grain == "Q" else "")
    if meaning.unit in ("M", "Q"):
        step = int(amount) * (3 if meaning.unit == "Q" else 1)
        year, month = add_months(first.year, first.month, step)
        if not 0 < year < 10000 or grain == "Y":
            return None
        return (
            f"{year:04d}-{month:02d}" if meaning.unit == "M" else f"{year:04d}-Q{(month + 2) // 3}"
        )
    if grain != "D":
        return None
    if meaning.unit == "W" and not meaning.keeps_grain or meaning.unit == "N":
        return _weeks(first, meaning)
    days = {"D": 1, "W": 7}.get(meaning.unit)
    return _iso(add_days(first, round(amount * days))) if days else None


def _widened(told: str, unit: str) -> str | None:
    """``that year``, ``the same day``: the part of the value told that has the unit's size."""
    moment = parse_moment(told)
    if moment is None:
        return None
    if unit == "Y":
        return told[:4]
    if unit == "M":
        return told[:7] if moment.grain != "Y" else None
    if unit == "D":
        return told if len(told) == 10 else None
    if unit == "E":
        return told[:3]
    if unit in ("W", "N") and len(told) == 10:
        return week_value(moment.day) + ("-WE" if unit == "N" else "")
    return told if unit == "Q" and "-Q" in told else None


def show_moment(moment: Moment) -> str:
    """A moment as ISO, as precise as it is known."""
    return moment.day.isoformat()[: {"Y": 4, "M": 7}.get(moment.grain, 10)]


def _month_value(year: int, meaning: Month) -> str:
    day = f"-{meaning.day:02d}" if meaning.day else ""
    return f"{year:04d}-{meaning.month:02d}{day}"


def _pick_year(base: Moment, meaning: Month, side: Direction, near: int) -> int:
    year = base.day.year
    if base.grain == "Y":
        return year
    there = (meaning.month, meaning.day or 0)
    here = (base.day.month, base.day.day if meaning.day and base.grain == "D" else 0)
    if meaning.how == "last":
        return year - (there >= here)
    if meaning.how == "next":
        return year + (there <= here)
    if meaning.how == "this":
        return year
    days = 30 * (meaning.month - base.day.month) + (
        (meaning.day or 0) - base.day.day if meaning.day else 0
    )
    if side is Direction.PAST:
        return year - (there > here and days > near)
    if side is Direction.FUTURE:
        return year + (there < here and days < -near)
    distance = (meaning.month - base.day.month) % 12
    if distance > 6 and meaning.month > base.day.month:
        return year - 1
    if distance <= 4 and meaning.month < base.day.month:
        return year + 1
    return year


def _relation(year: int, meaning: Month, base: Moment) -> Direction:
    here = (base.day.year, base.day.month, base.day.day if meaning.day else 0)
    there = (year, meaning.month, meaning.day or 0)
    if there == here:
        return Direction.SAME
    return Direction.PAST if there < here else Direction.FUTURE


def _weekday_from(day: date, weekday: int, how: str, side: Direction) -> date | None:
    behind = (day.isoweekday() - weekday) % 7
    if how == "last":
        return add_days(day, -(behind or 7))
    ahead = (weekday - day.isoweekday()) % 7
    if how == "next":
        return add_days(day, ahead or 7)
    if how == "this":
        return add_days(day, weekday - day.isoweekday())
    if side is Direction.FUTURE:
        return add_days(day, ahead)
    return add_days(day, -behind)


def _compare(day: date, base: date) -> Direction:
    if day == base:
        return Direction.SAME
    return Direction.PAST if day < base else Direction.FUTURE


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _side_of(amount: float) -> Direction:
    if amount == 0:
        return Direction.SAME
    return Direction.PAST if amount < 0 else Direction.FUTURE


_UNIT_WORDS = {"D": "day", "W": "week", "N": "weekend", "M": "month", "Q": "quarter", "Y": "year",
               "E": "decade", "C": "century", "TH": "hour", "TM": "minute", "TS": "second"}  # fmt: skip


def _distance(meaning: Offset) -> str:
    amount = abs(meaning.amount)
    if amount == 0:
        return f"the {_UNIT_WORDS.get(meaning.unit, 'time')}"
    side = "back" if meaning.amount < 0 else "on"
    return f"{amount:g} {_UNIT_WORDS.get(meaning.unit, 'unit')}{'' if amount == 1 else 's'} {side}"


def _side_words(side: Direction, how: str = "") -> str:
    if how == "last" or side is Direction.PAST:
        return "the last before"
    if how == "next" or side is Direction.FUTURE:
        return "the next after"
    return "the nearest to"
