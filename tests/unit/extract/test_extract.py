from tests.factory import make_report
from whence.extract import extract, extract_attributions, pick_extractor
from whence.options import Options

OPTIONS = Options(extractor="rules")
TEXT = (
    "About 40 families left Orvane on Monday, Mayor Ann Lee told the Orvane Post.\n"
    "“Nobody warned us,” said Bo Marsh."
)


def test_attributions_alone_are_those_among_all_findings():
    report, extractor = make_report(TEXT), pick_extractor(OPTIONS)
    whole = extract(report, extractor=extractor, options=OPTIONS)
    alone = extract_attributions(report, extractor=extractor, options=OPTIONS)
    assert whole.attributions and whole.figures and whole.timexes and whole.quotations
    assert whole.mentions and whole.credits
    assert alone == whole.replace(mentions=(), events=(), credits=(), notices=())
