"""Sources of several who speak together: "Orr and Lind", "the mayor and the fire chief"."""

import re
from typing import Final

from whence.model import Mention, MentionForm, MentionKind, Span, Spans

_AND: Final = re.compile(r",?\s+(?:and|&)\s+(?:also\s+)?")
_BOTH: Final = re.compile(r"both\s+", re.IGNORECASE)
_COMMA: Final = re.compile(r",\s+")
_BELONGS: Final = frozenset(
    "of for at to with from by about in against on including as like than between over under near "
    "who which that".split()
)
_INDEFINITE: Final = re.compile(r"an?\s", re.IGNORECASE)
_SPEAKS: Final = frozenset(
    (
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.OUTLET,
        MentionKind.GROUP,
        MentionKind.UNKNOWN,
    )
)


def find_parts(text: str, span: Span, inside: list[Mention]) -> Spans:
    """The words of each who speaks in a source; empty where it is one.

    "and" parts two where both sides end and begin with somebody who may speak and belongs to no
    other word: the minister for trade and industry is one, and so are officials from two towns.

    Args:
        text: The report's text.
        span: The source.
        inside: The mentions found in it.
    """
    both = _BOTH.match(text, *span)
    start = both.end() if both else span.start
    parts: list[Span] = []
    for match in _AND.finditer(text, start, span.end):
        left = Span(start, match.start())
        if _ends(text, left, inside) and _begins(text, left, match.end(), span.end, inside):
            parts += _listed(text, left, inside)
            start = match.end()
    return (*parts, Span(start, span.end)) if parts else ()


def _ends(text: str, left: Span, inside: list[Mention]) -> bool:
    """Whether a side ends with somebody who may speak, who belongs to no word before."""
    end = left.start + len(text[left.start : left.end].rstrip(" ,"))
    for mention in inside:
        ends = mention.span.end == end or (mention.head is not None and mention.head.end == end)
        if ends and mention.span.start >= left.start and mention.kind in _SPEAKS:
            return not _depends(text, left, mention)
    return False


def _is_shared(text: str, left: Span, inside: list[Mention]) -> bool:
    """Whether a side ends with a person to whom it only belongs: "a friend of Orr and Lind"."""
    end = left.start + len(text[left.start : left.end].rstrip(" ,"))
    return any(
        mention.kind is MentionKind.PERSON
        and (mention.head or mention.span).end == end
        and _depends(text, left, mention)
        for mention in inside
        if mention.form is MentionForm.NAME
    )


def _depends(text: str, left: Span, mention: Mention) -> bool:
    before = text[left.start : mention.span.start].lower().split()
    while before and before[-1] in ("the", "a", "an"):
        before.pop()
    return bool(before) and before[-1] in _BELONGS


def _begins(text: str, left: Span, start: int, end: int, inside: list[Mention]) -> bool:
    """Whether the other side begins with somebody of his own: not "a doctor and an activist"."""
    apposed = "," in left.of(text)
    for mention in inside:
        if mention.span.start != start or mention.span.end > end or mention.kind not in _SPEAKS:
            continue
        if mention.form is MentionForm.PRONOUN:
            continue
        if mention.form is MentionForm.DESCRIPTION:
            return not (apposed and _INDEFINITE.match(text, start))
        return not (_owns(text, mention, end) or _is_shared(text, left, inside))
    return False


def _owns(text: str, mention: Mention, end: int) -> bool:
    """Whether a name only owns what follows it: "Orr and Lind's lawyer"."""
    return text[mention.span.end : min(end, mention.span.end + 2)] in ("'s", "’s")


def _listed(text: str, left: Span, inside: list[Mention]) -> list[Span]:
    """The words of a list of plain names, each by itself; else the whole side."""
    names = {m.span for m in inside if m.form is MentionForm.NAME and m.kind in _SPEAKS}
    pieces: list[Span] = []
    start = left.start
    for match in _COMMA.finditer(text, *left):
        pieces.append(Span(start, match.start()))
        start = match.end()
    pieces.append(Span(start, left.end))
    pieces = [piece for piece in pieces if piece.start < piece.end]
    return pieces if all(piece in names for piece in pieces) else [left]
