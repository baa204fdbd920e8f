import pytest

from tests.factory import span_of
from whence.extract.interface import RawAttribution
from whence.extract.mending.tails import cut_tails


def source(words: str) -> str:
    text = f"{words} said the bridge will close."
    raw = RawAttribution(
        source=(span_of(text, words),),
        cue=(span_of(text, "said"),),
        content=(span_of(text, "the bridge will close"),),
    )
    (mended,) = cut_tails(text, [raw])
    return " / ".join(piece.of(text) for piece in mended.source)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Councillor Orr, in particular,", "Councillor Orr"),
        ("The board, for instance,", "The board"),
        ("A retired teacher with", "A retired teacher"),
        ("Harbour police on Monday", "Harbour police"),
        ("An arbitration panel in 2031", "An arbitration panel"),
        ("The prosecutors in April", "The prosecutors"),
        ("’ Okal", "Okal"),
        ("One harbour official --", "One harbour official"),
    ],
)
def test_what_only_stands_behind_a_source_is_cut(words, left):
    assert source(words) == left


@pytest.mark.parametrize(
    "words",
    [
        "Who",
        "Mara Okal, a harbour pilot,",
        "A Lorn Radio poll in May",
        "A report released on Monday",
        "Vey, who left the board in 2031",
        "The mayor of Friday",
        "Okal – a harbour pilot –",
    ],
)
def test_what_tells_which_source_is_meant_stays(words):
    assert source(words) == words
