"""Figures in words that read back as the same figure: ``at least 1,250 km``."""

from whence.model import Figure, FigureKind, Hedge

_AROUND: dict[Hedge, str] = {
    Hedge.EXACT: "{}",
    Hedge.ABOUT: "about {}",
    Hedge.NEARLY: "nearly {}",
    Hedge.AT_LEAST: "at least {}",
    Hedge.AT_MOST: "at most {}",
    Hedge.MORE_THAN: "more than {}",
    Hedge.FEWER_THAN: "fewer than {}",
    Hedge.UP_TO: "up to {}",
}


def format_amount(figure: Figure) -> str:
    """Number, hedge and unit of a figure in English; a range or vague amount as its interval."""
    low, high = figure.low, figure.high
    if low is not None and high is not None and low != high:
        return f"{format_number(low)} to {_with_unit(format_number(high), figure)}"
    value = low if low is not None else high
    return _AROUND.get(figure.hedge, "{}").format(_with_unit(format_number(value or 0.0), figure))


def format_number(value: float) -> str:
    """A number with commas, as many decimals as it has, never in powers of ten."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.10f}".rstrip("0").rstrip(".")


def _with_unit(number: str, figure: Figure) -> str:
    if figure.kind is FigureKind.AGE:
        return f"{number} {figure.unit or 'years'} old"
    return f"{number} {figure.unit}" if figure.unit else number
