"""Days out of ISO values of any precision, and how readers see them."""

from datetime import date


def first_day(value: str | None) -> date | None:
    """The first day that an ISO value (year, month, week, day or time) covers; None if unknown."""
    if not value:
        return None
    try:
        if len(value) >= 8 and value[5] == "W":
            return date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
        pieces = [int(piece) for piece in value[:10].split("-")]
        year, month, day = (*pieces, 1, 1)[:3]
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


_PARTS = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def format_when(value: str) -> str:
    """``4 May 2026, night`` for ``2026-05-04TNI``; ``May 2026``, ``week 32 of 2014``, ``1990s``."""
    day, _, clock = value.partition("T")
    told = _format_day(day)
    if not clock:
        return told
    return f"{told}, {_PARTS.get(clock, clock.replace('Z', ' UTC'))}"


def _format_day(value: str) -> str:
    pieces = value.split("-")
    if len(pieces) == 1:
        return f"{value}0s" if len(value) == 3 and value.isdecimal() else value
    if len(pieces) == 2 and pieces[1] in _SEASONS:
        return f"{_SEASONS[pieces[1]]} {pieces[0]}"
    if pieces[1][:1] == "W":
        week = f"week {pieces[1][1:]} of {pieces[0]}"
        return f"weekend of {week}" if pieces[-1] == "WE" else week
    if not pieces[1].isdecimal() or not 1 <= int(pieces[1]) <= 12:
        return value
    month = f"{_MONTHS[int(pieces[1]) - 1]} {pieces[0]}"
    if len(pieces) == 3 and pieces[2].isdecimal():
        return f"{int(pieces[2])} {month}"
    return month if len(pieces) == 2 else value
