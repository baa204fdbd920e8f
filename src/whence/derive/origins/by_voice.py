"""The hearings of one statement by whose voice was heard."""

from collections import Counter, defaultdict

from whence.derive.material import Material
from whence.derive.origins.types import Hearing
from whence.derive.origins.voices import is_apart, is_firm, is_same_voice
from whence.model import MentionKind


def split_by_voice(
    material: Material, hearings: tuple[Hearing, ...], same_words: dict[str, set[str]]
) -> list[tuple[str | None, list[Hearing]]]:
    """Hearings by voice: firm voices apart, everybody else with the voice that fits best.

    Args:
        material: The story.
        hearings: Those of one statement.
        same_words: Attribution → those of other reports that give the same quoted words.
    """
    home = _find_homes(material, hearings, same_words)
    members: dict[str | None, list[Hearing]] = defaultdict(list)
    for hearing in hearings:
        if hearing.voice is not None:
            members[home[hearing.voice]].append(hearing)
    main = next(iter(home.values()), None)
    for hearing in hearings:
        if hearing.voice is None:
            members[_pick_voice(material, hearing, members, main)].append(hearing)
    return sorted(members.items(), key=lambda item: (item[0] is None, item[0] or ""))


def _find_homes(
    material: Material, hearings: tuple[Hearing, ...], same_words: dict[str, set[str]]
) -> dict[str, str]:
    """Each voice → the voice it is held to be, the surest and most heard ones first."""
    count = Counter(h.voice for h in hearings if h.voice is not None)
    firm = {voice for voice in count if is_firm(material.entities.get(voice))}
    chosen: list[str] = []
    home: dict[str, str] = {}
    for voice in sorted(count, key=lambda v: (v not in firm, -count[v], v)):
        near = next((home[v] for v in home if is_same_voice(material, v, voice)), None)
        near = near or _pick_relayed(material, voice, hearings, home)
        if near is None:
            near = _pick_home(material, voice, hearings, same_words, chosen)
            chosen += [near] if near == voice else []
        home[voice] = near
    return home


def _pick_relayed(
    material: Material, voice: str, hearings: tuple[Hearing, ...], home: dict[str, str]
) -> str | None:
    """Of a voice without a name that an outlet is credited with, the one that the outlet gives."""
    entity = material.entities.get(voice)
    if entity is None or any(c.isupper() for c in entity.name[1:]):
        return None
    credited = {h.hearer for h in hearings if h.voice == voice and not h.is_own}
    for other in hearings:
        outlet = material.by_id[other.report].outlet
        if other.voice in home and outlet and material.outlets.key_of(outlet) in credited:
            return home[other.voice]
    return None


def _pick_home(
    material: Material,
    voice: str,
    hearings: tuple[Hearing, ...],
    same_words: dict[str, set[str]],
    chosen: list[str],
) -> str:
    """The chosen voice that one is held to be; itself where it is a voice of its own.

    A firm one is, unless it has the words of another. One without a name may be the first that it
    is not plainly apart from; a body is rather another body than a person.
    """
    mine = {h.attribution for h in hearings if h.voice == voice}
    others = {h.attribution for h in hearings if h.voice in chosen}
    if any(same_words.get(name, set()) & others for name in mine):
        return chosen[0]
    if is_firm(material.entities.get(voice)):
        return voice
    may_be = [other for other in chosen if not is_apart(material, voice, other)]
    if _is_organisation(material, voice):
        may_be.sort(key=lambda other: not _is_organisation(material, other))
    return may_be[0] if may_be else voice


def _is_organisation(material: Material, voice: str) -> bool:
    entity = material.entities.get(voice)
    return entity is not None and entity.kind is MentionKind.ORGANISATION


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
