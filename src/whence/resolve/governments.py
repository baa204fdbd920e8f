"""Governments that speak by their country or capital: "Moscow said", "Britain has denied"."""

import re
from typing import Final

from whence.lexicon.tables import load_table
from whence.model import Evidence, MentionKind, Place
from whence.resolve.across import Group, absorb
from whence.resolve.bodies import place_key
from whence.resolve.chains import first_name
from whence.resolve.entities import entity_name
from whence.text import fold_letters

_SCORE: Final = 0.8
_PLACE: Final = r"(?P<place>[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w'’-]*){0,2})"
_GOVERNMENT: Final = (
    re.compile(rf"(?:[Tt]he )?{_PLACE} [Gg]overnment"),
    re.compile(rf"(?:[Tt]he )?[Gg]overnment (?:of|in) (?:the )?{_PLACE}"),
)
_ENDINGS: Final = ("ian", "ean", "ese", "ish", "an", "er", "n", "i", "s", "a", "e", "o", "")
_SHORTEST: Final = 4
_MOST_PLACES: Final = 8


def _countries() -> dict[str, str]:
    """Every word for a country, its people and its capital, folded, to the country."""
    found: dict[str, str] = {}
    for line in load_table("governments")["countries"]:
        names, _, rest = line.partition(":")
        people, _, capitals = rest.partition(",")
        country = names.split("/")[0].replace("_", " ")
        for part in (names, people, capitals):
            for word in part.split("/"):
                found.setdefault(word.strip().replace("_", " "), country)
    return found


COUNTRY_OF: Final = _countries()


def join_governments(groups: list[Group]) -> list[Group]:
    """The groups, with whoever speaks as a country or capital joined to that government.

    Only a government that the story itself names is joined ("the Russian government"), and only
    where one fits: "Moscow said" without it stays Moscow. A place that nobody makes speak is left
    a place.
    """
    named = [(group, places) for group in groups if (places := _governed(group))]
    if not named:
        return groups
    gone: set[int] = set()
    for group in groups:
        place = _speaking_place(group)
        fitting = [other for other, places in named if place and _is_of(place, places)]
        if len(fitting) == 1 and fitting[0] is not group:
            kept = fitting[0]
            kept.title = kept.title or entity_name([m for _, c in kept.chains for m in c.members])
            absorb(kept, group, _evidence(kept, group, place))
            gone.add(id(group))
    return [group for group in groups if id(group) not in gone]


def _governed(group: Group) -> frozenset[str]:
    """The places whose government a group is called, folded; empty for all others."""
    if group.kind not in (MentionKind.ORGANISATION, MentionKind.UNKNOWN, MentionKind.GROUP):
        return frozenset()
    found: set[str] = set()
    for _, chain in group.chains:
        for member in (*chain.described.values(), *chain.heads.values()):
            surface = " ".join(member.surface.split())
            for pattern in _GOVERNMENT:
                match = pattern.fullmatch(surface)
                if match is not None and len(found) < _MOST_PLACES:
                    found.add(_fold(match.group("place")))
    return frozenset(found)


def _fold(place: str) -> str:
    folded = fold_letters(place)
    return folded.removesuffix("'s").strip(" .") or folded


def _speaking_place(group: Group) -> str:
    """The one place name under which a group only speaks; empty where it may be anything else."""
    if group.kind is MentionKind.GROUP or group.is_pseudonym:
        return ""
    if len({place_key(head) for head in group.heads}) != 1:
        return ""
    members = [member for _, chain in group.chains for member in chain.members]
    names = [member for member in members if member.is_name]
    if not names or not any(member.speaks for member in names):
        return ""
    if group.roles or any(member.mention.head != member.span for member in names):
        return ""
    is_plain = group.kind in (MentionKind.PLACE, MentionKind.ORGANISATION, MentionKind.UNKNOWN)
    place = _fold(group.heads[0])
    if is_plain or place in COUNTRY_OF or (group.gender is None and " " not in place):
        return place
    return ""


def _is_of(place: str, governed: frozenset[str]) -> bool:
    """Whether a country or capital is the place of a government."""
    country = COUNTRY_OF.get(place)
    for other in governed:
        known = COUNTRY_OF.get(other)
        if country is not None or known is not None:
            if country == known:
                return True
        elif place == other or _is_people_of(other, place):
            return True
    return False


def _is_people_of(people: str, place: str) -> bool:
    """Whether two words are one place and its people by their endings: Ostria and Ostrian."""
    pairs = enumerate(zip(people, place, strict=False))
    shared = next((n for n, (a, b) in pairs if a != b), min(len(people), len(place)))
    rest = people[shared:], place[shared:]
    return shared >= _SHORTEST and all(part in _ENDINGS for part in rest)


def _evidence(government: Group, group: Group, place: str) -> Evidence:
    places = tuple(
        Place(report=report, span=first_name(chain).span)
        for report, chain in (government.chains[0], group.chains[0])
    )
    reason = f"“{place.title()}” speaks for the one government of that place that the story names"
    return Evidence(kind="government", score=_SCORE, reason=reason, places=places)
