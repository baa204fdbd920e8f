"""What single words tell of people: gender, titles, roles, pet names."""

from enum import StrEnum
from functools import lru_cache
from typing import Final

from whence.lexicon.tables import load_table
from whence.text import fold_letters


class Gender(StrEnum):
    """What a word tells of a person's gender. ``either`` is a known name or noun of both."""

    WOMAN = "woman"
    MAN = "man"
    EITHER = "either"


def _words(*lists: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for text in lists for word in text.split())


_NAMES: Final = load_table("given_names")
_TITLES: Final = load_table("titles")
_ROLES: Final = load_table("roles")
_CAPITALS: Final = load_table("capitals")

WOMENS_NAMES: Final = _words(*_NAMES["women"].values())
MENS_NAMES: Final = _words(*_NAMES["men"].values())
GIVEN_NAMES: Final = WOMENS_NAMES | MENS_NAMES | _words(*_NAMES["either"].values())

TITLES_OF_MEN: Final = _words(_TITLES["courtesy_men"])
TITLES_OF_WOMEN: Final = _words(_TITLES["courtesy_women"])
COURTESY_TITLES: Final = TITLES_OF_MEN | TITLES_OF_WOMEN | _words(_TITLES["courtesy_either"])
OFFICE_TITLES: Final = _words(_TITLES["office"])
NAME_PARTICLES: Final = _words(_TITLES["particles"])
NAME_SUFFIXES: Final = _words(_TITLES["suffixes"])

NOUNS_OF_WOMEN: Final = _words(_ROLES["person"]["women"])
NOUNS_OF_MEN: Final = _words(_ROLES["person"]["men"])
OFFICES: Final = _words(_ROLES["person"]["offices"])
UNIQUE_OFFICES: Final = _words(_ROLES["person"]["unique"])
SPEAKING_ROLES: Final = OFFICES | _words(_ROLES["person"]["speaking"])
"""Roles in which somebody speaks for the body he belongs to: a nurse of it does not."""
UNNAMED_NOUNS: Final = _words(_ROLES["person"]["unnamed"])
PERSON_NOUNS: Final = NOUNS_OF_WOMEN | NOUNS_OF_MEN | OFFICES | _words(_ROLES["person"]["others"])
GROUP_NOUNS: Final = _words(_ROLES["group"]["nouns"])
ORGANISATION_NOUNS: Final = _words(_ROLES["organisation"]["nouns"])
OUTLET_NOUNS: Final = _words(_ROLES["outlet"]["nouns"])
DOCUMENT_NOUNS: Final = _words(_ROLES["document"]["nouns"])
TIME_WORDS: Final = _words(_CAPITALS["time"])
OPENERS: Final = _words(_CAPITALS["openers"])
PEOPLES: Final = _words(_CAPITALS["groups"])

_IRREGULAR: Final = {
    "men": "man", "women": "woman", "children": "child", "wives": "wife", "people": "person",
    "thieves": "thief", "chiefs": "chief", "staff": "staff", "police": "police", "media": "media",
    "data": "data", "news": "news", "series": "series",
}  # fmt: skip


def _alike() -> dict[str, frozenset[str]]:
    """For every role noun the nouns that may stand for it."""
    found: dict[str, set[str]] = {}
    for line in _ROLES["like"]["sets"]:
        words = _words(line)
        for word in words:
            found.setdefault(word, set()).update(words)
    return {word: frozenset(words) for word, words in found.items()}


_LIKE: Final = _alike()
_FULL_FORMS: Final = {
    short.strip(): frozenset(fold_letters(full) for full in forms.split())
    for short, _, forms in (line.partition(":") for line in load_table("nicknames")["short"])
}


def singular(noun: str) -> str:
    """The singular of a noun in lower case, by its ending; the noun itself when it has none."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("men") and len(noun) > 4:
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3:
        return noun[:-1]
    return noun


def is_plural(noun: str) -> bool:
    """Whether a lower-case noun is plural in form or in sense ("people", "police")."""
    return noun in ("people", "police", "staff") or singular(noun) != noun


@lru_cache(maxsize=20_000)
def gender_of_given(name: str) -> Gender | None:
    """The usual gender of a given name; None for one that is not known."""
    folded = fold_letters(name)
    if folded in WOMENS_NAMES:
        return Gender.WOMAN
    if folded in MENS_NAMES:
        return Gender.MAN
    if folded in GIVEN_NAMES:
        return Gender.EITHER
    head = folded.split("-")[0]
    return gender_of_given(head) if head != folded and len(head) > 2 else None


def gender_of_title(title: str) -> Gender | None:
    """The gender a title or role noun tells: ``Mrs``, ``spokesman``; None where it tells none."""
    word = title.lower().rstrip(".")
    if word in TITLES_OF_WOMEN or word in NOUNS_OF_WOMEN:
        return Gender.WOMAN
    if word in TITLES_OF_MEN or word in NOUNS_OF_MEN:
        return Gender.MAN
    return None


def roles_alike(a: str, b: str) -> bool:
    """Whether two role nouns in lower case may speak of one person ("chief executive", "boss")."""
    return a == b or b in _LIKE.get(a, frozenset())


def full_forms(short: str) -> frozenset[str]:
    """The given names that a pet name may stand for, folded; empty for any other word."""
    return _FULL_FORMS.get(fold_letters(short), frozenset())


def may_be_same_given(a: str, b: str) -> bool:
    """Whether two given names may be one person's: equal, initial, pet form of one name."""
    x, y = fold_letters(a).rstrip("."), fold_letters(b).rstrip(".")
    if not x or not y or x == y:
        return True
    if len(x) == 1 or len(y) == 1:
        return x[0] == y[0]
    xs, ys = full_forms(x) | {x}, full_forms(y) | {y}
    return bool(xs & ys)


HEARSAY_PRONOUNS: Final = frozenset(
    "who whom which one another others some many both neither none everyone somebody "
    "someone anyone this that these those all few several most".split()
)
"""Pronouns that may be a source and need an antecedent other than a name."""
