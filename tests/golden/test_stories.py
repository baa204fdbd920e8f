"""Every small story under ``tests/stories`` is traced and must be what its gold asks.

``open.toml`` names the stories that are still wrong, with the reason. They are traced all the same
and shown as expected failures; one that comes right is shown as such and has to leave the list.
"""

import tomllib
from pathlib import Path

import pytest

from whence.pipeline import trace
from whence.read import read_reports
from whence.score import gold_values
from whence.score.expected import check_story

ROOT = Path(__file__).parents[1] / "stories"
STORIES = sorted(path.parent.name for path in ROOT.glob("*/expected.toml"))
OPEN: dict[str, str] = tomllib.loads((Path(__file__).parent / "open.toml").read_text())


def story(slug: str):
    marks = pytest.mark.xfail(reason=OPEN[slug], raises=AssertionError) if slug in OPEN else ()
    return pytest.param(slug, marks=marks)


def test_the_stories_are_there():
    assert len(STORIES) >= 25


def test_open_stories_are_stories_and_few():
    assert set(OPEN) <= set(STORIES)
    assert len(OPEN) <= len(STORIES) // 4


@pytest.mark.parametrize("slug", [story(slug) for slug in STORIES])
def test_story(slug: str):
    reading = read_reports(ROOT / slug / "manifest.json")
    texts = {report.id: report.text for report in reading.reports}
    values = gold_values(ROOT / slug / "expected.toml", texts=texts)
    complaints = check_story(values, trace(reading))
    assert not complaints, "\n" + "\n".join(map(str, complaints))
