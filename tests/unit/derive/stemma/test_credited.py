"""Which report or outlet a credit leads to, when only the whole story can tell."""

import msgspec
import pytest

from tests.factory import make_resolution, make_telling
from whence.derive import derive
from whence.extract.credits import find_credits
from whence.model import (
    AgencyMark,
    Comparison,
    EdgeKind,
    MarkKind,
    NodeKind,
    Part,
    PartKind,
    Span,
    Story,
)
from whence.show import render_eval


def told(text, id, *, mark=None, byline=None, **more):
    """A telling with its credits; ``mark`` is an agency's dateline, ``byline`` a line of it."""
    report, extraction, names = make_telling(text, id, **more)
    if mark:
        start = text.index(mark)
        dateline = AgencyMark(
            agency=mark, kind=MarkKind.DATELINE, span=Span(start, start + len(mark))
        )
        report = report.replace(agency_marks=(dateline,))
    if byline:
        parts = tuple(
            Part(kind=PartKind.BYLINE, span=part.span) if part.span.of(text) == byline else part
            for part in report.parts
        )
        report = report.replace(parts=parts)
    credits = find_credits(report, extraction.attributions)
    return report, extraction.replace(credits=credits), names


def run(*tellings):
    reports = tuple(telling[0] for telling in tellings)
    found = tuple(telling[1] for telling in tellings)
    names = make_resolution(*tellings)
    comparison = Comparison()
    return Story(
        slug="s",
        reports=reports,
        extractions=found,
        resolution=names,
        comparison=comparison,
        descent=derive(reports, found, names, comparison),
    )


def ends(story, report):
    names = {node.id: node.name for node in story.descent.nodes if node.id[0] != "r"}
    return {
        names.get(edge.target, edge.target)
        for edge in story.descent.edges
        if edge.report == report and edge.kind in (EdgeKind.CREDIT, EdgeKind.AGENCY)
    }


def exported(story):
    found = msgspec.json.decode(render_eval(story))["derivations"]
    return {(edge["from"], edge["to"], edge["type"]) for edge in found}


QUILL = told("A goat ate the mayor's hat, a clerk told us.", "r1", outlet="The Thimble")


@pytest.mark.parametrize(
    "text",
    [
        "A clerk told the gossip site The Thimble that a goat ate it.",
        "The story comes from The Thimble, which has since changed it.",
        "The hat was eaten, it seems. [The Thimble]",
        "It was The Thimble, a site in Orle, which first reported the loss.",
        "It took The Thimble a day. The goat did it, a clerk told the site.",
    ],
    ids=["over an outlet noun", "comes from", "in brackets", "apposition", "the site"],
)
def test_an_outlet_of_the_set_is_known_by_its_plain_name(text):
    assert ends(run(QUILL, told(text, "r2", outlet="Orle Echo")), "r2") == {"r1"}


@pytest.mark.parametrize(
    "text",
    [
        "A tailor dropped the thimble, and the site closed early.",
        "The mayor showed reporters a thimble in place of the hat.",
    ],
    ids=["small", "a thing"],
)
def test_the_word_alone_is_no_outlet(text):
    assert ends(run(QUILL, told(text, "r2", outlet="Orle Echo")), "r2") == set()


def test_an_agency_is_known_by_its_initials_at_the_foot_and_in_a_byline():
    wire = told("ORLE (KPN) — A goat ate a hat.", "r1", outlet="Kessel Press Network", mark="KPN")
    foot = told("A goat in Orle has eaten a hat. (KPN)", "r2", outlet="Morning Echo")
    line = told("By Ada Orm and KPN\nA goat ate it.", "r3", byline="By Ada Orm and KPN")
    aside = told("The knitters (KPN) of Orle said no.\nThen they left.", "r4")
    story = run(wire, foot, line, aside)

    assert ends(story, "r2") == ends(story, "r3") == {"r1"}
    assert ends(story, "r4") == set()


def test_initials_that_one_report_spells_out_are_one_outlet():
    full = told("A goat ate a hat, the Kessel Press Network reported.", "r1")
    short = told("The goat is well, its owner told the agency KPN.", "r2")
    story = run(full, short)

    assert ends(story, "r1") == ends(story, "r2") == {"Kessel Press Network"}


def test_of_several_reports_the_one_that_carries_it_is_meant():
    early = told(
        "A goat ate the mayor's hat at the fair.", "r1", outlet="Orle Echo", date="2031-05-05"
    )
    late = told("Drovers found a bell in the well.", "r2", outlet="Orle Echo", date="2031-05-06")
    after = told("Drovers found a bell again.", "r4", outlet="Orle Echo", date="2031-05-09")
    taker = told(
        "A bell lay in the well, according to the Orle Echo.", "r3", outlet="Sun", date="2031-05-07"
    )
    story = run(early, late, taker, after)

    assert ends(story, "r3") == {"r2"}


@pytest.mark.parametrize(
    "words",
    [
        "A goat had eaten the hat. The mayor told the Orle Echo the same.",
        "A goat had eaten the hat, said one who talked to the Orle Echo.",
    ],
)
def test_the_report_that_is_meant_shares_rare_words_of_sentence_or_paragraph(words):
    early = told(
        "A goat ate the mayor's hat at the fair.", "r1", outlet="Orle Echo", date="2031-05-05"
    )
    late = told(
        "Two drovers, one of whom had told the mayor, found a bell.",
        "r2",
        outlet="Orle Echo",
        date="2031-05-06",
    )
    story = run(early, late, told(words, "r3", outlet="Sun", date="2031-05-07"))

    assert ends(story, "r3") == {"r1"}


@pytest.mark.parametrize(
    "words",
    [
        "The mayor has said on Tern that the bell is his.",
        "Tern was told that the bell is his.",
        "The mayor gave it to Tern on Monday.",
    ],
)
def test_whoever_reaches_an_outlet_of_the_set_credits_it(words):
    heard = told("The bell is mine, said the mayor.", "r1", outlet="Tern", date="2031-05-05")
    taker = told(words, "r2", outlet="Sun", date="2031-05-07")

    assert ends(run(heard, taker), "r2") == {"r1"}


def test_credit_and_shared_words_are_one_edge_for_the_scorer():
    words = (
        "The storm came in over the salt flats shortly after noon and took the roof off the old"
        " rope works before anyone on the quay had time to move the barges upstream and tie them."
    )
    first = told(words, "r1", outlet="Lorn Gazette", date="2031-05-05")
    second = told(f"{words} The Lorn Gazette reported it.", "r2", outlet="Echo", date="2031-05-06")
    story = run(first, second)

    assert {edge.kind for edge in story.descent.edges} == {EdgeKind.CREDIT, EdgeKind.REUSE}
    assert exported(story) == {("r2", "Lorn Gazette", "credit")}


def test_a_statement_that_reports_cite_is_one_document():
    words = "In a statement, Ann Lee said: “The goat will stay in Orle.”"
    first = told(words, "r1", speakers={"The goat": "Ann Lee"}, date="2031-05-05")
    second = told(words, "r2", speakers={"The goat": "Ann Lee"}, date="2031-05-06")
    later = told(words, "r3", speakers={"The goat": "Ann Lee"}, date="2031-06-02")
    story = run(first, second, later)

    documents = [n for n in story.descent.nodes if n.kind is NodeKind.DOCUMENT]
    assert [node.name for node in documents] == ["a written statement of Ann Lee"] * 2
    of = {e.report: e.target for e in story.descent.edges if e.target in {d.id for d in documents}}
    assert of["r1"] == of["r2"] != of["r3"]
    assert exported(story) == set(), "the scorer's format has no documents that are only cited"


def test_court_papers_are_one_document_by_their_name():
    first = told("The hat cost 40 crowns, according to court documents.", "r1")
    second = told("Court documents show that the hat was of straw.", "r2")
    story = run(first, second)

    (node,) = [n for n in story.descent.nodes if n.kind is NodeKind.DOCUMENT]
    assert ends(story, "r1") == ends(story, "r2") == {node.name}
