"""One small golden story beside what tracing it gave, ready to be compared."""

from collections.abc import Iterable
from typing import Any

import msgspec

from whence.model import Attribution, Story
from whence.score.names import SpeakerNames, TargetNames
from whence.score.shapes import Gold, Output, Placed
from whence.score.statements import match_statements
from whence.show import render_eval

Entry = dict[str, Any]


class Complaint(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is not as the golden story asks: which part of it, and what in words."""

    part: str
    message: str

    def __str__(self) -> str:
        return f"[{self.part}] {self.message}"


class Case:
    """Gold of a small story, the traced story, and which statement of one is which of the other."""

    def __init__(self, values: Entry, story: Story) -> None:
        self.values = values
        self.story = story
        self.gold = msgspec.convert(values, Gold)
        self.output = msgspec.json.decode(render_eval(story), type=Output)
        self.names = SpeakerNames(self.gold)
        self.targets = TargetNames(self.gold)
        self.matched = match_statements(self.gold, self.output)
        self._numbers = {item.id: number for number, item in enumerate(self.gold.statements)}
        self._attributions = {
            attribution.id: attribution
            for extraction in story.extractions
            for attribution in extraction.attributions
        }

    def entries(self, part: str) -> list[tuple[int, Entry]]:
        """The entries of one part of the gold with their numbers from 0."""
        return list(enumerate(self.values.get(part, ())))

    def attribution(self, statement: str) -> Attribution | None:
        """The attribution of the traced story that was matched with a gold statement."""
        other = self.matched.get(self._numbers[statement])
        return None if other is None else self._attributions[self.output.statements[other].id]

    def words(self, place: Placed | Entry) -> str:
        """The quoted words of a place, cut short, for a complaint."""
        if isinstance(place, Placed):
            report, pieces = place.report, place.spans or ((place.start, place.end),)
        else:
            report, pieces = place["report"], place["spans"]
        text = self.story.report(report).text
        whole = " … ".join(text[start:end] for start, end in pieces)
        return f"“{whole if len(whole) <= 60 else whole[:57] + '…'}” in {report}"

    def speaker_name(self, key: str) -> str:
        """The name of a gold speaker."""
        return self.gold.speakers[key].name


def covers(mine: Iterable[int], theirs: frozenset[int]) -> bool:
    """Whether at least half of the characters of ``mine`` lie in ``theirs``."""
    cells = frozenset(mine)
    return bool(cells) and 2 * len(cells & theirs) >= len(cells)
