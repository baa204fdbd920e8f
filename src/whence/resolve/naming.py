"""Names of one report joined: full, surname, given name, initials; bodies and short names."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from whence.lexicon.people import UNIQUE_OFFICES, Gender, full_forms, roles_alike
from whence.model import MentionKind
from whence.resolve.bodies import body_keys, compare_bodies, is_acronym, place_key
from whence.resolve.chains import Chain, Chains
from whence.resolve.names import compare_people, sound
from whence.resolve.references import Layout, Reference
from whence.text import fold_letters

_BODY_KINDS: Final = frozenset(
    (MentionKind.ORGANISATION, MentionKind.OUTLET, MentionKind.DOCUMENT, MentionKind.GROUP)
)
_NO_PEOPLE: Final = frozenset((MentionKind.GROUP, MentionKind.DOCUMENT))
_SURE: Final = 0.55
_MARGIN: Final = 0.12
_SAME_GENDER: Final = 0.15
"""What a title counts for where the other of that surname is not known to be of that gender."""
_MOST_COMPARED: Final = 40
_BRACKET: Final = re.compile(r"\s*[(\[][\"“'‘]?\s*(?:the |or |hereafter )?$")


def link_names(layout: Layout, references: tuple[Reference, ...], chains: Chains) -> None:
    """Puts every name into a chain: people by their names, bodies by theirs.

    Full names come first, so that a surname finds its owner also when it stands before it.
    """
    people = [r for r in references if r.is_name and r.is_person and r.name is not None]
    people.sort(key=lambda r: (-len(r.name.tokens) if r.name else 0, r.index))
    index = _Index()
    for reference in people:
        _link_person(reference, chains, index)
    others = [r for r in references if r.is_name and not (r.is_person and r.name is not None)]
    others.sort(key=lambda r: (-len(r.key.split()), r.index))
    for reference in others:
        _link_other(reference, chains, index)
    _link_brackets(layout, references, chains)


class _Index:
    """Chains found again by the parts of their names, so that few need comparing."""

    def __init__(self) -> None:
        self._by_part: dict[str, list[Chain]] = {}

    def add(self, chain: Chain, reference: Reference) -> None:
        """Notes a chain under every part of one of its names."""
        for part in name_parts(reference):
            listed = self._by_part.setdefault(part, [])
            if chain not in listed[-_MOST_COMPARED:]:
                listed.append(chain)

    def near(self, parts: Iterable[str], chains: Chains) -> list[Chain]:
        """The chains that share a part with a name, in order of text."""
        found: dict[int, Chain] = {}
        for part in parts:
            for listed in self._by_part.get(part, ())[-_MOST_COMPARED:]:
                chain = chains.of[listed.members[0].index]
                found[chain.number] = chain
        return [found[number] for number in sorted(found)]


def name_parts(reference: Reference) -> frozenset[str]:
    """Keys under which a name is found again: openings and sounds of all its words, initials."""
    if reference.name is None:
        return body_keys(reference.head)
    found = {key for token in reference.name.tokens for key in _word_keys(token)}
    return body_keys(reference.head) | found


def asked_parts(reference: Reference) -> frozenset[str]:
    """Keys under which a name looks for others: of a full name the last word is enough."""
    if reference.name is None:
        return body_keys(reference.head)
    found = frozenset(_word_keys(reference.name.surname))
    return found if reference.name.is_full else found | body_keys(reference.head)


def _word_keys(token: str) -> set[str]:
    word = token.split()[-1]
    return {word[:3], sound(word)[:4], *(form[:3] for form in full_forms(word))}


def _link_person(reference: Reference, chains: Chains, index: _Index) -> None:
    scored: list[tuple[float, str, Chain]] = []
    for chain in index.near(asked_parts(reference), chains):
        if chain.kind in (MentionKind.PERSON, MentionKind.UNKNOWN):
            score, reason = score_person(reference, chain)
            if score > 0:
                scored.append((score, reason, chain))
    other_office = [item for item in scored if _holds_other_office(reference, item[2])]
    if scored and other_office == scored:
        chain = chains.start(reference)
        chains.tentative[chain.number] = max(scored, key=lambda item: item[0])[2]
        index.add(chain, reference)
        return
    _settle(reference, [i for i in scored if i not in other_office], chains, index)


def _holds_other_office(reference: Reference, chain: Chain) -> bool:
    """Whether a bare surname comes with another office than the person of that name holds.

    "Chief executive Brand" is hardly Otto Brand, the environment minister; other reports may know.
    """
    if reference.name is None or reference.name.is_full:
        return False
    mine = [role for role in reference.roles if role in UNIQUE_OFFICES]
    theirs = [role for role in chain.roles if role in UNIQUE_OFFICES]
    return bool(mine and theirs) and not any(
        roles_alike(role, other) for role in mine for other in theirs
    )


def _settle(
    reference: Reference,
    scored: list[tuple[float, str, Chain]],
    chains: Chains,
    index: _Index,
) -> None:
    """Puts a name into the chain that is clearly its own, or begins a new one."""
    best = pick_clear(scored, reference)
    if best is None:
        index.add(chains.start(reference), reference)
    else:
        chains.join(reference, best[2], "name", best[0], best[1])
        index.add(best[2], reference)


def score_person(reference: Reference, chain: Chain) -> tuple[float, str]:
    """How surely a name belongs to a person of the report, 0 to 1, and why in words."""
    if reference.name is None or not chain.names:
        return 0.0, "no name"
    known = chain.names
    if not reference.name.is_full and any(name.is_full for name in known):
        # "Orr" says no more after "Mr Orr" than after "Dana Orr".
        known = tuple(name for name in known if name.is_full)
    results = [compare_people(reference.name, name) for name in known]
    full = [r for r, name in zip(results, known, strict=True) if name.is_full]
    if reference.name.is_full and any(score == 0 for score, _ in full):
        return 0.0, "another full name"
    score, reason = max(results)
    if score == 0:
        return 0.0, reason
    if clash(reference.gender, chain.gender):
        if reference.has_told_gender:
            return 0.0, "another gender"
        if reference.name.is_full:  # Of "Clinton" alone nothing tells that it is the given name.
            score *= 0.8
    elif reference.has_told_gender and reference.gender is chain.gender:
        score, reason = min(1.0, score + _SAME_GENDER), f"{reason}, and the same gender"
    if reference.roles and any(
        roles_alike(role, other) for role in reference.roles for other in chain.roles
    ):
        score, reason = min(1.0, score + 0.15), f"{reason}, and the same role"
    return score, reason


def clash(a: Gender | None, b: Gender | None) -> bool:
    """Whether two genders exclude each other."""
    return {a, b} == {Gender.WOMAN, Gender.MAN}


def pick_clear(
    scored: list[tuple[float, str, Chain]], reference: Reference
) -> tuple[float, str, Chain] | None:
    """The best chain where it stands clear of the next; nearness decides between close ones.

    Two people who share a surname stay two, and a bare surname goes to the one named last if the
    other was not named near it.
    """
    if not scored:
        return None
    ranked = sorted(scored, key=lambda item: (-item[0], item[2].number))
    if ranked[0][0] < _SURE:
        return None
    rivals = [item for item in ranked if ranked[0][0] - item[0] < _MARGIN]
    if len(rivals) == 1:
        return ranked[0]
    return _nearest(rivals, reference)


def _nearest(
    rivals: list[tuple[float, str, Chain]], reference: Reference
) -> tuple[float, str, Chain] | None:
    distances = []
    for score, reason, chain in rivals:
        last = chain.last_before(reference.span.start)
        gap = reference.sentence - last.sentence if last is not None else 99
        distances.append((gap, chain.number, score, reason, chain))
    distances.sort(key=lambda item: item[:2])
    nearest, second = distances[0], distances[1]
    if nearest[0] <= 2 and second[0] >= nearest[0] + 3:
        return nearest[2] * 0.8, f"{nearest[3]}, the one named last", nearest[4]
    return None


def _link_other(reference: Reference, chains: Chains, index: _Index) -> None:
    """A body, outlet, place, document or unknown name."""
    if (person := _pick_bearer(reference, chains, index)) is not None:
        reason = "the surname of the one person so called, who speaks"
        chains.join(reference, person, "name", 0.8, reason)
        return
    scored: list[tuple[float, str, Chain]] = []
    for chain in index.near(asked_parts(reference), chains):
        score, reason = score_other(reference, chain)
        if score > 0:
            scored.append((score, reason, chain))
    _settle(reference, scored, chains, index)


def _pick_bearer(reference: Reference, chains: Chains, index: _Index) -> Chain | None:
    """The one person whose surname a single word is that speaks, whatever it is taken for."""
    if not reference.speaks or " " in reference.surface or reference.kind in _NO_PEOPLE:
        return None
    found = [
        chain
        for chain in index.near(_word_keys(reference.key), chains)
        if chain.kind is MentionKind.PERSON
        and any(n.is_full and fold_letters(n.surname) == reference.key for n in chain.names)
    ]
    return found[0] if len(found) == 1 else None


def score_other(reference: Reference, chain: Chain) -> tuple[float, str]:
    """How surely a name that is no person's belongs to a chain."""
    kind = chain.kind
    if kind is MentionKind.PERSON:
        if reference.kind is not MentionKind.UNKNOWN or reference.name is None:
            return 0.0, "no person"
        return score_person(reference, chain)
    if reference.kind is MentionKind.PLACE or kind is MentionKind.PLACE:
        # A place that speaks is a government, and no place.
        same = any(
            place_key(m.head) == place_key(reference.head) and m.speaks is reference.speaks
            for m in chain.heads.values()
        )
        return (1.0, "same name") if same else (0.0, "another place")
    best = (0.0, "another name")
    for member in list(chain.heads.values())[:_MOST_COMPARED]:
        best = max(best, compare_bodies(member.head, reference.head))
    longest = max(chain.heads, key=lambda head: (len(head), head))
    if best[0] < 1.0 and compare_bodies(longest, reference.head)[0] == 0.0:
        return min(best[0], 0.5), f"{best[1]}, but not of the fullest one"
    partial = best[0] < 0.8
    if partial and not (kind in _BODY_KINDS and reference.kind in _BODY_KINDS):
        return 0.0, "another name"
    return best


def _link_brackets(layout: Layout, references: tuple[Reference, ...], chains: Chains) -> None:
    """Joins a short name in brackets to the name before it: "Lorn Water Authority (LWA)"."""
    named = [r for r in references if r.is_name]
    for before, short in pairwise(named):
        end = (before.mention.head or before.span).end
        between = layout.text[end : short.span.start]
        if len(between) > 20 or not _BRACKET.fullmatch(between):
            continue
        if not is_acronym(short.head) and short.kind is MentionKind.PLACE:
            continue
        if before.kind is MentionKind.PERSON and not is_acronym(short.head):
            continue
        a, b = chains.of[before.index], chains.of[short.index]
        letters = [c for c in short.key if c.isalpha()]
        if letters and before.key[:1] == letters[0] and is_acronym(short.head):
            chains.merge(a, b, "acronym", 0.95, "its short name stands in brackets behind it")
