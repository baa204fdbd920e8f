"""Every small story under ``tests/stories`` is traced and must be what its gold asks.

Both extractors are tried. ``open.toml`` names the stories that either still gets wrong, with the
reason. They are traced all the same and shown as expected failures; one that comes right is shown
as such and has to leave the list.
"""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from whence.extract import pick_extractor
from whence.extract.interface import Extractor
from whence.options import Options
from whence.pipeline import trace
from whence.read import read_reports
from whence.score import gold_values
from whence.score.expected import check_story

ROOT = Path(__file__).parents[1] / "stories"
STORIES = sorted(path.parent.name for path in ROOT.glob("*/expected.toml"))
OPEN: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "open.toml").read_text())


@cache
def extractor_called(name: str) -> Extractor:
    return pick_extractor(Options(extractor=name))


def story(name: str, slug: str):
    reason = OPEN[name].get(slug)
    marks = pytest.mark.xfail(reason=reason, raises=AssertionError) if reason else ()
    return pytest.param(name, slug, marks=marks)


def test_the_stories_are_there():
    assert len(STORIES) >= 25


@pytest.mark.parametrize("name", ["model", "rules"])
def test_open_stories_are_stories_and_few(name: str):
    assert set(OPEN[name]) <= set(STORIES)
    assert len(OPEN[name]) <= 0.1 * len(STORIES)


@pytest.mark.parametrize(
    ("name", "slug"), [story(name, slug) for name in ("model", "rules") for slug in STORIES]
)
def test_story(name: str, slug: str):
    reading = read_reports(ROOT / slug / "manifest.json")
    texts = {report.id: report.text for report in reading.reports}
    values = gold_values(ROOT / slug / "expected.toml", texts=texts)
    traced = trace(reading, options=Options(extractor=name), extractor=extractor_called(name))
    complaints = check_story(values, traced)
    assert not complaints, "\n" + "\n".join(map(str, complaints))
