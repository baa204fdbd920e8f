import pytest

from tests.factory import make_report, span_of
from tests.growth import is_linear
from whence.extract.blocks import find_blocks
from whence.extract.interface import RawAttribution
from whence.extract.mending.pointing import follow_pointers
from whence.extract.quotations import find_quotations
from whence.model import Span


def follow(text: str, *raws: tuple[str, str, str]) -> list[str]:
    """What each attribution says, given as source, cue and content in words."""
    report = make_report(text)
    blocks = find_blocks(report)
    found = [
        RawAttribution(
            source=(span_of(text, source),),
            cue=(span_of(text, cue),),
            content=(span_of(text, content),),
        )
        for source, cue, content in raws
    ]
    mended = follow_pointers(text, blocks, find_quotations(text, blocks), found)
    return [" ".join(piece.of(text) for piece in raw.content) for raw in mended]


@pytest.mark.parametrize(
    ("pointing", "content"),
    [
        ("So says a welder who told the Post of it.", "of it"),
        ("That is what a welder says in the Post.", "That is what"),
    ],
)
def test_what_a_sentence_points_back_at_is_what_is_said(pointing, content):
    text = f"It rained.\n\nThe lock was rusty. It had been so for a year. {pointing}"
    (said,) = follow(text, ("a welder", "says", content))
    assert said == "The lock was rusty. It had been so for a year."


def test_what_somebody_else_says_is_not_pointed_at():
    text = "Ada Vane said it rained. The lock was rusty. So says a welder of the yard."
    said = follow(text, ("Ada Vane", "said", "it rained"), ("a welder", "says", "of the yard"))
    assert said == ["it rained", "The lock was rusty."]


@pytest.mark.parametrize(
    ("ending", "content"),
    [
        ("It is lost, a welder says.", "It is lost"),
        ("That is what broke, a welder says.", "That is what broke"),
        ("That is what a welder says keeps him awake.", "keeps him awake"),
        ("So many say that a welder says little.", "little"),
    ],
)
def test_a_sentence_that_says_more_keeps_its_content(ending, content):
    text = f"The lock was rusty. {ending}"
    assert follow(text, ("a welder", "says", content)) == [content]


def test_nothing_is_pointed_at_across_paragraphs():
    text = "The lock was rusty.\n\nSo says a welder of the yard."
    assert follow(text, ("a welder", "says", "of the yard")) == ["of the yard"]


def test_many_pointers_take_linear_time():
    def point(count: int) -> None:
        once = "The lock was rusty. So says a welder.\n\n"
        blocks = find_blocks(make_report(once * count))
        cues = [once.index("says") + n * len(once) for n in range(count)]
        raws = [RawAttribution(cue=(Span(at, at + 4),), content=(Span(at, at + 4),)) for at in cues]
        follow_pointers(once * count, blocks, (), raws)

    assert is_linear(point, 200)
