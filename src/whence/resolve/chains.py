"""The chain under construction: the mentions of one report that name one thing."""

from collections import Counter
from collections.abc import Iterable, Iterator

from whence.lexicon.people import Gender
from whence.model import Evidence, MentionForm, MentionKind, Place
from whence.resolve.names import PersonName
from whence.resolve.references import Reference


class Chain:
    """Mentions of one report that are taken for one person, body or group.

    Only the builders of this package change it; what leaves the stage is frozen.
    """

    __slots__ = ("ages", "evidence", "gender", "members", "number", "roles")

    def __init__(self, number: int, first: Reference) -> None:
        self.number = number
        self.members: list[Reference] = []
        self.evidence: list[Evidence] = []
        self.gender: Gender | None = None
        self.roles: dict[str, str] = {}
        self.ages: set[str] = set()
        self.add(first)

    def add(self, reference: Reference, evidence: Evidence | None = None) -> None:
        """Takes a mention in, with the reason for it."""
        self.members.append(reference)
        if evidence is not None:
            self.evidence.append(evidence)
        if reference.gender in (Gender.WOMAN, Gender.MAN):
            self.gender = self._stronger(reference)
        elif reference.wants_woman or reference.wants_man:
            told = Gender.WOMAN if reference.wants_woman else Gender.MAN
            self.gender = self.gender if self.gender in (Gender.WOMAN, Gender.MAN) else told
        elif self.gender is None:
            self.gender = reference.gender
        for role in reference.roles:
            self.roles.setdefault(role, reference.surface)
        if reference.age:
            self.ages.add(reference.age)

    def _stronger(self, reference: Reference) -> Gender | None:
        """A title or role noun decides over a given name."""
        if reference.has_told_gender or self.gender not in (Gender.WOMAN, Gender.MAN):
            return reference.gender
        return self.gender

    @property
    def names(self) -> tuple[PersonName, ...]:
        """The different personal names of its members, longest first."""
        found = {m.name for m in self.members if m.name is not None}
        return tuple(sorted(found, key=lambda name: (-len(name.tokens), name.tokens)))

    @property
    def name_members(self) -> Iterator[Reference]:
        """Its members that are names."""
        return (m for m in self.members if m.mention.form is MentionForm.NAME)

    @property
    def has_name(self) -> bool:
        """Whether any member is a name."""
        return any(m.is_name for m in self.members)

    @property
    def kind(self) -> MentionKind:
        """What most of its members say it is; names count more than descriptions."""
        votes: Counter[MentionKind] = Counter()
        for m in self.members:
            if m.kind is not MentionKind.UNKNOWN:
                votes[m.kind] += 3 if m.is_name else 1
        if not votes:
            if any(m.wants_woman or m.wants_man for m in self.members):
                return MentionKind.PERSON
            return MentionKind.UNKNOWN
        return max(votes, key=lambda kind: (votes[kind], kind))

    @property
    def is_plural(self) -> bool:
        """Whether it stands for several people."""
        return self.kind is MentionKind.GROUP

    def last_before(self, position: int) -> Reference | None:
        """Its member that ends nearest before a character."""
        best = None
        for m in self.members:
            if m.span.end <= position and (best is None or m.span > best.span):
                best = m
        return best


class Chains:
    """All chains of one report, and which mention is in which."""

    def __init__(self, report: str) -> None:
        self.report = report
        self.of: dict[int, Chain] = {}
        self.tentative: dict[int, Chain] = {}
        """Chains of a bare surname with another office than the person so called, and that person.

        The other reports of the story decide whether they are one.
        """
        self._next = 0

    def start(self, reference: Reference) -> Chain:
        """A new chain of one mention."""
        chain = Chain(self._next, reference)
        self._next += 1
        self.of[reference.index] = chain
        return chain

    def join(
        self, reference: Reference, chain: Chain, kind: str, score: float, reason: str
    ) -> None:
        """Puts a mention that is in no chain yet into one, with the evidence."""
        anchor = chain.members[0]
        chain.add(reference, self.evidence(kind, score, reason, (anchor, reference)))
        self.of[reference.index] = chain

    def merge(self, a: Chain, b: Chain, kind: str, score: float, reason: str) -> Chain:
        """Makes two chains one; the one that began first takes the other in."""
        if a is b:
            return a
        keep, gone = (a, b) if a.members[0].index <= b.members[0].index else (b, a)
        keep.evidence.append(self.evidence(kind, score, reason, (keep.members[0], gone.members[0])))
        keep.evidence += gone.evidence
        for member in gone.members:
            keep.add(member)
            self.of[member.index] = keep
        return keep

    def evidence(
        self, kind: str, score: float, reason: str, members: Iterable[Reference]
    ) -> Evidence:
        """A reason with the characters of the mentions it joins."""
        places = tuple(Place(report=self.report, span=m.span) for m in members)
        return Evidence(kind=kind, score=round(score, 3), reason=reason, places=places)

    def __iter__(self) -> Iterator[Chain]:
        """The chains in order of their first mention."""
        seen: set[int] = set()
        for index in sorted(self.of):
            chain = self.of[index]
            if chain.number not in seen:
                seen.add(chain.number)
                yield chain


def first_name(chain: Chain) -> Reference:
    """The chain's first name, or its first mention where it has none."""
    return next(chain.name_members, chain.members[0])
