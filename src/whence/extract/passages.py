"""A paragraph as words with coarse classes, cut into frames: what extractors by rule read."""

import re
from typing import Final

from whence.lexicon.tables import load_table
from whence.model import Quotation, QuotationRole, Span
from whence.text.sentences import find_sentences

_ENGLISH: Final = load_table("english")
_WORD: Final = re.compile(
    r"\d+(?:[.,:]\d+)*\w*|['’](?:s|S|ve|d|ll|re|m)\b"
    r"|[^\W\d_]+?(?=n['’]t\b)|n['’]t\b"
    r"|[^\W\d](?:\w|[-‑](?=\w)|['’](?!(?:s|S|ve|d|ll|re|m|t)\b)(?=[^\W\d_]))*|''|``|[^\w\s]|_"
)
_MARKS: Final = frozenset("\"“”„‟«»‘’‚‹›'`")
_SPOKEN: Final = frozenset({QuotationRole.SPEECH, QuotationRole.SCARE})


def _words_of(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in _ENGLISH[name].split())


_CLASSES: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("x", _words_of("negatives")),
    ("a", _words_of("auxiliaries")),
    ("p", _words_of("possessives")),
    ("r", _words_of("subject_pronouns")),
    ("o", _words_of("object_pronouns")),
    ("w", _words_of("relatives")),
    ("d", _words_of("determiners")),
    ("c", _words_of("coordinators")),
    ("b", _words_of("adversatives")),
    ("i", _words_of("prepositions")),
    ("s", _words_of("subordinators", "questions")),
    ("D", _words_of("days")),
    ("e", _words_of("adverbs")),
    ("v", _words_of("verbs_past")),
)
_CLASS_OF: Final[dict[str, str]] = {
    **dict.fromkeys(_words_of("verbs_base"), "u"),
    **{word: tag for tag, words in reversed(_CLASSES) for word in words},
    "of": "f",
    "to": "T",
    "that": "t",
}
_NOT_ADVERBS: Final = _words_of("not_adverbs")
_PUNCTUATION: Final[dict[str, str]] = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".", "(": "(", ")": ")",
    "[": "(", "]": ")", "—": "-", "–": "-", "―": "-", "-": "-",
}  # fmt: skip


class Passage:
    """One paragraph: its words, a class for each, the quotation each stands in, its frames.

    Only quotations that may be speech count; titles and nicknames are words like others.

    Classes are single letters, so that a stretch of words is a short string:
    N name, n noun or other open word, m number, d determiner, p possessive, r subject pronoun,
    o object pronoun, w who/which, t that, i preposition, f of, T to, c and/or, b but,
    s subordinator or question word, a auxiliary, x negation, v past verb, u base verb, g -ing,
    e adverb, D day, S possessive 's, q quoted word, [ opening and ] closing mark (where that is
    missing, the mark before it), and the marks , ; : . - ( ).

    A frame is a run of words that ends where a sentence ends outside quotation marks.
    """

    __slots__ = (
        "block",
        "ends",
        "frames",
        "lower",
        "quotations",
        "quote",
        "starts",
        "tags",
        "text",
    )

    def __init__(self, text: str, block: Span, quotations: list[Quotation]) -> None:
        self.text, self.block = text, block
        self.quotations = [
            quotation
            for quotation in quotations
            if quotation.depth == 0 and quotation.role in _SPOKEN
        ]
        spans = [match.span() for match in _WORD.finditer(text, block.start, block.end)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.lower = [text[start:end].lower() for start, end in spans]
        self.quote = _quote_index(self.starts, self.quotations)
        self.tags = self._tag()
        self.frames = self._cut()

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, stop: int) -> Span:
        """Characters of the words from ``first`` up to, not including, ``stop``."""
        return Span(self.starts[first], self.ends[stop - 1])

    def surface(self, first: int, stop: int) -> str:
        """The text of a run of words."""
        return self.text[self.starts[first] : self.ends[stop - 1]]

    def at(self, index: int) -> str:
        """The class of a word; a full stop beyond either end."""
        return self.tags[index] if 0 <= index < len(self.tags) else "."

    def word(self, index: int) -> str:
        """A word in lower case; empty beyond either end."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def is_capital(self, index: int) -> bool:
        """Whether a word begins with a capital."""
        return self.text[self.starts[index]].isupper()

    def _tag(self) -> list[str]:
        tags: list[str] = []
        previous = "."
        for index, word in enumerate(self.lower):
            tag = self._class(index, word, previous)
            tags.append(tag)
            previous = tag
        return tags

    def _class(self, index: int, word: str, previous: str) -> str:
        quotation = self.quote[index]
        if quotation >= 0:
            held = self.quotations[quotation]
            if self.starts[index] < held.span.start:
                return "["
            if self.starts[index] >= held.span.end:
                return "]"
            lacks_mark = not held.is_balanced and self.ends[index] == held.span.end
            return "]" if lacks_mark and not word[0].isalnum() else "q"
        first = word[0]
        if not first.isalnum():
            if word in ("'s", "’s"):
                return "a" if previous in "rwtse" else "S"
            if word in _CLASS_OF:
                return _CLASS_OF[word]
            return _PUNCTUATION.get(word, "n" if word in "$£€%#@&" else "y")
        if first.isdigit():
            return "m"
        tag = _CLASS_OF.get(word)
        capital = self.text[self.starts[index]].isupper()
        if tag == "u" and previous not in "rTaxwe":
            tag = None if capital else "n"
        if tag is not None:
            if capital and previous not in ".[:-" and tag not in "rDdp" and len(word) > 2:
                return "N"
            return tag
        if capital:
            return "N"
        return _open_class(word, previous)

    def _cut(self) -> list[tuple[int, int]]:
        """Frames as pairs of first word and stop."""
        sentences = find_sentences(self.text, self.block)
        frames: list[tuple[int, int]] = []
        first = index = 0
        total = len(self)
        for sentence in sentences:
            while index < total and self.starts[index] < sentence.end:
                index += 1
            if index == first:
                continue
            inside = index < total and self.quote[index] >= 0 and self.tags[index] != "["
            if not inside:
                frames.append((first, index))
                first = index
        if first < total:
            frames.append((first, total))
        return frames


def _open_class(word: str, previous: str) -> str:
    if word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS:
        return "e"
    if word.endswith("ing") and len(word) > 4:
        return "g"
    if word.endswith("ed") and len(word) > 3 and previous not in "dpSfm":
        return "v"
    return "n"


def _quote_index(starts: list[int], quotations: list[Quotation]) -> list[int]:
    """For each word the outer quotation it stands in, marks included; -1 outside."""
    found = [-1] * len(starts)
    index = 0
    for number, quotation in enumerate(quotations):
        outer = quotation.outer
        while index < len(starts) and starts[index] < outer.start:
            index += 1
        while index < len(starts) and starts[index] < outer.end:
            found[index] = number
            index += 1
    return found
