"""Calendar dates: days, months, years, decades, centuries, quarters, seasons and holidays."""

from whence.extract.numerals import Tokens
from whence.extract.timexes.calendar import make_day
from whence.extract.timexes.phrases import (
    Between,
    Fixed,
    Holiday,
    Month,
    Open,
    Phrase,
    Quarter,
    Season,
    Weekday,
)
from whence.extract.timexes.words import (
    AMBIGUOUS_MONTHS,
    DECADES,
    HOLIDAYS,
    MONTHS,
    SEASONS,
    UNITS,
    month_at,
    ordinal_at,
    unit_at,
    weekday_at,
    year_at,
)
from whence.model import TimexType

DATE = TimexType.DATE
_YEAR_BEFORE = frozenset(
    "in since from until till by of to through during before after late early mid circa c between "
    "for fiscal year and or the a an its his her their our my than around about ending ended end "
    "starting beginning back only up this that late- ad post pre ( [ , ; - / 's vs vs. as with on "
    "compared against over all throughout approximately nearly is was".split()
)
_NO_YEAR_BEFORE = frozenset("$ £ € ¥ # % @ + * = & no flight route room page suite box +".split())
_NO_YEAR_AFTER = frozenset(
    "% $ people persons men women children percent per feet foot ft metres meters km miles m votes "
    "troops soldiers dollars euros pounds yen tons tonnes barrels jobs workers employees homes "
    "degrees kg hours days years months weeks minutes shares seats points acres hectares litres "
    "residents students deaths cases copies words calories rpm rupees voters tickets km2 mg "
    "pages crates rooms beds dead others".split()
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
    if tokens.at(j) in ("-", "to", "and", "&") and (second := _day_number(tokens, j + 1)):
        if second[0] > day and month_at(tokens, second[1]):
            last, j = second
    if tokens.at(j) == "of":
        j += 1
    month = month_at(tokens, j) if tokens.at(j) != "-" else month_at(tokens, j + 1)
    if month is None:
        return None
    j = month[1]
    year, j = _year_after(tokens, j)
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


def _year_after(tokens: Tokens, i: int) -> tuple[int | None, int]:
    """A year that goes with the month or day before it, and the token after it."""
    j = i
    if tokens.at(j) in (",", "of", "-", "/"):
        j += 1
    elif tokens.at(j) == "in" and year_at(tokens, j + 1):
        return None, i
    year = year_at(tokens, j)
    if year and not (tokens.at(year[1]) in _NO_YEAR_AFTER and tokens.at(i) != ","):
        return year
    word = tokens.at(j)
    if tokens.at(j - 1) == "of" or tokens.at(i) not in (",", "-"):
        if word.isdecimal() and len(word) in (3, 4) and word[0] != "0" and j > i - 1:
            after = tokens.at(j + 1)
            if after in (".", ",", ")", ";", "\n", "") and tokens.at(j - 1) == "of":
                return int(word), j + 1
    return None, i


def month_first(tokens: Tokens, i: int) -> Phrase | None:
    """``August 5, 2014``, ``March 1998``, ``May 3 to May 9, 2017``, ``June last year``, ``March``."""
    read = month_at(tokens, i)
    if read is None:
        return None
    month, j = read
    relative = _relative_year(tokens, j)
    if relative:
        return Phrase(i, relative[1], DATE, Month(month, None, None, "", relative[0]))
    k = j + 1 if tokens.at(j) == "the" else j
    day = _day_number(tokens, k)
    if day and _is_day(tokens, day[1], k):
        return _month_day(tokens, i, month, day)
    year, stop = _year_after(tokens, j)
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
    return not (after in _NO_YEAR_AFTER or unit_at(tokens, j) or after in ("million", "billion"))


def _month_day(tokens: Tokens, i: int, month: int, day: tuple[int, int]) -> Phrase:
    number, j = day
    if tokens.at(j) in ("-", "to", "through", "and") and (
        tokens.at(j) != "and" or month_at(tokens, j + 1)
    ):
        second = month_at(tokens, j + 1)
        last_month = second[0] if second else month
        last = _day_number(tokens, second[1] if second else j + 1)
        if last and _is_day(tokens, last[1], last[1]) and (second or tokens.at(j) in ("-",)):
            year, stop = _year_after(tokens, last[1])
            if year is not None or tokens.at(j) == "-":
                if (last_month, last[0]) > (month, number):
                    return Phrase(
                        i, stop, DATE,
                        Between(Month(month, number, year), Month(last_month, last[0], year)),
                    )  # fmt: skip
    relative = _relative_year(tokens, j)
    if relative:
        return Phrase(i, relative[1], DATE, Month(month, number, None, "", relative[0]))
    year, stop = _year_after(tokens, j)
    return Phrase(i, stop, DATE, Month(month, number, year))


def _relative_year(tokens: Tokens, j: int) -> tuple[int, int] | None:
    if tokens.at(j) in (",", "of"):
        j += 1
    how, unit = tokens.at(j), tokens.at(j + 1)
    if unit == "year" and how in ("this", "last", "next"):
        return {"this": 0, "last": -1, "next": 1}[how], j + 2
    return None


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
        if len(word) == 4 and mark == "-" and word[:2] in ("19", "20") and len(second) == 2:
            if second[0] in "01" and 1 <= int(second) <= 12 and int(second) <= int(word[2:]):
                return Phrase(i, i + 3, DATE, Fixed(f"{word}-{second}"))
        return None
    third = tokens.at(i + 4)
    if not third.isdecimal() or tokens.at(i + 5) in ("-", "/") and tokens.is_tight(i + 5):
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


def year_phrase(tokens: Tokens, i: int) -> Phrase | None:
    """``2019``, ``1998–99``, ``2001 and 2005`` after between, ``AD 1120``, ``44 BC``, ``1960s``."""
    word = tokens.word[i]
    era = _era(tokens, i)
    if era:
        return era
    if len(word) == 4 and word.isdecimal() and word[3] == "0" and _is_plural(tokens, i + 1):
        if "1000" <= word <= "2100":
            return Phrase(i, i + 2, DATE, Fixed(word[:3]))
    read = year_at(tokens, i)
    if read is None or not _is_year(tokens, i, read[1]):
        return None
    year, j = read
    return _year_range(tokens, i, year, j) or Phrase(i, j, DATE, Fixed(f"{year:04d}"))


def _is_plural(tokens: Tokens, i: int) -> bool:
    return tokens.at(i) in ("s", "'s") and tokens.is_tight(i)


def _era(tokens: Tokens, i: int) -> Phrase | None:
    word, after = tokens.word[i], tokens.at(i + 1)
    if word in ("ad", "ce") and tokens.is_capital(i) and after.isdecimal() and len(after) <= 4:
        return Phrase(i, i + 2, DATE, Fixed(f"{int(after):04d}"))
    if word.isdecimal() and len(word) <= 4 and tokens.is_capital(i + 1):
        if after in ("bc", "bce"):
            return Phrase(i, i + 2, DATE, Fixed(f"BC{int(word):04d}"))
        if after in ("ad", "ce"):
            return Phrase(i, i + 2, DATE, Fixed(f"{int(word):04d}"))
    return None


def _year_range(tokens: Tokens, i: int, year: int, j: int) -> Phrase | None:
    second = tokens.at(j + 1)
    if tokens.at(j) in ("-", "/") and tokens.is_tight(j) and tokens.is_tight(j + 1):
        if second.isdecimal() and len(second) in (2, 4):
            last = int(second) if len(second) == 4 else year // 100 * 100 + int(second)
            if len(second) == 2 and int(second) == 0:
                last += 100
            if year < last <= year + 99 and last < 2200:
                return Phrase(i, j + 2, DATE, Between(Fixed(f"{year:04d}"), Fixed(f"{last:04d}")))
    return None


def between_years(tokens: Tokens, i: int) -> Phrase | None:
    """``between 2001 and 2005``: one expression."""
    first = year_at(tokens, i + 1)
    if first and tokens.at(first[1]) == "and" and (last := year_at(tokens, first[1] + 1)):
        if first[0] < last[0]:
            meaning = Between(Fixed(f"{first[0]:04d}"), Fixed(f"{last[0]:04d}"))
            return Phrase(i, last[1], DATE, meaning)
    return None


def _is_year(tokens: Tokens, i: int, j: int) -> bool:
    """Whether four digits are a year here, not a count, an address or part of a number."""
    before, after = tokens.at(i - 1), tokens.at(j)
    if tokens.is_tight(i) and (
        before in _NO_YEAR_BEFORE or (before in ("-", "/", ".") and tokens.at(i - 2)[:1].isdecimal()
        and not (len(tokens.at(i - 2)) == 4 and before in ("-", "/")))
    ):  # fmt: skip
        return False
    if before in _NO_YEAR_BEFORE or before in ("at", "than") and tokens.is_capital(j):
        return False
    if after in _NO_YEAR_AFTER and not (after == "people" and before == "in"):
        return before in ("in", "since") and after not in ("%", "$", "percent", "per")
    if tokens.is_tight(j) and after and after[0].isalpha() and after != "'s":
        return False
    if after in (":", "/") and tokens.is_tight(j) and tokens.at(j + 1).isdecimal():
        return False
    if after == "-" and tokens.is_tight(j) and tokens.at(j + 1) in UNITS:
        return False
    word = tokens.word[i]
    if word.isdecimal() and word < "1500":
        return before in ("in", "since", "until", "till", "from", "year", "circa", "c", "by") and (
            after
            in (".", ",", ";", ")", "\n", "", "and", "by", "when", "to", "-", "the", "he", "she")
        )
    if before in _YEAR_BEFORE or before in MONTHS or after in (",", ".", ")", ";", "\n", "", "]"):
        return word <= "2100" or not word.isdecimal()
    if (
        after.endswith("s")
        and len(after) > 3
        and not tokens.is_capital(j)
        and after not in ("was",)
    ):
        return False
    return not tokens.is_capital(j) or not before[:1].isdecimal()


def quarter_phrase(tokens: Tokens, i: int) -> Phrase | None:
    """``third quarter of 2019``, ``Q2 2020``, ``second-quarter``, ``first half of 2018``, ``1988 third quarter``."""
    word = tokens.word[i]
    if word in ("q", "h") and tokens.is_capital(i) and tokens.is_tight(i + 1):
        number = tokens.at(i + 1)
        if number in ("1", "2", "3", "4")[: 4 if word == "q" else 2]:
            year, stop = _quarter_year(tokens, i + 2)
            return Phrase(i, stop, DATE, Quarter(int(number), year[0], year[1], word == "h"))
        return None
    year = year_at(tokens, i)
    j = year[1] if year else i
    if tokens.at(j) == "fiscal":
        j += 1
        if tokens.at(j) == "-":
            j += 1
    ordinal = ordinal_at(tokens, j)
    if (
        ordinal is None
        or not 1 <= ordinal[0] <= 4
        or tokens.word[j].isdecimal()
        and len(tokens.word[j]) > 1
    ):
        return None
    j = ordinal[1]
    if tokens.at(j) == "-":
        j += 1
    if tokens.at(j) == "fiscal":
        j += 1
    if tokens.at(j) == "quarter":
        found, stop = _quarter_year(tokens, j + 1)
        if year:
            found = (year[0], None)
        return Phrase(i, stop if not year else j + 1, DATE, Quarter(ordinal[0], found[0], found[1]))
    if tokens.at(j) == "half" and ordinal[0] <= 2:
        found, stop = _quarter_year(tokens, j + 1)
        if found != (None, None):
            return Phrase(i, stop, DATE, Quarter(ordinal[0], found[0], found[1], True))
    return None


def _quarter_year(tokens: Tokens, j: int) -> tuple[tuple[int | None, int | None], int]:
    k = j + 1 if tokens.at(j) in ("of", "in", ",") else j
    if tokens.at(k) == "fiscal":
        k += 1
    year = year_at(tokens, k)
    if year and (k > j or tokens.is_capital(j - 2)):
        return (year[0], None), year[1]
    relative = _relative_year(tokens, j)
    if relative:
        return (None, relative[0]), relative[1]
    return (None, None), j


def fiscal_phrase(tokens: Tokens, i: int) -> Phrase | None:
    """``FY2021``, ``fiscal 2015``, ``fiscal year 2015``, ``financial year 2014-15``."""
    word = tokens.word[i]
    j = i + 1
    if word == "fy":
        digits = tokens.at(j)
        if digits.isdecimal() and len(digits) in (2, 4) and tokens.is_capital(i):
            return Phrase(
                i, j + 1, DATE, Fixed(f"FY{digits if len(digits) == 4 else '20' + digits}")
            )
        return None
    if tokens.at(j) == "year":
        j += 1
    year = year_at(tokens, j)
    if year:
        return _year_range(tokens, i, *year) or Phrase(i, year[1], DATE, Fixed(f"{year[0]:04d}"))
    return quarter_phrase(tokens, i)


def century_phrase(tokens: Tokens, i: int) -> Phrase | None:
    """``14th century``, ``third century BC``, ``11th-century``."""
    ordinal = ordinal_at(tokens, i)
    if ordinal is None or not 1 <= ordinal[0] <= 30:
        return None
    j = ordinal[1]
    if tokens.at(j) == "-":
        j += 1
    if tokens.at(j) not in ("century", "centuries"):
        return None
    j += 1
    if tokens.at(j) in ("bc", "bce") and tokens.is_capital(j):
        return Phrase(i, j + 1, DATE, Fixed(f"BC{ordinal[0] - 1:02d}"))
    if tokens.at(j) in ("ad", "ce") and tokens.is_capital(j):
        j += 1
    return Phrase(i, j, DATE, Fixed(f"{ordinal[0] - 1:02d}"))


def decade_phrase(tokens: Tokens, i: int) -> Phrase | None:
    """``'80s``, ``80s``, ``sixties``, ``1960s``: after the or early, mid, late."""
    word = tokens.word[i]
    if word in DECADES:
        return Phrase(i, i + 1, DATE, Fixed(f"19{DECADES[word]}"))
    j = i + 1 if word == "'" and tokens.is_tight(i + 1) else i
    digits = tokens.at(j)
    if len(digits) == 2 and _is_of_age(tokens, j):
        return None
    if len(digits) == 2 and digits.isdecimal() and digits[1] == "0" and _is_plural(tokens, j + 1):
        century = "20" if digits in ("00", "10") else "19"
        return Phrase(i, j + 2, DATE, Fixed(century + digits[0]))
    if len(digits) == 4 and j == i:
        found = year_phrase(tokens, i)
        return (
            found
            if found and isinstance(found.meaning, Fixed) and len(found.meaning.value) == 3
            else None
        )
    return None


def _is_of_age(tokens: Tokens, j: int) -> bool:
    """``in his mid-20s``: years of a life."""
    return any(
        tokens.at(j - back) in ("his", "her", "their", "my", "your", "our") for back in (1, 2, 3)
    )


def season_phrase(tokens: Tokens, i: int) -> Phrase | None:
    """``summer of 2012``, ``winter 1987``, ``autumn``."""
    word = tokens.word[i]
    code = SEASONS.get(word)
    if code is None:
        return None
    j = i + 1
    k = j + 1 if tokens.at(j) in ("of", ",") else j
    year = year_at(tokens, k)
    if year:
        return Phrase(i, year[1], DATE, Season(code, "", year[0]))
    relative = _relative_year(tokens, j)
    if relative:
        return Phrase(i, j, DATE, Season(code, "", None))
    if tokens.is_capital(i) and not tokens.begins_sentence(i) or tokens.is_capital(j):
        return None
    return Phrase(i, j, DATE, Season(code))


_HOLIDAY_WORDS = {name.split()[0]: [] for name in HOLIDAYS}
for _name in sorted(HOLIDAYS, key=len, reverse=True):
    _HOLIDAY_WORDS[_name.split()[0]].append((_name.split(), HOLIDAYS[_name]))
HOLIDAY_STARTS = frozenset(_HOLIDAY_WORDS)


def holiday_phrase(tokens: Tokens, i: int) -> Phrase | None:
    """``Christmas Eve 2012``, ``Easter Sunday``: capitalised."""
    if not tokens.is_capital(i):
        return None
    for words, rule in _HOLIDAY_WORDS.get(tokens.word[i], ()):
        j = i
        for part in words:
            pieces = (part[:-2], "'s") if part.endswith("'s") else (part,)
            if part.endswith("s'"):
                pieces = (part[:-1], "'")
            if any(tokens.at(j + n) != piece for n, piece in enumerate(pieces)):
                break
            j += len(pieces)
        else:
            k = j + 1 if tokens.at(j) in (",", "of", "in") else j
            year = year_at(tokens, k)
            if year:
                return Phrase(i, year[1], DATE, Holiday(rule, "", year[0]))
            return None if tokens.is_capital(j) else Phrase(i, j, DATE, Holiday(rule))
    return None


def week_phrase(tokens: Tokens, i: int) -> Phrase | None:
    """``week 7 of 2021``, ``week of March 6``: i is the word week."""
    number = tokens.at(i + 1)
    if (
        number.isdecimal()
        and 1 <= int(number) <= 53
        and len(number) <= 2
        and tokens.at(i + 2) == "of"
    ):
        year = year_at(tokens, i + 3)
        if year:
            return Phrase(i, year[1], DATE, Fixed(f"{year[0]}-W{int(number):02d}"))
    return None


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
