"""The timeline of a story: dated events joined over all reports."""

from collections import defaultdict

from whence.compare.times.clauses import LONGEST, clause_around, cut_at_word
from whence.compare.times.dated import Dated, find_dated
from whence.compare.times.tensions import raise_tensions
from whence.model import (
    Extraction,
    Place,
    Report,
    Resolution,
    Span,
    Tension,
    TimelineEntry,
    content_id,
)

SHARED = 2
"""Words, besides the verb, that two clauses must share to tell of one event."""
SHARED_TOLD = 3
"""The same for clauses that tell of a telling: the verb "said" says nothing of what was said."""
_LOOKED_AT = 48


def find_timeline(
    reports: tuple[Report, ...], extractions: tuple[Extraction, ...], resolution: Resolution
) -> tuple[TimelineEntry, ...]:
    """The dated events of a story over all reports, in order of time.

    Two clauses tell of one event when their verbs agree, their dates can be the same and they share
    words; that somebody spoke on one day is one event only where what was said is alike. Precision
    is kept: a month covers its days.
    """
    del resolution
    groups: list[list[Dated]] = []
    index: dict[str, list[int]] = defaultdict(list)
    for dated in find_dated(reports, extractions):
        n = _group_of(dated, groups, index[dated.event.lemma])
        if n is None:
            n = len(groups)
            groups.append([])
            index[dated.event.lemma].append(n)
        groups[n].append(dated)
    entries = [_entry(group) for group in groups]
    return tuple(sorted(entries, key=lambda e: (e.earliest, e.latest, e.id)))


def find_tensions(
    reports: tuple[Report, ...],
    extractions: tuple[Extraction, ...],
    timeline: tuple[TimelineEntry, ...],
) -> tuple[Tension, ...]:
    """What in the times of a story does not fit together; each is a question, never a ruling.

    One event with two dates, an order that cannot be, a number of days that does not fit the dates,
    and something told as past that lies after the report's own publication.
    """
    del timeline
    return raise_tensions(find_dated(reports, extractions), reports, extractions)


def _group_of(dated: Dated, groups: list[list[Dated]], candidates: list[int]) -> int | None:
    for n in candidates[-_LOOKED_AT:]:
        first = groups[n][0]
        if dated.earliest > max(d.latest for d in groups[n][:4]) or dated.latest < first.earliest:
            continue
        shared = len(dated.words & first.words)
        if dated.is_telling:
            least = min(len(dated.words), len(first.words))
            if shared >= SHARED_TOLD and 2 * shared >= least:
                return n
        elif shared >= SHARED or (dated.timex.value == first.timex.value and shared >= 1):
            return n
    return None


def _entry(group: list[Dated]) -> TimelineEntry:
    finest = min(group, key=lambda d: ((d.latest - d.earliest).days, d.report.id, d.event.span))
    clauses = [(_clause(dated), dated) for dated in group]
    fullest = max(clauses, key=lambda c: (min(len(c[0]), LONGEST), -len(c[0]), c[1].report.id))
    events = tuple(dated.event.id for dated in group)
    places = tuple(Place(report=d.report.id, span=clause) for clause, d in clauses)
    return TimelineEntry(
        id=content_id("h", *events),
        label=_label(*fullest),
        value=finest.timex.value or finest.earliest.isoformat(),
        earliest=finest.earliest.isoformat(),
        latest=finest.latest.isoformat(),
        events=events,
        places=places,
    )


def _clause(dated: Dated) -> Span:
    event, timex, sentence = dated.event.span, dated.timex.span, dated.sentence
    is_near = sentence.covers(timex)
    core = Span(min(event.start, timex.start), max(event.end, timex.end)) if is_near else event
    return clause_around(dated.report.text, sentence, core)


def _label(clause: Span, dated: Dated) -> str:
    event = dated.event.span
    keep = (max(0, event.start - clause.start), max(0, event.end - clause.start))
    return cut_at_word(clause.of(dated.report.text), keep=keep)
