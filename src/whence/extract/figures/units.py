"""Units and currencies beside a number: which standard symbol, and where they stop."""

from typing import NamedTuple

from whence.extract.numerals import Tokens
from whence.lexicon import load_table
from whence.lexicon.stems import is_content
from whence.model import FigureKind

_TABLE = load_table("units")
SIGNS: dict[str, str] = _TABLE["currency_signs"]
PREFIXES: dict[str, str] = _TABLE["currency_prefixes"]
CODES: dict[str, str] = _TABLE["currency_codes"]
CURRENCY_WORDS: dict[str, tuple[str, float]] = _TABLE["currency_words"]
_SYMBOLS: dict[str, str] = _TABLE["symbols"]
DURATIONS: dict[str, str] = _TABLE["durations"]
_MEASURES: dict[str, str] = _TABLE["measures"]
_WEIGHTS: dict[str, str] = _TABLE["weights"]
_WEIGHING = frozenset(_TABLE["weighing"]["words"])
_PRICED = frozenset(_TABLE["weighing"]["priced"])
_SCALES = frozenset(load_table("numbers")["scales"])
_NEAR = 12
_LONGEST = max(len(name.split()) for name in _MEASURES)
_FIRSTS = frozenset(name.split()[0] for name in _MEASURES)
_ADJECTIVES = {
    "us": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "swiss": "CHF",
    "hong": "HKD", "egyptian": "EGP", "british": "GBP", "turkish": "TRY", "mexican": "MXN",
    "indian": "INR", "singapore": "SGD", "zealand": "NZD", "swedish": "SEK", "norwegian": "NOK",
    "danish": "DKK", "lebanese": "LBP", "syrian": "SYP", "philippine": "PHP", "argentine": "ARS",
}  # fmt: skip


class Unit(NamedTuple):
    """A unit as read: its symbol, what sort of figure it makes, its factor, where it stops."""

    symbol: str | None
    kind: FigureKind
    stop: int
    factor: float = 1.0


def unit_after(tokens: Tokens, i: int) -> Unit | None:
    """The unit that begins at token ``i``, after a number; a hyphen before it is read over."""
    j = i + 1 if tokens.at(i) == "-" and tokens.is_tight(i) else i
    word = tokens.at(j)
    if not word:
        return None
    share = _share(tokens, j, word)
    if share:
        return share
    if word in DURATIONS:
        if word == "second" and j == i:
            return None
        return Unit(DURATIONS[word], FigureKind.DURATION, j + 1)
    if word in _WEIGHTS and _is_weighed(tokens, i, j):
        return Unit(_WEIGHTS[word], FigureKind.MEASURE, j + 1)
    money = _money(tokens, j, word)
    if money:
        return money
    if word in _FIRSTS:
        for size in range(min(_LONGEST, len(tokens) - j), 0, -1):
            symbol = _MEASURES.get(" ".join(tokens.word[j : j + size]))
            if symbol:
                return Unit(symbol, FigureKind.MEASURE, j + size)
    return _symbol(tokens, i, j)


def _is_weighed(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a word that has other senses too is a weight: a fish of 20 pounds, a man of 14st."""
    word, number = tokens.at(j), tokens.at(i - 1)
    if word == "st":
        return tokens.is_tight(j) and number.isdecimal() and not number.endswith("1")
    if number in _SCALES:
        return False
    after = tokens.at(j + 1)
    if word == "pound" and after.isalpha() and is_content(after):
        return after not in _PRICED
    near = tokens.word[max(0, i - _NEAR) : i] + tokens.word[j + 1 : j + _NEAR]
    return not _WEIGHING.isdisjoint(near)


def _share(tokens: Tokens, j: int, word: str) -> Unit | None:
    if word == "%":
        if tokens.at(j + 1) in ("point", "points") or (
            tokens.at(j + 1) == "-" and tokens.at(j + 2) == "points"
        ):
            return Unit("percentage points", FigureKind.PERCENTAGE_POINTS, j + 2)
        return Unit("percent", FigureKind.PERCENT, j + 1)
    if word in ("percent", "percents", "pct"):
        return Unit("percent", FigureKind.PERCENT, j + 1)
    if word == "pc" and tokens.is_tight(j):
        return Unit("percent", FigureKind.PERCENT, j + 1)
    if word == "per" and tokens.at(j + 1) in ("cent", "cents"):
        if tokens.at(j + 2) in ("point", "points"):
            return Unit("percentage points", FigureKind.PERCENTAGE_POINTS, j + 3)
        return Unit("percent", FigureKind.PERCENT, j + 2)
    if word in ("percentage", "percent") and tokens.at(j + 1) in ("point", "points"):
        return Unit("percentage points", FigureKind.PERCENTAGE_POINTS, j + 2)
    if word == "percentage" and tokens.at(j + 1) == "-" and tokens.at(j + 2) in ("point", "points"):
        return Unit("percentage points", FigureKind.PERCENTAGE_POINTS, j + 3)
    if word == "basis" and tokens.at(j + 1) in ("point", "points"):
        return Unit("percentage points", FigureKind.PERCENTAGE_POINTS, j + 2, 0.01)
    return None


def _money(tokens: Tokens, j: int, word: str) -> Unit | None:
    if word in SIGNS and tokens.is_tight(j) and not tokens.at(j + 1)[:1].isdecimal():
        return Unit(SIGNS[word], FigureKind.MONEY, j + 1)
    if word in CURRENCY_WORDS and word not in ("pound", "real", "try"):
        code, factor = CURRENCY_WORDS[word]
        if word in ("cent", "cents") and tokens.at(j - 1) == "per":
            return None
        return Unit(code or None, FigureKind.MONEY, j + 1, factor)
    if word == "p" and tokens.is_tight(j) and tokens.at(j + 1) != ".":
        return Unit("GBP", FigureKind.MONEY, j + 1, 0.01)
    if word == "p" and tokens.is_tight(j):
        return Unit("GBP", FigureKind.MONEY, j + 1, 0.01)
    if word in CODES and tokens.text[tokens.start[j] : tokens.end[j]].isupper() and len(word) == 3:
        return Unit(CODES[word], FigureKind.MONEY, j + 1)
    for back in (1, 2):
        after = tokens.at(j + back)
        if word in _ADJECTIVES and after in CURRENCY_WORDS and CURRENCY_WORDS[after][1] == 1.0:
            return Unit(_ADJECTIVES[word], FigureKind.MONEY, j + back + 1)
    if (
        word == "new"
        and tokens.at(j + 1) == "zealand"
        and tokens.at(j + 2) in ("dollars", "dollar")
    ):
        return Unit("NZD", FigureKind.MONEY, j + 3)
    return None


def _symbol(tokens: Tokens, i: int, j: int) -> Unit | None:
    """``12 m``, ``38C``, ``40MW``: symbols as written, capitals and all."""
    if j >= len(tokens):
        return None
    written = tokens.text[tokens.start[j] : tokens.end[j]]
    if written not in _SYMBOLS:
        return None
    if written == "in" and not (tokens.is_tight(j) and j == i):
        return None
    if written in ("t", "g", "l", "V", "K", "F", "C", "yd") and not (tokens.is_tight(j) and j == i):
        if not (written in ("C", "F") and not tokens.at(j + 1).isalpha()) and written not in (
            "l",
            "g",
            "t",
        ):
            return None
        if written in ("l", "g", "t") and tokens.at(j + 1) == ".":
            return None
    if written == "m" and tokens.at(j + 1) == ".":
        after = tokens.at(j + 2)
        if after.isalpha() and not tokens.is_capital(j + 2):
            return None
    stop = j + 1
    digits = tokens.at(stop)
    if written == "m" and tokens.is_tight(stop) and digits in ("2", "3", "²", "³"):
        return Unit("m2" if digits in ("2", "²") else "m3", FigureKind.MEASURE, stop + 1)
    if written == "m" and tokens.at(stop) == "/" and tokens.at(stop + 1) == "s":
        return Unit("m/s", FigureKind.MEASURE, stop + 2)
    return Unit(_SYMBOLS[written], FigureKind.MEASURE, stop)


def squared(tokens: Tokens, unit: Unit) -> Unit:
    """The unit with what stands raised after it: ``km²``, ``km2``, ``cm3``."""
    digits = tokens.at(unit.stop)
    if (
        unit.symbol in ("km", "cm", "m", "mm", "ft", "mi")
        and tokens.is_tight(unit.stop)
        and digits in ("2", "²", "3", "³")
    ):
        power = "2" if digits in ("2", "²") else "3"
        return Unit(unit.symbol + power, unit.kind, unit.stop + 1)
    return unit


class Currency(NamedTuple):
    """A currency before its number: the first token of it and its code."""

    first: int
    code: str


def currency_before(tokens: Tokens, i: int) -> Currency | None:
    """The currency that ends right before token ``i``: ``US$``, ``€``, ``Rs.``, ``EUR``."""
    word = tokens.at(i - 1)
    if word in SIGNS:
        prefix = tokens.at(i - 2)
        if (
            word == "$"
            and prefix in PREFIXES
            and tokens.is_tight(i - 1)
            and tokens.is_capital(i - 2)
        ):
            return Currency(i - 2, PREFIXES[prefix])
        return Currency(i - 1, SIGNS[word])
    if word == "." and tokens.at(i - 2) == "rs" and tokens.is_capital(i - 2):
        return Currency(i - 2, "INR")
    if word in CODES:
        written = tokens.text[tokens.start[i - 1] : tokens.end[i - 1]]
        if written.isupper() or written in ("Rs", "dlrs"):
            return Currency(i - 1, CODES[word])
    return None
