"""Amounts: a number with currency, range, unit and hedge; not yet what it counts."""

from typing import NamedTuple

from whence.extract.figures.hedges import apply_hedge, hedge_after, hedge_before
from whence.extract.figures.units import Unit, currency_before, squared, unit_after
from whence.extract.numerals import Number, Tokens, parse_number
from whence.model import FigureKind, Hedge


class Amount(NamedTuple):
    """An amount as read: tokens ``first`` up to ``stop``, the number alone inside them."""

    first: int
    stop: int
    number_first: int
    number_stop: int
    low: float | None
    high: float | None
    hedge: Hedge
    kind: FigureKind
    unit: str | None = None
    place: float = 1.0
    whole: tuple[int, int] | None = None
    whole_value: float | None = None


class Core(NamedTuple):
    """A number or range with currency and unit, hedges not yet read."""

    first: int
    stop: int
    number_first: int
    number_stop: int
    low: float
    high: float
    kind: FigureKind
    unit: str | None
    place: float
    is_range: bool = False


_JOINS = frozenset(("to", "-", "or", "and", "through"))


def read_core(tokens: Tokens, i: int, number: Number) -> Core:
    """The number at token ``i`` with its currency, unit and the second number of a range."""
    money = currency_before(tokens, i)
    first = money.first if money else i
    sign = _sign(tokens, first)
    if sign:
        number = number._replace(value=-number.value)
        first = sign[0]
    low = high = number.value
    stop, place, is_range = number.stop, number.place, False
    second = _second(tokens, i, number, first)
    inner_unit = None
    if second is None:
        inner_unit = unit_after(tokens, stop)
        if inner_unit and tokens.at(inner_unit.stop) in ("to", "-", "and"):
            second = _second(tokens, i, number._replace(stop=inner_unit.stop), first)
            if second:
                again = unit_after(tokens, second[1])
                if not again or again.symbol != inner_unit.symbol:
                    second = None
    if second is not None:
        high, stop, is_range = second[0], second[1], True
        low, place = second[2], min(place, second[3])
    unit = unit_after(tokens, stop)
    if unit is None and not is_range:
        unit = _spaced_unit(tokens, stop)
    if money:
        if unit and unit.kind is FigureKind.MONEY and unit.symbol == money.code:
            return Core(
                first, unit.stop, i, stop, low, high, FigureKind.MONEY, money.code, place, is_range
            )
        code = money.code
        return Core(first, stop, i, stop, low, high, FigureKind.MONEY, code, place, is_range)
    if unit is None:
        return Core(first, stop, i, stop, low, high, FigureKind.COUNT, None, place, is_range)
    unit = squared(tokens, unit)
    core = Core(
        first, unit.stop, i, stop, low * unit.factor, high * unit.factor, unit.kind, unit.symbol,
        place * unit.factor, is_range,
    )  # fmt: skip
    return _feet_and_inches(tokens, core) if unit.symbol == "ft" else core


def _sign(tokens: Tokens, first: int) -> tuple[int] | None:
    before = tokens.at(first - 1)
    if before == "minus":
        return (first - 1,)
    if before == "-" and tokens.is_tight(first) and not tokens.is_tight(first - 1):
        after = tokens.at(first - 2)
        if (
            first >= 2
            and (after[:1].isalpha() or after in ("(", ":"))
            and tokens.text[tokens.start[first - 1]] in "-−"
        ):
            return (first - 1,)
    return None


def _spaced_unit(tokens: Tokens, stop: int) -> Unit | None:
    """``0.5 of a percent``, ``¾ of an inch``."""
    if tokens.at(stop) == "of" and tokens.at(stop + 1) in ("a", "an", "one"):
        unit = unit_after(tokens, stop + 2)
        if unit and unit.kind in (FigureKind.PERCENT, FigureKind.MEASURE, FigureKind.DURATION):
            return unit
        if tokens.at(stop + 2) == "percentage" and tokens.at(stop + 3) == "point":
            return Unit("percentage points", FigureKind.PERCENTAGE_POINTS, stop + 4)
    return None


def _second(
    tokens: Tokens, i: int, number: Number, first: int
) -> tuple[float, int, float, float] | None:
    """High, stop, low and place of a range that begins at ``i``."""
    join = tokens.at(number.stop)
    if join not in _JOINS:
        return None
    j = number.stop + 1
    if join == "and" and tokens.at(first - 1) != "between":
        return None
    if join == "to" and tokens.at(j) in ("a", "an") and parse_number(tokens, j) is None:
        return None
    while tokens.at(j) in ("us", "a", "hk") and tokens.at(j + 1) == "$":
        j += 1
    if tokens.at(j) in ("$", "£", "€", "¥", "₹"):
        j += 1
    if tokens.at(j) in ("as", "much", "nearly", "about"):
        return None
    second = parse_number(tokens, j)
    if second is None:
        return None
    low, high = number.value, second.value
    if join == "to" and first < i and tokens.at(first - 1) in _CHANGES:
        return None
    if join == "to" and tokens.at(first - 1) == "from" and _is_change(tokens, first - 2):
        return None
    if low >= high or _scale_is_shared(number, second, tokens, j):
        scale = _scale_of(tokens, j, second)
        if scale > 1 and low < scale and low * scale < high:
            return high, second.stop, low * scale, second.place
    if join == "or" and not (high <= 3 * low + 3 or second.value > 1000):
        return None
    if low >= high:
        return None
    if join == "-" and not tokens.is_tight(number.stop) and number.plain and number.value > 999:
        return None
    return high, second.stop, low, second.place


_CHANGES = frozenset(
    "rose rise rises risen rising increase increased increases grew grow grown growth fell "
    "fall falls "
    "fallen drop dropped drops cut cuts raised raise reduced decline declined jumped jump climbed "
    "slid slipped went gone up down expand expanded shrank shrunk widened narrowed lowered surge "
    "surged swelled improved moved changed change doubled tripled plunged plummeted tumbled".split()
)


def _is_change(tokens: Tokens, i: int) -> bool:
    """``rose from 6,000 to 66,000``: two figures, before and after, and no range."""
    return any(tokens.at(i - back) in _CHANGES for back in range(7))


def _scale_is_shared(number: Number, second: Number, tokens: Tokens, j: int) -> bool:
    """``3-5 million``: the first number takes the second's scale when it has none itself."""
    return (
        _scale_of(tokens, j, second) > 1
        and number.value < 1000
        and (number.plain or number.value % 1 != 0 or number.in_words)
    )


def _scale_of(tokens: Tokens, j: int, number: Number) -> float:
    """What the scale words after a number multiply it by."""
    word = tokens.at(j)
    if word[:1].isdecimal():
        bare = (
            float(word.replace(",", ""))
            if word.replace(",", "").replace(".", "", 1).isdecimal()
            else 0.0
        )
        return number.value / bare if bare else 1.0
    for scale in (1e12, 1e9, 1e6, 1e3, 1e2):
        if number.value >= scale and tokens.at(number.stop - 1) in _SCALE_WORDS:
            return scale
    return 1.0


_SCALE_WORDS = frozenset(("hundred", "thousand", "million", "billion", "trillion", "lakh", "crore"))


def _feet_and_inches(tokens: Tokens, core: Core) -> Core:
    """``6ft 2in``, ``six feet two inches``: one length in feet."""
    j = core.stop
    number = parse_number(tokens, j)
    if number is None or number.value >= 12 or number.value != int(number.value):
        return core
    unit = unit_after(tokens, number.stop)
    if unit and unit.symbol == "in":
        feet = core.low + number.value / 12
        return core._replace(
            stop=unit.stop, number_stop=number.stop, low=feet, high=feet, place=1 / 12
        )
    return core


def hedged(tokens: Tokens, core: Core) -> Amount:
    """The amount with the hedges before and after it."""
    before = hedge_before(tokens, core.first)
    after = hedge_after(tokens, core.stop)
    first, stop = core.first, core.stop
    hedge = Hedge.RANGE if core.is_range else Hedge.EXACT
    if before and not _is_no_hedge(tokens, before.edge, core):
        first = before.edge
        hedge = before.hedge if not (core.is_range and before.hedge is Hedge.EXACT) else hedge
    elif core.is_range and tokens.at(core.first - 1) in ("between", "from"):
        first = core.first - 1
    if (
        after
        and hedge in (Hedge.EXACT, Hedge.RANGE)
        and not (before and before.hedge is not Hedge.EXACT)
    ):
        stop, hedge = after.edge, after.hedge
    if after is None and core.unit is None and hedge is Hedge.EXACT:
        late = _late_hedge(tokens, core.stop)
        if late:
            hedge = late
    if core.is_range and hedge in (Hedge.ABOUT, Hedge.NEARLY):
        hedge = Hedge.RANGE
    low, high = apply_hedge(hedge, core.low, core.high)
    return Amount(
        first,
        stop,
        core.number_first,
        core.number_stop,
        low,
        high,
        hedge,
        core.kind,
        core.unit,
        core.place,
    )


def _late_hedge(tokens: Tokens, stop: int) -> Hedge | None:
    """``40 people or more``, ``300 guests at least``: the hedge after the noun."""
    for j in (stop + 1, stop + 2):
        if (
            tokens.at(j) == "or"
            and tokens.at(j + 1) in ("more", "so", "fewer", "less")
            and tokens.at(j + 2) not in ("than",)
        ):
            found = hedge_after(tokens, j)
            return found.hedge if found else None
        if tokens.at(j) in (",", ".", ";", "\n"):
            return None
    return None


def _is_no_hedge(tokens: Tokens, edge: int, core: Core) -> bool:
    """``over two days``, ``around 4 corners``: words of place and time rather than bounds."""
    word = tokens.at(edge)
    if (
        core.kind is FigureKind.DURATION
        and word in ("over", "under", "above")
        and core.first - edge == 1
    ):
        return tokens.at(edge - 1) in (
            "spread",
            "staged",
            "held",
            "phased",
            "repaid",
            "split",
            "place",
        )
    if word == "above" and core.kind is FigureKind.COUNT and core.low < 10:
        return True
    return word == "some" and tokens.at(core.first) == "of"
