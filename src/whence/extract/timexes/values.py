"""Expressions laid against the publication date and against what was told before them."""

from datetime import date
from typing import NamedTuple

from whence.extract.timexes.calendar import add_days, bounds, holiday, season_of, zone_offset
from whence.extract.timexes.moments import (
    Moment,
    distance,
    iso,
    parse_moment,
    shift,
    shift_moment,
    show_moment,
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
from whence.extract.timexes.sides import (
    NEAR,
    compare,
    month_value,
    pick_holiday,
    pick_year,
    relation,
    side_of,
    side_words,
    weekday_from,
)
from whence.model import Direction


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
        is_near: Whether the value last told stands in the same sentence.
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
        self.is_near = False

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
        ) and (self.told in (None, self.told_quarter) or not meaning.from_reference):
            value = shift(self.told_quarter, meaning)
            return Answer(value, Direction.PAST, True, f"a year back from {self.told_quarter}")
        if meaning.from_reference and self.told is not None:
            value = shift(self.told, meaning)
            reason = f"{distance(meaning)} from {self.told}, told before it"
            return Answer(value, side_of(meaning.amount), True, reason)
        base = self.published
        if base is None:
            return Answer(
                None, is_relative=True, reason="relative, and no publication date is known"
            )
        value = shift_moment(base, meaning)
        reason = f"{distance(meaning)} from publication, {show_moment(base)}"
        return Answer(value, side_of(meaning.amount), True, reason)

    # Months, weekdays, seasons ---------------------------------------------------------------

    def _month(self, meaning: Month, side: Direction) -> Answer:
        if meaning.year is not None:
            return Answer(month_value(meaning.year, meaning), reason="as written")
        year, where = self._base_year(meaning)
        base = self.published
        if year is None or (base is None and not where):
            return Answer(
                "XXXX" + month_value(0, meaning)[4:], is_relative=True, reason="no year is known"
            )
        if meaning.year_offset is not None:
            value = month_value(year + meaning.year_offset, meaning)
            return Answer(
                value, side_of(meaning.year_offset), True, "its year is told from publication"
            )
        if where:
            return Answer(month_value(year, meaning), Direction.UNKNOWN, True, f"year from {where}")
        assert base is not None
        picked = pick_year(base, meaning, side, 0 if self.is_sure else NEAR)
        reason = f"{side_words(side)} publication, {show_moment(base)}"
        return Answer(month_value(picked, meaning), relation(picked, meaning, base), True, reason)

    def _base_year(self, meaning: Month) -> tuple[int | None, str]:
        """The year that a month without one is seen from, and the time told that gives it.

        In a report of unknown date that is the year of a month or day told before, or of a year in
        the same sentence: "in 2012 a prize was offered. A strike in January" is of no known year,
        and so is "last October".
        """
        told = self.told
        if told is not None and told[:4].isdigit():
            is_dated = len(told) > len("2012") or self.is_near
            if self.is_narrative or (self.published is None and is_dated and not meaning.how):
                return int(told[:4]), told
        return (self.published.day.year, "") if self.published else (None, "")

    def _weekday(self, meaning: Weekday, side: Direction) -> Answer:
        base = self.published
        if meaning.how.startswith("told-") and self.told is not None:
            moment = parse_moment(self.told)
            if moment and moment.grain == "D":
                day = weekday_from(moment.day, meaning.day, meaning.how[5:], side)
                return Answer(iso(day), side_of(0), True, f"from {self.told}, told before it")
        if base is None or base.grain != "D":
            reason = "a weekday, and no day of publication is known"
            return Answer(None, is_relative=True, reason=reason)
        if meaning.week_offset is not None:
            monday = base.day.toordinal() - base.day.weekday() + 7 * meaning.week_offset
            day = date.fromordinal(max(1, monday + meaning.day - 1))
            return Answer(day.isoformat(), side_of(meaning.week_offset), True, "by its week")
        how = meaning.how.removeprefix("told-")
        found = weekday_from(base.day, meaning.day, how, side)
        reason = (
            f"{side_words(side if not how else Direction.UNKNOWN, how)} publication, {base.day}"
        )
        direction = Direction.UNKNOWN
        if found:
            direction = compare(found, base.day)
        return Answer(iso(found), direction, True, reason)

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
                f"{year:04d}-{letter}{meaning.quarter}", side_of(meaning.year_offset), True, ""
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
        ended = shift_moment(self.published, Offset("Q", -1))
        if meaning.year is not None and ended:
            ended = f"{meaning.year:04d}{ended[4:]}"
        return Answer(ended, Direction.PAST, True, "the quarter that ended last")

    def _holiday(self, meaning: Holiday, side: Direction) -> Answer:
        if meaning.year is not None:
            return Answer(holiday(meaning.rule, meaning.year), reason="as written")
        if self.published is None:
            if meaning.rule[0].isdigit():
                return Answer("XXXX-" + meaning.rule, is_relative=True, reason="no year is known")
            return Answer(None, is_relative=True, reason="no publication date is known")
        value, reason = pick_holiday(meaning.rule, self.published.day, side, sure=self.is_sure)
        return Answer(value, side, True, reason)

    # Composed --------------------------------------------------------------------------------

    def _clock(self, meaning: Clock, side: Direction) -> Answer:
        inner: Meaning = meaning.date if meaning.date is not None else Offset("D", 0)
        answer = self.resolve(inner, side)
        value = answer.value
        is_told = self.is_narrative or self.is_near
        if meaning.date is None and is_told and self.told and len(self.told) == 10:
            answer = Answer(self.told, is_relative=True, reason="the day told before it")
            value = self.told
        zone = ""
        if meaning.zone is not None:
            moment = parse_moment(value)
            day = moment.day if moment and moment.grain == "D" else None
            zone = zone_offset(meaning.zone, day) or ""
            if day and isinstance(meaning.date, Weekday) and self._is_day_ahead(day, meaning, zone):
                value = iso(add_days(day, 7))
                answer = answer._replace(value=value, direction=Direction.SAME)
        if value is None or (bounds(value) is None and not value.startswith("XXXX")):
            return answer._replace(
                value="XXXX-XX-XX" + meaning.clock + zone if meaning.clock[1].isdigit() else None
            )
        if "T" in value:
            value = value.partition("T")[0]
        if len(value) != 10:
            return answer
        return answer._replace(value=value + meaning.clock + zone)

    def _is_day_ahead(self, day: date, meaning: Clock, zone: str) -> bool:
        """Whether it is the morrow only there: 2 a.m. on Saturday in Tokyo, told on Friday."""
        base = self.published
        if base is None or base.grain != "D" or (base.day - day).days != 6 or zone[:1] != "+":
            return False
        return meaning.clock[1:3].isdecimal() and int(meaning.clock[1:3]) < int(zone[1:3])

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
