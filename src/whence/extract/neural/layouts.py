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
_AFTER: Final = re.compile(rf"[”\"]\s{{0,3}}(?P<cue>[―—–]|--)\s{{0,3}}(?P<source>{_NAME})[.\s]*$")
_TAIL: Final = 160
_SHORTEST: Final = 20
_FEWEST: Final = 3


class _Line(NamedTuple):
    block: Span
    source: Span
    cue: Span
    content: Span
    capital: bool


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
        elif all(line.content.covers(span) for span in (*each.source, *each.cue, *each.content)):
            kept.append(each.replace(depth=each.depth + 1))
    made = [RawAttribution(source=(x.source,), cue=(x.cue,), content=(x.content,)) for x in lines]
    return made + [each for each in kept if each.cue]


def _line_of(found: RawAttribution, lines: list[_Line]) -> _Line | None:
    """The line, of these in order of text, in which some of the content stands."""
    for span in found.content:
        place = bisect_left(lines, span.end, key=lambda line: line.block.start) - 1
        if place >= 0 and lines[place].block.overlaps(span):
            return lines[place]
    return None


def _spoken(text: str, blocks: Spans) -> list[_Line]:
    """Lines that open with a speaker and a colon, if enough do and some speaker returns."""
    lines: list[_Line] = []
    for block in blocks:
        for number, pattern in enumerate(_LINES):
            found = pattern.match(text, *block)
            if found:
                content = Span(found.start("content"), _trimmed(text, block))
                source, cue = Span(*found.span("source")), Span(*found.span("cue"))
                lines.append(_Line(block, source, cue, content, number == 0))
                break
    names = Counter(line.source.of(text) for line in lines)
    kept = [line for line in lines if line.capital or names[line.source.of(text)] > 1]
    return kept if len(kept) >= _FEWEST and len(names) > 1 else []


def _listed(text: str, blocks: Spans) -> list[_Line]:
    """Quotations that a dash and a name follow, if enough of them stand in the text."""
    lines: list[_Line] = []
    for block in blocks:
        if text[block.start] not in '"“' or block.end - block.start < _SHORTEST:
            continue
        found = _AFTER.search(text, max(block.start + 1, block.end - _TAIL), block.end)
        if found:
            content = Span(block.start, found.start() + 1)
            source, cue = Span(*found.span("source")), Span(*found.span("cue"))
            lines.append(_Line(block, source, cue, content, False))
    return lines if len(lines) >= _FEWEST else []


def _trimmed(text: str, block: Span) -> int:
    end = block.end
    while end > block.start and text[end - 1].isspace():
        end -= 1
    return end
