"""The same thing in several reports, with its differences named."""

from enum import StrEnum

from whence.model.base import Value
from whence.model.evidence import Evidence, Judgement
from whence.model.span import Span, Spans


class Variation(StrEnum):
    """How a wording differs from the base wording of its unit (DESIGN, quotation variants)."""

    IDENTICAL = "identical"
    SPELLING = "spelling"
    SPLIT = "split"
    MERGED = "merged"
    TRIMMED = "trimmed"
    SPLICED = "spliced"
    INSERTED = "inserted"
    REWORDED = "reworded"
    TENSE = "tense"
    CENSORED = "censored"
    REATTRIBUTED = "reattributed"
    MEANING_CHANGED = "meaning_changed"
    QUOTE_PROMOTED = "quote_promoted"
    PARAPHRASE = "paraphrase"
    MISQUOTED_SOURCE = "misquoted_source"


class EditKind(StrEnum):
    """One difference of words."""

    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"
    REPLACED = "replaced"


class Grade(StrEnum):
    """What house rules make of an edit."""

    ALLOWED = "allowed"
    FLAGGED = "flagged"


class Edit(Value, frozen=True, kw_only=True):
    """A run of words of base and variant, equal or not."""

    kind: EditKind
    base: Span | None = None
    """In the base's report."""
    variant: Span | None = None
    """In the variant's report."""
    name: Variation | None = None
    grade: Grade | None = None
    is_marked: bool = False
    """An omission marked by an ellipsis, an insertion by brackets."""
    reason: str = ""
    """What the edit turns, in words: "negation gained", "number changed from 60 to 16"."""
    rule: str = ""
    """The house rule in words, with the handbook it stands in."""


class Wording(Value, frozen=True, kw_only=True):
    """One report's wording of an utterance."""

    report: str
    attribution: str
    spans: Spans
    """The unit's words in this report."""
    variations: tuple[Variation, ...] = ()
    """Against the base; empty for the base itself."""
    edits: tuple[Edit, ...] = ()
    score: float = 1.0
    """How alike base and variant are, 0 to 1."""


class Alignment(Value, frozen=True, kw_only=True):
    """One unit (about a sentence) of one utterance in the wordings of all reports."""

    id: str
    passage: str
    """Units of one utterance share a passage id."""
    base: Wording
    variants: tuple[Wording, ...]
    is_quotation: bool = True
    """At least two wordings stand in quotation marks; otherwise paraphrase only."""
    judgement: Judgement = Judgement.YES
    evidence: tuple[Evidence, ...] = ()


class HeadlineGap(Value, frozen=True, kw_only=True):
    """A headline that says more than its body."""

    report: str
    headline: Span
    body: Span | None
    reason: str
