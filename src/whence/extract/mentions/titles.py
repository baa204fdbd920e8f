"""The title or role directly before a person's name."""

from typing import Final

from whence.extract.mentions.words import Words
from whence.lexicon.people import (
    COURTESY_TITLES,
    OFFICE_TITLES,
    OFFICES,
    OPENERS,
    PERSON_NOUNS,
    TIME_WORDS,
)

TITLES: Final = COURTESY_TITLES | OFFICE_TITLES | PERSON_NOUNS | OFFICES | {"executive", "elect"}
_DETERMINERS: Final = frozenset(("the", "a", "an", "his", "her", "its", "their"))
_NO_ROLE: Final = frozenset(
    "said says say told tells by of with for to from at in on as and or but that who "
    "which than after before when while if because so is was were be been are has have "
    "had did does will would can could may might met saw made quoted asked named called "
    "became".split()
)


def role_start(words: Words, first: int) -> int:
    """Index where the title or role directly before a name begins; its article belongs to it."""
    index = first
    while index > 0 and words.surfaces[index - 1] == "." and words.adjoin(index - 1):
        index -= 1
    if index == 0 or words.block[index - 1] != words.block[first]:
        return first
    noun = words.lowers[index - 1]
    if noun not in TITLES or noun in _NO_ROLE:
        return first
    begin = index - 1
    is_capital = words.surfaces[begin] != noun
    while begin > 0 and first - begin < 7 and _continues_role(words, begin - 1, is_capital):
        begin -= 1
        if words.lowers[begin] in _DETERMINERS:
            break
    while begin < index - 1 and words.surfaces[begin] in ".-":
        begin += 1
    return begin


def _continues_role(words: Words, index: int, is_capital: bool) -> bool:
    """Whether a word may belong to the role whose later words are known already.

    A title in capitals goes on over capitals only ("Guerrero State Prosecutor").
    """
    if words.block[index] != words.block[index + 1] or words.opens[index + 1]:
        return False
    low = words.lowers[index]
    if words.surfaces[index] == ".":
        return words.adjoin(index)
    if is_capital and words.surfaces[index][0].isupper() and low not in TIME_WORDS:
        return not (words.opens[index] and low in OPENERS)
    if not low[0].isalpha() or low in OPENERS or low in _NO_ROLE:
        return low in _DETERMINERS and not is_capital
    if is_capital and words.surfaces[index] == low:
        return False
    return not low.endswith(("ed", "ing", "'s", "’s")) or low in ("retired", "acting")
