"""Expressions that begin with a length of time: ``two years ago``, ``a week``, ``days after …``."""

from whence.extract.numerals import NUMBER_WORDS, Tokens
from whence.extract.timexes import durations, relative
from whence.extract.timexes.composed import dated
from whence.extract.timexes.phrases import Fixed, Offset, Phrase
from whence.extract.timexes.rules import DATE, DURATION, TIME
from whence.extract.timexes.words import UNITS


def length_at(tokens: Tokens, i: int) -> Phrase | None:
    """A length with what makes a date of it: ``two years ago``, ``five days`` after in."""
    length = durations.parse_length(tokens, i)
    if length is None:
        return None
    phrase = relative.length_phrase(tokens, i, length)
    if phrase:
        return dated(tokens, phrase)
    plain = durations.duration_phrase(tokens, i, length)
    if _is_future_in(tokens, i, plain.stop) and length.amount is not None:
        kind = TIME if length.unit in ("TH", "TM", "TS") else DATE
        return Phrase(i, plain.stop, kind, Offset(length.unit, length.amount), plain.mod)
    return plain


def _is_future_in(tokens: Tokens, i: int, stop: int) -> bool:
    """``ends in five days``: after in, where nothing says that it took so long."""
    if tokens.at(i - 1) != "in" or tokens.at(stop) in ("of", "-", "'", "after", "before"):
        return False
    j = i - 2
    while j >= 0 and i - j < 14 and tokens.word[j] not in (".", "\n", ";", "!", "?"):
        word = tokens.word[j]
        if word in _FUTURE_IN:
            return True
        if word.endswith("ed") or word in (
            "was",
            "were",
            "had",
            "has",
            "have",
            "first",
            "did",
            "time",
            *_SINCE_WHEN,
        ):
            return False
        j -= 1
    return False


_SINCE_WHEN = (
    "level levels low high peak lowest highest worst best largest biggest deadliest fastest"
).split()
_FUTURE_IN = frozenset(
    "will shall would ends begins starts opens returns due expires resumes closes expected plans "
    "arrives meets comes leaves 'll he'll she'll they'll we'll i'll it'll can may could".split()
)


def from_article(tokens: Tokens, i: int) -> Phrase | None:
    """``a`` and ``an``: a length (``a year ago``), or nothing."""
    word = tokens.at(i + 1)
    if word in UNITS or word in _AFTER_A:
        before = tokens.at(i - 1)
        length = length_at(tokens, i)
        if (
            word == "minute"
            and tokens.at(i + 2).isalpha()
            and tokens.at(i + 2) not in _AFTER_MINUTE
        ):
            return None
        if length and length.type is DURATION and length.stop == i + 2:
            if before in ("half", "once", "twice", "times") or _is_rate(tokens, i):
                return None
            if (tokens.at(i + 2) == "of" and word == "day") or (
                word == "minute" and before in ("just", "wait")
            ):
                return None
            if before in (
                "such",
                "what",
                "quite",
                "as",
                "not",
                "is",
                "was",
                "be",
                "had",
                "have",
            ):
                return None
        return length
    return None


_AFTER_MINUTE = frozenset(
    "of later ago and or to before after for in at from more is was when until with on as by but "
    "late early past the earlier".split()
)


_AFTER_A = frozenset(
    (*NUMBER_WORDS, "couple", "few", "half", "quarter", "full", "whole", "single", "good", "mere",
     "further", "solid", "several", "great")
)  # fmt: skip


def _is_rate(tokens: Tokens, i: int) -> bool:
    """``$5 million a year``, ``four flights a week``: how often, not how long."""
    before = tokens.at(i - 1)
    if before in _BEFORE_LENGTH or not before:
        return False
    return (
        before[:1].isdecimal()
        or before in _RATED
        or (
            before.endswith("s")
            and before not in _NOT_RATED
            and len(before) > 3
            and before.isalpha()
        )
    )


_BEFORE_LENGTH = frozenset(
    [
        *"for in within after over about nearly almost than least most barely only just some "
        "under until till past during lasted took spent last less more of and or but".split(),
        ",",
        ";",
        "-",
        "(",
        "\n",
    ]
)


_RATED = frozenset(
    "% percent cent million billion trillion thousand hundred times tons people".split()
)


_NOT_RATED = frozenset(
    ("was", "is", "has", "this", "takes", "lasts", "spends", "less", "costs", "its")
)


def from_half(tokens: Tokens, i: int) -> Phrase | None:
    """``half an hour``."""
    return length_at(tokens, i)


def from_vague(tokens: Tokens, i: int) -> Phrase | None:
    """``several weeks``, ``some time``, ``many years ago``."""
    if tokens.word[i] == "some" and tokens.at(i + 1) == "time":
        return None
    return length_at(tokens, i)


def from_plural_unit(tokens: Tokens, i: int) -> Phrase | None:
    """``years``, ``weeks later``, ``days after the conflict began``: a length without a number."""
    word = tokens.word[i]
    unit = UNITS[word]
    before = tokens.at(i - 1)
    if before == "-" or (tokens.at(i + 1) in ("old", "-") and tokens.at(i + 2) in ("old", "")):
        return None
    length = durations.Length(None, unit, i + 1)
    if tokens.at(i + 1) == "or" and tokens.at(i + 2) in UNITS:
        return Phrase(i, i + 3, DURATION, Fixed(durations.duration_value(None, unit)), "APPROX")
    if tokens.at(i + 1) == "-" and tokens.at(i + 2) == "long":
        return Phrase(i, i + 3, DURATION, Fixed(durations.duration_value(None, unit)))
    found = relative.length_phrase(tokens, i, length)
    if found:
        if found.anchor is None and tokens.at(i + 1) in ("before", "after", "earlier"):
            return None
        return found
    if (
        before
        in (
            "for",
            "within",
            "lasted",
            "last",
            "took",
            "take",
            "takes",
            "taken",
            "after",
            "spent",
            "over",
            "slept",
            "waited",
            "lasting",
            "spend",
            "recent",
            "coming",
            "many",
        )
        and unit != "N"
        and (tokens.at(i + 1) != "of" or before in ("after", "for", "within"))
    ):
        return Phrase(i, i + 1, DURATION, Fixed(durations.duration_value(None, unit)))
    return None
