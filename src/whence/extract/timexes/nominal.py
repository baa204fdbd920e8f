"""Nouns of time after an article: ``the weekend``, ``the end of 1990``."""

from whence.extract.numerals import Tokens
from whence.extract.timexes import dates, durations, periods, relative, years
from whence.extract.timexes.composed import date_at, dated
from whence.extract.timexes.phrases import (
    Clock,
    Fixed,
    Month,
    Offset,
    Phrase,
    Quarter,
    Season,
    Weekday,
)
from whence.extract.timexes.rules import DATE, DURATION, TIME, rule_at
from whence.extract.timexes.single import stepped
from whence.extract.timexes.words import DAY_PARTS, UNITS, year_at


def the_digits(tokens: Tokens, i: int) -> Phrase | None:
    """``the 1990s``, ``the 20th century``, ``the 1988 period``, ``the 5th of May``."""
    found = (
        years.decade_phrase(tokens, i)
        or years.century_phrase(tokens, i)
        or periods.quarter_phrase(tokens, i)
        or relative.year_period(tokens, i)
    )
    if found and tokens.at(i + 1) == "-" and found.meaning.__class__ is Quarter:
        return None
    return found or dated(tokens, dates.day_first(tokens, i)) or the_number(tokens, i)


def the_number(tokens: Tokens, i: int) -> Phrase | None:
    """``the four days``, ``the nine months``."""
    length = durations.parse_length(tokens, i)
    if length and not length.is_tight:
        if tokens.at(length.stop - 1) in _SINGULAR and length.amount != 1:
            return None
        return relative.length_phrase(tokens, i, length) or durations.duration_phrase(
            tokens, i, length
        )
    return None


_SINGULAR = frozenset(("day", "week", "month", "year", "hour", "minute"))


def the_ordinal(tokens: Tokens, i: int) -> Phrase | None:
    """``the third quarter``, ``the first nine months``, ``the third of April``."""
    found = (
        years.century_phrase(tokens, i)
        or (periods.quarter_phrase(tokens, i) if tokens.at(i + 1) != "-" else None)
        or dates.day_first(tokens, i)
    )
    if found:
        return dated(tokens, found)
    if tokens.word[i] == "first":
        length = durations.parse_length(tokens, i + 1)
        if length and not length.is_tight:
            return durations.duration_phrase(tokens, i, length)
    return None


def the_unit(tokens: Tokens, i: int) -> Phrase | None:
    """``the weekend``, ``the year``, ``the quarter``, ``the day before``."""
    word = tokens.word[i]
    unit = UNITS[word]
    before_after = relative.day_before(tokens, i)
    if before_after:
        return before_after
    if word == "year":
        found = relative.year_ago(tokens, i)
        if found:
            return found if tokens.at(found.stop - 1) not in ("ago", "earlier") else None
        year = year_at(tokens, i + 1)
        if year:
            return Phrase(i, year[1], DATE, Fixed(f"{year[0]:04d}"))
        if tokens.at(i + 1).isdecimal() and len(tokens.at(i + 1)) == 3:
            return Phrase(i, i + 2, DATE, Fixed(f"{int(tokens.at(i + 1)):04d}"))
        if tokens.at(i + 1) in ("ended", "ending", "to"):
            return Phrase(i, i + 1, DURATION, Fixed("P1Y"))
    if word == "week":
        found = periods.week_phrase(tokens, i)
        if found:
            return found
        if (
            tokens.at(i + 1) == "of"
            and (inner := dates.absolute_date(tokens, i + 2))
            and isinstance(inner.meaning, Month)
            and inner.meaning.day
        ):
            return inner._replace(first=i)
    if word in ("weekend", "quarter", "week", "month", "year", "decade", "century", "day"):
        return _bare_unit(tokens, i, unit)
    return None


def _bare_unit(tokens: Tokens, i: int, unit: str) -> Phrase | None:
    word, after, before = tokens.word[i], tokens.at(i + 1), tokens.at(i - 2)
    if after in ("-", "of", "that", "when") or (tokens.is_tight(i + 1) and after == "-"):
        return None
    if word == "weekend":
        return Phrase(i, i + 1, DATE, Offset("N", -1)) if before != "into" else None
    if word == "quarter":
        return (
            Phrase(i, i + 1, DATE, Quarter(0)) if before in ("in", "for", "during", "of") else None
        )
    if before in ("of", "in", "for", "during", "throughout", "earlier", "later"):
        is_later = before == "in" and tokens.at(i - 3) in ("later", "earlier", "early", "late")
        if word == "day" and before in ("in", "for", "of") and not is_later:
            return None
        return Phrase(i, i + 1, DATE, Offset(unit, 0, word in ("day",)))
    return None


def the_part(tokens: Tokens, i: int) -> Phrase | None:
    """``the morning of 5 May``, ``the night before``, ``the early hours of Tuesday``."""
    word = tokens.word[i]
    code = "T" + DAY_PARTS[word]
    if tokens.at(i + 1) == "before" or tokens.at(i + 1) == "after":
        return relative.day_before(tokens, i)
    if tokens.at(i + 1) == "of":
        inner = date_at(tokens, i + 2)
        if inner and inner.type is DATE:
            return Phrase(i, inner.stop, TIME, Clock(inner.meaning, code))
    return None


def the_hours(tokens: Tokens, i: int) -> Phrase | None:
    """``the early hours of Tuesday``, ``the small hours``: i is early, small, late."""
    if tokens.at(i + 1) != "hours":
        return None
    part = "TNI" if tokens.word[i] == "late" else "TMO"
    j = i + 2
    inner = date_at(tokens, j + 1) if tokens.at(j) in ("of", "on") else None
    if inner and inner.type is DATE:
        return Phrase(i, inner.stop, TIME, Clock(inner.meaning, part), "START")
    if inner and isinstance(inner.meaning, Clock) and inner.meaning.clock.startswith("TMO"):
        return inner._replace(first=i, mod="START")
    return None


def the_noun(tokens: Tokens, i: int) -> Phrase | None:
    """``the past``, ``the future``, ``the near future``."""
    word = tokens.word[i]
    if word in ("near", "foreseeable", "immediate", "distant", "not"):
        j = i + 1 if tokens.at(i + 1) in ("future", "past") else i + 4
        if word == "not" and not (tokens.at(i + 1) == "-" and tokens.at(j) == "-"):
            return None
        if tokens.at(j) in ("future", "past"):
            value = "FUTURE_REF" if tokens.at(j) == "future" else "PAST_REF"
            return Phrase(i, j + 1, DATE, Fixed(value))
        return None
    before = tokens.at(i - 2)
    if before in ("in", "for", "from", "with", "to", "into", "about") or word == "future":
        return Phrase(i, i + 1, DATE, Fixed("FUTURE_REF" if word == "future" else "PAST_REF"))
    return None


def the_past(tokens: Tokens, i: int) -> Phrase | None:
    """``the past three years``, ``the past``."""
    found = stepped(tokens, i)
    if found:
        return found
    if tokens.word[i] == "past" and (
        tokens.at(i + 1) in (",", ".", ";", "\n", "'s", ")")
        or not tokens.at(i + 1).isalpha()
        or tokens.at(i + 1) in ("has", "and", "but", "is", "was", "have")
    ):
        return the_noun(tokens, i)
    return None


_THE_PARTS = {
    "end": "END",
    "close": "END",
    "beginning": "START",
    "start": "START",
    "middle": "MID",
    "turn": "START",
    "late": "END",
    "early": "START",
    "mid": "MID",
    "last": "END",
    "opening": "START",
}


def the_end(tokens: Tokens, i: int) -> Phrase | None:
    """``end of 1994``, ``beginning of October``, ``middle of next week``."""
    if tokens.at(i + 1) != "of":
        return None
    inner = rule_at(tokens, i + 2)
    if inner and inner.type in (DATE, TIME) and inner.mod is None and inner.anchor is None:
        value = inner.meaning.value if isinstance(inner.meaning, Fixed) else ""
        if not value.endswith("_REF") and not isinstance(inner.meaning, Weekday):
            return inner._replace(first=i, mod=_THE_PARTS[tokens.word[i]])
    if tokens.at(i + 2) == "the" and tokens.at(i + 3) in (
        "year",
        "month",
        "week",
        "decade",
        "century",
        "quarter",
    ):
        unit = UNITS[tokens.at(i + 3)]
        if tokens.at(i + 4) not in ("-", "of"):
            return Phrase(i, i + 4, DATE, Offset(unit, 0), _THE_PARTS[tokens.word[i]])
    return None


def end_without_article(tokens: Tokens, i: int) -> Phrase | None:
    """``by end of March``."""
    before = tokens.at(i - 1)
    if before in (
        "by",
        "at",
        "until",
        "till",
        "since",
        "from",
        "the",
        "before",
        "towards",
        "toward",
    ):
        return the_end(tokens, i)
    return None


def the_season(tokens: Tokens, i: int) -> Phrase | None:
    """``the summer of 2012``, ``in the winter``."""
    found = periods.season_phrase(tokens, i)
    if found is None:
        return None
    if isinstance(found.meaning, Season) and found.meaning.year is not None:
        return found
    if tokens.word[i] == "fall" or tokens.at(i + 1) in ("of", "-"):
        return None
    if tokens.at(i - 2) in (
        "in",
        "during",
        "over",
        "through",
        "throughout",
        "for",
        "until",
        "since",
        "by",
    ):
        return found
    return None
