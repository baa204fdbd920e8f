"""What a figure counts: the noun phrase after it, what restricts it, and what befalls it."""

from typing import NamedTuple

from whence.extract.figures.amounts import Amount
from whence.extract.numerals import NUMBER_WORDS, Tokens
from whence.lexicon import load_table
from whence.model import FigureKind

_TABLE = load_table("counted")
_STOPS = frozenset(_TABLE["stops"])
_ADJECTIVES = frozenset(_TABLE["adjectives"])
_PLURALS = frozenset(_TABLE["plurals"])
_LEMMAS: dict[str, str] = _TABLE["lemmas"]
EVENTS: dict[str, str] = _TABLE["events"]
_RISING = frozenset(load_table("counting")["rising"])
_ENDS = frozenset((".", "!", "?", "\n", ";", ":"))
_NOT_PLURAL = frozenset(
    "was is has this his its us yes less plus news always perhaps across versus thus minus is as "
    "besides towards upwards afterwards sometimes does goes says 's previous various "
    "famous serious "
    "dangerous religious anonymous mysterious suspicious former indigenous".split()
)
_TELLERS = frozenset(_TABLE["tellers"])
_PASSIVES = frozenset("was were is are been be being".split())
_OF_PARTS = frozenset(("including", "according", "during"))
_OBJECTS = frozenset("the a an his her its their them him us my our".split())
_STATES = frozenset("killed dead injured wounded hurt missing arrested detained".split())
_OWN_FATES = frozenset("died perished drowned vanished disappeared survived escaped fled".split())
_RUN = 8
_LONGEST_RESTRICTION = 16


class Counted(NamedTuple):
    """What is counted: tokens of the noun phrase and of its restriction, head lemma, event."""

    phrase: tuple[int, int] | None
    restriction: tuple[int, int] | None
    head: str | None
    event: str | None


def find_counted(tokens: Tokens, amount: Amount, limit: int, before: int) -> Counted:
    """What the amount counts, looking no further than token ``limit`` and back to ``before``.

    Two numbers in one clause keep their own objects: the limits are the neighbouring amounts.
    """
    event = find_event(tokens, amount, limit, before)
    if amount.kind in (FigureKind.AGE, FigureKind.SCORE):
        return Counted(None, None, None, event)
    i = amount.stop
    if amount.kind is FigureKind.MONEY and tokens.at(amount.first - 1) == "of":
        j = amount.first - 2
        if j >= before and tokens.word[j].isalpha() and tokens.word[j] not in _STOPS:
            return Counted((j, j + 1), None, lemma_of(tokens.word[j]), event)
    if amount.whole and tokens.at(i) == "of":
        i = amount.whole[1]
    elif tokens.at(i) == "of":
        i += 2 if tokens.at(i + 1) in _DETERMINERS else 1
    elif amount.kind in (FigureKind.PERCENT, FigureKind.RATIO, FigureKind.PERCENTAGE_POINTS):
        return Counted(None, None, _lemma_before(tokens, amount, before), event)
    elif (
        amount.unit is not None
        and tokens.at(i) in ("in", "from")
        and amount.kind is FigureKind.MONEY
    ):
        i += 1
    stop = _run(tokens, i, limit)
    if stop == i:
        head = _head_before(tokens, amount, before)
        phrase = (head, head + 1) if head is not None else None
        return Counted(phrase, None, _lemma_before(tokens, amount, before), event)
    head = _head(tokens, i, stop)
    restriction = _restriction(tokens, head + 1, limit)
    return Counted((i, head + 1), restriction, lemma_of(tokens.word[head]), event)


_DETERMINERS = frozenset(
    ("the", "its", "their", "those", "these", "his", "her", "our", "my", "your", "all")
)


def _lemma_before(tokens: Tokens, amount: Amount, before: int) -> str | None:
    head = _head_before(tokens, amount, before)
    return lemma_of(tokens.word[head]) if head is not None else None


def _run(tokens: Tokens, i: int, limit: int) -> int:
    j = i
    while j < limit and j - i < _RUN:
        word = tokens.word[j]
        if word == "-" and j > i and tokens.is_tight(j) and tokens.is_tight(j + 1):
            j += 1
            continue
        if word in _ADJECTIVES and j - i < 3:
            j += 1
            continue
        if (
            not word[0].isalpha()
            or word in _STOPS
            or word == "of"
            or (word in NUMBER_WORDS and j > i)
        ):
            break
        if j > i and word.endswith("ed") and _is_plural(tokens, j - 1):
            break
        j += 1
    while j > i and (tokens.word[j - 1] in _ADJECTIVES or tokens.word[j - 1] == "-"):
        j -= 1
    return j


def _is_plural(tokens: Tokens, i: int) -> bool:
    word = tokens.at(i)
    if word in _PLURALS:
        return True
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "su'" and word not in _NOT_PLURAL


def _head(tokens: Tokens, i: int, stop: int) -> int:
    """The first plural of the run, or the last of plurals in a row; else its last word."""
    for j in range(i, stop):
        if _is_plural(tokens, j):
            while j + 1 < stop and _is_plural(tokens, j + 1):
                j += 1
            return j
    return min(stop, i + 3) - 1


def _head_before(tokens: Tokens, amount: Amount, before: int) -> int | None:
    """``the death toll rose to 40``, ``arrests of at least 22``: the noun before the number."""
    j = amount.first - 1
    while j >= before and amount.first - j < 9:
        word = tokens.word[j]
        if word in _ENDS or word in (",", "(", ")", '"', "and", "but"):
            return None
        if word in EVENTS and EVENTS[word] in (
            "kill",
            "arrest",
            "miss",
            "injure",
            "leak",
            "settle",
        ):
            return j - 1 if word in _STATES and _is_plural(tokens, j - 1) else j
        if _is_plural(tokens, j) and word not in _STOPS and word not in _RISING:
            return j
        j -= 1
    return None


def _restriction(tokens: Tokens, i: int, limit: int) -> tuple[int, int] | None:
    """What narrows the noun: ``found in a mass grave``, ``who went missing last month``."""
    j = i
    while j < limit and j - i < _LONGEST_RESTRICTION:
        word = tokens.word[j]
        if word in _ENDS or word in (",", '"', ")", "(") or _tells(tokens, j):
            break
        j += 1
    if j == i or tokens.at(i) in ("and", "or", "but", "as"):
        return None
    return i, j


def find_event(tokens: Tokens, amount: Amount, limit: int, before: int) -> str | None:
    """The class of what befalls the counted (kill, arrest, find …): the nearest word that tells."""
    near = tokens.at(amount.first - 1)
    if near in EVENTS and amount.first - 1 >= before:
        return EVENTS[near]
    for j in range(amount.stop, min(limit, amount.stop + 14)):
        word = tokens.word[j]
        if word in _ENDS or (word in ("and", "but") and tokens.at(j + 1) in EVENTS):
            break
        if _tells(tokens, j) or _goes_on(tokens, j):
            break
        if word in EVENTS and not _tells_nothing(tokens, j):
            return EVENTS[word]
    for j in range(amount.first - 1, max(before, amount.first - 12) - 1, -1):
        word = tokens.word[j]
        if word in _ENDS or word == ",":
            break
        if word in EVENTS:
            return EVENTS[word]
    return None


def _tells(tokens: Tokens, j: int) -> bool:
    """Whether the counted say what follows: ``several officials confirmed that``."""
    return tokens.word[j] in _TELLERS and tokens.at(j - 1) not in _PASSIVES


def _goes_on(tokens: Tokens, j: int) -> bool:
    """Whether the clause ends in what came of it: ``a bus with 40 aboard, killing the driver``."""
    word = tokens.at(j + 1)
    return tokens.word[j] == "," and (
        word == "which" or (word.endswith("ing") and word not in _OF_PARTS)
    )


def _tells_nothing(tokens: Tokens, j: int) -> bool:
    """``found guilty``; ``28 burned bodies``; ``four doctors who treated them``.

    In the second the state is not what the sentence tells, in the third it befalls others.
    """
    if tokens.at(j - 1) == "who" and tokens.at(j + 1) in _OBJECTS:
        return tokens.word[j] not in _OWN_FATES
    if tokens.word[j] == "found":
        return tokens.at(j + 1) in ("guilty", "that")
    return EVENTS[tokens.word[j]] == "burn" and _is_plural(tokens, j + 1)


def lemma_of(word: str) -> str:
    """The singular of a noun: ``bodies`` body, ``students`` student."""
    if word in _LEMMAS:
        return _LEMMAS[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
