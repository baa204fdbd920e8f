"""Amounts of a shape of their own: fractions, ratios, scores, ages, vague amounts, magnitudes."""

from whence.extract.figures.amounts import Amount
from whence.extract.figures.hedges import apply_hedge, hedge_after, hedge_before
from whence.extract.numerals import Number, Tokens
from whence.model import FigureKind, Hedge


def plain(
    tokens: Tokens,
    i: int,
    stop: int,
    low: float,
    high: float,
    kind: FigureKind,
    unit: str | None = None,
    *,
    hedge: Hedge = Hedge.EXACT,
    place: float = 1.0,
) -> Amount:
    """An amount of known value with the hedges around it."""
    before, after = hedge_before(tokens, i), hedge_after(tokens, stop)
    first = i
    if before and hedge is Hedge.EXACT:
        first, hedge = before.edge, before.hedge
    elif after and hedge is Hedge.EXACT and after.hedge is not Hedge.EXACT:
        hedge = after.hedge
    least, most = apply_hedge(hedge, low, high)
    return Amount(first, stop, i, stop, least, most, hedge, kind, unit, place)


def magnitude(tokens: Tokens, i: int, number: Number) -> Amount | None:
    """``magnitude 6.4``, ``6.4-magnitude``, ``6.4 on the Richter scale``."""
    if not 0 < number.value < 11:
        return None
    j, before = number.stop, tokens.at(i - 1)
    k = i - 1
    while tokens.at(k) in ("-", "of", "a"):
        k -= 1
    first = i
    if tokens.at(k) == "magnitude":
        first, stop = k, j
    elif tokens.at(j) in ("-", "magnitude") and "magnitude" in (tokens.at(j), tokens.at(j + 1)):
        stop = j + 1 if tokens.at(j) == "magnitude" else j + 2
    elif tokens.word[j : j + 4] == ["on", "the", "richter", "scale"]:
        stop = j + 4
    else:
        return None
    del before
    amount = plain(tokens, i, stop, number.value, number.value, FigureKind.MEASURE, "magnitude",
                    place=number.place)  # fmt: skip
    return amount._replace(first=min(first, amount.first), number_stop=j)
