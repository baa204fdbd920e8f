"""What a name is by its own words and by the words beside it, added to what the model sees."""

import re
from typing import Final

from whence.extract.neural.page import MISC, ORGANISATION, PERSON, PLACE, Name, Page, Reals
from whence.lexicon.bodies import (
    BODY_WORDS,
    LEGAL_FORMS,
    NO_BODY_WORDS,
    OUTLET_WORDS,
    PLACE_WORDS,
)
from whence.lexicon.people import COURTESY_TITLES, GIVEN_NAMES

HEAD_VOTE: Final = 1.0
"""What the head word of a name adds to its kind, as a logarithm (from 0.5 to 2: the same F1)."""
FORM_VOTE: Final = 2.0
"""The same for a legal form."""
SIDE_VOTE: Final = 2.0
"""The same for the word before or behind a name (with 1: 0.1 less)."""

_BUILDINGS: Final = frozenset(
    "hall complex plant mine prison temple township museum mosque gallery".split()
)
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
_BEHIND_HEAD: Final = frozenset("of for in on against to".split())
_OF_PLACES: Final = frozenset(
    "mayor governor city town village capital outskirts suburb district province state region"
    " county people residents citizens north south east west coast streets president king"
    " queen emir port".split()
)
_BEFORE_BODIES: Final = frozenset(
    "company firm startup start-up newspaper daily agency magazine app platform giant group"
    " network broadcaster channel website outlet party club team insurer carrier airline bank"
    " retailer maker manufacturer charity ngo conglomerate".split()
)
_BEHIND_BODIES: Final = frozenset(
    "spokesperson spokesman spokeswoman ceo chief chairman chairwoman founder leader leaders"
    " executive executives shares employees staff officials members supporters fans"
    " headquarters".split()
)
_BEHIND_PEOPLE: Final = frozenset(("who", "whose"))


def votes_of(page: Page, name: Name) -> Reals:
    """How likely each kind is of a name where it stands, as logarithms without a common sum."""
    votes = page.chances(name)
    if name.first < name.last:
        _add_head(page, name, votes)
    _add_before(page, name, votes)
    _add_behind(page, name, votes)
    return votes


def _add_head(page: Page, name: Name, votes: Reals) -> None:
    """Add what the head word of a name says: the last, or the one before "of"."""
    low = page.lowers
    head = low[name.last]
    for word in range(name.first, name.last):
        if low[word + 1] in _BEHIND_HEAD:
            head = low[word]
            break
    if head in LEGAL_FORMS or low[name.last] in LEGAL_FORMS:
        votes[ORGANISATION] += FORM_VOTE
    elif head in NO_BODY_WORDS or _YEAR.fullmatch(head):
        votes[MISC] += HEAD_VOTE
    elif head in PLACE_WORDS or head in _BUILDINGS:
        votes[PLACE] += HEAD_VOTE
    elif head in BODY_WORDS or head.rstrip("s") in BODY_WORDS or head in OUTLET_WORDS:
        votes[ORGANISATION] += HEAD_VOTE
    elif low[name.first] in GIVEN_NAMES:
        votes[PERSON] += HEAD_VOTE


def _add_before(page: Page, name: Name, votes: Reals) -> None:
    """Add what the word before a name says of it ("the firm", "Mr", "mayor of")."""
    low, before = page.lowers, name.first - 1
    if before < 0 or page.text.sentence[before] != page.text.sentence[name.first]:
        return
    if low[before] in _BEFORE_BODIES:
        votes[ORGANISATION] += SIDE_VOTE
    elif low[before - (low[before] == "." and before > 0)] in COURTESY_TITLES:
        votes[PERSON] += SIDE_VOTE
    elif before > 0 and low[before] == "of" and low[before - 1] in _OF_PLACES:
        votes[PLACE] += SIDE_VOTE


def _add_behind(page: Page, name: Name, votes: Reals) -> None:
    """Add what the word behind a name says of it ("spokesman", "who", "47")."""
    low, behind = page.lowers, name.last + 1
    if behind >= len(low):
        return
    if low[behind] in _BEHIND_BODIES:
        votes[ORGANISATION] += SIDE_VOTE
        return
    behind += low[behind] == ","
    following = low[behind] if behind < len(low) else ""
    is_age = behind > name.last + 1 and len(following) == 2 and following.isdigit()
    if is_age or following in _BEHIND_PEOPLE:
        votes[PERSON] += SIDE_VOTE
