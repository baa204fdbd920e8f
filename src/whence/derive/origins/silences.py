"""Reports that do not say how they have their words: with whose hearing they count."""

from collections import Counter
from collections.abc import Iterator

from whence.derive.dates import is_earlier
from whence.derive.groups import Groups
from whence.derive.material import Material
from whence.derive.origins.ties import OneVoice, Tie
from whence.derive.origins.types import Hearing, rank_of
from whence.derive.origins.voices import can_be_told, is_same_voice
from whence.model import Anonymity
from whence.text import find_words, fold_case


def find_silent_ties(one: OneVoice, origins: Groups) -> Iterator[Tie]:
    """A tie for each hearing that nothing is known of.

    It stands with the hearing of a report that shares its text, else its words; else for itself,
    with others that do; else with the best known one. One that others credit to its outlet is
    known from them.

    Args:
        one: The hearings of one voice.
        origins: The keys of those that are known, put together.
    """
    known = one.known
    credited = {origins.find(hearing.key) for hearing in known}
    unknown = [hearing for hearing in one.hearings if not hearing.is_known]
    alone: list[Hearing] = []
    for hearing in unknown:
        partner = _closest(one, hearing, known) or (unknown[0] if not known else None)
        if partner is None and origins.find(hearing.key) in credited:
            continue
        if partner is None and _stands_alone(one.material, hearing, known):
            alone.append(hearing)
            partner = alone[0]
        yield Tie(a=partner.key if partner else _best_known(known, origins), b=hearing.key)
    yield from _copies(one, unknown)


def _copies(one: OneVoice, unknown: list[Hearing]) -> Iterator[Tie]:
    """Reports that share a text and say nothing of the hearing have it from one."""
    silent = {hearing.report: hearing.key for hearing in unknown}
    for report in sorted(silent):
        for other in sorted(silent.keys() & one.copies.near_verbatim.get(report, frozenset())):
            yield Tie(a=silent[report], b=silent[other])


def _best_known(known: list[Hearing], origins: Groups) -> str:
    """The origin that most may have their words from: the most open, then the most heard one."""
    count = Counter(origins.find(hearing.key) for hearing in known)
    return min(count, key=lambda key: (rank_of(key)[0], -count[key], key))


def _closest(one: OneVoice, hearing: Hearing, known: list[Hearing]) -> Hearing | None:
    """The known hearing whose report shares the text, else the words, with an unknown one."""
    for other in known:
        if one.copies.share(hearing.report, other.report):
            return other
    same = one.same_words.get(hearing.attribution, set())
    return next((other for other in known if other.attribution in same), None)


def _stands_alone(material: Material, hearing: Hearing, known: list[Hearing]) -> bool:
    """Whether a report that says nothing of how it has the words counts for itself.

    What was said in public or to an agency, or is seen to be passed on, may have reached it.
    Otherwise the voice is known to have spoken to single outlets. A report that appeared before
    theirs cannot have the words from them; neither has one, for all that can be seen, that gives
    them in other words, names the voice, or an unnamed one of its own, and credits none of them.

    Args:
        material: The story.
        hearing: The hearing that nothing is known of.
        known: The hearings of the same voice, or of one that it may be, that are known.
    """
    agencies = material.outlets.agencies
    if not all(h.is_own and not h.is_public and h.hearer not in agencies for h in known):
        return False
    report = material.by_id[hearing.report]
    if all(is_earlier(report, material.by_id[other.report]) is True for other in known):
        return True
    targets = {material.outlets.key_of(credit.target) for credit in material.credits(report.id)}
    if any(other.hearer in targets for other in known):
        return False
    return _names_somebody(material, hearing, known) and not any(
        _is_worded_alike(material, hearing, other) for other in known
    )


def _names_somebody(material: Material, hearing: Hearing, known: list[Hearing]) -> bool:
    """Whether the voice is the same wherever it is named, or is not named and none of theirs."""
    voice = material.entities.get(hearing.voice or "")
    if voice is None or can_be_told(voice):
        return voice is not None
    return voice.anonymity is Anonymity.UNNAMED and not any(
        other.voice is not None and is_same_voice(material, voice.id, other.voice)
        for other in known
    )


def _is_worded_alike(material: Material, a: Hearing, b: Hearing) -> bool:
    """Whether half of one's words stand in the other, four in a row, with marks or without."""
    one, other = (_list_runs(material, hearing.attribution) for hearing in (a, b))
    return 2 * len(one & other) >= max(1, min(len(one), len(other)))


def _list_runs(material: Material, attribution: str) -> set[tuple[str, ...]]:
    found = material.attributions.get(attribution)
    if found is None:
        return set()
    text = material.by_id[found.report].text
    words = [fold_case(word.of(text)) for span in found.content for word in find_words(text, span)]
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))
