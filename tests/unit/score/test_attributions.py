from pytest import approx

from whence.score import Attribution, GoldText, SystemText, score_attributions

TEXT = 'Ann said the mill burned.\n\n"We ran," Bob told her. "We hid."'


def pieces(*words):
    return tuple((TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


ANN = Attribution(source=pieces("Ann"), cue=pieces("said"), content=pieces("the mill burned."))
BOB = Attribution(
    source=pieces("Bob"), cue=pieces("told her"), content=pieces('"We ran,"', '"We hid."')
)
GOLD = (GoldText(id="t", text=TEXT, attributions=(ANN, BOB)),)


def table(*attributions):
    return score_attributions(GOLD, (SystemText(id="t", attributions=attributions),)).table()


def test_gold_against_itself_is_perfect():
    assert {row["F1"] for row in table(ANN, BOB).values() if row["gold"]} == {100}


def test_nothing_found_scores_nothing():
    score = score_attributions(GOLD, ())
    assert score.missing == 1
    assert {row["F1"] for row in score.table().values()} == {0}


def test_a_content_cut_short_is_soft_but_not_exact():
    short = Attribution(source=ANN.source, cue=ANN.cue, content=pieces("the mill"))
    rows = table(short, BOB)
    assert rows["full exact"]["F1"] == 50
    assert rows["soft"]["F1"] == 100
    assert rows["span content"]["R"] == approx(200 / 3)
    assert rows["token content"]["P"] == 100


def test_a_wrong_source_is_no_soft_match():
    wrong = Attribution(source=pieces("Bob"), cue=ANN.cue, content=ANN.content)
    assert table(wrong, BOB)["soft"]["R"] == 50


def test_content_in_marks_is_direct_and_judged_apart():
    rows = table(BOB)
    assert (rows["soft direct"]["gold"], rows["soft direct"]["F1"]) == (1, 100)
    assert (rows["soft indirect"]["gold"], rows["soft indirect"]["R"]) == (1, 0)


def test_without_cue_or_content_nothing_counts():
    bare = Attribution(source=ANN.source, cue=(), content=ANN.content)
    assert table(bare)["soft"]["system"] == 0


def test_a_repeated_attribution_is_a_false_alarm():
    rows = table(ANN, ANN, BOB)
    assert rows["full exact"]["P"] == approx(200 / 3)
    assert rows["soft"]["P"] == approx(200 / 3)


def test_punctuation_does_not_spoil_an_exact_match():
    bare = Attribution(source=ANN.source, cue=ANN.cue, content=pieces("the mill burned"))
    assert table(bare, BOB)["full exact"]["F1"] == 100


def test_only_cues_of_speech_count_as_speech():
    text = "Ann hopes the mill burned."
    hope = Attribution(source=((0, 3),), cue=((4, 9),), content=((10, 25),))
    gold = (GoldText(id="t", text=text, attributions=(hope,)),)
    rows = score_attributions(gold, (SystemText(id="t", attributions=(hope,)),)).table()
    assert rows["soft"]["gold"] == 1
    assert rows["speech soft"]["gold"] == 0
