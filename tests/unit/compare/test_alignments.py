from tests.factory import make_telling, span_of
from tests.unit.compare.telling import Compared, compared
from whence.model import CuePolarity, CueType, Judgement

KEEPER = {"lamp": "Ada Fenn"}


def test_a_cue_in_the_middle_is_a_split():
    found = compared(
        ("Ada Fenn said: “The lamp went out at two and nobody noticed until dawn.”", KEEPER),
        ("“The lamp went out at two and nobody noticed until dawn,” said Fenn.", KEEPER),
    )
    assert found.names("The lamp went out", "r2") == [["identical"]]
    cut = make_telling("“The lamp went out at two,” said Fenn, “and nobody noticed until dawn.”")
    report, extraction, _ = cut
    one, other = extraction.attributions
    joined = one.replace(content=(*one.content, *other.content))
    whole = make_telling(
        "Ada Fenn said: “The lamp went out at two and nobody noticed until dawn.”", "r2"
    )
    pair = Compared((report, extraction.replace(attributions=(joined,)), {}), whole)
    assert pair.names("The lamp went out at two and", "r1") == [["split"]]


def test_words_run_over_a_gap_are_spliced_and_the_first_unit_is_not():
    found = compared(
        (
            "Fenn said: “The lamp went out at two. I was asleep upstairs. "
            "The boat struck the rock at three.”",
            {"lamp": "Ada Fenn"},
        ),
        (
            "“The lamp went out at two. The boat struck the rock at three,” said Fenn.",
            {"lamp": "Ada Fenn"},
        ),
    )
    assert found.names("The lamp went out", "r2") == [["identical"]]
    assert found.names("The boat struck", "r2") == [["spliced"]]


def test_a_wording_that_runs_two_sentences_together_is_cut_at_their_border():
    found = compared(
        ("“The lamp went out at two,” she said. “The boat struck at three.”", {"e": "Ada Fenn"}),
        ("“The lamp went out at two. The boat struck at three.”", {"lamp": "Ada Fenn"}),
        ("“The lamp went out at two ... the boat struck at three.”", {"lamp": "Ada Fenn"}),
    )
    assert (
        list(map(found.words, found.unit("The lamp").variants)) == ["The lamp went out at two"] * 2
    )
    assert found.words(found.unit("The boat").variants[1]) == "the boat struck at three"


def test_one_word_lifted_out_belongs_to_its_sentence_only_for_the_same_speaker():
    base = ("“It was a careless and shabby piece of work.”", {"shabby": "Ada Fenn"})
    same = compared(base, ("Fenn called it “shabby” on Friday.", {"shabby": "Ada Fenn"}))
    other = compared(base, ("Brod called it “shabby” on Friday.", {"shabby": "Nils Brod"}))
    assert same.names("careless", "r2") == [["trimmed"]]
    assert other.comparison.alignments == ()


def test_the_fullest_wording_is_the_base_though_few_print_it():
    short = ("“The lamp went out at two.”", KEEPER)
    found = compared(
        short, short, short, ("“The lamp went out at two, as it did in March.”", KEEPER)
    )
    unit = found.unit("as it did in March")
    assert unit.base.report == "r4"
    assert {v.variations[0].value for v in unit.variants} == {"trimmed"}


def test_an_editors_brackets_are_in_no_base():
    found = compared(
        ("“I saw him [the pilot] leave the rock before the storm.”", {"saw": "Ada Fenn"}),
        ("“I saw him leave the rock before the storm.”", {"saw": "Ada Fenn"}),
    )
    assert found.unit("I saw him").base.report == "r2"
    assert found.names("I saw him", "r1") == [["inserted"]]


def test_the_earliest_of_equal_wordings_is_the_base():
    telling = ("“The lamp went out at two.”", KEEPER)
    found = compared(telling, telling, dates=("2031-05-04", "2031-05-02"))
    assert found.unit("The lamp").base.report == "r2"


def test_the_same_words_of_another_speaker_are_reattributed():
    words = "“The lamp went out at two because the oil had been stolen.”"
    found = compared((words, {"lamp": "Ada Fenn"}), (words, {"lamp": "Nils Brod"}))
    assert found.names("The lamp", "r2") == [["reattributed", "identical"]]


def test_a_quotation_elsewhere_without_marks_is_a_paraphrase():
    found = compared(
        ("“The oil for the lamp was stolen by smugglers in April.”", {"oil": "Ada Fenn"}),
        (
            "Fenn said smugglers had stolen the oil of the lamp in April.",
            {"smugglers had stolen the oil of the lamp in April": "Ada Fenn"},
        ),
    )
    assert found.names("The oil for the lamp", "r2") == [["paraphrase"]]
    assert found.unit("The oil").is_quotation is False


def test_a_paraphrase_is_joined_for_no_other_speaker():
    found = compared(
        ("“The oil for the lamp was stolen by smugglers in April.”", {"oil": "Ada Fenn"}),
        (
            "Brod said smugglers had stolen the oil of the lamp in April.",
            {"smugglers had stolen the oil of the lamp in April": "Nils Brod"},
        ),
    )
    assert found.comparison.alignments == ()


def test_marks_round_a_telling_of_an_earlier_report_are_promoted():
    told = "she would close the lighthouse before winter came"
    found = compared(
        (f"Fenn said {told}.", {told: "Ada Fenn"}),
        (f"Fenn said: “{told[0].upper()}{told[1:]}.”", {"lighthouse": "Ada Fenn"}),
        dates=("2031-05-02", "2031-05-04"),
    )
    assert found.names(told, "r2") == [["quote_promoted"]]


def test_quoted_words_are_found_in_running_text():
    found = compared(
        ("“The oil for the lamp was stolen by smugglers in April.”", {"oil": "Ada Fenn"}),
        ("Trouble on the rock. The oil for the lamp was stolen by smugglers, it seems.", {}),
    )
    [echo] = found.unit("The oil").variants
    assert (echo.report, echo.attribution) == ("r2", "")
    assert found.words(echo) == "The oil for the lamp was stolen by smugglers"


def test_a_quotation_credited_to_an_outlet_that_lacks_it_is_named():
    words = "“The oil for the lamp was stolen by smugglers in April.”"
    found = Compared(
        make_telling(words, "r1", speakers={"oil": "Ada Fenn"}, outlet="Rock Herald"),
        make_telling("Rain fell on Velm all day.", "r2", outlet="Velm Courier"),
        make_telling(words, "r3", speakers={"oil": "Ada Fenn"}, via={"oil": "Courier"}),
        make_telling(words, "r4", speakers={"oil": "Ada Fenn"}, via={"oil": "Rock Herald"}),
    )
    assert found.names("The oil", "r3") == [["misquoted_source", "identical"]]
    assert found.names("The oil", "r4") == [["identical"]]


def test_a_join_that_rests_on_no_decided_speaker_is_unsure():
    told = "smugglers had stolen all the oil of the lamp in April"
    found = compared(
        (f"A man said {told}.", {told: "Ada Fenn"}),
        ("It is said smugglers stole the oil of the lamp in April.", {}),
    )
    assert found.comparison.alignments == ()
    report, extraction, names = make_telling(f"Some said {told}.", "r2", speakers={told: "x"})
    open_one = Compared(
        make_telling(f"A man said {told}.", "r1", speakers={told: "Ada Fenn"}),
        (report, extraction, {}),
    )
    assert open_one.unit(told).judgement is Judgement.UNSURE
    assert names


def test_units_of_one_attribution_share_a_passage():
    both = "“The lamp went out at two. The boat struck the rock at three.”"
    alone = "“The boat struck the rock at three.”"
    lamp = "“The lamp went out at two.”"
    found = compared(
        (both, {"lamp": "Ada Fenn"}), (alone, {"boat": "Ada Fenn"}), (lamp, {"lamp": "Ada Fenn"})
    )
    passages = {a.passage for a in found.comparison.alignments}
    assert len(found.comparison.alignments) == 2 and len(passages) == 1


def test_the_base_is_of_the_speaker_whom_most_reports_name():
    words = "“The lamp went out at two because the oil had been stolen.”"
    found = compared(
        (words, {"lamp": "Nils Brod"}), (words, {"lamp": "Ada Fenn"}), (words, {"lamp": "Ada Fenn"})
    )
    assert found.unit("The lamp").base.report == "r2"
    assert found.names("The lamp", "r1") == [["reattributed", "identical"]]
    assert found.names("The lamp", "r3") == [["identical"]]


def test_names_in_marks_inside_a_telling_are_no_quotation():
    told = "the pilot of the “Grey Widow” had been asleep"
    found = compared(
        (f"Fenn said {told}.", {told: "Ada Fenn"}),
        ("Fenn said of the “Grey Widow” that she was old.", {"of the “Grey Widow”": "Ada Fenn"}),
    )
    assert found.comparison.alignments == ()


def test_like_sentences_of_one_report_are_two_utterances():
    found = compared(
        (
            "“The lamp went out at two.” Rain fell. “The lamp will never go out at two again.”",
            {"The lamp went": "Ada Fenn", "The lamp will": "Ada Fenn"},
        ),
        ("“The lamp went out at two.”", {"lamp": "Ada Fenn"}),
    )
    assert [v.report for v in found.unit("The lamp went").variants] == ["r2"]


def test_words_whose_speaker_a_pronoun_names_are_not_reattributed():
    words = "“The lamp went out at two because the oil had been stolen.”"
    one = make_telling(words, speakers={"lamp": "Ada Fenn"})
    report, extraction, names = make_telling(
        f"{words} he said.", "r2", speakers={"lamp": "Nils Brod"}
    )
    [attribution] = extraction.attributions
    told = attribution.replace(source=(span_of(report, "he", nth=3),))
    pair = Compared(one, (report, extraction.replace(attributions=(told,)), names))
    assert pair.names("The lamp", "r2") == [["identical"]]


def test_a_quotation_that_a_wrong_attribution_holds_is_still_compared():
    words = "“The lamp went out at two because the oil had been stolen.”"
    one = make_telling(words, speakers={"lamp": "Ada Fenn"})
    report, extraction, names = make_telling(words, "r2")
    [attribution] = extraction.attributions
    other = attribution.replace(is_statement=False, cue_type=CueType.OTHER)
    pair = Compared(one, (report, extraction.replace(attributions=(other,)), names))
    assert pair.names("The lamp", "r2") == [["identical"]]
    refused = other.replace(cue_polarity=CuePolarity.REFUSED)
    pair = Compared(one, (report, extraction.replace(attributions=(refused,)), names))
    assert pair.comparison.alignments == ()


def test_two_sentences_of_one_report_that_share_words_are_two_units():
    pledge = "I am the keeper of the northern rock lamp, but I am also a sailor."
    memory = "The child who feared the dark is now the keeper of the northern rock lamp."
    found = compared(
        (f"“{pledge}” she said. “{memory}”", {"keeper": "Ada Fenn"}),
        ("“I am the keeper of the northern rock lamp,” she said.", {"keeper": "Ada Fenn"}),
        (f"“{memory}” she said.", {"keeper": "Ada Fenn"}),
    )
    assert found.names("also a sailor", "r2") == [["trimmed"]]
    assert found.names("feared the dark", "r3") == [["identical"]]


def test_a_fragment_by_another_name_of_the_speaker_belongs_to_its_sentence():
    found = compared(
        ("“The work of the southern crew was careless and shabby.”", {"shabby": "Ada Fenn"}),
        ("Fenn called it “careless and shabby” on Friday.", {"shabby": "Fenn"}),
    )
    assert found.names("southern crew", "r2") == [["trimmed"]]


def test_a_name_in_marks_is_no_wording():
    found = compared(
        ("“The boat Marla struck the rock at three.”", {"Marla": "Ada Fenn"}),
        ("Fenn said the boat “Marla” was old.", {"the boat “Marla” was old": "Ada Fenn"}),
    )
    assert found.comparison.alignments == ()


def test_two_fragments_of_one_sentence_belong_to_it_and_a_like_sentence_does_not():
    said = "The oil of the northern rock was stolen and the keeper knew of it for weeks."
    cut = "the oil was “stolen” and “the keeper knew of it”"
    found = compared(
        (f"“Oil. {said}”", {"northern": "Ada Fenn"}),
        (f"Fenn said {cut}.", {cut: "Ada Fenn"}),
    )
    assert found.names("northern rock", "r2") == [["trimmed"], ["trimmed"]]
    assert found.names("northern rock", "r1") == []
