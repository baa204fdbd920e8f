"""Fractions, ratios and parts of a whole: two-thirds, one in five, seven of the 12."""

from whence.extract.figures.amounts import Amount, hedged, read_core
from whence.extract.figures.shapes import plain
from whence.extract.figures.units import unit_after
from whence.extract.figures.vague import SIZES
from whence.extract.numerals import Number, Tokens, parse_number
from whence.lexicon import load_table
from whence.model import FigureKind, Hedge

_FRACTIONS: dict[str, int] = load_table("numbers")["fractions"]


def fraction(tokens: Tokens, i: int, number: Number | None) -> Amount | None:
    """``two-thirds``, ``three quarters``, ``a third``, ``half``, ``1/3``: i begins it."""
    word = tokens.word[i]
    if word == "half":
        return _half(tokens, i)
    if word in ("a", "an") and (measured := _one_and_half(tokens, i)):
        return measured
    if tokens.at(i - 1) == "between" and (found := _part_range(tokens, i, number)):
        return found
    if word in ("a", "one") and tokens.at(i + 1) in (
        "third",
        "quarter",
        "fifth",
        "tenth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "twentieth",
    ):
        return _single_part(tokens, i, i + 1)
    if word == "one" and tokens.at(i + 1) == "-" and tokens.at(i + 2) in _FRACTIONS:
        return _single_part(tokens, i, i + 2, is_sure=True)
    if number is None or number.value > 20 or number.value < 2:
        return None
    j = number.stop + 1 if tokens.at(number.stop) == "-" else number.stop
    bottom = _FRACTIONS.get(tokens.at(j))
    if bottom is None or not tokens.at(j).endswith("s") or bottom <= number.value:
        return None
    if tokens.at(j) == "quarters" and not (
        tokens.at(j + 1) in ("of", "full") or tokens.at(number.stop) == "-"
    ):
        return None
    value = number.value / bottom
    scale = SIZES.get(tokens.at(j + 3)) if tokens.word[j + 1 : j + 3] == ["of", "a"] else None
    if scale:
        value *= scale
        return plain(tokens, i, j + 4, value, value, FigureKind.COUNT, place=scale / 100)
    return _whole(tokens, plain(tokens, i, j + 1, value, value, FigureKind.RATIO, place=0.01))


def _one_and_half(tokens: Tokens, i: int) -> Amount | None:
    """``a metre and a half``, ``an hour and a half``."""
    unit = unit_after(tokens, i + 1)
    if unit is None or tokens.word[unit.stop : unit.stop + 3] != ["and", "a", "half"]:
        return None
    value = 1.5 * unit.factor
    return plain(tokens, i, unit.stop + 3, value, value, unit.kind, unit.symbol, place=0.1)


def _part_range(tokens: Tokens, i: int, number: Number | None) -> Amount | None:
    """``between a fifth and a quarter``, ``between two-thirds and three-quarters``."""
    first = _bare_part(tokens, i, number)
    if first is None or tokens.at(first[1]) != "and":
        return None
    j = first[1] + 1
    second = _bare_part(tokens, j, parse_number(tokens, j))
    if second is None or second[0] <= first[0]:
        return None
    return Amount(
        i - 1,
        second[1],
        i,
        second[1],
        first[0],
        second[0],
        Hedge.RANGE,
        FigureKind.RATIO,
        None,
        0.01,
    )


def _bare_part(tokens: Tokens, i: int, number: Number | None) -> tuple[float, int] | None:
    """A fraction without its whole: its value and the token after it."""
    top, j = (1.0, i + 1) if tokens.at(i) in ("a", "one") else (0.0, i)
    if number is not None and not top:
        top, j = number.value, number.stop
    if tokens.at(i) in ("half",):
        return 0.5, i + 1
    if tokens.at(j) == "-":
        j += 1
    bottom = _FRACTIONS.get(tokens.at(j))
    return (top / bottom, j + 1) if top and bottom and top < bottom else None


def _single_part(tokens: Tokens, i: int, j: int, *, is_sure: bool = False) -> Amount | None:
    after, before = tokens.at(j + 1), tokens.at(i - 1)
    sure = is_sure or after in ("of", "more", "less", "fewer", "full", "lower", "higher", "smaller")
    if not sure and before not in (
        "by",
        "to",
        "than",
        "nearly",
        "almost",
        "about",
        "over",
        "under",
        "around",
    ):
        return None
    if after == "of" and tokens.at(j + 2) == "a" and tokens.at(j + 3) in SIZES:
        return None
    value = 1 / _FRACTIONS[tokens.word[j]]
    return _whole(tokens, plain(tokens, i, j + 1, value, value, FigureKind.RATIO, place=0.01))


def _half(tokens: Tokens, i: int) -> Amount | None:
    j = i + 1
    before = tokens.at(i - 1)
    if before == "-" or tokens.at(j) == "-":
        return None
    if tokens.at(j) in ("a", "an"):
        unit = unit_after(tokens, j + 1)
        if unit and unit.symbol != "C":
            return plain(tokens, i, unit.stop, 0.5 * unit.factor, 0.5 * unit.factor, unit.kind,
                          unit.symbol, place=0.1)  # fmt: skip
        return None
    if (
        tokens.at(j) == "of"
        and tokens.at(j + 1) in ("one", "a")
        and (unit := unit_after(tokens, j + 2))
    ) and unit.kind is FigureKind.PERCENT:
        return plain(tokens, i, unit.stop, 0.5, 0.5, unit.kind, unit.symbol, place=0.1)
    sure = tokens.at(j) in ("of", "the", "full", "empty", "its", "their", "his", "our", "all", "as")
    sure = sure and before not in ("second", "first", "last", "other", "latter", "better", "and")
    if not sure and before not in (
        "by",
        "nearly",
        "almost",
        "about",
        "over",
        "than",
        "around",
        "least",
    ):
        return None
    if before in ("a", "one", "first", "second", "latter", "this", "that", "the"):
        return None
    return _whole(tokens, plain(tokens, i, j, 0.5, 0.5, FigureKind.RATIO, place=0.1))


def part_of(tokens: Tokens, i: int, number: Number) -> Amount | None:
    """``one in five``, ``nine out of ten``, ``1 in every 250``, ``seven of the 12``."""
    j = number.stop
    if tokens.at(j) == "of" and tokens.at(j + 1) in (
        "the",
        "its",
        "their",
        "those",
        "his",
        "all",
        "these",
    ):
        whole = parse_number(tokens, j + 2)
        if whole and whole.value > number.value and not whole.plain | (whole.value > 10**9):
            return (
                None
                if whole.value < number.value
                else _counted_part(tokens, i, number, j + 2, whole)
            )
        if whole and whole.value > number.value and not 1500 < whole.value < 2100:
            return _counted_part(tokens, i, number, j + 2, whole)
        return None
    if tokens.at(j) == "out" and tokens.at(j + 1) == "of":
        j += 2
    elif tokens.at(j) == "in":
        j += 1
    else:
        return None
    if tokens.at(j) in ("every", "each"):
        j += 1
    elif tokens.at(j - 1) == "of" and tokens.at(j) == "the":
        whole = parse_number(tokens, j + 1)
        return (
            _counted_part(tokens, i, number, j + 1, whole)
            if whole and whole.value > number.value
            else None
        )
    whole = parse_number(tokens, j)
    if whole is None or whole.value <= number.value or number.value < 1:
        return None
    is_in = tokens.at(number.stop) == "in" and tokens.at(j - 1) == "in"
    if is_in and (
        number.value > 10 or whole.value > 10**6 or (whole.plain and 1500 < whole.value < 2100)
    ):
        return None
    if is_in and unit_after(tokens, whole.stop):
        return None
    value = number.value / whole.value
    return plain(tokens, i, whole.stop, value, value, FigureKind.RATIO, place=0.001)


def _counted_part(tokens: Tokens, i: int, number: Number, j: int, whole: Number) -> Amount:
    amount = hedged(tokens, read_core(tokens, i, number))
    return amount._replace(whole=(j, whole.stop), whole_value=whole.value)


def _whole(tokens: Tokens, amount: Amount) -> Amount:
    """The part with the whole that it is of: ``half of the 300 guests``."""
    j = amount.stop
    if tokens.at(j) == "of":
        j += 1
    if tokens.at(j) in ("the", "its", "their", "those", "all", "his"):
        j += 1
    whole = parse_number(tokens, j)
    if whole and whole.value > 1:
        return amount._replace(whole=(j, whole.stop), whole_value=whole.value)
    return amount
