"""Who is who inside one report: names, then descriptions and pronouns in order of text."""

from bisect import bisect_left
from collections import deque
from typing import Final

from whence.lexicon.people import HEARSAY_PRONOUNS, PERSON_NOUNS
from whence.model import (
    Attribution,
    Evidence,
    Extraction,
    MentionForm,
    MentionKind,
    Report,
    Span,
    Value,
    hull,
)
from whence.resolve.ahead import named_ahead, named_in_quoting
from whence.resolve.antecedents import pick_body
from whence.resolve.appositions import link_appositions, link_predicates
from whence.resolve.binding import Sayings, acts_on, follows_closely, is_nobody
from whence.resolve.chains import Chain, Chains
from whence.resolve.describing import pick_firm, score_description, takes_up
from whence.resolve.measures import Situation
from whence.resolve.naming import link_names
from whence.resolve.pronouns import (
    chances,
    fits,
    score_situation,
    slot_and_nearest,
)
from whence.resolve.references import Reference, read_layout, read_references
from whence.resolve.syntax import Slot, slot_of

_RECENT: Final = 40
_SURE: Final = 0.6
_MARGIN: Final = 0.1
_CHANCE: Final = 0.4
_CLEAR: Final = 0.15
_OWNERS: Final = frozenset(("his", "its", "their", "my", "our", "your"))
"""In a source these say whose somebody is; "her" may be she who speaks."""


class Doubt(Value, frozen=True, kw_only=True):
    """A link that the evidence leaves open: two mentions of a report that may be one."""

    mention: int
    other: int
    evidence: Evidence


class ReportWalk:
    """The state of reading one report from top to bottom: which chains were named last."""

    def __init__(self, report: Report, extraction: Extraction) -> None:
        self.layout = read_layout(report, extraction)
        self.references = read_references(self.layout, extraction)
        self.index_of = {reference.span: reference.index for reference in self.references}
        self.chains = Chains(report.id)
        self.doubts: list[Doubt] = []
        self.recent: deque[Chain] = deque(maxlen=_RECENT)
        self.spoken = _spoken(extraction)
        self.sayings = Sayings(report.text, extraction)
        self.last_speaker: Chain | None = None
        self.counts: dict[int, int] = {}
        self._slots: dict[int, Slot] = {}
        self._openers: dict[int, Chain] = {}

    def run(self) -> None:
        """Links everything that can be linked."""
        self.prepare()
        for reference in self.references:
            self.visit(reference)

    def prepare(self) -> None:
        """Links the names, wherever they stand, and the descriptions beside them."""
        link_names(self.layout, self.references, self.chains)
        link_appositions(self.references, self.chains)
        link_predicates(self.layout.text, self.references, self.chains)

    def visit(self, reference: Reference) -> None:
        """Links one description or pronoun to what was named before it."""
        if reference.index not in self.chains.of:
            if reference.mention.form is MentionForm.PRONOUN:
                self._link_pronoun(reference)
            else:
                self._link_description(reference)
        chain = self.chains.of.get(reference.index)
        if chain is None:
            return
        self.counts[chain.number] = self.counts.get(chain.number, 0) + 1
        if (
            reference.quotation < 0
            and chain.kind is not MentionKind.PLACE
            and not self._tells_whose(reference)
        ):
            self._openers.setdefault(reference.sentence, chain)
        if chain in self.recent:
            self.recent.remove(chain)
        self.recent.append(chain)
        if reference.span in self.spoken and not self.sayings.is_told_of(reference):
            self.last_speaker = chain

    def _link_description(self, reference: Reference) -> None:
        scored: list[tuple[float, str, Chain]] = []
        firm = pick_firm(reference, self.recent)
        owners = self._inside(reference)
        barred = owners | self.sayings.barred(reference, self.references, self.chains)
        for chain in self.recent:
            if chain.number in barred:
                continue
            score, reason = score_description(reference, chain)
            last = chain.last_before(reference.span.start)
            gap = reference.sentence - last.sentence if last is not None else 9
            if chain is self.last_speaker and gap <= 1 and takes_up(reference, chain):
                score, reason = max(score, 0.65), f"the {reference.noun} who spoke last"
            elif score > 0 and chain is firm:
                score, reason = max(score, 0.65), "the only firm named before"
            if score > 0:
                score += 0.1 if gap <= 2 else 0.0 if gap <= 8 else -0.1
                scored.append((score, reason, chain))
        scored.sort(key=lambda item: (-item[0], item[2].number))
        if _is_close(scored):
            scored = [item for item in scored if not _is_in_headline(item[2])] or scored
        if scored and scored[0][0] >= _SURE and not _is_close(scored):
            score, reason, chain = scored[0]
            self.chains.join(reference, chain, "description", min(1.0, score), reason)
            return
        ahead = named_ahead(reference, self.references, self.chains, owners) or named_in_quoting(
            reference, self.references, self.chains, self.layout
        )
        if ahead is not None:
            chain, score, reason = ahead
            self.chains.join(reference, chain, "named-later", score, reason)
            return
        shorter = self._cut_short(reference)
        if shorter is not None:
            chain, reason = self.chains.of[shorter.index], f'"{shorter.surface}" begins it'
            self.chains.join(reference, chain, "description", 0.95, reason)
            return
        self.chains.start(reference)
        for score, reason, chain in scored[:2]:
            if score >= 0.45:
                self._doubt(reference, chain, "description", min(score, 0.6), reason)

    def _cut_short(self, reference: Reference) -> Reference | None:
        """The same description with fewer words: "A clerk" of "A clerk of the court"."""
        before = self.references[max(0, reference.index - 2) : reference.index]
        return next(
            (
                other
                for other in reversed(before)
                if other.span.start == reference.span.start
                and other.noun == reference.noun
                and other.kind is reference.kind
                and other.index in self.chains.of
            ),
            None,
        )

    def _inside(self, reference: Reference) -> set[int]:
        """The chains named inside a description: "his lawyer" is not he."""
        found: set[int] = set()
        for step in (-1, 1):
            index = reference.index + step
            while 0 <= index < len(self.references):
                other = self.references[index]
                if not other.span.overlaps(reference.span):
                    break
                if reference.span.covers(other.span) and index in self.chains.of:
                    found.add(self.chains.of[index].number)
                index += step
        return found

    def _tells_whose(self, name: Reference) -> bool:
        """Whether a name stands in the description of somebody else: "Brand's sister"."""
        following = self.references[name.index + 1 : name.index + 2]
        return any(
            other.is_person
            and not other.is_name
            and other.span.covers(name.span)
            and self.chains.of.get(other.index) is not self.chains.of.get(name.index)
            for other in (*self.references[max(0, name.index - 1) : name.index], *following)
        )

    def _link_pronoun(self, reference: Reference) -> None:
        if reference.pronoun in HEARSAY_PRONOUNS:
            self._link_hearsay(reference)
            return
        if reference.is_first_person or not (
            reference.wants_woman or reference.wants_man or reference.is_they or reference.is_it
        ):
            return
        if self._goes_on(reference):
            return
        body = pick_body(
            reference,
            self.last_speaker,
            references=self.references,
            chains=self.chains,
            sayings=self.sayings,
        )
        if body is not None:
            chain, score, reason = body
            self.chains.join(reference, chain, "body", score, reason)
            return
        situations = self.situations(reference)
        shares = chances([score_situation(s) for s in situations])
        ranked = sorted(
            zip(shares, situations, strict=True), key=lambda pair: (-pair[0], pair[1].chain.number)
        )
        if not ranked:
            return
        share, best = ranked[0]
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        if share >= _CHANCE and share - second >= _CLEAR:
            reason = f'"{best.nearest.surface}" is likeliest for "{reference.surface}"'
            self.chains.join(reference, best.chain, "pronoun", share, reason)
        elif share >= 0.3:
            self.chains.start(reference)
            self._doubt(reference, best.chain, "pronoun", share, "not clear of the next likeliest")

    def _goes_on(self, reference: Reference) -> bool:
        """Links "She added" to whoever spoke last; whether it did."""
        chain = self.last_speaker
        if chain is None or not self.sayings.goes_on(reference) or not fits(reference, chain):
            return False
        if chain.number in self.sayings.barred(reference, self.references, self.chains):
            return False
        if not follows_closely(reference, chain):
            return False
        reason = f'"{reference.surface}" goes on with what "{chain.members[0].surface}" said'
        self.chains.join(reference, chain, "goes-on", 0.85, reason)
        return True

    def _link_hearsay(self, reference: Reference) -> None:
        """Links "who" to the words before it, "one" and "both" to the people spoken of last."""
        if reference.pronoun in ("who", "whom", "which", "that"):
            self._link_relative(reference)
            return
        for chain in reversed(self.recent):
            last = chain.last_before(reference.span.start)
            near = last is not None and reference.sentence - last.sentence <= 2
            if (
                near
                and chain.is_plural
                and any(m.noun in PERSON_NOUNS for m in chain.described.values())
            ):
                reason = f'"{reference.surface}" of "{chain.members[0].surface}"'
                self.chains.join(reference, chain, "hearsay", 0.65, reason)
                return

    def _link_relative(self, reference: Reference) -> None:
        """Links "who" to the words before it: of "a clerk of the council, who" to the clerk."""
        beside: list[Reference] = []
        for before in reversed(self.references[max(0, reference.index - 4) : reference.index]):
            gap = self.layout.text[before.span.end : reference.span.start]
            if before.index in self.chains.of and 0 < len(gap) <= 3 and not before.pronoun:
                beside.append(before)
        people = [before for before in beside if before.kind is not MentionKind.ORGANISATION]
        if reference.pronoun in ("who", "whom") and people:
            beside = people[-1:]
        if beside:
            reason = f'"{reference.surface}" follows "{beside[0].surface}"'
            chain = self.chains.of[beside[0].index]
            self.chains.join(reference, chain, "relative", 0.9, reason)

    def situations(self, pronoun: Reference) -> list[Situation]:
        """A pronoun against every chain near it that gender, number and kind allow."""
        own = self.slot(pronoun)
        near = [*self.recent, *self._coming(pronoun)]
        barred = self.sayings.barred(pronoun, self.references, self.chains)
        fitting = [
            chain
            for chain in near
            if chain.number not in barred
            and fits(pronoun, chain)
            and not is_nobody(self.layout.text, chain)
            and not acts_on(self.layout.text, pronoun, chain)
            and not (
                (pronoun.is_it or pronoun.is_they)
                and self.sayings.is_told(chain.last_before(pronoun.span.start))
            )
        ]
        most = max((self.counts.get(chain.number, 0) for chain in fitting), default=1)
        placed = []
        for chain in fitting:
            found = slot_and_nearest(self.slot, pronoun, chain)
            if found is not None and pronoun.sentence - found[0].sentence <= 8:
                placed.append((found[0].span.start, chain, found))
        placed.sort(key=lambda item: (-item[0], item[1].number))
        last_subject = next(
            (n for n, (_, _, (_, slot)) in enumerate(placed) if slot is Slot.SUBJECT), None
        )
        lately = self._start_of(pronoun.sentence - 1)
        return [
            Situation(
                layout=self.layout,
                pronoun=pronoun,
                slot=own,
                chain=chain,
                nearest=nearest,
                nearest_slot=nearest_slot,
                rank=rank,
                mentions=self.counts.get(chain.number, 0),
                most=most,
                recent=chain.count_between(lately, pronoun.span.start),
                is_last_subject=rank == last_subject,
                opened_before=self._openers.get(pronoun.sentence - 1) is chain,
                spoke_last=chain is self.last_speaker,
                tells_whose=self._tells_whose(nearest),
            )
            for rank, (_, chain, (nearest, nearest_slot)) in enumerate(placed)
        ]

    def _start_of(self, sentence: int) -> int:
        starts = self.layout.sentence_starts
        return starts[max(0, sentence)] if starts else 0

    def slot(self, reference: Reference) -> Slot:
        """The place of a mention in its clause, looked up once."""
        if reference.index not in self._slots:
            self._slots[reference.index] = slot_of(self.layout, reference)
        return self._slots[reference.index]

    def _coming(self, pronoun: Reference) -> list[Chain]:
        """The chains that the rest of the pronoun's sentence names for the first time."""
        found: list[Chain] = []
        for other in self.references[pronoun.index + 1 : pronoun.index + 12]:
            if other.sentence != pronoun.sentence:
                break
            chain = self.chains.of.get(other.index) if other.is_name else None
            if chain is not None and chain not in self.recent and chain not in found:
                found.append(chain)
        return found

    def _doubt(
        self, reference: Reference, chain: Chain, kind: str, score: float, reason: str
    ) -> None:
        other = chain.members[0]
        evidence = self.chains.evidence(kind, score, reason, (other, reference))
        self.doubts.append(Doubt(mention=reference.index, other=other.index, evidence=evidence))


def _is_close(scored: list[tuple[float, str, Chain]]) -> bool:
    """Whether the second best is too near the best to choose."""
    return len(scored) > 1 and scored[0][0] - scored[1][0] < _MARGIN


def _is_in_headline(chain: Chain) -> bool:
    """Whether only the opening words of a report speak of somebody, without a name."""
    return not chain.has_name and all(member.sentence == 0 for member in chain.members)


def _spoken(extraction: Extraction) -> frozenset[Span]:
    """The places of all sources."""
    return frozenset(hull(a.source) for a in extraction.attributions if a.source)


def resolve_report(report: Report, extraction: Extraction) -> ReportWalk:
    """The chains of one report, with the doubts that remain."""
    walk = ReportWalk(report, extraction)
    walk.run()
    return walk


def source_reference(walk: ReportWalk, attribution: Attribution) -> Reference | None:
    """The mention over an attribution's source."""
    if not attribution.source:
        return None
    span = hull(attribution.source)
    index = bisect_left(walk.references, span, key=lambda reference: reference.span)
    best: Reference | None = None
    for reference in walk.references[max(0, index - 3) : index + 6]:
        if reference.span == span:
            return reference
        is_owner = reference.surface.lower() in _OWNERS
        longer = best is None or len(reference.key) > len(best.key)
        if span.covers(reference.span) and longer and not is_owner:
            best = reference
    return best
