"""Words and marks of a stretch of text."""

import re

from whence.model import Span, Spans

# One word (letters, digits, inner apostrophes, hyphens, and points or commas between digits) or
# one mark. Every alternative begins with another class of character, so the scan is linear.
_WORD = re.compile(r"\d+(?:[.,]\d+)*\w*|[^\W\d]\w*(?:['’\-‑][^\W_]+)*|[^\w\s]")


def find_words(text: str, block: Span) -> Spans:
    """The words and marks of a block in order; white space is in none of them.

    A word keeps its inner apostrophes and hyphens ("didn't", "42-year-old"), a number its inner
    points and commas ("1,000.5"). Every other mark stands alone.
    """
    found = _WORD.finditer(text, block.start, block.end)
    # Words are many, and this takes a third less time than Span(*match.span()).
    return tuple([tuple.__new__(Span, match.span()) for match in found])


def trim_space(text: str, start: int, end: int) -> Span | None:
    """The stretch without the white space around it; None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def is_word(surface: str) -> bool:
    """Whether a token is a word or number rather than a mark."""
    return bool(surface) and (surface[0].isalnum() or surface[0] == "_")
