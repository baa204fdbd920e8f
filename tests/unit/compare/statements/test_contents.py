"""Paraphrases with few words in common, joined by what they mean."""

from tests.factory import make_meaning
from tests.unit.compare.telling import compared

FERRY = "the ferry to Ull will not sail before the tide has turned"
BOAT = "no boat leaves for the island while the tide runs"
NEAR, FAR = make_meaning(0), make_meaning(45)


def told(first, second, *, who="Ada Fenn", other="Ada Fenn", near=NEAR):
    return compared(
        (f"Fenn said {first}.", {first: who}),
        (f"It was said {second}.", {second: other}),
        meanings={first: NEAR, second: near},
    )


def test_one_speaker_is_taken_to_say_one_thing_where_the_meanings_come_near():
    found = told(FERRY, BOAT)

    [statement] = found.comparison.statements
    assert [member.report for member in statement.members] == ["r1", "r2"]


def test_the_reason_names_the_nearness_and_the_common_words():
    [alignment] = told(FERRY, BOAT).comparison.alignments

    reasons = [one.reason for one in alignment.evidence if one.kind == "shared-matter"]
    assert reasons == [
        "told in other words by the same speaker; the least alike: alike in meaning (1.00);"
        " shared: boat/ferry, tide"
    ]


def test_without_vectors_words_alone_decide():
    assert len(told(FERRY, BOAT, near=b"").comparison.statements) == 2


def test_other_speakers_are_not_joined_by_meaning():
    assert len(told(FERRY, BOAT, other="Nils Brod").comparison.statements) == 2


def test_a_negation_keeps_them_apart():
    assert len(told(FERRY, "boats leave for the island with the tide").comparison.statements) == 2


def test_numbers_that_differ_keep_them_apart():
    one, other = "the tide took 14 boats from the quay", "the tide has carried 40 hulls away"

    assert len(told(one, other).comparison.statements) == 2
    assert len(told(one, other.replace("40", "14")).comparison.statements) == 1


def test_no_word_of_matter_in_common_is_no_ground():
    assert len(told(FERRY, "nothing goes to the island today").comparison.statements) == 2
