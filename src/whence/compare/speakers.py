"""Whether two attributions may be one speaker's."""

from enum import Enum

from whence.lexicon.people import COURTESY_TITLES, NAME_SUFFIXES, OFFICE_TITLES
from whence.model import Anonymity, Entity, Judgement, MentionKind, Resolution

_GENERIC = frozenset(
    "official officials source sources person people man woman men women member members local many "
    "some others group leader head witness witnesses resident residents worker workers employee "
    "spokesman spokeswoman spokesperson representative authority authorities police officer mr mrs "
    "ms he she they it one student students expert critic analyst report statement".split()
)
"""Roles that so many hold that they tell nobody apart."""


class Relation(Enum):
    """How two speakers stand to each other."""

    SAME = "same"
    LIKELY = "likely"
    """One of them is unnamed and holds the other's office: "the surgeon general"."""
    OPEN = "open"
    """Not decided: one of them is unresolved or unnamed."""
    DIFFERENT = "different"


NEAREST_FIRST = (Relation.SAME, Relation.LIKELY, Relation.OPEN, Relation.DIFFERENT)
"""Relations, from one speaker to two."""


class Speakers:
    """The speakers of a story and which of them may be one."""

    def __init__(self, resolution: Resolution) -> None:
        self._entities: dict[str, Entity] = {e.id: e for e in resolution.entities}
        self._known: dict[str, frozenset[str]] = {}
        self._voices_of: dict[str, frozenset[str]] = {}
        self._possible = {
            frozenset((link.a, link.b))
            for link in resolution.possible
            if link.judgement is not Judgement.NO
        }

    def relation(self, a: str | None, b: str | None) -> Relation:
        """How two speakers, given by entity id, stand to each other.

        A body and who speaks for it are one voice, and so are those who speak together and each
        of them. Unnamed sources are never known to be one, nor to be two.
        """
        if a is None or b is None:
            return Relation.OPEN
        if self._voices(a) & self._voices(b):
            return Relation.SAME
        if frozenset((a, b)) in self._possible or self._may_share_name(a, b):
            return Relation.LIKELY
        if self._is_outlet(a) != self._is_outlet(b):
            return Relation.OPEN
        if self._is_open(a) or self._is_open(b):
            return Relation.LIKELY if self._offices(a) & self._offices(b) else Relation.OPEN
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

    def _voices(self, speaker: str) -> frozenset[str]:
        """The voice of a speaker, and those of all who speak together in it."""
        if speaker not in self._voices_of:
            entity = self._entities.get(speaker)
            members = entity.members if entity else ()
            self._voices_of[speaker] = frozenset(map(self._voice, (speaker, *members)))
        return self._voices_of[speaker]

    def _voice(self, speaker: str) -> str:
        entity = self._entities.get(speaker)
        return entity.body if entity and entity.body else speaker

    def _full_names(self, speaker: str) -> frozenset[str]:
        """The names of two words or more that a named speaker goes by."""
        entity = self._entities.get(speaker)
        if entity is None or entity.anonymity is Anonymity.UNNAMED:
            return frozenset()
        names = (entity.name, *entity.aliases)
        return frozenset(name.casefold() for name in names if " " in name.strip())

    def _may_share_name(self, a: str, b: str) -> bool:
        """Whether both go by one full name, or one by the other's surname alone or with a title."""
        ours, theirs = self._full_names(a), self._full_names(b)
        return bool(
            ours & theirs
            or self._only_name(a) & {_last_name(name) for name in theirs}
            or self._only_name(b) & {_last_name(name) for name in ours}
        )

    def _only_name(self, speaker: str) -> frozenset[str]:
        """What is left of a person's name without titles, where that is one word."""
        entity = self._entities.get(speaker)
        if entity is None or entity.kind is not MentionKind.PERSON:
            return frozenset()
        if entity.anonymity is Anonymity.UNNAMED:
            return frozenset()
        words = [word.rstrip(".") for word in entity.name.casefold().split()]
        rest = [word for word in words if word not in COURTESY_TITLES | OFFICE_TITLES]
        return frozenset({_last_name(rest[0])}) if len(rest) == 1 else frozenset()

    def _offices(self, speaker: str) -> frozenset[str]:
        """What tells a speaker apart though it has no name: an office, not "an official"."""
        if speaker not in self._known:
            entity = self._entities.get(speaker)
            words = {role.lower() for role in entity.roles} if entity else set()
            if entity and entity.anonymity is Anonymity.UNNAMED:
                words.add(entity.name.lower())
            self._known[speaker] = frozenset(words - _GENERIC)
        return self._known[speaker]

    def _is_outlet(self, speaker: str) -> bool:
        """An outlet beside a person may be the one that carries the person's words."""
        entity = self._entities.get(speaker)
        return entity is not None and entity.kind is MentionKind.OUTLET

    def _is_open(self, speaker: str) -> bool:
        entity = self._entities.get(speaker)
        if entity is None:
            return False
        return entity.anonymity is Anonymity.UNNAMED or entity.kind is MentionKind.GROUP


def _last_name(name: str) -> str:
    """The last word of a folded name, without an Arabic article: "jabbouri" of "al-jabbouri"."""
    words = [word for word in name.split() if word.rstrip(".") not in NAME_SUFFIXES] or [name]
    return words[-1].removeprefix("al-").removeprefix("el-")
