"""Who says it where an extractor found nobody, though a plain subject stands before the verb."""

from bisect import bisect_right
from typing import Final

from whence.extract.cuewords import FORMS, HEARSAY
from whence.extract.interface import RawAttribution
from whence.extract.passages import Passage
from whence.extract.rules.subjects import subject_before
from whence.lexicon.tables import load_table
from whence.model import Quotation, Span, Spans

_FINITE: Final = frozenset({"base", "third", "past"})
_HELPERS: Final = frozenset(
    "has have had will would can could may might must should do does did".split()
)
_PASSIVE: Final = frozenset("be been being is are was were am".split())
_EMPTY: Final = frozenset(
    "it there this that these those what which why how hence so let seem seems seemed appear"
    " appears appeared".split()
)
"""Words that are no subject by themselves, and verbs that ascribe to nobody."""
_ADVERBS: Final = frozenset("also then long now never ever often once still just".split())
_OF_NOUNS: Final = frozenset(("about", "of"))
"""What follows "claims" and "questions" as nouns."""
_TIMES: Final = frozenset(load_table("clauses")["time_nouns"].split())
_LONGEST: Final = 6000
"""Longer paragraphs are not read again."""


def add_subjects(
    text: str, blocks: Spans, quotations: tuple[Quotation, ...], found: list[RawAttribution]
) -> list[RawAttribution]:
    """The attributions, those without a source with the subject of their cue where it has one.

    Only verbs that must have one are asked for it: "India and Oman back the plan". A passive and
    "it seems" name nobody.
    """
    starts = [block.start for block in blocks]
    marks = [held.outer.start for held in quotations]
    passages: dict[int, Passage] = {}
    mended: list[RawAttribution] = []
    for raw in found:
        if raw.source or raw.depth or not raw.cue or not _needs_subject(raw.cue[0].of(text)):
            mended.append(raw)
            continue
        number = max(0, bisect_right(starts, raw.cue[0].start) - 1)
        block = blocks[number]
        if block.end - block.start > _LONGEST:
            mended.append(raw)
            continue
        if number not in passages:
            held = quotations[bisect_right(marks, block.start - 1) : bisect_right(marks, block.end)]
            passages[number] = Passage(text, block, list(held))
        subject = _subject(passages[number], raw)
        mended.append(raw.replace(source=(subject,)) if subject is not None else raw)
    return mended


def _needs_subject(cue: str) -> bool:
    """Whether the words of a cue are a finite verb in the active voice."""
    words = cue.lower().split()
    if HEARSAY & set(words):
        return False
    while len(words) > 1 and (words[0] in _ADVERBS or words[0].endswith("ly")):
        words.pop(0)
    if not words or words[-1] in _OF_NOUNS or set(words) & (_PASSIVE | _EMPTY):
        return False
    first = words[0]
    if first in FORMS:
        return FORMS[first][1] in _FINITE
    return first in _HELPERS or first.endswith(("ed", "es"))


def _subject(passage: Passage, raw: RawAttribution) -> Span | None:
    """The noun phrase right before the cue that shares no word with the content."""
    index = bisect_right(passage.starts, raw.cue[0].start) - 1
    frame = next((frame for frame in passage.frames if frame[0] <= index < frame[1]), None)
    if frame is None or passage.quote[index] >= 0:
        return None
    found = subject_before(passage, index, frame[0])
    if found is None or passage.lower[found[1] - 1] in _EMPTY | _TIMES:
        return None
    if not set(passage.tags[found[0] : found[1]]) & set("Nnrm"):
        return None
    span = passage.span(*found)
    return None if any(piece.overlaps(span) for piece in raw.content) else span
