"""Years, decades and centuries, and what tells a year from a count."""

from whence.extract.numerals import Tokens
from whence.extract.timexes.phrases import Between, Fixed, Phrase
from whence.extract.timexes.words import DECADES, MONTHS, UNITS, ordinal_at, year_at
from whence.model import TimexType

DATE = TimexType.DATE


_YEAR_BEFORE = frozenset(
    "in since from until till by of to through during before after late early mid circa c between "
    "for fiscal year and or the a an its his her their our my than around about ending ended end "
    "starting beginning back only up this that late- ad post pre ( [ , ; - / 's vs vs. as with on "
    "compared against over all throughout approximately nearly is was".split()
)


_NO_YEAR_BEFORE = frozenset("$ £ € ¥ # % @ + * = & no flight route room page suite box +".split())


NO_YEAR_AFTER = frozenset(
    "% $ people persons men women children percent per feet foot ft metres meters km miles m votes "
    "troops soldiers dollars euros pounds yen tons tonnes barrels jobs workers employees homes "
    "degrees kg hours days years months weeks minutes shares seats points acres hectares litres "
    "residents students deaths cases copies words calories rpm rupees voters tickets km2 mg "
    "pages crates rooms beds dead others".split()
)


def year_after(tokens: Tokens, i: int) -> tuple[int | None, int]:
    """A year that goes with the month or day before it, and the token after it."""
    j = i
    if tokens.at(j) in (",", "of", "-", "/"):
        j += 1
    elif tokens.at(j) == "in" and year_at(tokens, j + 1):
        return None, i
    year = year_at(tokens, j)
    if year and not (tokens.at(year[1]) in NO_YEAR_AFTER and tokens.at(i) != ","):
        return year
    word = tokens.at(j)
    if (
        (tokens.at(j - 1) == "of" or tokens.at(i) not in (",", "-"))
        and word.isdecimal()
        and len(word) in (3, 4)
        and word[0] != "0"
        and j > i - 1
    ):
        after = tokens.at(j + 1)
        if after in (".", ",", ")", ";", "\n", "") and tokens.at(j - 1) == "of":
            return int(word), j + 1
    return None, i


def relative_year(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """``last year`` after a month: how many years from publication, and where it stops."""
    if tokens.at(j) in (",", "of"):
        j += 1
    how, unit = tokens.at(j), tokens.at(j + 1)
    if unit == "year" and how in ("this", "last", "next"):
        return {"this": 0, "last": -1, "next": 1}[how], j + 2
    return None


def year_phrase(tokens: Tokens, i: int) -> Phrase | None:
    """``2019``, ``1998–99``, ``2001 and 2005`` after between, ``AD 1120``, ``44 BC``, ``1960s``."""
    word = tokens.word[i]
    era = _era(tokens, i)
    if era:
        return era
    if (
        len(word) == 4
        and word.isdecimal()
        and word[3] == "0"
        and _is_plural(tokens, i + 1)
        and "1000" <= word <= "2100"
    ):
        return Phrase(i, i + 2, DATE, Fixed(word[:3]))
    read = year_at(tokens, i)
    if read is None or not _is_year(tokens, i, read[1]):
        return None
    year, j = read
    return year_range(tokens, i, year, j) or Phrase(i, j, DATE, Fixed(f"{year:04d}"))


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


def year_range(tokens: Tokens, i: int, year: int, j: int) -> Phrase | None:
    """``1998–99``, ``2011-13``: one expression."""
    second = tokens.at(j + 1)
    if (
        tokens.at(j) in ("-", "/")
        and tokens.is_tight(j)
        and tokens.is_tight(j + 1)
        and second.isdecimal()
        and len(second) in (2, 4)
    ):
        last = int(second) if len(second) == 4 else year // 100 * 100 + int(second)
        if len(second) == 2 and int(second) == 0:
            last += 100
        if year < last <= year + 99 and last < 2200:
            return Phrase(i, j + 2, DATE, Between(Fixed(f"{year:04d}"), Fixed(f"{last:04d}")))
    return None


def _is_year(tokens: Tokens, i: int, j: int) -> bool:
    """Whether four digits are a year here, not a count, an address or part of a number."""
    before, after = tokens.at(i - 1), tokens.at(j)
    if tokens.is_tight(i) and (
        before in _NO_YEAR_BEFORE or (before in ("-", "/", ".") and tokens.at(i - 2)[:1].isdecimal()
        and not (len(tokens.at(i - 2)) == 4 and before in ("-", "/")))
    ):  # fmt: skip
        return False
    if before in _NO_YEAR_BEFORE or (before in ("at", "than") and tokens.is_capital(j)):
        return False
    if after in NO_YEAR_AFTER and not (after == "people" and before == "in"):
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
