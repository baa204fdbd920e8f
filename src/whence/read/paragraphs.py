"""Paragraphs of a plain text: lines, blank lines, and lines that are only wrapped."""

import re

from whence.model import Span, Spans
from whence.text import trim_space

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
_ENDS = re.compile(r"[.!?:;…\"'”’»)\]]$")


def find_paragraphs(text: str) -> Spans:
    """The paragraphs of a text in order, without the white space around them.

    A line is a paragraph, unless the lines of a block between blank lines are wrapped: all but
    the last about equally long, and most of them broken inside a sentence.
    """
    found: list[Span] = []
    block: list[Span] = []
    for line in _lines(text):
        if block and _is_gap(text, block[-1].end, line.start):
            found.extend(_unwrapped(text, block))
            block = []
        block.append(line)
    found.extend(_unwrapped(text, block))
    return tuple(found)


def _lines(text: str) -> Spans:
    spans = (trim_space(text, *match.span()) for match in _LINE.finditer(text))
    return tuple(span for span in spans if span)


def _is_gap(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    breaks = len(_BREAK.findall(between)) - between.count("\r\n")
    return breaks > 1


def _unwrapped(text: str, lines: list[Span]) -> list[Span]:
    if len(lines) < 3 or not _is_wrapped(text, lines):
        return lines
    return [Span(lines[0].start, lines[-1].end)]


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    lengths = [span.end - span.start for span in lines[:-1]]
    longest = max(lengths)
    if not 40 <= longest <= 110 or min(lengths) < 0.7 * longest:
        return False
    if lines[-1].end - lines[-1].start > longest + 10:
        return False
    broken = sum(not _ENDS.search(span.of(text)) for span in lines[:-1])
    return broken > 0.6 * len(lengths)
