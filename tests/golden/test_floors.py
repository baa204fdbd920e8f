"""Accuracy on our own stories stays above the floors of ``floors.toml``."""

from functools import reduce
from operator import add
from pathlib import Path

import msgspec
import pytest

from whence.pipeline import trace
from whence.read import read_reports
from whence.score import Output, StoryScore, find_gold, read_gold, score_story
from whence.score.gate import digest_of, find_breaches, read_floors
from whence.show import render_eval

HERE = Path(__file__).parent
CORPORA = read_floors(HERE / "floors.toml")


def score_of(gold_file: Path) -> StoryScore:
    reading = read_reports(gold_file.parent / "manifest.json")
    texts = {report.id: report.text for report in reading.reports}
    output = msgspec.json.decode(render_eval(trace(reading)), type=Output)
    return score_story(read_gold(gold_file, texts=texts), output)


@pytest.mark.parametrize("name", CORPORA)
def test_floors_are_kept(name: str):
    corpus = CORPORA[name]
    folder = (HERE / corpus.path).resolve()
    digest = digest_of(folder)
    assert digest == corpus.digest, (
        f"{name} has changed: look at its floors again and write the digest {digest}"
    )
    total = reduce(add, (score_of(gold_file) for gold_file in find_gold(folder)))
    breaches = find_breaches(name, corpus, total.table())
    assert not breaches, "\n" + "\n".join(map(str, breaches))


def test_the_origin_stories_are_as_many_as_promised():
    stories = [read_gold(path) for path in find_gold(HERE.parent / "origins")]
    counts = [origin.n_independent or 0 for story in stories for origin in story.origins]
    assert len(stories) >= 12
    assert sum(2 <= count <= 4 for count in counts) >= 60
    assert sum(count == 1 for count in counts) >= 60
