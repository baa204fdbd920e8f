"""Who is meant, within and across reports."""

from whence.model.base import Value
from whence.model.evidence import Evidence, Judgement
from whence.model.source import Anonymity, MentionKind, UnnamedType


class Entity(Value, frozen=True, kw_only=True):
    """A person, body, document or group over all reports.

    Unnamed sources of two reports are two entities, always; ``possibly`` may name the other.
    """

    id: str
    name: str
    """The fullest name any report gives; for an unnamed source its report's own description."""
    kind: MentionKind
    aliases: tuple[str, ...] = ()
    anonymity: Anonymity = Anonymity.NAMED
    unnamed_type: UnnamedType | None = None
    roles: tuple[str, ...] = ()
    body: str | None = None
    """Id of the organisation it speaks for: a spokesman's ministry. One body, one voice."""
    members: tuple[str, ...] = ()
    """Ids of those who speak together in it ("Orr and Lind said"), in order of naming.

    Each of them is a voice; what they say together is one utterance.
    """
    mentions: tuple[str, ...] = ()
    """Ids of mentions, over all reports."""
    reports: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    """Why its mentions were joined."""


class PossibleLink(Value, frozen=True, kw_only=True):
    """Two entities that may be one; never merged on doubt."""

    a: str
    b: str
    judgement: Judgement
    evidence: tuple[Evidence, ...]


class Resolution(Value, frozen=True, kw_only=True):
    """Who is who in a story."""

    entities: tuple[Entity, ...] = ()
    speakers: dict[str, str] = {}
    """Attribution id → entity id. An attribution whose speaker is not decided is missing here."""
    mention_entities: dict[str, str] = {}
    """Mention id → entity id."""
    outlets: dict[str, str] = {}
    """Report id → entity id of its outlet."""
    possible: tuple[PossibleLink, ...] = ()
