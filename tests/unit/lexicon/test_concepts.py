"""What a word of news is compared by."""

from whence.lexicon.concepts import concept, find_classes, unfold_phrases


def test_synonyms_are_one_concept():
    assert concept("scrapped") == concept("cancelled")


def test_a_word_without_synonyms_is_its_stem():
    assert find_classes("lighthouses") == ()
    assert concept("lighthouses") == concept("lighthouse")


def test_a_word_may_be_in_several_classes():
    assert len(find_classes("axe")) > 1


def test_a_verb_of_two_words_stands_for_one():
    words = unfold_phrases(("they", "called", "off", "the", "match"))
    assert words == ("they", "cancel", "", "the", "match")


def test_a_particle_belongs_to_one_verb():
    assert unfold_phrases(("called", "off", "off")) == ("cancel", "", "off")


def test_every_phrase_is_of_two_words():
    assert unfold_phrases(("gave", "way")) == ("collapse", "")
