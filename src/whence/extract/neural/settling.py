"""One name, one kind: what a report calls a name most surely, it means everywhere."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from whence.extract.interface import RawMention
from whence.model import MentionKind

SURNAME_VOTE: Final = 0.5
"""What a full name's vote counts for its last word (chosen on ner_worldwide, dev)."""


def settle_kinds(text: str, mentions: Sequence[RawMention]) -> list[RawMention]:
    """The mentions, each with the kind that all mentions of the same words vote for.

    A mention votes with its score; a person's full name votes for its last word too.
    """
    votes: dict[str, dict[MentionKind, float]] = defaultdict(lambda: defaultdict(float))
    for mention in mentions:
        words = mention.span.of(text)
        votes[words][mention.kind] += mention.score
        if mention.kind is MentionKind.PERSON and " " in words:
            votes[words.rsplit(" ", 1)[1]][mention.kind] += SURNAME_VOTE * mention.score
    return [mention.replace(kind=_winner(votes[mention.span.of(text)])) for mention in mentions]


def _winner(votes: dict[MentionKind, float]) -> MentionKind:
    return max(votes, key=lambda kind: (votes[kind], kind.value))
