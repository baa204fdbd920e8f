"""Whether our word pieces are those of the `tokenizers` library, over all the data."""

from collections.abc import Iterator
from pathlib import Path

from tokenizers import Tokenizer

from training.base import fetch_base, read_vocabulary
from training.corpora import read_lines
from whence.extract.neural.wordpiece import WordPieces

SETS = ("polnear", "ner_worldwide", "newsdiscourse", "gum", "gap", "litbank", "riqua", "ewt", "fnc")


def compare_pieces(data: Path, base: Path) -> tuple[int, list[str]]:
    """Number of texts compared, and the names of those that are cut in another way."""
    folder = fetch_base(base)
    ours = WordPieces(read_vocabulary(folder))
    theirs = Tokenizer.from_file(str(folder / "tokenizer.json"))
    theirs.no_truncation()
    theirs.no_padding()
    count, different = 0, []
    for name, text in _texts(data):
        count += 1
        spans, pieces = ours.words(text)
        expected = theirs.encode(text, add_special_tokens=False)
        if [n for each in pieces for n in each] != expected.ids or spans != _words(expected):
            different.append(name)
    return count, different


def _words(encoding: object) -> list[tuple[int, int]]:
    """Spans of whole words in the library's answer."""
    found: list[tuple[int, int]] = []
    last = None
    for (start, end), word in zip(encoding.offsets, encoding.word_ids, strict=True):  # type: ignore[attr-defined]
        if word == last:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        last = word
    return found


def _texts(data: Path) -> Iterator[tuple[str, str]]:
    for folder in SETS:
        for path in sorted((data / folder).glob("*.jsonl.gz")):
            for number, line in enumerate(read_lines(path)):
                texts = [line["text"]] if "text" in line else [a["text"] for a in line["articles"]]
                yield from ((f"{folder}/{path.name} {number}", text) for text in texts)
