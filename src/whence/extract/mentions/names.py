"""Names in running text by rule: capitalised runs, what goes before them, and what they name."""

import re
from collections.abc import Iterator
from typing import Final

from whence.extract.mentions.kinds import Scores, is_adjective, kind_of_run, settle_kinds
from whence.extract.mentions.titles import TITLES, role_start
from whence.extract.mentions.words import Words
from whence.lexicon.bodies import (
    BODY_WORDS,
    DEMONYMS,
    OUTLET_NAMES,
    OUTLET_WORDS,
    PLACE_WORDS,
    PLACES,
)
from whence.lexicon.people import (
    DOCUMENT_NOUNS,
    GIVEN_NAMES,
    GROUP_NOUNS,
    NAME_PARTICLES,
    NAME_SUFFIXES,
    OFFICES,
    OPENERS,
    ORGANISATION_NOUNS,
    PEOPLES,
    PERSON_NOUNS,
    TIME_WORDS,
    singular,
)
from whence.model import MentionKind, Span, Value
from whence.text import fold_letters

_LONGEST: Final = 12
_NEVER: Final = frozenset(
    "i it he she they we you that this there what who these those its".split()
)
"""Words that are no part of a name however they are written, with what hangs on them ("It's")."""
_PEOPLE_NOUNS: Final = PERSON_NOUNS | GROUP_NOUNS
_COMMON_NOUNS: Final = PERSON_NOUNS | GROUP_NOUNS | DOCUMENT_NOUNS | ORGANISATION_NOUNS
PARTY: Final = re.compile(r"[DRI]-[A-Z]")
"""Party and state behind a member's name: ``R-Texas``."""
_DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow".split()
)
_MEMBERS: Final = frozenset("republican democrat conservative liberal socialist".split())
_AFTER_SURNAME: Final = NAME_SUFFIXES | {"."}
_TITLE_ENDS: Final = frozenset(
    (("secretary", "of", "state"), ("member", "of", "parliament"), ("minister", "of", "state"))
)
_NO_NAMES: Final = TITLES | PEOPLES | DEMONYMS
_JOINERS: Final = frozenset(("of", "for", "and", "&", "the", "on", "in", "to"))
_BODIES: Final = BODY_WORDS | OUTLET_WORDS | PLACE_WORDS


class Name(Value, frozen=True, kw_only=True):
    """A name and the words directly before it that say what it is."""

    first: int
    """Index of the name's first word, titles left out."""
    last: int
    """Index after its last word."""
    begins: int
    """Index of the first word of the title or role before it; ``first`` where there is none."""
    head: Span
    span: Span
    """Title or role and name."""
    kind: MentionKind
    is_sure: bool = True
    """False for a kind that was only guessed."""


def find_names(words: Words) -> tuple[Name, ...]:
    """The names of a report in order of text, with their kinds settled over the whole report."""
    runs = [run for run in _runs(words) if words.block[run[0]] not in words.in_capitals]
    cores = [core for run in runs for core in _cores(words, *run)]
    known = {_key(words, first, last) for first, last in cores}
    cores += _in_headlines(words, known)
    cores.sort()
    guesses = [
        (first, last, _key(words, first, last), _scores(words, first, last))
        for first, last in cores
    ]
    kinds = settle_kinds(guesses)
    return tuple(
        _name(words, first, last, *kinds[key])
        for first, last, key, _ in guesses
        if not is_adjective(words, first, last, kinds[key][0])
    )


def _scores(words: Words, first: int, last: int) -> Scores:
    """The evidence of one name; capitals of a headline say nothing."""
    if words.block[first] in words.in_capitals:
        return {}
    return kind_of_run(words, first, last)


def name_at(words: Words, first: int, last: int, kind: MentionKind) -> Name:
    """The name on the given words, found by somebody else, with the title before it."""
    if kind is MentionKind.PERSON:
        first = min(_after_titles(words, first, last), last - 1)
        first = _after_common(words, first, last)
        last = next((i for i in range(first + 1, last) if words.lowers[i] in ("of", ",")), last)
        while last - first > 1 and words.lowers[last - 1] in _DAYS:
            last -= 1
    return _name(words, first, last, kind, True)


def _after_common(words: Words, first: int, last: int) -> int:
    """Index of the first word in capitals behind what somebody is ("ferryman Ivo Stam")."""
    index = first
    while index + 1 < last and words.lowers[index].isalpha():
        is_common = words.surfaces[index] == words.lowers[index]
        if not is_common or words.lowers[index] in NAME_PARTICLES:
            break
        index += 1
    return index if words.surfaces[index][:1].isupper() else first


def is_name(words: Words, first: int, last: int) -> bool:
    """Whether words that an extractor takes for a name are more than a noun or a party's mark."""
    if PARTY.match(words.surfaces[first]):
        return False
    if is_member(words, first, last):
        return False
    return not all(singular(low) in _PEOPLE_NOUNS for low in words.lowers[first:last])


def is_member(words: Words, first: int, last: int) -> bool:
    """Whether a place and a party describe a person: "the Arizona Republican"."""
    lows = words.lowers[first:last]
    return len(lows) > 1 and lows[-1] in _MEMBERS and " ".join(lows[:-1]) in PLACES


def plain_key(words: Words, name: Name) -> str:
    """A name to compare by: folded, without title and possessive."""
    return _key(words, name.first, name.last)


def _name(words: Words, first: int, last: int, kind: MentionKind, is_sure: bool) -> Name:
    begins = role_start(words, first) if kind is MentionKind.PERSON else first
    start, end = words.spans[first].start, _bare_end(words, last - 1)
    return Name(
        first=first,
        last=last,
        begins=begins,
        head=Span(start, end),
        span=Span(words.spans[begins].start, end),
        kind=kind,
        is_sure=is_sure,
    )


def _bare_end(words: Words, index: int) -> int:
    """Where a word ends without its possessive ``'s``."""
    start, end = words.spans[index]
    return end - 2 if end - start > 2 and words.lowers[index][-2:] in ("'s", "’s") else end


def _key(words: Words, first: int, last: int) -> str:
    start, end = words.spans[first].start, _bare_end(words, last - 1)
    return fold_letters(words.text[start:end])


def _runs(words: Words) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words with what may join them: initials, particles, ``of``, ``&``."""
    index, count = 0, len(words.spans)
    while index < count:
        if not _is_capital(words, index):
            index += 1
            continue
        last = index + 1
        while last < count and last - index < _LONGEST:
            step = _next_capital(words, last, index)
            if step is None:
                break
            last = step
        yield index, last
        index = last


def _is_capital(words: Words, index: int) -> bool:
    surface = words.surfaces[index]
    first = surface[0]
    if not first.isupper():
        # "al-Assad", "d'Arvel", "iPhone": a capital behind a short lower-case prefix.
        return first.isalpha() and len(surface) > 3 and surface[:4].lower() != surface[:4]
    return True


def _next_capital(words: Words, index: int, begin: int) -> int | None:
    """Index after the next word of the run, or None where the run ends before ``index``."""
    if words.block[index] != words.block[index - 1] or words.lowers[index - 1][-2:] in ("'s", "’s"):
        return None
    surface, low = words.surfaces[index], words.lowers[index]
    if _is_capital(words, index):
        return None if words.opens[index] else index + 1
    if low == "." and words.adjoin(index) and _takes_stop(words, index - 1):
        return index + 1 if _capital_follows(words, index + 1) else None
    following = index + 1
    if low == "&" and _capital_follows(words, following):
        return following + 1
    if low in NAME_PARTICLES and low not in ("y", "e", "i", "a", "o"):
        if low in ("de", "van", "von", "la") and following < len(words.lowers):
            following += words.lowers[following] in ("la", "der", "den", "los", "las")
        if _capital_follows(words, following):
            return following + 1
    if low in _JOINERS and _joins(words, begin, index):
        following += words.lowers[following] == "the" if following < len(words.lowers) else 0
        if _capital_follows(words, following):
            return following + 1
    del surface
    return None


def _takes_stop(words: Words, index: int) -> bool:
    low = words.lowers[index]
    return len(low) == 1 or low in TITLES or low in NAME_SUFFIXES or low in ("st", "inc", "co")


def _capital_follows(words: Words, index: int) -> bool:
    return (
        index < len(words.spans)
        and words.block[index] == words.block[index - 1]
        and words.surfaces[index][0].isupper()
        and words.lowers[index] not in TIME_WORDS
    )


def _joins(words: Words, begin: int, index: int) -> bool:
    """Whether ``of``, ``for`` or ``and`` continues the name of a body that begins the run."""
    before = words.lowers[begin:index]
    low = words.lowers[index]
    if low in ("of", "for", "on", "to", "in"):
        return before[-1] in _BODIES or before[-1].rstrip("s") in _BODIES
    if low == "and":
        opens_body = any(word in BODY_WORDS or word.rstrip("s") in BODY_WORDS for word in before)
        ahead = words.lowers[index + 1 : index + 4]
        closes_body = any(word in BODY_WORDS for word in ahead[1:]) and len(before) < 4
        return (opens_body and ("of" in before or "for" in before)) or (
            closes_body and before[0] not in GIVEN_NAMES and not opens_body
        )
    return False


def _cores(words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The names inside one run, without openers, dates, titles and peoples around them."""
    first, last = _trim(words, first, last)
    if first >= last:
        return
    if is_member(words, first, last):
        last -= 1
    lows = words.lowers[first:last]
    if " ".join(lows) in PLACES or fold_letters(words.surface(first, last)) in OUTLET_NAMES:
        yield first, last
        return
    inner = _after_titles(words, first, last)
    if any(_is_body(low) for low in lows[inner - first :]) or (
        inner == first and any(_is_body(low) for low in lows)
    ):
        yield first, last
    elif inner < last:
        ends = next((i for i in range(first, inner) if _opens_title(words, i)), first)
        if ends > first and _names_body(words, first, ends):
            yield first, ends
        yield inner, last


def _opens_title(words: Words, index: int) -> bool:
    """Whether a title begins here: ``Secretary``, ``Press Secretary``."""
    lows = words.lowers
    return lows[index] in TITLES or " ".join(lows[index : index + 2]) in OFFICES


def _names_body(words: Words, first: int, last: int) -> bool:
    """Whether the words before a title name the body it belongs to ("White House Secretary")."""
    folded = fold_letters(words.surface(first, last))
    return (
        any(_is_body(low) for low in words.lowers[first:last])
        or folded in OUTLET_NAMES
        or (last - first == 1 and words.surfaces[first].isupper() and folded not in PLACES)
    )


def _is_body(low: str) -> bool:
    return low in BODY_WORDS or low in OUTLET_WORDS


def _trim(words: Words, first: int, last: int) -> tuple[int, int]:
    """The run without words that are capitalised for other reasons."""
    while first < last:
        low = words.lowers[first]
        if (
            (low in TIME_WORDS and not (last - first > 1 and low in GIVEN_NAMES))
            or (words.opens[first] and _is_common(words, first, last))
            or words.surfaces[first] == "."
            or PARTY.match(words.surfaces[first])
            or low.replace("’", "'").partition("'")[0] in _NEVER
            or (low in ("a", "the") and last - first > 1)
            or words.lowers[max(0, first - 2) : first + 1] in _TITLE_ENDS
        ):
            first += 1
        else:
            break
    while first < last and (
        words.lowers[last - 1] in TIME_WORDS and words.lowers[last - 1] not in ("may", "sun")
    ):
        last -= 1
    return first, last


def _is_common(words: Words, first: int, last: int) -> bool:
    """Whether a word at the start of a sentence is capitalised for that alone."""
    low = words.lowers[first]
    if low in OPENERS:
        return True
    alone = last - first == 1
    if low in words.lower_seen:
        return alone or words.lowers[first + 1] not in words.lower_seen
    if low in GIVEN_NAMES or low in PLACES or low in OUTLET_NAMES or not alone:
        return False
    if low[-2:] in ("'s", "’s") or len(low) == 1:
        return len(low) == 1
    following = words.lowers[first + 1] if first + 1 < len(words.lowers) else ""
    if singular(following) in _COMMON_NOUNS and words.surfaces[first + 1] == following:
        return True
    return low.endswith(("ing", "ly")) or singular(low) in _COMMON_NOUNS or low in DEMONYMS


def _after_titles(words: Words, first: int, last: int) -> int:
    """Index of the name's own first word, behind titles, ranks and peoples of a run."""
    start, core = first, last
    while core > first and words.lowers[core - 1] in _AFTER_SURNAME:
        core -= 1  # "Ivo Hunter Jr." is no hunter
    for index in range(first, last):
        low = words.lowers[index]
        is_title = low in TITLES and not (low in NAME_PARTICLES and words.surfaces[index] == low)
        if (is_title and index + 1 < core) or (words.surfaces[index] == "." and start == index):
            start = index + 1
    while start < last - 1 and (words.lowers[start] in DEMONYMS or words.surfaces[start] == "."):
        start += 1
    if start < last and last - start == 1 and words.lowers[start] in _NO_NAMES:
        return last
    return start


def _in_headlines(words: Words, known: set[str]) -> Iterator[tuple[int, int]]:
    """Names that the report also has outside its headline, found there again."""
    if not words.in_capitals:
        return
    parts = {part for key in known for part in (key, key.split()[-1]) if len(part) > 2}
    index, count = 0, len(words.spans)
    while index < count:
        length = 0
        if words.block[index] in words.in_capitals and words.surfaces[index][0].isalpha():
            for size in range(min(5, count - index), 0, -1):
                if words.block[index + size - 1] == words.block[index] and (
                    _key(words, index, index + size) in parts
                ):
                    length = size
                    break
        if length:
            yield index, index + length
        index += max(1, length)
