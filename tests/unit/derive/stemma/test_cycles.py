"""Reports that in the end take from themselves."""

import pytest

from tests.factory import make_resolution, make_telling
from whence.derive import derive
from whence.extract.credits import find_credits
from whence.model import CheckKind, Comparison

TOWER = "A second tower on Quay Nine is cracked and will be blown up, {}."
FIRE = "Four firemen were hurt at the mill on Sunday, {}."


def run(*told):
    """Derives reports given as (outlet, day, text)."""
    tellings = [
        make_telling(text, f"r{number}", outlet=outlet, date=f"2031-05-{day:02}")
        for number, (outlet, day, text) in enumerate(told, start=1)
    ]
    reports = tuple(report for report, _, _ in tellings)
    found = tuple(e.replace(credits=find_credits(r, e.attributions)) for r, e, _ in tellings)
    return derive(reports, found, make_resolution(), Comparison())


def alarms(descent):
    return [check.message for check in descent.checks if check.kind is CheckKind.CIRCULAR]


def test_three_that_each_credit_the_next_are_a_circle():
    descent = run(
        ("Lorn Gazette", 4, TOWER.format("the Velm Post reported")),
        ("Velm Post", 4, TOWER.format("according to the Tern Daily")),
        ("Tern Daily", 4, TOWER.format("the Lorn Gazette has reported")),
    )

    (cycle,) = descent.cycles
    assert cycle.nodes == ("r1", "r2", "r3")
    assert len(cycle.edges) == 3
    assert len(alarms(descent)) == 1


def test_two_that_credit_each_other_for_two_matters_raise_no_alarm():
    descent = run(
        ("Lorn Gazette", 4, TOWER.format("the Velm Post reported")),
        ("Velm Post", 4, FIRE.format("the Lorn Gazette reported")),
    )

    (cycle,) = descent.cycles
    assert not cycle.is_alarm
    assert "not one thing" in cycle.reason
    assert alarms(descent) == []


def test_a_confirmation_that_goes_back_to_the_outlets_own_report_is_an_alarm():
    descent = run(
        ("Lorn Gazette", 4, TOWER.format("a docker told the Gazette")),
        ("Velm Post", 5, TOWER.format("the Lorn Gazette reported")),
        ("Lorn Gazette", 6, TOWER.format("the Velm Post reported")),
    )

    (cycle,) = descent.cycles
    assert cycle.nodes == ("r3", "r2", "r1")
    assert "Lorn Gazette (r3) → Velm Post → Lorn Gazette (r1)" in cycle.reason
    assert len(alarms(descent)) == 1


@pytest.mark.parametrize(
    ("second", "third"),
    [(FIRE, TOWER), (TOWER, FIRE)],
    ids=["what was taken first is another", "what was taken last is another"],
)
def test_taking_something_else_from_an_outlet_that_took_from_us_is_none(second, third):
    descent = run(
        ("Lorn Gazette", 4, second.format("a docker told the Gazette")),
        ("Velm Post", 5, second.format("the Lorn Gazette reported")),
        ("Lorn Gazette", 6, third.format("the Velm Post reported")),
    )

    assert descent.cycles == ()


def test_a_credit_to_an_outlet_that_has_it_from_somebody_else_is_no_circle():
    descent = run(
        ("Lorn Gazette", 4, TOWER.format("the Velm Post reported")),
        ("Velm Post", 4, TOWER.format("according to the Tern Daily")),
        ("Tern Daily", 4, TOWER.format("a docker told the Daily")),
    )

    assert descent.cycles == ()
