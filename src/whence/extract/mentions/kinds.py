"""What a capitalised run names: evidence of its words and neighbours, summed over a report."""

from collections.abc import Iterable
from typing import Final

from whence.extract.interface import RawMention
from whence.extract.mentions.words import Words
from whence.lexicon.bodies import (
    AMBIGUOUS_OUTLETS,
    BODY_WORDS,
    DEMONYMS,
    KNOWN_SHORT,
    LEGAL_FORMS,
    OUTLET_NAMES,
    OUTLET_WORDS,
    PLACE_WORDS,
    PLACES,
)
from whence.lexicon.people import (
    COURTESY_TITLES,
    GIVEN_NAMES,
    OFFICE_TITLES,
    PEOPLES,
    PERSON_NOUNS,
    TIME_WORDS,
    singular,
)
from whence.model import MentionKind, Span
from whence.text import fold_letters

Scores = dict[MentionKind, float]
Guess = tuple[int, int, str, Scores]

_SPEAKS: Final = frozenset(
    "said says told tells added adds asked who whose wrote writes tweeted posted insisted "
    "explained recalled replied joked admitted denied testified whom".split()
)
_IN: Final = frozenset(("in", "at", "near", "outside", "across", "around", "into", "towards"))
_TITLES: Final = COURTESY_TITLES | OFFICE_TITLES | PERSON_NOUNS | {"executive"}


def kind_of_run(words: Words, first: int, last: int) -> Scores:
    """How strongly one run looks like a person, body, place, outlet or group."""
    surface = words.surface(first, last)
    lows = words.lowers[first:last]
    final = lows[-1][:-2] if lows[-1][-2:] in ("'s", "’s") else lows[-1]
    scores: Scores = {}
    _by_lists(surface, " ".join((*lows[:-1], final)), scores)
    _by_words((*lows[:-1], final), words.surfaces[first:last], scores)
    _by_neighbours(words, first, last, scores)
    return scores


def _add(scores: Scores, kind: MentionKind, weight: float) -> None:
    scores[kind] = scores.get(kind, 0.0) + weight


def _by_lists(surface: str, low: str, scores: Scores) -> None:
    bare = surface[:-2] if surface[-2:] in ("'s", "’s") else surface
    if low in PLACES:
        _add(scores, MentionKind.PLACE, 4.0)
    if low in OUTLET_NAMES:
        _add(scores, MentionKind.OUTLET, 1.0 if low in AMBIGUOUS_OUTLETS else 6.0)
    elif low in KNOWN_SHORT and bare.isupper():
        _add(scores, MentionKind.ORGANISATION, 4.0)
    if low in PEOPLES or low in DEMONYMS:
        _add(scores, MentionKind.GROUP, 4.0)
    elif 2 <= len(bare) <= 6 and bare.isupper() and bare.isalpha():
        _add(scores, MentionKind.ORGANISATION, 1.5)


def _by_words(lows: tuple[str, ...], surfaces: tuple[str, ...], scores: Scores) -> None:
    final = lows[-1]
    if any(low in BODY_WORDS for low in lows):
        _add(scores, MentionKind.ORGANISATION, 3.0 if len(lows) > 1 else 1.5)
    if final in LEGAL_FORMS and len(lows) > 1:
        _add(scores, MentionKind.ORGANISATION, 4.0)
    if final in OUTLET_WORDS and len(lows) > 1:
        _add(scores, MentionKind.OUTLET, 2.5)
    if (final in PLACE_WORDS or lows[0] in ("mount", "lake", "river", "port", "cape", "fort")) and (
        len(lows) > 1
    ):
        _add(scores, MentionKind.PLACE, 2.5)
    if "&" in surfaces or "of" in lows or "and" in lows:
        _add(scores, MentionKind.ORGANISATION, 1.0)
    if len(lows) > 1 and final in _COUNTRY_ENDS:
        _add(scores, MentionKind.ORGANISATION, 2.0)
    if lows[0] in GIVEN_NAMES:
        _add(scores, MentionKind.PERSON, 2.5 if len(lows) > 1 else 1.5)
    if 2 <= len(lows) <= 4 and all(low.isalpha() or low == "." or "-" in low for low in lows):
        _add(scores, MentionKind.PERSON, 1.0)
    if len(lows) == 3 and len(lows[1]) == 1:
        _add(scores, MentionKind.PERSON, 2.0)


def _by_neighbours(words: Words, first: int, last: int, scores: Scores) -> None:
    count = len(words.spans)
    before = (
        words.lowers[first - 1] if first and words.block[first - 1] == words.block[first] else ""
    )
    if before == "." and first > 1:
        before = words.lowers[first - 2]
    same = last < count and words.block[last] == words.block[first]
    after = words.lowers[last] if same else ""
    later = words.lowers[last + 1] if same and last + 1 < count else ""
    if before in COURTESY_TITLES:
        _add(scores, MentionKind.PERSON, 4.0)
    elif before in _TITLES:
        _add(scores, MentionKind.PERSON, 2.0)
    elif before in OUTLET_WORDS or before in ("newspaper", "agency", "website", "broadcaster"):
        _add(scores, MentionKind.OUTLET, 1.5)
    elif before in _IN:
        _add(scores, MentionKind.PLACE, 1.5)
    elif before == "the":
        _add(scores, MentionKind.ORGANISATION, 1.0)
        _add(scores, MentionKind.PERSON, -2.0)
    elif before == "of" and first > 1 and singular(words.lowers[first - 2]) in _OF_PLACES:
        _add(scores, MentionKind.PLACE, 2.0)
    if words.opens[first] and (later in TIME_WORDS or later == "(") and after in (",", "("):
        _add(scores, MentionKind.PLACE, 2.0)
    if after in _SPEAKS:
        _add(scores, MentionKind.PERSON, 1.0)
    if after in (",", "(") and later.isdigit() and 1 < len(later) < 3:
        _add(scores, MentionKind.PERSON, 3.0)
    if words.lowers[last - 1][-2:] in ("'s", "’s") and after in _KIN:
        _add(scores, MentionKind.PERSON, 2.0)


_TRUST: Final = {MentionKind.PERSON: 0.75, MentionKind.GROUP: 0.5}
_OF_PLACES: Final = frozenset(
    "mayor governor city town village capital outskirts suburb district province state "
    "region county people resident north south east west coast bishop archbishop "
    "university port republic president king queen emir".split()
)
_COUNTRY_ENDS: Final = frozenset(
    "uk us usa europe international worldwide global group australia canada india china "
    "japan france germany america africa asia russia ukraine".split()
)
_KIN: Final = frozenset(
    "wife husband mother father son daughter brother sister lawyer attorney family death "
    "widow aunt uncle face mother-in-law parents girlfriend boyfriend office campaign".split()
)


def settle_kinds(guesses: Iterable[Guess]) -> dict[str, tuple[MentionKind, bool]]:
    """For every name its kind over the whole report, and whether it is more than a guess.

    A single word that ends a person's full name is that person's surname, one that begins it the
    given name.
    """
    totals: dict[str, Scores] = {}
    for _, _, key, scores in guesses:
        total = totals.setdefault(key, {})
        for kind, weight in scores.items():
            _add(total, kind, weight)
    settled: dict[str, tuple[MentionKind, bool]] = {}
    for key, total in totals.items():
        best = max(total, key=lambda kind: (total[kind], kind), default=None)
        if best is None or total[best] <= 0:
            settled[key] = (MentionKind.UNKNOWN, False)
        else:
            settled[key] = (best, total[best] >= 1.5)
    people = [key.split() for key, (kind, _) in settled.items() if kind is MentionKind.PERSON]
    surnames = {parts[-1] for parts in people if len(parts) > 1}
    given = {parts[0] for parts in people if len(parts) > 1 and len(parts[0]) > 2}
    for key, (kind, is_sure) in settled.items():
        weak = kind in (MentionKind.UNKNOWN, MentionKind.OUTLET, MentionKind.ORGANISATION) and (
            not is_sure or kind is MentionKind.UNKNOWN
        )
        tail = key.split()[-1]
        if weak and (tail in surnames or key in given):
            settled[key] = (MentionKind.PERSON, True)
    return settled


def settle_given(text: str, raw_mentions: Iterable[RawMention]) -> dict[Span, MentionKind]:
    """The kind of every name that an extractor gives, one word's kinds settled by their scores.

    A single word that is now a person, now a body is a body unless the person is clearly likelier,
    or the word ends somebody's full name.
    """
    listed = [(raw.span, fold_letters(raw.span.of(text)), raw) for raw in raw_mentions]
    votes: dict[str, Scores] = {}
    surnames: set[str] = set()
    for _, key, raw in listed:
        _add(votes.setdefault(key, {}), raw.kind, raw.score * _TRUST.get(raw.kind, 1.0))
        if raw.kind is MentionKind.PERSON and " " in key:
            surnames.add(key.split()[-1])
    settled: dict[Span, MentionKind] = {}
    for span, key, raw in listed:
        settled[span] = raw.kind
        if " " not in key and key not in surnames:
            total = votes[key]
            settled[span] = max(total, key=lambda kind: (total[kind], kind))
    return settled


def refine_kind(surface: str, kind: MentionKind) -> MentionKind:
    """An extractor's kind, with outlets told from other bodies."""
    folded = fold_letters(surface).removeprefix("the ").removesuffix("'s")
    if kind is not MentionKind.ORGANISATION:
        return kind
    if folded in OUTLET_NAMES and folded not in AMBIGUOUS_OUTLETS:
        return MentionKind.OUTLET
    words = folded.split()
    is_outlet = len(words) > 1 and words[-1] in OUTLET_WORDS and words[-1] not in BODY_WORDS
    return MentionKind.OUTLET if is_outlet else kind


def is_adjective(words: Words, first: int, last: int, kind: MentionKind) -> bool:
    """Whether the name of a people only qualifies the noun behind it ("Russian officials")."""
    if kind is not MentionKind.GROUP or words.lowers[last - 1] not in DEMONYMS:
        return False
    after = words.surfaces[last] if last < len(words.surfaces) else ""
    return first + 1 == last and after[:1].isalpha() and after[:1].islower()
