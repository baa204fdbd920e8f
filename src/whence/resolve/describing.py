"""Descriptions joined to those they describe: "the minister", "the 42-year-old", "the paper"."""

from collections.abc import Iterable
from typing import Final

from whence.lexicon.bodies import BODY_WORDS, OUTLET_WORDS
from whence.lexicon.people import (
    NOUNS_OF_MEN,
    NOUNS_OF_WOMEN,
    ORGANISATION_NOUNS,
    OUTLET_NOUNS,
    PERSON_NOUNS,
    UNNAMED_NOUNS,
    Gender,
    roles_alike,
)
from whence.model import MentionKind
from whence.resolve.bodies import body_tokens
from whence.resolve.chains import Chain
from whence.resolve.references import Reference

_MOST_COMPARED: Final = 20
_GENERIC: Final = frozenset(
    "man woman boy girl person guy lady gentleman individual adult teenager teen father mother "
    "year-old pair couple victim suspect".split()
)
PARTIES: Final = frozenset(("republican", "democrat"))
_SEATS: Final = PARTIES | {
    "senator", "representative", "congressman", "congresswoman", "lawmaker", "legislator",
}  # fmt: skip
_ANYBODY: Final = frozenset(("source", "person"))
_NEW: Final = (
    "a ", "an ", "another ", "one ", "some ", "other ", "several ", "two ", "three ", "every ",
    "each ", "any ", "no ", "all ", "many ", "most ", "such ",
)  # fmt: skip
_PLAIN: Final = frozenset(
    "former retired late acting deputy senior top chief the a an then current new old "
    "young elder his her its their our my this that these those popular famous outspoken "
    "controversial embattled disgraced veteran long-time longtime".split()
)
_DEPARTMENTS: Final = frozenset(
    "medical clinical nursing finance financial technical operations operational commercial legal "
    "creative artistic musical sporting communications marketing sales research scientific "
    "personnel human technology information security policy regional deputy assistant".split()
)
_COMPANY: Final = frozenset("company firm corporation retailer manufacturer".split())


def score_description(reference: Reference, chain: Chain) -> tuple[float, str]:
    """How surely a description speaks of what a chain names, 0 to 1, and why in words."""
    if reference.surface.lower().startswith(_NEW):
        return 0.0, "it introduces somebody new"
    kind = reference.kind
    if kind is MentionKind.PERSON:
        return _score_person(reference, chain)
    if kind is MentionKind.GROUP:
        return _score_same_words(reference, chain)
    if kind in (MentionKind.ORGANISATION, MentionKind.OUTLET):
        return _score_body(reference, chain)
    if kind is MentionKind.DOCUMENT:
        return _score_document(reference, chain)
    return _score_same_words(reference, chain)


def _score_person(reference: Reference, chain: Chain) -> tuple[float, str]:
    if chain.kind is not MentionKind.PERSON:
        return 0.0, "no person"
    if {reference.gender, chain.gender} == {Gender.WOMAN, Gender.MAN}:
        return 0.0, "another gender"
    if reference.age and reference.age in chain.ages:
        return 0.95, f"the age given is {reference.age}"
    if reference.age and chain.ages:
        return 0.0, "another age"
    if not reference.roles:
        return (0.4, "the person nearest") if reference.age else (0.0, "no role")
    noun = reference.roles[0]
    if (state := _state_of(reference, noun)) and chain.party:
        same = is_short_for(chain.party.split()[0], state)
        if not same or (noun in PARTIES and noun not in chain.roles):
            return 0.0, "of another state or party"
        return 0.9, f"from {state.title()}"
    if noun in chain.roles:
        if modifiers_clash(reference.surface, chain.roles[noun], noun):
            return 0.2, f"another {noun}"
        return (0.85 if reference.is_definite else 0.6), f"called {noun} elsewhere in the report"
    alike = [role for role in chain.roles if roles_alike(noun, role)]
    if alike and not _is_of_department(chain, alike[0]):
        role = alike[0]
        if reference.mention.affiliation is not None:
            return 0.4, f"{noun} of a body, where the other is {role}"
        return 0.65, f"{noun} may stand for {role}"
    is_nobody = not chain.has_name and bool(UNNAMED_NOUNS & chain.roles.keys())
    if noun in _ANYBODY and reference.is_definite and is_nobody:
        return 0.6, f"the {noun} spoken of, whom nobody names"
    if noun in _GENERIC and reference.is_definite:
        same = chain.gender in (Gender.WOMAN, Gender.MAN) and (
            (noun in NOUNS_OF_WOMEN and chain.gender is Gender.WOMAN)
            or (noun in NOUNS_OF_MEN and chain.gender is Gender.MAN)
        )
        return (0.5, f"the {noun} named last") if same else (0.35, "a person named last")
    return 0.0, "no role in common"


def _is_of_department(chain: Chain, role: str) -> bool:
    """Whether an office is that of a part of a body: a "medical director" is not its head."""
    described = list(chain.described.values())[:_MOST_COMPARED]
    phrases = [chain.roles[role], *(m.surface for m in described if role in m.roles)]
    return any(_DEPARTMENTS & set(phrase.lower().split()) for phrase in phrases)


def pick_firm(reference: Reference, chains: Iterable[Chain]) -> Chain | None:
    """The one firm that has spoken before, where "the company" or "the firm" is meant."""
    if not reference.is_definite or reference.noun not in _COMPANY:
        return None
    firms = [
        chain
        for chain in chains
        if chain.kind is MentionKind.ORGANISATION
        and chain.has_name
        and any(member.speaks for member in chain.members)
        and not _is_other_body(chain)
    ]
    return firms[0] if len(firms) == 1 else None


def _is_other_body(chain: Chain) -> bool:
    """Whether a word of its name says that a body is an office, a club or an outlet."""
    words = {word for head in chain.heads for word in body_tokens(head)}
    return bool(words & (BODY_WORDS | OUTLET_WORDS) - _COMPANY)


def takes_up(reference: Reference, chain: Chain) -> bool:
    """Whether "the man" may be somebody without a name whom the report has just heard."""
    if chain.has_name or chain.is_plural or reference.noun not in _GENERIC:
        return False
    return reference.is_definite and {reference.gender, chain.gender} != {Gender.WOMAN, Gender.MAN}


def _state_of(reference: Reference, noun: str) -> str:
    """The words before a party or a seat: ``vermont`` in "the Vermont senator"; empty for none."""
    if noun not in _SEATS:
        return ""
    return " ".join(sorted(_modifiers(reference.surface, noun)))


def is_short_for(short: str, state: str) -> bool:
    """Whether letters stand for a state: ``vt`` and ``ariz`` for Vermont and Arizona."""
    letters = iter(state.replace(" ", ""))
    return short[:1] == state[:1] and all(letter in letters for letter in short)


def modifiers_clash(mine: str, theirs: str, noun: str) -> bool:
    """Whether two phrases with one noun say more, and other things ("the finance minister").

    Words that begin alike agree: "Mexico's", "Mexican".
    """
    a, b = _modifiers(mine, noun), _modifiers(theirs, noun)
    return bool(a and b) and not {word[:4] for word in a} & {word[:4] for word in b}


def _modifiers(surface: str, noun: str) -> frozenset[str]:
    words = surface.lower().replace("'s", "").replace(",", " ").split()
    parts = noun.split()
    if parts[-1] in words:
        words = words[: words.index(parts[-1])]
    return frozenset(w for w in words if w not in _PLAIN and w not in parts and w.isalpha())


def _score_same_words(reference: Reference, chain: Chain) -> tuple[float, str]:
    if chain.has_name and chain.kind is not MentionKind.GROUP:
        return 0.0, "a name"
    mine = reference.key
    if mine in chain.described:
        return 0.8, "the same words"
    if reference.is_definite and reference.roles and reference.plural is chain.is_plural:
        for member in list(chain.described.values())[:_MOST_COMPARED]:
            if reference.roles[-1:] == member.roles[-1:] and not modifiers_clash(
                reference.surface, member.surface, reference.roles[-1]
            ):
                return 0.65, f"{reference.roles[-1]} spoken of before"
    return 0.0, "other words"


def _score_body(reference: Reference, chain: Chain) -> tuple[float, str]:
    if chain.kind not in (MentionKind.ORGANISATION, MentionKind.OUTLET, MentionKind.UNKNOWN):
        return 0.0, "no body"
    noun = reference.roles[-1] if reference.roles else reference.key.split()[-1]
    if chain.has_name:
        for member in list(chain.heads.values())[:_MOST_COMPARED]:
            if noun in body_tokens(member.head):
                return 0.85, f"{noun} is part of its name"
        if not reference.is_definite or _says_more(reference, noun):
            return 0.0, "another body"
        if noun in OUTLET_NOUNS and chain.kind is MentionKind.OUTLET:
            return 0.6, f"the {noun} named last"
        if noun in _COMPANY and chain.kind is MentionKind.ORGANISATION:
            return 0.5, f"the {noun} named last"
        return 0.0, "another body"
    return _score_same_words(reference, chain)


def _says_more(reference: Reference, noun: str) -> bool:
    """Whether words before the noun tell whose or of what sort it is: "the al-Osk network"."""
    return reference.mention.affiliation is not None or bool(_modifiers(reference.surface, noun))


def _score_document(reference: Reference, chain: Chain) -> tuple[float, str]:
    if chain.kind is not MentionKind.DOCUMENT:
        return 0.0, "no document"
    if chain.has_name:
        return 0.0, "a name"
    return _score_same_words(reference, chain)


def is_known_noun(noun: str) -> bool:
    """Whether a noun is one that describes people or bodies."""
    return noun in PERSON_NOUNS or noun in ORGANISATION_NOUNS
