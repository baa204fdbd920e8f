import pytest

from whence.extract.credits.told import find_told_names
from whence.model import Span


def told(text: str) -> frozenset[str]:
    return find_told_names(text, (Span(0, len(text)),))


@pytest.mark.parametrize(
    "text",
    [
        "“I saw the lamp go out,” the pilot told Corvane on Monday.",
        "The bridge stays shut, the mayor told Corvane.",
        "The mayor told Corvane that the bridge stays shut.",
        "Speaking to Corvane, the coach said he would stay.",
        "The fire was set, the daily Corvane reported.",
    ],
)
def test_a_plain_word_that_was_told_something_is_an_outlet(text):
    assert told(text) == {"Corvane"}


@pytest.mark.parametrize(
    "text",
    [
        "“You have my word,” he told Orr. Tessa Orr runs the ferry.",
        "“You have my word,” he told Orr. Mr Orr did not believe him.",
        "“You have my word,” he told Orr. “I do not,” Orr said.",
        "“Pay us,” he told Lorn. The army in Lorn was silent.",
        "Brekk told Parliament that the vote was off.",
        "He told Monday that it was late.",
        "She told Maria that it was late.",
        "She told Corvane’s mother that it was late.",
        "The mayor told reporters that it was late.",
    ],
)
def test_people_places_and_bodies_are_none(text):
    assert not told(text)
