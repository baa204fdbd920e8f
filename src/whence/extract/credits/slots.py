"""What the words round an outlet's name say: told, reported, cited, obtained, photo, or nothing."""

from whence.extract.credits.after import find_after
from whence.extract.credits.before import find_before, find_inverted
from whence.extract.credits.names import Certainty, OutletName
from whence.extract.credits.pieces import Slot, find_pieces
from whence.lexicon import load_table
from whence.model import CreditKind, Span

__all__ = ["Slot", "find_slot"]

_WINDOW = 100
_NEAR = 70
_PARTS: tuple[str, ...] = tuple(load_table("credits")["promising"])


def find_slot(text: str, name: OutletName, block: Span) -> Slot | None:
    """The credit phrase round an outlet's name in its block; None where there is none."""
    if name.certainty is Certainty.POSSIBLE and not _is_promising(text, name, block):
        return None
    left = find_pieces(text, max(block.start, name.span.start - _WINDOW), name.span.start)
    right = find_pieces(text, name.span.end, min(block.end, name.span.end + _WINDOW))
    slots = (
        _find_bracket(text, name, block),
        find_before(left, right, name),
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
