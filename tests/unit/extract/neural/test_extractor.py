"""The shipped model, on sentences of our own."""

import numpy as np
import pytest

from tests.factory import make_report
from whence.extract import in_turn
from whence.extract.blocks import find_blocks
from whence.extract.interface import Findings
from whence.extract.neural import NeuralExtractor
from whence.extract.neural import session as shipped
from whence.model import MentionKind, Span

NEWS = """Police in Orvane said on Monday that two men had been arrested.
“We are still looking for a third,” Inspector Mara Dell told the Orvane Post, adding that he ran.
The Tern reported that Ms Dell said the suspects had fled to the coast.
"I saw them," said Ivo Renn, a baker. "They ran past my shop."
According to documents obtained by The Tern, the mayor had been warned twice."""


@pytest.fixture(scope="module")
def extractor() -> NeuralExtractor:
    return NeuralExtractor(threads=2)


def find(extractor: NeuralExtractor, text: str) -> Findings:
    return extractor.find(text, find_blocks(make_report(text)))


def read(findings: Findings, text: str) -> list[tuple[str, str, str, int]]:
    return [
        (
            " ".join(span.of(text) for span in found.source),
            " ".join(span.of(text) for span in found.cue),
            " / ".join(span.of(text) for span in found.content),
            found.depth,
        )
        for found in findings.attributions
    ]


@pytest.mark.parametrize(
    "expected",
    [
        ("Inspector Mara Dell", "told", "“We are still looking for a third,”", 0),
        ("Inspector Mara Dell", "adding", "that he ran", 0),
        ("The Tern", "reported", "that Ms Dell said the suspects had fled to the coast", 0),
        ("Ms Dell", "said", "the suspects had fled to the coast", 1),
        ("Ivo Renn, a baker", "said", '"I saw them," / "They ran past my shop."', 0),
        ("documents obtained by The Tern", "According to", "the mayor had been warned twice", 0),
    ],
)
def test_who_said_what(extractor, expected):
    assert expected in read(find(extractor, NEWS), NEWS)


def test_people_and_bodies_are_named(extractor):
    text = "Angela Merkel met Emmanuel Macron in Paris, the Associated Press reported."
    found = {(m.span.of(text), m.kind) for m in find(extractor, text).mentions}
    assert ("Angela Merkel", MentionKind.PERSON) in found
    assert ("Paris", MentionKind.PLACE) in found
    assert any(kind is MentionKind.ORGANISATION for _, kind in found)


def test_a_pronoun_stands_for_someone_before_it(extractor):
    text = "Mara Dell resigned on Friday. She said the board had lied to her."
    found = find(extractor, text).antecedents
    assert found
    assert all(each.antecedent.start < each.pronoun.start for each in found)


def test_the_same_text_gives_the_same_findings(extractor):
    again = NeuralExtractor(threads=1)
    assert find(extractor, NEWS) == find(extractor, NEWS) == find(again, NEWS)


def test_texts_read_side_by_side_give_what_each_gives_alone(extractor):
    texts = [NEWS, NEWS[40:], NEWS[::-1], NEWS * 6, "", NEWS[90:]]
    made = []
    in_turn(lambda text: find(extractor, text), texts, made.append, at_once=extractor.at_once)
    assert extractor.at_once > 1
    assert made == [find(extractor, text) for text in texts]


def test_only_the_blocks_are_read(extractor):
    report = make_report(NEWS)
    blocks = find_blocks(report)[3:4]
    findings = extractor.find(NEWS, blocks)
    spans = [span for each in findings.attributions for span in (*each.source, *each.content)]
    assert spans
    assert all(blocks[0].covers(span) for span in spans)


def test_contents_of_one_attribution_stand_in_order_and_apart(extractor):
    for each in find(extractor, NEWS).attributions:
        ends = [place for span in each.content for place in span]
        assert ends == sorted(set(ends))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\n",
        "\x00\ufeff\u200b",
        '"' * 3000,
        "“" * 500 + "said" + "”" * 500,
        "ויאמר “לא” הוא said 🎈" * 20,
        "a" * 20_000,
        "said " * 800,
        "X: y\n" * 50,
    ],
    ids=range(9),
)
def test_odd_texts_are_read(extractor, text):
    findings = find(extractor, text)
    for found in findings.attributions:
        for start, end in (*found.source, *found.cue, *found.content):
            assert 0 <= start < end <= len(text)


def test_a_long_line_is_read_in_parts(extractor):
    line = "The board met again and spoke of the bridge for an hour without a vote. " * 600
    text = line + "Mara Dell said the bridge would close."
    assert ("Mara Dell", "said", "the bridge would close", 0) in read(find(extractor, text), text)


def test_the_shipped_files_are_small():
    folder = shipped.resources.files("whence.extract.neural") / shipped.FOLDER
    names = (shipped.MODEL, shipped.VOCABULARY, shipped.HEADS)
    assert sum(len((folder / name).read_bytes()) for name in names) < 30_000_000


class TestMeanings:
    def test_are_unit_vectors_alike_where_the_words_are(self, extractor):
        text = (
            "Mara Dell said the bridge would close in May.\nIvo Renn said that the bridge would"
            " close in May.\nOna Pell told the Tern that her dog ate two of the neighbour's hens."
        )
        found = find(extractor, text).attributions
        first, again, other = (
            np.frombuffer(each.meanings[0].vector, "<f2").astype(float) for each in found
        )
        for vector in (first, again, other):
            assert np.linalg.norm(vector) == pytest.approx(1, abs=0.01)
        assert first @ again > first @ other

    def test_weigh_each_piece_by_how_much_it_tells(self, extractor, monkeypatch):
        def vectors():
            return [m.vector for a in find(extractor, NEWS).attributions for m in a.meanings]

        weighed = vectors()
        even = extractor._encoder.heads | {"telling.weight": np.zeros((1, 384), np.float32)}
        monkeypatch.setattr(extractor._encoder, "heads", even)
        assert all(a != b for a, b in zip(weighed, vectors(), strict=True))

    def test_are_there_for_inner_attributions_and_lines_of_a_layout(self, extractor):
        talk = "\n".join(
            f"{name}: We were told of it by the council in the spring, and nobody came."
            for name in ("DELL", "RENN", "DELL", "RENN")
        )
        for text in (NEWS, talk):
            found = find(extractor, text).attributions
            assert found
            assert {len(m.vector) for each in found for m in each.meanings} == {2 * 384}
            assert all(each.meanings for each in found)

    def test_each_sentence_of_a_content_has_its_own(self, extractor):
        text = '"The bridge will close in May. Nobody has told the school," Mara Dell said.'
        (found,) = find(extractor, text).attributions
        assert [m.span.of(text).strip('"') for m in found.meanings] == [
            "The bridge will close in May. Nobody has told the school,",
            "The bridge will close in May.",
            "Nobody has told the school,",
        ]
        assert len({m.vector for m in found.meanings}) == 3

    def test_are_empty_without_the_matrix_for_them(self, extractor, monkeypatch):
        heads = {k: v for k, v in extractor._encoder.heads.items() if k != "meaning.weight"}
        monkeypatch.setattr(extractor._encoder, "heads", heads)
        assert {each.meanings for each in find(extractor, NEWS).attributions} == {()}


@pytest.mark.parametrize(
    "text",
    [
        "“When the wall fell, we knew it was wrong,” said Renn. “Many people tell us they ran.”",
        "“You know the harbour is safe,” Mara Dell said. “But people tell me it is not so.”",
        "“The mayor told us something is wrong,” said Ivo Renn. “He said the bridge will close.”",
    ],
)
def test_what_is_found_inside_a_quotation_leaves_its_own_cue_out(extractor, text):
    between = Span(text.index("”"), text.rindex("“"))
    inner = [found for found in find(extractor, text).attributions if found.depth]
    assert not any(span.overlaps(between) for found in inner for span in found.content)
