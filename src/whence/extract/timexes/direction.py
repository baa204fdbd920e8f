"""On which side of publication a bare weekday or month lies: what tense and cue say."""

from whence.extract.numerals import Tokens
from whence.extract.timexes.words import FUTURE, PAST
from whence.model import Direction

_ENDS = frozenset((".", "!", "?", "\n", ";"))
_CLAUSE = frozenset(
    (
        ",",
        ":",
        "-",
        '"',
        "(",
        ")",
        "that",
        "which",
        "who",
        "when",
        "while",
        "but",
        "and",
        "after",
        "because",
        "as",
        "if",
        "where",
    )
)
_TO_COME = frozenset(("by", "until", "till"))
_NOT_PAST = frozenset(
    "need needed speed indeed feed seed weed red bed hundred united planned expected scheduled due "
    "slated proposed so-called rated related detailed limited aged crowded armed".split()
)
_BEGINNINGS = frozenset(
    "meet begin open start resume return arrive leave vote visit hold close expire debut "
    "kick travel "
    "release announce report decide appear face conclude launch take go fly play end".split()
)
_AT = frozenset(("at", "on", "again", "next", "early", "late"))
_FAR = 24


def find_direction(tokens: Tokens, first: int, stop: int) -> Direction:
    """The side that the verbs around an expression say, or unknown.

    The nearest verb before the expression in its clause decides; else the first one after it; else
    the nearest before it in the sentence.
    """
    before = tokens.at(first - 1)
    if tokens.at(stop) == "'s" and not tokens.word[first][:1].isdecimal():
        return Direction.PAST
    in_clause, in_sentence = _look_back(tokens, first)
    if in_clause is Direction.UNKNOWN:
        ahead = _look_ahead(tokens, stop)
        in_clause = ahead if ahead is not Direction.UNKNOWN else in_sentence
    if in_clause is Direction.UNKNOWN and before in _TO_COME:
        return Direction.FUTURE
    return in_clause


def _look_back(tokens: Tokens, first: int) -> tuple[Direction, Direction]:
    in_sentence, is_same_clause = Direction.UNKNOWN, True
    j, low = first - 1, max(0, first - _FAR)
    while j >= low:
        word = tokens.word[j]
        if word in _ENDS:
            break
        side = _side(tokens, j)
        if side is not Direction.UNKNOWN:
            return (side, side) if is_same_clause else (Direction.UNKNOWN, side)
        if word in _CLAUSE:
            is_same_clause = False
        j -= 1
    return Direction.UNKNOWN, in_sentence


def _look_ahead(tokens: Tokens, stop: int) -> Direction:
    high = min(len(tokens), stop + _FAR)
    for j in range(stop, high):
        if tokens.word[j] in _ENDS:
            break
        side = _side(tokens, j)
        if side is not Direction.UNKNOWN:
            return side
    return Direction.UNKNOWN


def _side(tokens: Tokens, j: int) -> Direction:
    word = tokens.word[j]
    if word in FUTURE:
        if (
            word in ("may", "march", "will")
            and tokens.is_capital(j)
            and not tokens.begins_sentence(j)
        ):
            return Direction.UNKNOWN
        if word in ("can", "could") and tokens.at(j + 1) == "'t":
            return Direction.UNKNOWN
        return Direction.FUTURE
    if word in _BEGINNINGS and tokens.at(j - 1) != "to" and tokens.at(j + 1) in _AT:
        return Direction.FUTURE
    if word == "to" and tokens.at(j + 1) in _BEGINNINGS:
        return Direction.FUTURE
    if word == "to" and tokens.at(j - 1) in (
        "is",
        "are",
        "set",
        "going",
        "ready",
        "bound",
        "about",
    ):
        return Direction.FUTURE
    if word in ("set", "cut", "hit", "put", "read", "let", "shut", "hurt", "split", "quit"):
        if tokens.at(j + 1) in ("to", "for") or tokens.at(j - 1) == "to":
            return (
                Direction.FUTURE
                if word == "set" and tokens.at(j + 1) in ("to", "for")
                else Direction.UNKNOWN
            )
        return Direction.PAST
    if word in PAST:
        return Direction.UNKNOWN if tokens.at(j - 1) in ("be", "being", "to") else Direction.PAST
    if len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST:
        if tokens.at(j - 1) in ("be", "being", "will", "to"):
            return Direction.UNKNOWN
        return Direction.PAST
    return Direction.UNKNOWN


def is_sure(tokens: Tokens, first: int, side: Direction) -> bool:
    """Whether the verb stands right before the expression: ``was sold in March``."""
    if tokens.at(first - 1) not in ("in", "on"):
        return False
    return side is not Direction.UNKNOWN and _side(tokens, first - 2) is side
