"""Quotations in every style, what they are for, and odd marks."""

import pytest

from whence.extract.quotations import find_quotations, with_marks, without_marks
from whence.model import QuotationRole, Span


def quoted(text: str) -> list[str]:
    return [q.span.of(text) for q in find(text)]


def find(text: str):
    blocks, position = [], 0
    for line in text.split("\n"):
        blocks.append(Span(position, position + len(line)))
        position += len(line) + 1
    return find_quotations(text, tuple(blocks))


@pytest.mark.parametrize(
    "text",
    [
        '"The dam held," she said.',
        "“The dam held,” she said.",
        "«The dam held,» she said.",
        "« The dam held, » she said.",
        "«\u00a0The dam held,\u00a0» she said.",
        "»The dam held,« she said.",
        "„The dam held,“ she said.",
        "„The dam held,” she said.",
        "”The dam held,” she said.",
        "‘The dam held,’ she said.",
        "'The dam held,' she said.",
        "''The dam held,'' she said.",
        "``The dam held,'' she said.",
        "「The dam held,」 she said.",
    ],
)
def test_finds_the_words_between_marks_of_every_style(text):
    assert quoted(text) == ["The dam held,"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        (
            "'They didn't know it was the workers' fault,' he said.",
            "They didn't know it was the workers' fault,",
        ),
        ("‘It’s the workers’ fault,’ he said.", "It’s the workers’ fault,"),
        ("‘I don’t think the girls’ coats were dry.’", "I don’t think the girls’ coats were dry."),
        ("She called it ‘a mess’ and left.", "a mess"),
    ],
)
def test_tells_apostrophes_from_single_marks(text, inside):
    assert quoted(text) == [inside]


@pytest.mark.parametrize(
    "text",
    [
        "The teachers' union met the drivers' union.",
        "Back in the '90s the farmers' market was 6' wide.",
        'The board was 6\'2" high and 5" thick.',
        "Rock 'n' roll ain't dead, y'all.",
        "",
        "   ",
        '"',
        "“",
        "”””",
        "\x00",
    ],
)
def test_finds_nothing_where_nothing_is_quoted(text):
    assert quoted(text) == []


def test_inner_quotations_follow_the_one_they_stand_in():
    text = "“He told me ‘the dam held’ and left,” she said."
    found = find(text)
    assert [(q.span.of(text), q.depth) for q in found] == [
        ("He told me ‘the dam held’ and left,", 0),
        ("the dam held", 1),
    ]


def test_a_reopened_mark_continues_the_quotation_of_the_paragraph_before():
    text = "“The dam held.\n“Then it broke,” she said."
    first, second = find(text)
    assert (first.continues, first.is_balanced) == (False, True)
    assert second.continues
    assert second.span.of(text) == "Then it broke,"


def test_single_marks_are_taken_up_by_the_next_paragraph_too():
    text = "Okal said: 'It was two years' work.\n'We rested.'\nShe ate 'Tin soup.\n'No,' he said."
    found = find(text)
    assert [held.span.of(text) for held in found] == [
        "It was two years' work.",
        "We rested.",
        "No,",
    ]
    assert [held.continues for held in found] == [False, True, False]


def test_a_quotation_never_closed_ends_with_its_paragraph_and_says_so():
    text = "She said: “The dam held.\nNobody was hurt."
    (found,) = find(text)
    assert found.span.of(text) == "The dam held."
    assert not found.is_balanced


def test_ellipses_and_brackets_stay_inside():
    text = '"The dam … [in Lorn] held ... and [then] broke," she said.'
    assert quoted(text) == ["The dam … [in Lorn] held ... and [then] broke,"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“The dam held,” she said.", QuotationRole.SPEECH),
        ("She said the dam was “a disgrace”.", QuotationRole.SPEECH),
        ("The so-called “expert” left town.", QuotationRole.SCARE),
        ("Its “office” is a shed behind the mill.", QuotationRole.SCARE),
        ("They sang the song “River of Tin” all night.", QuotationRole.TITLE),
        ("She wrote the novel “The Tin River”.", QuotationRole.TITLE),
        ("Tomas “Tiny” Vreel won the race.", QuotationRole.NICKNAME),
        ("Vreel, nicknamed “Tiny”, won the race.", QuotationRole.NICKNAME),
        ("The word “leak” stands nowhere in the log.", QuotationRole.TERM),
    ],
)
def test_tells_what_the_marks_are_for(text, role):
    assert [q.role for q in find(text)] == [role]


def test_marks_are_put_back_and_taken_off():
    text = "“The dam held,” she said, “and then it broke.”"
    found = find(text)
    bare = tuple(q.span for q in found)
    marked = with_marks(bare, found)
    assert [span.of(text) for span in marked] == ["“The dam held,”", "“and then it broke.”"]
    assert without_marks(marked, found) == bare


def test_every_span_is_true_and_inside_its_marks():
    text = "“a «b» 'c d' ” „e“ \" f \" ‘g h’ `` i '' » j «"
    for found in find(text):
        assert found.outer.covers(found.span)
        assert found.span.of(text).strip() == found.span.of(text) != ""
