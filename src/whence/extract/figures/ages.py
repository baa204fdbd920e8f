"""Ages: 42-year-old, aged 9, in his 40s, a number in apposition to a name."""

from whence.extract.figures.amounts import Amount, read_core
from whence.extract.figures.hedges import apply_hedge, hedge_after
from whence.extract.figures.shapes import plain
from whence.extract.figures.units import unit_after
from whence.extract.numerals import Number, Tokens
from whence.lexicon import load_table
from whence.model import FigureKind, Hedge

_PEOPLE = frozenset("man woman boy girl person pensioner teenager patient driver".split())


_KIN = _PEOPLE | frozenset(
    "son daughter wife husband brother sister mother father toddler teenager baby suspect".split()
)
_GROUPS = frozenset(
    "voters people children adults women men those anyone everyone residents patients pupils "
    "youths boys girls persons kids drivers citizens teenagers players".split()
)


def age(tokens: Tokens, i: int, number: Number) -> Amount | None:
    """``42-year-old``, ``, 71,``, ``aged 9``, ``at the age of 88``, ``in his 40s``."""
    j, value = number.stop, number.value
    before = tokens.at(i - 1)
    if value > 130 or value < 0:
        return None
    old = _years_old(tokens, j)
    if old:
        return plain(tokens, i, old[1], value, value, FigureKind.AGE, old[0])
    if not number.plain and not number.in_words:
        return None
    if tokens.at(j) == "s" and tokens.is_tight(j):
        return _age_decade(tokens, i, value)
    if before in ("aged", "age", "ages"):
        return _aged(tokens, i, number, i - 1)
    if before == "between" and tokens.at(i - 2) in ("aged", "ages", "age"):
        return _aged(tokens, i, number, i - 2)
    if before == "of" and tokens.at(i - 2) == "age":
        first = i - 2
        while tokens.at(first - 1) in ("the", "at", "an"):
            first -= 1
        return _aged(tokens, i, number, first)
    if (
        before == "of"
        and tokens.at(i - 2) in _PEOPLE
        and tokens.at(j) in (",", ".", "who", "was", "is", "has")
    ):
        return Amount(i - 1, j, i, j, value, value, Hedge.EXACT, FigureKind.AGE, "years")
    if (
        before in ("under", "over")
        and tokens.at(i - 2) in _GROUPS
        and not unit_after(tokens, j)
        and (
            not tokens.at(j).isalpha()
            or tokens.at(j)
            in (
                "stayed",
                "are",
                "were",
                "who",
                "and",
                "have",
                "will",
                "is",
            )
        )
    ):
        return plain(tokens, i, j, value, value, FigureKind.AGE, "years")
    if before == "," or before == "(":
        return _apposed(tokens, i, number)
    return None


def _years_old(tokens: Tokens, j: int) -> tuple[str, int] | None:
    """``-year-old``, ``years old``, ``-month-olds``: unit and the token after it."""
    if tokens.at(j) == "-":
        j += 1
    unit = {
        "year": "years",
        "years": "years",
        "yr": "years",
        "month": "months",
        "months": "months",
        "week": "weeks",
        "weeks": "weeks",
        "day": "days",
        "days": "days",
    }.get(tokens.at(j))
    if unit is None:
        return None
    j += 1
    if tokens.at(j) == "-":
        j += 1
    if tokens.at(j) in ("old", "olds"):
        return unit, j + 1
    if tokens.at(j) == "of" and tokens.at(j + 1) == "age":
        return unit, j + 2
    return None


def _aged(tokens: Tokens, i: int, number: Number, first: int) -> Amount:
    core = read_core(tokens, i, number)
    if core.is_range:
        return Amount(
            first,
            core.number_stop,
            i,
            core.number_stop,
            core.low,
            core.high,
            Hedge.RANGE,
            FigureKind.AGE,
            "years",
        )
    after = hedge_after(tokens, core.number_stop)
    hedge = after.hedge if after else Hedge.EXACT
    if tokens.at(core.number_stop) == "and" and tokens.at(core.number_stop + 1) in (
        "over",
        "under",
        "older",
    ):
        hedge = Hedge.AT_MOST if tokens.at(core.number_stop + 1) == "under" else Hedge.AT_LEAST
    low, high = apply_hedge(hedge, number.value, number.value)
    symbol = core.unit if core.kind is FigureKind.DURATION else "years"
    stop = core.stop if core.kind is FigureKind.DURATION else core.number_stop
    return Amount(first, stop, i, core.number_stop, low, high, hedge, FigureKind.AGE, symbol)


def _age_decade(tokens: Tokens, i: int, value: float) -> Amount | None:
    """``in his 40s``, ``her mid-20s``, ``the over-65s``."""
    j = i - 1
    if tokens.at(j) == "-" and tokens.at(j - 1) in ("over", "under"):
        is_over = tokens.at(j - 1) == "over"
        low, high = (value, None) if is_over else (None, value)
        hedge = Hedge.MORE_THAN if is_over else Hedge.FEWER_THAN
        return Amount(j - 1, i + 2, i, i + 1, low, high, hedge, FigureKind.AGE, "years")
    part = ""
    if tokens.at(j) == "-":
        j -= 1
    if tokens.at(j) in ("early", "mid", "late"):
        part, j = tokens.at(j), j - 1
    if (
        tokens.at(j) not in ("his", "her", "their", "my", "your", "our")
        or value % 10
        or not 10 <= value <= 100
    ):
        return None
    first = j - 1 if tokens.at(j - 1) == "in" else j
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    return Amount(
        first, i + 2, i, i + 1, value + low, value + high, Hedge.RANGE, FigureKind.AGE, "years"
    )


def _apposed(tokens: Tokens, i: int, number: Number) -> Amount | None:
    """``Ilse Brandt, 71, a teacher``; ``Brandt (71)``."""
    j = number.stop
    closing = ")" if tokens.at(i - 1) == "(" else ","
    if j - i != 1 or not 1 <= number.value <= 120:
        return None
    if not tokens.word[i].isdecimal():
        named = tokens.at(i - 2) in _KIN or tokens.is_capital(i - 2)
        if not named or tokens.at(j) != closing or closing == ")" or number.value > 12:
            return None
    if tokens.at(j) != closing and not (
        closing == "," and tokens.at(j) in (".", "of", "from", "who", "and", ";", "\n", "")
    ):
        return None
    name = tokens.at(i - 2)
    if name in _KIN:
        return Amount(i, j, i, j, number.value, number.value, Hedge.EXACT, FigureKind.AGE, "years")
    if not (tokens.is_capital(i - 2) and name.isalpha()) or name in _NOT_NAMES:
        return None
    return Amount(i, j, i, j, number.value, number.value, Hedge.EXACT, FigureKind.AGE, "years")


_MONTHS = load_table("times")["months"]


_NOT_NAMES = frozenset(
    (*_MONTHS, *load_table("times")["weekdays"], "no", "section", "article", "page")
)
