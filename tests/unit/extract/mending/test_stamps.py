import pytest

from tests.factory import span_of
from tests.growth import is_linear
from whence.extract.interface import RawAttribution
from whence.extract.mending.stamps import cut_stamps
from whence.model import Span


def content(text: str) -> str:
    raw = RawAttribution(cue=(span_of(text, "said"),), content=(Span(0, text.index(", said")),))
    (mended,) = cut_stamps(text, (Span(0, len(text)),), [raw])
    return mended.content[0].of(text)


@pytest.mark.parametrize("stamp", ["11.55 ", "9:05 – ", "11.55 am: ", "23:10 GMT "])
def test_the_time_of_an_entry_is_no_part_of_what_is_said(stamp):
    assert content(f"{stamp}Two trains stand at Orle, said the railway.") == (
        "Two trains stand at Orle"
    )


@pytest.mark.parametrize("words", ["12 trains stand at Orle", "11.55 per cent more trains", "3.15"])
def test_other_numbers_stay(words):
    assert content(f"{words}, said the railway.") == words


def test_a_source_behind_the_time_is_cut_too():
    text = "08.45 Mara Okal said the dam held."
    raw = RawAttribution(
        source=(span_of(text, "08.45 Mara Okal"),),
        cue=(span_of(text, "said"),),
        content=(span_of(text, "the dam held"),),
    )
    (mended,) = cut_stamps(text, (Span(0, len(text)),), [raw])
    assert mended.source[0].of(text) == "Mara Okal"


def test_many_spaces_take_linear_time():
    def cut(count: int) -> None:
        text = "11.55" + " " * count + "x"
        cut_stamps(text, (Span(0, len(text)),), [])

    assert is_linear(cut, 2_000)
