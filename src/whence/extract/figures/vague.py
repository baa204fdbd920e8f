"""Vague amounts as intervals: dozens, several hundred, a six-figure sum."""

from whence.extract.figures.amounts import Amount
from whence.extract.figures.units import unit_after
from whence.extract.numerals import Tokens
from whence.model import FigureKind, Hedge

_VAGUE = {
    "dozens": (24.0, 99.0), "scores": (40.0, 99.0), "hundreds": (100.0, 999.0),
    "thousands": (1e3, 9999.0), "millions": (1e6, 9999999.0), "billions": (1e9, 9999999999.0),
    "trillions": (1e12, 9999999999999.0), "lakhs": (1e5, 999999.0), "crores": (1e7, 99999999.0),
}  # fmt: skip


SIZES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12.0,
          "trillion": 1e12}  # fmt: skip


_FIGURES = {"four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}


_DIGITS = {"single": (1.0, 9.0), "double": (10.0, 99.0), "triple": (100.0, 999.0)}


VAGUE_STARTS = frozenset(
    (*_VAGUE, "tens", "several", "handful", "few", "couple", *_FIGURES, *_DIGITS)
)


def vague(tokens: Tokens, i: int) -> Amount | None:
    """``dozens``, ``tens of thousands``, ``several hundred``, ``a couple of``, ``six-figure``."""
    word = tokens.word[i]
    if word in _FIGURES or word in _DIGITS:
        return _by_digits(tokens, i)
    if word in _VAGUE or word == "tens":
        return _plural(tokens, i)
    if word == "couple":
        return _couple(tokens, i)
    if word == "handful":
        if tokens.at(i - 1) == "a" and tokens.at(i + 1) == "of":
            return Amount(i - 1, i + 2, i - 1, i + 1, 3.0, 9.0, Hedge.VAGUE, FigureKind.COUNT)
        return None
    first = i - 1 if tokens.at(i - 1) == "a" else i
    size = SIZES.get(tokens.at(i + 1))
    if size and (word == "several" or first < i):
        least, most = 2 * size, 10 * size - 1
        return _with_unit(
            tokens, Amount(first, i + 2, first, i + 2, least, most, Hedge.VAGUE, FigureKind.COUNT)
        )
    if (
        word == "several"
        and tokens.at(i + 1).isalpha()
        and tokens.at(i + 1) not in ("of", "times", "other")
    ):
        unit = unit_after(tokens, i + 1)
        kind, symbol = (unit.kind, unit.symbol) if unit else (FigureKind.COUNT, None)
        stop = unit.stop if unit else i + 1
        return Amount(i, stop, i, i + 1, 3.0, 9.0, Hedge.VAGUE, kind, symbol)
    return None


def _plural(tokens: Tokens, i: int) -> Amount | None:
    word = tokens.word[i]
    stop = i + 1
    if (word == "scores" and tokens.at(i + 1) != "of") or (
        word in ("tens",) and tokens.at(i + 1) != "of"
    ):
        return None
    low, high = _VAGUE.get(word, (10.0, 99.0))
    if tokens.at(stop) in ("upon", "and") and tokens.at(stop + 1) == word:
        stop += 2
    if (
        tokens.at(stop) == "of"
        and tokens.at(stop + 1) in _VAGUE
        and word in ("tens", "hundreds", "dozens", "thousands")
    ):
        scale, _ = _VAGUE[tokens.at(stop + 1)]
        if word == "dozens":
            low = 24.0
        elif word == "thousands":
            low = 1e3
        high = low * scale * 10 - 1 if word != "dozens" else 99.0 * scale
        low, stop = low * scale, stop + 2
    elif word == "tens":
        return None
    if tokens.is_tight(i) and tokens.at(i - 1) == "-":
        return None
    return _with_unit(tokens, Amount(i, stop, i, stop, low, high, Hedge.VAGUE, FigureKind.COUNT))


def _with_unit(tokens: Tokens, amount: Amount) -> Amount:
    """``millions of dollars``, ``several hundred tonnes``."""
    j = amount.stop + 1 if tokens.at(amount.stop) == "of" else amount.stop
    unit = unit_after(tokens, j)
    if unit is None or unit.kind is FigureKind.PERCENT:
        return amount
    low, high = amount.low or 0.0, amount.high or 0.0
    return amount._replace(
        stop=unit.stop,
        kind=unit.kind,
        unit=unit.symbol,
        low=low * unit.factor,
        high=high * unit.factor,
    )


def _couple(tokens: Tokens, i: int) -> Amount | None:
    if tokens.at(i - 1) != "a":
        return None
    j = i + 2 if tokens.at(i + 1) == "of" else i + 1
    size = SIZES.get(tokens.at(j))
    if size is None and tokens.at(i + 1) != "of":
        return None
    value = 2 * size if size else 2.0
    stop = j + 1 if size else i + 2
    unit = unit_after(tokens, stop)
    kind, symbol = (unit.kind, unit.symbol) if unit else (FigureKind.COUNT, None)
    return Amount(
        i - 1, unit.stop if unit else stop, i - 1, stop, value, value, Hedge.ABOUT, kind, symbol
    )


def _by_digits(tokens: Tokens, i: int) -> Amount | None:
    if tokens.at(i + 1) != "-" or not tokens.is_tight(i + 1):
        return None
    word, noun = tokens.word[i], tokens.at(i + 2)
    if word in _FIGURES and noun == "figure":
        count = _FIGURES[word]
        first = i - 1 if tokens.at(i - 1) in ("a", "an") else i
        stop = (
            i + 4 if tokens.at(i + 3) in ("sum", "fee", "deal", "salary", "settlement") else i + 3
        )
        low, high = 10.0 ** (count - 1), 10.0**count - 1
        return Amount(first, stop, i, i + 3, low, high, Hedge.VAGUE, FigureKind.MONEY)
    if word in _DIGITS and noun in ("digit", "digits"):
        low, high = _DIGITS[word]
        return Amount(i, i + 3, i, i + 3, low, high, Hedge.VAGUE, FigureKind.COUNT)
    return None
