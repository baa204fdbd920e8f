"""Which numbers are no figures: names' numbers, telephone numbers, addresses, versions, lists."""

from whence.extract.numerals import Number, Tokens
from whence.lexicon import load_table

_TABLE = load_table("not_counts")
_BEFORE = frozenset(_TABLE["before"])
_STREETS = frozenset(_TABLE["streets"])
_ONE_AFTER = frozenset(_TABLE["after_one"])
_ONE_BEFORE = frozenset(_TABLE["before_one"])
_TIMES = load_table("times")
_NAMES_MAY_PRECEDE = frozenset((*_TABLE["capitalised"], *_TIMES["months"], *_TIMES["weekdays"]))


def is_no_count(tokens: Tokens, i: int, number: Number, *, has_unit: bool) -> bool:
    """Whether the bare number at token ``i`` counts nothing."""
    word = tokens.word[i]
    if word == "one" and number.stop == i + 1 and not has_unit:
        return _is_pronoun(tokens, i)
    if not word[0].isdecimal():
        before, after = tokens.at(i - 1), tokens.at(number.stop)
        if _is_named(tokens, i):
            return True
        return word == "zero" and (
            before in ("ground", "absolute", "net", "day", "patient")
            or after in ("tolerance", "hour", "sum", "emission", "emissions", "carbon")
        )
    before, after = tokens.at(i - 1), tokens.at(number.stop)
    if _is_glued_before(tokens, i):
        return True
    if has_unit:
        return False
    if _is_glued_after(tokens, number):
        return True
    if before in _BEFORE or (
        before == "." and tokens.at(i - 2) in ("no", "nos", "p", "pp", "art", "sec", "vol")
    ):
        return True
    if _is_telephone(tokens, i, number):
        return True
    if after in _STREETS and tokens.is_capital(number.stop):
        return True
    if (
        tokens.is_capital(number.stop)
        and tokens.at(number.stop + 1) in _STREETS
        and tokens.is_capital(number.stop + 1)
    ):
        return True
    if before == "[" and after == "]":
        return True
    return number.plain and _is_in_name(tokens, i, number)


def _is_glued_before(tokens: Tokens, i: int) -> bool:
    """``COVID-19``, ``G7``, ``example.org/2041``, ``v2``."""
    before = tokens.at(i - 1)
    if tokens.is_tight(i):
        if before.isalpha() and tokens.at(i - 1) not in ("rs", "usd", "eur", "gbp"):
            return True
        if before in ("/", "_", "@", "#", "\\", "=", "&"):
            return True
        if (
            before in (":", ".")
            and i > 1
            and tokens.is_tight(i - 1)
            and tokens.at(i - 2)[:1].isalnum()
        ):
            return True
        if before == "-" and tokens.is_tight(i - 1) and i > 1:
            glue = tokens.at(i - 2)
            if glue.isalpha() and glue not in _NAMES_MAY_PRECEDE:
                return True
    return False


def _is_glued_after(tokens: Tokens, number: Number) -> bool:
    """``24/7``, ``10:45``, ``21st``."""
    after = tokens.at(number.stop)
    if number.plain and tokens.is_tight(number.stop):
        if after in ("/", ":", "_", "@") and tokens.is_tight(number.stop + 1):
            return after != "/" or tokens.at(number.stop + 1)[:1].isdecimal()
        if after in ("st", "nd", "rd", "th"):
            return True
        if after.isalpha() and after not in ("s", "m", "k") and len(after) == 1:
            return True
    return False


def _is_telephone(tokens: Tokens, i: int, number: Number) -> bool:
    """Groups of digits that no separator of numbers joins: ``555-0134``, ``+44 20 7946 0018``."""
    if tokens.at(i - 1) == "+" and tokens.is_tight(i):
        return True
    j = number.stop
    digits = tokens.at(j + 1)
    if (
        tokens.at(j) == "-"
        and tokens.is_tight(j)
        and tokens.is_tight(j + 1)
        and digits.isdecimal()
        and (
            (len(digits) == 4 and len(tokens.word[i]) == 3)
            or (digits.startswith("0") and len(digits) > 1)
        )
    ):
        return True
    if (
        tokens.at(i - 1) == "-"
        and tokens.is_tight(i)
        and tokens.is_tight(i - 1)
        and tokens.at(i - 2).isdecimal()
        and (len(tokens.at(i - 2)) == 3 and len(tokens.word[i]) == 4)
    ):
        return True
    if tokens.word[i].startswith("0") and len(tokens.word[i]) > 1 and tokens.word[i].isdecimal():
        return True
    around = tokens.at(j).isdecimal() or tokens.at(i - 1).isdecimal()
    return around and number.plain


def _is_in_name(tokens: Tokens, i: int, number: Number) -> bool:
    """``Boeing 737``."""
    before = tokens.at(i - 1)
    if (
        not tokens.is_capital(i - 1)
        or not before.isalpha()
        or (len(before) == 1 and before not in ("i",))
    ):
        return False
    if before in _NAMES_MAY_PRECEDE or tokens.begins_sentence(i - 1):
        return False
    after = tokens.at(number.stop)
    if tokens.is_capital(number.stop):
        return False
    if _is_title_case(tokens, i):
        return False
    return not (after.endswith("s") and len(after) > 3 and after not in ("was", "has", "is"))


def _is_named(tokens: Tokens, i: int) -> bool:
    """``Quay Nine``, ``Channel Four``: a capital number word that ends a name."""
    before = tokens.at(i - 1)
    return (
        tokens.is_capital(i)
        and tokens.is_capital(i - 1)
        and before.isalpha()
        and before not in _NAMES_MAY_PRECEDE
        and not tokens.begins_sentence(i)
        and not _is_title_case(tokens, i)
    )


def _is_title_case(tokens: Tokens, i: int) -> bool:
    """Whether the words around stand in a headline's capitals."""
    capital = small = 0
    for j in range(max(0, i - 8), min(len(tokens), i + 8)):
        if tokens.word[j].isalpha() and len(tokens.word[j]) > 3:
            if tokens.is_capital(j):
                capital += 1
            else:
                small += 1
    return capital > 2 * small


def _is_pronoun(tokens: Tokens, i: int) -> bool:
    before, after = tokens.at(i - 1), tokens.at(i + 1)
    if before in _ONE_BEFORE or after in _ONE_AFTER or not after.isalpha():
        return True
    return tokens.is_capital(i) and not tokens.begins_sentence(i) and not _is_title_case(tokens, i)
