"""Talks with the report itself that it names no outlet for: "he said by telephone"."""

import re

from whence.derive.material import Material
from whence.derive.origins.surroundings import Surroundings
from whence.derive.origins.types import Hearing
from whence.lexicon import load_table
from whence.model import Anonymity, MentionKind, OriginKind, Place, Span, hull

_TABLE = load_table("talks")
_BEYOND = 24
"""Letters between source or cue and the words for a channel: "said on Tuesday by telephone"."""


def _any_of(phrases: list[str]) -> str:
    return "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))


_CHANNEL = re.compile(
    rf"\b(?:{_any_of(_TABLE['channels'])})\b(?! (?:{_any_of(_TABLE['elsewhere'])})\b)"
)
_MASKED = re.compile(rf"\b(?:{'|'.join(load_table('naming')['anonymity']['phrases'])})\b")
_REACHED = re.compile(rf"\b(?:{_any_of(_TABLE['reached'])})\b")
_TELLING = re.compile(rf"\b(?:{_any_of(_TABLE['telling'])})\b")


def hear_in_talk(material: Material, around: Surroundings) -> Hearing | None:
    """A talk with the report's own outlet: somebody was reached, or said it by telephone.

    Where the cue says whom the words went to, the talk was with them.
    """
    attribution = around.attribution
    if not attribution.source or not attribution.cue:
        return None
    if any(_TELLING.search(span.of(around.folded)) for span in attribution.cue):
        return None
    place = _find_place(around, hull([*attribution.source, *attribution.cue]))
    if place is None:
        return None
    return _own_talk(material, around, place)


def hear_in_confidence(material: Material, around: Surroundings) -> Hearing | None:
    """A talk with the report's own outlet: it kept the name of somebody who asked for that."""
    speaker = material.entities.get(material.resolution.speakers.get(around.attribution.id, ""))
    if speaker is None or speaker.anonymity is not Anonymity.UNNAMED:
        return None
    if speaker.kind not in (MentionKind.PERSON, MentionKind.GROUP, MentionKind.UNKNOWN):
        return None
    for sentence in (*around.frame, *around.after):
        match = _MASKED.search(around.words_around(sentence))
        if match is not None:
            place = Span(sentence.start + match.start(), sentence.start + match.end())
            return _own_talk(material, around, place)
    return None


def _own_talk(material: Material, around: Surroundings, place: Span) -> Hearing:
    """A talk with the report's own outlet, which a place in it tells of."""
    report = around.silent.report
    return around.silent.replace(
        kind=OriginKind.INTERVIEW,
        hearer=material.own_key(report),
        is_own=True,
        is_heard=True,
        place=Place(report=report, span=place),
    )


def _find_place(around: Surroundings, said: Span) -> Span | None:
    """Where the words for the talk stand, beside source and cue or at the sentence's beginning."""
    for sentence in around.frame:
        words = around.words_around(sentence)
        for pattern in (_CHANNEL, _REACHED):
            for match in pattern.finditer(words):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                near = said.start <= start <= said.end + _BEYOND
                if near or not words[: match.start()].strip():
                    return Span(start, end)
    return None
