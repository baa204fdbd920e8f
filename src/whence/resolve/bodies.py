"""Names of bodies and outlets: whether two name the same one."""

from functools import lru_cache
from typing import Final

from whence.lexicon.bodies import (
    AMBIGUOUS_OUTLETS,
    DEMONYMS,
    GENERIC_BODIES,
    KNOWN_SHORT,
    LEGAL_FORMS,
    OUTLET_NAMES,
    PLACES,
)
from whence.lexicon.tables import load_table
from whence.text import fold_letters

_SMALL: Final = frozenset(("of", "the", "and", "for", "on", "in", "&", "de", "la", "le", "al", "a"))
_EMPTY: Final = frozenset(("", "the", "a", "an"))
_ALIKE: Final = {
    "organisation": "organization", "centre": "center", "defence": "defense", "department": "dept",
    "programme": "program", "labour": "labor", "theatre": "theater", "harbour": "harbor",
}  # fmt: skip
_COUNTRIES: Final[dict[str, str]] = {
    name.replace("_", " "): line.split(":")[0]
    for line in load_table("governments")["countries"]
    for name in line.split(":")[0].split("/")
}


def _without_points(word: str) -> str:
    """Initials without their points: ``n.a.a.c.p`` as ``naacp``."""
    letters = word.split(".")
    return "".join(letters) if all(len(part) == 1 for part in letters) else word


@lru_cache(maxsize=20_000)
def body_tokens(name: str) -> tuple[str, ...]:
    """The telling words of a body's name, folded, without article and legal form."""
    words = [word.strip(".,()'\"") for word in fold_letters(name).replace("'s", "").split()]
    words = [_without_points(_ALIKE.get(word, word)) for word in words if word not in _EMPTY]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return tuple(words)


def place_key(name: str) -> str:
    """A place's name to compare by: "U.S.", "US" and "the United States" are one."""
    folded = " ".join(body_tokens(name))
    return _COUNTRIES.get(folded, folded)


def acronyms(tokens: tuple[str, ...]) -> frozenset[str]:
    """The initials under which a body may go, with and without its small words."""
    if len(tokens) < 2:
        return frozenset()
    whole = "".join(word[0] for word in tokens if word)
    bare = "".join(word[0] for word in tokens if word not in _SMALL)
    return frozenset(key for key in (whole, bare) if len(key) > 1)


def is_acronym(name: str) -> bool:
    """Whether a name is written as initials: ``BWA``, ``U.N.``, ``RFE/RL``."""
    letters = [c for c in name if c.isalpha()]
    return 2 <= len(letters) <= 7 and sum(c.isupper() for c in letters) >= len(letters) - 1


def outlet_name(name: str) -> str | None:
    """The fullest usual name of a known outlet; None for one that is not known."""
    folded = " ".join(body_tokens(name))
    known = OUTLET_NAMES.get(folded)
    return known if known is not None and folded not in AMBIGUOUS_OUTLETS else None


@lru_cache(maxsize=20_000)
def body_keys(name: str) -> frozenset[str]:
    """Keys that two names of one body share: telling words, initials, a known full form."""
    tokens = body_tokens(name)
    keys = {word for word in tokens if word not in _SMALL} | acronyms(tokens)
    if len(tokens) == 1:
        letters = tokens[0].replace(".", "").replace("/", "")
        keys |= {letters, *KNOWN_SHORT.get(tokens[0], "").split()[:1]}
    known = outlet_name(name)
    return frozenset(keys | {place_key(name)} | ({known} if known else set()))


def compare_bodies(a: str, b: str) -> tuple[float, str]:
    """How surely two names are one body's, 0 to 1, and why in words."""
    x, y = body_tokens(a), body_tokens(b)
    if not x or not y:
        return 0.0, "no name"
    if x == y:
        return 1.0, "same name"
    known = outlet_name(a)
    if known is not None and known == outlet_name(b):
        return 0.95, f"two names of {known}"
    for short, full in ((x, y), (y, x)):
        letters = "".join(short).replace(".", "").replace("/", "")
        if len(short) == 1 and KNOWN_SHORT.get(short[0]) == " ".join(full):
            return 0.95, "usual short name"
        if len(short) == 1 and letters in acronyms(full) and is_acronym(a if short == x else b):
            return 0.85, "its initials"
    short, long = (x, y) if len(x) < len(y) else (y, x)
    if len(short) < len(long) and short == long[-len(short) :]:
        if len(short) > 1 and " ".join(long[: -len(short)]) in PLACES | DEMONYMS:
            return 0.4, "the longer name is that of one place"
        if short[0] in GENERIC_BODIES and len(short) == 1:
            return 0.58, "end of the longer name, and a word for many bodies"
        return (0.75 if len(short) > 1 else 0.65), "end of the longer name"
    if (
        len(short) < len(long)
        and short == long[: len(short)]
        and short[-1] not in PLACES | DEMONYMS
    ):
        return (0.7 if len(short) > 1 else 0.55), "beginning of the longer name"
    return 0.0, "another name"
