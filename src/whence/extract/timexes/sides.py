"""Which year or day a bare month or weekday means, given the side that tense says."""

from datetime import date

from whence.extract.timexes.calendar import add_days, holiday
from whence.extract.timexes.moments import Moment
from whence.extract.timexes.phrases import Month
from whence.model import Direction

# A month or day this near is meant even where the tense points to one eleven months away: writers
# name the year of what is far. TempEval-3 train, value F1: 79.0 with 0 days, 79.8 with 45.
NEAR = 45


def month_value(year: int, meaning: Month) -> str:
    """A month, or its day, of a year: ``2014-08-05``."""
    day = f"-{meaning.day:02d}" if meaning.day else ""
    return f"{year:04d}-{meaning.month:02d}{day}"


def pick_year(base: Moment, meaning: Month, side: Direction, near: int) -> int:
    """The year of a bare month or day, by tense and nearness."""
    year = base.day.year
    if base.grain == "Y":
        return year
    there = (meaning.month, meaning.day or 0 if base.grain == "D" else 0)
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


def relation(year: int, meaning: Month, base: Moment) -> Direction:
    """Which side of publication a month or day lies on."""
    here = (base.day.year, base.day.month, base.day.day if meaning.day else 0)
    there = (year, meaning.month, meaning.day or 0)
    if there == here:
        return Direction.SAME
    return Direction.PAST if there < here else Direction.FUTURE


def weekday_from(day: date, weekday: int, how: str, side: Direction) -> date | None:
    """The weekday meant, seen from a day."""
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


def compare(day: date, base: date) -> Direction:
    """Which side of another day a day lies on."""
    if day == base:
        return Direction.SAME
    return Direction.PAST if day < base else Direction.FUTURE


def side_of(amount: float) -> Direction:
    """The side that a step of so many units goes to."""
    if amount == 0:
        return Direction.SAME
    return Direction.PAST if amount < 0 else Direction.FUTURE


def side_words(side: Direction, how: str = "") -> str:
    """The side in words, for the reason given."""
    if how == "last" or side is Direction.PAST:
        return "the last before"
    if how == "next" or side is Direction.FUTURE:
        return "the next after"
    return "the nearest to"


def pick_holiday(rule: str, base: date, side: Direction, *, sure: bool) -> tuple[str | None, str]:
    """The day a holiday without a year means, and why: by tense, unless one is near."""
    days = [value for year in (-1, 0, 1) if (value := holiday(rule, base.year + year))]
    past = [value for value in days if value <= base.isoformat()]
    ahead = [value for value in days if value >= base.isoformat()]
    is_near = bool(ahead) and (date.fromisoformat(ahead[0]) - base).days <= NEAR
    if side is Direction.PAST and past and (sure or not is_near):
        return past[-1], "the last before publication"
    if side is Direction.FUTURE and ahead:
        return ahead[0], "the next after publication"
    nearest = min(days, key=lambda day: abs((date.fromisoformat(day) - base).days), default=None)
    return nearest, "the nearest to publication"
