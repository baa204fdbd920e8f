import pytest

from tests.factory import span_of
from whence.extract.interface import Findings, RawAttribution
from whence.extract.mending import mend_findings
from whence.extract.quotations import find_quotations
from whence.model import Span, Spans

Told = tuple[str, str, str]


def blocks_of(text: str) -> Spans:
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append(Span(start, start + len(line.rstrip("\n"))))
        start += len(line)
    return tuple(found)


def raw(text: str, source: str, cue: str, *content: str, depth: int = 0) -> RawAttribution:
    return RawAttribution(
        source=(span_of(text, source),) if source else (),
        cue=(span_of(text, cue),) if cue else (),
        content=tuple(span_of(text, words) for words in content),
        depth=depth,
    )


def mended(text: str, *found: RawAttribution) -> list[Told]:
    """Source, cue and content in words, by place of the cue."""
    blocks = blocks_of(text)
    given = Findings(attributions=found)
    after = mend_findings(text, blocks, find_quotations(text, blocks), given)

    def words(spans: Spans) -> str:
        return " | ".join(span.of(text) for span in spans)

    return [(words(r.source), words(r.cue), words(r.content)) for r in after.attributions]


def test_a_content_ends_with_the_headline():
    text = "Mayor: bridge to open\n\nThe bridge opens in June, mayor Pia Holt said."
    found = raw(text, "Mayor", ":", text[len("Mayor: ") : text.index(", mayor")])
    assert mended(text, found) == [
        ("Mayor", ":", "bridge to open"),
        ("mayor Pia Holt", "said", "The bridge opens in June"),
    ]


def test_words_of_the_headline_are_none_of_the_body():
    text = "Bridge to open\n\nIt opens in June, Holt said."
    found = raw(text, "Holt", "said", "Bridge to open", "It opens in June")
    assert mended(text, found) == [("Holt", "said", "It opens in June")]


def test_a_quotation_goes_on_in_the_next_paragraph():
    text = "“We had the radio on,” she said. “There was a bang.\n\n“Then nothing.”"
    whole = text[text.index("There") :]
    found = raw(text, "she", "said", "We had the radio on,", whole)
    assert mended(text, found)[0][2].endswith("Then nothing.”")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Holt said the old bridge\nopens in June.", "the old bridge\nopens in June"),
        ("Holt wrote: “It opens.\n\nNobody will pay.”", "“It opens.\n\nNobody will pay.”"),
    ],
)
def test_a_broken_line_and_a_quotation_that_closes_later_stay_whole(text, content):
    found = raw(text, "Holt", text.split()[1].rstrip(":"), content)
    assert mended(text, found)[0][2] == content


@pytest.mark.parametrize(
    ("tail", "left"),
    [(",’ and he drove off,”", "Walk,"), ("’ and I walked,”", "Walk")],
)
def test_an_inner_quotation_ends_with_its_marks(tail, left):
    text = f"“The driver said, ‘Walk{tail} Ina Holm told the meeting."
    inner = text[text.index("Walk") : text.index("”")].rstrip(",")
    found = [
        raw(text, "Ina Holm", "told", text[1 : text.index("”")]),
        raw(text, "The driver", "said", inner, depth=1),
    ]
    assert ("The driver", "said", left + "’") in [
        (source, cue, content) for source, cue, content in mended(text, *found)
    ]


def test_a_quotation_does_not_run_into_its_source():
    text = "“Nobody will pay a cent”, transport minister Lutz Ehr said."
    found = raw(text, "Lutz Ehr", "said", "Nobody will pay a cent”, transport minister")
    assert mended(text, found) == [("Lutz Ehr", "said", "Nobody will pay a cent”")]


def test_a_plain_cue_that_was_passed_over_is_read():
    text = (
        "The yard has been offered to three bidders, a person close to the talks told the Herald."
    )
    found = raw(text, "", "has been offered", "The yard", "to three bidders")
    assert mended(text, found) == [
        ("a person close to the talks", "told", "The yard has been offered to three bidders")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The yard holds, according to these different motives.",
        "Having said that, there are divers who want the yard.",
        "Its view of the yard says something about the talks.",
        "The town had added the second week, known as Fair Week.",
    ],
)
def test_what_only_looks_like_a_plain_cue_is_not_read(text):
    assert mended(text) == []


def test_who_told_stands_before_the_outlet_that_said_so():
    text = "“It began in three places,” investigator Ola Prest told Norpress, Varden said."
    found = raw(text, "Varden", "said", "It began in three places,")
    assert [told[:2] for told in mended(text, found)] == [("investigator Ola Prest", "told")]


def test_nothing_is_read_again_where_every_cue_is_taken():
    text = "The dam held, Okal said."
    found = raw(text, "Okal", "said", "dam held")
    assert mended(text, found) == [("Okal", "said", "dam held")]


def test_a_cue_in_the_middle_has_its_source_behind_it():
    text = "Her sister Liis kept the books. The last film, says Kask, will be the first."
    found = raw(text, "sister Liis", "says", "The last film", "Kask, will be the first")
    assert mended(text, found) == [("Kask", "says", "The last film | will be the first")]


def test_a_second_cue_behind_a_quotation_has_a_content_of_its_own():
    text = "The rector said the vote was “a wound” and promised to meet the students."
    found = raw(text, "The rector", "said", text[text.index("the vote") : -1])
    assert mended(text, found) == [
        ("The rector", "said", "the vote was “a wound”"),
        ("The rector", "promised", "to meet the students"),
    ]


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Bridge to open in June – mayor", ("mayor", "–", "Bridge to open in June")),
        ("Bridge to open in June - Holt", ("Holt", "-", "Bridge to open in June")),
        ("‘Nobody will pay’ – Holt digs in", ("Holt", "–", "‘Nobody will pay’")),
        ("Holt: nobody will pay", ("Holt", ":", "nobody will pay")),
    ],
)
def test_who_speaks_in_a_headline(headline, told):
    text = f"{headline}\n\nDrivers cross for nothing, mayor Pia Holt said."
    found = raw(text, "mayor Pia Holt", "said", "Drivers cross for nothing")
    assert mended(text, found)[0] == told


@pytest.mark.parametrize(
    "headline",
    ["Storm over the bridge – update", "Bridge open again – Lorn", "Night on the bridge"],
)
def test_a_headline_without_a_speaker_ascribes_nothing(headline):
    text = f"{headline}\n\nDrivers cross for nothing, mayor Pia Holt said."
    found = raw(text, "mayor Pia Holt", "said", "Drivers cross for nothing")
    assert len(mended(text, found)) == 1


def test_a_label_in_a_headline_is_no_speaker():
    text = "Storm Edda: town holds\n\nThe wall held, mayor Pia Holt said."
    found = [
        raw(text, "Storm Edda", ":", "town holds"),
        raw(text, "mayor Pia Holt", "said", "The wall held"),
    ]
    assert [told[0] for told in mended(text, *found)] == ["mayor Pia Holt"]


@pytest.mark.parametrize(
    ("source", "content", "is_kept"),
    [
        ("BRELLIN", "Two men were held", False),
        ("Barges", "Two of the ferries burned", False),
        ("Barges", "“Two of the ferries burned”", True),
        ("Pia Holt", "Two of the ferries burned", True),
        ("Police", "Two men were held", True),
        ("Reuters", "Two men were held", True),
    ],
)
def test_a_matter_before_a_colon_is_no_speaker(source, content, is_kept):
    text = f"The wall held, all said.\n\n{source}: {content} at dawn."
    found = mended(text, raw(text, source, ":", content))
    assert any(told[0] == source for told in found) is is_kept


def test_who_speaks_again_before_a_colon_is_no_matter():
    text = "The wall held.\n\nHOLT: It was old.\n\nHOLT: It was new."
    found = [raw(text, "HOLT", ":", "It was old"), raw(text, "HOLT", ":", "It was new")]
    assert len(mended(text, *found)) == 2


def test_the_sentence_behind_according_to_is_another():
    text = "Nine have died, according to the health office. The union says 12."
    found = raw(text, "the health office", "according to", "Nine have died", "The union says 12")
    assert mended(text, found)[0] == ("the health office", "according to", "Nine have died")
