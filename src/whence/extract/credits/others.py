"""Names that a report uses for people and places: no outlets, whatever stands beside them."""

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from whence.extract.interface import RawMention
from whence.lexicon.outlets import without_article
from whence.lexicon.people import GIVEN_NAMES
from whence.model import MentionKind, Value

_HONORIFIC: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Prof|Sgt|Lt|Capt|Col|Gen)\.? ([A-Z][\w'’-]+)"
)
_FULL_NAME: Final = re.compile(r"\b([A-Z][a-z]+) ([A-Z][\w'’-]+)")
_AGED: Final = re.compile(r"\b([A-Z][\w'’-]+), \d{1,2}\b")


class Others(Value, frozen=True, kw_only=True):
    """Names of one report that belong to somebody or something other than an outlet."""

    surnames: frozenset[str] = frozenset()
    """Last words of people's names."""
    shared: frozenset[str] = frozenset()
    """Surnames that several people of the report bear, each with another given name."""
    places: frozenset[str] = frozenset()

    def has(self, name: str) -> bool:
        """Whether a name is that of a person or of a place."""
        return name.split()[-1] in self.surnames or name in self.places


@lru_cache(maxsize=16)  # chains and credits ask for those of the same report
def find_others(text: str, mentions: tuple[RawMention, ...]) -> Others:
    """The people and places of a report by their names.

    A given name, an honorific or an age shows a person; so does the extractor, if it took most
    mentions of a full name for people, and likewise places.

    Args:
        text: The report's text.
        mentions: The names that the extractor found.
    """
    firsts: dict[str, set[str]] = {}
    for first, last in _FULL_NAME.findall(text):
        if first.lower() in GIVEN_NAMES:
            firsts.setdefault(last, set()).add(first)
    surnames = set(firsts)
    surnames.update(_HONORIFIC.findall(text))
    surnames.update(_AGED.findall(text))
    places: set[str] = set()
    for name, kind in _kinds(text, mentions).items():
        if kind is MentionKind.PERSON and " " in name:
            first, last = name.split()[0], name.split()[-1]
            surnames.add(last)
            if not _HONORIFIC.match(name):
                firsts.setdefault(last, set()).add(first)
        elif kind is MentionKind.PLACE:
            places.add(name)
    shared = frozenset(last for last, own in firsts.items() if len(own) > 1)
    return Others(surnames=frozenset(surnames), shared=shared, places=frozenset(places))


def _kinds(text: str, mentions: tuple[RawMention, ...]) -> dict[str, MentionKind]:
    """What most mentions of each name were taken for; the first sort where two are as many."""
    counts: dict[str, Counter[MentionKind]] = {}
    for mention in mentions:
        name = without_article(mention.span.of(text).strip(" .,'’\"“”"))
        if name:
            counts.setdefault(name, Counter())[mention.kind] += 1
    return {name: kinds.most_common(1)[0][0] for name, kinds in counts.items()}
