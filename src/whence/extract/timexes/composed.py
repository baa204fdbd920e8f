"""Dates with a time of day: ``Friday at 5 p.m.``, ``23:50 on 7 June``."""

from whence.extract.numerals import Tokens
from whence.extract.timexes import dates, relative
from whence.extract.timexes.clock import ClockTime, city_zone_at, parse_clock, zone_at
from whence.extract.timexes.phrases import Clock, Fixed, Month, Offset, Phrase, Weekday
from whence.extract.timexes.rules import DATE, TIME, from_the
from whence.extract.timexes.words import DAY_PARTS


def date_at(tokens: Tokens, i: int) -> Phrase | None:
    """A date (``Friday``, ``7 June``, ``yesterday``."""
    word = tokens.at(i)
    if word in ("today", "yesterday", "tomorrow"):
        return relative.day_word(tokens, i)
    if word in ("last", "next", "this", "that"):
        return relative.stepped(tokens, i)
    if word == "the":
        return from_the(tokens, i)
    found = dates.absolute_date(tokens, i)
    if found and isinstance(found.meaning, Weekday) and tokens.at(found.stop) in DAY_PARTS:
        part = DAY_PARTS[tokens.at(found.stop)]
        return Phrase(i, found.stop + 1, TIME, Clock(found.meaning, "T" + part))
    return found


def clock_and_date(tokens: Tokens, i: int, clock: ClockTime) -> Phrase:
    """``10 p.m. Wednesday``, ``23:50 on 7 June``, ``noon on Friday``, ``5 p.m. EST, Nov. 6``."""
    j = clock.stop
    inside_comma = tokens.at(j) == ","
    if tokens.at(j) in ("on", "of", ",", "the"):
        j += 1
        if tokens.at(j) == "on":
            j += 1
    inner = date_at(tokens, j)
    if inner and inner.meaning.__class__ in _DAYS_OF and inner.type in (DATE, TIME):
        meaning = inner.meaning
        if (
            (isinstance(meaning, Month) and meaning.day is None)
            or (isinstance(meaning, Fixed) and len(meaning.value) != 10)
            or (inside_comma and not isinstance(meaning, Month | Fixed | Weekday))
        ):
            inner = None
    else:
        inner = None
    stop = inner.stop if inner else clock.stop
    day = inner.meaning if inner else None
    if isinstance(day, Clock):
        day = day.date
    zone = clock.zone
    if zone is None:
        zone, stop = city_zone_at(tokens, stop) if inner else (None, stop)
        if zone is None and inner:
            zone, stop = zone_at(tokens, stop)
    return Phrase(i, stop, TIME, Clock(day, clock.clock, zone))


_DAYS_OF = (Month, Weekday, Offset, Fixed, Clock)


def dated(tokens: Tokens, phrase: Phrase | None) -> Phrase | None:
    """The date with a clock after it, if one follows: ``Friday at 5 p.m. Eastern time``."""
    if phrase is None or phrase.type is not DATE or not is_day(phrase):
        return phrase
    j = phrase.stop
    part = DAY_PARTS.get(tokens.at(j))
    if part and isinstance(phrase.meaning, Weekday | Month | Offset):
        if not tokens.is_capital(j):
            return Phrase(phrase.first, j + 1, TIME, Clock(phrase.meaning, "T" + part))
        return phrase
    k = j
    if tokens.at(k) == ",":
        k += 1
    if tokens.at(k) in ("at", "around", "about", "by"):
        k += 1
    if tokens.at(k) == "t" and tokens.is_tight(k) and tokens.is_tight(k + 1):
        k += 1
    clock = parse_clock(tokens, k)
    if clock is None or (k == j and tokens.word[k][:1].isdecimal() and ":" not in clock.clock):
        return phrase
    if tokens.at(j) == "," and k == j + 1 and not tokens.word[k][:1].isdecimal():
        return phrase
    stop, zone = clock.stop, clock.zone
    if zone is None:
        zone, stop = city_zone_at(tokens, stop)
    return Phrase(phrase.first, stop, TIME, Clock(phrase.meaning, clock.clock, zone))


def is_day(phrase: Phrase) -> bool:
    """Whether an expression means one day, so that a time of day may follow it."""
    meaning = phrase.meaning
    if isinstance(meaning, Month):
        return meaning.day is not None
    if isinstance(meaning, Fixed):
        return len(meaning.value) == 10
    return isinstance(meaning, Weekday) or (isinstance(meaning, Offset) and meaning.unit == "D")
