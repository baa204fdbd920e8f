"""Who speaks in a headline: "Minister: no deal", "No deal – minister"."""

import re
from typing import Final

from whence.extract.interface import RawAttribution
from whence.extract.passages import Passage
from whence.extract.rules.speech import read_headline, read_signed
from whence.lexicon.tables import load_table
from whence.model import Quotation, Span, Spans

_SCORE: Final = 0.5
_LONGEST: Final = 160
_FEWEST_WORDS: Final = 3
_AT_END: Final = re.compile(
    r"(?P<content>\S.*\S)(?:\s(?P<cue>[–—-])\s|(?P<colon>:)\s)(?P<source>[^–—:]{2,40}?)\s*$"
)
_OFFICES: Final = frozenset(load_table("english")["titles"].split()) | frozenset(
    load_table("clauses")["speakers"].split()
)
_NO_LABEL: Final = frozenset(load_table("clauses")["no_labels"])
_MOST_WORDS: Final = 4


def add_headline(
    text: str,
    blocks: Spans,
    quotations: tuple[Quotation, ...],
    found: list[RawAttribution],
) -> list[RawAttribution]:
    """The attributions with that of the first line, if its layout alone ascribes its words.

    The line is short and has no stop; the speaker is an office or somebody who speaks in the text
    below. Of what was found in the line a label that was taken for a speaker goes.
    """
    if len(blocks) < 2 or blocks[0].end - blocks[0].start > _LONGEST:
        return found
    block = Span(blocks[0].start, blocks[0].start + len(blocks[0].of(text).rstrip()))
    found = [raw for raw in found if not _is_label(text, block, raw, found)]
    if any(span.overlaps(block) for raw in found for span in (*raw.cue, *raw.content)):
        return found
    held = [quotation for quotation in quotations if block.covers(quotation.outer)]
    made = read_signed(text, block, held[0].outer) if len(held) == 1 else None
    made = made or read_headline(text, Passage(text, block, held)) or _read_end(text, block, found)
    return found if made is None else [made.replace(score=_SCORE), *found]


def _is_label(text: str, block: Span, raw: RawAttribution, found: list[RawAttribution]) -> bool:
    """Whether a colon in a headline follows its matter and no speaker: "Storm: town holds"."""
    if len(raw.cue) != 1 or raw.cue[0].of(text) != ":" or not block.covers(raw.cue[0]):
        return False
    if not raw.source or raw.source[0].start > raw.cue[0].start:
        return False
    if any(mark in raw.content[0].of(text)[:2] for mark in "“\"‘'«„"):
        return False
    if any(
        text[max(0, piece.start - 1) : piece.start] in tuple("“\"‘'«„") for piece in raw.content
    ):
        return False
    others = [other for other in found if other is not raw]
    words = raw.source[0].of(text)
    return not (
        any(low in _OFFICES for low in words.lower().split()) or _is_speaker(words, others, text)
    )


def _read_end(text: str, block: Span, found: list[RawAttribution]) -> RawAttribution | None:
    """In "Bridge to reopen in June – mayor": the speaker stands behind the last dash or colon."""
    match = _AT_END.match(text, *block)
    if match is None or text[block.end - 1] in ".!?":
        return None
    content, source = Span(*match.span("content")), Span(*match.span("source"))
    if len(content.of(text).split()) < _FEWEST_WORDS:
        return None
    if not _is_speaker(source.of(text), found, text):
        return None
    name = "cue" if match.group("cue") else "colon"
    return RawAttribution(source=(source,), cue=(Span(*match.span(name)),), content=(content,))


def _is_speaker(words: str, found: list[RawAttribution], text: str) -> bool:
    """Whether words after a dash are an office, or the last word of a source in the text."""
    lows = [word.strip("’'s").lower() for word in words.split()]
    if not 0 < len(lows) <= _MOST_WORDS or words.lower() in _NO_LABEL:
        return False
    if lows[-1] in _OFFICES:
        return True
    last = words.split()[-1]
    return last[0].isupper() and any(
        last in span.of(text).split() for raw in found for span in raw.source
    )
