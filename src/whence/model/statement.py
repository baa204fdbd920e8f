"""One thing said, over all reports."""

from enum import StrEnum

from whence.model.base import Value
from whence.model.evidence import Evidence, Judgement
from whence.model.span import Spans


class Member(Value, frozen=True, kw_only=True):
    """Where one report carries a statement."""

    report: str
    attribution: str
    spans: Spans


class Statement(Value, frozen=True, kw_only=True):
    """The same thing said, across reports, with who says it."""

    id: str
    text: str
    """The fullest wording, as it stands in one report."""
    members: tuple[Member, ...]
    speakers: tuple[str, ...]
    """Entity ids of everybody who asserts it, sorted."""
    alignments: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class OppositionKind(StrEnum):
    """How two statements stand against each other."""

    DENIES = "denies"
    CONTRADICTS = "contradicts"


class Opposition(Value, frozen=True, kw_only=True):
    """Two statements that cannot both stand: set against each other, never merged."""

    a: str
    b: str
    kind: OppositionKind
    judgement: Judgement
    reason: str
