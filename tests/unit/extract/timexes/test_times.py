"""The published time expressions, every one, for three publication dates each."""

import tomllib
from pathlib import Path

import pytest

from tests.factory import make_report
from whence.extract.timexes import find_timexes
from whence.model import Span

TABLE = tomllib.loads(Path("tests/times/times.toml").read_text(encoding="utf-8"))
CASES = TABLE["time"]


def place_of(case: dict) -> Span:
    start = -1
    for _ in range(case.get("occurrence", 1)):
        start = case["text"].index(case["words"], start + 1)
    return Span(start, start + len(case["words"]))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_time(case: dict):
    place = place_of(case)
    for number, date in enumerate(TABLE["published"]):
        found = find_timexes(make_report(case["text"], date=date))
        here = [t for t in found if t.span.overlaps(place)]
        if case.get("none"):
            assert not here
            continue
        wanted = (place, case["type"], case.get("value") or case["values"][number])
        assert wanted in [(t.span, t.type, t.value) for t in here]


def test_there_are_enough_times():
    assert len(CASES) >= 200
