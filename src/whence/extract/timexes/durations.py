"""Lengths of time and repetitions: ``four and a half months``, ``several weeks``."""

from typing import NamedTuple

from whence.extract.numerals import NUMBER_WORDS, Tokens, parse_number
from whence.extract.timexes.phrases import Fixed, Phrase
from whence.extract.timexes.words import (
    CLOCK_UNITS,
    DAY_PARTS,
    MONTHS,
    UNITS,
    WEEKDAYS,
    unit_at,
    weekday_at,
)
from whence.model import TimexType

VAGUE = frozenset(("several", "few", "many", "some", "numerous"))
_BETWEEN = frozenset(
    "more additional consecutive straight full whole long short trading working business "
    "solid extra "
    "calendar school further successive other fiscal uninterrupted tense entire".split()
)


class Length(NamedTuple):
    """A length of time as read: so many units, and the token after it."""

    amount: float | None
    """None where it is vague: several, a few, some."""
    unit: str
    stop: int
    is_tight: bool = False
    """Joined by a hyphen: ``two-day``."""
    high: float | None = None


def parse_length(tokens: Tokens, i: int) -> Length | None:
    """The length of time that begins at token ``i``; no ages (``42-year-old``)."""
    word = tokens.at(i)
    if word in ("a", "an"):
        return _with_article(tokens, i)
    if word == "half":
        return _half(tokens, i)
    if word in VAGUE:
        return _vague(tokens, i + 1, i)
    if not word[:1].isdecimal() and word not in NUMBER_WORDS:
        return None
    number = parse_number(tokens, i)
    if number is None or number.value > 10**7:
        return None
    j, high = number.stop, None
    if tokens.at(j) in ("to", "or", "-"):
        second = parse_number(tokens, j + 1)
        if second and second.value > number.value:
            unit = _unit_after(tokens, second.stop)
            if unit:
                return Length(number.value, unit[0], unit[1], unit[2], second.value)
    unit = _unit_after(tokens, j)
    if unit is None:
        return None
    return _and_half(tokens, Length(number.value, unit[0], unit[1], unit[2], high))


def _unit_after(tokens: Tokens, j: int) -> tuple[str, int, bool] | None:
    is_tight = tokens.at(j) == "-"
    if is_tight:
        j += 1
    elif tokens.at(j) in _BETWEEN:
        j += 1
        if tokens.at(j) in _BETWEEN:
            j += 1
    unit = unit_at(tokens, j)
    if (
        unit is None
        or (unit == "N" and is_tight)
        or (tokens.at(j) == "min" and tokens.is_capital(j))
    ):
        return None
    is_part = tokens.at(j - 1) not in _BETWEEN and tokens.at(j + 1) in ("of", "full", "-")
    if unit == "Q" and (is_tight or is_part):
        return None
    if tokens.at(j) == "second" and not is_tight and tokens.at(j - 1) not in ("one", "1"):
        return None
    if tokens.at(j) == "-" or (tokens.at(j + 1) == "-" and tokens.at(j + 2) == "old"):
        return None
    if tokens.at(j + 1) in ("old", "olds"):
        return None
    if tokens.at(j + 1) == "-" and tokens.at(j + 2) in ("long",):
        return unit, j + 3, True
    if tokens.at(j + 1) == "." and tokens.at(j) in ("yr", "yrs", "hr", "hrs", "min", "mins", "sec"):
        return unit, j + 2, is_tight
    return unit, j + 1, is_tight


def _and_half(tokens: Tokens, length: Length) -> Length:
    """``a year and a half``, ``two years and three months`` stay one length where they add up."""
    j = length.stop
    if (
        tokens.at(j) == "and"
        and length.amount is not None
        and tokens.at(j + 1) in ("a", "one")
        and tokens.at(j + 2) == "half"
    ):
        return length._replace(amount=length.amount + 0.5, stop=j + 3)
    return length


def _with_article(tokens: Tokens, i: int) -> Length | None:
    word = tokens.at(i + 1)
    if word == "couple":
        j = i + 3 if tokens.at(i + 2) == "of" else i + 2
        unit = _unit_after(tokens, j)
        return Length(2.0, unit[0], unit[1]) if unit else None
    if word == "few" or word == "several":
        return _vague(tokens, i + 2, i)
    if word in ("good", "great") and tokens.at(i + 2) == "many":
        return _vague(tokens, i + 3, i)
    if word in ("half", "quarter"):
        return _half(tokens, i + 1)
    number = parse_number(tokens, i)
    if number:
        unit = _unit_after(tokens, number.stop)
        return _and_half(tokens, Length(number.value, unit[0], unit[1], unit[2])) if unit else None
    j = i + 2 if word in ("full", "whole", "single", "mere", "further", "solid") else i + 1
    unit_word = tokens.at(j)
    if unit_word == "matter" and tokens.at(j + 1) == "of":
        return None
    found = UNITS.get(unit_word)
    if found is None or unit_word.endswith("s") or unit_word in ("second", "quarter", "min", "sec"):
        return None
    if tokens.at(j + 1) == "-" and tokens.is_tight(j + 1):
        if tokens.at(j + 2) == "long":
            return None
        return None
    if tokens.at(j + 1) == "or" and tokens.at(j + 2) in ("two", "so", "more"):
        return Length(1.0, found, j + 3, False, 2.0)
    return _and_half(tokens, Length(1.0, found, j + 1))


def _half(tokens: Tokens, i: int) -> Length | None:
    part = 0.5 if tokens.word[i] == "half" else 0.25
    j = i + 1
    if tokens.at(j) == "-":
        j += 1
    if tokens.at(j) == "of":
        j += 1
    if tokens.at(j) in ("a", "an"):
        j += 1
    unit = unit_at(tokens, j)
    if unit is None or tokens.at(j).endswith("s") or unit in ("TS", "N", "Q"):
        return None
    return Length(part, unit, j + 1)


def _vague(tokens: Tokens, j: int, i: int) -> Length | None:
    if tokens.at(j) == "of":
        return None
    if tokens.at(j) in ("hundred", "thousand", "dozen", "million"):
        j += 1
    unit = _unit_after(tokens, j)
    if unit is None:
        return None
    if tokens.word[i] == "some" and not tokens.at(unit[1] - 1).endswith("s"):
        return None
    return Length(None, unit[0], unit[1], unit[2])


def duration_value(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: ``P4M15D``, ``PT6H30M``, ``PXW``, ``P20Y`` for two decades."""
    clock = "T" if unit in CLOCK_UNITS else ""
    letter = unit[-1]
    if amount is None:
        return f"P{clock}X{letter}"
    if letter in "ECL" and unit != "TM":
        years = amount * {"E": 10, "C": 100, "L": 1000}[letter]
        return f"P{_plain(years)}Y"
    if letter == "N":
        return f"P{_plain(amount)}W" if amount != 1 else "P2D"
    if letter == "Q" and amount != int(amount):
        return f"P{_plain(amount * 3)}M"
    whole, rest = int(amount), amount - int(amount)
    if rest == 0:
        return f"P{clock}{whole}{letter}"
    small = _SMALLER.get(unit)
    part = rest * small[0] if small else 0.0
    if small is None or abs(part - round(part)) > 1e-6:
        return f"P{clock}{_plain(amount)}{letter}"
    head = f"{whole}{letter}" if whole else ""
    mark = "T" if small[1][0] == "T" else ""
    return f"P{clock}{head}{mark if not clock else ''}{round(part)}{small[1][-1]}"


_SMALLER = {
    "Y": (12, "M"),
    "M": (30, "D"),
    "W": (7, "D"),
    "D": (24, "TH"),
    "TH": (60, "TM"),
    "TM": (60, "TS"),
}


def _plain(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else str(round(amount, 4))


def duration_phrase(tokens: Tokens, i: int, length: Length) -> Phrase:
    """A length of time as an expression of its own."""
    mod = "EQUAL_OR_MORE" if length.high is not None else None
    value = duration_value(length.amount, length.unit)
    stop = length.stop
    if tokens.at(stop) == "or" and tokens.at(stop + 1) in ("so", "more", "less"):
        mod = {"so": "APPROX", "more": "EQUAL_OR_MORE", "less": "EQUAL_OR_LESS"}[
            tokens.at(stop + 1)
        ]
        stop += 2
    return Phrase(i, stop, TimexType.DURATION, Fixed(value), mod)


def set_phrase(tokens: Tokens, i: int) -> Phrase | None:
    """``every year``, ``each Friday``, ``every two hours``."""
    j = i + 1
    day = weekday_at(tokens, j)
    if day:
        part = DAY_PARTS.get(tokens.at(day[1]))
        value = f"XXXX-WXX-{day[0]}" + (f"T{part}" if part else "")
        return _repeated(i, day[1] + bool(part), value, tokens.word[i])
    if tokens.at(j) in ("other", "second") and unit_at(tokens, j + 1):
        value = duration_value(2, UNITS[tokens.at(j + 1)])
        return _repeated(i, j + 2, value, "every")
    part = DAY_PARTS.get(tokens.at(j))
    if part and tokens.word[i] in ("every", "each"):
        return _repeated(i, j + 1, f"XXXX-XX-XXT{part}", tokens.word[i])
    if tokens.at(j) == "single":
        j += 1
    unit = unit_at(tokens, j)
    if unit and not tokens.at(j).endswith("s") and tokens.at(j) != "second":
        return _repeated(i, j + 1, duration_value(1, unit), tokens.word[i])
    length = parse_length(tokens, j) if tokens.word[i] == "every" else None
    if length:
        return _repeated(i, length.stop, duration_value(length.amount, length.unit), "every")
    if tokens.at(j) in MONTHS and tokens.is_capital(j):
        return _repeated(i, j + 1, f"XXXX-{MONTHS[tokens.at(j)]:02d}", tokens.word[i])
    return None


def times_phrase(tokens: Tokens, i: int) -> Phrase | None:
    """``twice a week``, ``three times a day``, ``once a year``: i is the number of times."""
    word = tokens.word[i]
    count = {"once": 1, "twice": 2, "thrice": 3}.get(word)
    j = i + 1
    if count is None:
        number = parse_number(tokens, i)
        if number is None or tokens.at(number.stop) != "times":
            return None
        count, j = int(number.value), number.stop + 1
    if tokens.at(j) in ("a", "an", "per", "each", "every"):
        unit = unit_at(tokens, j + 1)
        if unit and not tokens.at(j + 1).endswith("s"):
            return _repeated(i, j + 2, duration_value(1, unit), "", f"{count}X")
    return None


def _repeated(i: int, stop: int, value: str, quant: str, freq: str | None = None) -> Phrase:
    return Phrase(i, stop, TimexType.SET, Fixed(value), None, quant.upper() or None, freq)


def plural_weekdays(tokens: Tokens, i: int) -> Phrase | None:
    """``Sundays``, ``Tuesday nights``."""
    word = tokens.word[i]
    if not tokens.is_capital(i):
        return None
    if word.endswith("s") and word[:-1] in WEEKDAYS and len(word) > 5:
        return _repeated(i, i + 1, f"XXXX-WXX-{WEEKDAYS[word[:-1]]}", "")
    if word in WEEKDAYS and tokens.at(i + 1) in ("mornings", "afternoons", "evenings", "nights"):
        part = DAY_PARTS[tokens.at(i + 1)]
        return _repeated(i, i + 2, f"XXXX-WXX-{WEEKDAYS[word]}T{part}", "")
    return None
