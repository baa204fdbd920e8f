"""Whether two attributions may be one speaker's."""

from enum import Enum

from whence.model import Anonymity, Entity, Judgement, MentionKind, Resolution


class Relation(Enum):
    """How two speakers stand to each other."""

    SAME = "same"
    OPEN = "open"
    """Not decided: one of them is unresolved or unnamed."""
    DIFFERENT = "different"


class Speakers:
    """The speakers of a story and which of them may be one."""

    def __init__(self, resolution: Resolution) -> None:
        self._entities: dict[str, Entity] = {e.id: e for e in resolution.entities}
        self._possible = {
            frozenset((link.a, link.b))
            for link in resolution.possible
            if link.judgement is not Judgement.NO
        }

    def relation(self, a: str | None, b: str | None) -> Relation:
        """How two speakers, given by entity id, stand to each other.

        A body and who speaks for it are one voice. Unnamed sources are never known to be one,
        nor to be two.
        """
        if a is None or b is None:
            return Relation.OPEN
        if a == b or self._voice(a) == self._voice(b):
            return Relation.SAME
        if self._is_open(a) or self._is_open(b) or frozenset((a, b)) in self._possible:
            return Relation.OPEN
        return Relation.DIFFERENT

    def voice(self, speaker: str | None) -> str | None:
        """The body a speaker speaks for, or the speaker itself."""
        return None if speaker is None else self._voice(speaker)

    def is_named(self, speaker: str | None) -> bool:
        """Whether the speaker is decided and has a name."""
        return speaker is not None and not self._is_open(speaker)

    def name(self, speaker: str | None) -> str:
        """The speaker's name; "somebody" while undecided."""
        entity = self._entities.get(speaker or "")
        return entity.name if entity else "somebody"

    def _voice(self, speaker: str) -> str:
        entity = self._entities.get(speaker)
        return entity.body if entity and entity.body else speaker

    def _is_open(self, speaker: str) -> bool:
        entity = self._entities.get(speaker)
        if entity is None:
            return False
        return entity.anonymity is Anonymity.UNNAMED or entity.kind is MentionKind.GROUP
