"""What holds for every figure and time: true spans, linear time, no errors, round trips."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factory import make_report
from tests.growth import is_linear
from whence.compare.figures import compare_figures
from whence.compare.timeline import find_tensions, find_timeline
from whence.extract.figures import find_figures
from whence.extract.timexes import find_events, find_timexes
from whence.model import Extraction, Hedge, Report, Resolution
from whence.text import format_amount

PIECES = (
    "at least",
    "up to",
    "nearly",
    "between",
    "and",
    "to",
    "-",
    "–",
    "$",
    "€3bn",
    "1,250.5",
    "12",
    "3/4",
    "half of the",
    "a dozen",
    "twenty-one",
    "million",
    "per cent",
    "%",
    "years old",
    "June",
    "May 5",
    "2014",
    "Friday",
    "5 p.m.",
    "Eastern time",
    "last week",
    "the end of",
    "two years ago",
    "'80s",
    "tonnes",
    "people killed",
    ".",
    ",",
    "(",
    ")",
    "\n\n",
    "Q3",
    "23:50",
    "05/04/2013",
    "BC",
    "\u0000",
    "٣٤",
    "½",
    "²",
    "🎉",
    "،",
    "“",
    "one in",
    "every",
    "days after the fire",
    "the",
    "of",
    "a",
    "in his 40s",
)
texts = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=80)


def everything(text: str, date: str | None = "2024-02-29") -> Extraction:
    report = make_report(text, date=date)
    times = find_timexes(report)
    figures = find_figures(report, timexes=times)
    return Extraction(
        report=report.id, timexes=times, figures=figures, events=find_events(report, times)
    )


@given(texts)
@settings(max_examples=300, deadline=None)
def test_odd_text_never_raises_and_spans_are_true(text):
    found = everything(text)
    everything(text, date=None)
    for timex in found.timexes:
        assert 0 <= timex.span.start < timex.span.end <= len(text)
        assert timex.span.of(text).strip()
    for figure in found.figures:
        assert figure.span.covers(figure.number)
        assert figure.number.of(text).strip()
        assert figure.low is not None or figure.high is not None
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
    spans = [timex.span for timex in found.timexes]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@given(st.lists(texts, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_comparing_odd_text_never_raises_and_order_changes_nothing(pieces):
    reports = tuple(make_report(text, f"r{n}", date="2024-02-29") for n, text in enumerate(pieces))
    found = tuple(
        everything(report.text).replace(report=report.id, events=()) for report in reports
    )
    renamed = tuple(_of_report(report) for report in reports)
    assert len(found) == len(renamed)
    measures = compare_figures(reports, renamed, Resolution())
    assert compare_figures(reports[::-1], renamed[::-1], Resolution()) == measures
    timeline = find_timeline(reports, renamed, Resolution())
    find_tensions(reports, renamed, timeline)


def _of_report(report: Report) -> Extraction:
    times = find_timexes(report)
    figures = find_figures(report, timexes=times)
    return Extraction(
        report=report.id, timexes=times, figures=figures, events=find_events(report, times)
    )


numbers = st.integers(0, 10**12) | st.integers(1, 10**6).map(lambda n: n / 100)
hedges = st.sampled_from(("", "about ", "at least ", "at most ", "more than ", "up to ", "nearly "))
units = st.sampled_from(("", " km", " tonnes", " per cent", " cubic metres", " hours", " USD"))


@given(hedges, numbers, units)
@settings(max_examples=300, deadline=None)
def test_a_formatted_figure_reads_back_the_same(hedge, number, unit):
    shown = f"{number:,}" if isinstance(number, int) else f"{number:,.2f}"
    first = find_figures(make_report(f"They counted {hedge}{shown}{unit} in all."), timexes=())
    if not first:
        assert not unit
        return
    again = find_figures(make_report(f"They counted {format_amount(first[0])} in all."), timexes=())
    keep = ("low", "high", "hedge", "kind", "unit")
    assert [getattr(again[0], name) for name in keep] == [getattr(first[0], name) for name in keep]


@pytest.mark.parametrize(
    "piece",
    [
        "12 ",
        "one ",
        "at ",
        "1,",
        "the end of ",
        "5 p.m. ",
        "$",
        "- ",
        "Friday ",
        "twenty-",
        "½",
        "a ",
    ],
)
def test_time_grows_with_length(piece):
    assert is_linear(lambda times: everything(piece * times), 500)


def test_a_vague_figure_reads_back_as_its_interval():
    figure = find_figures(make_report("Dozens of boats sank."))[0]
    again = find_figures(make_report(f"There were {format_amount(figure)} boats."))[0]
    assert (again.low, again.high, again.hedge) == (24, 99, Hedge.RANGE)
