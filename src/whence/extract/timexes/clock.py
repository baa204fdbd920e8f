"""Times of day and their zones: ``5 p.m. Eastern time``, ``23:50``, ``0630 GMT``, ``noon``."""

from typing import NamedTuple

from whence.extract.numerals import Tokens
from whence.extract.timexes.words import CITIES, DAY_PARTS, ONES, ZONES

_NAMED = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
_ZONE_TAILS = frozenset(("time", "standard", "daylight", "summer"))
_ONLY_TIMES = frozenset(("eastern", "central", "mountain", "pacific", "z", "et", "ct", "mt", "pt"))


class ClockTime(NamedTuple):
    """A time of day as read: its value, its zone and the token after it."""

    clock: str
    zone: int | str | None
    stop: int


def parse_clock(tokens: Tokens, i: int) -> ClockTime | None:
    """The time of day that begins at token ``i``, with its zone."""
    word = tokens.at(i)
    if word in _NAMED:
        return _with_zone(tokens, _NAMED[word], i + 1)
    if word[:1].isdecimal():
        return _digits(tokens, i)
    if (
        word in ONES
        and 1 <= ONES[word] <= 12
        and (tokens.at(i + 1) == "o'clock" or tokens.at(i + 1) in ("am", "pm"))
    ):
        return _half_of_day(tokens, ONES[word], 0, i + 1)
    return None


def _digits(tokens: Tokens, i: int) -> ClockTime | None:
    word = tokens.word[i]
    hour, minute, second, j = -1, 0, "", i + 1
    if word.isdecimal():
        if len(word) <= 2:
            hour = int(word)
            if tokens.at(j) == ":" and tokens.is_tight(j) and tokens.is_tight(j + 1):
                digits = tokens.at(j + 1)
                if not (digits.isdecimal() and len(digits) == 2 and int(digits) < 60):
                    return None
                minute, j = int(digits), j + 2
                if tokens.at(j) == ":" and tokens.is_tight(j) and len(tokens.at(j + 1)) == 2:
                    if not tokens.at(j + 1).isdecimal():
                        return None
                    second, j = ":" + tokens.at(j + 1), j + 2
                return _exact(tokens, hour, minute, second, j)
            if tokens.at(j) == "h" and tokens.is_tight(j) and tokens.is_tight(j + 1):
                digits = tokens.at(j + 1)
                if digits.isdecimal() and len(digits) == 2 and int(digits) < 60 and hour < 24:
                    return _with_zone(tokens, f"T{hour:02d}:{digits}", j + 2)
        elif len(word) == 4 and int(word[:2]) < 24 and int(word[2:]) < 60:
            if tokens.at(j) == "hours" and word[0] in "012":
                return _with_zone(tokens, f"T{word[:2]}:{word[2:]}", j + 1)
            if tokens.at(j) in ("gmt", "utc", "z", "edt", "est"):
                return _with_zone(tokens, f"T{word[:2]}:{word[2:]}", j)
            return None
    else:
        parts = word.split(".")
        if (
            len(parts) == 2
            and len(parts[1]) == 2
            and parts[0].isdecimal()
            and parts[1].isdecimal()
            and len(parts[0]) <= 2
            and int(parts[1]) < 60
        ):
            hour, minute = int(parts[0]), int(parts[1])
    if 1 <= hour <= 12:
        return _half_of_day(tokens, hour, minute, j)
    return None


def _exact(tokens: Tokens, hour: int, minute: int, second: str, j: int) -> ClockTime | None:
    if hour <= 12 and tokens.at(j) in ("am", "pm", "a", "p") and hour:
        halved = _half_of_day(tokens, hour, minute, j)
        if halved:
            return halved
    if hour > 24 or (tokens.at(j) == "." and tokens.at(j + 1).isdecimal() and tokens.is_tight(j)):
        return None
    return _with_zone(tokens, f"T{hour:02d}:{minute:02d}{second}", j)


def _half_of_day(tokens: Tokens, hour: int, minute: int, j: int) -> ClockTime | None:
    word = tokens.at(j)
    if word == "o'clock":
        j += 1
        word = tokens.at(j)
        if word not in ("am", "pm") and tokens.at(j) != "in":
            return _with_zone(tokens, f"T{hour:02d}:{minute:02d}", j)
    if word in ("am", "pm"):
        return _with_zone(tokens, f"T{hour % 12 + 12 * (word == 'pm'):02d}:{minute:02d}", j + 1)
    if word in ("a", "p") and tokens.at(j + 1) == "m" and tokens.is_tight(j + 1):
        return _with_zone(tokens, f"T{hour % 12 + 12 * (word == 'p'):02d}:{minute:02d}", j + 2)
    if word == "in" and tokens.at(j + 1) == "the" and tokens.at(j + 2) in DAY_PARTS:
        late = tokens.at(j + 2) in ("afternoon", "evening")
        return ClockTime(f"T{hour % 12 + 12 * late:02d}:{minute:02d}", None, j + 3)
    if word in ("gmt", "utc") and minute:
        return _with_zone(tokens, f"T{hour:02d}:{minute:02d}", j)
    return None


def _with_zone(tokens: Tokens, clock: str, j: int) -> ClockTime:
    zone, stop = zone_at(tokens, j)
    return ClockTime(clock, zone, stop)


def zone_at(tokens: Tokens, j: int) -> tuple[int | str | None, int]:
    """The zone named at token ``j`` (``EST``, ``Eastern time``."""
    k = j + 1 if tokens.at(j) in ("(", ",") else j
    word = tokens.at(k)
    found: int | str | None = ZONES.get(word)
    stop = k + 1
    if found is not None and not (tokens.is_capital(k) or word in ("gmt", "utc", "eastern")):
        found = None
    if (
        found is not None
        and word in _ONLY_TIMES
        and word not in ("z", "et", "pt", "ct", "mt")
        and tokens.at(stop) not in _ZONE_TAILS
    ):
        return None, j
    if found is None and word in CITIES and tokens.at(stop) in ("time", "standard"):
        found = CITIES[word]
    if found is None:
        if word == "local" and tokens.at(stop) == "time":
            return None, stop + 1
        return None, j
    while tokens.at(stop) in _ZONE_TAILS:
        stop += 1
    if tokens.at(j) == "(":
        return (found, stop + 1) if tokens.at(stop) == ")" else (None, j)
    if tokens.at(j) == ",":
        return None, j
    if tokens.at(stop) in ("+", "-") and tokens.at(stop + 1).isdecimal() and isinstance(found, int):
        hours = int(tokens.at(stop + 1)[:2])
        if hours <= 14 and tokens.is_tight(stop):
            return found + 60 * hours * (1 if tokens.at(stop) == "+" else -1), stop + 2
    return found, stop


def city_zone_at(tokens: Tokens, i: int) -> tuple[int | str | None, int]:
    """The zone of ``in Tokyo`` at token ``i`` and the token after it."""
    if tokens.at(i) == "in":
        if tokens.at(i + 1) in CITIES and tokens.is_capital(i + 1):
            return CITIES[tokens.at(i + 1)], i + 2
        if tokens.at(i + 1) == "new" and tokens.at(i + 2) == "york":
            return "us-300", i + 3
        if tokens.at(i + 1) == "los" and tokens.at(i + 2) == "angeles":
            return "us-480", i + 3
        if tokens.at(i + 1) == "hong" and tokens.at(i + 2) == "kong":
            return 480, i + 3
    return None, i
