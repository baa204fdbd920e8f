"""Scores of games and votes, and odds."""

from whence.extract.figures.amounts import Amount
from whence.extract.figures.shapes import plain
from whence.extract.figures.units import unit_after
from whence.extract.numerals import Number, Tokens, parse_number
from whence.model import FigureKind, Hedge

_PLAY = frozenset(
    "beat won win wins lost lose loses defeated score scored draw drew drawn victory "
    "defeat lead led "
    "leading final finished ended 's beating winning losing tie tied champions goal goals set sets "
    "match game ruled voted vote passed rejected approved split decision".split()
)


def score(tokens: Tokens, i: int, number: Number) -> Amount | None:
    """``3-1``, ``2–2``, ``by 52 votes to 48``, ``5 to 4``; ``10-1`` with odds is a ratio."""
    if number.value != int(number.value) or number.value > 999:
        return None
    j = number.stop
    if tokens.at(j) in ("votes", "goals", "points", "seats") and tokens.at(j + 1) == "to":
        second = parse_number(tokens, j + 2)
        if second and tokens.at(i - 1) == "by":
            return _score(i - 1, second.stop, number, second, i)
        return None
    join = tokens.at(j)
    if (join == ":" and not tokens.is_tight(j)) or join not in ("-", "to", ":"):
        return None
    second = parse_number(tokens, j + 1)
    if second is None or second.value != int(second.value) or second.value > 999:
        return None
    if (
        tokens.at(i - 1) in ("-", "/", "$", "£", "€") or tokens.at(second.stop) in ("-", "/")
    ) and not tokens.at(second.stop + 1)[:1].isalpha():
        return None
    if unit_after(tokens, second.stop) or tokens.at(second.stop) == "'s":
        return None
    is_play = any(tokens.at(i - back) in _PLAY for back in range(1, 8))
    if not is_play and _has_odds(tokens, i, second.stop):
        value = number.value / second.value if second.value else 0.0
        return plain(tokens, i, second.stop, value, value, FigureKind.RATIO)
    if join == "to":
        return _to_score(tokens, i, number, second)
    if tokens.at(j + 1).startswith("0") and len(tokens.at(j + 1)) > 1:
        return None
    tight = tokens.is_tight(j) and tokens.is_tight(j + 1)
    if not tight or (number.value, second.value) == (50, 50):
        return None
    if number.value >= second.value and number.value < 700 and number.plain and second.plain:
        return _score(i, second.stop, number, second, i)
    if is_play and second.value < 200:
        return _score(i, second.stop, number, second, i)
    return None


def _to_score(tokens: Tokens, i: int, number: Number, second: Number) -> Amount | None:
    if second.value == 1 and number.value > 1 and tokens.at(second.stop - 1) == "one":
        return plain(tokens, i, second.stop, number.value, number.value, FigureKind.RATIO)
    if number.value >= second.value and any(tokens.at(i - back) in _PLAY for back in range(1, 5)):
        return _score(i, second.stop, number, second, i)
    return None


def _has_odds(tokens: Tokens, i: int, stop: int) -> bool:
    return (
        tokens.at(stop) in ("against", "on", "odds", "ratio", "favourite", "outsider", "shot")
        and (tokens.at(stop) != "on" or "odds" in tokens.word[max(0, i - 5) : i])
    ) or bool({"odds", "ratio"} & set(tokens.word[max(0, i - 5) : i]))


def _score(first: int, stop: int, number: Number, second: Number, i: int) -> Amount:
    low, high = sorted((number.value, second.value))
    return Amount(first, stop, i, stop, low, high, Hedge.EXACT, FigureKind.SCORE)
