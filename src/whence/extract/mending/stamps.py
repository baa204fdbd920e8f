"""The time at the head of an entry in a live report, which nobody said."""

import re
from typing import Final

from whence.extract.interface import RawAttribution
from whence.model import Span, Spans

_STAMP: Final = re.compile(
    r"(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s?[ap]\.?m\b\.?)?(?:\s(?:GMT|UTC|BST|CES?T|E[SD]?T))?"
    r"\s{0,2}[:–—-]?\s{1,3}(?=[\"“'‘]?[A-Z])"
)


def cut_stamps(text: str, blocks: Spans, found: list[RawAttribution]) -> list[RawAttribution]:
    """The attributions, no source and no content beginning with the time of its entry.

    "11.55 Two trains stand at Orle" is an entry; "At 11.55 a train stopped" tells a time.
    """
    ends = {
        block.start: stamp.end()
        for block in blocks
        if (stamp := _STAMP.match(text, block.start, block.end))
    }
    return [_cut(raw, ends) for raw in found] if ends else found


def _cut(raw: RawAttribution, ends: dict[int, int]) -> RawAttribution:
    return raw.replace(source=_after(raw.source, ends), content=_after(raw.content, ends))


def _after(spans: Spans, ends: dict[int, int]) -> Spans:
    return tuple(
        Span(ends[span.start], span.end) if ends.get(span.start, span.end) < span.end else span
        for span in spans
    )
