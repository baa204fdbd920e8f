"""Which of the speakers of one statement are one voice."""

from collections import Counter, defaultdict
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from whence.derive.material import Material
from whence.lexicon import load_table
from whence.lexicon.bodies import BODY_WORDS
from whence.lexicon.outlets import bare_name
from whence.lexicon.people import SPEAKING_ROLES
from whence.model import Anonymity, Entity, MentionKind, Variation

_SAME_WORDS = frozenset(
    {
        Variation.IDENTICAL,
        Variation.SPELLING,
        Variation.SPLIT,
        Variation.MERGED,
        Variation.TRIMMED,
        Variation.SPLICED,
        Variation.INSERTED,
        Variation.CENSORED,
        Variation.TENSE,
        Variation.REATTRIBUTED,
        Variation.MISQUOTED_SOURCE,
    }
)
_LEAST_WORDS = 5
_LEAST_LETTERS = 6
"""Shorter names that differ in a letter are other names: Marn and Mark, Vell and Bell."""
_ALIKE = 0.75
_ANYBODY = frozenset(load_table("credits")["anybody"]["nouns"])
_BODIES = frozenset(["police", "authorities", "prosecutors"])
_OFFICES = frozenset(
    word
    for group in load_table("roles")["like"]["sets"]
    if {"spokesman", "official", "officer", "chief"} & set(group.split())
    for role in group.split()
    for word in role.split("_")
) | frozenset(["source", "person", "insider", "aide", "employee", "member", "clerk"])
"""Roles in which somebody may speak for a body."""
_TRADES = frozenset("firm company business operator maker manufacturer".split())
"""What any named body may be that is in business."""
_SMALL = frozenset("the a an of for and to in at s".split())


def find_same_words(material: Material) -> dict[str, set[str]]:
    """For each attribution, those of other reports that give the same words between marks.

    Five words or more, unchanged but for trimming, spelling and the like: two hearings of one
    person seldom give those, so one utterance lies under both.
    """
    same: dict[str, set[str]] = defaultdict(set)
    common: Counter[tuple[str, str]] = Counter()
    for alignment in material.comparison.alignments:
        if not alignment.is_quotation:
            continue
        kept = [
            wording
            for wording in (alignment.base, *alignment.variants)
            if wording is alignment.base
            or set(wording.variations) <= _SAME_WORDS
            or (Variation.PARAPHRASE not in wording.variations and wording.score >= _ALIKE)
        ]
        words = {
            wording.attribution: sum(
                len(s.of(material.by_id[wording.report].text).split()) for s in wording.spans
            )
            for wording in kept
        }
        for one, other in combinations(sorted(words), 2):
            common[one, other] += min(words[one], words[other])
    for (one, other), shared in sorted(common.items()):
        if shared >= _LEAST_WORDS:
            same[one].add(other)
            same[other].add(one)
    return dict(same)


def members_of(material: Material, voice: str) -> tuple[str, ...]:
    """The voices that speak in one: those who speak together, else the voice itself."""
    entity = material.entities.get(voice)
    return entity.members if entity is not None and entity.members else (voice,)


def is_firm(entity: Entity | None) -> bool:
    """Whether an entity is a voice that can be told from others: named, and not a vague group."""
    if entity is None or entity.anonymity is not Anonymity.NAMED:
        return False
    if entity.members:
        return True
    if entity.kind not in (
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.DOCUMENT,
        MentionKind.OUTLET,
    ):
        return False
    return entity.kind is MentionKind.ORGANISATION or any(c.isupper() for c in entity.name)


def can_be_told(entity: Entity | None) -> bool:
    """Whether a voice is the same wherever it is named: a firm one, or "the fire service"."""
    return is_firm(entity) or (entity is not None and _is_body(entity))


def is_apart(material: Material, voice: str, other: str) -> bool:
    """Whether an unnamed voice is plainly not a named one: drivers are not the ministry.

    Sources, officials and the like may be anybody's, and a description may be of the person who
    is named elsewhere; such voices are never held apart. A group, a body or "an engineer" are,
    where nothing that is said of the named one fits them; so is "the minister" from a doctor where
    the story names a minister.
    """
    unnamed, named = material.entities.get(voice), material.entities.get(other)
    if unnamed is None or named is None:
        return False
    words = _words(unnamed)
    if not words or words & (_words(named) | _roles(named)):
        return False
    if not is_firm(named):
        return _is_told_apart(unnamed, named)
    if _is_body(unnamed) and (len(words) > 1 or _is_spoken_for(material, unnamed)):
        return not _is_its_trade(unnamed, named)
    if words & _ANYBODY:
        is_layman = bool(named.roles) and not _roles(named) & SPEAKING_ROLES
        is_other = named.kind is MentionKind.ORGANISATION or is_layman
        return bool(words & _BODIES) and is_other
    if unnamed.kind is MentionKind.PERSON:
        article = unnamed.name.split(" ", 1)[0].lower() in ("a", "an")
        fits_none = (
            article or _is_unmet(unnamed, named) or _is_somebody_else(material, unnamed, named)
        )
        return fits_none and named.kind is MentionKind.PERSON
    return unnamed.kind is MentionKind.GROUP


def _is_unmet(unnamed: Entity, named: Entity) -> bool:
    """Whether "the sailor" stands in no report that knows a named person of another role."""
    if not named.roles or not unnamed.reports or _roles(unnamed) & _OFFICES:
        return False
    return not set(unnamed.reports) & set(named.reports)


def _is_spoken_for(material: Material, body: Entity) -> bool:
    """Whether somebody named speaks for a body without a name; "the firm" may be any."""
    if bare_name(body.name).split()[-1] in _TRADES:
        return False
    return any(entity.body == body.id and is_firm(entity) for entity in material.entities.values())


def _is_its_trade(unnamed: Entity, named: Entity) -> bool:
    """Whether "the coach firm" may be a named body that no word says to be another sort of body."""
    head = bare_name(unnamed.name).split()[-1]
    sort = set(bare_name(named.name).split()) & BODY_WORDS
    return named.kind is MentionKind.ORGANISATION and head in _TRADES and not sort


def _is_told_apart(one: Entity, other: Entity) -> bool:
    """Whether two unnamed voices are plainly two: two bodies, or a body and "a midwife"."""
    if _is_body(one) and _is_body(other):
        return True
    for body, person in ((one, other), (other, one)):
        if _is_body(body) and _is_anybody_but_an_official(person):
            return True
    return False


def _is_body(entity: Entity) -> bool:
    """Whether an unnamed voice is a body of its own: "the fire service", "the police"."""
    words = bare_name(entity.name).split()
    if entity.kind is MentionKind.ORGANISATION:
        return True
    if entity.kind is MentionKind.GROUP:
        return bool(_BODIES & set(words)) and len(words) == 1
    return entity.kind is MentionKind.UNKNOWN and bool(words) and words[-1] in BODY_WORDS


def _is_anybody_but_an_official(entity: Entity) -> bool:
    """Whether a person is brought in as "a midwife": described, and by no office of a body."""
    if entity.kind is not MentionKind.PERSON or entity.anonymity is not Anonymity.UNNAMED:
        return False
    first = entity.name.split(" ", 1)[0].lower()
    described = first in ("a", "an", "his", "her", "their") or first.endswith(("'s", "’s"))
    return described and bool(entity.roles) and not _roles(entity) & _OFFICES


def _is_somebody_else(material: Material, unnamed: Entity, named: Entity) -> bool:
    """Whether a described person holds a role of another named one: the minister, not the doctor.

    Both must be said to hold roles, and the story must name somebody whom the description fits.
    """
    roles = _roles(unnamed)
    if not roles or not named.roles:
        return False
    return any(
        entity.kind is MentionKind.PERSON and is_firm(entity) and roles & _roles(entity)
        for entity in material.entities.values()
    )


def _roles(entity: Entity) -> frozenset[str]:
    return frozenset(word for role in entity.roles for word in bare_name(role).split())


def is_same_voice(material: Material, a: str, b: str) -> bool:
    """Whether two voices are one: the same body, a role in it, or a name that holds the other.

    Two who spoke together are one voice with each of them: it is one utterance. Who speaks in a
    body's release speaks for the body.
    """
    if a == b:
        return True
    first, second = material.entities.get(a), material.entities.get(b)
    if first is None or second is None:
        return False
    if a in second.members or b in first.members:
        return True
    if a in material.issuers.get(b, ()) or b in material.issuers.get(a, ()):
        return True
    if second.body == a or first.body == b or (first.body and first.body == second.body):
        return True
    one, two = _words(first), _words(second)
    if one and two and (one <= two or two <= one):
        return True
    return _speaks_for(first, two) or _speaks_for(second, one) or _is_slip(first, second)


def _is_slip(first: Entity, second: Entity) -> bool:
    """Whether two persons' full names differ in one letter of one long word: Halvik, Halvic."""
    if first.kind is not MentionKind.PERSON or second.kind is not MentionKind.PERSON:
        return False
    if not (is_firm(first) and is_firm(second)):
        return False
    one, two = bare_name(first.name).split(), bare_name(second.name).split()
    if len(one) < 2 or len(one) != len(two):
        return False
    differing = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    if len(differing) != 1:
        return False
    (a, b) = differing[0]
    long = min(len(a), len(b)) >= _LEAST_LETTERS
    return long and Levenshtein.distance(a, b, score_cutoff=1) <= 1


def _words(entity: Entity) -> frozenset[str]:
    return frozenset(bare_name(entity.name).split()) - _SMALL


def _speaks_for(person: Entity, body: frozenset[str]) -> bool:
    """Whether a role of the person names the body: "head of the Lorn Water Board"."""
    if person.kind is not MentionKind.PERSON or not body:
        return False
    return any(body <= set(bare_name(role).split()) for role in person.roles)
