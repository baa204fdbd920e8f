"""Hearings that are open to all: press conferences, speeches, releases, posts, documents."""

import re

from whence.derive.material import Material
from whence.derive.origins.surroundings import Surroundings
from whence.derive.origins.types import Hearing
from whence.lexicon import load_table
from whence.lexicon.releases import is_release
from whence.model import OriginKind, Place, Span

_TABLE = load_table("credits")
_GATHERINGS = _TABLE["gatherings"]


def _any_of(phrases: list[str]) -> str:
    return "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))


_WHOSE = r"(?:an?|the|his|her|its|their|this|that|\w{2,20}'s)"
_BEFORE = rf"{_WHOSE} (?:(?:{_any_of(_GATHERINGS['sorts'])}) ){{0,2}}"
_BEHIND_CUE = rf"(?:said|says|declared|argued|repeated) in (?:{_any_of(_GATHERINGS['places'])})"
_CALLS = " (?:calls?|chats?|interviews?|links?)"
"""Behind these words of a channel two talk: "in a video call" is no post."""
_SOMEBODY = (
    "['’]s| (?:leader|chair|chairman|chairwoman|member|reporter|clerk|president|secretary|official"
    "|correspondent|chief|head|officer|worker|note|paper|letter)s?\\b"
)
"""Nor does one speak to all who tells "the council leader", or in "the council's letter"."""
_SETTINGS: tuple[tuple[OriginKind, re.Pattern[str]], ...] = tuple(
    (OriginKind(kind), re.compile(rf"\b(?:{pattern})\b(?!{_CALLS}|{_SOMEBODY})"))
    for kind, pattern in (
        *((kind, _any_of(phrases)) for kind, phrases in _TABLE["settings"].items()),
        (
            OriginKind.SPEECH,
            rf"(?:{_any_of(_GATHERINGS['verbs'])}) {_BEFORE}(?:{_any_of(_GATHERINGS['speech'])})"
            rf"|{_BEHIND_CUE}",
        ),
        (
            OriginKind.PRESS_CONFERENCE,
            rf"(?:at|in|during|told) {_BEFORE}(?:{_any_of(_GATHERINGS['press conference'])})",
        ),
    )
)
_RELEASE_MARK = 13
"""Letters of "PRESS RELEASE", shown as the place that says so."""


def hear_in_setting(around: Surroundings) -> Hearing | None:
    """A public hearing that the sentence names outside the content: "in a statement"."""
    for sentence in around.frame:
        words = around.words_around(sentence)
        for kind, pattern in _SETTINGS:
            match = pattern.search(words)
            if match is not None:
                span = Span(sentence.start + match.start(), sentence.start + match.end())
                place = Place(report=around.silent.report, span=span)
                return around.silent.replace(kind=kind, is_public=True, place=place)
    return None


def hear_in_release(material: Material, around: Surroundings) -> Hearing | None:
    """What a release says, anybody may read there."""
    report = material.by_id[around.silent.report]
    if not is_release(report):
        return None
    mark = Span(0, min(len(report.text), _RELEASE_MARK))
    return around.silent.replace(
        kind=OriginKind.RELEASE,
        is_public=True,
        is_own=True,
        place=Place(report=report.id, span=mark),
    )
