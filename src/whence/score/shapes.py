"""The shapes that are scored: gold of a story, and what a system says about it.

Both follow the exchange format `whence-eval/1`. Offsets count Unicode code points in the
text of a report, end exclusive. Unknown keys are ignored, so gold may carry notes.
"""

import msgspec

Pieces = tuple[tuple[int, int], ...]


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """Something that lies at known characters of one report."""

    report: str
    spans: Pieces = ()
    start: int = 0
    end: int = 0

    def cells(self) -> frozenset[int]:
        """The characters covered, as a set of offsets."""
        pieces = self.spans or ((self.start, self.end),)
        return frozenset(place for first, last in pieces for place in range(first, last))


class GoldReport(msgspec.Struct, frozen=True, kw_only=True):
    """One report of a gold story."""

    id: str
    file: str = ""
    outlet: str | None = None
    date: str | None = None
    contribution: str | None = None


class GoldSpeaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who is cited, with every name that counts as right."""

    name: str
    aliases: tuple[str, ...] = ()
    type: str = "person"
    named: bool = True
    pseudonym: bool = False


class GoldStatement(Placed, frozen=True, kw_only=True):
    """One attribution of a report as a person marked it."""

    id: str
    speaker: str
    kind: str
    source_text: str | None = None
    carriers: tuple[str, ...] = ()
    carriers_inherited: tuple[str, ...] = ()
    modality: str = "assert"
    optional: bool = False
    speaker_alt: tuple[str, ...] = ()


class NotStatement(Placed, frozen=True, kw_only=True):
    """A trap: characters that must not be taken for a statement."""

    why: str = ""


class Member(Placed, frozen=True, kw_only=True):
    """One wording of an utterance. `variation` is None where the system gives none."""

    variation: tuple[str, ...] | None = None


class QuoteGroup(msgspec.Struct, frozen=True, kw_only=True):
    """The wordings of one utterance; gold also says which passage the unit belongs to."""

    members: tuple[Member, ...]
    id: str = ""
    passage: str = ""
    type: str = "quote"


class Figure(Placed, frozen=True, kw_only=True):
    """A number with its bounds, its unit and who counts."""

    id: str | None = None
    low: float | None = None
    high: float | msgspec.UnsetType | None = msgspec.UNSET
    unit: str | None = None
    source: str | None = None
    qualifier: str | None = None
    as_of: str | None = None

    @property
    def top(self) -> float | None:
        """The upper bound; the lower one where no upper one is given."""
        return self.low if self.high is msgspec.UNSET else self.high


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """How two figures of one measure stand to each other."""

    a: str
    b: str
    relation: str


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """Figures that measure the same thing."""

    figures: tuple[str, ...]
    relations: tuple[Relation, ...] = ()
    id: str = ""


class Date(Placed, frozen=True, kw_only=True):
    """A time expression with its normal form."""

    norm: str | None = None


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """A report took something from a target: an outlet, an agency, a document, a report."""

    report: str = msgspec.field(name="from")
    target: str = msgspec.field(name="to")
    type: str = "credit"
    optional: bool = False


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """A statement or figure with the number of hearings it rests on."""

    members: tuple[Placed, ...]
    n_independent: int | None = None
    n_acceptable: tuple[int, ...] = ()
    id: str = ""
    claim: str = ""


class Complete(msgspec.Struct, frozen=True, kw_only=True):
    """Of which sorts gold lists everything, so that more from a system is a false alarm."""

    direct: bool = False
    indirect: bool = False
    figures: bool = False


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a person marked in one story."""

    story: str
    reports: tuple[GoldReport, ...]
    kind: str = "invented"
    complete: Complete = Complete()
    speakers: dict[str, GoldSpeaker] = {}
    carrier_aliases: dict[str, tuple[str, ...]] = {}
    statements: tuple[GoldStatement, ...] = ()
    not_statements: tuple[NotStatement, ...] = ()
    quote_groups: tuple[QuoteGroup, ...] = ()
    figures: tuple[Figure, ...] = ()
    measures: tuple[Measure, ...] = ()
    dates: tuple[Date, ...] = ()
    derivations: tuple[Edge, ...] = ()
    origins: tuple[Origin, ...] = ()


class SystemStatement(Placed, frozen=True, kw_only=True):
    """One attribution as a system gives it."""

    id: str = ""
    speaker: str | None = None
    kind: str | None = None
    carriers: tuple[str, ...] = ()
    modality: str | None = None


class SystemReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a report adds of its own, as a system sees it."""

    id: str
    contribution: str | None = None


class Output(msgspec.Struct, frozen=True, kw_only=True):
    """What a system says about one story; a missing part is scored as empty."""

    story: str = ""
    statements: tuple[SystemStatement, ...] = ()
    quote_groups: tuple[QuoteGroup, ...] = ()
    figures: tuple[Figure, ...] = ()
    measures: tuple[Measure, ...] = ()
    dates: tuple[Date, ...] = ()
    derivations: tuple[Edge, ...] = ()
    origins: tuple[Origin, ...] = ()
    reports: tuple[SystemReport, ...] = ()
