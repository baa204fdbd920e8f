"""The hearings of one statement by whose voice was heard."""

from collections import Counter, defaultdict

from whence.derive.material import Material
from whence.derive.origins.types import Hearing
from whence.derive.origins.voices import is_apart, is_firm, is_same_voice


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
        if near is None and _is_separate(material, voice, hearings, same_words, chosen):
            near = _pick_loose(material, voice, chosen, firm)
            chosen += [near] if near == voice else []
        home[voice] = near or chosen[0]
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
