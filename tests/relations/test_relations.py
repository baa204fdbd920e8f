"""How pairs of figures in small stories stand to each other, who counts, and as of when."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.factory import make_report
from whence.model import Figure, Story
from whence.options import Options
from whence.pipeline import trace
from whence.show.index import StoryIndex

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("relations.toml").read_text(encoding="utf-8")
)["cases"]
APART = "apart"


def story_of(case: dict[str, Any]) -> Story:
    reports = [
        make_report(r["text"], r["id"], outlet=r["outlet"], date=r["date"]) for r in case["reports"]
    ]
    return trace(reports, options=Options(extractor="rules"))


def figure_of(story: Story, name: str) -> Figure:
    """The figure that a case calls ``r1: at least four``."""
    report_id, words = name.split(": ", 1)
    text = next(report.text for report in story.reports if report.id == report_id)
    found = [
        figure
        for extraction in story.extractions
        if extraction.report == report_id
        for figure in extraction.figures
        if words in (figure.span.of(text), figure.number.of(text))
    ]
    assert len(found) == 1, f"{name} is found {len(found)} times"
    return found[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_relations(case: dict[str, Any]):
    story = story_of(case)
    relations = {
        frozenset((r.a, r.b)): (str(r.relation), r.reason)
        for measure in story.comparison.measures
        for r in measure.relations
    }
    for a, b, wanted in case.get("pairs", ()):
        pair = frozenset((figure_of(story, a).id, figure_of(story, b).id))
        given, reason = relations.get(pair, (APART, "not of one measure"))
        is_right = given == wanted or (wanted == APART and given == "different_scope")
        assert is_right, f"{a} and {b} are {wanted}, not {given} ({reason})"


@pytest.mark.parametrize("case", [c for c in CASES if "as_of" in c], ids=lambda c: c["name"])
def test_as_of(case: dict[str, Any]):
    story = story_of(case)
    given = {name: figure_of(story, name).as_of or "" for name in case["as_of"]}
    assert given == case["as_of"]


@pytest.mark.parametrize("case", [c for c in CASES if "counters" in c], ids=lambda c: c["name"])
def test_counters(case: dict[str, Any]):
    story = story_of(case)
    index = StoryIndex(story)
    given = {name: index.counter_name(figure_of(story, name)) for name in case["counters"]}
    for name, counter in case["counters"].items():
        assert given[name].lower().removeprefix("the ") == counter.lower().removeprefix("the ")


def test_there_are_enough_cases():
    assert sum(len(case.get("pairs", ())) for case in CASES) >= 50
