"""Who counts each figure, as a name that can be compared over all reports."""

import re
from bisect import bisect_left
from typing import NamedTuple

from whence.lexicon import load_table
from whence.model import Entity, Extraction, Figure, Mention, Report, Resolution, Span
from whence.text import fold_case

_TABLE = load_table("measures")
_SPOKESMEN = frozenset(_TABLE["spokesmen"])
UNOFFICIAL = frozenset(_TABLE["unofficial"])
"""Words of those who count against the authorities: unions, organisers, rebels."""
_WORD = re.compile(r"[^\W\d_]{2,40}")
_SMALL = frozenset("the a an of for and to in at its own 's".split())


class Counter(NamedTuple):
    """Who counts a figure."""

    key: str | None
    """A folded name to compare by; None for the outlet itself."""
    name: str
    """The name for readers."""


class Counters:
    """The counters of a story, asked for by figure."""

    def __init__(
        self,
        reports: tuple[Report, ...],
        extractions: tuple[Extraction, ...],
        resolution: Resolution,
    ) -> None:
        self._texts = {report.id: report.text for report in reports}
        self._entities = {entity.id: entity for entity in resolution.entities}
        self._resolution = resolution
        self._mentions: dict[str, list[Mention]] = {
            e.report: sorted(e.mentions, key=lambda m: m.span) for e in extractions
        }

    def of(self, figure: Figure) -> Counter:
        """Who counts it: the body that a spokesman speaks for, not the spokesman.

        Nobody where the outlet itself counts, or where nothing tells who is meant.
        """
        for span in figure.counter:
            entity = self._entity_at(figure.report, span)
            words = " ".join(span.of(self._texts[figure.report]).split())
            return self._entity_counter(entity) if entity else Counter(_folded(words), words)
        entity = self._entities.get(self._resolution.speakers.get(figure.attribution or "", ""))
        return self._entity_counter(entity) if entity else Counter(None, "")

    def _entity_at(self, report: str, span: Span) -> Entity | None:
        mentions = self._mentions.get(report, [])
        n = bisect_left(mentions, span.start - 8, key=lambda m: m.span.start)
        for mention in mentions[n : n + 6]:
            if mention.span.overlaps(span) and 2 * len(mention.span) >= len(span):
                return self._entities.get(self._resolution.mention_entities.get(mention.id, ""))
        return None

    def _entity_counter(self, entity: Entity) -> Counter:
        body = self._entities.get(entity.body or "")
        if body is not None:
            return Counter(_folded(body.name), body.name)
        words = _words(entity.name)
        rest = [word for word in words if word not in _SPOKESMEN]
        if not rest:
            return Counter(entity.id, entity.name)
        return Counter(" ".join(rest), entity.name)


def is_unofficial(key: str) -> bool:
    """Whether a counter's name is that of one who counts beside the authorities."""
    return bool(UNOFFICIAL & set(key.split()))


def _words(name: str) -> list[str]:
    return [word for word in _WORD.findall(fold_case(name)) if word not in _SMALL]


def _folded(name: str) -> str:
    return " ".join(_words(name)) or fold_case(name)
