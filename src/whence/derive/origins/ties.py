"""What makes two known hearings of one voice one origin."""

from collections import defaultdict
from collections.abc import Iterator

from whence.derive.material import Material
from whence.derive.origins.types import Copies, Hearing
from whence.model import Value


class OneVoice(Value, frozen=True, kw_only=True):
    """The hearings of one statement and one voice, and what the rules look up."""

    material: Material
    hearings: tuple[Hearing, ...]
    same_words: dict[str, set[str]]
    """Attribution → those of other reports that give the same quoted words."""
    copies: Copies

    @property
    def known(self) -> list[Hearing]:
        """The hearings of which a report says where they were."""
        return [hearing for hearing in self.hearings if hearing.is_known]


class Tie(Value, frozen=True, kw_only=True):
    """Two hearings that are one origin, by their keys."""

    a: str
    b: str
    reason: str = ""
    """Why, in words; empty where it needs none."""


def find_ties(one: OneVoice) -> Iterator[Tie]:
    """What joins known hearings, the surest first. Hearings of one key are one without a tie."""
    yield from _versions(one)
    yield from _relays(one)
    yield from _equal_words(one)
    yield from _public(one)
    yield from _reported(one)
    yield from _inherited(one)


def _versions(one: OneVoice) -> Iterator[Tie]:
    """One text has one hearing, whoever prints it: "told us" in a copy is the first outlet's."""
    by_report: dict[str, list[Hearing]] = defaultdict(list)
    for hearing in one.hearings:
        by_report[hearing.report].append(hearing)
    for report in sorted(by_report):
        for other in sorted(one.copies.versions.get(report, frozenset())):
            if other <= report or other not in by_report:
                continue
            for mine in by_report[report]:
                for theirs in by_report[other]:
                    if mine.place_words == theirs.place_words:
                        yield Tie(a=mine.key, b=theirs.key)


def _relays(one: OneVoice) -> Iterator[Tie]:
    """An outlet that is named as hearer and whose own report names another took it from there."""
    by_outlet: dict[str, list[Hearing]] = defaultdict(list)
    for hearing in one.hearings:
        outlet = one.material.by_id[hearing.report].outlet
        if outlet:
            by_outlet[one.material.outlets.key_of(outlet)].append(hearing)
    for hearing in one.hearings:
        if hearing.hearer is None or hearing.is_own:
            continue
        for own in by_outlet.get(hearing.hearer, []):
            if own.report != hearing.report and own.key != hearing.key:
                name = one.material.outlet_name(hearing.hearer)
                reason = f"{name}, which is credited, has it from elsewhere itself"
                plain = not own.is_known or own.is_own
                yield Tie(a=own.key, b=hearing.key, reason="" if plain else reason)


def _equal_words(one: OneVoice) -> Iterator[Tie]:
    """Equal quoted words are one utterance, unless two outlets each claim the hearing."""
    known = one.known
    for index, first in enumerate(known):
        partners = one.same_words.get(first.attribution, set())
        for second in known[index + 1 :]:
            if second.attribution not in partners or first.key == second.key:
                continue
            if first.is_own and second.is_own and not (first.is_public or second.is_public):
                continue
            reason = "the words are the same in both, so one utterance lies under them"
            yield Tie(a=first.key, b=second.key, reason=reason)


def _public(one: OneVoice) -> Iterator[Tie]:
    """One voice that says one thing in public says it once, whichever setting a report names."""
    public = [h for h in one.hearings if h.is_public]
    for hearing in public[1:]:
        yield Tie(a=public[0].key, b=hearing.key)


def _reported(one: OneVoice) -> Iterator[Tie]:
    """What an outlet only "reported" claims no hearing: it stands with the best that is known."""
    reported = [h for h in one.hearings if h.hearer is not None and not h.is_heard and not h.is_own]
    public = [h for h in one.hearings if h.is_public]
    first = public or reported
    for hearing in reported:
        reason = "what was said in public may be all that was reported" if public else ""
        yield Tie(a=first[0].key, b=hearing.key, reason=reason)


def _inherited(one: OneVoice) -> Iterator[Tie]:
    """What is established elsewhere in a report says little: it gives way to a plain word.

    Not to an outlet's own talk with the voice, which is no reason to doubt where another heard it.
    """
    plain = [h for h in one.known if not h.inherited]
    shared = [h for h in plain if h.is_public or not h.is_own]
    firm = {h.key for h in plain} | {h.key for h in one.hearings if h.is_own and not h.is_public}
    for hearing in one.known:
        if shared and hearing.key not in firm:
            yield Tie(a=shared[0].key, b=hearing.key)
