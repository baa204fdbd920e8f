"""Sources, cues and contents by rule: what is found, and the traps that are not."""

import pytest

from tests.unit.extract.reading import Said, read, said
from whence.model import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mira Okal said the dam had held.", Said("Mira Okal", "said", "the dam had held")),
        (
            "Mira Okal, a retired engineer, said that the dam had held.",
            Said("Mira Okal, a retired engineer", "said", "that the dam had held"),
        ),
        ("The dam had held, Okal said.", Said("Okal", "said", "The dam had held")),
        (
            "“The dam held,” said Mira Okal, a retired engineer.",
            Said("Mira Okal, a retired engineer", "said", "The dam held,"),
        ),
        (
            "According to the ministry, the dam held.",
            Said("the ministry", "According to", "the dam held"),
        ),
        (
            "The dam held, according to two officials.",
            Said("two officials", "according to", "The dam held"),
        ),
        (
            "She told reporters on Monday that the dam had held.",
            Said("She", "told", "that the dam had held"),
        ),
        (
            "The minister promised to mend the dam.",
            Said("The minister", "promised", "to mend the dam"),
        ),
        (
            "Okal has repeatedly denied that the dam leaks.",
            Said("Okal", "has repeatedly denied", "that the dam leaks"),
        ),
        (
            "An official who was not authorised to speak said the dam had cracks.",
            Said("An official who was not authorised to speak", "said", "the dam had cracks"),
        ),
        (
            "Okal said after the storm broke that the dam had held.",
            Said("Okal", "said", "that the dam had held"),
        ),
        (
            "The dam held, the agency announced Saturday night.",
            Said("the agency", "announced", "The dam held"),
        ),
        ("Minister: no deal on dam", Said("Minister", ":", "no deal on dam")),
        ("No deal on dam, says minister", Said("minister", "says", "No deal on dam")),
        (
            "Okal was quoted as saying that the dam had held.",
            Said("Okal", "was quoted as saying", "that the dam had held"),
        ),
    ],
)
def test_finds_source_cue_and_content(text, expected):
    assert said(text) == [expected]


def test_a_cue_inside_a_quotation_joins_its_two_parts():
    assert said("“The dam,” Okal said, “held all night.”") == [
        Said("Okal", "said", "The dam, held all night.")
    ]


def test_two_cues_of_one_speaker_make_two_attributions():
    found = said("Okal said the dam had held and added that nobody was hurt.")
    assert [(a.source, a.cue, a.content) for a in found] == [
        ("Okal", "said", "the dam had held"),
        ("Okal", "added", "that nobody was hurt"),
    ]


def test_what_follows_in_the_paragraph_belongs_to_the_same_speaker():
    (found,) = said("“The dam held,” Okal said. “We slept well.”")
    assert found.content == "The dam held, We slept well."


def test_a_quotation_over_paragraphs_goes_to_the_cue_at_its_end():
    found = said("“The dam held.\n“We slept well,” Okal said.")
    assert found == [Said("Okal", "said", "The dam held. We slept well,")]


def test_a_transcript_gives_each_line_to_its_label():
    found = said("OKAL: The dam held.\nVREEL: It did not.\nOKAL: It did.")
    assert [(a.source, a.content) for a in found] == [
        ("OKAL", "The dam held."),
        ("VREEL", "It did not."),
        ("OKAL", "It did."),
    ]


def test_a_signed_quotation_belongs_to_its_signature():
    assert said("“The dam held all night.” — Mira Okal") == [
        Said("Mira Okal", "—", "The dam held all night.")
    ]


def test_nested_attributions_are_found_to_depth_three():
    _, found = read("The Gazette reported that Okal said her brother had written the dam held.")
    told = [a for a in found if a.is_statement]
    assert len(told) == 2, [a.content for a in found]
    assert told[-1].nested_in == told[0].id


@pytest.mark.parametrize(
    "text",
    [
        "The letter seen by the crew was wet.",
        "He called for help and ran.",
        "The mayor ordered pizza.",
        "Divers found a boot in the river.",
        "The station plans were lost.",
        "Does the council know how much was lost?",
        "The film “Tin River” opens on Friday.",
        "Photo: the dam at Lorn",
        "",
        "\x00\x00",
        "🌊🌊🌊",
        "السد صمد طوال الليل",
    ],
)
def test_finds_no_statement_in_deeds_titles_and_odd_text(text):
    _, found = read(text)
    assert [a for a in found if a.is_statement] == []


def test_same_text_gives_the_same_findings():
    text = "“The dam held,” Okal said. According to Vreel, it leaks. Nobody believes him."
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "unit",
    [
        "“A b” ", '" ', "“a ", "'a ", "«a ", "he said, ", "a, ", "“‘", "man who said ",
        "X told the Gazette ",
        "Reuters, citing officials, said ", "A and ", "according to ", "a",
        "“One two three four.”\n", "“One two three four.\n", "ANNA: hello there\n",
    ],
)  # fmt: skip
def test_work_grows_with_the_length_of_the_text(unit, steps):
    small = steps(lambda: read(unit * (1_000 // len(unit))))
    large = steps(lambda: read(unit * (4_000 // len(unit))))
    assert large < 6 * small + 10_000


def test_every_span_is_true():
    text = "‘The dam held,’ said Okal. “It\nleaks! Vreel: ‘no’ — he told the BBC, citing «two men»."
    _, found = read(text)
    for attribution in found:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert Span(0, len(text)).covers(span)
            assert span.of(text).strip()
