"""The chain under construction: the mentions of one report that name one thing."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator

from whence.lexicon.people import Gender
from whence.model import Evidence, MentionForm, MentionKind, Place, Span
from whence.resolve.names import PersonName
from whence.resolve.references import Reference


class Chain:
    """Mentions of one report that are taken for one person, body or group.

    Only the builders of this package change it; what leaves the stage is frozen.
    """

    def __init__(self, number: int, first: Reference) -> None:
        self.number = number
        self.members: list[Reference] = []
        """In the order in which they were joined: names before the rest."""
        self.in_text: list[Reference] = []
        """The same in order of text."""
        self.evidence: list[Evidence] = []
        self.gender: Gender | None = None
        self.roles: dict[str, str] = {}
        self.ages: set[str] = set()
        self.party = ""
        """State and party given beside its name: ``ariz republican``."""
        self.heads: dict[str, Reference] = {}
        """Every different name as it stands, with its first member."""
        self.described: dict[str, Reference] = {}
        """Every different description, folded, with its first member."""
        self.names: tuple[PersonName, ...] = ()
        """The different personal names, longest first."""
        self.named = 0
        """How many members are names."""
        self.kind = MentionKind.UNKNOWN
        """What most members say it is; names count more than descriptions."""
        self._votes: Counter[MentionKind] = Counter()
        self.add(first)

    def add(self, reference: Reference, evidence: Evidence | None = None) -> None:
        """Takes a mention in, with the reason for it."""
        self.members.append(reference)
        insort(self.in_text, reference, key=_place)
        if evidence is not None:
            self.evidence.append(evidence)
        self._take_gender(reference)
        self._take_kind(reference)
        for role in reference.roles:
            self.roles.setdefault(role, reference.surface)
        if reference.party:
            self.party = reference.party
            self.roles[reference.party.split()[-1]] = reference.party
        if reference.age:
            self.ages.add(reference.age)
        if reference.is_name:
            self.named += 1
            self.heads.setdefault(reference.head, reference)
        elif reference.mention.form is MentionForm.DESCRIPTION:
            self.described.setdefault(reference.key, reference)
        if reference.name is not None and reference.name not in self.names:
            names = (*self.names, reference.name)
            self.names = tuple(sorted(names, key=lambda name: (-len(name.tokens), name.tokens)))

    def _take_gender(self, reference: Reference) -> None:
        is_known = self.gender in (Gender.WOMAN, Gender.MAN)
        if reference.gender in (Gender.WOMAN, Gender.MAN):
            # A title or role noun decides over a given name.
            if reference.has_told_gender or not is_known:
                self.gender = reference.gender
        elif reference.wants_woman or reference.wants_man:
            if not is_known:
                self.gender = Gender.WOMAN if reference.wants_woman else Gender.MAN
        elif self.gender is None:
            self.gender = reference.gender

    def _take_kind(self, reference: Reference) -> None:
        if reference.kind is not MentionKind.UNKNOWN:
            self._votes[reference.kind] += 3 if reference.is_name else 1
        if self._votes:
            votes = self._votes
            self.kind = max(votes, key=lambda kind: (votes[kind], kind))
        elif reference.wants_woman or reference.wants_man:
            self.kind = MentionKind.PERSON

    @property
    def name_members(self) -> Iterator[Reference]:
        """Its members that are names."""
        return (m for m in self.members if m.is_name)

    @property
    def sure_gender(self) -> Gender | None:
        """Its gender, where more tells of it than one word that may be a given name ("Kelly")."""
        told = any(
            m.has_told_gender or m.wants_woman or m.wants_man or (m.name and m.name.is_full)
            for m in self.members
        )
        return self.gender if told else None

    @property
    def has_name(self) -> bool:
        """Whether any member is a name."""
        return self.named > 0

    @property
    def is_plural(self) -> bool:
        """Whether it stands for several people."""
        return self.kind is MentionKind.GROUP

    def last_before(self, position: int) -> Reference | None:
        """Its member that ends nearest before a character."""
        index = bisect_right(self.in_text, position, key=_start)
        for member in reversed(self.in_text[max(0, index - 4) : index]):
            if member.span.end <= position:
                return member
        return None

    def count_between(self, start: int, end: int) -> int:
        """How many members begin in a stretch of the text."""
        low = bisect_left(self.in_text, start, key=_start)
        return bisect_left(self.in_text, end, key=_start) - low

    def first_after(self, position: int) -> Reference | None:
        """Its first member that begins behind a character."""
        index = bisect_right(self.in_text, position, key=_start)
        return self.in_text[index] if index < len(self.in_text) else None


def _place(reference: Reference) -> Span:
    return reference.span


def _start(reference: Reference) -> int:
    return reference.span.start


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
    return next((m for m in chain.in_text if m.is_name), chain.in_text[0])
