"""Whom the words were told to is no part of them: "warned the crews that …"."""

import re
from typing import Final

from whence.extract.interface import RawAttribution
from whence.model import Span

_TELLING: Final = re.compile(
    r"\b(?:told|tells?|telling|(?:warn|remind|inform|assur|convinc|notifi)(?:e?s|ed|ing)?"
    r"|warn|remind|inform|assure|convince|notify)$",
    re.IGNORECASE,
)
_NO_NOUN: Final = (
    r"(?:the|an?|he|she|it|they|we|i|you|is|are|was|were|be|been|has|have|had|will|would|can|could"
    r"|may|might|must|should|do|does|did|not|so|stor(?:y|ies)|truth|lies?|tales?|jokes?|news)\b"
)
_ADDRESSEE: Final = re.compile(
    r"(?:(?:him|them|us|me|you)\s+(?!to\b|that\b)(?=\w)"
    r"|her\s+(?=(?:he|she|they|it|how|what|why|whether|not)\b)"
    r"|(?:the\s+|an?\s+)?(?:(?!"
    + _NO_NOUN
    + r")[^\s,.;:“”\"()]{1,24}\s+(?:of\s+the\s+|in\s+the\s+|at\s+the\s+)?){1,6}?(?=that\s))",
    re.IGNORECASE,
)
_LONGEST: Final = 120


def cut_addressees(text: str, found: list[RawAttribution]) -> list[RawAttribution]:
    """The attributions, each content after a cue of telling without the person told at its head.

    Of those told to do something ("told them to wait") the words are left as they are: there they
    are part of what is asked.
    """
    return [_cut(text, raw) for raw in found]


def _cut(text: str, raw: RawAttribution) -> RawAttribution:
    if not raw.cue:
        return raw
    cue = raw.cue[-1]
    if not _TELLING.search(text, max(cue.start, cue.end - 12), cue.end):
        return raw
    for number, piece in enumerate(raw.content):
        if piece.start < cue.end or text[cue.end : piece.start].strip():
            continue
        match = _ADDRESSEE.match(text, piece.start, min(piece.end, piece.start + _LONGEST))
        if match is None or match.end() >= piece.end:
            return raw
        rest = Span(match.end(), piece.end)
        return raw.replace(content=(*raw.content[:number], rest, *raw.content[number + 1 :]))
    return raw
