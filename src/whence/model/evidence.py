"""Why a link is believed: score, reason in words, and the characters it rests on."""

from enum import StrEnum

from whence.model.base import Value
from whence.model.span import Span


class Judgement(StrEnum):
    """What the evidence says of a link."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Place(Value, frozen=True, kw_only=True):
    """Characters of one report."""

    report: str
    """Id of the report."""
    span: Span


class Evidence(Value, frozen=True, kw_only=True):
    """One reason for or against a link."""

    kind: str
    """Which rule or measure speaks, e.g. ``credit-phrase``, ``shared-passage``, ``surname``."""
    score: float
    """How strongly it speaks: 0 against, 0.5 silent, 1 for."""
    reason: str
    """One clause in words that a reader can check."""
    places: tuple[Place, ...] = ()
    """The characters it rests on."""
