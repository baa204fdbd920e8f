"""Which words of a sentence its negations reach."""

import pytest

from whence.lexicon.negation import Reach, find_reach, is_turned


def reach_of(sentence: str) -> dict[str, Reach]:
    words = sentence.replace(" ,", ",").replace(",", " ,").split()
    breaks = [sum(w != "," for w in words[:n]) for n, w in enumerate(words) if w == ","]
    kept = [word for word in words if word != ","]
    return dict(zip(kept, find_reach(kept, breaks), strict=True))


def test_the_subject_stands_before_the_negation_and_the_rest_under_it():
    found = reach_of("the wall did not break")
    assert found["wall"] is Reach.BEFORE
    assert found["break"] is Reach.UNDER


def test_a_relative_clause_is_negated_alone():
    found = reach_of("officials found 312 ballots that were never counted")
    assert found["ballots"] is Reach.NONE
    assert found["counted"] is Reach.UNDER


def test_a_clause_hangs_on_the_negation_before_it():
    assert reach_of("there was no sign that the bag was opened")["opened"] is Reach.UNDER


def test_two_negated_clauses_do_not_cancel_out():
    found = reach_of("no ransom was paid and none will follow")
    assert found["ransom"] is Reach.UNDER
    assert found["follow"] is Reach.UNDER


def test_two_negations_in_one_clause_do():
    assert reach_of("nobody was not hurt")["hurt"] is Reach.NONE


def test_what_is_joined_on_is_free_of_it():
    assert reach_of("no alert came, the house burned")["house"] is Reach.NONE


@pytest.mark.parametrize("words", ["nothing but rain", "no fewer than 60", "not only rain"])
def test_some_phrases_deny_nothing(words: str):
    assert set(find_reach(words.split())) == {Reach.NONE}


def test_without_reaches_what_follows_it_alone():
    found = reach_of("the box came without a seal")
    assert found["box"] is Reach.NONE
    assert found["seal"] is Reach.UNDER


@pytest.mark.parametrize("words", ["the well was free of lead", "they stopped for want of lead"])
def test_so_do_phrases_of_lack(words: str):
    found = reach_of(words)
    assert found[words.split()[1]] is Reach.NONE
    assert found["lead"] is Reach.UNDER


def test_a_refusal_turns_its_clause():
    assert reach_of("the mayor refused to resign")["resign"] is Reach.UNDER
    assert reach_of("she ruled out a closure")["closure"] is Reach.UNDER
    assert reach_of("she did not rule out a closure")["closure"] is Reach.NONE


def test_a_negation_and_a_privative_word_cancel_out():
    assert reach_of("the water was at no time unsafe")["water"] is Reach.NONE
    assert reach_of("the unsafe bridge was shut")["bridge"] is Reach.NONE
    assert reach_of("the unsafe bridge was not shut")["shut"] is Reach.UNDER
    assert reach_of("they found no unlawful killing")["killing"] is Reach.UNDER


def test_a_negation_cancels_the_one_that_it_hangs_on():
    found = reach_of("there was no water left that was not safe")
    assert found["water"] is Reach.NONE
    assert found["safe"] is Reach.NONE


def test_a_negation_of_one_thing_is_not_undone_by_what_is_said_of_it():
    found = reach_of("he did not meet the guard who did not run")
    assert found["meet"] is Reach.UNDER
    assert found["run"] is Reach.UNDER


def test_a_short_form_negates():
    assert reach_of("the wall didn't break")["break"] is Reach.UNDER


def test_no_words_have_no_reach():
    assert find_reach(()) == ()


def test_contents_are_turned_where_a_common_word_is_negated_in_one():
    assert is_turned([(1.0, Reach.BEFORE, Reach.NONE), (0.5, Reach.UNDER, Reach.NONE)])


def test_the_subject_decides_only_where_nothing_else_is_common():
    assert not is_turned([(1.0, Reach.BEFORE, Reach.NONE), (0.5, Reach.UNDER, Reach.UNDER)])
    assert is_turned([(1.0, Reach.BEFORE, Reach.NONE)])


def test_nothing_in_common_is_not_turned():
    assert not is_turned([])
