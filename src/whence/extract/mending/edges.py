"""Contents that run on: over the end of their paragraph, or over the end of their quotation."""

import re
from bisect import bisect_right
from typing import Final

from whence.extract.interface import RawAttribution
from whence.model import Quotation, QuotationRole, Span, Spans

_ENDS: Final = ",.!?…"
_STOP: Final = re.compile(r"[^.!?]{0,80}[.!?]\s")
_OPENING: Final = ("“", '"', "«")
_CLOSING: Final = ("”", '"', "»")


def cut_at_paragraphs(
    text: str, blocks: Spans, quotations: tuple[Quotation, ...], found: list[RawAttribution]
) -> list[RawAttribution]:
    """The attributions, each content that crosses a paragraph's end cut there.

    What stands in the cue's paragraph is kept, and of quotations what stands in their own; those
    that the next paragraph takes up or that close there are left alone, and so is a broken line.
    """
    starts = [block.start for block in blocks]
    marks = [held.outer.start for held in quotations]
    return [_within_paragraph(text, blocks, starts, quotations, marks, raw) for raw in found]


def _within_paragraph(
    text: str,
    blocks: Spans,
    starts: list[int],
    quotations: tuple[Quotation, ...],
    marks: list[int],
    raw: RawAttribution,
) -> RawAttribution:
    if not raw.cue:
        return raw
    home = blocks[max(0, bisect_right(starts, raw.cue[0].start) - 1)]
    pieces: list[Span] = []
    for piece in raw.content:
        first = max(0, bisect_right(starts, piece.start) - 1)
        last = max(0, bisect_right(starts, piece.end - 1) - 1)
        is_whole = first == last and piece.start >= home.start
        is_one = first < last and (_is_wrapped(text, blocks[last]) or _is_closed(text, piece))
        if is_whole or is_one:
            pieces.append(piece)
        elif first == last or not _goes_on(text, quotations, marks, Span(*blocks[last])):
            start, end = max(piece.start, home.start), min(piece.end, home.end)
            end = start + len(text[start:end].rstrip())
            if _is_quoted(quotations, marks, piece):
                start, end = piece
                end = end if first == last else min(end, blocks[first].end)
            if start < end:
                pieces.append(Span(start, end))
        else:
            pieces.append(piece)
    return raw.replace(content=tuple(pieces)) if pieces else raw


def _goes_on(text: str, quotations: tuple[Quotation, ...], marks: list[int], block: Span) -> bool:
    """Whether a paragraph opens with a quotation, which may go on from the one before."""
    start = block.start
    while start < block.end and text[start].isspace():
        start += 1
    index = bisect_right(marks, start) - 1
    return index >= 0 and quotations[index].outer.start == start


def _is_wrapped(text: str, block: Span) -> bool:
    """Whether a paragraph begins with a small letter, so that only its line was broken."""
    return block.of(text).lstrip()[:1].islower()


def _is_closed(text: str, piece: Span) -> bool:
    """Whether a content opens and closes with marks: one quotation over several paragraphs."""
    words = piece.of(text)
    return words[:1] in _OPENING and words[-1:] in _CLOSING


def _is_quoted(quotations: tuple[Quotation, ...], marks: list[int], piece: Span) -> bool:
    """Whether a content begins inside a quotation or with one."""
    index = bisect_right(marks, piece.start) - 1
    return index >= 0 and quotations[index].outer.end > piece.start


def cut_at_stops(
    text: str, quotations: tuple[Quotation, ...], found: list[RawAttribution]
) -> list[RawAttribution]:
    """The attributions, each without the sentence that follows "…, according to the mayor.".

    Words in quotation marks may be the same speaker's and stay.
    """
    marks = [held.outer.start for held in quotations]
    return [_within_sentence(text, quotations, marks, raw) for raw in found]


def _within_sentence(
    text: str, quotations: tuple[Quotation, ...], marks: list[int], raw: RawAttribution
) -> RawAttribution:
    if len(raw.content) < 2 or not raw.cue or not raw.source:
        return raw
    if raw.cue[0].of(text).lower() != "according to" or raw.content[0].start > raw.cue[0].start:
        return raw
    stop = raw.source[-1].end
    kept = tuple(
        piece
        for piece in raw.content
        if piece.start < stop
        or not _STOP.match(text, stop, piece.start)
        or _is_quoted(quotations, marks, piece)
    )
    return raw.replace(content=kept)


def cut_at_marks(
    text: str, quotations: tuple[Quotation, ...], found: list[RawAttribution]
) -> list[RawAttribution]:
    """The attributions, each content that is a quotation and runs on behind it cut at its end.

    Inside another quotation it ends where its marks close: "They said, ‘Walk,’ and drove off". An
    outer one is cut only where nothing but its own source and cue follow.
    """
    by_start = {}
    for held in quotations:
        if held.role is QuotationRole.SPEECH or held.depth:
            by_start[held.span.start] = held
            by_start.setdefault(held.outer.start, held)
    return [_within_marks(text, by_start, raw) for raw in found]


def _within_marks(text: str, by_start: dict[int, Quotation], raw: RawAttribution) -> RawAttribution:
    if not raw.content:
        return raw
    first = raw.content[0]
    held = by_start.get(first.start)
    if held is None or not held.is_balanced or held.outer.end >= first.end:
        return raw
    if held.depth:
        tail = text[held.outer.end : first.end]
        closes = held.span.of(text)[-1] in _ENDS or tail.startswith((",", " and "))
        before = bool(raw.cue) and raw.cue[-1].end <= held.outer.start
        if not (closes and before and len(raw.content) == 1):
            return raw
    elif not _runs_into_cue(text, held, first, raw):
        return raw
    return raw.replace(content=(Span(first.start, held.outer.end), *raw.content[1:]))


def _runs_into_cue(text: str, held: Quotation, piece: Span, raw: RawAttribution) -> bool:
    """Whether what follows the quotation opens the source: "…”, transport minister | Orr said"."""
    beside = (*raw.source, *raw.cue)
    if not any(
        not text[piece.end : span.start].strip() for span in beside if span.start >= piece.end
    ):
        return False
    tail = text[held.outer.end : piece.end]
    if tail.rstrip()[-1:] in _CLOSING:
        return False  # the quotation goes on: marks inside it were paired with its own
    return tail.lstrip()[:1] in (",", "") or text[held.span.end - 1] in _ENDS
