"""What the page tells once, however many reports carry it."""

import pytest

from tests.factory import make_report
from whence.model import CheckKind, DateSource, Notice, Story, Variation
from whence.options import Options
from whence.pipeline import trace
from whence.show import render_html, render_summary
from whence.show.index import StoryIndex
from whence.show.page import view_page
from whence.show.views.figures import view_measures
from whence.show.views.places import Places
from whence.show.views.sources import TITLES
from whence.show.views.texts import HOW
from whence.show.views.wordings import VARIATIONS


def story_of(*texts: str, date: str | None = "2031-03-08") -> Story:
    reports = [
        make_report(text, f"r{n}", outlet=f"Paper {n}", date=date)
        for n, text in enumerate(texts, 1)
    ]
    return trace(reports, options=Options(extractor="rules"))


def crowd_story() -> Story:
    return story_of(
        "Police said 20,000 protesters marched through Lindhaven on Saturday.",
        "Police said 20,000 protesters marched through Lindhaven on Saturday.",
        "The organisers said 85,000 protesters marched through Lindhaven on Saturday.",
        "Some 20,000 protesters marched through Lindhaven on Saturday.",
    )


def test_a_count_is_one_row_for_all_reports_that_give_it():
    story = crowd_story()
    (measure,) = view_measures(StoryIndex(story), Places(story.reports))
    assert [(row.counter, row.value, len(row.refs)) for row in measure.rows] == [
        ("Police", "20,000", 2),
        ("The organisers", "85,000", 1),
        ("", "about 20,000", 1),
    ]
    assert measure.what.startswith("protesters")
    assert measure.conflicts == 1


def test_a_chart_needs_two_days_and_two_values():
    story = crowd_story()
    (measure,) = view_measures(StoryIndex(story), Places(story.reports))
    assert measure.dots == ()


def test_the_summary_tells_a_conflict_once_and_by_whom():
    lines = [line for line in render_summary(crowd_story()).splitlines() if "against" in line]
    assert len(lines) == 1
    assert lines[0].endswith(": 20,000 (Police) against 85,000 (The organisers)")


def test_two_numbers_in_conflict_are_one_line_with_everybody_who_gives_them():
    story = story_of(
        "Police said 20,000 protesters marched through Lindhaven on Saturday.",
        "The ministry said 20,000 protesters marched through Lindhaven on Saturday.",
        "The organisers said 85,000 protesters marched through Lindhaven on Saturday.",
    )
    (line,) = [line for line in render_summary(story).splitlines() if "against" in line]
    assert "Police" in line
    assert "The ministry" in line
    assert line.endswith(" against 85,000 (The organisers)")


def test_what_is_denied_is_shown_as_denied():
    texts = ["The ministry denied that anybody was hurt in the mill of Lindhaven."] * 2
    story = story_of(*texts)
    (statement,) = view_page(story).brief
    assert statement.modality == "denied"
    assert "The ministry (denied): 2 reports" in render_summary(story)
    assert '<span class="tag doubt">denied</span>' in render_html(story)


def test_what_is_worth_a_look_leads_to_its_section():
    raised = {r.words: r.href for r in view_page(crowd_story()).raised}
    assert raised["1 pair of counts in conflict"] == "#figures"


def test_what_one_outlet_alone_carries_is_folded():
    page = view_page(
        story_of(
            "“We will rebuild the mill,” said Ode Falk. “My cat is well,” said Runa Tesk.",
            "“We will rebuild the mill,” said Ode Falk.",
        )
    )
    assert [s.text for s in page.repeated] == ["We will rebuild the mill"]
    assert [s.text for s in page.single] == ["My cat is well"]
    assert page.brief == page.repeated


def test_alike_warnings_are_told_once():
    story = story_of(*[f"The mill number {n} is shut." for n in range(6)], date=None)
    page = view_page(
        story.replace(
            notices=(),
            reports=tuple(r.replace(notices=_undated(r.id)) for r in story.reports),
        )
    )
    assert page.notices == ("r1 has no date. (5 more warnings of this kind.)",)


def _undated(name: str) -> tuple[Notice, ...]:
    return (Notice(kind="no-date", message=f"{name} has no date.", report=name),)


def test_reports_without_a_link_are_not_drawn_where_there_are_many():
    texts = [f"The mill of village number {n} is shut, said Odo Falk{n}." for n in range(25)]
    page = view_page(story_of(*texts))
    assert len(page.stemma.alone) == 25
    assert "Nothing links" in render_html(story_of(*texts))


@pytest.mark.parametrize(
    ("told", "kinds"), [(TITLES, CheckKind), (VARIATIONS, Variation), (HOW, DateSource)]
)
def test_readers_are_told_what_every_kind_is(told, kinds):
    assert set(told) == set(kinds)
