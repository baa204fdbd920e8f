"""A text as numbers, words and marks, in columns: what a single pass can walk fast."""

import re

from whence.model import Span
from whence.text import fold_case

# Every alternative is bounded or begins with another class of character: the scan is linear.
_TOKEN = re.compile(
    r"\d+(?:[.,']\d+)*"  # 1,250.5  10.45  1'250'000  14.10.2014
    r"|(?:[^\W\d_]\.){2,12}(?:[^\W\d_](?!\w))?"  # a.m.  u.s.  p.m
    r"|[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*"  # words; o'clock, don't
    r"|'s\b"
    r"|\n[ \t\r]*\n\s*"  # a blank line ends everything
    r"|[^\w\s]|_"
)

BREAK = "\n"
"""The word of a token that stands for a blank line."""

_ENDS = frozenset((".", "!", "?", BREAK, "…"))
_OPENS = frozenset(("'", '"', "(", "[", "*", "-"))


class Tokens:
    """The tokens of a text, in columns of equal length.

    Attributes:
        text: The text itself.
        start: Where each token begins.
        end: Where it ends.
        word: Its folded words: lower case, plain marks; initials without points (``am``).
        depth: How many rules are reading inside one another just now.
    """

    __slots__ = ("depth", "end", "start", "text", "word")

    def __init__(self, text: str, start: list[int], end: list[int], word: list[str]) -> None:
        self.text, self.start, self.end, self.word = text, start, end, word
        self.depth = 0

    def __len__(self) -> int:
        return len(self.word)

    def at(self, i: int) -> str:
        """The folded word of token ``i``; empty outside the text."""
        return self.word[i] if 0 <= i < len(self.word) else ""

    def is_tight(self, i: int) -> bool:
        """Whether nothing stands between token ``i`` and the one before it."""
        return 0 < i < len(self.word) and self.start[i] == self.end[i - 1]

    def span(self, first: int, stop: int) -> Span:
        """The characters of the tokens from ``first`` up to, not including, ``stop``."""
        return Span(self.start[first], self.end[stop - 1])

    def is_capital(self, i: int) -> bool:
        """Whether token ``i`` begins with a capital letter."""
        return 0 <= i < len(self.word) and self.text[self.start[i]].isupper()

    def begins_sentence(self, i: int) -> bool:
        """Whether a sentence begins at token ``i``: judged by the marks before it."""
        while i > 0 and self.word[i - 1] in _OPENS:
            i -= 1
        return i <= 0 or self.word[i - 1] in _ENDS or self.word[i - 1] == ":"


def find_tokens(text: str) -> Tokens:
    """The tokens of a text, in linear time. Never raises."""
    matches = list(_TOKEN.finditer(fold_case(text)))
    parts = [match.group() for match in matches]
    return Tokens(
        text,
        [match.start() for match in matches],
        [match.end() for match in matches],
        [part if part.isalnum() else _word_of(part) for part in parts],
    )


def _word_of(part: str) -> str:
    """The word of a token: blank lines are all one, initials lose their points."""
    if part[0] == "\n":
        return BREAK
    if len(part) > 2 and part[1] == "." and not part[0].isdigit():
        return part.replace(".", "")
    return part
