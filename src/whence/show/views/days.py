"""Days out of ISO values of any precision."""

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
