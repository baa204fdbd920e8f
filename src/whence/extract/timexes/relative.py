"""Dates by their distance: ``yesterday``, ``last week``, ``two years ago``, ``the next day``."""

from whence.extract.numerals import Tokens
from whence.extract.timexes.dates import month_first
from whence.extract.timexes.durations import Length, duration_phrase, duration_value, parse_length
from whence.extract.timexes.periods import quarter_phrase, season_phrase
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
from whence.extract.timexes.words import (
    DAY_PARTS,
    MONTHS,
    SEASONS,
    UNITS,
    ordinal_at,
    unit_at,
    weekday_at,
    year_at,
)
from whence.model import TimexType

DATE, TIME, DURATION = TimexType.DATE, TimexType.TIME, TimexType.DURATION
_STEP = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1, "this": 0,
         "current": 0, "same": 0, "that": 0, "upcoming": 1, "preceding": -1, "ensuing": 1,
         "present": 0, "prior": -1, "latest": 0}  # fmt: skip
_FROM_TOLD = frozenset(("previous", "following", "same", "that", "preceding", "ensuing", "prior"))
_TENSED = {"last": "last", "past": "last", "previous": "last", "next": "next", "coming": "next",
           "following": "next", "this": "this", "upcoming": "next", "same": "this"}  # fmt: skip
_BACK = {"ago": -1, "back": -1}
_TOLD = {"earlier": -1, "before": -1, "later": 1, "after": 1, "afterward": 1, "afterwards": 1,
         "previously": -1, "beforehand": -1}  # fmt: skip
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}


def day_word(tokens: Tokens, i: int) -> Phrase | None:
    """``today``, ``yesterday morning``, ``tomorrow night``."""
    offset = Offset("D", _DAYS[tokens.word[i]])
    part = DAY_PARTS.get(tokens.at(i + 1))
    if part:
        return Phrase(i, i + 2, TIME, Clock(offset, "T" + part))
    return Phrase(i, i + 1, DATE, offset)


def stepped(tokens: Tokens, i: int) -> Phrase | None:
    """``last week``, ``this month``, ``next Friday``, ``the same year``, ``the past three years``.

    ``i`` is the word that says how far; an article before it is the caller's matter.
    """
    how = tokens.word[i]
    j = i + 1
    if how == "this" and tokens.at(j) in ("past", "coming", "last", "next", "same"):
        how, j = tokens.word[j], j + 1
    if how == "that" and tokens.at(j) == "same":
        how, j = "same", j + 1
    if how == "same" and tokens.at(j) in ("-",):
        j += 1
    told = how in _FROM_TOLD
    word = tokens.at(j)
    if word in ("fiscal", "financial", "calendar", "full", "school", "academic"):
        j += 1
        word = tokens.at(j)
    unit = UNITS.get(word)
    if unit and not word.endswith("s") and word not in ("second", "sec", "min", "hr"):
        return _stepped_unit(tokens, i, j, how)
    if word.endswith("s") and unit and how in ("last", "past", "next", "coming", "previous"):
        value = duration_value(None, unit)
        return None if how in ("last", "next") else Phrase(i, j + 1, DURATION, Fixed(value))
    part = DAY_PARTS.get(word)
    if part and how in ("last", "this", "next", "following", "previous", "same", "that", "coming"):
        return _stepped_part(i, j, how, part)
    if word in SEASONS and _TENSED.get(how) and (season := season_phrase(tokens, j)):
        meaning = season.meaning
        if isinstance(meaning, Season) and meaning.year is None:
            season = season._replace(meaning=meaning._replace(how=_TENSED[how]))
        return season._replace(first=i)
    if word in MONTHS and _TENSED.get(how) and (month := month_first(tokens, j)):
        meaning = month.meaning
        if isinstance(meaning, Month) and meaning.year is None and meaning.year_offset is None:
            return month._replace(first=i, meaning=meaning._replace(how=_TENSED[how]))
    day = weekday_at(tokens, j)
    if day and _TENSED.get(how):
        meaning = Weekday(day[0], "told-" + _TENSED[how] if told else _TENSED[how])
        part = DAY_PARTS.get(tokens.at(day[1]))
        if part:
            return Phrase(i, day[1] + 1, TIME, Clock(meaning, "T" + part))
        return Phrase(i, day[1], DATE, meaning)
    if how in ("last", "past", "next", "coming", "previous", "following"):
        return _stepped_length(tokens, i, j, how)
    if how == "this" and word == "time" and tokens.at(j + 1) in ("last", "next"):
        inner = stepped(tokens, j + 1)
        return inner._replace(first=i) if inner else None
    return None


def _stepped_unit(tokens: Tokens, i: int, j: int, how: str) -> Phrase | None:
    unit = UNITS[tokens.word[j]]
    step, told = _STEP[how], how in _FROM_TOLD
    stop = j + 1
    if (
        unit in ("TH", "TM")
        or tokens.at(stop) == "old"
        or (tokens.at(stop) == "-" and tokens.is_tight(stop))
    ):
        if unit in ("TH", "TM") and how in ("last", "past", "next"):
            return Phrase(i, stop, DURATION, Fixed(duration_value(1, unit)))
        return None
    if (how in ("latest", "current") and unit == "Q") or (how == "last" and unit == "Q"):
        return Phrase(i, stop, DATE, Offset("Q", 0 if how == "current" else -1))
    if how == "past" and unit in ("E", "C"):
        return Phrase(i, stop, DURATION, Fixed(duration_value(1, unit)))
    if how == "latest" and unit in ("Y",):
        return Phrase(i, stop, DATE, Offset(unit, 0))
    if how == "coming" and unit in ("D", "W", "M", "Y") and tokens.at(i - 1) != "the":
        return Phrase(i, stop, DATE, Offset(unit, 1))
    if how in ("that",) and unit not in ("Y", "M", "W", "D", "N", "E", "Q"):
        return None
    if tokens.at(stop) == "or" and tokens.at(stop + 1) == "so":
        return Phrase(i, stop + 2, DATE, Offset(unit, step, told), "APPROX")
    if tokens.at(stop) == "'s" and tokens.at(stop + 1) in ("first", "second", "third", "fourth"):
        quarter = quarter_phrase(tokens, stop + 1)
        if quarter and isinstance(quarter.meaning, Quarter) and unit == "Y":
            return quarter._replace(first=i, meaning=quarter.meaning._replace(year_offset=step))
    if how == "next" and unit == "D":
        told = True
    if unit == "D":
        part = DAY_PARTS.get(tokens.at(stop))
        if part:
            return Phrase(i, stop + 1, TIME, Clock(Offset("D", step, told), "T" + part))
    if how == "next" and tokens.at(i - 1) == "the" and unit in ("M", "W", "Y"):
        told = True
    return Phrase(i, stop, DATE, Offset(unit, step, told))


def _stepped_part(i: int, j: int, how: str, part: str) -> Phrase:
    step = _STEP[how]
    told = how in _FROM_TOLD or how == "next"
    if how == "last" and part == "NI":
        step = -1
    day = Offset("D", step, told)
    return Phrase(i, j + 1, TIME, Clock(day, "T" + part))


def _stepped_length(tokens: Tokens, i: int, j: int, how: str) -> Phrase | None:
    """``the past three years``, ``the next few days``, ``the last 24 hours``."""
    if tokens.at(j) == "couple":
        j -= 1
        k = j + 3 if tokens.at(j + 2) == "of" else j + 2
        unit = unit_at(tokens, k)
        return (
            Phrase(i, k + 1, DURATION, Fixed(duration_value(2, unit)), "APPROX") if unit else None
        )
    length = parse_length(tokens, j)
    if length is None or length.is_tight:
        return None
    return duration_phrase(tokens, i, length)._replace(first=i)


def length_phrase(tokens: Tokens, i: int, length: Length) -> Phrase | None:
    """A length with what follows it: ``two years ago``, ``a week later``."""
    stop = length.stop
    word = tokens.at(stop)
    amount = length.amount
    if length.is_tight and word in _TOLD and not tokens.is_tight(stop):
        word = ""
    if word == "'" and tokens.at(stop + 1) == "time" and tokens.at(i - 1) == "in":
        return _moved(i, stop + 2, amount, length.unit, 1)
    if word == "-" and tokens.at(stop + 1) in ("ago", "earlier"):
        return Phrase(i, stop + 2, DATE, Offset(length.unit, -(amount or 1), True, True))
    if word == "or" and tokens.at(stop + 1) in ("so", "more") and tokens.at(stop + 2) in _BACK:
        moved = _moved(i, stop + 3, amount, length.unit, -1)
        return moved._replace(mod="APPROX" if tokens.at(stop + 1) == "so" else "BEFORE")
    if word in _BACK and (word == "ago" or tokens.at(i - 1) not in ("go", "going", "moved", "far")):
        return _moved(i, stop + 1, amount, length.unit, -1)
    if word == "from" and tokens.at(stop + 1) in ("now", "today"):
        return _moved(i, stop + 2, amount, length.unit, 1)
    if word == "hence":
        return _moved(i, stop + 1, amount, length.unit, 1)
    if word in _TOLD and not (length.unit in ("TS", "TM") and amount is None):
        return _told(tokens, i, length)
    return None


def _moved(i: int, stop: int, amount: float | None, unit: str, sign: int) -> Phrase:
    if amount is None:
        return Phrase(i, stop, DATE, Fixed("PAST_REF" if sign < 0 else "FUTURE_REF"))
    if unit == "Y" and amount == 1 and sign < 0:
        return Phrase(i, stop, DATE, Offset(unit, -1, False, True))
    kind = TIME if unit in ("TH", "TM", "TS") else DATE
    return Phrase(i, stop, kind, Offset(unit, sign * amount))


_ENDS_PHRASE = frozenset(
    (
        ",",
        ".",
        ";",
        ":",
        "\n",
        "",
        ")",
        "!",
        "?",
        "and",
        "but",
        "in",
        "at",
        "on",
        "to",
        "with",
        "by",
        "-",
        "for",
        "of",
    )
)


def _told(tokens: Tokens, i: int, length: Length) -> Phrase | None:
    """``a week later`` from the date last told; ``days after it began`` with its anchor."""
    stop = length.stop
    word = tokens.at(stop)
    if word in ("after", "before") and tokens.at(stop + 1) not in _ENDS_PHRASE:
        if length.amount == 1 and tokens.at(i) in ("a", "an") and tokens.at(i + 1) == "day":
            return None
        return _anchored(tokens, i, length)
    if word in ("earlier", "later") and tokens.at(stop + 1) == "than":
        return None
    if length.amount is None or length.unit in ("TH", "TM", "TS"):
        return duration_phrase(tokens, i, length)
    kind = DATE
    return Phrase(i, stop + 1, kind, Offset(length.unit, _TOLD[word] * length.amount, True, True))


def _anchored(tokens: Tokens, i: int, length: Length) -> Phrase:
    first = length.stop + 1
    stop = first
    while stop < len(tokens) and stop - first < 12 and tokens.word[stop] not in (
        ",", ".", ";", ":", "\n", "!", "?", ")", "-", '"'
    ):  # fmt: skip
        stop += 1
    phrase = duration_phrase(tokens, i, length)
    return phrase._replace(anchor=(first, stop)) if stop > first else phrase


def day_before(tokens: Tokens, i: int) -> Phrase | None:
    """``day before yesterday``, ``the day after``, ``the night before``: i is the first noun."""
    word = tokens.word[i]
    j = i + 1
    side = tokens.at(j)
    if side not in ("before", "after"):
        return None
    sign = -1 if side == "before" else 1
    after = tokens.at(j + 1)
    if after == "yesterday" and word == "day":
        return Phrase(i, j + 2, DATE, Offset("D", -2))
    if after == "tomorrow" and word == "day":
        return Phrase(i, j + 2, DATE, Offset("D", 2))
    if after not in _ENDS_PHRASE:
        return None
    part = DAY_PARTS.get(word)
    if part:
        return Phrase(i, j + 1, TIME, Clock(Offset("D", sign, True), "T" + part))
    unit = UNITS.get(word)
    if unit in ("D", "W", "M", "Y"):
        return Phrase(i, j + 1, DATE, Offset(unit, sign, True))
    return None


def year_ago(tokens: Tokens, i: int) -> Phrase | None:
    """``year-ago quarter``, ``year-earlier period``, ``year-end``: i is the word year."""
    if tokens.at(i + 1) == "-" and tokens.at(i + 2) == "end":
        return Phrase(i, i + 3, DATE, Month(12, 31))
    if tokens.at(i + 1) == "end":
        return Phrase(i, i + 2, DATE, Month(12, 31))
    if tokens.at(i + 1) == "-" and tokens.at(i + 2) in ("ago", "earlier"):
        j = i + 3
        ordinal = ordinal_at(tokens, j)
        if ordinal and tokens.at(ordinal[1]) == "quarter":
            return Phrase(i, ordinal[1] + 1, DATE, Quarter(ordinal[0], None, -1))
        if tokens.at(j) in ("quarter", "period", "month", "half"):
            j += 1
        return Phrase(i, j, DATE, Offset("Y", -1, True, True))
    return None


def year_period(tokens: Tokens, i: int) -> Phrase | None:
    """``1988 period``, ``1988 quarter`` after an article: i is the year."""
    year = year_at(tokens, i)
    if year and tokens.at(year[1]) == "period":
        return Phrase(i, year[1] + 1, DATE, Fixed(f"{year[0]:04d}"))
    if year and tokens.at(year[1]) == "quarter":
        return Phrase(i, year[1] + 1, DATE, Quarter(0, year[0]))
    return None
