"""Credits whose words are more than a phrase before the name: "claimed to", "gave it to the"."""

import pytest

from tests.factory import make_report
from whence.extract.credits import find_credits
from whence.model import CreditKind


def credited(text: str) -> list[tuple[CreditKind, str]]:
    """Kind and target of every credit of a text."""
    return [(c.kind, c.target) for c in find_credits(make_report(text), ())]


@pytest.mark.parametrize(
    "sentence",
    [
        "He claimed to the Lorn Gazette that the ferry had leaked.",
        "He denied it on Friday to the Lorn Gazette.",
        "A pilot confirmed today to the Lorn Gazette that it sank.",
        "“It sank,” she sobbed to the Lorn Gazette.",
        "Ida Vorn, who gave it to the Lorn Gazette, would not say more.",
        "She passed the figures to the Lorn Gazette.",
        "The mayor gave the Lorn Gazette an interview.",
        "She gave the Lorn Gazette another version.",
        "Asked by the Lorn Gazette whether it had leaked, the mayor said no.",
        "Reached by telephone by the Lorn Gazette, the mayor said no.",
        "Answering questions from the Lorn Gazette, she said no.",
        "In a letter to the Lorn Gazette, she said no.",
        "Her words to the Lorn Gazette were plain.",
        "The mayor assured the Lorn Gazette that it was safe.",
        "The Lorn Gazette was told on Tuesday that it had leaked.",
        "The Lorn Gazette has been given the same answer.",
    ],
)
def test_an_outlet_that_was_told_something(sentence):
    assert credited(sentence) == [(CreditKind.TOLD, "Lorn Gazette")]


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("The minister has said on Radio Velm that it leaked.", "Radio Velm"),
        ("The minister complained in the Lorn Gazette of the noise.", "Lorn Gazette"),
        ("It came out of the mayor’s own mouth in the Lorn Gazette.", "Lorn Gazette"),
        ("On Radio Velm she said that it leaked.", "Radio Velm"),
        ("In Monday’s Lorn Gazette the mayor said no.", "Lorn Gazette"),
        ("The story first surfaced in the Lorn Gazette.", "Lorn Gazette"),
        ("The Lorn Gazette can reveal that it leaked.", "Lorn Gazette"),
        ("Free Norland Radio (FNR) reported that it leaked.", "Free Norland Radio"),
        ("Orl Veed, the BBC’s Velm correspondent, says it leaked.", "BBC"),
        ("“It leaked,” the BBC’s Velm correspondent wrote.", "BBC"),
    ],
)
def test_an_outlet_in_which_something_was_said(sentence, target):
    assert credited(sentence) == [(CreditKind.REPORTED, target)]


def test_a_document_that_was_shown():
    found = credited("The mayor showed the Lorn Gazette a letter.")
    assert (CreditKind.OBTAINED, "Lorn Gazette") in found


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        (
            "Two drivers had told Globe Press and Radio Unbound the same.",
            ["Globe Press", "Radio Unbound"],
        ),
        ("He told CNN, Fox News and the BBC that it sank.", ["CNN", "Fox News", "BBC"]),
        ("She sent one statement to both the BBC and ABC News.", ["BBC", "ABC News"]),
    ],
)
def test_outlets_joined_by_and_share_what_stands_before_the_first(sentence, targets):
    assert credited(sentence) == [(CreditKind.TOLD, target) for target in targets]


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("The driver told local radio that it sank.", "local radio"),
        ("The driver told a Norwegian newspaper that it sank.", "a Norwegian newspaper"),
        ("She said it on state television.", "state television"),
        ("It sank, Turkish media reported.", "Turkish media"),
        ("It sank, according to South Korean media.", "South Korean media"),
        (
            "He told a Norwegian television network that it sank.",
            "a Norwegian television network",
        ),
    ],
)
def test_media_without_a_name(sentence, target):
    assert [name for _, name in credited(sentence)] == [target]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lorn Gazette was told to pay the mayor.",
        "The mayor announced his return to CNN.",
        "The mayor denied links to the Lorn Gazette.",
        "The mayor gave a prize to the Lorn Gazette.",
        "The mayor gave CNN five boats.",
        "He said in Times Square that it sank.",
        "She found a job in the Lorn Gazette.",
        "Local radio was silent all night.",
        "The mayor could not be reached by the Lorn Gazette.",
        "It will let the Lorn Gazette print on Sundays.",
    ],
)
def test_what_outlets_are_given_or_told_to_do_is_no_credit(sentence):
    assert not credited(sentence)


def test_after_a_credit_an_outlet_behind_a_comma_is_another_clause():
    assert credited("According to Reuters, BBC staff had left.") == [(CreditKind.CITED, "Reuters")]
