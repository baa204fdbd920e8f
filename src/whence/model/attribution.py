"""Somebody's words or thought, as one report gives them."""

from enum import StrEnum
from typing import Final

from whence.model.base import Value
from whence.model.report import PartKind
from whence.model.source import Carrier, SourceNaming
from whence.model.span import Span, Spans


class Kind(StrEnum):
    """How much of the content stands in quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Modality(StrEnum):
    """What the speaker does with the content."""

    ASSERTED = "asserted"
    DENIED = "denied"
    HEDGED = "hedged"
    QUESTIONED = "questioned"
    ORDERED = "ordered"
    HYPOTHETICAL = "hypothetical"


class CueType(StrEnum):
    """What sort of act the cue names. Speech is SAID, WROTE, ASKED, ORDERED and PROMISED."""

    SAID = "said"
    WROTE = "wrote"
    ASKED = "asked"
    ORDERED = "ordered"
    PROMISED = "promised"
    BELIEVES = "believes"
    INTENDS = "intends"
    FEELS = "feels"
    KNOWS = "knows"
    FOUND = "found"
    """A document, study or investigation shows it."""
    OTHER = "other"


SPEECH = frozenset(
    {CueType.SAID, CueType.WROTE, CueType.ASKED, CueType.ORDERED, CueType.PROMISED, CueType.FOUND}
)


class CuePolarity(StrEnum):
    """Whether the cue asserts, denies, refuses or hedges."""

    ASSERTED = "asserted"
    DENIED = "denied"
    """"denied that": a statement with denied content."""
    REFUSED = "refused"
    """"did not say", "declined to comment", "has not confirmed": no statement."""
    QUESTIONED = "questioned"
    HEDGED = "hedged"
    """"reportedly said", "appeared to say"."""


class Meaning(Value, frozen=True, kw_only=True):
    """What a stretch of text means."""

    span: Span
    vector: bytes
    """Of unit length, as 16-bit floats, little end first."""

    def share_of(self, span: Span) -> float:
        """Characters shared with another stretch, as a share of all that both have."""
        shared = min(self.span.end, span.end) - max(self.span.start, span.start)
        return shared / (max(self.span.end, span.end) - min(self.span.start, span.start) or 1)


class Attribution(Value, frozen=True, kw_only=True):
    """Source, cue and content in one report, with what the report makes of them.

    ``is_statement`` is false for a negated or refused cue ("has not confirmed") and for what
    nobody uttered (a feeling, an intention, what somebody knew or thought), and for an outlet that
    only passes on another's words, which stand as a statement of their own: kept, counted nowhere.
    """

    id: str
    report: str
    source: Spans
    """Empty when the report names nobody ("reportedly")."""
    cue: Spans
    """Empty when speech stands without a cue (a transcript, a headline with a colon)."""
    content: Spans
    """What is ascribed; outer quotation marks lie outside."""
    kind: Kind
    modality: Modality = Modality.ASSERTED
    cue_type: CueType = CueType.SAID
    cue_polarity: CuePolarity = CuePolarity.ASSERTED
    is_statement: bool = True
    naming: SourceNaming
    via: tuple[Carrier, ...] = ()
    """From the one next to the speaker outwards."""
    nested_in: str | None = None
    """Id of the attribution whose content holds this one."""
    part: PartKind = PartKind.BODY
    score: float = 1.0
    """The extractor's confidence, 0 to 1."""
    extractor: str = "rules"
    meanings: tuple[Meaning, ...] = ()
    """What the content means, and each of its sentences if there are several, for the comparison
    of reports; empty where the extractor makes none. It is never written out."""

    def meaning_of(self, span: Span) -> bytes:
        """The vector of what best covers a stretch of the content; empty if nothing covers half."""
        best = max(self.meanings, key=lambda m: m.share_of(span), default=None)
        return best.vector if best is not None and best.share_of(span) >= 0.5 else b""


UNWRITTEN: Final = ("meanings",)
"""Fields of an attribution that serve the comparison alone: no output and no schema has them."""


class QuotationRole(StrEnum):
    """What a pair of quotation marks is for."""

    SPEECH = "speech"
    SCARE = "scare"
    """Words held at arm's length: so-called "experts"."""
    TITLE = "title"
    TERM = "term"
    NICKNAME = "nickname"


class Quotation(Value, frozen=True, kw_only=True):
    """What stands between quotation marks."""

    span: Span
    """The words, marks outside."""
    outer: Span
    """Marks included."""
    role: QuotationRole
    depth: int = 0
    """0 for an outer quotation, 1 for one inside it."""
    continues: bool = False
    """True when it goes on from a quotation that the paragraph before left open."""
    is_balanced: bool = True
