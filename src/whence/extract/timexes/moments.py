"""Moments as precise as they are known, and what lies so many units from them."""

import math
import re
from datetime import date
from typing import NamedTuple

from whence.extract.timexes.calendar import add_days, add_months, bounds, make_day, week_value
from whence.extract.timexes.phrases import Offset

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


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
        return iso(moved)
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
    if (meaning.unit == "W" and not meaning.keeps_grain) or meaning.unit == "N":
        return _weeks(first, meaning)
    days = {"D": 1, "W": 7}.get(meaning.unit)
    return iso(add_days(first, round(amount * days))) if days else None


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


def iso(day: date | None) -> str | None:
    """A day as ISO; None stays None."""
    return day.isoformat() if day else None


_UNIT_WORDS = {
    "D": "day",
    "W": "week",
    "N": "weekend",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "E": "decade",
    "C": "century",
    "TH": "hour",
    "TM": "minute",
    "TS": "second",
}


def distance(meaning: Offset) -> str:
    """So many units, in words: ``2 years back``."""
    amount = abs(meaning.amount)
    if amount == 0:
        return f"the {_UNIT_WORDS.get(meaning.unit, 'time')}"
    side = "back" if meaning.amount < 0 else "on"
    return f"{amount:g} {_UNIT_WORDS.get(meaning.unit, 'unit')}{'' if amount == 1 else 's'} {side}"
