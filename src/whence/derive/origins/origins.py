"""Hearings of one statement, put together until each group is one origin."""

from collections import Counter, defaultdict
from collections.abc import Callable

from whence.derive.material import Material
from whence.derive.origins.hearings import Hearing
from whence.derive.origins.silences import stands_alone
from whence.derive.origins.voices import is_apart, is_firm, is_same_voice
from whence.model import Member, Value

_Join = Callable[[str, str, str], None]
_Find = Callable[[str], str]


class Copies(Value, frozen=True, kw_only=True):
    """Which reports share a text with which."""

    near_verbatim: dict[str, frozenset[str]]
    """Report → reports that share near-verbatim words with it, whoever took from whom."""

    versions: dict[str, frozenset[str]] = {}
    """Report → reports that are the same text."""

    def is_version(self, a: str, b: str) -> bool:
        """Whether two reports are one text."""
        return a == b or b in self.versions.get(a, frozenset())

    def share(self, a: str, b: str) -> bool:
        """Whether two reports are one text, in whole or in long parts."""
        return a == b or b in self.near_verbatim.get(a, frozenset())


class Subject(Value, frozen=True, kw_only=True):
    """What a basis is asked for: a statement, or the figures of one measure that agree."""

    id: str
    hearings: tuple[Hearing, ...]
    support: tuple[Member, ...] = ()
    """Members of other statements that say the same."""
    likeness: tuple[str, ...] = ()
    """For each of these in words why it says the same."""
    figures: tuple[str, ...] = ()


class OriginGroup(Value, frozen=True, kw_only=True):
    """The hearings that rest on one origin."""

    keys: tuple[str, ...]
    """Names of the hearings put together here, voice included; equal over the whole story."""
    voice: str | None
    hearings: tuple[Hearing, ...]
    """Those of the reports, in order of report."""
    root: Hearing
    """The hearing that all of them go back to, as far as anything says."""
    merged: tuple[str, ...] = ()
    """Why hearings that name different hearers are held to be one."""
    loose: int = 0
    """Hearings in it that could be separate ones: they would raise the count."""


class _Pool(Value, frozen=True, kw_only=True):
    """The hearings of one voice and what the rules look up."""

    material: Material
    hearings: tuple[Hearing, ...]
    same_words: dict[str, set[str]]
    copies: Copies


def group_hearings(
    material: Material,
    hearings: tuple[Hearing, ...],
    same_words: dict[str, set[str]],
    copies: Copies,
) -> list[OriginGroup]:
    """The origins of one statement, the best known first.

    Voices first: whoever cannot be told from another voice is held to be it. Then, of one voice,
    hearings by one outlet are one, public hearings of one kind are one, the words that a relay
    carries go back to the outlet it names, and equal words that no two outlets claim to have heard
    themselves are one utterance. Where nothing says how a report has the words, it is counted with
    the others and raises only the upper bound.
    """
    groups: list[OriginGroup] = []
    for voice, members in _split_voices(material, hearings, same_words):
        pool = _Pool(
            material=material, hearings=tuple(members), same_words=same_words, copies=copies
        )
        groups += _group_one_voice(pool, voice)
    return sorted(groups, key=lambda g: (-len({h.report for h in g.hearings}), g.keys))


def _split_voices(
    material: Material, hearings: tuple[Hearing, ...], same_words: dict[str, set[str]]
) -> list[tuple[str | None, list[Hearing]]]:
    """Hearings by voice: firm voices apart, everybody else with the voice that fits best."""
    count = Counter(h.voice for h in hearings if h.voice is not None)
    firm = {voice for voice in count if is_firm(material.entities.get(voice))}
    ranked = sorted(count, key=lambda v: (v not in firm, -count[v], v))
    chosen: list[str] = []
    home: dict[str, str] = {}
    for voice in ranked:
        near = next((c for c in chosen if is_same_voice(material, c, voice)), None)
        if near is None and _is_separate(material, voice, hearings, same_words, chosen):
            near = _pick_loose(material, voice, chosen, firm)
            chosen += [near] if near == voice else []
        home[voice] = near or chosen[0]
    members: dict[str | None, list[Hearing]] = defaultdict(list)
    for hearing in hearings:
        if hearing.voice is not None:
            members[home[hearing.voice]].append(hearing)
    main = chosen[0] if chosen else None
    for hearing in hearings:
        if hearing.voice is None:
            members[_pick_voice(material, hearing, members, main)].append(hearing)
    return sorted(members.items(), key=lambda item: (item[0] is None, item[0] or ""))


def _pick_loose(material: Material, voice: str, chosen: list[str], firm: set[str]) -> str:
    """The chosen voice without a name that an unnamed one may be; itself if there is none."""
    if voice in firm:
        return voice
    loose = [c for c in chosen if c not in firm and not is_apart(material, voice, c)]
    return loose[0] if loose else voice


def _pick_voice(
    material: Material,
    hearing: Hearing,
    members: dict[str | None, list[Hearing]],
    main: str | None,
) -> str | None:
    """The voice that an outlet carries without naming one: that of the same outlet's hearing."""
    for voice in sorted(members, key=lambda v: v or ""):
        for other in members[voice]:
            outlet = material.by_id[other.report].outlet
            own = outlet is not None and material.outlets.key_of(outlet) == hearing.hearer
            if hearing.hearer is not None and (other.hearer == hearing.hearer or own):
                return voice
    return main


def _is_separate(
    material: Material,
    voice: str,
    hearings: tuple[Hearing, ...],
    same_words: dict[str, set[str]],
    chosen: list[str],
) -> bool:
    """Whether a voice is one of its own: the first, or a firm one with words of its own."""
    if not chosen:
        return True
    if not is_firm(material.entities.get(voice)) and not is_apart(material, voice, chosen[0]):
        return False
    mine = {h.attribution for h in hearings if h.voice == voice}
    others = {h.attribution for h in hearings if h.voice in chosen}
    return not any(same_words.get(name, set()) & others for name in mine)


def _group_one_voice(pool: _Pool, voice: str | None) -> list[OriginGroup]:
    root = {h.key: h.key for h in pool.hearings}
    reasons: dict[str, list[str]] = defaultdict(list)

    def find(key: str) -> str:
        while root[key] != key:
            key = root[key]
        return key

    def join(a: str, b: str, reason: str) -> None:
        first, second = sorted((find(a), find(b)), key=_rank)
        if first != second:
            root[second] = first
            if reason:
                reasons[first].append(reason)

    _join_versions(pool, join)
    _follow_relays(pool, join)
    _join_equal_words(pool, join)
    _join_public(pool, join)
    _join_reported(pool, join)
    _join_inherited(pool, join)
    _join_unknown(pool, join, find)
    return _collect(pool, voice, find, reasons)


def _rank(key: str) -> tuple[int, str]:
    """Public hearings first, then documents, heard ones and unknown ones."""
    order = {"public": 0, "document": 1, "heard": 2, "unknown": 3}
    return order[key.split(":", 1)[0]], key


def _join_versions(pool: _Pool, join: _Join) -> None:
    """One text has one hearing, whoever prints it: "told us" in a copy is the first outlet's."""
    by_report: dict[str, list[Hearing]] = defaultdict(list)
    for hearing in pool.hearings:
        by_report[hearing.report].append(hearing)
    for report in sorted(by_report):
        for other in sorted(pool.copies.versions.get(report, frozenset())):
            if other <= report or other not in by_report:
                continue
            for mine in by_report[report]:
                for theirs in by_report[other]:
                    if mine.place_words == theirs.place_words:
                        join(mine.key, theirs.key, "")


def _follow_relays(pool: _Pool, join: _Join) -> None:
    """An outlet that is named as hearer and whose own report names another took it from there."""
    by_outlet: dict[str, list[Hearing]] = defaultdict(list)
    for hearing in pool.hearings:
        outlet = pool.material.by_id[hearing.report].outlet
        if outlet:
            by_outlet[pool.material.outlets.key_of(outlet)].append(hearing)
    for hearing in pool.hearings:
        if hearing.hearer is None or hearing.is_own:
            continue
        for own in by_outlet.get(hearing.hearer, []):
            if own.report != hearing.report and own.key != hearing.key:
                name = pool.material.outlet_name(hearing.hearer)
                reason = f"{name}, which is credited, has it from elsewhere itself"
                join(own.key, hearing.key, reason if own.is_known and not own.is_own else "")


def _join_equal_words(pool: _Pool, join: _Join) -> None:
    """Equal quoted words are one utterance, unless two outlets each claim the hearing."""
    known = [hearing for hearing in pool.hearings if hearing.is_known]
    for index, first in enumerate(known):
        partners = pool.same_words.get(first.attribution)
        if not partners:
            continue
        for second in known[index + 1 :]:
            if second.attribution not in partners or first.key == second.key:
                continue
            if first.is_own and second.is_own and not (first.is_public or second.is_public):
                continue
            join(
                first.key,
                second.key,
                "the words are the same in both, so one utterance lies under them",
            )


def _join_public(pool: _Pool, join: _Join) -> None:
    """One voice that says one thing in public says it once, whichever setting a report names."""
    public = [h for h in pool.hearings if h.is_public]
    for hearing in public[1:]:
        join(public[0].key, hearing.key, "")


def _join_reported(pool: _Pool, join: _Join) -> None:
    """What an outlet only "reported" claims no hearing: it stands with the best that is known."""
    reported = [
        h for h in pool.hearings if h.hearer is not None and not h.is_heard and not h.is_own
    ]
    public = [h for h in pool.hearings if h.is_public]
    first = public or reported
    for hearing in reported:
        reason = "what was said in public may be all that was reported" if public else ""
        join(first[0].key, hearing.key, reason)


def _join_inherited(pool: _Pool, join: _Join) -> None:
    """What is established elsewhere in a report says little: it gives way to a plain word."""
    plain = [h for h in pool.hearings if h.is_known and not h.inherited]
    firm = {h.key for h in plain} | {h.key for h in pool.hearings if h.is_own and not h.is_public}
    if not plain:
        return
    for hearing in pool.hearings:
        if hearing.is_known and hearing.key not in firm:
            join(plain[0].key, hearing.key, "")


def _join_unknown(pool: _Pool, join: _Join, find: _Find) -> None:
    """Reports that say nothing of how they have it stand with the best known hearing."""
    known = [h for h in pool.hearings if h.is_known]
    unknown = [h for h in pool.hearings if not h.is_known]
    if not unknown:
        return
    alone: list[Hearing] = []
    for hearing in unknown:
        partner = _closest(pool, hearing, known) or (unknown[0] if not known else None)
        if partner is None and stands_alone(pool.material, hearing, known):
            alone.append(hearing)
            partner = alone[0]
        if partner is None:
            count = Counter(find(h.key) for h in known)
            best = min(count, key=lambda key: (_rank(key)[0], -count[key], key))
            join(best, hearing.key, "")
        else:
            join(partner.key, hearing.key, "")


def _closest(pool: _Pool, hearing: Hearing, known: list[Hearing]) -> Hearing | None:
    """The known hearing whose report shares the text, else the words, with an unknown one."""
    for other in known:
        if pool.copies.share(hearing.report, other.report):
            return other
    same = pool.same_words.get(hearing.attribution, set())
    return next((other for other in known if other.attribution in same), None)


def _collect(
    pool: _Pool, voice: str | None, find: _Find, reasons: dict[str, list[str]]
) -> list[OriginGroup]:
    grouped: dict[str, list[Hearing]] = defaultdict(list)
    for hearing in pool.hearings:
        grouped[find(hearing.key)].append(hearing)
    groups = []
    for key, members in sorted(grouped.items()):
        ordered = tuple(sorted(members, key=lambda h: (h.report, h.attribution)))
        root = min(
            ordered,
            key=lambda h: (
                not h.is_known,
                not h.is_public,
                not h.is_own,
                not h.is_heard,
                h.inherited,
                h.report,
                h.attribution,
            ),
        )
        keys = {_story_key(h, voice) for h in ordered}
        why = [reason for k in sorted(reasons) if find(k) == key for reason in reasons[k]]
        groups.append(
            OriginGroup(
                keys=tuple(sorted(keys)),
                voice=voice,
                hearings=ordered,
                root=root,
                merged=tuple(dict.fromkeys(why)),
                loose=_count_loose(pool, ordered),
            )
        )
    return groups


def _story_key(hearing: Hearing, voice: str | None) -> str:
    """A hearing's name over the whole story; an unknown one of a voice is the same everywhere."""
    what = hearing.key if hearing.is_known else "unknown"
    return f"{what}|{voice or hearing.report}"


def _count_loose(pool: _Pool, members: tuple[Hearing, ...]) -> int:
    """How many hearings of a group could be hearings of their own, beyond the one."""
    apart: list[Hearing] = []
    for hearing in members:
        if any(_must_be_one(pool, hearing, other) for other in apart):
            continue
        apart.append(hearing)
    return len(apart) - 1


def _must_be_one(pool: _Pool, a: Hearing, b: Hearing) -> bool:
    """Whether two hearings cannot be two: one report, one key, or one text."""
    if a.report == b.report or a.key == b.key:
        return True
    if pool.copies.share(a.report, b.report):
        return True
    return (
        not a.is_known
        and not b.is_known
        and b.attribution in pool.same_words.get(a.attribution, set())
    )
