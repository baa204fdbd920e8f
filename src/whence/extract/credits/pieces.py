"""The words round a name, and the credit phrase that they make."""

import re
from typing import NamedTuple

from whence.lexicon import load_table
from whence.model import CreditKind, Span, Value
from whence.text import fold_marks

WORDS = load_table("credits")
KINDS = {
    "told": CreditKind.TOLD,
    "reported": CreditKind.REPORTED,
    "cited": CreditKind.CITED,
    "obtained": CreditKind.OBTAINED,
    "photo": CreditKind.PHOTO,
}
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
STAFF_NOUNS = frozenset(["reporter", "journalist", "correspondent", "producer", "columnist"])
"""Who writes for an outlet, and speaks for it."""
_PIECE = re.compile(r"[\w@][\w'/.\-]{0,40}|[^\w\s]")
_FOLLOWING = DAYS | frozenset(WORDS["before"]["following"])


class Slot(Value, frozen=True, kw_only=True):
    """A credit phrase round a name."""

    kind: CreditKind
    phrase: Span
    is_strong: bool
    """Whether the phrase makes a possible name an outlet if the name has another support."""
    is_sure: bool = False
    """Whether it does so alone: a word such as "newspaper" stands beside the name."""


class Piece(NamedTuple):
    """One word or mark beside a name."""

    span: Span
    word: str
    low: str
    """In lower case."""


def find_pieces(text: str, start: int, end: int) -> list[Piece]:
    """The words and marks of a stretch of text; a stop after a word is a piece of its own."""
    folded = fold_marks(text[start:end])
    found = []
    for match in _PIECE.finditer(folded):
        word = match.group().rstrip(".'-/") or match.group()
        span = Span(start + match.start(), start + match.start() + len(word))
        found.append(Piece(span, word, word.lower()))
        if len(word) < len(match.group()) and match.group()[len(word)] == ".":
            found.append(Piece(Span(span.end, span.end + 1), ".", "."))
    return found


def stands_alone(right: list[Piece]) -> bool:
    """Whether the name ends its phrase: a mark or a small word follows, no noun."""
    if not right:
        return True
    return not right[0].word[0].isalnum() or right[0].low in _FOLLOWING
