"""Quarters, fiscal years, seasons, holidays and weeks."""

from whence.extract.numerals import Tokens
from whence.extract.timexes.phrases import Fixed, Holiday, Phrase, Quarter, Season
from whence.extract.timexes.words import HOLIDAYS, SEASONS, ordinal_at, year_at
from whence.extract.timexes.years import DATE, relative_year, year_range


def quarter_phrase(tokens: Tokens, i: int) -> Phrase | None:
    """``third quarter of 2019``, ``Q2 2020``, ``second-quarter``, ``first half of 2018``."""
    word = tokens.word[i]
    if word in ("q", "h") and tokens.is_capital(i) and tokens.is_tight(i + 1):
        number = tokens.at(i + 1)
        if number in ("1", "2", "3", "4")[: 4 if word == "q" else 2]:
            told, end = _quarter_year(tokens, i + 2)
            return Phrase(i, end, DATE, Quarter(int(number), told[0], told[1], word == "h"))
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
        or (tokens.word[j].isdecimal() and len(tokens.word[j]) > 1)
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
    relative = relative_year(tokens, j)
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
        return year_range(tokens, i, *year) or Phrase(i, year[1], DATE, Fixed(f"{year[0]:04d}"))
    return quarter_phrase(tokens, i)


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
    relative = relative_year(tokens, j)
    if relative:
        return Phrase(i, j, DATE, Season(code, "", None))
    if (tokens.is_capital(i) and not tokens.begins_sentence(i)) or tokens.is_capital(j):
        return None
    return Phrase(i, j, DATE, Season(code))


def _by_first() -> dict[str, list[tuple[list[str], str]]]:
    """Holidays by their first word, the longest first."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for name in sorted(HOLIDAYS, key=lambda name: (-len(name), name)):
        found.setdefault(name.split()[0], []).append((name.split(), HOLIDAYS[name]))
    return found


_HOLIDAY_WORDS = _by_first()


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
