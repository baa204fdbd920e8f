from tests.factory import span_of
from whence.extract.interface import RawAttribution
from whence.extract.neural.layouts import add_layouts
from whence.model import Span, Spans

TALK = """Below is what was said in Orvane on Monday.
DELL: The harbour will be open again by spring.
VEY: Who pays for it, and the surveyor said when?
DELL: The county pays for all of it.
They shook hands."""
LIST = """What they said of the storm
“I have never seen a sea like this one.” — Mara Dell
“The roof went first and then the wall.” — Oskar Vey
“We shall build it again, that is all.” — Tirn Abbot"""


def blocks(text: str) -> Spans:
    found, place = [], 0
    for line in text.split("\n"):
        found.append(Span(place, place + len(line)))
        place += len(line) + 1
    return tuple(found)


def told(text: str, *found: RawAttribution) -> list[tuple[str, str, int]]:
    made = add_layouts(text, blocks(text), list(found))
    return [
        (each.source[0].of(text) if each.source else "", each.content[0].of(text), each.depth)
        for each in made
    ]


def test_each_line_of_a_transcript_is_said_by_its_speaker():
    assert told(TALK) == [
        ("DELL", "The harbour will be open again by spring.", 0),
        ("VEY", "Who pays for it, and the surveyor said when?", 0),
        ("DELL", "The county pays for all of it.", 0),
    ]


def test_what_is_found_inside_a_line_lies_inside_it():
    inner = RawAttribution(
        source=(span_of(TALK, "the surveyor"),),
        cue=(span_of(TALK, "said", nth=2),),
        content=(span_of(TALK, "when"),),
    )
    assert ("the surveyor", "when", 1) in told(TALK, inner)


def test_the_name_after_the_dash_said_it():
    assert told(LIST)[1] == ("Oskar Vey", "“The roof went first and then the wall.”", 0)
    assert len(told(LIST)) == 3


def test_a_colon_or_two_make_no_transcript():
    text = "WARNING: The bridge is closed.\nThe mayor spoke.\nUPDATE: It is open."
    assert told(text) == []


def test_a_list_of_facts_is_no_transcript():
    text = "Place: Orvane harbour\nTime: seven in the evening\nPrice: four crowns each"
    assert told(text) == []
