"""Every small story under ``tests/stories`` is traced and must be what its gold asks."""

from pathlib import Path

import pytest

from whence.pipeline import trace
from whence.read import read_reports
from whence.score import gold_values
from whence.score.expected import check_story

ROOT = Path(__file__).parents[1] / "stories"
STORIES = sorted(path.parent.name for path in ROOT.glob("*/expected.toml"))


def test_the_stories_are_there():
    assert len(STORIES) >= 25


@pytest.mark.parametrize("slug", STORIES)
def test_story(slug: str):
    reading = read_reports(ROOT / slug / "manifest.json")
    texts = {report.id: report.text for report in reading.reports}
    values = gold_values(ROOT / slug / "expected.toml", texts=texts)
    complaints = check_story(values, trace(reading))
    assert not complaints, "\n" + "\n".join(map(str, complaints))
