"""Where inside a content to look for attributions that it holds."""

import re
from collections.abc import Iterator
from typing import Final

from whence.extract.interface import RawAttribution
from whence.extract.neural.encoding import Encoding

_HINT: Final = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|wr(?:ote|ites?|itten|iting)|according to"
    r"|report(?:s|ed|edly|ing)?|claim(?:s|ed|ing)?|ask(?:s|ed|ing)|add(?:ed|s|ing)|announc(?:ed|es|ing)"
    r"|stat(?:ed|es|ing)|confirm(?:s|ed|ing)?|den(?:ied|ies|ying)|warn(?:s|ed|ing)?|quot(?:ed|es|ing)"
    r"|cit(?:ed|es|ing)|explain(?:s|ed|ing)?|insist(?:s|ed|ing)?|promis(?:ed|es|ing)|alleg(?:ed|es|edly|ing)"
    r"|accus(?:ed|es|ing)|believ(?:es?|ed|ing)|th(?:inks?|ought)|suggest(?:s|ed|ing)?|argu(?:ed|es|ing)"
    r"|acknowledg(?:ed|es|ing)|admit(?:s|ted|ting)?|testif(?:ied|ies|ying)|call(?:ed|s|ing)"
    r"|conclud(?:ed|es|ing)|show(?:s|ed|n|ing)?|reveal(?:s|ed|ing)?|tweet(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(r"[\s\"“„«‘'`(,;:—–-]*(?:that\b)?[\s\"“„«‘'`,;:]*", re.IGNORECASE)
_TRAIL: Final = re.compile(r"[\s\"”»’',;:)]*$")
_SHORTEST: Final = 20
_TRAIL_LIMIT: Final = 12
_MOST_OF_PARENT: Final = 0.9


def crops_of(text: str, parent: RawAttribution) -> Iterator[list[tuple[int, int]]]:
    """The parent's content without its marks and its "that", if a cue may stand in it."""
    crop: list[tuple[int, int]] = []
    hinted = False
    for start, end in parent.content:
        begin = _LEAD.match(text, start, end)
        start = begin.end() if begin else start
        tail = _TRAIL.search(text, max(start, end - _TRAIL_LIMIT), end)
        end = tail.start() if tail else end
        if start < end:
            crop.append((start, end))
            hinted = hinted or _HINT.search(text, start, end) is not None
    if hinted and sum(end - start for start, end in crop) >= _SHORTEST:
        yield crop


def is_inner(crop: Encoding, found: RawAttribution) -> bool:
    """Whether what was found in a crop is more than the crop itself under another name."""
    size = crop.spans[-1][1] - crop.spans[0][0]
    said = sum(end - start for start, end in found.content)
    return bool(found.source) and said <= _MOST_OF_PARENT * size
