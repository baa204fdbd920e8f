from tests.factory import make_report, span_of
from tests.growth import is_linear
from whence.extract.blocks import find_blocks
from whence.extract.interface import RawAttribution
from whence.extract.mending.paragraphs import carry_over
from whence.extract.quotations import find_quotations
from whence.model import Quotation, QuotationRole, Span

TEXT = """“I heard them in the dark. You keep that sound.

“By noon it was still.

“They would all be here,” he said.

“That is not so,” Ada Vane said."""


def told(*raws: RawAttribution) -> list[list[str]]:
    report = make_report(TEXT)
    quotations = find_quotations(TEXT, find_blocks(report))
    found = carry_over(quotations, list(raws))
    return [[piece.of(TEXT).strip("“”,") for piece in raw.content] for raw in found]


def said(words: str, cue: str) -> RawAttribution:
    return RawAttribution(cue=(span_of(TEXT, cue),), content=(span_of(TEXT, words),))


def test_who_says_the_last_paragraph_says_those_before_it():
    assert told(said("They would all be here", "he said")) == [
        [
            "I heard them in the dark. You keep that sound.",
            "By noon it was still.",
            "They would all be here",
        ]
    ]


def test_what_another_attribution_holds_is_left_to_it():
    inner = RawAttribution(content=(span_of(TEXT, "By noon it was still."),))
    found = told(said("They would all be here", "he said"), inner)
    assert found[0] == ["I heard them in the dark. You keep that sound.", "They would all be here"]
    assert found[1] == ["By noon it was still."]


def test_two_speakers_within_one_quotation_leave_it_open():
    first = said("I heard them in the dark.", "Ada Vane said")
    assert told(first, said("They would all be here", "he said"))[0] == [
        "I heard them in the dark."
    ]


def test_a_quotation_of_one_paragraph_stays():
    assert told(said("That is not so", "Ada Vane said")) == [["That is not so"]]


def test_many_quotations_take_linear_time():
    def carry(count: int) -> None:
        spans = [Span(10 * n, 10 * n + 8) for n in range(2 * count)]
        quotations = tuple(
            Quotation(span=span, outer=span, role=QuotationRole.SPEECH, continues=n % 2 == 1)
            for n, span in enumerate(spans)
        )
        carry_over(
            quotations, [RawAttribution(cue=(span,), content=(span,)) for span in spans[1::2]]
        )

    assert is_linear(carry, 100)
