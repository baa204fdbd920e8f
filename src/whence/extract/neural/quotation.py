"""Where quotation marks open and close, word by word."""

from collections.abc import Sequence
from typing import Final

OUTSIDE: Final = 0
INSIDE: Final = 1
OPENING: Final = 2
CLOSING: Final = 3

_OPEN = frozenset("“„«‟")
_CLOSE = frozenset("”»")
_DOUBLE = frozenset('“„«‟”»"')
_SINGLE = frozenset("‘’'`")
MARKS: Final = _DOUBLE | _SINGLE
_BEFORE_OPENING = "([{—–-/"
_AFTER_CLOSING = ".,;:)]}?!—–-…"
_LONGEST_SINGLE = 400


def quote_states(
    text: str, spans: Sequence[tuple[int, int]], surfaces: Sequence[str], breaks: Sequence[bool]
) -> list[int]:
    """State of each word: outside or inside a quotation, or itself an opening or closing mark.

    A quotation ends with its paragraph at the latest. Single marks count where they stand in
    pairs outside double ones; an apostrophe is none.
    """
    states = [OUTSIDE] * len(spans)
    opened = -1
    last = -1
    marks = [k for k, surface in enumerate(surfaces) if surface in MARKS or breaks[k]]
    for k in marks:
        if breaks[k] and opened >= 0:
            _fill(states, opened, k)
            opened = -1
        if k <= last or surfaces[k] not in MARKS:
            continue
        width = _width(spans, surfaces, k)
        if width == 0:
            continue
        last = k + width - 1
        if _opens(text, spans[k][0], spans[last][1], surfaces[k], inside=opened >= 0):
            if opened < 0:
                opened = last
            states[k : last + 1] = [OPENING] * width
        else:
            if opened >= 0:
                _fill(states, opened, k)
            states[k : last + 1] = [CLOSING] * width
            opened = -1
    if opened >= 0:
        _fill(states, opened, len(states))
    _mark_single(text, spans, surfaces, breaks, states)
    return states


def _fill(states: list[int], opened: int, end: int) -> None:
    for k in range(opened + 1, end):
        if states[k] == OUTSIDE:
            states[k] = INSIDE


def _width(spans: Sequence[tuple[int, int]], surfaces: Sequence[str], k: int) -> int:
    """How many words make the double mark at `k`; none if it is a single mark."""
    if surfaces[k] in _DOUBLE:
        return 1
    doubled = (
        surfaces[k] in "'`"
        and k + 1 < len(spans)
        and spans[k + 1][0] == spans[k][1]
        and surfaces[k + 1] == surfaces[k]
    )
    return 2 if doubled else 0


def _opens(text: str, start: int, end: int, mark: str, *, inside: bool) -> bool:
    if mark in _OPEN or mark == "`":
        return True
    if mark in _CLOSE:
        return False
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    free_before = not before or before.isspace()
    free_after = not after or after.isspace()
    if (free_before or before in _BEFORE_OPENING) and not free_after:
        return not inside or (free_before and after not in ".,;)")
    if not free_before and (free_after or after in _AFTER_CLOSING):
        return False
    return not inside


def _mark_single(
    text: str,
    spans: Sequence[tuple[int, int]],
    surfaces: Sequence[str],
    breaks: Sequence[bool],
    states: list[int],
) -> None:
    """Mark pairs of single quotation marks that stand outside double ones."""
    opened = -1
    doubtful = -1
    for k, surface in enumerate(surfaces):
        if opened >= 0 and (breaks[k] or k - opened > _LONGEST_SINGLE):
            _close_single(states, opened, doubtful)
            opened = doubtful = -1
        if surface not in _SINGLE or states[k] != OUTSIDE:
            continue
        start, end = spans[k]
        before = text[start - 1 : start] if start else ""
        after = text[end : end + 1]
        if _single_opens(surface, before, after):
            _close_single(states, opened, doubtful)
            opened, doubtful = k, -1
        elif opened >= 0 and before and not before.isspace() and not after.isalnum():
            if before in ".,?!…;":
                _close_single(states, opened, k)
                opened = doubtful = -1
            elif before not in "sS" or doubtful < 0:
                doubtful = k
    _close_single(states, opened, doubtful)


def _single_opens(mark: str, before: str, after: str) -> bool:
    free = not before or before.isspace() or before in _BEFORE_OPENING
    if not free or not after or after.isspace():
        return False
    return mark == "‘" or (mark == "'" and after.isalpha())


def _close_single(states: list[int], opened: int, closed: int) -> None:
    if opened < 0 or closed <= opened + 1 or any(states[opened : closed + 1]):
        return
    states[opened] = OPENING
    states[closed] = CLOSING
    states[opened + 1 : closed] = [INSIDE] * (closed - opened - 1)
