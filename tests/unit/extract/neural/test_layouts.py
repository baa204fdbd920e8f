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


def test_what_runs_into_the_second_line_gives_way_to_the_first():
    text = TALK.replace("VEY", '"VEY')
    runs_on = RawAttribution(
        source=(span_of(text, "Below"),),
        cue=(span_of(text, "said"),),
        content=(Span(text.index("DELL"), text.index('"VEY') + 1),),
    )
    assert [who for who, _, _ in told(text, runs_on)] == ["DELL", "VEY", "DELL"]


def contents(text: str) -> list[list[str]]:
    return [
        [piece.of(text) for piece in each.content] for each in add_layouts(text, blocks(text), [])
    ]


def test_a_turn_goes_on_in_the_paragraphs_that_open_with_a_mark_as_it_does():
    text = """"DELL: The harbour opens in spring.
"The county has the money.
"(They talk at once.)
"VEY: Who pays?
"DELL: The county.
"A recording was sent to the paper."""
    assert contents(text)[0] == [
        "The harbour opens in spring.",
        '"The county has the money.',
    ]
    assert contents(text)[2] == ["The county."]


def test_a_turn_goes_on_where_somebody_speaks_of_himself():
    text = """DELL: The harbour opens in spring.
There is money, and I have seen the accounts.
(Laughter.)
VEY: Who pays?
The hall was cold that evening.
DELL: The county."""
    assert contents(text) == [
        ["The harbour opens in spring.", "There is money, and I have seen the accounts."],
        ["Who pays?"],
        ["The county."],
    ]


def test_listed_quotations_may_open_with_a_closing_mark_and_end_with_a_stop_or_a_role():
    text = """”I have never seen a sea like this one.” — Mara Dell.
“The roof went first and then the wall.” — Oskar Vey, harbour master
“We shall build it again, that is all.” — Tirn Abbot Jr."""
    assert [source for source, _, _ in told(text)] == [
        "Mara Dell",
        "Oskar Vey, harbour master",
        "Tirn Abbot Jr.",
    ]


def test_a_colon_or_two_make_no_transcript():
    text = "WARNING: The bridge is closed.\nThe mayor spoke.\nUPDATE: It is open."
    assert told(text) == []


def test_a_list_of_facts_is_no_transcript():
    text = "Place: Orvane harbour\nTime: seven in the evening\nPrice: four crowns each"
    assert told(text) == []
