from tests.factory import make_attribution, make_report, make_telling, span_of
from whence.compare.headlines import find_headline_gaps
from whence.compare.wording.units import Texts
from whence.model import (
    Anonymity,
    Extraction,
    Quotation,
    QuotationRole,
    SourceNaming,
    UnnamedType,
)


def gaps(report, extraction=None):
    return find_headline_gaps(
        (report,), (extraction or Extraction(report=report.id),), Texts((report,))
    )


def test_a_dropped_hedge_is_found_where_the_body_has_the_word_only_hedged():
    body = "Nine swans lie dead on the pond. It could be poison, the vet wrote."
    report = make_report(f"Poison killed swans\n{body}", headline="Poison killed swans")
    [gap] = gaps(report)
    assert "could" in gap.reason
    assert gap.body == span_of(report, "It could be poison, the vet wrote.")


def test_a_headline_that_keeps_the_hedge_or_asks_or_ascribes_says_no_more():
    body = "Nine swans lie dead on the pond. It could be poison, the vet wrote."
    for headline in ("Poison may have killed swans", "Poison in the pond?", "Vet says poison"):
        report = make_report(f"{headline}\n{body}", headline=headline)
        assert gaps(report) == (), headline


def test_a_word_that_the_body_also_states_firmly_is_no_gap():
    report = make_report(
        "Poison killed swans\nPoison was in the pond. More poison could be there, the vet wrote.",
        headline="Poison killed swans",
    )
    assert gaps(report) == ()


def test_a_larger_number_in_the_headline():
    report = make_report(
        "Storm sinks 19 boats\nThe storm sank 9 boats off Velm on Friday.",
        headline="Storm sinks 19 boats",
    )
    [gap] = gaps(report)
    assert "19" in gap.reason and "9" in gap.reason


def test_marks_in_the_headline_round_words_the_body_does_not_quote():
    report = make_report(
        "“Nobody will be paid” – mayor\nThe mayor said he hoped that all would be paid.",
        headline="“Nobody will be paid” – mayor",
    )
    words = span_of(report, "Nobody will be paid")
    quotation = Quotation(
        span=words, outer=span_of(report, "“Nobody will be paid”"), role=QuotationRole.SPEECH
    )
    [gap] = gaps(report, Extraction(report="r1", quotations=(quotation,)))
    assert "Nobody will be paid" in gap.reason


def test_marks_in_the_headline_round_words_the_body_quotes_are_no_gap():
    report, extraction, _ = make_telling(
        "“Nobody will be paid” – mayor\n“I fear nobody will be paid,” the mayor said.",
        headline="“Nobody will be paid” – mayor",
    )
    assert gaps(report, extraction) == ()


def test_a_claim_of_somebody_unnamed_is_no_fact_of_the_headline():
    report = make_report(
        "Mayor sold the ferry to his cousin\nThe mayor sold the ferry to his cousin, a man said.",
        headline="Mayor sold the ferry to his cousin",
    )
    content = make_attribution(
        report,
        content="The mayor sold the ferry to his cousin",
        source="a man",
        naming=SourceNaming(anonymity=Anonymity.UNNAMED, unnamed_type=UnnamedType.WITNESS),
    )
    [gap] = gaps(report, Extraction(report="r1", attributions=(content,)))
    assert "a man" in gap.reason


def test_reports_without_headline_or_body_have_no_gap():
    assert gaps(make_report("Poison killed swans")) == ()
    assert gaps(make_report("Poison killed swans", headline="Poison killed swans")) == ()
