"""Shared words between reports, outside quotations."""

from tests.factory import make_report, make_telling, span_of
from whence.derive.material import index_material
from whence.derive.stemma.passages import find_shared_texts, list_words
from whence.model import Comparison, Extraction, Resolution

STORM = (
    "The storm came in over the salt flats shortly after noon and took the roof off the old"
    " rope works before anyone on the quay had time to move the barges upstream."
)


def shared(*tellings):
    reports = tuple(telling[0] for telling in tellings)
    extractions = tuple(telling[1] for telling in tellings)
    material = index_material(reports, extractions, Resolution(), Comparison())
    return find_shared_texts(list_words(material))


def plain(text, id):
    report = make_report(text, id)
    return report, Extraction(report=id), {}


def test_a_shared_paragraph_is_one_passage_with_its_places():
    first = plain("Nobody was hurt. " + STORM, "r1")
    second = plain(STORM + " The barges are insured.", "r2")

    (found,) = shared(first, second)

    (passage,) = found.passages
    assert passage.a.of(first[0].text) == passage.b.of(second[0].text) == STORM.rstrip(".")
    assert found.words == found.longest == len(STORM.split())


def test_a_changed_word_parts_no_passage():
    other = STORM.replace("rope", "tar")

    (found,) = shared(plain(STORM, "r1"), plain(other, "r2"))

    assert len(found.passages) == 1
    assert found.words == len(STORM.split()) - 1


def test_attributed_quotations_prove_no_copying():
    quote = "“" + STORM + "” said the harbour master."
    first = make_telling("He stood on the wall. " + quote, "r1")
    second = make_telling(quote + " She had seen it all before.", "r2")

    assert shared(first, second) == ()


def test_reports_that_share_a_phrase_share_nothing():
    first = plain("The council did not answer questions on Tuesday about the rope works.", "r1")
    second = plain(
        "The ferry company did not answer questions on Tuesday either, it is said.", "r2"
    )

    assert shared(first, second) == ()


def test_a_repeated_paragraph_counts_once():
    first = plain(STORM, "r1")
    second = plain(STORM + "\n" + STORM, "r2")

    (found,) = shared(first, second)

    assert found.words == len(STORM.split())
    assert found.passages[0].b.start == span_of(second[0], STORM).start
