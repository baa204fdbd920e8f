import pytest

from tests.factory import span_of
from whence.extract.interface import RawAttribution
from whence.extract.mending.addressees import cut_addressees


def told(text: str, cue: str, content: str) -> str:
    raw = RawAttribution(cue=(span_of(text, cue),), content=(span_of(text, content),))
    (mended,) = cut_addressees(text, [raw])
    return " / ".join(piece.of(text) for piece in mended.content)


@pytest.mark.parametrize(
    ("cue", "addressee", "rest"),
    [
        ("warned", "the crews ", "that the dam was full"),
        ("told", "reporters at the harbour ", "that she had resigned"),
        ("told", "members of the council ", "that she had resigned"),
        ("reminded", "him ", "how the last one broke"),
        ("told", "them ", "she would not stay"),
        ("told", "her ", "he would not stay"),
        ("assured", "Vey ", "that nobody was hurt"),
    ],
)
def test_the_person_told_is_no_part_of_the_words(cue, addressee, rest):
    text = f"Mara Okal {cue} {addressee}{rest}."
    assert told(text, cue, addressee + rest) == rest


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("told", "them to wait"),
        ("told", "the crews to wait until morning"),
        ("told", "her story to a neighbour"),
        ("told", "a story that nobody knew"),
        ("told", "her version of it so that they would stay"),
        ("told", "the crews the dam that broke was old"),
        ("told", "that the dam was full"),
        ("said", "the crews that wait are tired"),
    ],
)
def test_what_is_no_addressee_stays(cue, content):
    assert told(f"Mara Okal {cue} {content}.", cue, content) == content


def test_words_before_the_cue_stay():
    text = "The crews that wait are tired, Okal told the radio."
    assert told(text, "told", "The crews that wait are tired") == "The crews that wait are tired"
