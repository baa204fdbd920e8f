"""Events with their dates and the words of their clause, over all reports."""

import re
from datetime import date
from typing import NamedTuple

from whence.compare.measures.profiles import stem
from whence.lexicon import load_table
from whence.model import Event, Extraction, Report, Span, Timex
from whence.text import fold_case

_COMMON = frozenset(load_table("counted")["stops"]) | frozenset(load_table("measures")["common"])
SAYING = frozenset(load_table("events")["saying"]["words"])
NOUNS: dict[str, str] = load_table("events")["nouns"]
_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = re.compile(r"[.!?][\"')”’]*\s|\n[ \t\r]*\n")


class Dated(NamedTuple):
    """An event of one report with the date that its clause gives."""

    event: Event
    timex: Timex
    report: Report
    earliest: date
    latest: date
    words: frozenset[str]
    """Stems of the sentence, without the date and what is too common."""
    sentence: Span

    @property
    def is_telling(self) -> bool:
        """Whether it only tells that somebody spoke."""
        return self.event.lemma in SAYING


def find_dated(
    reports: tuple[Report, ...], extractions: tuple[Extraction, ...]
) -> tuple[Dated, ...]:
    """All dated events of a story, by first day, then report, then position."""
    by_id = {report.id: report for report in reports}
    found: list[Dated] = []
    for extraction in extractions:
        report = by_id[extraction.report]
        times = {timex.id: timex for timex in extraction.timexes}
        folded = fold_case(report.text) if extraction.events else ""
        for event in extraction.events:
            timex = times[event.timex]
            if not timex.earliest or not timex.latest:
                continue
            sentence = sentence_around(report.text, event.span)
            found.append(
                Dated(
                    event=event,
                    timex=timex,
                    report=report,
                    earliest=date.fromisoformat(timex.earliest),
                    latest=date.fromisoformat(timex.latest),
                    words=stems_of(folded[sentence.start : sentence.end], event.lemma),
                    sentence=sentence,
                )
            )
    return tuple(sorted(found, key=lambda d: (d.earliest, d.latest, d.report.id, d.event.span)))


def sentence_around(text: str, span: Span) -> Span:
    """The sentence that holds a span, no more than 400 characters either side."""
    start = max(0, span.start - 400)
    for match in _STOP.finditer(text, start, span.start):
        start = match.end()
    after = _STOP.search(text, span.end, span.end + 400)
    return Span(start, after.start() + 1 if after else min(len(text), span.end + 400))


def stems_of(text: str, lemma: str) -> frozenset[str]:
    """Stems of the words that tell one event from another."""
    found = {stem(word) for word in _WORD.findall(text) if word not in _COMMON}
    return frozenset(found - {lemma, stem(lemma)})
