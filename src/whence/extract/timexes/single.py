"""Expressions told by their first word: weekdays, months, ``now``, ``tonight``, ``daily``."""

from whence.extract.numerals import Tokens
from whence.extract.timexes import dates, durations, periods, relative, years
from whence.extract.timexes.clock import parse_clock
from whence.extract.timexes.composed import clock_and_date, date_at, dated, is_day
from whence.extract.timexes.phrases import Clock, Fixed, Offset, Phrase, Season, Weekday
from whence.extract.timexes.rules import DATE, DURATION, SET, TIME
from whence.extract.timexes.words import ADVERBS, DAY_PARTS, SETS, UNITS


def weekday(tokens: Tokens, i: int) -> Phrase | None:
    """``Friday``, ``Friday at 5 p.m.``, ``Tuesday nights``, ``Monday last week``."""
    plural = durations.plural_weekdays(tokens, i)
    if plural:
        return plural
    phrase = dates.weekday_first(tokens, i)
    if phrase and isinstance(phrase.meaning, Weekday):
        relation = tokens.at(phrase.stop)
        if relation in ("last", "this", "next") and tokens.at(phrase.stop + 1) == "week":
            offset = {"last": -1, "this": 0, "next": 1}[relation]
            meaning = phrase.meaning._replace(week_offset=offset)
            return phrase._replace(stop=phrase.stop + 2, meaning=meaning)
    return dated(tokens, phrase)


def month(tokens: Tokens, i: int) -> Phrase | None:
    """``August 5``, ``March 1998``."""
    return dated(tokens, dates.month_first(tokens, i))


def day_word(tokens: Tokens, i: int) -> Phrase | None:
    """``yesterday``, ``today at noon``."""
    return dated(tokens, relative.day_word(tokens, i))


def stepped(tokens: Tokens, i: int) -> Phrase | None:
    """``last week``, ``next Friday at noon``."""
    return dated(tokens, relative.stepped(tokens, i))


def these(tokens: Tokens, i: int) -> Phrase | None:
    """``these days``."""
    if tokens.at(i + 1) == "days" and tokens.at(i + 2) not in ("of", "are", "were"):
        return Phrase(i, i + 2, DATE, Fixed("PRESENT_REF"))
    return None


def this(tokens: Tokens, i: int) -> Phrase | None:
    """``this week``, ``that night``."""
    if tokens.word[i] == "that" and tokens.at(i + 1) not in (
        "year",
        "day",
        "night",
        "month",
        "week",
        "same",
        "quarter",
        "morning",
        "evening",
        "afternoon",
        "weekend",
        "summer",
        "winter",
        "spring",
        "autumn",
        "decade",
    ):
        return None
    return stepped(tokens, i)


def last(tokens: Tokens, i: int) -> Phrase | None:
    """``last night``, ``next year``."""
    if tokens.word[i] == "last" and tokens.at(i + 1) == "night":
        return Phrase(i, i + 2, TIME, Clock(Offset("D", -1), "TNI"))
    if tokens.word[i] in ("past", "following", "previous", "coming") and tokens.at(i - 1) == "half":
        return None
    found = stepped(tokens, i)
    if found and tokens.word[i] in ("same", "following", "previous", "latest", "prior", "present"):
        return None
    return found


def adverb(tokens: Tokens, i: int) -> Phrase | None:
    """``now``, ``recently``, ``recent weeks``, ``the current year``."""
    word = tokens.word[i]
    value = ADVERBS.get(word)
    if word == "recent":
        unit = UNITS.get(tokens.at(i + 1))
        if unit and tokens.at(i + 1).endswith("s"):
            return Phrase(i, i + 2, DURATION, Fixed(durations.duration_value(None, unit)))
    if word == "current" and (inner := stepped(tokens, i)):
        return inner
    if value is None or (tokens.at(i + 1) == "-" and word != "now"):
        return None
    if word == "current" and tokens.is_capital(i) and not tokens.begins_sentence(i):
        return None
    return Phrase(i, i + 1, DATE, Fixed(value))


def overnight(tokens: Tokens, i: int) -> Phrase | None:
    """``overnight``: the night of the day told."""
    del tokens
    return Phrase(i, i + 1, TIME, Clock(None, "TNI"))


def tonight(tokens: Tokens, i: int) -> Phrase | None:
    """``tonight``."""
    del tokens
    return Phrase(i, i + 1, TIME, Clock(Offset("D", 0), "TNI"))


def set_word(tokens: Tokens, i: int) -> Phrase | None:
    """``daily``, ``annually``."""
    if tokens.is_capital(i) and not tokens.begins_sentence(i):
        return None
    if tokens.word[i] == "quarterly" and tokens.at(i + 1).isalpha():
        return None
    return Phrase(i, i + 1, SET, Fixed(SETS[tokens.word[i]]))


def part_word(tokens: Tokens, i: int) -> Phrase | None:
    """``dawn on Tuesday``, ``at dusk``."""
    if tokens.at(i - 1) not in ("at", "by", "before", "after", "until", "since", "around", "from"):
        return None
    word = tokens.word[i]
    if tokens.is_capital(i) or word.endswith("s"):
        return None
    code = "T" + DAY_PARTS[word]
    j = i + 1
    inner = date_at(tokens, j + 1) if tokens.at(j) == "on" else date_at(tokens, j)
    if inner and inner.type is DATE and is_day(inner):
        return Phrase(i, inner.stop, TIME, Clock(inner.meaning, code))
    if word in ("dawn", "dusk", "sunset", "sunrise", "daybreak", "nightfall"):
        return Phrase(i, i + 1, TIME, Clock(None, code))
    return None


def noon(tokens: Tokens, i: int) -> Phrase | None:
    """``noon on Friday``, ``midnight``."""
    clock = parse_clock(tokens, i)
    if clock is None or (tokens.is_capital(i) and not tokens.begins_sentence(i)):
        return None
    return clock_and_date(tokens, i, clock)


def season(tokens: Tokens, i: int) -> Phrase | None:
    """``in summer``, ``summer 2012``."""
    found = periods.season_phrase(tokens, i)
    if found is None or (isinstance(found.meaning, Season) and found.meaning.year is not None):
        return found
    if tokens.at(i - 1) in ("in", "since", "until", "by", "during", "this", "late", "early") and (
        tokens.at(i + 1) not in ("of", "-", "to", "from", "into", "in")
    ):
        return found
    return None


def year_word(tokens: Tokens, i: int) -> Phrase | None:
    """``year-end``, ``year-ago quarter``."""
    return relative.year_ago(tokens, i)


def week_word(tokens: Tokens, i: int) -> Phrase | None:
    """``week 7 of 2021``."""
    return periods.week_phrase(tokens, i)


def ordinal(tokens: Tokens, i: int) -> Phrase | None:
    """``third-quarter``, ``fourth quarter``, ``first nine months`` without an article."""
    found = years.century_phrase(tokens, i) or periods.quarter_phrase(tokens, i)
    if found is None and tokens.at(i + 1) == "of":
        found = dates.day_first(tokens, i)
    return found


def fourth(tokens: Tokens, i: int) -> Phrase | None:
    """``fourth quarter``, ``Fourth of July``."""
    return periods.holiday_phrase(tokens, i) or ordinal(tokens, i)


def may(tokens: Tokens, i: int) -> Phrase | None:
    """``May 5``, ``May Day``."""
    return periods.holiday_phrase(tokens, i) or month(tokens, i)
