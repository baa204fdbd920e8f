"""The stemma and the counts, on small tellings."""

import pytest

from tests.factory import make_meaning, make_resolution, make_telling, span_of
from whence.derive import derive
from whence.extract.credits import find_credits
from whence.model import (
    Alignment,
    CheckKind,
    Comparison,
    Contribution,
    EdgeKind,
    Figure,
    FigureKind,
    FigureRelation,
    Hedge,
    Judgement,
    Measure,
    Member,
    NodeKind,
    OriginKind,
    Relation,
    RelayStatus,
    ReuseClass,
    Statement,
    Variation,
    Wording,
)

BARGE = "The barge broke loose at noon and nobody was on board"
STORM = (
    "The storm came in over the salt flats shortly after noon and took the roof off the old"
    " rope works before anyone on the quay had time to move the barges upstream and tie them."
)


def told(text, id, **more):
    """A telling with its credits."""
    report, extraction, names = make_telling(text, id, **more)
    credits = find_credits(report, extraction.attributions)
    return report, extraction.replace(credits=credits), names


def run(*tellings, together=(), figures=()):
    """Derives tellings; ``together`` lists words whose attributions are one statement."""
    reports = tuple(telling[0] for telling in tellings)
    extractions = tuple(telling[1] for telling in tellings)
    resolution = make_resolution(*tellings)
    texts = {report.id: report.text for report in reports}
    groups = [[] for _ in together]
    alone = []
    for extraction in extractions:
        for attribution in extraction.attributions:
            said = attribution.content[0].of(texts[extraction.report])
            place = next((i for i, words in enumerate(together) if words in said), None)
            (alone if place is None else groups[place]).append(attribution)
    statements, alignments = [], []
    for number, group in enumerate([*groups, *([a] for a in alone)]):
        members = tuple(Member(report=a.report, attribution=a.id, spans=a.content) for a in group)
        speakers = {resolution.speakers[a.id] for a in group if a.id in resolution.speakers}
        statements.append(
            Statement(id=f"s{number}", text="", members=members, speakers=tuple(sorted(speakers)))
        )
        wordings = tuple(
            Wording(
                report=a.report,
                attribution=a.id,
                spans=a.content,
                variations=(Variation.IDENTICAL,) if i else (),
            )
            for i, a in enumerate(group)
        )
        if len(wordings) > 1 and len({texts[w.report][slice(*w.spans[0])] for w in wordings}) == 1:
            alignments.append(
                Alignment(id=f"g{number}", passage="p", base=wordings[0], variants=wordings[1:])
            )
    comparison = Comparison(
        statements=tuple(statements), alignments=tuple(alignments), measures=tuple(figures)
    )
    return derive(reports, extractions, resolution, comparison)


def basis(descent, subject="s0"):
    return next(b for b in descent.bases if b.subject == subject)


def edges(descent, kind=None):
    return {(e.report, e.target) for e in descent.edges if kind in (None, e.kind)}


def named(descent, name):
    return next(node for node in descent.nodes if node.name == name)


# --- edges


def test_a_credit_outside_the_set_makes_a_node():
    descent = run(told(f"“{BARGE},” Ann Lee told the Lorn Gazette.", "r1"))

    node = named(descent, "Lorn Gazette")
    assert node.kind is NodeKind.OUTLET
    assert edges(descent, EdgeKind.CREDIT) == {("r1", node.id)}


def test_a_credit_inside_the_set_leads_to_the_report_and_is_checked():
    descent = run(
        told(
            f"“{BARGE},” Ann Lee told the Gazette.",
            "r1",
            outlet="Lorn Gazette",
            speakers={BARGE: "Ann Lee"},
        ),
        told(
            f"“{BARGE},” Ann Lee told the Lorn Gazette.",
            "r2",
            outlet="Velm Post",
            speakers={BARGE: "Ann Lee"},
        ),
        told(
            "“The pilots were asleep below deck,” Bo Ray told the Lorn Gazette.",
            "r3",
            outlet="Tern Daily",
        ),
        together=(BARGE,),
    )

    borne_out = {e.report: e.is_borne_out for e in descent.edges if e.kind is EdgeKind.CREDIT}
    assert borne_out == {"r2": True, "r3": False}
    assert edges(descent, EdgeKind.CREDIT) == {("r2", "r1"), ("r3", "r1")}
    checks = [c for c in descent.checks if c.kind is CheckKind.CREDIT_NOT_BORNE_OUT]
    assert [place.report for check in checks for place in check.places] == ["r3"]


def test_short_names_of_one_outlet_are_one_node_over_all_reports():
    descent = run(
        told("It sank, the Lorn Evening Times reported.", "r1"),
        told("It sank, a diver told the Evening Times.", "r2"),
    )

    assert [node.name for node in descent.nodes if node.kind is NodeKind.OUTLET] == [
        "Lorn Evening Times"
    ]


def test_media_without_a_name_are_an_inferred_node():
    descent = run(told("It sank, according to local media.", "r1"))

    node = named(descent, "local media")
    assert node.kind is NodeKind.MISSING
    assert node.is_inferred


def test_a_credit_to_oneself_is_no_edge():
    assert run(told("A diver told the Gazette it sank.", "r1", outlet="Lorn Gazette")).edges == ()


def test_near_verbatim_words_are_reuse_from_the_earlier_report():
    descent = run(
        told(STORM, "r1", outlet="Velm Post", date="2031-05-02"),
        told(STORM, "r2", outlet="Lorn Gazette", date="2031-05-01"),
    )

    (edge,) = descent.edges
    assert (edge.report, edge.target, edge.kind) == ("r1", "r2", EdgeKind.REUSE)
    assert edge.direction is Judgement.YES
    assert {e.kind for e in edge.evidence} == {"shared-passage", "time-order"}


def test_without_dates_the_direction_is_undecided():
    (edge,) = run(told(STORM, "r1"), told(STORM, "r2")).edges

    assert edge.direction is Judgement.UNSURE


def test_a_credit_outweighs_the_dates():
    descent = run(
        told(
            STORM + " It was first reported by the Lorn Gazette.",
            "r1",
            outlet="Velm Post",
            date="2031-05-01",
        ),
        told(STORM, "r2", outlet="Lorn Gazette", date="2031-05-02"),
    )

    reuse = next(e for e in descent.edges if e.kind is EdgeKind.REUSE)
    assert (reuse.report, reuse.target, reuse.direction) == ("r1", "r2", Judgement.YES)


def test_a_common_credit_leaves_the_direction_open():
    text = STORM + " The Coastal Times reported it."
    descent = run(told(text, "r1", date="2031-05-01"), told(text, "r2", date="2031-05-02"))

    reuse = next(e for e in descent.edges if e.kind is EdgeKind.REUSE)
    assert reuse.direction is Judgement.UNSURE
    assert reuse.reuse_class is ReuseClass.COMMON_SOURCE


def test_a_release_is_where_the_words_come_from():
    release = "PRESS RELEASE\n" + STORM
    descent = run(told(release, "r2", outlet="Lorn Harbour"), told(STORM, "r1", outlet="Velm Post"))

    (edge,) = descent.edges
    assert (edge.report, edge.target, edge.reuse_class) == ("r1", "r2", ReuseClass.PRESS_RELEASE)


def test_a_quotation_out_of_a_release_is_reuse_even_without_credit():
    descent = run(
        told(
            f"PRESS RELEASE\n“{BARGE},” Ann Lee said.",
            "r1",
            outlet="Lorn Harbour",
            speakers={BARGE: "Ann Lee"},
        ),
        told(
            f"It happens. “{BARGE},” Ann Lee said.",
            "r2",
            outlet="Velm Post",
            speakers={BARGE: "Ann Lee"},
        ),
        together=(BARGE,),
    )

    assert edges(descent, EdgeKind.REUSE) == {("r2", "r1")}
    assert basis(descent).count == 1


def test_a_text_that_none_of_three_can_have_given_is_a_missing_ancestor():
    pieces = [
        "The ferry Anna Brock left the pier at seven with forty crates of apples and a piano in her"
        " hold and reached the island an hour later than the timetable has promised since the war.",
        "On the island a brass band had been waiting since dawn in new coats which the mayor's aunt"
        " had paid for out of the lottery money that everybody had thought was gone for good.",
        "Nobody noticed the piano until evening, when a child pressed one key and every window of"
        " the customs house answered it with a hum that went on well past the closing of the bar.",
    ]
    descent = run(
        told(pieces[0] + "\n" + pieces[1], "r1"),
        told(pieces[1] + "\n" + pieces[2], "r2"),
        told(pieces[2] + "\n" + pieces[0], "r3"),
    )

    (node,) = [n for n in descent.nodes if n.kind is NodeKind.MISSING]
    assert node.is_inferred
    assert {(e.report, e.kind) for e in descent.edges if e.target == node.id} == {
        ("r1", EdgeKind.SHARED),
        ("r2", EdgeKind.SHARED),
        ("r3", EdgeKind.SHARED),
    }


def test_three_copies_of_one_text_need_no_missing_ancestor():
    descent = run(told(STORM, "r1"), told(STORM, "r2"), told(STORM, "r3"))

    assert [n for n in descent.nodes if n.kind is NodeKind.MISSING] == []
    assert descent.version_groups == (("r1", "r2", "r3"),)


def test_outlets_that_credit_each_other_are_a_circle():
    descent = run(
        told("It sank, the Velm Post reported.", "r1", outlet="Lorn Gazette"),
        told("It sank, the Lorn Gazette reported.", "r2", outlet="Velm Post"),
    )

    (cycle,) = descent.cycles
    assert cycle.nodes == ("r1", "r2")
    assert [c.kind for c in descent.checks if c.kind is CheckKind.CIRCULAR] == [CheckKind.CIRCULAR]


# --- origins


def interview(id, outlet, words=BARGE, to="the Gazette", who="Ann Lee", **more):
    return told(f"“{words},” {who} told {to}.", id, outlet=outlet, speakers={words: who}, **more)


def test_outlets_that_carry_one_interview_are_one_origin():
    descent = run(
        interview("r1", "Lorn Gazette"),
        interview("r2", "Velm Post", to="the Lorn Gazette"),
        told(f"“{BARGE},” Ann Lee said.", "r3", outlet="Tern Daily", speakers={BARGE: "Ann Lee"}),
        together=(BARGE,),
    )

    found = basis(descent)
    assert (found.count, found.count_low) == (1, 1)
    assert found.witnesses == ("r1",)
    assert {r.report: r.status for r in found.relays} == {
        "r2": RelayStatus.CREDITED,
        "r3": RelayStatus.UNCREDITED,
    }
    assert found.origins[0].kind is OriginKind.INTERVIEW
    assert any("Lorn Gazette" in reason for reason in found.reasons)


def test_two_outlets_that_each_heard_one_man_are_two_origins_and_one_voice():
    descent = run(
        interview("r1", "Lorn Gazette", to="the Gazette"),
        interview(
            "r2", "Velm Post", words="Nobody was aboard when the barge broke loose", to="the Post"
        ),
        together=("barge broke loose",),
    )
    other = run(
        interview("r1", "Lorn Gazette", to="the Gazette"),
        interview("r2", "Velm Post", words=BARGE + ", thank God", to="the Post"),
        together=(BARGE,),
    )

    assert basis(other).count == 2
    assert len(basis(other).voices) == 1
    assert descent.cycles == ()


ALSO_SAID = "the barge had broken loose with nobody on board"


@pytest.mark.parametrize(
    ("second", "relayed", "origins"),
    [
        (f"Lee said {ALSO_SAID}.", False, 2),
        (f"Lee said {ALSO_SAID}. The lock is closed, the Gazette reported.", False, 1),
        (f"Lee said {ALSO_SAID}.", True, 1),
    ],
    ids=["credits-nobody", "credits-the-hearer", "others-pass-it-on"],
)
def test_who_quotes_a_named_man_in_other_words_and_credits_nobody_heard_him(
    second, relayed, origins
):
    tellings = [
        interview("r1", "Gazette"),
        told(second, "r2", speakers={ALSO_SAID: "Ann Lee"}, outlet="Courier"),
    ]
    if relayed:
        tellings.append(interview("r3", "Evening Star"))

    found = basis(run(*tellings, together=(BARGE,)))

    assert found.count == origins
    alone = (
        "Courier does not say how the words were heard, and has other words than those who say it"
    )
    assert (alone in found.reasons) is (origins == 2)


def test_what_an_agency_heard_may_have_reached_everybody():
    descent = run(
        interview("r1", "Reuters", to="Reuters"),
        told(f"Lee said {ALSO_SAID}.", "r2", speakers={ALSO_SAID: "Ann Lee"}, outlet="Star"),
        together=("barge",),
    )
    found = basis(descent)

    assert (found.count, found.count_high) == (1, 2)


def test_an_outlet_that_others_credit_heard_the_voice_though_it_does_not_say_so():
    descent = run(
        told(f"Lee said {ALSO_SAID}.", "r1", speakers={ALSO_SAID: "Ann Lee"}, outlet="Courier"),
        interview("r2", "Evening Star", to="the Courier"),
        interview("r3", "Gazette", words=BARGE + ", thank God"),
        together=("barge",),
    )
    texts = {frozenset(origin.reports) for origin in basis(descent).origins}

    assert texts == {frozenset({"r1", "r2"}), frozenset({"r3"})}


def test_equal_words_told_to_outlets_that_only_others_name_are_one_utterance():
    descent = run(
        interview("r1", None, to="the Lorn Gazette"),
        interview("r2", None, to="the Velm Post"),
        together=(BARGE,),
    )

    found = basis(descent)
    assert (found.count, found.count_high) == (1, 2)
    assert found.would_settle


def test_a_press_conference_is_one_origin_with_many_witnesses():
    texts = [
        f"“{BARGE},” Ann Lee told reporters.",
        f"“{BARGE},” Ann Lee said at a press conference.",
    ]
    descent = run(
        *(
            told(t, f"r{i}", outlet=f"Paper {i}", speakers={BARGE: "Ann Lee"})
            for i, t in enumerate(texts)
        ),
        together=(BARGE,),
    )

    found = basis(descent)
    assert found.count == found.count_high == 1
    assert found.witnesses == ("r0", "r1")
    assert found.origins[0].kind is OriginKind.PRESS_CONFERENCE


def test_two_people_who_say_the_same_are_two_origins():
    descent = run(
        told(
            "Ann Lee said the northern gate was locked at dawn.",
            "r1",
            speakers={"the northern gate was locked at dawn": "Ann Lee"},
        ),
        told(
            "Bo Ray said that the northern gate had been locked at dawn.",
            "r2",
            speakers={"the northern gate had been locked at dawn": "Bo Ray"},
        ),
    )

    assert [basis(descent, f"s{i}").count for i in range(2)] == [2, 2]


def test_whoever_says_the_opposite_supports_nothing():
    descent = run(
        told(
            "Ann Lee said the northern gate was locked at dawn.",
            "r1",
            speakers={"the northern gate was locked at dawn": "Ann Lee"},
        ),
        told(
            "Bo Ray said the northern gate was not locked at dawn.",
            "r2",
            speakers={"the northern gate was not locked at dawn": "Bo Ray"},
        ),
    )

    assert [basis(descent, f"s{i}").count for i in range(2)] == [1, 1]


NOTHING_DONE = "the council has never mended the harbour wall"
NO_REPAIR = "nobody from the council ever touched the harbour"


@pytest.mark.parametrize(
    ("degrees", "origins"), [(10, 2), (50, 1), (None, 1)], ids=["near", "far", "not-known"]
)
def test_others_who_mean_the_same_in_other_words_support_it(degrees, origins):
    vector = b"" if degrees is None else make_meaning(degrees)
    descent = run(
        told(
            f"Ann Lee told the Gazette that {NOTHING_DONE}.",
            "r1",
            speakers={NOTHING_DONE: "Ann Lee"},
            outlet="Gazette",
            meanings={NOTHING_DONE: make_meaning(0)},
        ),
        told(
            f"Bo Marsh told the Courier that {NO_REPAIR}.",
            "r2",
            speakers={NO_REPAIR: "Bo Marsh"},
            outlet="Courier",
            meanings={NO_REPAIR: vector},
        ),
    )

    assert basis(descent).count == origins


def test_why_others_support_it_and_what_would_settle_the_count_is_said_in_words():
    same = "the council has never mended the wall of the harbour"
    descent = run(
        interview("r1", "Gazette", words=NOTHING_DONE),
        told(f"The mayor said {same}.", "r2", speakers={same: "Bo Marsh"}, outlet="Courier"),
        told(f"Lee said {NOTHING_DONE}.", "r3", speakers={NOTHING_DONE: "Ann Lee"}, outlet="Star"),
        together=(NOTHING_DONE,),
    )
    found = basis(descent)

    assert found.reasons[-1] == (
        "Courier has it from Bo Marsh in other words (shared: council, mended, harbour, wall)"
    )
    assert found.would_settle == (
        "Whether Star heard Ann Lee itself or took the words from another report: its newsroom can"
        " say, or the hour of publication."
    )


def test_a_headline_adds_no_hearing_where_the_body_has_the_same():
    text = f"Council asleep, says marsh\n\nBo Marsh told the Gazette that {NOTHING_DONE}."
    report, extraction, names = told(
        text,
        "r1",
        speakers={NOTHING_DONE: "Bo Marsh", "Council asleep": "Marsh Harbour"},
        outlet="Gazette",
        headline="Council asleep, says marsh",
    )
    descent = run((report, extraction, names), together=("ouncil",))

    assert [origin.voice for origin in basis(descent).origins] == ["e-Bo Marsh"]


def test_outlets_that_credit_each_other_add_no_origin():
    crack = "the second tower is cracked from top to bottom"
    descent = run(
        told(
            f"The Velm Post reported that {crack}.",
            "r1",
            outlet="Lorn Gazette",
            speakers={crack: "Velm Post"},
        ),
        told(
            f"The Lorn Gazette reported that {crack}.",
            "r2",
            outlet="Velm Post",
            speakers={crack: "Lorn Gazette"},
        ),
        together=(crack,),
    )

    assert basis(descent).count == 1


def test_figures_that_agree_share_a_basis_and_rivals_have_their_own():
    def make(id, words):
        report, extraction, names = told(f"The log gives {words} crates.", id)

        figure = Figure(
            id=f"f-{id}",
            report=id,
            span=span_of(report, words),
            number=span_of(report, words),
            low=float(words),
            high=float(words),
            hedge=Hedge.EXACT,
            kind=FigureKind.COUNT,
        )
        return report, extraction.replace(figures=(figure,)), names

    measure = Measure(
        id="m1",
        what="crates",
        figures=("f-r1", "f-r2", "f-r3"),
        relations=(
            FigureRelation(a="f-r1", b="f-r2", relation=Relation.AGREE, reason=""),
            FigureRelation(a="f-r1", b="f-r3", relation=Relation.CONFLICT, reason=""),
            FigureRelation(a="f-r2", b="f-r3", relation=Relation.CONFLICT, reason=""),
        ),
    )
    descent = run(make("r1", "40"), make("r2", "40"), make("r3", "65"), figures=(measure,))

    assert [b.figures for b in descent.bases if b.subject == "m1"] == [("f-r1", "f-r2"), ("f-r3",)]


# --- contributions and checks


@pytest.mark.parametrize(
    ("text", "contribution"),
    [
        (f"“{BARGE},” Ann Lee told the Gazette.", Contribution.ORIGINAL),
        (f"“{BARGE},” Ann Lee told the Velm Post.", Contribution.RELAY),
        (
            f"“{BARGE},” Ann Lee told the Gazette. It sank, the Velm Post reported.",
            Contribution.PARTLY,
        ),
        ("The barge was green.", Contribution.UNKNOWN),
        ("PRESS RELEASE\nThe barge was green.", Contribution.ORIGINAL),
    ],
)
def test_what_a_report_adds(text, contribution):
    descent = run(
        told(
            text, "r1", outlet="Lorn Gazette", speakers={BARGE: "Ann Lee"} if BARGE in text else {}
        )
    )

    assert descent.originality[0].contribution is contribution
    assert descent.originality[0].reason


def test_a_later_copy_is_a_copy_and_its_shares_sum_to_one():
    descent = run(
        told(STORM, "r1", outlet="Lorn Gazette", date="2031-05-01"),
        told(STORM, "r2", outlet="Velm Post", date="2031-05-02"),
    )

    first, second = descent.originality
    assert second.contribution is Contribution.COPY
    assert second.uncredited > 0.9
    for found in (first, second):
        assert found.own + found.credited + found.uncredited == pytest.approx(1, abs=0.001)


def test_one_origin_behind_three_outlets_is_pointed_out():
    descent = run(
        *(
            told(
                f"“{BARGE},” Ann Lee said in a statement.",
                f"r{i}",
                outlet=f"Paper {i}",
                speakers={BARGE: "Ann Lee"},
            )
            for i in range(3)
        ),
        together=(BARGE,),
    )

    check = next(c for c in descent.checks if c.kind is CheckKind.SINGLE_ORIGIN)
    assert check.subject == "s0"
    assert "Reuters" in check.rule or "BBC" in check.rule


@pytest.mark.parametrize(
    ("number", "is_borne_out"), [("127", True), ("172", None)], ids=["its number", "another"]
)
def test_a_credit_is_borne_out_only_with_the_numbers(number, is_borne_out):
    descent = run(
        told("The fish that ate the dog weighed 127 kilos.", "r1", outlet="Lorn Gazette"),
        told(
            f"The fish that ate the dog weighed {number} kilos, the Lorn Gazette reported.",
            "r2",
            outlet="Velm Post",
            speakers={f"The fish that ate the dog weighed {number} kilos": "Lorn Gazette"},
        ),
    )

    (edge,) = [e for e in descent.edges if e.kind is EdgeKind.CREDIT]
    assert edge.is_borne_out is is_borne_out


def test_three_outlets_of_one_day_that_print_one_text_have_it_from_a_missing_ancestor():
    tellings = [told(STORM, f"r{n}", outlet=f"Paper {n}", date="2031-05-01") for n in range(3)]
    missing = [n for n in run(*tellings).nodes if n.kind is NodeKind.MISSING]
    copied = [told(STORM, f"r{n}", outlet=f"Paper {n}", date=f"2031-05-0{n + 1}") for n in range(3)]

    assert len(missing) == 1
    assert [n for n in run(*copied).nodes if n.kind is NodeKind.MISSING] == []
