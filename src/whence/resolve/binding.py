"""Whom a source cannot mean: those whom its own words name, and who goes on speaking."""

import re
from bisect import bisect_left
from typing import Final

from whence.model import Attribution, Extraction, Kind, Span, Spans, hull
from whence.resolve.chains import Chain, Chains
from whence.resolve.references import Reference

_GOES_ON: Final = re.compile(
    r"\b(?:add(?:s|ed|ing)?|continu(?:es|ed|ing)|go(?:es)? on|went on"
    r"|also (?:said|told|says|wrote))\b",
    re.IGNORECASE,
)
_NEAR: Final = 3
"""Sentences between the end of somebody's words and the cue that goes on with them."""
_VERB: Final = 40
_OBJECTS: Final = frozenset(("him", "them"))
_ONE_VERB: Final = re.compile(
    r" (?:(?:has|have|had|will|would|could|also|later|then|never) ){0,2}[a-z]{2,20} "
    r"(?:to |for |at )?"
)


class Sayings:
    """What each source of a report says, asked by the place of the source."""

    def __init__(self, text: str, extraction: Extraction) -> None:
        self._contents: dict[Span, list[Spans]] = {}
        self._before: dict[Span, list[int]] = {}
        self._told = sorted({s for a in extraction.attributions for c in a.via for s in c.spans})
        self._going_on: set[Span] = set()
        self._told_of = _list_told_of(extraction)
        self._sources = sorted({hull(a.source) for a in extraction.attributions if a.source})
        for attribution in extraction.attributions:
            if not attribution.source:
                continue
            source = hull(attribution.source)
            if attribution.content and attribution.content[0].end <= source.start:
                self._before.setdefault(source, []).append(attribution.content[0].start)
            pieces = _binding(attribution, source)
            if pieces:
                self._contents.setdefault(source, []).append(pieces)
            if any(_GOES_ON.search(piece.of(text)) for piece in attribution.cue):
                self._going_on.add(source)

    def goes_on(self, reference: Reference) -> bool:
        """Whether a source says more than was said before: "She added", "he went on"."""
        return reference.span in self._going_on

    def starts_before(self, reference: Reference) -> list[int]:
        """Where the words of a source begin that stand before it."""
        return self._before.get(reference.span, [])

    def opens_source(self, reference: Reference) -> bool:
        """Whether a longer source begins with a mention: "its director"."""
        index = bisect_left(self._sources, reference.span)
        sources = self._sources[index : index + 2]
        return any(s.start == reference.span.start and s.end > reference.span.end for s in sources)

    def is_told(self, reference: Reference | None) -> bool:
        """Whether a mention is of an outlet that was told; "it" behind that means another."""
        if reference is None:
            return False
        index = bisect_left(self._told, reference.span.start, key=_end)
        return index < len(self._told) and self._told[index].overlaps(reference.span)

    def is_told_of(self, reference: Reference) -> bool:
        """Whether a source only speaks in what another tells: "she said that he had warned"."""
        return reference.span in self._told_of

    def barred(
        self, reference: Reference, references: tuple[Reference, ...], chains: Chains
    ) -> set[int]:
        """The chains that a source is not: those that its own words name or describe.

        "“Chairman Orr must go,” he said": he is not Orr, nor is he in "He called Orr’s plan".
        """
        found: set[int] = set()
        for pieces in self._contents.get(reference.span, ()):
            for piece in pieces:
                index = bisect_left(references, piece.start, key=_start)
                while index < len(references) and references[index].span.start < piece.end:
                    other = references[index]
                    index += 1
                    chain = chains.of.get(other.index)
                    if chain is not None and not other.pronoun and not other.is_first_person:
                        found.add(chain.number)
        return found


def _list_told_of(extraction: Extraction) -> frozenset[Span]:
    """The sources that stand behind the cue of another source, in what that one says."""
    outer = sorted(
        (a.content[0].start, a.content[0].end)
        for a in extraction.attributions
        if a.source and a.content and a.cue and a.cue[-1].end <= a.content[0].start
    )
    found: set[Span] = set()
    end = 0
    sources = sorted({hull(a.source) for a in extraction.attributions if a.source})
    position = 0
    for source in sources:
        while position < len(outer) and outer[position][0] <= source.start:
            end = max(end, outer[position][1])
            position += 1
        if source.end <= end:
            found.add(source)
    return frozenset(found)


def _start(reference: Reference) -> int:
    return reference.span.start


def _end(span: Span) -> int:
    return span.end


def _binding(attribution: Attribution, source: Span) -> Spans:
    """The pieces of a content whose names cannot be its speaker's.

    All of a quotation; of other words only those that follow the source.
    """
    if attribution.kind is Kind.DIRECT:
        return attribution.content
    return tuple(piece for piece in attribution.content if piece.start >= source.end)


def acts_on(text: str, reference: Reference, chain: Chain) -> bool:
    """Whether a chain is the subject of the verb of which "him" or "them" is the object."""
    if reference.pronoun not in _OBJECTS:
        return False
    last = chain.last_before(reference.span.start)
    if last is None or reference.span.start - last.span.end > _VERB:
        return False
    return _ONE_VERB.fullmatch(text, last.span.end, reference.span.start) is not None


def is_nobody(text: str, chain: Chain) -> bool:
    """Whether a chain only says that there is no such person: "not one patient", "no witness"."""
    if chain.has_name or len(chain.members) != 1:
        return False
    (member,) = chain.members
    before = text[max(0, member.span.start - len("not ")) : member.span.start].lower()
    return before == "not " or member.surface.lower().startswith(("no ", "not "))


def follows_closely(reference: Reference, chain: Chain) -> bool:
    """Whether a chain was spoken of so shortly before that its words may go on."""
    last = chain.last_before(reference.span.start)
    return last is not None and reference.sentence - last.sentence <= _NEAR
