from tests.factory import make_resolution, make_telling
from tests.unit.compare.telling import compared
from whence.compare import compare
from whence.model import Entity, MentionKind

KEEPER = {"lamp": "Ada Fenn"}
LAMP = "the lamp of the northern rock had burned without a break since March"


def test_one_utterance_cut_in_many_ways_is_one_statement():
    found = compared(
        ("“The lamp went out at two. The boat struck the rock at three.”", KEEPER),
        ("“The lamp went out at two,” she said.", KEEPER),
        ("“The boat struck the rock at three.”", {"boat": "Ada Fenn"}),
    )
    [statement] = found.comparison.statements
    assert [member.report for member in statement.members] == ["r1", "r2", "r3"]
    assert statement.text == "The lamp went out at two. The boat struck the rock at three."
    assert statement.speakers == ("e-Ada Fenn",)


def test_what_one_report_alone_has_is_a_statement():
    found = compared(("“The lamp went out at two.”", KEEPER))
    [statement] = found.comparison.statements
    assert len(statement.members) == 1


def test_different_speakers_who_say_the_same_share_a_statement():
    found = compared(
        (f"Fenn said {LAMP}.", {LAMP: "Ada Fenn"}), (f"Brod said {LAMP}.", {LAMP: "Nils Brod"})
    )
    [statement] = found.comparison.statements
    assert statement.speakers == ("e-Ada Fenn", "e-Nils Brod")
    assert [one.kind for one in statement.evidence] == ["shared-matter"]


def test_different_speakers_who_share_a_topic_do_not():
    found = compared(
        (f"Fenn said {LAMP}.", {LAMP: "Ada Fenn"}),
        (
            "Brod said the lamp of the northern rock needs oil.",
            {"the lamp of the northern rock needs oil": "Nils Brod"},
        ),
    )
    assert len(found.comparison.statements) == 2


def test_counts_of_one_thing_that_differ_keep_tellings_apart():
    one, other = "the storm sank nine fishing boats off Velm", "the storm sank four fishing boats"
    found = compared(
        (f"Fenn said {one}.", {one: "Ada Fenn"}), (f"Fenn said {other}.", {other: "Ada Fenn"})
    )
    assert len(found.comparison.statements) == 2


def test_a_fragment_that_is_a_small_part_of_two_contents_joins_them_not():
    found = compared(
        (
            "“The work was shabby. The oil was stolen in April by men from the south harbour, and "
            "the keeper of the store knew all about it and took money for it.”",
            {"shabby": "Ada Fenn"},
        ),
        (
            "“The work was shabby. My brother will never row out to that rock again as long as he "
            "lives, whatever the owners may offer him or his sons.”",
            {"shabby": "Ada Fenn"},
        ),
    )
    assert len(found.comparison.statements) == 2
    assert len(found.comparison.alignments) == 1


def test_words_that_are_turned_stand_against_each_other():
    found = compared(
        ("“We will pay for the lamp and for the boat.”", KEEPER),
        ("“We will not pay for the lamp and for the boat.”", KEEPER),
    )
    assert len(found.comparison.statements) == 2
    [opposition] = found.comparison.oppositions
    assert opposition.kind == "contradicts"
    assert "negation gained" in opposition.reason


def test_a_denial_stands_against_the_claim():
    claim = "smugglers from the south harbour had stolen the oil of the lamp"
    denial = "smugglers from the south harbour had not stolen the oil of the lamp"
    found = compared(
        (f"Fenn said {claim}.", {claim: "Ada Fenn"}), (f"Brod said {denial}.", {denial: "N. Brod"})
    )
    assert len(found.comparison.statements) == 2
    [opposition] = found.comparison.oppositions
    assert {opposition.a, opposition.b} == {s.id for s in found.comparison.statements}


def test_a_negation_on_another_matter_opposes_nothing():
    found = compared(
        ("Fenn said the lamp was lit at dusk.", {"the lamp was lit at dusk": "Ada Fenn"}),
        (
            "Brod said the owners had not paid the lamp's keeper for a year.",
            {"the owners had not paid the lamp's keeper for a year": "Nils Brod"},
        ),
    )
    assert found.comparison.oppositions == ()


def test_few_words_are_set_against_each_other_where_they_are_all_that_is_said():
    found = compared(
        ("Fenn said a ransom was paid.", {"a ransom was paid": "Ada Fenn"}),
        ("Brod said no ransom was paid.", {"no ransom was paid": "Nils Brod"}),
        ("Fenn said the lamp burned.", {"the lamp burned": "Ada Fenn"}),
    )

    assert len(found.comparison.statements) == 3
    [opposition] = found.comparison.oppositions
    assert "paid, ransom" in opposition.reason


def test_what_one_report_tells_side_by_side_is_two_statements():
    oil = "thieves had taken the oil of the lamp from the harbour store in April"
    price = "the oil of the lamp had doubled in price since April"
    opening = "The northern rock was dark on Friday night.\n\n"
    both = (
        f"{opening}Fenn said {oil}. She added that {price}.",
        {oil: "Ada Fenn", price: "Ada Fenn"},
    )
    found = compared(both, (f"{opening}Fenn said {price}.", {price: "Ada Fenn"}))
    assert [m.report for m in found.statement("doubled").members] == ["r1", "r2"]
    assert [m.report for m in found.statement("thieves").members] == ["r1"]


def test_each_of_those_who_speak_together_asserts_it():
    report, extraction, names = make_telling("“The lamp is out.”", speakers={"lamp": "Both"})
    pair = Entity(id="e-Both", name="Both", kind=MentionKind.GROUP, members=("ada", "nils"))
    resolution = make_resolution((report, extraction, names)).replace(entities=(pair,))
    [statement] = compare((report,), (extraction,), resolution).statements
    assert statement.speakers == ("ada", "nils")
