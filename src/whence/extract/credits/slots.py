"""What the words round an outlet's name say: told, reported, cited, obtained, photo, or nothing."""

import re
from collections.abc import Iterable

from whence.extract.credits.after import find_after
from whence.extract.credits.before import find_before, find_inverted
from whence.extract.credits.names import Certainty, OutletName, is_outlet_word
from whence.extract.credits.pieces import Piece, Slot, find_pieces
from whence.lexicon import load_table
from whence.lexicon.tellings import find_telling
from whence.model import CreditKind, Span
from whence.text import fold_case

__all__ = ["Slot", "find_slot", "find_slots"]

_AND = re.compile(r"(?:(?P<and>,? (?:and|or|as well as) (?:to )?)|, )(?:the )?", re.IGNORECASE)
_LISTED = re.compile(r",| and | or ")
_ARTICLE = 4
_WINDOW = 100
_NEAR = 70
_PARTS: tuple[str, ...] = tuple(load_table("credits")["promising"])


def find_slots(
    text: str, names: Iterable[OutletName], block: Span
) -> list[tuple[OutletName, Slot]]:
    """The names of a block, in order, that a credit phrase stands round, each with its phrase.

    Names joined by "and" share theirs: "the Echo and the Post have reported", "told the Echo, the
    Post and Radio Lorn".
    """
    found: list[tuple[OutletName, Slot]] = []
    last: OutletName | None = None
    for name in names:
        slot = find_slot(text, name, block)
        joined = _AND.fullmatch(text, last.span.end, name.span.start) if last else None
        credited = bool(found) and found[-1][0] is last
        if joined and slot is None and credited and _goes_on(text, name, joined):
            slot = _share_before(name, found[-1][1])
        elif last and joined and slot and not credited and _is_behind(slot, name, joined):
            phrase = Span(last.span.start, slot.phrase.end)
            found.append((last, slot.replace(phrase=phrase, is_strong=True)))
        if slot is not None:
            found.append((name, slot))
        last = name
    return found


def _goes_on(text: str, name: OutletName, joined: re.Match[str]) -> bool:
    """Whether a list goes on behind a name that only a comma joins to the one before."""
    return bool(joined.group("and") or _LISTED.match(text, name.span.end))


def _is_behind(slot: Slot, name: OutletName, joined: re.Match[str]) -> bool:
    """Whether a phrase stands behind its name, which "and" joins to the one before."""
    return bool(joined.group("and")) and slot.phrase.start >= name.span.start - _ARTICLE


def _share_before(name: OutletName, slot: Slot) -> Slot | None:
    """The phrase before the first of several names as the phrase of a later one."""
    if slot.phrase.end > name.span.start or name.certainty is Certainty.POSSIBLE:
        return None
    return slot.replace(phrase=Span(slot.phrase.start, name.span.end), is_strong=True)


def find_slot(text: str, name: OutletName, block: Span) -> Slot | None:
    """The credit phrase round an outlet's name in its block; None where there is none."""
    if name.certainty is Certainty.POSSIBLE and not _is_promising(text, name, block):
        return None
    left = find_pieces(text, max(block.start, name.span.start - _WINDOW), name.span.start)
    right = find_pieces(text, name.span.end, min(block.end, name.span.end + _WINDOW))
    slots = (
        _find_bracket(text, name, block),
        find_before(left, right, name),
        _find_telling(text, name, block, right),
        find_after(text, left, right, name),
        find_inverted(left, right, name),
    )
    for slot in slots:
        if slot is not None and _fits(slot, name):
            return slot
    return None


def _is_promising(text: str, name: OutletName, block: Span) -> bool:
    """Whether a part of any phrase that can make a plain name an outlet stands near."""
    start = max(block.start, name.span.start - _NEAR)
    near = text[start : min(block.end, name.span.end + _NEAR)].lower()
    return any(part in near for part in _PARTS)


def _fits(slot: Slot, name: OutletName) -> bool:
    return slot.is_strong or name.certainty > Certainty.POSSIBLE or name.name.isupper()


def _find_telling(text: str, name: OutletName, block: Span, right: list[Piece]) -> Slot | None:
    """Words by which somebody reaches the outlet: "claimed to", "said on", "gave it to"."""
    first = max(block.start, name.span.start - _WINDOW)
    before = fold_case(text[first : name.span.start])
    after = fold_case(text[name.span.end : min(block.end, name.span.end + _WINDOW)])
    telling = find_telling(before, after)
    if telling is None:
        return None
    is_sure = bool(right) and is_outlet_word(right[0].low)
    return Slot(
        kind=CreditKind(telling.kind),
        phrase=Span(first + telling.start, name.span.end),
        is_strong=is_sure,
        is_sure=is_sure,
    )


def _find_bracket(text: str, name: OutletName, block: Span) -> Slot | None:
    """A name alone in square brackets, or in round ones at the end of its block: "[WSJ]"."""
    before = text[max(block.start, name.span.start - 1) : name.span.start]
    after = text[name.span.end : min(block.end, name.span.end + 1)]
    closes = before == "[" and after == "]" and name.certainty >= Certainty.LIKELY
    if before == "(" and after == ")" and name.certainty is Certainty.SURE:
        opens = not text[block.start : name.span.start - 1].strip()
        closes = not opens and not text[name.span.end + 1 : block.end].strip(" .")
    if not closes:
        return None
    return Slot(
        kind=CreditKind.CITED,
        phrase=Span(name.span.start - 1, name.span.end + 1),
        is_strong=True,
    )
