"""Errors that reports share, and what they prove."""

import pytest

from tests.factory import make_report, make_resolution, span_of
from whence.derive import derive
from whence.model import (
    Comparison,
    EdgeKind,
    Extraction,
    Figure,
    FigureKind,
    FigureRelation,
    Hedge,
    Judgement,
    Measure,
    Relation,
)

RIGHT = "On Monday Henrik Vasslund of the rowing club was not to be found at the {place}."
WRONG = "Nobody at the {place} has seen Henrik Vaslund since the water went down again."


def run(texts, *, measures=(), figures=None):
    reports = tuple(
        make_report(text, id=f"r{day}", date=f"2031-05-{day:02}")
        for day, text in enumerate(texts, start=1)
    )
    found = tuple(
        Extraction(report=report.id, figures=tuple((figures or {}).get(report.id, ())))
        for report in reports
    )
    return reports, derive(reports, found, make_resolution(), Comparison(measures=tuple(measures)))


def shared(descent, kind):
    return {
        (edge.report, edge.target)
        for edge in descent.edges
        if any(evidence.kind == kind for evidence in edge.evidence)
    }


def test_a_misspelt_name_that_two_share_joins_them_to_a_common_text():
    texts = [RIGHT.format(place=p) for p in ("weir", "lock", "mill")]
    reports, descent = run([*texts, WRONG.format(place="quay"), WRONG.format(place="inn")])

    (edge,) = [e for e in descent.edges if e.evidence[0].kind == "shared-misspelling"]
    assert (edge.report, edge.target) == ("r5", "r4")
    assert (edge.kind, edge.direction) == (EdgeKind.SHARED, Judgement.UNSURE)
    texts_of = {report.id: report.text for report in reports}
    assert {p.span.of(texts_of[p.report]) for p in edge.evidence[0].places} == {"Vaslund"}


@pytest.mark.parametrize(
    "texts",
    [
        [RIGHT, RIGHT, RIGHT, WRONG],
        [RIGHT, RIGHT, WRONG, WRONG],
        ["A Ternish boat lay there.", "A Ternish boat sank.", "The Ternishman", "No Ternishman"]
        * 2,
    ],
    ids=["one alone", "as many each way", "another word"],
)
def test_what_may_be_chance_or_usage_is_no_slip(texts):
    _, descent = run([text.format(place=f"house {i}") for i, text in enumerate(texts)])

    assert not shared(descent, "shared-misspelling")


def test_a_name_without_a_name_beside_it_must_be_long():
    short = ["They rowed to Tarno at dawn."] * 3 + ["We waited in Tarna.", "It rained on Tarna."]
    long = ["They rowed to Tarnovia at dawn."] * 3 + ["We saw Tarnowia.", "It rained on Tarnowia."]

    assert not shared(run(short)[1], "shared-misspelling")
    assert shared(run(long)[1], "shared-misspelling") == {("r5", "r4")}


def test_a_number_that_few_share_against_the_rest_is_evidence():
    texts = [f"The fish weighed {n} kilos, said text {i}." for i, n in enumerate("AAABB")]
    texts = [text.replace("A", "127").replace("B", "172") for text in texts]
    figures = {}
    for day, text in enumerate(texts, start=1):
        number = "172" if "172" in text else "127"
        report = make_report(text, id=f"r{day}")
        span = span_of(report, number)
        figures[report.id] = [
            Figure(
                id=f"f{day}",
                report=report.id,
                span=span,
                number=span,
                low=float(number),
                high=float(number),
                hedge=Hedge.EXACT,
                kind=FigureKind.MEASURE,
            )
        ]
    clash = FigureRelation(a="f1", b="f4", relation=Relation.CONFLICT, reason="")
    measure = Measure(
        id="m", what="weight", figures=tuple(f"f{d}" for d in range(1, 6)), relations=(clash,)
    )

    _, descent = run(texts, measures=[measure], figures=figures)

    assert shared(descent, "shared-number") == {("r5", "r4")}
    same = clash.replace(relation=Relation.UPDATED)
    _, descent = run(texts, measures=[measure.replace(relations=(same,))], figures=figures)
    assert not shared(descent, "shared-number")
