"""The words of time, from the lexicon, and how to read them off tokens."""

from whence.extract.numerals import Tokens, parse_number
from whence.lexicon import load_table

_TABLE = load_table("times")
_NUMBERS = load_table("numbers")
MONTHS: dict[str, int] = _TABLE["months"]
WEEKDAYS: dict[str, int] = _TABLE["weekdays"]
UNITS: dict[str, str] = _TABLE["units"]
SEASONS: dict[str, str] = _TABLE["seasons"]
DAY_PARTS: dict[str, str] = _TABLE["day_parts"]
DECADES: dict[str, int] = _TABLE["decades"]
ADVERBS: dict[str, str] = _TABLE["adverbs"]
SETS: dict[str, str] = _TABLE["sets"]
HOLIDAYS: dict[str, str] = _TABLE["holidays"]
ZONES: dict[str, int | str] = _TABLE["zones"]
CITIES: dict[str, int | str] = _TABLE["cities"]
FUTURE = frozenset(_TABLE["tense"]["future"])
PAST = frozenset(_TABLE["tense"]["past"])
ORDINALS: dict[str, int] = _NUMBERS["ordinals"]
ONES: dict[str, int] = _NUMBERS["ones"]
TENS: dict[str, int] = _NUMBERS["tens"]

SHORT_MONTHS = frozenset(name for name in MONTHS if len(name) <= 4 and name not in ("june", "july"))
AMBIGUOUS_MONTHS = frozenset(
    ("may", "march", "mar", "august", "april", "june", "dec", "jan", "sep")
)
SHORT_WEEKDAYS = frozenset(
    ("sun", "sat", "mon", "wed", "tue", "thu", "fri", "thur", "tues", "thurs")
)
CLOCK_UNITS = frozenset(("TS", "TM", "TH"))


def unit_at(tokens: Tokens, i: int) -> str | None:
    """The unit of time that token ``i`` names, as a TIMEX3 designator."""
    return UNITS.get(tokens.at(i))


def ordinal_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """An ordinal (``3rd``, ``third``, ``twenty-first``) and the token after it."""
    word = tokens.at(i)
    if word in ORDINALS:
        return ORDINALS[word], i + 1
    if (
        word.isdecimal()
        and len(word) <= 3
        and tokens.is_tight(i + 1)
        and tokens.at(i + 1) in ("st", "nd", "rd", "th")
    ):
        return int(word), i + 2
    if word in TENS and tokens.at(i + 1) == "-" and tokens.at(i + 2) in ORDINALS:
        one = ORDINALS[tokens.at(i + 2)]
        return (TENS[word] + one, i + 3) if one < 10 else None
    return None


def year_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A year in digits or in words (``nineteen ninety-four``."""
    word = tokens.at(i)
    if len(word) == 4 and word.isdecimal() and "1000" <= word <= "2199":
        if tokens.at(i + 1) == "'s" and tokens.is_tight(i + 1) and word.endswith("0"):
            return None
        return int(word), i + 1
    if word == "'" and tokens.is_tight(i + 1) and len(tokens.at(i + 1)) == 2:
        digits = tokens.at(i + 1)
        if digits.isdecimal() and not (tokens.is_tight(i + 2) and tokens.at(i + 2) == "s"):
            return int(digits) + (1900 if int(digits) > 40 else 2000), i + 2
    if word in ("nineteen", "eighteen", "twenty", "two"):
        return _spoken_year(tokens, i)
    return None


def _spoken_year(tokens: Tokens, i: int) -> tuple[int, int] | None:
    word = tokens.word[i]
    if word == "two":
        return (
            (2000, i + 2) if tokens.at(i + 1) == "thousand" and tokens.at(i - 1) == "year" else None
        )
    century = {"nineteen": 1900, "eighteen": 1800, "twenty": 2000}[word]
    rest = parse_number(tokens, i + 1)
    if rest and rest.in_words and 10 <= rest.value <= 99 and tokens.at(i + 1) != "a":
        return century + int(rest.value), rest.stop
    return None


def month_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The month that token ``i`` names and the token after it, its point included."""
    word = tokens.at(i)
    month = MONTHS.get(word)
    if month is None or not (tokens.is_capital(i)):
        return None
    stop = i + 1
    if word in SHORT_MONTHS and word != "may" and tokens.at(stop) == "." and tokens.is_tight(stop):
        stop += 1
    return month, stop


def weekday_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The weekday that token ``i`` names and the token after it."""
    word = tokens.at(i)
    day = WEEKDAYS.get(word)
    if day is None or not tokens.is_capital(i):
        return None
    if word in SHORT_WEEKDAYS:
        if tokens.at(i + 1) == "." and tokens.is_tight(i + 1) and word != "sun":
            return day, i + 2
        if tokens.at(i + 1) not in (",", "") or not (
            month_at(tokens, i + 2) or tokens.at(i + 2).isdecimal()
        ):
            return (day, i + 1) if month_at(tokens, i + 1) else None
    return day, i + 1
