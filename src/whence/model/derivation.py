"""Who took what from whom, and on how many hearings each statement rests."""

from enum import StrEnum

from whence.model.base import Value
from whence.model.evidence import Evidence, Judgement, Place
from whence.model.statement import Member


class NodeKind(StrEnum):
    """What a node of the stemma is."""

    REPORT = "report"
    OUTLET = "outlet"
    """An outlet that is credited and has no report in the set."""
    AGENCY = "agency"
    DOCUMENT = "document"
    MISSING = "missing"
    """An inferred ancestor that nobody names."""
    HEARING = "hearing"
    """Interview, press conference, speech, post: where a voice was heard."""


class Node(Value, frozen=True, kw_only=True):
    """A node of the stemma."""

    id: str
    """The report's id for a report; otherwise made from kind and name."""
    kind: NodeKind
    name: str
    is_inferred: bool = False


class EdgeKind(StrEnum):
    """How matter passed from ``target`` to ``source`` of an edge."""

    CREDIT = "credit"
    """Said in words."""
    AGENCY = "agency"
    """Marked by dateline, byline or footer."""
    LINK = "link"
    REUSE = "reuse"
    """Near-verbatim words."""
    SHARED = "shared"
    """Both took from a common ancestor."""
    PHOTO = "photo"


class ReuseClass(StrEnum):
    """Where reused words came from (after Nicholls 2019)."""

    AGENCY = "agency"
    PRESS_RELEASE = "press release"
    OUTLET = "outlet"
    COMMON_SOURCE = "common source"
    INCIDENTAL = "incidental"


class Edge(Value, frozen=True, kw_only=True):
    """B took from A: ``report`` took from ``target``.

    ``direction`` says whether the evidence decides who took from whom: yes, no (it is the other
    way round, kept for the reader), or unsure: then the edge reads as "one of the two".
    """

    id: str
    report: str
    """Id of the report that took."""
    target: str
    """Node id of what it took from."""
    kind: EdgeKind
    direction: Judgement
    score: float
    evidence: tuple[Evidence, ...]
    reuse_class: ReuseClass | None = None
    is_borne_out: bool | None = None
    """For a credit to a report in the set: whether that report carries what it is credited with."""


class Contribution(StrEnum):
    """What a report adds of its own."""

    ORIGINAL = "original"
    PARTLY = "partly"
    RELAY = "relay"
    COPY = "copy"
    UNKNOWN = "unknown"


class Originality(Value, frozen=True, kw_only=True):
    """Whose words a report is made of, as shares of its body's characters (they sum to 1)."""

    report: str
    own: float
    credited: float
    uncredited: float
    contribution: Contribution
    reason: str
    places: tuple[Place, ...] = ()


class OriginKind(StrEnum):
    """What sort of hearing an origin is."""

    INTERVIEW = "interview"
    PRESS_CONFERENCE = "press conference"
    SPEECH = "speech"
    RELEASE = "release"
    """Press release or written statement."""
    DOCUMENT = "document"
    POST = "post"
    OBSERVATION = "observation"
    """The outlet saw it itself."""
    UNKNOWN = "unknown"


class Origin(Value, frozen=True, kw_only=True):
    """One distinct hearing at the root of a statement."""

    id: str
    kind: OriginKind
    label: str
    """In words: "an interview with the BBC"."""
    voice: str | None
    """Entity id of who was heard; None when nobody says."""
    heard_by: tuple[str, ...]
    """Node ids of the witnesses: reports, outlets or agencies that heard it themselves."""
    reports: tuple[str, ...]
    """Reports that carry it, witnesses and relays."""
    document: str | None = None
    """Node id of the document or the release of the set that it is, if it is one."""
    judgement: Judgement
    """Whether it is a separate origin: unsure where it may be another's copy."""
    evidence: tuple[Evidence, ...] = ()


class RelayStatus(StrEnum):
    """How a relay treats the one it took from."""

    CREDITED = "credited"
    UNCREDITED = "uncredited"
    SHARES_WORDS = "shares words"


class Relay(Value, frozen=True, kw_only=True):
    """A report that repeats what another heard."""

    report: str
    origin: str
    status: RelayStatus
    reason: str


class Basis(Value, frozen=True, kw_only=True):
    """On what one statement (or figure) rests: voices, witnesses, relays, origins."""

    subject: str
    """Id of the statement or measure."""
    voices: tuple[str, ...]
    """Entity ids, one for each independent speaker or document."""
    witnesses: tuple[str, ...]
    """Node ids of outlets that heard a voice themselves."""
    relays: tuple[Relay, ...]
    origins: tuple[Origin, ...]
    count: int
    """Number of origins that Whence puts first."""
    count_low: int
    """Fewest origins the evidence allows."""
    count_high: int
    """Most origins the evidence allows."""
    figures: tuple[str, ...] = ()
    """For a measure's reading: the figure ids that share it."""
    support: tuple[Member, ...] = ()
    """Members of other statements that say the same in other words; counted with its own."""
    reasons: tuple[str, ...] = ()
    """The derivation of the count in words that a reader can check."""
    would_settle: str = ""
    """What would decide an undecided count."""
    weakest_link: Evidence | None = None


class CheckKind(StrEnum):
    """Sourcing checks after agencies' and broadcasters' guidelines: no verdict."""

    SINGLE_ORIGIN = "single-origin"
    ANONYMOUS_NO_REASON = "anonymous-no-reason"
    PLURAL_SOURCES = "plural-sources"
    FIGURE_NO_COUNTER = "figure-no-counter"
    NO_ATTRIBUTION = "no-attribution"
    HEADLINE_BEYOND_BODY = "headline-beyond-body"
    CIRCULAR = "circular"
    CREDIT_NOT_BORNE_OUT = "credit-not-borne-out"


class Check(Value, frozen=True, kw_only=True):
    """One sourcing check that speaks."""

    kind: CheckKind
    rule: str
    """The guideline in our words, with where it stands."""
    message: str
    places: tuple[Place, ...] = ()
    subject: str | None = None


class Cycle(Value, frozen=True, kw_only=True):
    """Reports that in the end take from themselves, or from their own outlet.

    A circle begins with its smallest node; a way back to an outlet ends with its earlier report.
    """

    nodes: tuple[str, ...]
    edges: tuple[str, ...]
    reason: str
    is_alarm: bool = True
    """Whether the credits are for one matter, so that nobody stands at the root of it."""


class Descent(Value, frozen=True, kw_only=True):
    """What deriving gives: the stemma, the counts, the checks."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    cycles: tuple[Cycle, ...] = ()
    originality: tuple[Originality, ...] = ()
    bases: tuple[Basis, ...] = ()
    checks: tuple[Check, ...] = ()
    version_groups: tuple[tuple[str, ...], ...] = ()
    """Report ids that carry one text: each group is one version."""
