"""Arithmetic of TIMEX3 values: what a value covers, and what lies so many units away."""

import re
from calendar import monthrange
from datetime import date, timedelta

MONTHS_OF = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_VALUE = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{1,4})"
    r"(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<end>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?"
    r"(?P<clock>T.*)?\Z"
)


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def add_days(day: date, days: int) -> date | None:
    """The day so many days away, or None outside the calendar."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """The month so many months away."""
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def week_value(day: date) -> str:
    """The ISO week that holds a day: ``2021-W07``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def bounds(value: str | None) -> tuple[date, date] | None:
    """First and last day that a DATE or TIME value covers; None for what is no such value."""
    if not value:
        return None
    if "/" in value:
        first, _, last = value.partition("/")
        a, b = bounds(first), bounds(last)
        return (a[0], b[1]) if a and b and a[0] <= b[1] else None
    if value.startswith("FY"):
        return None
    found = _VALUE.match(value)
    if not found or found["bc"]:
        return None
    return _bounds_of(found)


def _bounds_of(found: re.Match[str]) -> tuple[date, date] | None:
    digits = found["year"]
    year = int(digits)
    if len(digits) < 4:
        if found["month"] or found["week"] or len(digits) < 2:
            return None
        step = 10 ** (4 - len(digits))
        return _days(max(1, year * step), 1, year * step + step - 1, 12)
    if found["day"]:
        day = make_day(year, int(found["month"]), int(found["day"]))
        return (day, day) if day else None
    if found["month"]:
        return _days(year, int(found["month"]), year, int(found["month"]))
    if found["week"]:
        return _week(year, int(found["week"]), is_end=bool(found["end"]))
    if found["quarter"]:
        first = int(found["quarter"]) * 3 - 2
        return _days(year, first, year, first + 2)
    if found["half"]:
        first = int(found["half"]) * 6 - 5
        return _days(year, first, year, first + 5)
    if found["season"]:
        first, last = MONTHS_OF[found["season"]]
        return _days(year, first, year + (last < first), last)
    return _days(year, 1, year, 12)


def _days(year: int, month: int, last_year: int, last_month: int) -> tuple[date, date] | None:
    first = make_day(year, month, 1)
    if not first or not (1 <= last_year <= 9999 and 1 <= last_month <= 12):
        return None
    return first, date(last_year, last_month, monthrange(last_year, last_month)[1])


def _week(year: int, week: int, *, is_end: bool) -> tuple[date, date] | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    first = add_days(monday, 5) if is_end else monday
    last = add_days(monday, 6)
    return (first, last) if first and last else None


def season_of(day: date) -> tuple[int, str]:
    """The season that holds a day, by whole months of the north; winter by its first year."""
    for code, (first, last) in MONTHS_OF.items():
        if first <= day.month <= last:
            return day.year, code
    return (day.year, "WI") if day.month == 12 else (day.year - 1, "WI")


def easter(year: int) -> date:
    """Easter Sunday of a year (Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th weekday (1 Monday to 7 Sunday) of a month; the last one for n = -1."""
    if n < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def holiday(rule: str, year: int) -> str | None:
    """The day on which a holiday falls: ``12-25``, ``easter-2``, ``thanksgiving``."""
    if not 1583 <= year <= 9990:
        return None
    if rule[0].isdigit():
        return f"{year:04d}-{rule}"
    if rule.startswith("easter"):
        return (easter(year) + timedelta(int(rule[6:]))).isoformat()
    month, weekday, n = _FLOATING[rule]
    return nth_weekday(year, month, weekday, n).isoformat()


_FLOATING = {
    "thanksgiving": (11, 4, 4),
    "labor": (9, 1, 1),
    "memorial": (5, 1, -1),
    "king": (1, 1, 3),
    "presidents": (2, 1, 3),
}


def zone_offset(rule: int | str, day: date | None) -> str | None:
    """The offset of a zone on a day as in ISO 8601 (``Z``, ``-04:00``).

    None where it depends on the season and no day is known.
    """
    minutes = rule if isinstance(rule, int) else _summer_rule(rule, day)
    if minutes is None:
        return None
    if minutes == 0:
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _summer_rule(rule: str, day: date | None) -> int | None:
    if day is None or not 1900 < day.year < 9990:
        return None
    year, base = day.year, int(rule[2:])
    if rule.startswith("us"):
        first, last = nth_weekday(year, 3, 7, 2), nth_weekday(year, 11, 7, 1)
        if year < 2007:
            first, last = nth_weekday(year, 4, 7, 1), nth_weekday(year, 10, 7, -1)
    elif rule.startswith("eu"):
        first, last = nth_weekday(year, 3, 7, -1), nth_weekday(year, 10, 7, -1)
    else:
        last, first = nth_weekday(year, 4, 7, 1), nth_weekday(year, 10, 7, 1)
        return base + 60 * (not last <= day < first)
    return base + 60 * (first <= day < last)
