"""Quotation marks one by one: which opens, which closes, and which is only an apostrophe."""

import re
from enum import StrEnum
from typing import Final

# Every character that can be a quotation mark, and the doubled forms of typewriters and TeX.
MARK: Final = re.compile(r"''|``|[\"“”„‟«»‘’‚‛‹›'`＂「」『』〝〞]")

_FAMILY: Final = {
    "“": "double", "”": "double", "„": "double", "‟": "double", "〝": "double", "〞": "double",
    '"': "straight", "＂": "straight", "''": "typed", "``": "typed",
    "«": "guillemet", "»": "guillemet", "‹": "small", "›": "small",
    "‘": "single", "’": "single", "‚": "single", "‛": "single", "'": "typed-single",
    "`": "typed-single", "「": "corner", "」": "corner", "『": "white", "』": "white",
}  # fmt: skip
_SINGLE: Final = frozenset({"single", "typed-single"})
_OPENS: Final = frozenset("「『〝")
_CLOSES: Final = frozenset("」』〞")
_BEFORE: Final = frozenset("([{—–-/…:.\"“„«‘'>*_~[¿¡")
_AFTER: Final = frozenset(".,;:)]}?!—–-…\"”»’'/*_~")
_ELIDED: Final = re.compile(
    r"(?:\d0s|em|til|tis|twas|twere|cause|cos|coz|n|bout|round|tain|neath|ere|er)\b", re.IGNORECASE
)


class Turn(StrEnum):
    """What a mark does."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"
    MAY_CLOSE = "may close"
    """A single mark after the letter s, or after a dropped g: quotation mark or apostrophe."""
    NOTHING = "nothing"


def family_of(mark: str) -> str:
    """The name of the marks that can pair with this one."""
    return _FAMILY[mark]


def is_single(mark: str) -> bool:
    """Whether the mark could also be an apostrophe."""
    return _FAMILY[mark] in _SINGLE


def turn_of(text: str, start: int, end: int, *, low: int, high: int) -> Turn:
    """What the mark at ``start`` does, judged by its own form and the characters beside it.

    Args:
        text: The whole text.
        start: Where the mark begins.
        end: Where it ends.
        low: Where its block begins; nothing before counts.
        high: Where its block ends.
    """
    mark = text[start:end]
    before = text[start - 1] if start > low else ""
    after = text[end] if end < high else ""
    if mark in _OPENS:
        return Turn.OPENS
    if mark in _CLOSES:
        return Turn.CLOSES
    if is_single(mark):
        return _turn_of_single(text, mark, before, after, end)
    free_before = not before or before.isspace()
    free_after = not after or after.isspace()
    if mark in "„‟``":
        return Turn.OPENS if not free_after else Turn.CLOSES
    if mark == "“":
        ends = (free_after and before not in _BEFORE) or (before.isalnum() and after in _AFTER)
        return Turn.CLOSES if not free_before and ends else Turn.OPENS
    if mark == "”":
        return Turn.OPENS if free_before and after.isalnum() else Turn.CLOSES
    if _FAMILY[mark] in ("guillemet", "small"):
        return Turn.EITHER
    return _turn_of_straight(before, after)


def _turn_of_straight(before: str, after: str) -> Turn:
    free_before = not before or before.isspace()
    free_after = not after or after.isspace()
    if free_before:
        return Turn.EITHER if free_after else Turn.OPENS
    if free_after:
        return Turn.CLOSES
    if before in "([{—–/-" and after.isalnum():
        return Turn.OPENS if before in "([{" else Turn.EITHER
    if after in _AFTER:
        return Turn.CLOSES
    return Turn.EITHER


def _turn_of_single(text: str, mark: str, before: str, after: str, end: int) -> Turn:
    free_before = not before or before.isspace() or before in _BEFORE
    free_after = not after or after.isspace() or after in _AFTER
    if mark == "‚":
        return Turn.OPENS if free_before and not free_after else Turn.NOTHING
    if mark in "‘‛`":
        return Turn.OPENS if free_before and not _ELIDED.match(text, end) else Turn.NOTHING
    if before.isalnum() and after.isalnum():
        return Turn.NOTHING
    if free_before and not (not after or after.isspace()):
        if mark == "'" and not (before and before in ".") and not _ELIDED.match(text, end):
            return Turn.OPENS
        return Turn.CLOSES if before and not before.isspace() and free_after else Turn.NOTHING
    if not before or before.isspace() or not free_after:
        return Turn.NOTHING
    if before in "sS" or (before in "nN" and text[max(0, end - 4) : end - 2].lower().endswith("i")):
        return Turn.MAY_CLOSE if (not after or after not in _AFTER - {"-"}) else Turn.CLOSES
    return Turn.CLOSES
