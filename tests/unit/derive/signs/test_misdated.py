"""Days that few reports give alike against the rest, or against the calendar."""

import pytest

from tests.factory import make_report, make_resolution, span_of
from whence.derive import derive
from whence.model import (
    Comparison,
    EdgeKind,
    Event,
    Extraction,
    Judgement,
    Place,
    Tension,
    Timex,
    TimexType,
)


def dated(id, text, words, value, *, event="sank"):
    """A report that dates an event with the words, which mean the value."""
    report = make_report(text, id, outlet=f"Paper {id}", date="2031-06-20")
    timex = Timex(
        id=f"t-{id}",
        report=id,
        span=span_of(report, words),
        type=TimexType.DATE,
        value=value,
    )
    happened = Event(
        id=f"v-{id}", report=id, span=span_of(report, event), lemma="sink", timex=timex.id
    )
    return report, Extraction(report=id, timexes=(timex,), events=(happened,))


def run(*told, clash=()):
    reports = tuple(report for report, _ in told)
    events = {extraction.report: extraction.events[0] for _, extraction in told}
    tensions = ()
    if clash:
        places = tuple(Place(report=name, span=events[name].span) for name in clash)
        tensions = (Tension(kind="two-dates", reason="", places=places),)
    found = tuple(extraction for _, extraction in told)
    return derive(reports, found, make_resolution(), Comparison(tensions=tensions))


def misdated(descent):
    return {
        (edge.report, edge.target): edge
        for edge in descent.edges
        if any(piece.kind == "shared-date" for piece in edge.evidence)
    }


RIGHT = [
    dated("r1", "The barge sank on 12 June, the pilots think.", "12 June", "2031-06-12"),
    dated("r2", "It was on 12 June that the barge sank.", "12 June", "2031-06-12"),
    dated("r3", "On 12 June a barge sank off Lorn.", "12 June", "2031-06-12"),
]


def test_a_day_that_two_give_against_the_rest_joins_them():
    descent = run(
        *RIGHT,
        dated("r4", "A barge full of apples sank on 21 June.", "21 June", "2031-06-21"),
        dated("r5", "Nobody was aboard when it sank on 21 June.", "21 June", "2031-06-21"),
        clash=("r1", "r4"),
    )

    (edge,) = misdated(descent).values()
    assert (edge.report, edge.target) == ("r5", "r4")
    assert (edge.kind, edge.direction) == (EdgeKind.SHARED, Judgement.UNSURE)
    assert "2031-06-21" in edge.evidence[0].reason
    assert "2031-06-12" in edge.evidence[0].reason


@pytest.mark.parametrize(
    ("words", "value"),
    [("yesterday", "2031-06-21"), ("last Thursday", "2031-06-19")],
    ids=["depends on the day of writing", "a weekday, a week off"],
)
def test_a_day_that_may_be_the_readers_mistake_joins_nobody(words, value):
    descent = run(
        *RIGHT,
        dated("r4", f"A barge full of apples sank {words}.", words, value),
        dated("r5", f"Nobody was aboard when it sank {words}.", words, value),
        clash=("r1", "r4"),
    )

    assert not misdated(descent)


def test_one_report_alone_with_another_day_joins_nobody():
    wrong = dated("r4", "A barge full of apples sank on 21 June.", "21 June", "2031-06-21")

    assert not misdated(run(*RIGHT, wrong, clash=("r1", "r4")))


@pytest.mark.parametrize(("weekday", "is_wrong"), [("Friday", True), ("Thursday", False)])
def test_a_weekday_that_the_calendar_denies_joins_those_that_have_it(weekday, is_wrong):
    told = [
        dated(id, f"{text} on {weekday}, 12 June 2031.", "12 June 2031", "2031-06-12")
        for id, text in (("r1", "The barge sank"), ("r2", "Off Lorn a ship sank"))
    ]

    assert bool(misdated(run(*told))) is is_wrong
