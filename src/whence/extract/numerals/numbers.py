"""Numbers in digits and in words, with the place up to which they are meant."""

from typing import NamedTuple

from whence.extract.numerals.tokens import Tokens
from whence.lexicon import load_table

_TABLE = load_table("numbers")
ONES: dict[str, int] = _TABLE["ones"]
TENS: dict[str, int] = _TABLE["tens"]
SCALES: dict[str, float] = _TABLE["scales"]
SHORT_SCALES: dict[str, float] = _TABLE["short_scales"]
GROUPS: dict[str, int] = _TABLE["groups"]
FRACTIONS: dict[str, int] = _TABLE["fractions"]
VULGAR: dict[str, float] = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅖": 2 / 5,
    "⅗": 3 / 5,
    "⅘": 4 / 5,
    "⅙": 1 / 6,
    "⅚": 5 / 6,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
NUMBER_WORDS = frozenset((*ONES, *TENS, *SCALES, *GROUPS)) - {"nil", "score"}
_LONGEST = 24
_SPACES = " \u00a0\u2009\u202f"


class Number(NamedTuple):
    """A number as read: its value, where it stops, and the last place that is meant."""

    value: float
    stop: int
    """The token after it."""
    place: float
    """1000 for ``37,000``, 0.1 for ``1.2``."""
    in_words: bool = False
    plain: bool = False
    """Bare digits without separator, decimals or scale: may be a year or a name's number."""


def parse_number(tokens: Tokens, i: int) -> Number | None:
    """The number that begins at token ``i``, scale words included; None where there is none."""
    word = tokens.at(i)
    if not word:
        return None
    if word[0].isdecimal():
        return _digits(tokens, i)
    if word in VULGAR:
        return _scaled(tokens, Number(VULGAR[word], i + 1, 0.01))
    if word == "." and tokens.is_tight(i + 1) and tokens.at(i + 1).isdecimal():
        digits = tokens.at(i + 1)[:_LONGEST]
        return _scaled(tokens, Number(float("0." + digits), i + 2, 10.0 ** -len(digits)))
    if word in NUMBER_WORDS or word in ("a", "an", "half"):
        return _words(tokens, i)
    return None


def place_of(value: float) -> float:
    """The last place of a number that is not nought: 1000 for 37,000; 1 for 0."""
    whole = abs(round(value))
    if whole != abs(value) or whole == 0 or whole > 10**18:
        return 1.0
    place = 1
    while whole % (place * 10) == 0:
        place *= 10
    return float(place)


def read_digits(word: str) -> tuple[float, float] | None:
    """Value and place of a run of digits with separators of any convention; None if it is none.

    ``1,250.5`` ``1.234.567`` ``1'250'000`` ``1,25,000`` ``3,5`` are numbers; ``14.10.2014`` is not.
    """
    if word.isdecimal():
        if len(word) > _LONGEST:
            return None
        value = float(int(word))
        return value, place_of(value)
    marks = [c for c in word if c in ".,'"]
    parts = word.replace(",", ".").replace("'", ".").split(".")
    if len(word) > _LONGEST or not all(part.isdecimal() for part in parts):
        return None
    kinds = set(marks)
    if len(kinds) == 1 and _are_groups(parts, marks) and (marks[0] != "." or len(marks) > 1):
        value = float(int("".join(parts)))
        return value, place_of(value)
    decimal_last = (
        len(kinds) == 2 and marks.count(marks[-1]) == 1 and _are_groups(parts[:-1], marks)
    )
    if (len(marks) == 1 and marks[0] in ".,") or decimal_last:
        value = float("".join(parts[:-1]) + "." + parts[-1])
        return value, 10.0 ** -len(parts[-1])
    return None


def _are_groups(parts: list[str], marks: list[str]) -> bool:
    if not 1 <= len(parts[0]) <= 3 or (len(parts) > 1 and parts[0] == "0"):
        return False
    if all(len(part) == 3 for part in parts[1:]):
        return True
    indian = len(parts) > 2 and len(parts[-1]) == 3 and marks[0] == ","
    return indian and len(parts[0]) <= 2 and all(len(part) == 2 for part in parts[1:-1])


def _digits(tokens: Tokens, i: int) -> Number | None:
    word = tokens.word[i]
    read = read_digits(word)
    if read is None:
        return None
    value, place = read
    stop = i + 1
    plain = word.isdecimal()
    if plain and len(word) <= 3:
        joined, stop = _spaced_groups(tokens, i)
        if stop > i + 1:
            value, plain = joined, False
            place = place_of(value)
    if tokens.at(stop) in VULGAR:
        return _scaled(tokens, Number(value + VULGAR[tokens.word[stop]], stop + 1, 0.01))
    mixed = _mixed(tokens, stop) if plain else None
    if mixed is not None:
        return _scaled(tokens, Number(value + mixed[0], mixed[1], 0.01))
    return _scaled(tokens, Number(value, stop, place, False, plain))


def _spaced_groups(tokens: Tokens, i: int) -> tuple[float, int]:
    """``12 400``: groups of three after a space, as in French and Swedish style."""
    text, stop = tokens.word[i], i + 1
    while stop < len(tokens) and stop - i < 6:
        word = tokens.word[stop]
        gap = tokens.text[tokens.end[stop - 1] : tokens.start[stop]]
        if len(gap) != 1 or gap not in _SPACES or len(word) != 3 or not word.isdecimal():
            break
        text += word
        stop += 1
    if text.startswith("0") or tokens.at(stop)[:1].isdecimal():
        return 0.0, i + 1
    return float(int(text)), stop


def _mixed(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """``1/2`` after a whole number: its value and the token after it."""
    top, slash, bottom = tokens.at(i), tokens.at(i + 1), tokens.at(i + 2)
    if (
        slash == "/"
        and top.isdecimal()
        and bottom.isdecimal()
        and not tokens.is_tight(i)
        and len(bottom) <= 2
        and 0 < int(top) < int(bottom)
        and tokens.is_tight(i + 1)
    ):
        return int(top) / int(bottom), i + 3
    return None


def _scaled(tokens: Tokens, number: Number) -> Number:
    """The number times the scale words that follow: ``bn``, ``lakh crore``, ``million``."""
    value, stop, place = number.value, number.stop, number.place
    for _ in range(2):
        word = tokens.at(stop)
        skip = 1 if word == "-" and tokens.at(stop + 1) in SCALES and tokens.is_tight(stop) else 0
        word = tokens.at(stop + skip)
        scale = SCALES.get(word)
        if scale is None and (short := SHORT_SCALES.get(word)) is not None:
            is_bare = word in ("m", "k", "b", "t", "tn", "mm")
            if not is_bare or (tokens.is_tight(stop) and _may_be_scale(tokens, number, stop)):
                scale = short
        if scale is None or (word == "hundred" and value >= 100):
            break
        value, place, stop = value * scale, place * scale, stop + skip + 1
        if (
            tokens.at(stop) == "."
            and word in ("mn", "bn", "mln", "bln")
            and not _ends(tokens, stop)
        ):
            stop += 1
    if stop == number.stop:
        return number
    return Number(value, stop, place, number.in_words, False)


def _may_be_scale(tokens: Tokens, number: Number, i: int, *, is_second: bool = False) -> bool:
    """``4m`` is millions after a currency or before a counted noun; metres otherwise."""
    word = tokens.word[i]
    if word in ("k", "tn"):
        return True
    first = i - 1
    while first > max(0, i - 8) and (
        tokens.word[first][0].isdecimal() or tokens.word[first] in ("-", "to")
    ):
        first -= 1
    before = tokens.word[first]
    if before in "$£€¥₹₽₩₦₴" or before in ("rs", "usd", "eur", "gbp"):
        return True
    if tokens.is_capital(i) and word in ("m", "b", "k"):
        return True
    if word == "m":
        after = tokens.at(i + 1)
        if after in ("to", "-", "and", "or") and tokens.at(i + 2)[:1].isdecimal():
            if is_second or tokens.at(i + 3) != "m":
                return False
            return _may_be_scale(tokens, number, i + 3, is_second=True)
        return len(after) > 4 and after.isalpha() and after not in _AFTER_METRES
    return False


_AFTER_METRES = frozenset(
    "above across after ahead along apart around before behind below beneath beside between beyond "
    "downstream final freestyle higher hurdles inside offshore outside radius relay round sprint "
    "tall taller thick under underground upstream where which while within lower longer shorter "
    "deeper wider".split()
)


def _ends(tokens: Tokens, i: int) -> bool:
    return tokens.at(i + 1) in ("", "\n") or tokens.is_capital(i + 1)


def _words(tokens: Tokens, i: int) -> Number | None:
    """A number in words: ``three hundred and forty-two``, ``two and a half million``."""
    total = 0.0
    group: float = 0.0
    seen = False
    word = tokens.word[i]
    j = i
    if word in ("a", "an"):
        if tokens.at(i + 1) == "half":
            return None
        if tokens.at(i + 1) == "quarter" and tokens.at(i + 2) == "of" and tokens.at(i + 3) == "a":
            j = i + 2
            return _part_of(tokens, 0.25, j)
        if tokens.at(i + 1) not in SCALES and tokens.at(i + 1) not in GROUPS:
            return None
        group, seen, j = 1.0, True, i + 1
    elif word == "half":
        if tokens.at(i + 1) in ("a", "an"):
            return _part_of(tokens, 0.5, i)
        return None
    while j < len(tokens):
        word = tokens.word[j]
        if word == "-" and j > i and tokens.is_tight(j):
            j += 1
            word = tokens.at(j)
            if word not in ONES and word not in SCALES and word not in GROUPS:
                j -= 1
                break
        if (one := ONES.get(word)) is not None:
            if seen and (group % 10 or (group % 100 and one >= 10)):
                break
            group, seen = group + one, True
        elif (ten := TENS.get(word)) is not None:
            if seen and group % 100:
                break
            group, seen = group + ten, True
        elif word == "hundred" and seen and 0 < group < 100:
            group *= 100
        elif (size := GROUPS.get(word)) is not None and seen and 0 < group < 100:
            return _finish(tokens, total + group * size, j + 1)
        elif (scale := SCALES.get(word)) is not None and seen:
            total, group = total + (group or 1) * scale if group else total * scale, 0.0
        elif word == "and" and j > i and seen:
            half = _and_part(tokens, j)
            if half is not None:
                whole = total + group
                return _scaled(tokens, Number(whole + half[0], half[1], 0.1, True))
            if not ((group and group % 100 == 0) or not group) or not _goes_on(tokens, j):
                break
        else:
            break
        j += 1
    if not seen:
        return _finish(tokens, float(GROUPS[word]), i + 1) if word == "dozen" else None
    while tokens.at(j - 1) in ("and", "-"):
        j -= 1
    return _finish(tokens, total + group, j)


def _finish(tokens: Tokens, value: float, stop: int) -> Number:
    if tokens.at(stop) == "-" and tokens.at(stop + 1) == "and" and tokens.at(stop + 2) == "-":
        part = _and_part(tokens, stop + 1)
        if part is not None:
            return _scaled(tokens, Number(value + part[0], part[1], 0.1, True))
    number = Number(value, stop, place_of(value), True)
    return _scaled(tokens, number)


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Whether ``and`` at ``i`` joins parts of one number: hundreds or more before, less after."""
    before, after = tokens.at(i - 1), tokens.at(i + 1)
    return (before in SCALES) and (after in ONES or after in TENS)


def _and_part(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """``and a half``, ``and three quarters``, ``and-a-half``: its value and the token after it."""
    j = i + 1
    if tokens.at(j) == "-":
        j += 1
    word = tokens.at(j)
    if word in ("a", "an", "one"):
        j += 2 if tokens.at(j + 1) == "-" else 1
        if tokens.at(j) == "half":
            return 0.5, j + 1
        if tokens.at(j) in ("quarter", "third"):
            return 1 / FRACTIONS[tokens.at(j)], j + 1
    if word == "three" and tokens.at(j + 1) == "quarters":
        return 0.75, j + 2
    return None


def _part_of(tokens: Tokens, part: float, i: int) -> Number | None:
    """``half a million``, ``half a dozen``, ``a quarter of a million``: ``i`` is half, or of."""
    word = tokens.at(i + 2)
    if word in SCALES:
        return Number(part * SCALES[word], i + 3, part * SCALES[word], True)
    if word in GROUPS:
        return Number(part * GROUPS[word], i + 3, 1.0, True)
    return None
