"""Calendar dates: days, months, years, decades, centuries, quarters, seasons and holidays."""

from whence.extract.numerals import Tokens
from whence.extract.timexes.calendar import make_day
from whence.extract.timexes.periods import quarter_phrase
from whence.extract.timexes.phrases import Between, Fixed, Month, Open, Phrase, Weekday
from whence.extract.timexes.words import (
    AMBIGUOUS_MONTHS,
    MONTHS,
    UNITS,
    month_at,
    ordinal_at,
    unit_at,
    weekday_at,
)
from whence.extract.timexes.years import (
    DATE,
    NO_YEAR_AFTER,
    century_phrase,
    relative_year,
    year_after,
    year_phrase,
)

_PAPERS = frozenset(
    "herald times mirror express telegraph mail post world star sun tribune independent night's "
    "night's people business gazette journal mercury morning magazine".split()
)


def day_first(tokens: Tokens, i: int) -> Phrase | None:
    """``5 August 2014``, ``the 14th of October``, ``4-6 June 2019``: begins with a day's number."""
    read = _day_number(tokens, i)
    if read is None:
        return None
    day, j = read
    last = None
    if (
        tokens.at(j) in ("-", "to", "and", "&")
        and (second := _day_number(tokens, j + 1))
        and second[0] > day
        and month_at(tokens, second[1])
    ):
        last, j = second
    if tokens.at(j) == "of":
        j += 1
    month = month_at(tokens, j) if tokens.at(j) != "-" else month_at(tokens, j + 1)
    if month is None:
        return None
    j = month[1]
    year, j = year_after(tokens, j)
    first = Month(month[0], day, year)
    if last is not None:
        return Phrase(i, j, DATE, Between(first, Month(month[0], last, year)))
    return Phrase(i, j, DATE, first)


def _day_number(tokens: Tokens, i: int) -> tuple[int, int] | None:
    word = tokens.at(i)
    if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31:
        j = i + 1
        if tokens.is_tight(j) and tokens.at(j) in ("st", "nd", "rd", "th"):
            j += 1
        return int(word), j
    ordinal = ordinal_at(tokens, i)
    if ordinal and ordinal[0] <= 31 and not word.isdecimal():
        return ordinal
    return None


def month_first(tokens: Tokens, i: int) -> Phrase | None:
    """``August 5, 2014``, ``March 1998``, ``May 3 to May 9, 2017``, ``June last year``."""
    read = month_at(tokens, i)
    if read is None:
        return None
    month, j = read
    relative = relative_year(tokens, j)
    if relative:
        return Phrase(i, relative[1], DATE, Month(month, None, None, "", relative[0]))
    k = j + 1 if tokens.at(j) == "the" else j
    day = _day_number(tokens, k)
    if day and _is_day(tokens, day[1], k):
        return _month_day(tokens, i, month, day)
    year, stop = year_after(tokens, j)
    if year is not None:
        return Phrase(i, stop, DATE, Month(month, None, year))
    if tokens.word[i] in AMBIGUOUS_MONTHS and not _is_month(tokens, i, j):
        return None
    if tokens.is_capital(j) and tokens.at(j) not in MONTHS and not _may_be_month(tokens, i):
        return None
    return Phrase(i, j, DATE, Month(month))


def _is_day(tokens: Tokens, j: int, k: int) -> bool:
    """Whether the number after a month is its day, and no count: ``In March 12 people …``."""
    after = tokens.at(j)
    if after in (":", "%") or (
        after in ("/", ".") and tokens.at(j + 1).isdecimal() and tokens.is_tight(j)
    ):
        return False
    if after == "-" and tokens.is_tight(j) and tokens.at(j + 1) in UNITS:
        return False
    return not (after in NO_YEAR_AFTER or unit_at(tokens, j) or after in ("million", "billion"))


def _month_day(tokens: Tokens, i: int, month: int, day: tuple[int, int]) -> Phrase:
    number, j = day
    if tokens.at(j) in ("-", "to", "through", "and") and (
        tokens.at(j) != "and" or month_at(tokens, j + 1)
    ):
        second = month_at(tokens, j + 1)
        last_month = second[0] if second else month
        last = _day_number(tokens, second[1] if second else j + 1)
        if last and _is_day(tokens, last[1], last[1]) and (second or tokens.at(j) in ("-",)):
            year, stop = year_after(tokens, last[1])
            if (year is not None or tokens.at(j) == "-") and (last_month, last[0]) > (
                month,
                number,
            ):
                return Phrase(
                    i, stop, DATE,
                    Between(Month(month, number, year), Month(last_month, last[0], year)),
                )  # fmt: skip
    relative = relative_year(tokens, j)
    if relative:
        return Phrase(i, relative[1], DATE, Month(month, number, None, "", relative[0]))
    year, stop = year_after(tokens, j)
    return Phrase(i, stop, DATE, Month(month, number, year))


def _is_month(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a word that may be a name or a verb (May, March, April) is a month here."""
    if _may_be_month(tokens, i):
        return not (tokens.is_capital(j) and tokens.at(i - 1) in ("of", "by", "with", "and", "-"))
    if tokens.begins_sentence(i):
        return tokens.at(j) in (",",) and tokens.word[i] != "march"
    return (
        tokens.word[i] in ("april", "june", "dec", "jan", "august")
        and not tokens.is_capital(j)
        and (tokens.at(j) not in ("said", "says", "'s", "told", "was", "has", "had", "is"))
    )


def _may_be_month(tokens: Tokens, i: int) -> bool:
    return tokens.at(i - 1) in (
        "in", "of", "since", "last", "next", "this", "until", "till", "by", "early", "late", "mid",
        "from", "to", "through", "during", "before", "after", "for", "between", "and", "each",
        "every", "for", "-", "around", "or",
    )  # fmt: skip


def numeric_date(tokens: Tokens, i: int) -> Phrase | None:
    """``2014-08-05``, ``25/12/2013``, ``14.10.2014``: digits alone."""
    word = tokens.word[i]
    if not word.isdecimal():
        parts = word.split(".")
        if len(parts) == 3 and all(part.isdecimal() for part in parts) and len(parts[2]) == 4:
            return _fixed_day(i, i + 1, int(parts[2]), int(parts[1]), int(parts[0]))
        return None
    mark = tokens.at(i + 1)
    if mark not in ("-", "/") or not tokens.is_tight(i + 1) or not tokens.is_tight(i + 2):
        return None
    second = tokens.at(i + 2)
    if not second.isdecimal() or len(second) > 2:
        return None
    if tokens.at(i + 3) != mark or not tokens.is_tight(i + 3) or not tokens.is_tight(i + 4):
        if (word, mark, second) == ("9", "/", "11") and tokens.at(i - 1) != "/":
            return Phrase(i, i + 3, DATE, Fixed("2001-09-11"))
        if (
            len(word) == 4
            and mark == "-"
            and word[:2] in ("19", "20")
            and len(second) == 2
            and second[0] in "01"
            and 1 <= int(second) <= 12
            and int(second) <= int(word[2:])
        ):
            return Phrase(i, i + 3, DATE, Fixed(f"{word}-{second}"))
        return None
    third = tokens.at(i + 4)
    if not third.isdecimal() or (tokens.at(i + 5) in ("-", "/") and tokens.is_tight(i + 5)):
        return None
    a, b, c = int(word), int(second), int(third)
    if len(word) == 4 and len(third) <= 2:
        return _fixed_day(i, i + 5, a, b, c)
    if len(third) not in (2, 4) or len(word) > 2 or (len(third) == 2 and mark == "-"):
        return None
    year = c if len(third) == 4 else c + (1900 if c > 40 else 2000)
    if a > 12:
        return _fixed_day(i, i + 5, year, b, a)
    if b > 12:
        return _fixed_day(i, i + 5, year, a, b)
    if a == b:
        return _fixed_day(i, i + 5, year, a, b)
    if not (make_day(year, a, b) and make_day(year, b, a)):
        return None
    return Phrase(i, i + 5, DATE, Open(f"{year}-{a:02d}-{b:02d}", f"{year}-{b:02d}-{a:02d}"))


def _fixed_day(i: int, stop: int, year: int, month: int, day: int) -> Phrase | None:
    found = make_day(year, month, day)
    return Phrase(i, stop, DATE, Fixed(found.isoformat())) if found else None


def weekday_first(tokens: Tokens, i: int) -> Phrase | None:
    """``Friday``, ``Monday, 5 March 2018``, ``Wednesday 10 June``."""
    read = weekday_at(tokens, i)
    if read is None:
        return None
    day, j = read
    if tokens.is_capital(j) and tokens.at(j) in _PAPERS:
        return None
    k = j + 1 if tokens.at(j) == "," else j
    if tokens.at(k) == "the":
        k += 1
    dated = day_first(tokens, k) or (month_first(tokens, k) if _has_day(tokens, k) else None)
    if dated and isinstance(dated.meaning, Month) and dated.meaning.day:
        return dated._replace(first=i)
    return Phrase(i, j, DATE, Weekday(day))


def _has_day(tokens: Tokens, i: int) -> bool:
    month = month_at(tokens, i)
    return bool(month and _day_number(tokens, month[1]))


def absolute_date(tokens: Tokens, i: int) -> Phrase | None:
    """Any calendar date that begins at token ``i``."""
    word = tokens.at(i)
    if not word:
        return None
    if word[0].isdecimal():
        return (
            numeric_date(tokens, i)
            or day_first(tokens, i)
            or century_phrase(tokens, i)
            or quarter_phrase(tokens, i)
            or year_phrase(tokens, i)
        )
    if word in MONTHS:
        return month_first(tokens, i)
    return weekday_first(tokens, i) or day_first(tokens, i)
