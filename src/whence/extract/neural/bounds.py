"""Where a name begins and ends: small repairs, as annotators of news set the ends of names."""

from collections.abc import Sequence
from typing import Final

from whence.extract.neural.page import (
    MISC,
    ORGANISATION,
    PERSON,
    PLACE,
    PLACES,
    Name,
    Page,
)
from whence.lexicon.bodies import BODY_WORDS, COUNTRIES
from whence.lexicon.bodies import PLACES as KNOWN_PLACES

_LOOSE: Final = frozenset(
    "of and the for in on at to by with from a an or as & , - ’ 's ’s".split()
)
"""Words and marks with which no name begins or ends."""
_ROYALS: Final = frozenset("king queen prince princess".split())
"""Titles that look like a part of the name behind them."""
_MINISTERS: Final = frozenset("minister ministers secretary undersecretary".split())
_PORTFOLIOS: Final = frozenset(
    "trade energy service services communications petroleum oil gas industries".split()
)
_REALMS: Final = frozenset(
    "republic kingdom sultanate emirate emirates states city state province district county"
    " territory governorate commonwealth principality isthmus gulf strait port bay cape sea"
    " lake isle valley".split()
)
"""Words that with "of" and a place are that place's full name."""
_BODIES_OF: Final = frozenset("government bank university ministry parliament embassy".split())
"""Words that with "of" and a place are a body."""
_PLACE_NOUNS: Final = frozenset("province mine station dam airport museum park".split())
"""Small words that belong to the name of a place before them."""
_AND: Final = frozenset((", ", " and ", ", and ", " or ", ", or "))
_URL: Final = 200  # characters


def mend_ends(page: Page, names: Sequence[Name]) -> list[Name]:
    """The names without loose words at their ends, portfolios of ministers and web addresses.

    Two pieces of a person's name side by side are one.
    """
    mended: list[Name] = []
    for each in names:
        name = _trimmed(page, each)
        if name is None or _is_portfolio(page, name) or _in_address(page, name.first):
            continue
        before = mended[-1] if mended else None
        if (
            before is not None
            and before.kind == name.kind == PERSON
            and before.last == name.first - 1
            and page.gap(name.first) == " "
        ):
            mended[-1] = name._replace(first=before.first)
        else:
            mended.append(name)
    return mended


def _trimmed(page: Page, name: Name) -> Name | None:
    _, first, last = name
    while last >= first and page.lowers[last] in _LOOSE:
        last -= 1
    while first <= last and page.lowers[first] in _LOOSE:
        first += 1
    if name.kind == PERSON and first < last and page.lowers[first] in _ROYALS:
        first += 1
    return name._replace(first=first, last=last) if first <= last else None


def _is_portfolio(page: Page, name: Name) -> bool:
    """Whether a name only says what a minister is minister of ("Minister for Health")."""
    if name.kind not in (ORGANISATION, MISC) or page.text.surfaces[name.first].isupper():
        return False
    before = name.first - 1
    if before > 0 and page.lowers[before] == "the":
        before -= 1
    if before < 1 or page.lowers[before] not in ("of", "for"):
        return False
    words = page.lowers[name.first : name.last + 1]
    return page.lowers[before - 1] in _MINISTERS and not any(
        word in BODY_WORDS and word not in _PORTFOLIOS for word in words
    )


def _in_address(page: Page, word: int) -> bool:
    """Whether a word stands in the address of a page."""
    text, start = page.text.text, page.text.spans[word][0]
    begin = start
    while begin > max(0, start - _URL) and not text[begin - 1].isspace():
        begin -= 1
    return "://" in text[begin:start] or text.startswith("www.", begin, start)


def draw_out(page: Page, names: Sequence[Name]) -> list[Name]:
    """The names with words around them that belong to them.

    They are the point of initials ("U.S."), what a place is ("Republic of", "province"), and
    the body that is named by a place ("Government of").
    """
    drawn: list[Name] = []
    for number, each in enumerate(names):
        after = names[number + 1].first if number + 1 < len(names) else len(page.lowers)
        name = _behind(page, each, after)
        start, kind = _before(page, name)
        while drawn and drawn[-1].last >= start and drawn[-1].kind in (ORGANISATION, MISC, *PLACES):
            start = min(start, drawn.pop().first)
        if drawn and drawn[-1].last >= start:
            start, kind = name.first, name.kind
        drawn.append(Name(kind, start, name.last))
    return drawn


def _behind(page: Page, name: Name, after: int) -> Name:
    """The name with its last point, or with a noun that says which kind of place it is."""
    surfaces, last = page.text.surfaces, name.last
    following = last + 1
    if following >= after:
        return name
    if (
        surfaces[following] == "."
        and len(surfaces[last]) == 1
        and surfaces[last].isupper()
        and last > name.first
        and surfaces[last - 1] == "."
        and not (page.gap(following) or page.gap(last) or page.gap(last - 1))
    ):
        return name._replace(last=following)
    if name.kind in PLACES and page.gap(following) == " ":
        if surfaces[following] in _PLACE_NOUNS:
            return name._replace(last=following)
        if surfaces[following : following + 2] == ["police", "station"] and following + 1 < after:
            return name._replace(last=following + 1)
    return name


def _before(page: Page, name: Name) -> tuple[int, int]:
    """First word and kind of a place with "Republic of" or "Government of" before it."""
    before = name.first - 1
    if name.kind in (ORGANISATION, PLACE) and before > 0:
        if page.lowers[before] == "the":
            before -= 1
        head = page.lowers[before - 1] if before > 0 else ""
        if page.lowers[before] == "of" and head and page.is_capital(before - 1):
            if head in _BODIES_OF:
                return before - 1, ORGANISATION
            if head in _REALMS:
                return before - 1, name.kind
    return name.first, name.kind


def join_pairs(page: Page, names: Sequence[Name]) -> list[Name]:
    """The names, a town and its country with only a comma between ("Lome, Togo") made one.

    A list of places stays a list.
    """
    joined: list[Name] = []
    number = 0
    while number < len(names):
        end = number + 1
        while (
            end < len(names)
            and names[end - 1].kind in PLACES
            and names[end].kind in PLACES
            and page.between(names[end - 1].last, names[end].first)
            in (_AND if end > number + 1 else (", ",))
        ):
            end += 1
        listed = names[number:end]
        if len(listed) == 2 and _is_pair(page, joined, listed[0], listed[1]):
            joined.append(Name(PLACE, listed[0].first, listed[1].last))
        else:
            joined += listed
        number = end
    return joined


def _is_pair(page: Page, before: Sequence[Name], town: Name, country: Name) -> bool:
    if page.lower(town) in COUNTRIES:
        return False
    if (
        before
        and before[-1].kind in PLACES
        and page.between(before[-1].last, town.first) == " and "
    ):
        return False
    known = page.lower(town) in KNOWN_PLACES and page.lower(country) in KNOWN_PLACES
    return not known or page.lower(country) in COUNTRIES
