"""Attributions that the layout makes: transcripts, and lists of quotations with their speakers.

A sentence does not tell who speaks there, and the training data mark such pages unevenly. They
are read by rule, only where the layout repeats.
"""

import re
from bisect import bisect_left
from collections import Counter
from typing import Final, NamedTuple

from whence.extract.interface import RawAttribution
from whence.model import Span, Spans

_CAPITALS: Final = r"[A-Z][A-Z.’'-]{0,24}(?: [A-Z][A-Z.’'-]{0,24}){0,3}"
_NAME: Final = r"[A-Z][\w.’'-]{0,24}(?: [A-Z][\w.’'-]{0,24}){0,3}"
_LINES: Final = (
    re.compile(rf"[\"“‘']?(?P<source>{_CAPITALS})(?P<cue>:)\s+(?P<content>\S)"),
    re.compile(rf"(?P<source>{_NAME})(?P<cue>:)\s+(?P<content>\S)"),
)
_AFTER: Final = re.compile(
    rf"[”\"]\s{{0,3}}(?P<cue>[―—–]|--)\s{{0,3}}(?P<source>{_NAME}(?:, [^\"“”\n]{{1,60}})?)\s*$"
)
_OPENING: Final = '"“”„«‟'
"""Marks that a listed quotation opens with; some papers set a closing one there."""
_ABBREVIATION: Final = re.compile(r"(?:^|[ .])(?:[A-Z]|[JS]r)\.$")
_PERSONAL: Final = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our|me|us)\b")
_TAIL: Final = 160
_SHORTEST: Final = 20
_FEWEST: Final = 3
_MOST_PARAGRAPHS: Final = 6
"""Paragraphs that one turn of a transcript may have after its first."""


class _Line(NamedTuple):
    start: int
    source: Span
    cue: Span
    content: Spans
    capital: bool

    def covers(self, span: Span) -> bool:
        return any(piece.covers(span) for piece in self.content)


def add_layouts(text: str, blocks: Spans, found: list[RawAttribution]) -> list[RawAttribution]:
    """The attributions found, with those that the layout makes in their place.

    What was found inside such a line stays as an attribution inside it.
    """
    lines = _spoken(text, blocks) + _listed(text, blocks)
    if not lines:
        return found
    lines.sort()
    kept: list[RawAttribution] = []
    for each in found:
        line = _line_of(each, lines)
        if line is None:
            kept.append(each)
        elif all(line.covers(span) for span in (*each.source, *each.cue, *each.content)):
            kept.append(each.replace(depth=each.depth + 1))
    made = [RawAttribution(source=(x.source,), cue=(x.cue,), content=x.content) for x in lines]
    return made + [each for each in kept if each.cue]


def _line_of(found: RawAttribution, lines: list[_Line]) -> _Line | None:
    """The line, of these in order of text, in which some of the content stands."""
    for span in found.content:
        place = bisect_left(lines, span.end, key=lambda line: line.start)
        for line in reversed(lines[max(0, place - 2) : place]):
            pieces = (*line.content, line.source, line.cue)
            if any(piece.overlaps(span) for piece in pieces):
                return line
    return None


def _spoken(text: str, blocks: Spans) -> list[_Line]:
    """Lines that open with a speaker and a colon, if enough do and some speaker returns."""
    opened: dict[int, _Line] = {}
    for number, block in enumerate(blocks):
        for rank, pattern in enumerate(_LINES):
            match = pattern.match(text, *block)
            if match:
                content = Span(match.start("content"), _trimmed(text, block))
                source, cue = Span(*match.span("source")), Span(*match.span("cue"))
                opened[number] = _Line(block.start, source, cue, (content,), rank == 0)
                break
    names = Counter(line.source.of(text) for line in opened.values())
    kept = {
        number: line
        for number, line in opened.items()
        if line.capital or names[line.source.of(text)] > 1
    }
    if len(kept) < _FEWEST or len(names) < 2:
        return []
    return _with_paragraphs(text, blocks, kept)


def _with_paragraphs(text: str, blocks: Spans, lines: dict[int, _Line]) -> list[_Line]:
    """The lines, each with the paragraphs up to the next one that go on with its words.

    Such a paragraph opens with a quotation mark as its line does, or somebody speaks in it of
    "I", "we" or "you". What follows the last line is the reporter's.
    """
    numbers = list(lines)
    longer: list[_Line] = []
    for number, following in zip(numbers, [*numbers[1:], 0], strict=True):
        line = lines[number]
        mark = text[blocks[number].start]
        between = blocks[number + 1 : following]
        if len(between) <= _MOST_PARAGRAPHS:
            more = [
                Span(block.start, _trimmed(text, block))
                for block in between
                if _goes_on(text, block, mark)
            ]
            line = line._replace(content=(*line.content, *more))
        longer.append(line)
    return longer


def _goes_on(text: str, block: Span, mark: str) -> bool:
    """Whether a paragraph between two turns belongs to the first; one in brackets does not."""
    start = block.start + (mark in _OPENING and text[block.start] == mark)
    if not text[start].isalnum():
        return False
    return start > block.start or _PERSONAL.search(text, *block) is not None


def _listed(text: str, blocks: Spans) -> list[_Line]:
    """Quotations that a dash and a name follow, if enough of them stand in the text."""
    lines: list[_Line] = []
    for block in blocks:
        if text[block.start] not in _OPENING or block.end - block.start < _SHORTEST:
            continue
        match = _AFTER.search(text, max(block.start + 1, block.end - _TAIL), block.end)
        if match:
            source, cue = Span(*match.span("source")), Span(*match.span("cue"))
            if text[source.end - 1] == "." and not _ABBREVIATION.search(source.of(text)):
                source = Span(source.start, source.end - 1)
            content = Span(block.start, match.start() + 1)
            lines.append(_Line(block.start, source, cue, (content,), False))
    return lines if len(lines) >= _FEWEST else []


def _trimmed(text: str, block: Span) -> int:
    end = block.end
    while end > block.start and text[end - 1].isspace():
        end -= 1
    return end
