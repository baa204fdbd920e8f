"""One name, one kind: all that a text says of a name decides what it is wherever it stands."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from whence.extract.neural.page import (
    FACILITY,
    GROUP,
    MISC,
    ORGANISATION,
    PERSON,
    PLACE,
    PLACES,
    Name,
    Page,
    Reals,
)
from whence.extract.neural.votes import votes_of
from whence.lexicon.bodies import DEMONYMS, SINGLE_BODIES
from whence.lexicon.bodies import PLACES as KNOWN_PLACES

SURNAME_VOTE: Final = 0.5
"""What a full name's vote counts for its last word (chosen on ner_worldwide, dev)."""
FIRST_VOTE: Final = 0.2
"""What a body's full name counts for its first word (with 0.5: 0.4 less)."""
MOST_AGAINST: Final = 6.0
"""How much likelier no name at all may be where a known name stands (from 1 to 6: the same F1)."""

_DIRECTIONS: Final = frozenset("north south east west".split())
_SHORTEST: Final = 3  # characters of a name that is looked for elsewhere
_LONGEST: Final = 8  # words of such a name


def settle_kinds(page: Page, names: Sequence[Name]) -> list[Name]:
    """The names, each with the kind for which all that have the same words speak together.

    A person's full name speaks for its last word too, and a long name for its initials in
    brackets behind it.
    """
    votes: dict[str, Reals] = {}
    surnames: dict[str, Reals] = {}
    firsts: dict[str, Reals] = {}
    for name in names:
        own = votes_of(page, name)
        words = page.surface(name)
        votes[words] = votes[words] + own if words in votes else own
        if name.kind == PERSON and name.last > name.first:
            last = page.text.surfaces[name.last]
            surnames[last] = surnames[last] + own if last in surnames else own
        elif name.kind == ORGANISATION and name.last > name.first:
            first = page.text.surfaces[name.first]
            firsts[first] = firsts[first] + own if first in firsts else own
    twins = _brackets(page, names)
    kinds: dict[str, int] = {}
    for words, own in votes.items():
        total = own
        if words in surnames:
            total = total + SURNAME_VOTE * surnames[words]
        if words in firsts:
            total = total + FIRST_VOTE * firsts[words]
        if words in twins:
            total = total + votes[twins[words]]
        kinds[words] = int(total.argmax())
    settled = [name._replace(kind=kinds[page.surface(name)]) for name in names]
    return [known for name in settled if (known := _by_list(page, name)) is not None]


def _brackets(page: Page, names: Sequence[Name]) -> dict[str, str]:
    """Names of several words and their initials in brackets, each to the other."""
    twins: dict[str, str] = {}
    for long, short in pairwise(names):
        first = short.first
        if (
            first == short.last
            and long.last == first - 2
            and long.last > long.first
            and page.text.surfaces[first - 1] == "("
            and _is_initials(page.text.surfaces[first], page, long)
        ):
            twins[page.surface(long)] = page.surface(short)
            twins[page.surface(short)] = page.surface(long)
    return twins


def _is_initials(short: str, page: Page, long: Name) -> bool:
    """Whether the capitals of a word are, in order, first letters of a name's words."""
    capitals = [letter for letter in short if letter.isupper()]
    letters = iter([word[0].upper() for word in page.lowers[long.first : long.last + 1]])
    return len(capitals) > 1 and all(letter in letters for letter in capitals)


def _by_list(page: Page, name: Name) -> Name | None:
    """The name as word lists know it: a place, a people; None for a mere direction."""
    words = page.lower(name)
    is_people = words in DEMONYMS or (words.endswith("s") and words[:-1] in DEMONYMS)
    if name.kind in (PERSON, ORGANISATION, PLACE, FACILITY):
        if words in _DIRECTIONS:
            return None
        if is_people:
            return name._replace(kind=GROUP)
    if name.kind in (ORGANISATION, GROUP, MISC) and words in KNOWN_PLACES and not is_people:
        return name._replace(kind=PLACE)
    return name


def add_missed(page: Page, names: Sequence[Name]) -> list[Name]:
    """The names, with further places where the same words stand, or a person's last name."""
    surfaces = page.text.surfaces
    kinds: dict[tuple[str, ...], int] = {}
    for name in names:
        words = tuple(surfaces[name.first : name.last + 1])
        if (
            name.kind in (PERSON, ORGANISATION, *PLACES)
            and page.is_capital(name.first)
            and len(words) <= _LONGEST
            and sum(map(len, words)) >= _SHORTEST
        ):
            kinds.setdefault(words, name.kind)
    for name in names:
        last = surfaces[name.last]
        if name.kind == PERSON and page.is_capital(name.last) and len(last) >= _SHORTEST:
            kinds.setdefault((last,), PERSON)
    return sorted([*names, *_elsewhere(page, names, kinds)], key=lambda name: name.first)


def _is_single(page: Page, word: int) -> bool:
    """Whether a word names a well-known body by itself, with no other name word beside it."""
    surfaces = page.text.surfaces
    if page.lowers[word] not in SINGLE_BODIES or surfaces[word] == page.lowers[word]:
        return False
    opens = word == 0 or page.text.starts[word - 1]
    if not opens and page.is_capital(word - 1) and page.gap(word) == " ":
        return False
    following = word + 1
    return not (
        following < len(surfaces) and page.is_capital(following) and page.gap(following) == " "
    )


def _elsewhere(
    page: Page, names: Sequence[Name], kinds: dict[tuple[str, ...], int]
) -> Iterator[Name]:
    surfaces = page.text.surfaces
    lengths: dict[str, set[int]] = {}
    for words in kinds:
        lengths.setdefault(words[0], set()).add(len(words))
    taken = {word for name in names for word in range(name.first, name.last + 1)}
    reached = 0
    for first, surface in enumerate(surfaces):
        if first < reached:
            continue
        if first not in taken and _is_single(page, first):
            yield Name(ORGANISATION, first, first)
            continue
        if surface not in lengths:
            continue
        for size in sorted(lengths[surface], reverse=True):
            kind = kinds.get(tuple(surfaces[first : first + size]))
            if kind is not None and taken.isdisjoint(range(first, first + size)):
                found = Name(kind, first, first + size - 1)
                if _may_be(page, found):
                    yield found
                reached = first + size
                break


def _may_be(page: Page, name: Name) -> bool:
    mean = page.mean(name)
    return bool(mean[0] - mean[1 + name.kind] < MOST_AGAINST)
