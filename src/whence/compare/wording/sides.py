"""A wording with the text round it, as edits are read from it."""

from whence.compare.wording.words import Words
from whence.model import Span
from whence.text import fold_letters


class Side:
    """One of two wordings: its words, and the text they stand in."""

    def __init__(self, words: Words, text: str) -> None:
        self.words = words
        self.text = text

    @property
    def keys(self) -> tuple[str, ...]:
        """What the words are compared by."""
        return self.words.keys

    def cut(self, bounds: tuple[int, int]) -> tuple[str, ...]:
        """The keys of some words."""
        return self.words.keys[bounds[0] : bounds[1]]

    def surface(self, number: int) -> str:
        """A word as it is printed."""
        return self.words.spans[number].of(self.text)

    def printed(self, number: int) -> str:
        """A word as it is printed, but for case, accents and an editor's "[T]he"."""
        return fold_letters(self.surface(number)).replace("[", "").replace("]", "")

    def span(self, bounds: tuple[int, int]) -> Span | None:
        """From the first to the last of some words; None if there is none."""
        first, last = bounds
        if first >= last:
            return None
        return Span(self.words.spans[first].start, self.words.spans[last - 1].end)

    def between(self, number: int) -> str:
        """What stands between a word and the next, at most 40 characters."""
        if number < 0 or number + 1 >= len(self.words):
            return ""
        start = self.words.spans[number].end
        return self.text[start : min(self.words.spans[number + 1].start, start + 40)]

    def around(self) -> tuple[str, str]:
        """What stands just before the first and just after the last word."""
        first, last = self.words.spans[0].start, self.words.spans[-1].end
        return self.text[max(0, first - 7) : first], self.text[last : last + 7]
