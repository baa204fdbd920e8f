"""Where a content is cut into units: at its sentences, and at clauses of their own."""

import re
from itertools import pairwise

from whence.model import Span, Spans
from whence.text import find_sentences

# What stands between two pieces of a quotation when the sentence has ended before the second.
_STOP_BETWEEN = re.compile(r"[.!?…][\"'”’»)\]]*\s*[\"'“‘„«]*\s*$|\n\s*\n")
_STOP_AT_END = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_NEXT_CLAUSE = re.compile(r"(\s)(?:and|but)\s+that\s")


def cut_sentences(text: str, pieces: Spans) -> list[Spans]:
    """The sentences of a quotation, each as its pieces: a cue may cut a sentence in two.

    A new piece goes on with the sentence before it unless that had ended, or the words between
    the two (the cue) end with a stop.
    """
    sentences: list[Spans] = []
    previous: Span | None = None
    for piece in pieces:
        first, *others = find_sentences(text, piece) or (piece,)
        if previous is not None and _goes_on(text, previous, piece):
            sentences[-1] = (*sentences[-1], first)
        else:
            sentences.append((first,))
        sentences.extend((other,) for other in others)
        previous = piece
    return sentences


def cut_clauses(text: str, pieces: Spans) -> list[Spans]:
    """The sentences of an indirect content, cut also where a second clause of its own begins.

    "… said that A but that B" says two things.
    """
    clauses: list[Spans] = []
    for sentence in cut_sentences(text, pieces):
        *whole, final = sentence
        starts = [m.end(1) for m in _NEXT_CLAUSE.finditer(text, final.start, final.end)]
        bounds = [final.start, *starts, final.end]
        cuts = [Span(a, b) for a, b in pairwise(bounds) if a < b]
        clauses.append((*whole, cuts[0]) if cuts else sentence)
        clauses.extend((cut,) for cut in cuts[1:])
    return clauses


def _goes_on(text: str, before: Span, after: Span) -> bool:
    tail = text[max(before.start, before.end - 12) : before.end]
    if _STOP_AT_END.search(tail):
        return False
    between = text[before.end : after.start]
    if len(between) > 400 or "\n\n" in between:
        return False
    return not _STOP_BETWEEN.search(between[-40:]) or text[after.start : after.start + 1].islower()
