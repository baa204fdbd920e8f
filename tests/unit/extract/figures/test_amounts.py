"""The published amounts, every one: low, high, hedge, kind and unit as a reader takes them."""

import tomllib
from pathlib import Path

import pytest

from tests.factory import make_report
from whence.extract.figures import find_figures
from whence.model import Span

CASES = tomllib.loads(Path("tests/amounts/amounts.toml").read_text(encoding="utf-8"))["amount"]


def place_of(case: dict) -> Span:
    start = -1
    for _ in range(case.get("occurrence", 1)):
        start = case["text"].index(case["words"], start + 1)
    return Span(start, start + len(case["words"]))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_amount(case: dict):
    place = place_of(case)
    found = [f for f in find_figures(make_report(case["text"])) if f.number.overlaps(place)]
    if case.get("none"):
        assert not found
        return
    wanted = (case.get("low"), case.get("high"), case["hedge"], case["kind"], case.get("unit"))
    given = [
        (
            f.low if f.low is None else pytest.approx(f.low),
            f.high if f.high is None else pytest.approx(f.high),
            f.hedge,
            f.kind,
            f.unit,
        )
        for f in found
    ]
    assert wanted in given


def test_there_are_enough_amounts():
    assert len(CASES) >= 250
