"""A number or range, with what is counted, who counts, as of when, and its hedge."""

from enum import StrEnum

from whence.model.base import Value
from whence.model.evidence import Evidence, Judgement
from whence.model.span import Span, Spans


class Hedge(StrEnum):
    """How the report bounds the number."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    FEWER_THAN = "fewer than"
    UP_TO = "up to"
    RANGE = "range"
    VAGUE = "vague"
    """"dozens": an interval by convention."""


class FigureKind(StrEnum):
    """What sort of number it is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage points"
    MEASURE = "measure"
    AGE = "age"
    DURATION = "duration"
    RATIO = "ratio"
    SCORE = "score"
    ORDINAL = "ordinal"


class Figure(Value, frozen=True, kw_only=True):
    """A figure of one report.

    ``low`` and ``high`` always both hold: a bare number has them equal; a bound is open on one
    side (``None``): "at least 40" is low 40, high None; "up to 400" is low None, high 400. A
    range is never averaged.
    """

    id: str
    report: str
    span: Span
    """The whole expression: hedge, number and unit."""
    number: Span
    """The number alone."""
    low: float | None
    high: float | None
    hedge: Hedge
    kind: FigureKind
    unit: str | None = None
    """Standard symbol (``m3``, ``km``, ``EUR``, ``percent``, ``years``); None for bare counts."""
    scale_digits: float = 1.0
    """The last place that is significant: 1000 for "37,000" and "37 thousand", 0.1 for "1.2"."""
    counted: Spans = ()
    """The words for what is counted, head and restriction."""
    counted_head: str | None = None
    """Lemma of what is counted: ``soldier``, ``house``."""
    counted_event: str | None = None
    """What befalls the counted, as a class: ``kill``, ``arrest``; None when nothing tells."""
    whole: Spans = ()
    """The whole it is part of: ``the 300`` in "half of the 300"."""
    whole_value: float | None = None
    attribution: str | None = None
    """Id of the attribution that governs it; None when the outlet itself counts."""
    counter: Spans = ()
    """Who counts, where no attribution tells: *Police* in "Police counted 20,000 marchers"."""
    as_of: str | None = None
    """ISO date the count holds for, as precise as stated: when it was counted or told.

    For a count that goes on (a toll, "so far") without one, the report's day; else None.
    """
    as_of_span: Span | None = None
    incident: str | None = None
    """ISO day, month or year in which the counted happened, where the sentence gives one."""
    is_earlier: bool = False
    """Whether the report looks back at it: "up from 17", "had put the dead at four"."""
    is_running_total: bool = False
    """"so far", "since the war began", "has risen to": cumulative rather than one incident."""
    scope: Spans = ()
    """Place, period or group that restricts it."""


class Relation(StrEnum):
    """How two figures of one measure stand to each other."""

    AGREE = "agree"
    ROUNDED = "rounded"
    UPDATED = "updated"
    CONFLICT = "conflict"
    DIFFERENT_SOURCE = "different_source"
    DIFFERENT_SCOPE = "different_scope"


class FigureRelation(Value, frozen=True, kw_only=True):
    """Two figures of one measure and how they stand to each other."""

    a: str
    b: str
    relation: Relation
    reason: str
    """In words: "about 37,500 is 37,548 rounded to hundreds"."""


class Measure(Value, frozen=True, kw_only=True):
    """One thing counted, over all reports."""

    id: str
    what: str
    """In words: "houses flooded in the valley"."""
    unit: str | None = None
    figures: tuple[str, ...]
    """Ids, by publication date, then report, then position."""
    relations: tuple[FigureRelation, ...] = ()
    judgement: Judgement = Judgement.YES
    evidence: tuple[Evidence, ...] = ()
