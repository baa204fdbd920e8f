"""How much of a content stands in quotation marks."""

import re
from bisect import bisect_left
from typing import Final

from whence.model import Kind, Quotation, QuotationRole, Spans

_WORD: Final = re.compile(r"[^\W_]+")
_SPOKEN: Final = frozenset({QuotationRole.SPEECH, QuotationRole.TERM})


def kind_of(text: str, content: Spans, quotations: tuple[Quotation, ...]) -> Kind:
    """Direct if every word stands in quotation marks, mixed if a part does, else indirect.

    Titles, nicknames and scare quotes do not count.
    """
    first = bisect_left(quotations, content[0].start - 4000, key=lambda held: held.outer.start)
    near = []
    for index in range(first, len(quotations)):
        held = quotations[index]
        if held.outer.start >= content[-1].end:
            break
        if held.depth == 0 and held.role in _SPOKEN and held.outer.end > content[0].start:
            near.append(held.span)
    if not near:
        return Kind.INDIRECT
    total = inside = 0
    for piece in content:
        for match in _WORD.finditer(text, piece.start, piece.end):
            total += 1
            inside += any(span.start <= match.start() < span.end for span in near)
    if not inside:
        return Kind.INDIRECT
    return Kind.DIRECT if inside == total else Kind.MIXED
