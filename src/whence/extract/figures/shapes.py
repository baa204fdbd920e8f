"""Amounts of a shape of their own: fractions, ratios, scores, ages, vague amounts, magnitudes."""

from whence.extract.figures.amounts import Amount, hedged, read_core
from whence.extract.figures.hedges import apply_hedge, hedge_after, hedge_before
from whence.extract.figures.units import unit_after
from whence.extract.numerals import Number, Tokens, parse_number
from whence.lexicon import load_table
from whence.model import FigureKind, Hedge

_FRACTIONS: dict[str, int] = load_table("numbers")["fractions"]
_VAGUE = {
    "dozens": (24.0, 99.0), "scores": (40.0, 99.0), "hundreds": (100.0, 999.0),
    "thousands": (1e3, 9999.0), "millions": (1e6, 9999999.0), "billions": (1e9, 9999999999.0),
    "trillions": (1e12, 9999999999999.0), "lakhs": (1e5, 999999.0), "crores": (1e7, 99999999.0),
}  # fmt: skip
_SIZES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12.0,
          "trillion": 1e12}  # fmt: skip
_FIGURES = {"four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_DIGITS = {"single": (1.0, 9.0), "double": (10.0, 99.0), "triple": (100.0, 999.0)}
VAGUE_STARTS = frozenset(
    (*_VAGUE, "tens", "several", "handful", "few", "couple", *_FIGURES, *_DIGITS)
)


def _plain(tokens: Tokens, i: int, stop: int, low: float, high: float, kind: FigureKind,
           unit: str | None = None, *, hedge: Hedge = Hedge.EXACT, place: float = 1.0) -> Amount:  # fmt: skip
    """An amount of known value with the hedges around it."""
    before, after = hedge_before(tokens, i), hedge_after(tokens, stop)
    first = i
    if before and hedge is Hedge.EXACT:
        first, hedge = before.edge, before.hedge
    elif after and hedge is Hedge.EXACT and after.hedge is not Hedge.EXACT:
        hedge = after.hedge
    least, most = apply_hedge(hedge, low, high)
    return Amount(first, stop, i, stop, least, most, hedge, kind, unit, place)


# Vague amounts ---------------------------------------------------------------------------------


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
    size = _SIZES.get(tokens.at(i + 1))
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
    if (
        word == "scores"
        and tokens.at(i + 1) != "of"
        or word in ("tens",)
        and tokens.at(i + 1) != "of"
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
    size = _SIZES.get(tokens.at(j))
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


# Fractions and ratios ----------------------------------------------------------------------------


def fraction(tokens: Tokens, i: int, number: Number | None) -> Amount | None:
    """``two-thirds``, ``three quarters``, ``a third``, ``half``, ``1/3``: i begins it."""
    word = tokens.word[i]
    if word == "half":
        return _half(tokens, i)
    if word in ("a", "one") and tokens.at(i + 1) in ("third", "quarter", "fifth", "tenth", "sixth",
                                                      "seventh", "eighth", "ninth", "twentieth"):  # fmt: skip
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
    return _whole(tokens, _plain(tokens, i, j + 1, value, value, FigureKind.RATIO, place=0.01))


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
    if after == "of" and tokens.at(j + 2) == "a" and tokens.at(j + 3) in _SIZES:
        return None
    value = 1 / _FRACTIONS[tokens.word[j]]
    return _whole(tokens, _plain(tokens, i, j + 1, value, value, FigureKind.RATIO, place=0.01))


def _half(tokens: Tokens, i: int) -> Amount | None:
    j = i + 1
    before = tokens.at(i - 1)
    if before == "-" or tokens.at(j) == "-":
        return None
    if tokens.at(j) in ("a", "an"):
        unit = unit_after(tokens, j + 1)
        if unit and unit.symbol != "C":
            return _plain(tokens, i, unit.stop, 0.5 * unit.factor, 0.5 * unit.factor, unit.kind,
                          unit.symbol, place=0.1)  # fmt: skip
        return None
    if (
        tokens.at(j) == "of"
        and tokens.at(j + 1) in ("one", "a")
        and (unit := unit_after(tokens, j + 2))
    ):
        if unit.kind is FigureKind.PERCENT:
            return _plain(tokens, i, unit.stop, 0.5, 0.5, unit.kind, unit.symbol, place=0.1)
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
    return _whole(tokens, _plain(tokens, i, j, 0.5, 0.5, FigureKind.RATIO, place=0.1))


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
        number.value > 10 or whole.value > 10**6 or whole.plain and 1500 < whole.value < 2100
    ):
        return None
    if is_in and unit_after(tokens, whole.stop):
        return None
    value = number.value / whole.value
    return _plain(tokens, i, whole.stop, value, value, FigureKind.RATIO, place=0.001)


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


# Scores and odds ---------------------------------------------------------------------------------

_PLAY = frozenset(
    "beat won win wins lost lose loses defeated score scored draw drew drawn victory defeat lead led "
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
    if join == ":" and not tokens.is_tight(j) or join not in ("-", "to", ":"):
        return None
    second = parse_number(tokens, j + 1)
    if second is None or second.value != int(second.value) or second.value > 999:
        return None
    if tokens.at(i - 1) in ("-", "/", "$", "£", "€") or tokens.at(second.stop) in ("-", "/"):
        if not tokens.at(second.stop + 1)[:1].isalpha():
            return None
    if unit_after(tokens, second.stop) or tokens.at(second.stop) == "'s":
        return None
    is_play = any(tokens.at(i - back) in _PLAY for back in range(1, 8))
    if not is_play and _has_odds(tokens, i, second.stop):
        value = number.value / second.value if second.value else 0.0
        return _plain(tokens, i, second.stop, value, value, FigureKind.RATIO)
    if join == "to":
        return _to_score(tokens, i, number, second)
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
        return _plain(tokens, i, second.stop, number.value, number.value, FigureKind.RATIO)
    if number.value >= second.value and any(tokens.at(i - back) in _PLAY for back in range(1, 5)):
        return _score(i, second.stop, number, second, i)
    return None


def _has_odds(tokens: Tokens, i: int, stop: int) -> bool:
    return (
        tokens.at(stop) in ("against", "on", "odds", "ratio", "favourite", "outsider", "shot")
        and (tokens.at(stop) != "on" or "odds" in tokens.word[max(0, i - 5) : i])
        or bool({"odds", "ratio"} & set(tokens.word[max(0, i - 5) : i]))
    )


def _score(first: int, stop: int, number: Number, second: Number, i: int) -> Amount:
    low, high = sorted((number.value, second.value))
    return Amount(first, stop, i, stop, low, high, Hedge.EXACT, FigureKind.SCORE)


# Ages --------------------------------------------------------------------------------------------

_PEOPLE = frozenset("man woman boy girl person pensioner teenager patient driver".split())
_GROUPS = frozenset(
    "voters people children adults women men those anyone everyone residents patients pupils "
    "youths boys girls persons kids drivers citizens teenagers players".split()
)


def age(tokens: Tokens, i: int, number: Number) -> Amount | None:
    """``42-year-old``, ``, 71,``, ``aged 9``, ``at the age of 88``, ``in his 40s``, ``over-65s``."""
    j, value = number.stop, number.value
    before = tokens.at(i - 1)
    if value > 130 or value < 0:
        return None
    old = _years_old(tokens, j)
    if old:
        amount = _plain(tokens, i, old[1], value, value, FigureKind.AGE, old[0])
        return amount
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
        return Amount(first, j, i, j, value, value, Hedge.EXACT, FigureKind.AGE, "years")
    if (
        before == "of"
        and tokens.at(i - 2) in _PEOPLE
        and tokens.at(j) in (",", ".", "who", "was", "is", "has")
    ):
        return Amount(i - 1, j, i, j, value, value, Hedge.EXACT, FigureKind.AGE, "years")
    if before in ("under", "over") and tokens.at(i - 2) in _GROUPS and not unit_after(tokens, j):
        if not tokens.at(j).isalpha() or tokens.at(j) in (
            "stayed",
            "are",
            "were",
            "who",
            "and",
            "have",
            "will",
            "is",
        ):
            return _plain(tokens, i, j, value, value, FigureKind.AGE, "years")
    if before == "," or before == "(":
        return _apposed(tokens, i, number)
    return None


def _years_old(tokens: Tokens, j: int) -> tuple[str, int] | None:
    """``-year-old``, ``years old``, ``-month-olds``: unit and the token after it."""
    if tokens.at(j) == "-":
        j += 1
    unit = {"year": "years", "years": "years", "yr": "years", "month": "months", "months": "months",
            "week": "weeks", "weeks": "weeks", "day": "days", "days": "days"}.get(tokens.at(j))  # fmt: skip
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
        return Amount(first, core.number_stop, i, core.number_stop, core.low, core.high, Hedge.RANGE,
                      FigureKind.AGE, "years")  # fmt: skip
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
    if j - i != 1 or not tokens.word[i].isdecimal() or not 1 <= number.value <= 120:
        return None
    if tokens.at(j) != closing and not (
        closing == "," and tokens.at(j) in (".", "of", "from", "who", "and", ";", "\n", "")
    ):
        return None
    name = tokens.at(i - 2)
    if not (tokens.is_capital(i - 2) and name.isalpha()) or name in _NOT_NAMES:
        return None
    return Amount(i, j, i, j, number.value, number.value, Hedge.EXACT, FigureKind.AGE, "years")


_MONTHS = load_table("times")["months"]
_NOT_NAMES = frozenset(
    (*_MONTHS, *load_table("times")["weekdays"], "no", "section", "article", "page")
)


# Magnitudes --------------------------------------------------------------------------------------


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
    amount = _plain(tokens, i, stop, number.value, number.value, FigureKind.MEASURE, "magnitude",
                    place=number.place)  # fmt: skip
    return amount._replace(first=min(first, amount.first), number_stop=j)
