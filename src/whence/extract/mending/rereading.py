"""Plain clauses of speech read by rule where an extractor passed over their cue."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from whence.extract.interface import RawAttribution
from whence.extract.naming import is_somebody
from whence.extract.passages import Passage
from whence.extract.rules.drafts import STRONG, Draft
from whence.extract.rules.frames import read_frame, read_nested
from whence.lexicon.people import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    ORGANISATION_NOUNS,
    PERSON_NOUNS,
    singular,
)
from whence.model import Quotation, Span, Spans, hull, overlap

_SURE: Final = re.compile(
    r"\b(?<!Having )(?:said|says|told|tells)\b|\b(?:added|adds)\b(?=[,.:]| that\b)"
    r"|\b[Aa]ccording to\b"
    r"|\b(?:claimed|alleged|warned|insisted|announced|explained|argued|confirmed|admitted|noted"
    r"|complained|testified|acknowledged|predicted|promised|denied|stressed|wrote)(?= that\b)"
    r"|\b(?:claimed|alleged|insisted|wrote)(?= (?:[Hh]e|[Ss]he|[Tt]hey|[A-Z][a-z]+) )",
)
"""Words that ascribe wherever they stand outside quotation marks."""
_RELAY: Final = re.compile(r"\b(?:report(?:s|ed)|according to)\b", re.IGNORECASE)
_SCORE: Final = 0.6
_ALONGSIDE: Final = re.compile(
    r"[”\"’'»]\s+and\s+(?P<verb>[a-z]{3,14}ed)\s+(?:to|that|the|a|an|his|her)\b"
)
"""A second cue of one speaker behind a quotation: "… “a wound” and promised to"."""
_PRONOUNS: Final = frozenset("he she they who some others many one".split())
_SPEAKERS: Final = PERSON_NOUNS | GROUP_NOUNS | ORGANISATION_NOUNS | DOCUMENT_NOUNS
_LONGEST: Final = 6000
"""Longer paragraphs are not read again."""


def read_again(
    text: str, blocks: Spans, quotations: tuple[Quotation, ...], found: list[RawAttribution]
) -> list[RawAttribution]:
    """The attributions, with those of plain cues that nothing covered, and with sure sources.

    Only paragraphs where something is amiss are read. A parenthetical cue ("The film, says Orr,
    will …") has its source behind it; a cue behind a quotation's "and" begins a content of its own.
    """
    by_block = _by_block(found, blocks)
    marks = [held.outer.start for held in quotations]
    kept: list[RawAttribution] = []
    for number, block in enumerate(blocks):
        here = by_block[number]
        open_cues = list(_open_cues(text, block, quotations, marks, here))
        doubtful = any(_is_parenthetical(text, raw) or _holds_second(text, raw) for raw in here)
        if block.end - block.start > _LONGEST or not (open_cues or doubtful):
            kept += here
            continue
        drafts = _read(text, block, quotations, marks)
        here = [_set_right(text, raw, drafts) for raw in here]
        here = _split_alongside(text, here, drafts)
        for raw in drafts:
            if any(span.covers(cue) for span in raw.cue for cue in open_cues):
                here = _take_in(text, raw, here)
        kept += here
    return kept


def _by_block(found: list[RawAttribution], blocks: Spans) -> list[list[RawAttribution]]:
    """The attributions by the paragraph that their cue stands in."""
    starts = [block.start for block in blocks]
    grouped: list[list[RawAttribution]] = [[] for _ in blocks]
    for raw in found:
        at = (raw.cue or raw.content)[0].start
        grouped[max(0, bisect_right(starts, at) - 1)].append(raw)
    return grouped


def _open_cues(
    text: str,
    block: Span,
    quotations: tuple[Quotation, ...],
    marks: list[int],
    here: list[RawAttribution],
) -> Iterator[Span]:
    """The plain cues of a paragraph that stand in no quotation and in no attribution's words.

    What an outlet passes on is looked into: somebody else said it.
    """
    taken = sorted(
        span
        for raw in here
        if raw.source
        for span in (*raw.cue, *raw.source, *(() if _relays(text, raw) else raw.content))
    )
    reached = 0
    index = 0
    for match in _SURE.finditer(text, *block):
        while index < len(taken) and taken[index].start <= match.start():
            reached = max(reached, taken[index].end)
            index += 1
        if match.start() >= reached and not _in_quotation(quotations, marks, match.start()):
            yield Span(*match.span())


def _relays(text: str, raw: RawAttribution) -> bool:
    """Whether a cue may pass on what others said: "…, the Post reported"."""
    return bool(_RELAY.search(" ".join(span.of(text) for span in raw.cue)))


def _in_quotation(quotations: tuple[Quotation, ...], marks: list[int], position: int) -> bool:
    index = bisect_right(marks, position) - 1
    for held in reversed(quotations[max(0, index - 8) : index + 1]):
        if held.outer.start <= position < held.outer.end:
            return True
        if held.depth == 0:
            return False
    return False


def _is_parenthetical(text: str, raw: RawAttribution) -> bool:
    """Whether a cue stands behind a comma, with a capital or article after it and no source so."""
    if len(raw.cue) != 1 or raw.cue[0].of(text).lower() in ("told", "tells"):
        return False
    cue = raw.cue[0]
    before, after = text[max(0, cue.start - 2) : cue.start], text[cue.end : cue.end + 2]
    if before.rstrip()[-1:] not in (",", "”", '"', "’") or not after[1:].isalpha():
        return False
    return not any(span.start == cue.end + 1 for span in raw.source)


def _holds_second(text: str, raw: RawAttribution) -> bool:
    return any(_ALONGSIDE.search(text, *piece) for piece in raw.content)


def _read(
    text: str, block: Span, quotations: tuple[Quotation, ...], marks: list[int]
) -> list[RawAttribution]:
    """The sure attributions of a paragraph as the rules read it."""
    first = max(0, bisect_right(marks, block.start - 1))
    last = bisect_right(marks, block.end)
    passage = Passage(text, block, list(quotations[first:last]))
    drafts = [d for begin, stop in passage.frames for d in read_frame(passage, begin, stop)]
    drafts += read_nested(passage, drafts)
    sure = [_raw(passage, d) for d in drafts if d.source and d.score == STRONG]
    return [raw for raw in sure if _may_speak(text, raw.source)]


def _may_speak(text: str, source: Spans) -> bool:
    """Whether a source is somebody, a body or a paper: not "its view of the world"."""
    words = " ".join(span.of(text) for span in source)
    head = re.split(r",|\s(?:of|in|at|from|for|who|which|that)\s", words, maxsplit=1)[0].lower()
    last = singular(head.split()[-1])
    return head.split()[0] in _PRONOUNS or last in _SPEAKERS or is_somebody(words)


def _raw(passage: Passage, draft: Draft) -> RawAttribution:
    def spans(ranges: list[tuple[int, int]]) -> Spans:
        return tuple(passage.span(first, stop) for first, stop in sorted(ranges))

    return RawAttribution(
        source=spans(draft.source),
        cue=spans(draft.cue),
        content=spans(draft.content),
        score=_SCORE,
    )


def _same_cue(raw: RawAttribution, draft: RawAttribution) -> bool:
    return bool(raw.cue) and overlap(raw.cue, draft.cue) > 0


def _set_right(text: str, raw: RawAttribution, drafts: list[RawAttribution]) -> RawAttribution:
    """The attribution with the source that stands behind its parenthetical cue."""
    if raw.depth:
        return raw
    draft = next((draft for draft in drafts if _same_cue(raw, draft)), None)
    if draft is None:
        return raw
    if not _is_parenthetical(text, raw) or draft.source[0].start != draft.cue[-1].end + 1:
        return raw
    if overlap(raw.source, draft.source) or not _is_closed(text, draft.source[-1].end):
        return raw
    return raw.replace(source=draft.source, cue=draft.cue, content=draft.content)


def _is_closed(text: str, position: int) -> bool:
    """Whether a clause ends at a character: a comma or stop follows, or nothing does."""
    return text[position : position + 1] in (",", ".", ";", "", "\n")


def _split_alongside(
    text: str, here: list[RawAttribution], drafts: list[RawAttribution]
) -> list[RawAttribution]:
    """The attributions, each second cue behind a quotation with a content of its own."""
    found: list[RawAttribution] = []
    for raw in here:
        for piece in raw.content:
            match = _ALONGSIDE.search(text, *piece)
            if match is None or raw.depth:
                continue
            verb = Span(*match.span("verb"))
            second = next((d for d in drafts if any(c.covers(verb) for c in d.cue)), None)
            if second is None or not overlap(second.source, raw.source):
                continue
            cut = Span(piece.start, match.start() + 1)
            kept = [cut if other == piece else other for other in raw.content]
            raw = raw.replace(content=tuple(span for span in kept if span.start < cut.end))
            found.append(second.replace(source=raw.source))
            break
        found.append(raw)
    return found


def _take_in(text: str, draft: RawAttribution, here: list[RawAttribution]) -> list[RawAttribution]:
    """The attributions with one more, in place of what it shows to be none.

    An attribution without a source, or of a mere "which", inside its content goes; so does one that
    gives the same words, or some of them, to whoever stands behind its cue. One that would share
    words in any other way keeps it out.
    """
    kept: list[RawAttribution] = []
    whole = hull((*draft.source, *draft.cue, *draft.content))
    for raw in here:
        shared = overlap(raw.content, draft.content)
        own = hull((*raw.source, *raw.cue, *raw.content))
        if raw.depth or not (shared or own.overlaps(whole)):
            kept.append(raw)
        elif shared and (not raw.source or _is_relative(text, raw) or _is_torn(raw, draft)):
            continue
        elif any(span.covers(own) for span in draft.content):
            kept.append(raw)
        elif shared and hull(raw.content).covers(whole):
            kept.append(raw.replace(content=(hull(raw.content),)))
            draft = draft.replace(depth=raw.depth + 1)
        elif shared and raw.cue and raw.cue[0].start > draft.cue[-1].end and _is_most(raw, draft):
            continue
        elif shared:
            return here
        else:
            kept.append(raw)
    return [*kept, draft]


def _is_torn(raw: RawAttribution, draft: RawAttribution) -> bool:
    """Whether cue and words stand in the draft's content and the source behind the draft's cue."""
    inner = hull((*raw.cue, *raw.content))
    within = any(span.covers(inner) for span in draft.content)
    return within and raw.source[0].start >= draft.cue[-1].end


def _is_relative(text: str, raw: RawAttribution) -> bool:
    return raw.source[0].of(text).lower() in ("which", "that")


def _is_most(raw: RawAttribution, draft: RawAttribution) -> bool:
    size = sum(span.end - span.start for span in raw.content)
    return overlap(raw.content, draft.content) >= 0.8 * size
