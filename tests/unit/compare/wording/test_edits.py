from itertools import pairwise

import pytest

from tests.factory import span_of
from whence.compare.wording.edits import name_edits
from whence.compare.wording.proper_names import is_one_name
from whence.compare.wording.sides import Side
from whence.compare.wording.words import find_keyed_words
from whence.model import EditKind, Grade

BASE = (
    "We never promised that the ferry would run on Monday, and twelve boats may lie idle "
    "in the harbour until the owner pays"
)


def edited(base: str, variant: str):
    return name_edits(Side(find_keyed_words(base), base), Side(find_keyed_words(variant), variant))


def names(base: str, variant: str) -> list[str]:
    return [name.value for name in edited(base, variant).variations]


@pytest.mark.parametrize(
    ("variant", "expected"),
    [
        (BASE, []),
        (BASE.upper(), []),
        (BASE.replace("harbour", "harbor"), ["spelling"]),
        (BASE.replace("twelve", "12"), ["spelling"]),
        (BASE.removesuffix(" until the owner pays"), ["trimmed"]),
        (BASE.replace("never ", ""), ["meaning_changed"]),
        (BASE.replace("twelve", "twenty"), ["meaning_changed", "reworded"]),
        (BASE.replace("Monday", "Tuesday"), ["meaning_changed", "reworded"]),
        (BASE.replace("may lie", "lie"), ["meaning_changed"]),
        (BASE.replace("idle", "empty"), ["reworded"]),
        (BASE.replace("boats", "boats [of the line]"), ["inserted"]),
        (BASE.replace(" run on Monday, and twelve boats may lie", ""), ["spliced"]),
        (BASE.replace("would run on Monday, and", "... and"), ["trimmed"]),
        (BASE.replace("twelve boats may", "boats may"), ["trimmed"]),
    ],
)
def test_each_edit_has_its_name(variant, expected):
    assert names(BASE, variant) == expected


def test_what_a_lost_refusal_governed_is_a_change_of_meaning():
    base = "I will not say that the keeper sold the bell"
    assert names(base, "the keeper sold the bell") == ["meaning_changed", "trimmed"]
    reasons = [edit.reason for edit in edited(base, "the keeper sold the bell").edits]
    assert any("not" in reason for reason in reasons)


def test_a_refusal_that_the_reporter_keeps_before_the_marks_is_not_lost():
    base = "Do not take any money from the owner of the boat"
    full = Side(find_keyed_words(base), base)

    def fragment_of(text: str) -> list[str]:
        words = find_keyed_words(text)
        first, last = words.between(span_of(text, "any money from the owner of the boat"))
        edits = name_edits(full, Side(words.pick(range(first, last)), text))
        return [name.value for name in edits.variations]

    kept = "Fenn told them not to take “any money from the owner of the boat”."
    lost = "Fenn spoke to them of “any money from the owner of the boat”."
    assert fragment_of(kept) == ["trimmed"]
    assert fragment_of(lost) == ["meaning_changed", "trimmed"]


def test_a_cut_behind_a_clause_that_stands_alone_keeps_its_meaning():
    base = "That is not my affair, but the keeper sold the bell"
    assert names(base, "the keeper sold the bell") == ["trimmed"]


def test_a_clause_left_out_takes_its_negation_along_and_a_refusal_does_not():
    clause = "The boat sank, though nobody saw it go, at two in the morning"
    assert names(clause, "The boat sank ... at two in the morning") == ["trimmed"]
    refusal = "We will not under any circumstances pay for the boat"
    assert names(refusal, "We will ... pay for the boat") == ["meaning_changed", "trimmed"]


def test_tense_is_told_from_other_words():
    assert names("She has lived on the rock", "She had lived on the rock") == ["tense"]
    assert names("He walks the wall each day", "He walked the wall each day") == ["tense"]
    assert names("They like the wall", "They love the wall") == ["reworded"]


def test_hidden_oaths_are_censored():
    assert names("Get the fucking goats out", "Get the f***ing goats out") == ["censored"]
    assert names("Get the damn goats out", "Get the [expletive] goats out")[0] in (
        "censored",
        "inserted",
    )


def test_another_name_changes_the_meaning_and_another_spelling_does_not():
    base = "We trust Ludmila Brenk with the keys"
    assert names(base, "We trust Ludmilla Brenk with the keys") == ["spelling"]
    assert names(base, "We trust Ludmila Vost with the keys") == ["meaning_changed", "reworded"]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Mohammed", "Muhammad", True),
        ("Kyiv", "Kiev", True),
        ("Iran", "Iraq", False),
        ("Austria", "Australia", False),
        ("Slovakia", "Slovenia", False),
    ],
)
def test_names_are_one_by_their_consonants(a, b, same):
    assert is_one_name(a, b) is same


def test_marked_omissions_are_allowed_and_unmarked_ones_flagged():
    marked = edited(BASE, BASE.replace("would run on Monday, and", "... and"))
    bare = edited(BASE, BASE.replace(" run on Monday, and twelve boats may lie", ""))
    [allowed] = [edit for edit in marked.edits if edit.name]
    [flagged] = [edit for edit in bare.edits if edit.name]
    assert (allowed.grade, allowed.is_marked) == (Grade.ALLOWED, True)
    assert (flagged.grade, flagged.is_marked) == (Grade.FLAGGED, False)
    assert "Reuters" in flagged.rule and "AP" in flagged.rule


def test_edits_cover_both_wordings_in_order():
    variant = "We promised that the ferry runs on Tuesday ... until [he] pays"
    edits = edited(BASE, variant).edits
    for text, spans in (
        (BASE, [edit.base for edit in edits if edit.base]),
        (variant, [edit.variant for edit in edits if edit.variant]),
    ):
        assert spans == sorted(spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        told = "".join(span.of(text) for span in spans)
        assert [c for c in told if c.isalnum()] == [c for c in text if c.isalnum()]
    assert all(
        edit.base.of(BASE).lower() == edit.variant.of(variant).lower()
        for edit in edits
        if edit.kind is EditKind.EQUAL
    )
