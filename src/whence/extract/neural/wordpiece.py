"""Words and word pieces of a text: a small BERT tokenizer that keeps every word's characters.

It gives what the `tokenizers` library gives for an uncased BERT vocabulary (compared over the
whole training data whenever the model is trained), without that library's weight.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain

UNKNOWN_PIECE = "[UNK]"
LONGEST_WORD = 100
CACHE_LIMIT = 200_000

_SPACE = "\t\n\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_IDEOGRAPHS = (
    "\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\U00020000-\U0002a6df\U0002a700-\U0002b73f"
    "\U0002b740-\U0002b81f\U0002b920-\U0002ceaf\U0002f800-\U0002fa1f"
)
_WITH_PUNCTUATION = (
    (0x80, 0x3100),
    (0xA490, 0xAC00),
    (0xFD00, 0x10000),
    (0x10100, 0x13000),
    (0x16A00, 0x17000),
    (0x1BC00, 0x1BD00),
    (0x1DA00, 0x1EA00),
)
"""The stretches of Unicode that hold all its punctuation."""


def _punctuation() -> str:
    ascii_marks = chain(range(33, 48), range(58, 65), range(91, 97), range(123, 127))
    others = (
        code
        for stretch in _WITH_PUNCTUATION
        for code in range(*stretch)
        if unicodedata.category(chr(code)).startswith("P")
    )
    return "".join(re.escape(chr(code)) for code in chain(ascii_marks, others))


_ALONE = _punctuation() + _IDEOGRAPHS
# Plain words first: a set with characters beyond the first plane is searched mark by mark.
_WORD = re.compile(rf"[0-9A-Za-z]++(?=[{_SPACE}!-/:-@\[-`{{-~]|\Z)|[{_ALONE}]|[^{_SPACE}{_ALONE}]+")


class WordPieces:
    """The vocabulary of the encoder, and how words are cut into its pieces."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """Take the pieces in the order of their numbers."""
        self._number = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._number[UNKNOWN_PIECE]
        self._known: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        """Number of pieces in the vocabulary."""
        return len(self._number)

    def number(self, piece: str) -> int:
        """The number of one piece of the vocabulary."""
        return self._number[piece]

    def words(
        self, text: str, start: int = 0, end: int | None = None
    ) -> tuple[list[tuple[int, int]], list[tuple[int, ...]]]:
        """Spans of the words from `start` to `end`, and the pieces of each.

        Words without a piece (nothing but invisible characters) are left out.
        """
        spans: list[tuple[int, int]] = []
        pieces: list[tuple[int, ...]] = []
        known = self._known
        for found in _WORD.finditer(text, start, len(text) if end is None else end):
            surface = found.group()
            numbers = known.get(surface)
            if numbers is None:
                numbers = self._learn(surface)
            if numbers:
                spans.append(found.span() if surface.isascii() else _seen(found))
                pieces.append(numbers)
        return spans, pieces

    def _learn(self, surface: str) -> tuple[int, ...]:
        numbers = self._cut(_plain(surface))
        if len(self._known) >= CACHE_LIMIT:
            self._known.clear()
        if len(surface) <= LONGEST_WORD:
            self._known[surface] = numbers
        return numbers

    def _cut(self, word: str) -> tuple[int, ...]:
        if not word:
            return ()
        if len(word) > LONGEST_WORD:
            return (self._unknown,)
        numbers: list[int] = []
        start, length, prefix = 0, len(word), ""
        while start < length:
            end = length
            while end > start:
                number = self._number.get(prefix + word[start:end])
                if number is not None:
                    break
                end -= 1
            else:
                return (self._unknown,)
            numbers.append(number)
            start, prefix = end, "##"
        return tuple(numbers)


def _seen(found: re.Match[str]) -> tuple[int, int]:
    """The word's span without what the encoder does not see at its two ends."""
    surface = found.group()
    start, end = found.span()
    kept = [k for k, mark in enumerate(surface) if not _dropped(mark)]
    return (start + kept[0], start + kept[-1] + 1) if kept else (start, end)


def _dropped(mark: str) -> bool:
    category = unicodedata.category(mark)
    return mark in "\x00\ufffd" or category.startswith("C") or category == "Mn"


def _plain(surface: str) -> str:
    """The word in lower case, without accents and control characters."""
    if surface.isascii() and surface.isprintable():
        return surface.lower()
    kept = (
        mark
        for mark in surface
        if mark not in "\x00\ufffd" and not unicodedata.category(mark).startswith("C")
    )
    split = unicodedata.normalize("NFD", "".join(kept))
    return "".join(mark.lower() for mark in split if unicodedata.category(mark) != "Mn")
