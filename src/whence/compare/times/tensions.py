"""Times that do not fit together, each with its places and its reason in words."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from whence.compare.times.dated import NOUNS, Dated
from whence.model import (
    Direction,
    Extraction,
    Judgement,
    Place,
    Report,
    Span,
    Tension,
    Timex,
    TimexType,
)
from whence.text import fold_case

# Words shared beside the verb from which two clauses tell of one event although their dates differ.
_SAME_EVENT = 3
_MOST = 64
_ORDER = re.compile(
    r"\b(after|before|following|prior to)\s+(?:the|a|an|his|her|its|their)?\s*([^\W\d_]{3,20})"
)
_DAYS = re.compile(r"P(\d+)([DWMY])")
_FUTURE = re.compile(
    r"\b(?:will|would|shall|may|might|could|to|due|until|by|from|planned|scheduled|expected)\b"
)
_LENGTHS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_SLACK = {"D": 1, "W": 3, "M": 16, "Y": 190}


def raise_tensions(
    dated: tuple[Dated, ...], reports: tuple[Report, ...], extractions: tuple[Extraction, ...]
) -> tuple[Tension, ...]:
    """Every tension of a story, by kind and place."""
    found = [
        *_two_dates(dated),
        *_impossible_orders(dated),
        *_days_that_do_not_fit(dated, reports, extractions),
        *_after_publication(dated),
    ]
    unique = {_key(tension): tension for tension in found}
    return tuple(unique[key] for key in sorted(unique))


def _key(tension: Tension) -> tuple[str, tuple[tuple[str, Span], ...]]:
    return tension.kind, tuple((place.report, place.span) for place in tension.places)


def _two_dates(dated: tuple[Dated, ...]) -> Iterator[Tension]:
    """One event with two dates: the same verb, many words in common, and days apart."""
    by_lemma: dict[str, list[Dated]] = defaultdict(list)
    for one in dated:
        if not one.is_telling and one.earliest == one.latest:
            by_lemma[one.event.lemma].append(one)
    for lemma in sorted(by_lemma):
        alike = by_lemma[lemma][:_MOST]
        raised: set[tuple[date, date]] = set()
        for n, first in enumerate(alike):
            for second in alike[n + 1 :]:
                pair = (first.earliest, second.earliest)
                if pair in raised or pair[0] == pair[1] or _is_one_sentence(first, second):
                    continue
                shared = sorted(first.words & second.words)
                least = min(len(first.words), len(second.words))
                if len(shared) >= _SAME_EVENT and 2 * len(shared) >= least:
                    raised.add(pair)
                    yield Tension(
                        kind="two-dates",
                        reason=(
                            f"“{_clip(first)}” is dated {first.earliest} in {first.report.id} and "
                            f"{second.earliest} in {second.report.id}"
                        ),
                        places=_places(first, second),
                    )


def _impossible_orders(dated: tuple[Dated, ...]) -> Iterator[Tension]:
    """``The alarm rang on 7 June, after the leak`` where the leak is dated 8 June."""
    by_lemma: dict[str, list[Dated]] = defaultdict(list)
    for one in dated:
        by_lemma[one.event.lemma].append(one)
    for one in dated:
        clause = fold_case(one.sentence.of(one.report.text))
        for match in _ORDER.finditer(clause):
            lemma = NOUNS.get(match.group(2))
            if lemma is None or lemma == one.event.lemma:
                continue
            is_after = match.group(1) in ("after", "following")
            for other in by_lemma.get(lemma, ())[:_MOST]:
                if _is_one_sentence(one, other):
                    continue
                wrong = one.latest < other.earliest if is_after else one.earliest > other.latest
                if wrong and abs((one.earliest - other.earliest).days) < 400:
                    yield Tension(
                        kind="impossible-order",
                        reason=(
                            f"“{_clip(one)}” ({one.timex.value}) is told as {match.group(1)} the "
                            f"{match.group(2)}, which is dated {other.timex.value}"
                        ),
                        places=_places(one, other),
                    )


def _days_that_do_not_fit(
    dated: tuple[Dated, ...], reports: tuple[Report, ...], extractions: tuple[Extraction, ...]
) -> Iterator[Tension]:
    """``three days after the fire`` beside two dates that lie five days apart."""
    by_report: dict[str, list[Dated]] = defaultdict(list)
    by_lemma: dict[str, list[Dated]] = defaultdict(list)
    for one in dated:
        by_report[one.report.id].append(one)
        by_lemma[one.event.lemma].append(one)
    texts = {report.id: report for report in reports}
    for extraction in extractions:
        report = texts[extraction.report]
        for timex in extraction.timexes:
            length = _length(timex)
            if length is None:
                continue
            if timex.anchor:
                yield from _anchored(timex, length, report, by_report[report.id], by_lemma)
            else:
                yield from _spans(timex, length, report, extraction)


def _length(timex: Timex) -> tuple[int, int] | None:
    """Days and slack of a whole length of time: ``P3D``; None for a vague or hedged one."""
    if timex.type is not TimexType.DURATION or timex.mod or not timex.value:
        return None
    match = _DAYS.fullmatch(timex.value)
    if not match:
        return None
    return int(match.group(1)) * _LENGTHS[match.group(2)], _SLACK[match.group(2)]


def _anchored(
    timex: Timex,
    length: tuple[int, int],
    report: Report,
    own: list[Dated],
    by_lemma: dict[str, list[Dated]],
) -> Iterator[Tension]:
    words = fold_case(timex.anchor[0].of(report.text)).split()
    lemmas = {NOUNS[word] for word in words[:4] if word in NOUNS}
    hosts = [d for d in own if d.sentence.covers(timex.span) and d.earliest == d.latest]
    for host in hosts[:2]:
        for lemma in sorted(lemmas):
            for other in by_lemma.get(lemma, ())[:_MOST]:
                if other.earliest != other.latest or _is_one_sentence(other, host):
                    continue
                apart = abs((host.earliest - other.earliest).days)
                if apart and abs(apart - length[0]) > length[1] and apart < 5 * length[0] + 30:
                    yield Tension(
                        kind="days-do-not-fit",
                        reason=(
                            f"{timex.span.of(report.text)} is told between {other.earliest} and "
                            f"{host.earliest}, {apart} days apart"
                        ),
                        places=(Place(report=report.id, span=timex.span), *_places(other)),
                    )


def _spans(
    timex: Timex, length: tuple[int, int], report: Report, extraction: Extraction
) -> Iterator[Tension]:
    """``for five days, from 3 to 12 June``: the length beside the dates it spans."""
    times = [t for t in extraction.timexes if t.value and abs(t.span.start - timex.span.end) < 60]
    for n, first in enumerate(times):
        covered = _covered(first, times[n + 1] if n + 1 < len(times) else None, report)
        if covered is None:
            continue
        days, span = covered
        gap = report.text[min(timex.span.end, span.end) : max(timex.span.start, span.start)]
        if any(mark in gap for mark in ".;!?\n") or len(gap) > 20:
            continue
        if length[0] not in range(days - length[1], days + length[1] + 2):
            yield Tension(
                kind="days-do-not-fit",
                reason=f"{timex.span.of(report.text)} beside {span.of(report.text)}, {days} days",
                places=(
                    Place(report=report.id, span=timex.span),
                    Place(report=report.id, span=span),
                ),
            )


def _covered(first: Timex, second: Timex | None, report: Report) -> tuple[int, Span] | None:
    """Days from first to last of ``3 to 12 June``, told as one expression or two."""
    start, stop = first.earliest, first.latest
    span = first.span
    if "/" not in (first.value or ""):
        if second is None or not _is_day(first) or not _is_day(second):
            return None
        join = report.text[first.span.end : second.span.start].strip().lower()
        if join not in ("to", "until", "-", "–", "and", "through"):
            return None
        stop, span = second.latest, Span(first.span.start, second.span.end)
    if not start or not stop:
        return None
    days = (date.fromisoformat(stop) - date.fromisoformat(start)) // timedelta(1)
    return (days, span) if days > 0 else None


def _is_day(timex: Timex) -> bool:
    return timex.type is TimexType.DATE and len(timex.value or "") == 10


def _after_publication(dated: tuple[Dated, ...]) -> Iterator[Tension]:
    """A report that tells, in the past tense, of a day after its own publication."""
    for one in dated:
        published = one.report.published
        if published is None or len(published.value) < 10 or one.timex.is_relative:
            continue
        if (one.latest - one.earliest).days > 31:
            continue
        if one.timex.direction is Direction.FUTURE:
            continue
        day = date.fromisoformat(published.value[:10])
        if (one.earliest - day).days < 2:
            continue
        clause = fold_case(one.report.text[one.sentence.start : one.timex.span.end])
        verb = fold_case(one.event.span.of(one.report.text)).split(maxsplit=1)[0]
        if _FUTURE.search(clause) or not _is_past(verb, one.event.lemma):
            continue
        yield Tension(
            kind="after-publication",
            reason=f"“{_clip(one)}” is told of {one.timex.value}, after publication on {day}",
            places=_places(one),
            judgement=Judgement.UNSURE,
        )


def _is_past(verb: str, lemma: str) -> bool:
    return verb != lemma and (verb.endswith("ed") or lemma not in NOUNS.values())


def _is_one_sentence(a: Dated, b: Dated) -> bool:
    return a.report.id == b.report.id and a.sentence == b.sentence


def _places(*dated: Dated) -> tuple[Place, ...]:
    return tuple(Place(report=d.report.id, span=d.event.span) for d in dated)


def _clip(dated: Dated) -> str:
    return " ".join(dated.event.span.of(dated.report.text).split())[:60]
