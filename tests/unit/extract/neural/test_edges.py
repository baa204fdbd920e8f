import pytest

from whence.extract.neural.edges import mend_edges
from whence.extract.neural.encoding import encode
from whence.extract.neural.layout import CONTENT, CUE
from whence.extract.neural.wordpiece import WordPieces

VOCABULARY = WordPieces(["[PAD]", "[UNK]", "[unused1]"])
TEXT = "“We leave for the coast tonight,” she told them."


def mended(content: str, *others: tuple[int, str]) -> list[str]:
    text = encode(TEXT, VOCABULARY)
    runs = [(role, *run(text.spans, words)) for role, words in ((CONTENT, content), *others)]
    return [
        TEXT[text.spans[start][0] : text.spans[end][1]] for _, start, end in mend_edges(text, runs)
    ]


def run(spans: list[tuple[int, int]], words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    inside = [k for k, (a, b) in enumerate(spans) if start <= a and b <= start + len(words)]
    return inside[0], inside[-1]


@pytest.mark.parametrize(
    "content",
    ["We leave for the coast tonight", "leave for the coast tonight,", "“We leave for the coast"],
)
def test_a_content_that_nearly_fills_its_quotation_fills_it(content):
    assert mended(content) == ["“We leave for the coast tonight,”"]


def test_a_content_outside_marks_stays():
    assert mended("she told") == ["she told"]


def test_a_few_words_of_a_quotation_stay_a_few_words():
    assert mended("the coast")[0] == "the coast"


def test_other_runs_are_not_overrun():
    found = mended("leave for the coast tonight,", (CUE, "We"))
    assert found == ["leave for the coast tonight,”", "We"]
