"""Who speaks together, for a government, in an office, or goes on speaking."""

import pytest

from tests.unit.resolve.story import Told, tell
from whence.model import Anonymity, Judgement, MentionKind


def test_two_who_speak_together_are_one_speaker_with_two_members():
    told = Told(
        tell(
            "Dana Orr and Pell Lind said the bridge was safe. Orr said it was new.",
            ("Dana Orr and Pell Lind", "the bridge was safe"),
            ("Orr", "it was new"),
        )
    )
    both, one = told.speaker("the bridge was safe"), told.speaker("it was new")
    assert both is not None and one is not None
    assert both.name == "Dana Orr and Pell Lind"
    assert both.anonymity is Anonymity.NAMED
    assert [told.entities[m].name for m in both.members] == ["Dana Orr", "Pell Lind"]
    assert one.id in both.members and not one.members


def test_the_same_two_in_two_reports_are_one_joint_speaker():
    told = Told(
        tell(
            "Dana Orr and Pell Lind said the bridge was safe.",
            ("Dana Orr and Pell Lind", "the bridge was safe"),
        ),
        tell(
            "“It is safe,” Orr and Lind said. Pell Lind and Dana Orr run it.",
            ("Orr and Lind", "It is safe"),
            id="r2",
        ),
    )
    assert told.speaker("the bridge was safe") == told.speaker("It is safe", "r2")


def test_nameless_who_speak_together_stay_in_their_report():
    texts = [("The mayor and the fire chief said it was safe.", f"r{n}") for n in (1, 2)]
    told = Told(
        *(tell(text, ("The mayor and the fire chief", "it was safe"), id=id) for text, id in texts)
    )
    first, second = (told.speaker("it was safe", id) for id in ("r1", "r2"))
    assert first is not None and second is not None
    assert first.id != second.id and len(first.members) == 2


def test_a_pronoun_is_nobody_named_in_its_own_words():
    told = Told(
        tell(
            "Senator Jim Dovarre spoke first. “Chairman Otto Steen must apologise,” he said.",
            ("he", "Chairman Otto Steen must apologise"),
        )
    )
    assert told.name("Chairman Otto Steen must apologise") == "Jim Dovarre"


def test_a_pronoun_is_nobody_named_behind_it():
    told = Told(
        tell(
            "Jim Dovarre met Otto Steen on Monday. He said Steen had gone too far.",
            ("He", "Steen had gone too far"),
        )
    )
    assert told.name("Steen had gone too far") == "Jim Dovarre"


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("The Russian government rejected it.", "Moscow", "The Russian government"),
        ("The British government rejected it.", "Britain", "The British government"),
        ("The government in Karlsmark closed it.", "Karlsmark", "The government in Karlsmark"),
        ("The Ostrian government closed it.", "Ostria", "The Ostrian government"),
    ],
)
def test_a_capital_speaks_for_the_government_that_the_story_names(text, place, name):
    told = Told(tell(f"{text} {place} said the line was cut.", (place, "the line was cut")))
    assert told.name("the line was cut") == name


def test_a_government_may_be_named_by_another_report():
    told = Told(
        tell("Moscow said the line was cut.", ("Moscow", "the line was cut")),
        tell(
            "The Russian government said it was whole.",
            ("The Russian government", "it was whole"),
            id="r2",
        ),
    )
    assert told.speaker("the line was cut") == told.speaker("it was whole", "r2")


def test_a_capital_without_its_government_stays_itself():
    told = Told(
        tell(
            "The Russian government was silent. Kyiv said the line was cut. Snow fell in Kyiv.",
            ("Kyiv", "the line was cut"),
        )
    )
    assert told.name("the line was cut") == "Kyiv"


def test_the_town_is_no_government():
    told = Told(
        tell(
            "The government in Karlsmark closed it. Karlsmark said so. Snow fell on Karlsmark.",
            ("Karlsmark", "so"),
        )
    )
    town = told.meant("Karlsmark", nth=3)
    assert told.name("so") == "The government in Karlsmark" != town


def test_an_office_is_its_one_holder_where_the_story_says_so():
    told = Told(
        tell(
            "Interior Minister Ana Dorne said it rained.",
            ("Interior Minister Ana Dorne", "it rained"),
        ),
        tell(
            "The interior minister said it snowed.", ("The interior minister", "it snowed"), id="r2"
        ),
    )
    assert told.name("it snowed", "r2") == "Ana Dorne"


@pytest.mark.parametrize(
    "holder", ["Former interior minister Ana Dorne", "Deputy interior minister Ana Dorne"]
)
def test_another_office_is_not_hers(holder):
    told = Told(
        tell(f"{holder} said it rained.", (holder, "it rained")),
        tell(
            "The interior minister said it snowed.", ("The interior minister", "it snowed"), id="r2"
        ),
    )
    first, second = told.speaker("it rained"), told.speaker("it snowed", "r2")
    assert first is not None and second is not None and first.id != second.id
    assert not [p for p in told.resolution.possible if {p.a, p.b} == {first.id, second.id}]


def test_two_holders_of_one_office_leave_it_open():
    told = Told(
        tell(
            "Interior Minister Ana Dorne said it rained.",
            ("Interior Minister Ana Dorne", "it rained"),
        ),
        tell(
            "Interior Minister Gus Tarn said it hailed.",
            ("Interior Minister Gus Tarn", "it hailed"),
            id="r2",
        ),
        tell(
            "The interior minister said it snowed.", ("The interior minister", "it snowed"), id="r3"
        ),
    )
    assert told.name("it snowed", "r3") == "The interior minister"


def test_a_body_without_a_name_may_be_the_one_that_the_story_names():
    told = Told(
        tell("Sondal Hospital said the ward was shut.", ("Sondal Hospital", "the ward was shut")),
        tell("The hospital said it was open.", ("The hospital", "it was open"), id="r2"),
    )
    named, other = told.speaker("the ward was shut"), told.speaker("it was open", "r2")
    assert named is not None and other is not None and named.id != other.id
    links = [p for p in told.resolution.possible if {p.a, p.b} == {named.id, other.id}]
    assert [link.judgement for link in links] == [Judgement.UNSURE]


def test_a_title_tells_the_daughter_from_the_father():
    told = Told(
        tell(
            "Ferdi Kask opened it. His daughter Liis Kask keeps the books. "
            "Ms Kask said it was sold. Kask said it was not.",
            ("Ms Kask", "it was sold"),
            ("Kask", "it was not"),
        )
    )
    assert told.name("it was sold") == "Liis Kask"
    assert told.name("it was not") not in ("Liis Kask", "Ferdi Kask")


def test_state_and_party_tell_members_apart():
    told = Told(
        tell(
            "Senator John Kane, R-Ariz., spoke. Senator Ina Holm (D-Vt.) listened. "
            "The Arizona Republican said it was dear. The Vermont senator said it was cheap.",
            ("The Arizona Republican", "it was dear"),
            ("The Vermont senator", "it was cheap"),
        )
    )
    assert told.name("it was dear") == "John Kane"
    assert told.name("it was cheap") == "Ina Holm"


def test_a_paper_speaks_though_somebody_is_named_behind_it():
    told = Told(
        tell(
            "The memo, dated May and signed by the director, Agneta Bohl, says 46 posts go. "
            "It says the ward shuts.",
            ("The memo, dated May and signed by the director, Agneta Bohl,", "46 posts go"),
            ("It", "the ward shuts"),
        )
    )
    memo = told.speaker("46 posts go")
    assert memo is not None and memo.kind is MentionKind.DOCUMENT
    assert told.speaker("the ward shuts") == memo


@pytest.mark.parametrize(
    ("text", "is_she"),
    [
        ("Orla Vance walked the quay. The cranes stay, the chief executive said.", True),
        ("The cranes stay, the chief executive said. Orla Vance walked off.", True),
        ("Orla Vance sat. The cranes stay, the chief executive of Velm Rail said.", False),
    ],
)
def test_an_office_is_that_of_its_holder_whom_the_report_has_named(text, is_she):
    source = text.split("stay, ")[1].split(" said")[0]
    told = Told(
        tell(text, (source, "The cranes stay")),
        tell("Chief executive Orla Vance said it rained.", ("Orla Vance", "it rained"), id="r2"),
    )
    assert (told.name("The cranes stay") == "Orla Vance") is is_she


def test_whoever_acts_is_not_the_object():
    text = (
        "A storm took the hut of Piet Orme.\n\n"
        "The bishop came. The bishop prayed. The bishop sent him home."
    )
    assert Told(tell(text)).meant("him") == "Piet Orme"


@pytest.mark.parametrize("nobody", ["Not one nurse", "No nurse"])
def test_those_of_whom_there_are_none_say_nothing(nobody):
    text = f"Piet Orme came by. {nobody} had been hurt, he said on the breakfast show."
    told = Told(tell(text, ("he", f"{nobody} had been hurt")))
    assert told.name(f"{nobody} had been hurt") == "Piet Orme"
