"""Names of people: their parts, and whether two may be one person's."""

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from whence.lexicon.people import (
    COURTESY_TITLES,
    NAME_PARTICLES,
    NAME_SUFFIXES,
    may_be_same_given,
)
from whence.model import Value
from whence.text import fold_letters

_SPELLINGS: Final = tuple(
    tuple(pair.split(">"))
    for pair in (
        "iy>y yi>y ii>y ij>y ye>e yo>o yu>u ja>ia ya>ia kh>h gh>g zh>z ou>u oo>u ee>i ei>e ph>f "
        "ck>k q>k c>k tch>ch tsch>ch dj>j w>v ae>a oe>o ue>u y>i aa>a e>a o>u"
    ).split()
)
"""Spellings of one sound in names written over from other scripts, in the order of use."""


class PersonName(Value, frozen=True, kw_only=True):
    """The parts of a person's name, folded, without titles and suffixes."""

    tokens: tuple[str, ...]
    """Every part; particles joined to what follows them (``de venecia``)."""

    @property
    def surname(self) -> str:
        """The last part."""
        return self.tokens[-1]

    @property
    def is_full(self) -> bool:
        """Whether it has more than one part."""
        return len(self.tokens) > 1


def parse_person(surface: str) -> PersonName | None:
    """The parts of a name; None where no word of it is left without titles."""
    words = [word.strip(".,()'\"*") for word in fold_letters(surface).removesuffix("'s").split()]
    words = [word for word in words if word]
    while len(words) > 1 and words[0] in COURTESY_TITLES:
        words.pop(0)
    while len(words) > 1 and words[-1] in NAME_SUFFIXES:
        words.pop()
    tokens: list[str] = []
    held: list[str] = []
    for index, word in enumerate(words):
        if word in NAME_PARTICLES and index + 1 < len(words) and (index or len(words) > 2):
            held.append(word)
            continue
        tokens.append(" ".join((*held, word)))
        held = []
    return PersonName(tokens=tuple(tokens)) if tokens else None


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """A rough key under which the spellings of one name in Latin letters fall together."""
    key = word.replace("-", "").replace("'", "")
    for old, new in _SPELLINGS:
        key = key.replace(old, new)
    squeezed = [
        letter for index, letter in enumerate(key) if index == 0 or key[index - 1] != letter
    ]
    return "".join(squeezed)


def same_word(a: str, b: str) -> float:
    """How surely two parts of names are one: 1 equal, .9 one spelling of the other, 0 different."""
    if a == b:
        return 1.0
    x, y = a.split()[-1], b.split()[-1]
    if x == y:
        return 0.95
    if len(x) > 3 and len(y) > 3 and x[0] == y[0] and sound(x) == sound(y):
        return 0.9
    if min(len(x), len(y)) > 5 and x[:3] == y[:3] and DamerauLevenshtein.distance(x, y) == 1:
        return 0.8
    return 0.0


def compare_people(a: PersonName, b: PersonName) -> tuple[float, str]:
    """How surely two names may be one person's, 0 to 1, and why in words.

    0 means that they cannot be: another surname, or another given name. A single part says less
    than two.
    """
    short, long = (a, b) if len(a.tokens) <= len(b.tokens) else (b, a)
    if not short.is_full:
        return _compare_part(short.tokens[0], long)
    surname = same_word(short.surname, long.surname)
    given = may_be_same_given(short.tokens[0], long.tokens[0]) or (
        same_word(short.tokens[0], long.tokens[0]) > 0
    )
    if surname and given and _middles_agree(short, long):
        equal = short.tokens == long.tokens
        how = "same full name" if equal else "one full name in two forms"
        return (1.0 if equal else 0.9 * surname), how
    if len(long.tokens) > len(short.tokens):
        matched = _subsequence(short.tokens, long.tokens)
        if matched:
            return 0.85 * matched, "its parts stand in the longer name in the same order"
    if len(a.tokens) == 2 and a.tokens == b.tokens[::-1]:
        return 0.8, "the same two parts in the other order"
    return 0.0, "another given name or surname"


def _compare_part(part: str, name: PersonName) -> tuple[float, str]:
    if not name.is_full:
        score = same_word(part, name.tokens[0])
        return score, "same name" if score == 1.0 else "one spelling of the other"
    score = same_word(part, name.surname)
    if score:
        return 0.8 * score, f"surname of {' '.join(name.tokens).title()}"
    if len(name.tokens) > 2:
        middle = max(same_word(part, token) for token in name.tokens[1:-1])
        if middle:
            return 0.7 * middle, f"second name of {' '.join(name.tokens).title()}"
    if len(part) > 1 and (name.tokens[0] == part or may_be_same_given(part, name.tokens[0])):
        return 0.6, f"given name of {' '.join(name.tokens).title()}"
    return 0.0, "no part in common"


def _middles_agree(short: PersonName, long: PersonName) -> bool:
    """Whether middle names do not contradict each other."""
    x, y = short.tokens[1:-1], long.tokens[1:-1]
    if not x or not y:
        return True
    return all(may_be_same_given(p, q) or same_word(p, q) > 0 for p, q in zip(x, y, strict=False))


def _subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """The weakest match when every part of one name is found in order in the other; 0 for none."""
    weakest, position = 1.0, 0
    for part in short:
        for index in range(position, len(long)):
            score = same_word(part, long[index]) or (
                0.9 if len(part) == 1 and long[index].startswith(part) else 0.0
            )
            if score:
                weakest, position = min(weakest, score), index + 1
                break
        else:
            return 0.0
    return weakest
