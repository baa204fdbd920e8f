"""Documents that reports hold or cite, and which of them are one."""

import pytest

from tests.factory import make_attribution, make_report, make_resolution, span_of
from whence.derive import derive
from whence.extract.credits import find_credits
from whence.model import (
    Comparison,
    EdgeKind,
    Entity,
    Extraction,
    Judgement,
    Member,
    Mention,
    MentionForm,
    MentionKind,
    NodeKind,
    OriginKind,
    Resolution,
    Statement,
    Timex,
    TimexType,
)

CRACK = "the dam at Ostrel is cracked from crown to foot"


def cite(text, id, *, outlet, source="", content=CRACK, day=None):
    """A report in which a document says the content; ``day`` is a date that it names."""
    report = make_report(text, id, outlet=outlet)
    attributions = ()
    if source:
        attributions = (make_attribution(report, content=content, source=source, cue="say"),)
    timexes = ()
    if day:
        words, value = day
        timexes = (
            Timex(
                id=f"t-{id}",
                report=id,
                span=span_of(report, words),
                type=TimexType.DATE,
                value=value,
            ),
        )
    credits = find_credits(report, attributions)
    return report, Extraction(
        report=id, attributions=attributions, credits=credits, timexes=timexes
    )


def run(*told):
    """Derives the reports, everything that documents say being one statement."""
    attributions = [a for _, extraction in told for a in extraction.attributions]
    entities = tuple(
        Entity(id=f"e-{a.report}", name=a.report, kind=MentionKind.DOCUMENT) for a in attributions
    )
    names = Resolution(entities=entities, speakers={a.id: f"e-{a.report}" for a in attributions})
    members = tuple(
        Member(report=a.report, attribution=a.id, spans=a.content) for a in attributions
    )
    statements = (Statement(id="s", text=CRACK, members=members, speakers=()),) if members else ()
    return derive(
        tuple(report for report, _ in told),
        tuple(extraction for _, extraction in told),
        names if attributions else make_resolution(),
        Comparison(statements=statements),
    )


def documents(descent):
    return [node.name for node in descent.nodes if node.kind is NodeKind.DOCUMENT]


def targets(descent, report):
    return {e.target: e.direction for e in descent.edges if e.report == report}


GAZETTE = cite(
    f"A memo by engineer Orla Penn, seen by the Gazette, says {CRACK}.",
    "r1",
    outlet="Lorn Gazette",
    source="A memo by engineer Orla Penn",
)
POST = cite(
    f"The Post has read the memo, which Orla Penn wrote. The memo by Penn says {CRACK}.",
    "r2",
    outlet="Velm Post",
    source="The memo by Penn",
)
RELAY = cite(
    f"A memo says {CRACK}, the Lorn Gazette reported.", "r3", outlet="Tern Daily", source="A memo"
)


def test_two_outlets_that_read_one_memo_are_two_witnesses_of_one_origin():
    descent = run(GAZETTE, POST)

    assert documents(descent) == ["A memo by engineer Orla Penn"]
    (basis,) = descent.bases
    assert (basis.count, basis.count_high) == (1, 1)
    assert basis.witnesses == ("r1", "r2")
    (origin,) = basis.origins
    assert origin.kind is OriginKind.DOCUMENT
    assert origin.document in targets(descent, "r1").keys() & targets(descent, "r2").keys()
    assert origin.label.endswith("in the hands of Lorn Gazette and Velm Post")


def test_an_outlet_that_relays_what_another_read_is_no_witness():
    (basis,) = run(GAZETTE, RELAY).bases

    assert basis.count == 1
    assert basis.witnesses == ("r1",)
    assert [(relay.report, relay.status) for relay in basis.relays] == [("r3", "credited")]


def test_a_paper_in_the_hands_of_an_outlet_outside_the_set_is_read_there():
    descent = run(
        cite(
            f"Documents obtained by the Coastal Times say {CRACK}.",
            "r1",
            outlet="Lorn Gazette",
            source="Documents obtained by the Coastal Times",
        )
    )

    (basis,) = descent.bases
    (outlet,) = [node for node in descent.nodes if node.kind is NodeKind.OUTLET]
    assert (outlet.name, basis.witnesses) == ("Coastal Times", (outlet.id,))


@pytest.mark.parametrize(
    ("first", "second", "day"),
    [
        ("A memo by engineer Orla Penn", "A memo by the harbour board", ()),
        ("A memo of 4 May", "A memo of 9 June", ("2031-05-04", "2031-06-09")),
    ],
    ids=["authors", "dates"],
)
def test_documents_of_two_authors_or_dates_stay_two(first, second, day):
    days = zip((first[-5:].strip(), second[-6:]), day, strict=True) if day else (None, None)
    told = [
        cite(f"{name}, seen by the {paper}, says {CRACK}.", id, outlet=f"Lorn {paper}", day=when)
        for name, id, paper, when in zip(
            (first, second), ("r1", "r2"), ("Gazette", "Courier"), days, strict=True
        )
    ]
    descent = run(*told)

    assert documents(descent) == [first, second]
    assert len([e for e in descent.edges if e.kind is EdgeKind.CREDIT]) == 2


def test_where_only_the_noun_agrees_two_documents_stay_two_and_may_be_one():
    first = cite("The Gazette has seen a memo. It is blue.", "r1", outlet="Lorn Gazette")
    second = cite("The pilots are tired, says a memo seen by the Post.", "r2", outlet="Velm Post")
    descent = run(first, second)

    assert len(documents(descent)) == 2
    assert sorted(targets(descent, "r2").values()) == [Judgement.UNSURE, Judgement.YES]
    (edge,) = [e for e in descent.edges if e.direction is Judgement.UNSURE]
    assert "only the noun agrees" in edge.evidence[0].reason
    assert {place.report for place in edge.evidence[0].places} == {"r1", "r2"}


def test_what_one_report_alone_cites_without_an_author_is_no_node():
    told = cite(f"The report says {CRACK}.", "r1", outlet="Lorn Gazette", source="The report")

    assert documents(run(told)) == []


def test_who_writes_in_a_document_is_the_voice_and_the_document_the_origin():
    told = cite(
        f"In an email seen by the Gazette, Penn says {CRACK}.",
        "r1",
        outlet="Lorn Gazette",
        source="Penn",
    )
    (basis,) = run(told).bases

    assert basis.voices == ("e-r1",)
    assert basis.origins[0].label == "an email, in the hands of Lorn Gazette"


def test_it_that_notes_something_is_the_document_named_before():
    text = f"A memo that the Gazette has read suggests otherwise. It says that {CRACK}."
    report, extraction = cite(text, "r1", outlet="Lorn Gazette", source="It")
    memo = Mention(
        id="m1",
        report="r1",
        span=span_of(text, "A memo"),
        kind=MentionKind.DOCUMENT,
        form=MentionForm.DESCRIPTION,
    )
    extraction = extraction.replace(mentions=(memo,))
    speaker = Entity(id="e-r1", name="A memo", kind=MentionKind.DOCUMENT)
    said = extraction.attributions[0]
    statement = Statement(
        id="s1",
        text=CRACK,
        members=(Member(report="r1", attribution=said.id, spans=said.content),),
        speakers=(),
    )
    resolution = Resolution(
        entities=(speaker,), speakers={said.id: "e-r1"}, mention_entities={"m1": "e-r1"}
    )
    descent = derive((report,), (extraction,), resolution, Comparison(statements=(statement,)))

    assert descent.bases[0].origins[0].kind is OriginKind.DOCUMENT
    assert "in the hands of Lorn Gazette" in descent.bases[0].origins[0].label
