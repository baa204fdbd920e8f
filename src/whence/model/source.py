"""Who is cited, as one report names them, and who passed the words on."""

from enum import StrEnum

from whence.model.base import Value
from whence.model.span import Span, Spans


class Anonymity(StrEnum):
    """Whether the report says who its source is."""

    NAMED = "named"
    PSEUDONYM = "pseudonym"
    UNNAMED = "unnamed"


class UnnamedType(StrEnum):
    """What a report says of a source it does not name."""

    OFFICIAL = "official"
    WITNESS = "witness"
    FAMILIAR = "familiar"
    """"a person familiar with the matter", "sources close to"."""
    DOCUMENT = "document"
    PASSIVE = "passive"
    """"reportedly", "it is said": nobody at all."""
    GROUP = "group"
    """"experts", "critics", "residents"."""
    OTHER = "other"


class SourceNaming(Value, frozen=True, kw_only=True):
    """How a report names the source of an attribution."""

    anonymity: Anonymity
    unnamed_type: UnnamedType | None = None
    reason: Spans = ()
    """The report's stated reason for not naming."""


class CarrierRole(StrEnum):
    """How a carrier stands between speaker and report."""

    TOLD = "told"
    """The speaker addressed it: "told the BBC", "in a statement to AFP"."""
    REPORTED = "reported"
    """It reported the words: "…, Reuters reported"; also the outer speaker of a nested one."""
    CITED = "cited"
    """It cited the source: "Reuters, citing two officials"."""
    OBTAINED = "obtained"
    """It has the document: "according to documents obtained by The Times"."""
    PAPER = "paper"
    """A third party's document that quotes the words."""


class Carrier(Value, frozen=True, kw_only=True):
    """Who passed words on between speaker and outlet."""

    name: str
    """As the report names it, without article or title: ``BBC``."""
    spans: Spans
    role: CarrierRole
    inherited: bool = False
    """True when established elsewhere in the report ("the woman, who spoke to X …")."""
    is_self: bool = False
    """True when the report names its own outlet as hearer."""


class MentionKind(StrEnum):
    """What sort of thing a mention names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    DOCUMENT = "document"
    GROUP = "group"
    OUTLET = "outlet"
    UNKNOWN = "unknown"


class MentionForm(StrEnum):
    """By what sort of words a mention names its thing."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class Mention(Value, frozen=True, kw_only=True):
    """Words in one report that name a person, body, place, document or group."""

    id: str
    report: str
    span: Span
    kind: MentionKind
    form: MentionForm
    head: Span | None = None
    """The name itself inside the mention: ``Ilse Brand`` in ``chief executive Ilse Brand``."""
    role: Spans = ()
    """What the report says the person is: ``chief executive``, ``a retired teacher``."""
    affiliation: Span | None = None
    """The body it speaks for: ``the ministry`` in ``a spokesman for the ministry``."""
    antecedent: Span | None = None
    """What a pronoun stands for, as the extractor sees it; one piece of evidence among others."""
    antecedent_score: float = 0.0
    """How sure the extractor is of the antecedent, 0 to 1."""
    parts: Spans = ()
    """The words of each who speaks together in it: ``Orr`` and ``Lind`` in ``Orr and Lind``."""
