import pytest

from whence.model import Span
from whence.text import find_sentences


def sentences(text: str) -> list[str]:
    return [s.of(text) for s in find_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One stood. Two fell.", ["One stood.", "Two fell."]),
        ("Dr. Orla Finn left.", ["Dr. Orla Finn left."]),
        ("He met J. K. Marsh there.", ["He met J. K. Marsh there."]),
        ("It rose 3.5 per cent. Then it fell.", ["It rose 3.5 per cent.", "Then it fell."]),
        ("The U.S. Army came. It went.", ["The U.S. Army came.", "It went."]),
        ("It shut at 5 p.m. Nobody came.", ["It shut at 5 p.m.", "Nobody came."]),
        ("“We pay.” She left.", ["“We pay.”", "She left."]),
        ("He said: “It held. We pay.”", ["He said: “It held.", "We pay.”"]),
        ("“Why?” she asked.", ["“Why?” she asked."]),
        ("First\n\nSecond", ["First", "Second"]),
        ("one line\nstill the same", ["one line\nstill the same"]),
        ("It held ... and went on.", ["It held ... and went on."]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_cuts_where_a_reader_would(text, expected):
    assert sentences(text) == expected


def test_keeps_to_its_block():
    text = "Before. Inside it. After."
    block = Span(text.index("Inside"), text.index(" After"))
    assert [s.of(text) for s in find_sentences(text, block)] == ["Inside it."]


def test_marks_alone_make_no_trouble():
    text = '."?!' * 5_000
    assert len(find_sentences(text, Span(0, len(text)))) <= 5_000
