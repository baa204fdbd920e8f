"""Days that few reports give alike against the rest, or against the calendar."""

import re
from collections import defaultdict
from datetime import date

from whence.derive.material import Material
from whence.derive.signs.signs import Places, Sign
from whence.lexicon import load_table
from whence.model import Report, Span, Timex, TimexType
from whence.text import fold_case

_WEEKDAYS: dict[str, int] = {
    word: number for word, number in load_table("times")["weekdays"].items() if len(word) > 4
}
_WEEKDAY = re.compile(rf"(?<![^\W_])({'|'.join(sorted(_WEEKDAYS))})(?![^\W_])")
_BESIDE = 12
"""Letters before a date in which its weekday stands: "on Thursday, "."""
_LONG_AGO = 60
"""Days from publication beyond which a date without its year may mean another year's."""
_SCORE = 0.7
_YEAR = re.compile(r"\d{4}")
_WEEK = 7

Pair = tuple[tuple[str, Places], tuple[str, Places]]


def pair_days(material: Material) -> list[Pair]:
    """Two days for one event, each with the reports that give it.

    The event is the same where the comparison found that two clauses tell of it. Only days that are
    written out or named by their weekday count: "yesterday" depends on when the report was written.
    """
    given: dict[tuple[str, str], Places] = defaultdict(dict)
    lemmas: dict[tuple[str, Span], tuple[str, str]] = {}
    for extraction in material.extractions:
        report = material.by_id[extraction.report]
        timexes = {timex.id: timex for timex in extraction.timexes}
        for event in extraction.events:
            timex = timexes.get(event.timex)
            if timex is None or _day_of(timex) is None or not _is_written_out(report, timex):
                continue
            key = (event.lemma, timex.value or "")
            given[key].setdefault(report.id, (timex.span,))
            lemmas[report.id, event.span] = lemmas[report.id, timex.span] = key
    pairs: dict[tuple[str, str, str], Pair] = {}
    for tension in material.comparison.tensions:
        if tension.kind != "two-dates":
            continue
        keys = {lemmas[p.report, p.span] for p in tension.places if (p.report, p.span) in lemmas}
        if len(keys) != 2:
            continue
        first, second = sorted(keys)
        places = (given[first], given[second])
        if first[0] == second[0] and _may_clash(material, first[1], second[1], places):
            pairs[first[0], first[1], second[1]] = (
                (first[1], given[first]),
                (second[1], given[second]),
            )
    return [pairs[key] for key in sorted(pairs)]


def _day_of(timex: Timex) -> date | None:
    if timex.type is not TimexType.DATE or timex.value is None:
        return None
    try:
        return date.fromisoformat(timex.value)
    except ValueError:
        return None


def _is_written_out(report: Report, timex: Timex) -> bool:
    words = fold_case(timex.span.of(report.text))
    return any(c.isdigit() for c in words) or _WEEKDAY.search(words) is not None


def _may_clash(material: Material, first: str, second: str, places: tuple[Places, Places]) -> bool:
    """Whether two days are two and not one weekday, read a week off."""
    apart = (date.fromisoformat(first) - date.fromisoformat(second)).days
    if apart % _WEEK:
        return True
    return all(
        any(c.isdigit() for c in span.of(material.by_id[report].text))
        for given in places
        for report, spans in given.items()
        for span in spans
    )


def list_wrong_weekdays(material: Material) -> list[Sign]:
    """Weekdays that two reports or more give a date to which the calendar gives another."""
    places: dict[tuple[str, date], Places] = defaultdict(dict)
    for extraction in material.extractions:
        report = material.by_id[extraction.report]
        for timex in extraction.timexes:
            day = _day_of(timex)
            if day is None or not _is_year_known(report, timex, day):
                continue
            start = max(0, timex.span.start - _BESIDE)
            named = _WEEKDAY.findall(fold_case(report.text[start : timex.span.end]))
            if named and _WEEKDAYS[named[-1]] != day.isoweekday():
                span = Span(start, timex.span.end)
                places[named[-1], day].setdefault(report.id, (_trim(report, span, named[-1]),))
    return [
        Sign(
            kind="shared-date",
            score=_SCORE,
            words=f"call {day.isoformat()} a {name.title()}, which it was not",
            places=where,
        )
        for (name, day), where in sorted(places.items())
        if len(where) > 1
    ]


def _is_year_known(report: Report, timex: Timex, day: date) -> bool:
    words = timex.span.of(report.text)
    if not any(c.isdigit() for c in words):
        return False
    if _YEAR.search(words):
        return True
    published = report.published.value[:10] if report.published else ""
    try:
        return abs((date.fromisoformat(published) - day).days) <= _LONG_AGO
    except ValueError:
        return False


def _trim(report: Report, span: Span, weekday: str) -> Span:
    """The span from the weekday on."""
    return Span(span.start + fold_case(span.of(report.text)).rindex(weekday), span.end)
