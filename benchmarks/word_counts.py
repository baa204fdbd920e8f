"""Counts words over the training texts: the table by which derive tells rare words from common.

    python -m benchmarks.word_counts --data ../shared/data > src/whence/lexicon/frequencies.txt

Each line is a class of rarity and its words: class 12 holds the words that are one of about 2 ** 12
words of running text. Words of which fewer than six were met are left out. Only counts leave the
texts, and only texts for training are counted.
"""

import argparse
import gzip
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from whence.text import fold_case

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_LEAST = 6


def read_texts(data: Path) -> Iterator[str]:
    """Every training text of the folder, in order of path."""
    for path in sorted(data.glob("*/train.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                for article in item.get("articles") or [item]:
                    yield article.get("text") or ""


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    counts: Counter[str] = Counter()
    for text in read_texts(parser.parse_args().data):
        counts.update(_WORD.findall(fold_case(text)))
    total = counts.total()
    classes: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        if count >= _LEAST and word.isascii():
            classes[round(math.log2(total / count))].append(word)
    for rarity in sorted(classes):
        print(rarity, *sorted(classes[rarity]))


if __name__ == "__main__":
    main()
