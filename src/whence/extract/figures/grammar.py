"""The single pass over the tokens: which amount begins where."""

from whence.extract.figures.ages import age
from whence.extract.figures.amounts import Amount, hedged, read_core
from whence.extract.figures.context import is_no_count
from whence.extract.figures.parts import fraction, part_of
from whence.extract.figures.scores import score
from whence.extract.figures.shapes import magnitude
from whence.extract.figures.units import currency_before
from whence.extract.figures.vague import VAGUE_STARTS, vague
from whence.extract.numerals import NUMBER_WORDS, Number, Tokens, parse_number
from whence.extract.numerals.numbers import VULGAR
from whence.model import FigureKind

_WORD_STARTS = frozenset((*NUMBER_WORDS, "a", "an", "half")) - {
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "lakh",
    "lakhs",
    "crore",
    "crores",
    "lac",
    "quadrillion",
}


def find_amounts(tokens: Tokens, taken: list[tuple[int, int]]) -> list[Amount]:
    """Every amount in order, none overlapping; ``taken`` are the characters of dates and clocks."""
    found: list[Amount] = []
    words, count = tokens.word, len(tokens)
    starts = tokens.start
    at = 0
    i = 0
    while i < count:
        word = words[i]
        first = word[0]
        if "0" <= first <= "9" or word in _WORD_STARTS:
            reader = _from_number
        elif word in VAGUE_STARTS:
            reader = _from_vague
        elif first == "." or word in VULGAR or (first > "\x7f" and first.isdecimal()):
            reader = _from_number
        else:
            i += 1
            continue
        while at < len(taken) and taken[at][1] <= starts[i]:
            at += 1
        if at < len(taken) and taken[at][0] <= starts[i]:
            i = _after(tokens, i, taken[at][1])
            continue
        amount = reader(tokens, i)
        if amount is None:
            i += 1
            continue
        if found and amount.first < found[-1].stop:
            amount = amount._replace(first=min(found[-1].stop, amount.number_first))
        found.append(amount)
        i = max(amount.stop, i + 1)
    return found


def _after(tokens: Tokens, i: int, end: int) -> int:
    while i < len(tokens) and tokens.start[i] < end:
        i += 1
    return i


def _from_vague(tokens: Tokens, i: int) -> Amount | None:
    if tokens.word[i] in NUMBER_WORDS:
        return _from_number(tokens, i)
    return vague(tokens, i)


def _from_number(tokens: Tokens, i: int) -> Amount | None:
    word = tokens.word[i]
    if word in ("four", "five", "six", "seven", "eight", "nine"):
        by_digits = vague(tokens, i)
        if by_digits:
            return by_digits
    number = parse_number(tokens, i)
    part = fraction(tokens, i, number)
    if part:
        return part
    if number is None:
        return None
    return _shaped(tokens, i, number) or _counted(tokens, i, number)


def _shaped(tokens: Tokens, i: int, number: Number) -> Amount | None:
    found = magnitude(tokens, i, number) or age(tokens, i, number)
    if found:
        return found
    if currency_before(tokens, i):
        return None
    return score(tokens, i, number) or part_of(tokens, i, number)


def _counted(tokens: Tokens, i: int, number: Number) -> Amount | None:
    core = read_core(tokens, i, number)
    has_unit = core.kind is not FigureKind.COUNT
    if is_no_count(tokens, i, number, has_unit=has_unit):
        return None
    if core.kind is FigureKind.COUNT and _is_fifty_fifty(tokens, i, core.stop):
        return None
    if core.kind is FigureKind.COUNT and tokens.at(core.stop) == "times":
        return _times(tokens, core.stop, hedged(tokens, core))
    return hedged(tokens, core)


def _is_fifty_fifty(tokens: Tokens, i: int, stop: int) -> bool:
    if tokens.word[i] != "50":
        return False
    return tokens.word[stop : stop + 2] == ["-", "50"] or tokens.word[max(0, i - 2) : i] == [
        "50",
        "-",
    ]


def _times(tokens: Tokens, stop: int, amount: Amount) -> Amount:
    """``three times more``, ``twice as many``: a ratio; ``three times`` alone counts occasions."""
    if tokens.at(stop + 1) in (
        "more",
        "as",
        "the",
        "higher",
        "larger",
        "bigger",
        "greater",
        "faster",
        "its",
        "their",
    ):
        return amount._replace(kind=FigureKind.RATIO)
    return amount
