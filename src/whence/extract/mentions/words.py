"""The words of a report's blocks in flat lists, as the finders of mentions walk them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from whence.lexicon.people import NAME_SUFFIXES
from whence.model import Span
from whence.text import find_words

_CLOSES_SENTENCE: Final = frozenset(".!?…")
_OPENS: Final = frozenset("\"'“‘„«‹([—–•*-")
_ABBREVIATED: Final = frozenset(
    "mr mrs ms dr prof rev hon fr sr sra st gen col lt maj capt cpl sgt cmdr adm brig sen "
    "rep gov pres supt insp det messrs mme vs inc ltd co corp jan feb mar apr jun jul aug "
    "sept oct nov dec".split()
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words and marks of one report: surface, lower case, and where each stands."""

    text: str
    spans: tuple[Span, ...]
    surfaces: tuple[str, ...]
    lowers: tuple[str, ...]
    opens: tuple[bool, ...]
    """Whether the word opens a sentence or block (marks before it do not count)."""
    block: tuple[int, ...]
    headlines: frozenset[int]
    """Blocks that read like a headline: the first, without a stop at its end."""
    in_capitals: frozenset[int]
    """Blocks written in capitals throughout, or with nearly every word capitalised."""
    lower_seen: frozenset[str]
    """Words that the report writes in lower case somewhere."""

    def span(self, start: int, end: int) -> Span:
        """The characters from word ``start`` up to, not including, word ``end``."""
        return Span(self.spans[start].start, self.spans[end - 1].end)

    def surface(self, start: int, end: int) -> str:
        """The text of a run of words as it stands."""
        return self.span(start, end).of(self.text)

    def adjoin(self, index: int) -> bool:
        """Whether nothing stands between this word and the one before."""
        return index > 0 and self.spans[index - 1].end == self.spans[index].start


def read_words(text: str, blocks: Iterable[Span]) -> Words:
    """The words of the blocks, each with its sentence opening and block number."""
    spans: list[Span] = []
    opens: list[bool] = []
    block_of: list[int] = []
    titled: set[int] = set()
    headlines: set[int] = set()
    for number, block in enumerate(blocks):
        found = find_words(text, block)
        spans += found
        block_of += [number] * len(found)
        opens += _openings(text, found)
        if _is_titled(text, found):
            titled.add(number)
        if number == 0 and found and text[found[-1].start] not in _CLOSES_SENTENCE:
            headlines.add(number)
    surfaces = tuple([text[start:end] for start, end in spans])
    lowers = tuple([surface.lower() for surface in surfaces])
    seen = frozenset(low for low, surface in zip(lowers, surfaces, strict=True) if low == surface)
    return Words(
        text=text,
        spans=tuple(spans),
        surfaces=surfaces,
        lowers=lowers,
        opens=tuple(opens),
        block=tuple(block_of),
        headlines=frozenset(headlines),
        in_capitals=frozenset(titled),
        lower_seen=seen,
    )


def _openings(text: str, spans: tuple[Span, ...]) -> list[bool]:
    """For each word whether it is the first of a sentence."""
    found: list[bool] = []
    fresh = True
    for index, (start, end) in enumerate(spans):
        first = text[start]
        if first.isalnum():
            found.append(fresh)
            fresh = False
            continue
        found.append(False)
        if first in _CLOSES_SENTENCE and end - start == 1:
            before = spans[index - 1] if index else None
            fresh = before is None or not _is_abbreviation(text[before.start : before.end])
        elif first in _OPENS and not fresh:
            fresh = first in '"“„«•*' and _is_gap(text, start)
        elif first == ":":
            fresh = True
    return found


def _is_gap(text: str, start: int) -> bool:
    return start == 0 or text[start - 1].isspace()


def _is_abbreviation(word: str) -> bool:
    low = word.lower()
    return (len(low) == 1 and word.isupper()) or low in _ABBREVIATED or low in NAME_SUFFIXES


def _is_titled(text: str, spans: tuple[Span, ...]) -> bool:
    """Whether a block is a headline in capitals or title case: case tells nothing there."""
    words = [text[span.start : span.end] for span in spans[:40] if text[span.start].isalpha()]
    long = [word for word in words if len(word) > 3]
    if len(long) < 4:
        return len(words) > 2 and all(word.isupper() for word in words)
    if text[spans[-1].start] in _CLOSES_SENTENCE:
        return all(word.isupper() for word in words)
    return sum(not word[0].islower() for word in long) >= 0.8 * len(long)
