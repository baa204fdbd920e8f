"""Who speaks before a colon or behind a dash: "Minister: no deal", "No deal – minister"."""

import re
from collections import Counter
from typing import Final

from whence.extract.interface import RawAttribution, RawMention
from whence.extract.passages import Passage
from whence.extract.rules.speech import read_headline, read_signed
from whence.lexicon.outlets import is_known_outlet
from whence.lexicon.tables import load_table
from whence.model import MentionKind, Quotation, Span, Spans

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
_MARK: Final = re.compile(r"[“\"‘'«„]")
_FULL_NAME: Final = re.compile(r"[^\W\d_a-z][\w.'’-]*[^\WA-Z\d_][\w.'’-]* [^\W\d_a-z]")
"""Two words of which the first is not all in capitals."""


def drop_labels(
    text: str, blocks: Spans, mentions: tuple[RawMention, ...], found: list[RawAttribution]
) -> list[RawAttribution]:
    """The attributions without those whose colon follows a matter and no speaker.

    "Storm Edda: town holds", "BRELLIN: Two men were held": the line begins with words that are no
    office and no person to the extractor, speak nowhere else and, below the headline, are no outlet
    and no full name; nothing is quoted. Where such words return, the text is a transcript.
    """
    people = {mention.span.start for mention in mentions if mention.kind is MentionKind.PERSON}
    starts = {block.start: number for number, block in enumerate(blocks)}
    heard = Counter(_last_word(text, raw) for raw in found)
    labels: dict[int, str] = {}
    for place, raw in enumerate(found):
        first = raw.source[0].start if raw.source else -1
        number = None if first in people else starts.get(first)
        if number is not None and _is_label(text, raw, is_headline=number == 0):
            labels[place] = _last_word(text, raw)
    if len(set(labels.values())) < len(labels):
        return found
    return [raw for n, raw in enumerate(found) if n not in labels or heard[labels[n]] > 1]


def _last_word(text: str, raw: RawAttribution) -> str:
    words = raw.source[-1].of(text).split() if raw.source else []
    return words[-1] if words else ""


def _is_label(text: str, raw: RawAttribution, *, is_headline: bool) -> bool:
    """Whether the words before a colon tell by themselves of nobody who speaks."""
    if len(raw.cue) != 1 or not raw.cue[0].of(text).startswith(":"):
        return False
    if any(_MARK.search(text, max(0, s.start - 1), s.start + 2) for s in raw.content):
        return False
    words = raw.source[0].of(text)
    if not is_headline and (_FULL_NAME.match(words) or is_known_outlet(words)):
        return False
    return not any(low in _OFFICES for low in words.lower().split())


def add_headline(
    text: str,
    blocks: Spans,
    quotations: tuple[Quotation, ...],
    found: list[RawAttribution],
) -> list[RawAttribution]:
    """The attributions with that of the first line, if its layout alone ascribes its words.

    The line is short and has no stop; the speaker is an office or somebody who speaks in the text
    below.
    """
    if len(blocks) < 2 or blocks[0].end - blocks[0].start > _LONGEST:
        return found
    block = Span(blocks[0].start, blocks[0].start + len(blocks[0].of(text).rstrip()))
    if any(span.overlaps(block) for raw in found for span in (*raw.cue, *raw.content)):
        return found
    held = [quotation for quotation in quotations if block.covers(quotation.outer)]
    made = read_signed(text, block, held[0].outer) if len(held) == 1 else None
    made = made or read_headline(text, Passage(text, block, held)) or _read_end(text, block, found)
    return found if made is None else [made.replace(score=_SCORE), *found]


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
