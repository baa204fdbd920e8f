"""What holds for every story: order, copies, threads, spans, purity."""

import itertools
import pickle
import random
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factory import make_report
from whence import read, trace
from whence.model import Judgement, Place, Reading, Report, Span, Story
from whence.options import Options
from whence.show import parse_story, render_eval, render_html, render_json, render_summary

DEMO = Path(__file__).parents[2] / "src" / "whence" / "demo"
RULES = Options(extractor="rules")
MARKS = "“”‘’\"'«».,:;…!?[]()–—\n "
ODD = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.text(alphabet=MARKS, max_size=30),
        st.sampled_from(
            [
                "“We will pay,” Ann Lee said.",
                "Lee told the Post that 40 to 50 people fled on Tuesday.",
                "According to the ministry, nobody was hurt.",
                "OSTRAND (Reuters) - It held.",
                "אמר השר: «לא»",
                "🙂🙃 “🙂”",
                "\x00 said \x00",
            ]
        ),
    ),
    max_size=8,
).map("\n".join)


@pytest.fixture(scope="module")
def demo() -> Reading:
    return read(DEMO)


@pytest.fixture(scope="module")
def demo_story(demo) -> Story:
    return trace(demo, options=RULES)


def values_in(value: object):
    """Every value of the model inside a value, itself included."""
    if isinstance(value, msgspec.Struct):
        yield value
        for name in value.__struct_fields__:
            yield from values_in(getattr(value, name))
    elif isinstance(value, tuple) and not isinstance(value, Span):
        for item in value:
            yield from values_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from values_in(item)


def assert_spans_are_true(story: Story) -> None:
    lengths = {report.id: len(report.text) for report in story.reports}

    def check(span: Span, report: str) -> None:
        assert 0 <= span.start < span.end <= lengths[report], (report, span)

    for value in values_in((story.extractions, story.comparison, story.descent)):
        report = getattr(value, "report", None)
        if isinstance(value, Place):
            check(value.span, value.report)
        elif isinstance(report, str) and report in lengths:
            for name in value.__struct_fields__:
                found = getattr(value, name)
                for span in found if type(found) is tuple else (found,):
                    if isinstance(span, Span):
                        check(span, report)


def test_order_of_reports_changes_nothing(demo, demo_story):
    shuffled = list(demo.reports)
    random.Random(4).shuffle(shuffled)
    again = trace(demo.replace(reports=tuple(shuffled)), options=RULES)
    assert render_json(again) == render_json(demo_story)
    assert render_html(again) == render_html(demo_story)


def test_number_of_threads_changes_nothing(demo, demo_story):
    again = trace(demo, options=RULES.replace(threads=1))
    assert render_json(again) == render_json(demo_story)


def test_spans_are_true(demo_story):
    assert_spans_are_true(demo_story)


def test_everything_pickles_and_comes_back_from_json(demo_story):
    assert pickle.loads(pickle.dumps(demo_story)) == demo_story
    assert parse_story(render_json(demo_story)) == demo_story


def test_a_copy_is_never_corroboration(demo, demo_story):
    copied = demo.reports[0]
    twin = copied.replace(id=copied.id + "-copy", outlet="Brand New Herald")
    story = trace(demo.replace(reports=(*demo.reports, twin)), options=RULES)
    before = most_by_text(demo_story)
    after = most_by_text(story)
    for text in before.keys() & after.keys():
        assert after[text] <= before[text], text


def most_by_text(story: Story) -> dict[str, int]:
    counts: dict[str, int] = {}
    texts = {statement.id: statement.text for statement in story.comparison.statements}
    for basis in story.descent.bases:
        if basis.subject in texts:
            text = texts[basis.subject]
            counts[text] = max(counts.get(text, 0), basis.count)
    return counts


def test_derivations_have_no_circle_but_those_raised(demo_story):
    raised = {edge for cycle in demo_story.descent.cycles for edge in cycle.edges}
    after: dict[str, set[str]] = {}
    for edge in demo_story.descent.edges:
        if edge.direction is Judgement.YES and edge.id not in raised:
            after.setdefault(edge.report, set()).add(edge.target)
    for start in after:
        seen, todo = set(), list(after[start])
        while todo:
            node = todo.pop()
            assert node != start, f"circle through {start}"
            if node not in seen:
                seen.add(node)
                todo += after.get(node, ())


def test_tracing_opens_no_file_and_no_socket(demo, demo_story):
    seen: list[str] = []
    watching = [True]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if watching[0] and (event == "open" or event.startswith(("socket.", "subprocess."))):
            seen.append(f"{event} {arguments[:1]}")

    sys.addaudithook(hook)
    try:
        trace(demo, options=RULES)
    finally:
        watching[0] = False
    assert seen == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ODD, min_size=1, max_size=3))
def test_odd_text_never_raises(texts):
    reports: list[Report] = [
        make_report(text, f"r{n}", outlet=f"Outlet {n}", date="2026-03-04")
        for n, text in enumerate(texts)
    ]
    story = trace(reports, options=RULES)
    assert_spans_are_true(story)
    render_html(story)
    render_eval(story)
    render_summary(story)


@pytest.mark.parametrize(
    "seed", ["“", '"', "said ", "Ann Lee told the Post ", "1,000 ", "Tuesday ", "(", "a" * 50]
)
def test_work_grows_in_line_with_length(seed):
    """Counts calls of Python functions, not seconds: four times the text, six times these."""

    def calls(times: int) -> int:
        report = make_report(seed * times, "r1", date="2026-03-04")
        counted = itertools.count()
        sys.setprofile(lambda frame, event, _: next(counted) if event == "call" else None)
        try:
            trace([report], options=RULES)
        finally:
            sys.setprofile(None)
        return next(counted)

    small = calls(500)
    assert calls(2_000) < 6 * small + 20_000
