"""Outlets of one plain word that nobody knows: "she told Corvane"."""

import re
from functools import lru_cache
from typing import Final

from whence.lexicon import load_table
from whence.lexicon.bodies import DEMONYMS, KNOWN_SHORT, PLACES
from whence.lexicon.people import COURTESY_TITLES, GIVEN_NAMES, OFFICE_TITLES, OPENERS, TIME_WORDS
from whence.model import Spans

_WORD: Final = r"[^\W\d_a-z][\w-]{2,24}"
_TOLD: Final = re.compile(
    rf"\b(?:told|tells|[Ss]peaking to|speaks to) (?P<name>{_WORD})"
    r"(?=[,.;:”\"»]|\s*$|,? (?:that|on|in an?|last|this|by|during|after|yesterday|today|from|late"
    r"|early|at the|via|over)\b)",
    re.MULTILINE,
)
_CALLED: Final = re.compile(
    r"\b(?:newspaper|daily|weekly|tabloid|broadsheet|magazine|website|news site|news agency|"
    rf"news outlet|broadcaster|newsletter|podcast|blog) (?P<name>{_WORD})(?![\w-]| [^\W\d_a-z])"
)
_OTHERWISE: Final = re.compile(
    rf"(?:\b(?P<given>{_WORD}) (?P<surname>{_WORD})"
    r"|\b(?:in|near|from|to|outside|of) (?P<place>" + _WORD + r")(?! (?:report|interview))"
    r"|\b(?P<speaker>" + _WORD + r"),? (?:said|says|added|adds|replied|asked|told|tells|who)\b"
    r"|\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Prof|Sgt|Lt|Capt|Gen|Sen|Rep)\.? (?P<titled>" + _WORD + r")"
    r"|\b(?P<aged>" + _WORD + r"), \d{1,2}\b"
    r"|\b(?P<owner>" + _WORD + r")['’]s? (?:\w+ )?(?:wife|husband|son|daughter|mother|father|"
    r"brother|sister|lawyer|office|spokes\w+|government|president|minister|mayor|police)\b)"
)
_NEVER: Final = (
    frozenset(load_table("credits")["not_outlets"])
    | frozenset(
        "He She They We You It His Her Their God Jesus Judge Reporters Journalists Lawmakers "
        "Deputies Councillors Residents Investigators Detectives Officers Jurors Voters Allies "
        "Them Capitol Westminster Brussels Downing Street MPs Whitehall Holyrood Stormont".split()
    )
)  # fmt: skip
_NO_NAME: Final = (
    PLACES
    | DEMONYMS
    | GIVEN_NAMES
    | frozenset(KNOWN_SHORT)
    | COURTESY_TITLES
    | OFFICE_TITLES
    | OPENERS
    | TIME_WORDS
)
_NO_PART: Final = OPENERS | TIME_WORDS


@lru_cache(maxsize=16)  # chains and credits ask for those of the same blocks
def find_told_names(text: str, blocks: Spans) -> frozenset[str]:
    """Words that a report uses as the name of an outlet though no list has them.

    Either the report says what they are ("the newspaper Corvane"), or somebody tells something to
    them and nothing else in the report shows a person, a place or a body of that name.
    """
    called: set[str] = set()
    told: set[str] = set()
    for block in blocks:
        called.update(m.group("name") for m in _CALLED.finditer(text, *block))
        told.update(m.group("name") for m in _TOLD.finditer(text, *block))
    told -= called
    told = {name for name in told if name not in _NEVER and name.lower() not in _NO_NAME}
    if told:
        told -= _known_otherwise(text, blocks)
    return frozenset(called | told)


def _known_otherwise(text: str, blocks: Spans) -> set[str]:
    """Words that a report uses as part of a person's name, as a place, or as who speaks."""
    found: set[str] = set()
    for block in blocks:
        position = block.start
        while (match := _OTHERWISE.search(text, position, block.end)) is not None:
            given = match.group("given")
            if given and given.lower() not in _NO_PART:
                found.update((given, match.group("surname")))
            for key in ("speaker", "titled", "aged", "owner"):
                if match.group(key):
                    found.add(match.group(key))
            place = match.group("place")
            before = text[max(0, match.start() - 9) : match.start()].lower()
            if place and not before.endswith(("speaking ", "speaks ")):
                found.add(place)
            position = match.start() + 1
    return found
