"""Credits in running text: which outlets, what sort, and what is none."""

import pytest

from tests.factory import make_report, span_of
from tests.growth import is_linear
from whence.extract.credits import find_credits
from whence.extract.interface import RawMention
from whence.model import (
    AgencyMark,
    CreditKind,
    Link,
    MarkKind,
    MentionKind,
    Part,
    PartKind,
    Report,
    Span,
    TargetKind,
)


def credited(text: str, **more: object) -> list[tuple[CreditKind, str]]:
    """Kind and target of every credit of a text."""
    return [(c.kind, c.target) for c in find_credits(make_report(text, **more), ())]


@pytest.mark.parametrize(
    ("sentence", "kind", "target"),
    [
        ("“It shook,” she told the Lorn Gazette.", CreditKind.TOLD, "Lorn Gazette"),
        ("The roof fell in, Reuters reported.", CreditKind.REPORTED, "Reuters"),
        ("The roof fell in, according to the BBC.", CreditKind.CITED, "BBC"),
        ("First reported by the Daily Mail, it grew.", CreditKind.REPORTED, "Daily Mail"),
        ("Radio Velm, citing a diver, said it sank.", CreditKind.CITED, "Radio Velm"),
        ("He was “tired”, he said in an interview with CNN.", CreditKind.TOLD, "CNN"),
        ("It sank, reports the Mirror.", CreditKind.REPORTED, "Mirror"),
        ("The memo was seen by the Financial Times.", CreditKind.OBTAINED, "Financial Times"),
        ("It sank in an hour. [WSJ]", CreditKind.CITED, "WSJ"),
        ("[h/t Gawker]", CreditKind.CITED, "Gawker"),
        ("The Mexican newspaper Orilla says it sank.", CreditKind.REPORTED, "Orilla"),
        ("KXVT reported that the dam held.", CreditKind.REPORTED, "KXVT"),
        ("The Guardian's Nora Hale reports that it sank.", CreditKind.REPORTED, "Guardian"),
        ("A Reuters report said that it sank.", CreditKind.REPORTED, "Reuters"),
        ("The mayor told CRA that it sank.", CreditKind.TOLD, "CRA"),
        ("CNN’s Barbara Starl reported that it sank.", CreditKind.REPORTED, "CNN"),
        ("CNN is reporting that it sank.", CreditKind.REPORTED, "CNN"),
        ("The mayor confirmed key details to CNN.", CreditKind.TOLD, "CNN"),
        ("A diver who spoke later with the BBC said it sank.", CreditKind.TOLD, "BBC"),
        ("Okal told Orl Veed, a journalist at BBC News, it sank.", CreditKind.TOLD, "BBC News"),
        ("The mayor told CNN affiliate WXV that it sank.", CreditKind.TOLD, "WXV"),
        (
            "It first appeared on a website called “Lorn Report.”",
            CreditKind.REPORTED,
            "Lorn Report",
        ),
        (
            "It sank, Tern Wire reported on Friday, citing a diver.",
            CreditKind.REPORTED,
            "Tern Wire",
        ),
    ],
)
def test_finds_the_outlet_and_the_sort_of_credit(sentence, kind, target):
    assert (kind, target) in credited(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "“It shook,” she told Hester Vane.",
        "He told the Lorn Police Department that it shook.",
        "He told the FBI that it shook.",
        "People said it shook. Time passed.",
        "She said BBC staff had left the tower.",
        "Reuters could not reach the mayor.",
        "They met in Times Square on Sunday.",
        "He spoke to his brother about the Sunday roast.",
        "The Post Office said it would close.",
        "Mr Star said the mail was late.",
        "A Lorn report on U.N. inspectors said it sank.",
        "It sank, according to NBC insiders.",
        "The BBC is reported to be late.",
        "Via youtube.com",
        "It sank, according to reports in Arabic-language papers.",
    ],
)
def test_people_police_and_places_are_no_outlets(sentence):
    assert credited(sentence) == []


def test_names_that_the_extractor_takes_for_people_and_places_are_no_outlets():
    text = (
        "Tarq Olmo spoke. A report by Olmo followed a report by Olmo. "
        "She gave an interview to Velm, and a second interview to Velm."
    )
    report = make_report(text)
    kinds = {"Tarq Olmo": MentionKind.PERSON, "Velm": MentionKind.PLACE}
    mentions = tuple(RawMention(span=span_of(report, n), kind=k) for n, k in kinds.items())

    assert [c.target for c in find_credits(report, ())] == ["Olmo", "Olmo", "Velm", "Velm"]
    assert find_credits(report, (), mentions) == ()


def test_one_word_that_the_extractor_takes_for_a_person_may_be_an_outlet():
    report = make_report("Marvette reported that it sank. Orvenil, Marvette reported, was shut.")
    mentions = (RawMention(span=span_of(report, "Marvette"), kind=MentionKind.PERSON),)

    assert {c.target for c in find_credits(report, (), mentions)} == {"Marvette"}


def test_local_reports_are_media_without_a_name():
    report = make_report("It held. Local reports say that it sank.")

    assert [c.target_kind for c in find_credits(report, ())] == [TargetKind.UNKNOWN_MEDIA]


def test_a_pair_of_outlets_shares_its_verb():
    found = credited("It sank, Capital Watch and the Lorn Gazette have reported.")

    assert found == [
        (CreditKind.REPORTED, "Capital Watch"),
        (CreditKind.REPORTED, "Lorn Gazette"),
    ]


def test_a_short_name_goes_back_to_the_full_one():
    found = credited("The Wall Street Journal quotes a diver. The Journal adds that it sank.")

    assert found[-1] == (CreditKind.REPORTED, "Wall Street Journal")


def test_initials_go_back_to_the_full_name():
    found = credited("He told the Lorn Evening Times it sank. “Fast,” he told the LET.")

    assert [target for _, target in found] == ["Lorn Evening Times", "Lorn Evening Times"]


def test_the_own_outlet_is_marked_and_no_other():
    report = make_report(
        "She told the Gazette that it shook. It fell, the BBC reported.", outlet="Lorn Gazette"
    )

    own = {c.target: c.is_self for c in find_credits(report, ())}

    assert own == {"Lorn Gazette": True, "BBC": False}


def test_an_agency_known_by_its_first_word_is_its_own_outlet():
    report = make_report("It fell, a guard told Corvane.", outlet="Corvane News Agency")

    assert [c.is_self for c in find_credits(report, ())] == [True]


def test_us_and_the_station_are_outlets_without_a_name():
    report = make_report(
        "A diver told us it sank. “Fast,” he told the station.", outlet="Radio Velm"
    )

    found = find_credits(report, ())

    assert [(c.phrase.of(report.text), c.target, c.is_self) for c in found] == [
        ("told us", "Radio Velm", True),
        ("told the station", "Radio Velm", True),
    ]


def test_us_inside_a_quotation_is_somebody_else():
    assert credited("“They told us it would hold,” he said.", outlet="Radio Velm") == []


@pytest.mark.parametrize("hearer", ["me", "our crew", "our reporter"])
def test_who_writes_hears_for_the_own_outlet(hearer):
    report = make_report(f"A diver told {hearer} it sank.", outlet="Radio Velm")

    assert [(c.target, c.is_self) for c in find_credits(report, ())] == [("Radio Velm", True)]


def test_a_document_in_hand_is_credited_beside_the_outlet():
    report = make_report(
        "The harbour's own log, obtained by the Gazette, says so.", outlet="Lorn Gazette"
    )

    document = next(c for c in find_credits(report, ()) if c.target_kind is TargetKind.DOCUMENT)

    assert document.kind is CreditKind.OBTAINED
    assert document.target == "The harbour's own log"


def test_releases_and_media_without_a_name_are_credits_of_their_own_sort():
    text = "She said in a press release that it shook. It fell, according to local media."

    assert credited(text) == [
        (CreditKind.RELEASE, "press release"),
        (CreditKind.CITED, "local media"),
    ]


def test_a_picture_is_not_the_text():
    assert credited("Image via Shutterstock") == [(CreditKind.PHOTO, "Shutterstock")]


def test_a_hat_tip_in_a_credit_line_is_no_picture():
    text = "[h/t Gawker] [Image via Shutterstock]"
    whole = Part(kind=PartKind.CREDIT, span=Span(0, len(text)))
    report = Report(id="r1", text=text, parts=(whole,))

    assert [(c.kind, c.target) for c in find_credits(report, ())] == [
        (CreditKind.CITED, "Gawker"),
        (CreditKind.PHOTO, "Shutterstock"),
    ]


def test_agency_marks_of_the_reader_are_credits():
    text = "LORN (Reuters) - It shook."
    mark = AgencyMark(agency="Reuters", kind=MarkKind.DATELINE, span=Span(6, 13))

    assert credited(text, agency_marks=(mark,)) == [(CreditKind.AGENCY, "Reuters")]


def test_an_agencys_own_dateline_is_its_own_by_its_initials():
    text = "LORN (CNA) - It shook."
    mark = AgencyMark(agency="Central News Agency", kind=MarkKind.DATELINE, span=Span(6, 9))
    report = make_report(text, outlet="Coastal News Agency", agency_marks=(mark,))

    assert [c.is_self for c in find_credits(report, ())] == [True]


def test_a_link_to_another_outlet_is_a_credit_unless_words_name_it():
    text = "It sank, as others have found."
    span = Span(12, 29)
    url = "https://www.theguardian.com/world/sunk"

    assert credited(text, links=(Link(span=span, url=url),)) == [(CreditKind.LINK, "The Guardian")]
    assert credited("It sank, the Guardian reported.", links=(Link(span=Span(0, 2), url=url),)) == [
        (CreditKind.REPORTED, "Guardian")
    ]
    home = "https://www.theguardian.com/start"
    assert credited(text, links=(Link(span=span, url=url),), url=home) == []


@pytest.mark.parametrize(
    "piece", ["told the Gazette ", "The Times, ", "[", "A B C D ", "“told us” "]
)
def test_odd_text_takes_linear_time(piece):
    assert is_linear(lambda times: find_credits(make_report(piece * times), ()), 250)


@pytest.mark.parametrize(
    "sentence",
    [
        "The National Grain Office said that it sank.",
        "The Guardian Housing Trust said that it sank.",
        "“PIERS WERE TOLD OF ROT”, and WITH it the mayor.",
    ],
)
def test_a_body_or_a_word_in_capitals_is_no_outlet(sentence):
    assert credited(sentence) == []


def test_a_newspaper_before_what_it_says_stays_one():
    assert credited("The National said that it sank.") == [(CreditKind.REPORTED, "National")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nora Hale told UPL that it sank.",
        "Nora Hale rings us from the quay.",
        "Nora Hale came to our studio at noon.",
        "Nora Hale was a guest on our Friday programme.",
        "It sank, Nora Hale told our presenter.",
    ],
)
def test_whom_the_report_itself_met_told_its_outlet(sentence):
    report = make_report(sentence, outlet="United Press of Lorn")
    (credit,) = find_credits(report, ())
    assert credit.kind is CreditKind.TOLD and credit.is_self


@pytest.mark.parametrize(
    "sentence", ["The news came to us as a shock.", "It came to our notice.", "It was our show."]
)
def test_what_comes_to_somebody_is_no_talk(sentence):
    assert credited(sentence, outlet="Lorn Gazette") == []
