"""The derivation of a count in words that a reader can check."""

from whence.derive.material import Material
from whence.derive.origins.types import Copies, Hearing, OriginGroup, Subject
from whence.derive.origins.voices import is_firm, members_of
from whence.model import (
    Basis,
    Evidence,
    Judgement,
    Node,
    Origin,
    OriginKind,
    Relay,
    RelayStatus,
    content_id,
)

_PUBLIC = {
    OriginKind.PRESS_CONFERENCE: "a press conference of {voice}",
    OriginKind.SPEECH: "what {voice} said in public",
    OriginKind.RELEASE: "a written statement of {voice}",
    OriginKind.POST: "a post of {voice}",
    OriginKind.DOCUMENT: "a document of {voice}",
}

MOST_SUPPORT = 3
"""Sayings in other words that the reasons of a count list; the others are counted."""


def describe_basis(
    material: Material,
    subject: Subject,
    groups: list[OriginGroup],
    names: dict[str, str],
    copies: Copies,
) -> Basis:
    """The basis of one statement or reading: its origins, witnesses and relays, and why.

    Args:
        material: The story.
        subject: The statement, or the reading of a measure.
        groups: Its hearings, put together by origin.
        names: Key of a hearing → the key it goes by over the whole story.
        copies: Which reports share a text.
    """
    heard = {group.voice for group in groups if group.root.is_known}
    origins = tuple(
        _origin(material, group, names, copies, is_apart=group.voice in heard) for group in groups
    )
    relays = tuple(
        relay
        for group, origin in zip(groups, origins, strict=True)
        for relay in _relays(material, group, origin, copies)
    )
    low, high = _bounds(material, groups)
    count = len(groups)
    return Basis(
        subject=subject.id,
        voices=_voices(material, groups),
        witnesses=tuple(sorted({node for origin in origins for node in origin.heard_by})),
        relays=relays,
        origins=origins,
        count=count,
        count_low=min(low, count),
        count_high=max(high, count),
        figures=subject.figures,
        support=subject.support,
        reasons=_reasons(material, subject, groups, origins),
        would_settle=_would_settle(material, groups, min(low, count), max(high, count)),
        weakest_link=_weakest(origins),
    )


def _voices(material: Material, groups: list[OriginGroup]) -> tuple[str, ...]:
    """Everybody who asserts it, each of those who speak together by himself."""
    voices = [group.voice for group in groups if group.voice is not None]
    return tuple(sorted({name for voice in voices for name in members_of(material, voice)}))


def _bounds(material: Material, groups: list[OriginGroup]) -> tuple[int, int]:
    """Fewest and most origins: no fewer than firm voices, no more than hearings that may differ."""
    firm = {g.voice for g in groups if g.voice and is_firm(material.entities.get(g.voice))}
    return max(1, len(firm)), sum(1 + group.loose for group in groups)


def _origin(
    material: Material,
    group: OriginGroup,
    names: dict[str, str],
    copies: Copies,
    *,
    is_apart: bool,
) -> Origin:
    evidence = tuple(_evidence(material, hearing) for hearing in _speaking(group)) or (
        _silence(material, group, is_apart=is_apart),
    )
    return Origin(
        id=content_id("origin", names[group.keys[0]]),
        kind=group.root.kind,
        label=_label(material, group),
        voice=group.voice,
        heard_by=_heard_by(material, group, copies),
        reports=tuple(sorted({hearing.report for hearing in group.hearings})),
        document=group.root.document.id if group.root.document else None,
        judgement=Judgement.YES if group.root.is_known else Judgement.UNSURE,
        evidence=evidence,
    )


def _speaking(group: OriginGroup) -> list[Hearing]:
    """The hearings whose words are shown: known ones, one for each report."""
    shown: dict[str, Hearing] = {}
    for hearing in group.hearings:
        if hearing.is_known and hearing.place is not None:
            shown.setdefault(hearing.report, hearing)
    return list(shown.values())


def _evidence(material: Material, hearing: Hearing) -> Evidence:
    place = hearing.place
    assert place is not None  # _speaking keeps only hearings with a place
    words = " ".join(place.span.of(material.by_id[place.report].text).split())
    how = "elsewhere in the report" if hearing.inherited else "beside these words"
    return Evidence(
        kind="hearing",
        score=0.7 if hearing.inherited else 0.9,
        reason=f"{material.title_of(hearing.report)} says “{words}” {how}",
        places=(place,),
    )


def _silence(material: Material, group: OriginGroup, *, is_apart: bool) -> Evidence:
    """What speaks for a hearing that no report names; ``is_apart`` if others of the voice are."""
    titles = _list_titles(material, [h.report for h in group.hearings])
    reason = f"{titles} {_verb(group, 'does', 'do')} not say how the words were heard"
    if is_apart:
        reason += f", and {_verb(group, 'has', 'have')} other words than those who say it"
    return Evidence(kind="no-hearing", score=0.5, reason=reason)


def _verb(group: OriginGroup, one: str, many: str) -> str:
    return one if len({h.report for h in group.hearings}) == 1 else many


def _label(material: Material, group: OriginGroup) -> str:
    root = group.root
    voice = material.name_of(group.voice)
    if root.is_public:
        return _PUBLIC.get(root.kind, "a public hearing of {voice}").format(voice=voice)
    if root.document is not None:
        readers = _list_readers(material, group, root.document)
        names = _join_names([_name_node(material, node) for node in readers])
        return f"{root.document.name}, in the hands of {names}" if names else root.document.name
    if root.hearer is not None:
        name = material.outlet_name(root.hearer)
        if material.name_of(group.voice) == name:
            return f"what {name} itself reported"
        if root.kind is OriginKind.DOCUMENT:
            return f"a document that {name} has"
        if root.is_heard:
            return f"an interview of {voice} with {name}"
        return f"what {name} reported of {voice}" if group.voice else f"what {name} reported"
    return (
        f"a hearing of {voice} that no report names"
        if group.voice
        else "a source that no report names"
    )


def _heard_by(material: Material, group: OriginGroup, copies: Copies) -> tuple[str, ...]:
    """Node ids of the witnesses: the hearer's own report if it is there, else its outlet.

    Of reports that are one text the first is the witness; the others have it from there.
    """
    kept: list[str] = []
    for node in _list_witnesses(material, group):
        if not any(copies.is_version(node, other) for other in kept):
            kept.append(node)
    return tuple(kept)


def _list_witnesses(material: Material, group: OriginGroup) -> tuple[str, ...]:
    root = group.root
    if root.is_public:
        found = {
            h.report for h in group.hearings if h.is_own or (h.is_public and h.key == root.key)
        }
        return tuple(sorted(found))
    if root.document is not None:
        return _list_readers(material, group, root.document)
    if root.hearer is None:
        return ()
    members = {h.report for h in group.hearings}
    own = [r for r in material.outlets.own_reports.get(root.hearer, ()) if r in members]
    claiming = {h.report for h in group.hearings if h.is_own and h.hearer == root.hearer}
    own += sorted(claiming - set(own))
    return tuple(sorted(own)) or (material.outlets.node_id(root.hearer),)


def _list_readers(material: Material, group: OriginGroup, document: Node) -> tuple[str, ...]:
    """Node ids of those who have a document: reports of the set, else outlets that are named."""
    mine = [h for h in group.hearings if h.document is not None and h.document.id == document.id]
    found = {h.report for h in mine if h.is_own}
    for hearing in mine:
        if hearing.is_own or not hearing.is_heard or hearing.hearer is None:
            continue
        own = material.outlets.own_reports.get(hearing.hearer, ())
        found |= set(own) & {h.report for h in group.hearings} or {
            material.outlets.node_id(hearing.hearer)
        }
    return tuple(sorted(found))


def _relays(material: Material, group: OriginGroup, origin: Origin, copies: Copies) -> list[Relay]:
    """The reports of an origin that are no witnesses, and how each treats the one it took from."""
    relays = []
    for report in origin.reports:
        if report in origin.heard_by:
            continue
        mine = [h for h in group.hearings if h.report == report]
        credited = next((h for h in mine if h.hearer is not None), None)
        title = material.title_of(report)
        copied = [r for r in origin.reports if r != report and copies.share(report, r)]
        if credited is not None and credited.hearer is not None:
            name = material.outlet_name(credited.hearer)
            status, reason = RelayStatus.CREDITED, f"{title} credits {name}"
        elif copied:
            status = RelayStatus.SHARES_WORDS
            reason = (
                f"{title} shares its text with {_list_titles(material, copied)} and credits nobody"
            )
        else:
            status, reason = RelayStatus.UNCREDITED, f"{title} credits nobody for it"
        relays.append(Relay(report=report, origin=origin.id, status=status, reason=reason))
    return relays


def _list_titles(material: Material, reports: list[str]) -> str:
    return _join_names([material.title_of(report) for report in sorted(reports)])


def _name_node(material: Material, node: str) -> str:
    """The title of a report, or the name of an outlet that has none in the set."""
    if node in material.by_id:
        return material.title_of(node)
    keys = (key for key in material.outlets.names if material.outlets.node_id(key) == node)
    return material.outlet_name(next(keys, node))


def _join_names(names: list[str]) -> str:
    titles = list(dict.fromkeys(names))
    if len(titles) > 4:
        return f"{', '.join(titles[:3])} and {len(titles) - 3} more"
    return " and ".join([", ".join(titles[:-1]), titles[-1]] if len(titles) > 1 else titles)


def _reasons(
    material: Material,
    subject: Subject,
    groups: list[OriginGroup],
    origins: tuple[Origin, ...],
) -> tuple[str, ...]:
    reports = {report for origin in origins for report in origin.reports}
    lines = [
        f"{_count(len(reports), 'report')} {'carries' if len(reports) == 1 else 'carry'} it,"
        f" resting on {_count(len(origins), 'origin')}"
    ]
    for group, origin in zip(groups, origins, strict=True):
        lines.append(f"{origin.label}: {_list_titles(material, list(origin.reports))}")
        lines += [evidence.reason for evidence in origin.evidence[:3]]
        lines += [f"put together because {reason}" for reason in group.merged]
    lines += subject.likeness[:MOST_SUPPORT]
    if len(subject.likeness) > MOST_SUPPORT:
        lines.append(f"{len(subject.likeness) - MOST_SUPPORT} more say it in other words")
    return tuple(lines)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _would_settle(material: Material, groups: list[OriginGroup], low: int, high: int) -> str:
    """What would decide how many origins there are; empty where nothing is open."""
    if low == high:
        return ""
    group = next((group for group in groups if group.loose), None)
    if group is None:
        return _settle_voices(material, groups)
    silent = sorted({h.report for h in group.hearings if not h.is_known})
    voice = material.name_of(group.voice)
    if not silent:
        return f"Whether {voice} spoke to each of the outlets named, or once: the outlets can say."
    several = len(silent) > 1
    return (
        f"Whether {_list_titles(material, silent)} heard {voice}"
        f" {'themselves' if several else 'itself'} or took the words from another report:"
        f" {'their newsrooms' if several else 'its newsroom'} can say, or the hour of publication."
    )


def _settle_voices(material: Material, groups: list[OriginGroup]) -> str:
    """Which of the voices may be one; of one voice alone, whether it spoke more than once."""
    voices = list(dict.fromkeys(group.voice for group in groups))
    if len(voices) == 1:
        voice = material.name_of(voices[0])
        return f"Whether {voice} spoke to each of the outlets named, or once: the outlets can say."
    loose = [v for v in voices if not is_firm(material.entities.get(v or ""))]
    open_voice = loose[-1] if loose else voices[-1]
    other = next(v for v in voices if v != open_voice)
    names = [material.name_of(voice) for voice in (open_voice, other)]
    return (
        f"Whether {names[0]} and {names[1]} are one source or two: the outlets can say whom they"
        " heard."
    )


def _weakest(origins: tuple[Origin, ...]) -> Evidence | None:
    every = [evidence for origin in origins for evidence in origin.evidence]
    return min(every, key=lambda e: (e.score, e.reason)) if every else None
