import pytest

from tests.factory import span_of
from whence.extract.interface import RawAttribution
from whence.extract.mending.subjects import add_subjects
from whence.extract.quotations import find_quotations
from whence.model import Span


def source(text: str, cue: str, content: str) -> str:
    blocks = (Span(0, len(text)),)
    raw = RawAttribution(cue=(span_of(text, cue),), content=(span_of(text, content),))
    (mended,) = add_subjects(text, blocks, find_quotations(text, blocks), [raw])
    return " / ".join(piece.of(text) for piece in mended.source)


@pytest.mark.parametrize(
    ("text", "cue", "content", "who"),
    [
        ("Orvane and Lorn support the plan.", "support", "the plan", "Orvane and Lorn"),
        ("On Monday the crews declared a strike.", "declared", "a strike", "the crews"),
        ("Mara Okal has promised to stay.", "has promised", "to stay", "Mara Okal"),
        ("The ferries, which nobody wants to pay for, sail.", "wants", "to pay for", "nobody"),
    ],
)
def test_a_plain_subject_is_the_source(text, cue, content, who):
    assert source(text, cue, content) == who


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The plan was called a disgrace.", "was called", "a disgrace"),
        ("The crews weigh broader questions about the dam.", "questions about", "the dam"),
        ("He allegedly wants to leave.", "allegedly wants", "to leave"),
        ("It suggests a leak.", "suggests", "a leak"),
        ("The dam seems to hold.", "seems", "to hold"),
        ("There were calls to close the dam.", "calls", "to close the dam"),
        ("The dam holds, this week showed.", "showed", "The dam holds"),
    ],
)
def test_nobody_is_made_up(text, cue, content):
    assert source(text, cue, content) == ""


def test_a_source_that_was_found_stays():
    text = "Orvane and Lorn support the plan."
    raw = RawAttribution(
        source=(span_of(text, "Lorn"),),
        cue=(span_of(text, "support"),),
        content=(span_of(text, "the plan"),),
    )
    assert add_subjects(text, (Span(0, len(text)),), (), [raw]) == [raw]
