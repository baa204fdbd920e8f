"""Where inside a content to look for attributions that it holds."""

import re
from collections.abc import Iterator
from typing import Final

from whence.extract.interface import RawAttribution
from whence.model import Span
from whence.text.sentences import find_sentences

_SAYING: Final = (
    r"sa(?:id|ys?|ying)|t(?:old|ells?|elling)|wr(?:ote|ites?|itten|iting)|according to"
    r"|report(?:s|ed|edly|ing)?|claim(?:s|ed|ing)?|ask(?:s|ed|ing)|add(?:ed|s|ing)"
    r"|announc(?:ed|es|ing)|stat(?:ed|ing)|confirm(?:s|ed|ing)?|den(?:y|ied|ies|ying)"
    r"|warn(?:s|ed|ing)?|quot(?:ed|es|ing)|cit(?:ed|es|ing)|explain(?:s|ed|ing)?"
    r"|insist(?:s|ed|ing)?|promis(?:ed|es|ing)|alleg(?:ed|es|edly|ing)|accus(?:ed|es|ing)"
    r"|suggest(?:s|ed|ing)?|argu(?:ed|es|ing)|acknowledg(?:ed|es|ing)|admit(?:s|ted|ting)?"
    r"|testif(?:ied|ies|ying)|call(?:ed|s|ing)|conclud(?:ed|es|ing)|show(?:s|ed|n|ing)?"
    r"|reveal(?:s|ed|ing)?|tweet(?:s|ed|ing)?|(?<!united )(?<!these )(?<!the )states"
)
_THINKING: Final = r"believ(?:es?|ed|ing)|th(?:inks?|ought)"
_HINT: Final = re.compile(rf"\b(?:{_SAYING}|{_THINKING})\b", re.IGNORECASE)
# What speakers tell of their own words and thoughts inside their words is no statement apart.
_OWN: Final = (
    r"\b(?:I|we|you)(?:['’]\w{1,3})?"
    r"(?:\s(?:a[mr]e?|was|were|be|been|have|had|do|did|will|would|can|could|should|may|might|must"
    r"|not|never|also|just|only|always|already|still|really|going|to|\w{2,5}n['’]t)){0,3}\s"
)
_QUOTED_HINT: Final = re.compile(rf"(?P<own>{_OWN})?\b(?:{_SAYING})\b", re.IGNORECASE)
_OPENING: Final = frozenset('"“„«')
_LEAD: Final = re.compile(r"[\s\"“„«‘'`(,;:—–-]*(?:that\b)?[\s\"“„«‘'`,;:]*", re.IGNORECASE)
_TRAIL: Final = re.compile(r"[\s\"”»’',;:)]*$")
_SHORTEST: Final = 20
_TRAIL_LIMIT: Final = 12
_MOST_OF_PARENT: Final = 0.9


def crop_of(text: str, parent: RawAttribution) -> list[tuple[int, int]]:
    """The sentences of a content in which a cue may stand, without marks and "that" around them.

    Empty if there is none, or too little to hold an attribution.
    """
    crop = [span for piece in parent.content for span in _hinted(text, piece)]
    return crop if sum(end - start for start, end in crop) >= _SHORTEST else []


def _hinted(text: str, piece: Span) -> Iterator[tuple[int, int]]:
    is_quoted = text[piece.start] in _OPENING
    for sentence in find_sentences(text, piece):
        begin = _LEAD.match(text, *sentence)
        start = begin.end() if begin else sentence.start
        tail = _TRAIL.search(text, max(start, sentence.end - _TRAIL_LIMIT), sentence.end)
        end = tail.start() if tail else sentence.end
        if _is_hinted(text, start, end, is_quoted=is_quoted):
            yield start, end


def _is_hinted(text: str, start: int, end: int, *, is_quoted: bool) -> bool:
    if is_quoted:
        return any(hint["own"] is None for hint in _QUOTED_HINT.finditer(text, start, end))
    return _HINT.search(text, start, end) is not None


def is_inner(parent: RawAttribution, found: RawAttribution) -> bool:
    """Whether what was found in a content is more than the content under another name."""
    size = parent.content[-1].end - parent.content[0].start
    said = sum(end - start for start, end in found.content)
    return bool(found.source) and said <= _MOST_OF_PARENT * size
