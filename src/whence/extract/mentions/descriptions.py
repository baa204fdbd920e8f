"""Descriptions of people and bodies without a name, and pronouns."""

from collections.abc import Iterator
from typing import Final

from whence.extract.mentions.names import Name
from whence.extract.mentions.words import Words
from whence.lexicon import load_table
from whence.lexicon.people import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    ORGANISATION_NOUNS,
    OUTLET_NOUNS,
    PERSON_NOUNS,
)
from whence.model import MentionKind, Span, Value

PRONOUNS: Final = frozenset(
    "he him his himself she her hers herself they them their theirs themselves it its itself "
    "i me my mine myself we us our ours ourselves you your".split()
)
_SECOND: Final = frozenset(("you", "your"))
ADJECTIVES: Final = frozenset(
    "local federal state national military senior top anonymous unnamed unidentified "
    "former medical legal political foreign israeli police security intelligence "
    "government".split()
)
_ARTICLES: Final = frozenset(("the", "a", "an", "this", "that", "these", "those"))
_DETERMINERS: Final = _ARTICLES | frozenset(
    "his her their its my our your one another some several many two three four five six "
    "seven eight nine ten both each every no any other few more most all".split()
)
_ENGLISH: Final = load_table("english")
_CLOSED: Final = (
    "prepositions coordinators adversatives subordinators auxiliaries negatives pronouns relatives "
    "questions object_pronouns verbs_past"
)
_MAY_MODIFY: Final = frozenset(
    "left led lost several many few some both another former following".split()
)
_STOPS: Final = (
    frozenset(word for key in _CLOSED.split() for word in _ENGLISH[key].split()) - _MAY_MODIFY
) | frozenset(
    "that said says told of to as than used accused asked also there then not including".split()
)
_LOOSE: Final = frozenset(
    "local individual adult accused conservative liberal model minor elder native lead head return "
    "official chief military crown daily weekly".split()
)
"""Nouns that are as often adjectives: heads only where no other word of the phrase follows."""
_COMPLEMENTS: Final = frozenset(("of", "for", "at", "from", "with", "to", "in"))
_MOST_MODIFIERS: Final = 6


def _plural(noun: str) -> str:
    if noun.endswith("man") and noun != "human":
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def _heads() -> dict[str, MentionKind]:
    found: dict[str, MentionKind] = {}
    for nouns, kind, many in (
        (DOCUMENT_NOUNS, MentionKind.DOCUMENT, MentionKind.DOCUMENT),
        (ORGANISATION_NOUNS, MentionKind.ORGANISATION, MentionKind.GROUP),
        (OUTLET_NOUNS, MentionKind.OUTLET, MentionKind.GROUP),
        (PERSON_NOUNS, MentionKind.PERSON, MentionKind.GROUP),
    ):
        for noun in nouns:
            if " " not in noun:
                found[_plural(noun)] = many
                found[noun] = kind
    for noun in GROUP_NOUNS:
        found[noun] = MentionKind.GROUP
    for noun in ("people", "police", "media", "crew", "staff", "family"):
        found[noun] = MentionKind.GROUP
    return found


HEADS: Final = _heads()


class Description(Value, frozen=True, kw_only=True):
    """A noun phrase that says what somebody is."""

    first: int
    last: int
    """Index after the head noun."""
    span: Span
    """The whole phrase with its complement: ``the mayor of Lorn``."""
    role: Span
    """The phrase without article and complement."""
    kind: MentionKind
    affiliation: Span | None = None
    is_bare: bool = False
    """Without article, number or possessive."""


def find_pronouns(words: Words) -> Iterator[Span]:
    """The personal and possessive pronouns, in order of text; ``you`` is left out."""
    for span, low in zip(words.spans, words.lowers, strict=True):
        if low in PRONOUNS and low not in _SECOND:
            yield span
        elif low[:3] in ("he'", "he’", "i'm", "i’m", "i'v", "i’v", "i'l", "i’l", "i'd", "i’d"):
            yield Span(span.start, span.start + (2 if low[0] == "h" else 1))
        elif low[:4] in ("she'", "she’"):
            yield Span(span.start, span.start + 3)
        elif low[:5] in ("they'", "they’"):
            yield Span(span.start, span.start + 4)


def find_descriptions(words: Words, names: tuple[Name, ...]) -> tuple[Description, ...]:
    """The descriptions of a report in order of text; titles that belong to a name are none."""
    taken: set[int] = set()
    people: set[int] = set()
    starts: dict[int, Name] = {}
    for name in names:
        taken.update(range(name.begins, name.last))
        if name.kind is MentionKind.PERSON:
            people.update(range(name.begins, name.last))
        starts[name.first] = name
        starts[name.begins] = name
    found: list[Description] = []
    for index, low in enumerate(words.lowers):
        kind = HEADS.get(low[:-2] if low[-2:] in ("'s", "’s") else low)
        if kind is None and low == "year-old":
            kind = MentionKind.PERSON
        if kind is None or index in taken or _goes_on(words, index, taken):
            continue
        described = _describe(words, index, kind, starts, people)
        if described is not None:
            found.append(described)
    return tuple(found)


def _goes_on(words: Words, index: int, taken: set[int]) -> bool:
    """Whether the head of the phrase comes later ("police chief")."""
    if words.lowers[index][-2:] in ("'s", "’s"):
        return False
    following = index + 1
    if following >= len(words.spans) or words.block[following] != words.block[index]:
        return False
    low = words.lowers[following]
    if (
        low in HEADS
        or low[:-2] in HEADS
        or following in taken
        or (low == "-" and words.adjoin(following))
    ):
        return True
    if words.lowers[index] in _LOOSE:
        return low[0].isalpha() and low not in _STOPS and not low.endswith(("ed", "ly", "s"))
    return False


def _describe(
    words: Words, index: int, kind: MentionKind, starts: dict[int, Name], people: set[int]
) -> Description | None:
    first = index
    while index - first < _MOST_MODIFIERS and first > 0 and _modifies(words, first - 1, people):
        first -= 1
    opener = (
        words.lowers[first - 1] if first and words.block[first - 1] == words.block[index] else ""
    )
    is_bare = True
    begin = first
    if opener in _DETERMINERS or opener[:1].isdigit():
        begin, is_bare = first - 1, False
    elif opener[-2:] in ("'s", "’s") or opener in ("'", "’"):
        begin, is_bare = _possessor_start(words, first - 1, starts), False
    if is_bare:
        block = words.block[index]
        headline = block in words.headlines or block in words.in_capitals
        if kind is not MentionKind.GROUP and not headline and not words.opens[index]:
            return None
        if not headline:
            first = _bare_start(words, first, index)
        begin = first
    if words.lowers[index + 1 : index + 3] in (("of", "staff"), ("of", "state"), ("of", "police")):
        index += 2
    end, affiliation = _complement(words, index, starts)
    possessive = words.lowers[index][-2:] in ("'s", "’s")
    end -= 2 if possessive else 0
    return Description(
        first=begin,
        last=index + 1,
        span=Span(words.spans[begin].start, end),
        role=Span(words.spans[first].start, words.spans[index].end - (2 if possessive else 0)),
        kind=kind,
        affiliation=affiliation,
        is_bare=is_bare,
    )


def _bare_start(words: Words, first: int, index: int) -> int:
    """Where a phrase without article begins: at the first capital before the noun, if any."""
    begin = index
    for back in range(index - 1, first - 1, -1):
        if words.surfaces[back][0].isupper() or words.lowers[back] in ADJECTIVES:
            begin = back
    return begin


def _modifies(words: Words, index: int, people: set[int]) -> bool:
    if words.block[index] != words.block[index + 1] or words.opens[index + 1]:
        return False
    low = words.lowers[index]
    if low == "-":
        return words.adjoin(index)
    if low in _STOPS or low in _DETERMINERS or low in PRONOUNS or index in people:
        return False
    if "'" in low or "’" in low:
        return False
    return low[0].isalpha() or (low[0].isdigit() and words.lowers[index + 1] == "-")


def _possessor_start(words: Words, index: int, starts: dict[int, Name]) -> int:
    """Index of the first word of the possessor before a role ("Guerrero's former police chief")."""
    for back in range(index, max(-1, index - 6), -1):
        name = starts.get(back)
        if name is not None and name.last > index:
            return name.begins
    begin = index
    while begin > 0 and index - begin < 3 and words.lowers[begin] not in _ARTICLES:
        if words.lowers[begin - 1] in _STOPS or not words.lowers[begin - 1][0].isalpha():
            break
        begin -= 1
    return begin if words.lowers[begin] in _ARTICLES else index


def _complement(words: Words, index: int, starts: dict[int, Name]) -> tuple[int, Span | None]:
    """Where the phrase ends, and the body or place its complement names."""
    end = words.spans[index].end
    after = index + 1
    if after + 1 >= len(words.spans) or words.lowers[after] not in _COMPLEMENTS:
        return end, None
    if words.block[after + 1] != words.block[index]:
        return end, None
    target = after + 1
    article = words.lowers[target] in _DETERMINERS
    name = starts.get(target) or (starts.get(target + 1) if article else None)
    if name is not None:
        return name.head.end, Span(words.spans[target].start, name.head.end)
    if not article:
        return end, None
    for ahead in range(target + 1, min(target + 6, len(words.spans))):
        low = words.lowers[ahead]
        if not low[0].isalpha() or low in _STOPS or words.block[ahead] != words.block[index]:
            break
        if HEADS.get(low) in (MentionKind.ORGANISATION, MentionKind.OUTLET):
            following = words.lowers[ahead + 1] if ahead + 1 < len(words.spans) else ""
            if following not in HEADS:
                return words.spans[ahead].end, words.span(target, ahead + 1)
    return end, None
