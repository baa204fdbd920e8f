"""The annotated data as encoded documents with gold tags and links."""

import gzip
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from training.recipe import ATTRIBUTION, COREFERENCE, NAMES, PLAIN
from whence.extract.neural.encoding import Encoding, Ints, encode
from whence.extract.neural.layout import CONTENT, CUE, NAME_TAGS, SOURCE, Pieces
from whence.extract.neural.wordpiece import WordPieces

Run = tuple[int, int]
Pairs = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One attribution as runs of words."""

    cue: Run
    source: Run | None
    content: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class View:
    """One person's marks on a document."""

    tags: Ints
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Anaphor:
    """A mention, what it may stand for, and which of those it does stand for, by number."""

    mention: int
    candidates: tuple[int, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """A text of one data set with what that set teaches."""

    task: str
    text: Encoding
    views: tuple[View, ...] = ()
    mentions: tuple[Run, ...] = ()
    anaphors: tuple[Anaphor, ...] = ()
    spans: tuple[Run, ...] = ()
    """Stretches whose meaning is taught."""
    meanings: npt.NDArray[np.float16] = field(default_factory=lambda: np.zeros((0, 0), np.float16))
    """Unit vectors of those, a row each."""
    seen: npt.NDArray[np.float16] = field(default_factory=lambda: np.zeros((0, 0), np.float16))
    """Last states that the teacher has of each piece."""


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a packed file of JSON lines."""
    if not path.exists():
        raise SystemExit(f"{path} is missing: give the folder of the annotated data with --data")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def words_of(text: Encoding, spans: Pairs) -> list[int]:
    """Words that share a character with the spans, in order."""
    starts = [start for start, _ in text.spans]
    ends = [end for _, end in text.spans]
    return _words_of(starts, ends, spans)


def _words_of(starts: list[int], ends: list[int], spans: Pairs) -> list[int]:
    found: set[int] = set()
    for start, end in spans:
        found.update(range(bisect_right(ends, start), bisect_left(starts, end)))
    return sorted(found)


def runs(words: Sequence[int]) -> Pieces:
    """Unbroken runs of words."""
    found: Pieces = []
    for word in words:
        if found and found[-1][1] == word - 1:
            found[-1] = (found[-1][0], word)
        else:
            found.append((word, word))
    return found


def _paint(tags: Ints, run: Run, kind: int) -> None:
    tags[run[0]] = 2 * kind + 1
    tags[run[0] + 1 : run[1] + 1] = 2 * kind + 2


def mend_tags(tags: Ints) -> Ints:
    """The tags with every inside tag that follows no tag of its kind made a begin tag."""
    for k in np.flatnonzero((tags > 0) & (tags % 2 == 0)).tolist():
        if k == 0 or tags[k - 1] not in (tags[k], tags[k] - 1):
            tags[k] -= 1
    return tags


def read_polnear(path: Path, vocabulary: WordPieces) -> Iterator[Document]:
    """Attributions; the chosen person's marks first, then everybody's."""
    for line in read_lines(path):
        text = encode(line["text"], vocabulary)
        views = [_attribution_view(text, line["attributions"])]
        views += [
            _attribution_view(text, marks) for marks in (line.get("annotators") or {}).values()
        ]
        yield Document(task=ATTRIBUTION, text=text, views=tuple(views))


def _attribution_view(text: Encoding, marks: Sequence[dict[str, Any]]) -> View:
    starts, ends = [a for a, _ in text.spans], [b for _, b in text.spans]
    tags = np.zeros(len(text.spans), np.int64)
    links: list[Link] = []
    for mark in marks:
        source, cue, content = (
            runs(_words_of(starts, ends, mark.get(role) or ()))
            for role in ("source", "cue", "content")
        )
        if not cue or not content:
            continue
        links.append(Link(cue=cue[0], source=source[0] if source else None, content=tuple(content)))
        for kind, found in ((SOURCE, source), (CUE, cue), (CONTENT, content)):
            for run in found:
                _paint(tags, run, kind)
    return View(tags=mend_tags(tags), links=tuple(links))


def read_names(path: Path, vocabulary: WordPieces) -> Iterator[Document]:
    """Names of the news of the world."""
    kinds = {tag[2:]: (k - 1) // 2 for k, tag in enumerate(NAME_TAGS) if k % 2}
    for line in read_lines(path):
        text = encode(line["text"], vocabulary)
        starts, ends = [a for a, _ in text.spans], [b for _, b in text.spans]
        tags = np.zeros(len(text.spans), np.int64)
        for entity in line["entities"]:
            words = _words_of(starts, ends, [(entity["start"], entity["end"])])
            if words and entity["type"] in kinds:
                _paint(tags, (words[0], words[-1]), kinds[entity["type"]])
        yield Document(task=NAMES, text=text, views=(View(tags=mend_tags(tags)),))


def read_gap(path: Path, vocabulary: WordPieces) -> Iterator[Document]:
    """Pronouns with two names each, of which they mean one or neither."""
    for line in read_lines(path):
        text = encode(line["text"], vocabulary)
        pronoun = words_of(text, [line["pronoun"]])
        names = [words_of(text, [(line[k]["start"], line[k]["end"])]) for k in "AB"]
        right = tuple(k for k, name in enumerate("AB", 1) if line[name]["coref"])
        yield Document(
            task=COREFERENCE,
            text=text,
            mentions=tuple((words[0], words[-1]) for words in (pronoun, *names)),
            anaphors=(Anaphor(mention=0, candidates=(1, 2), right=right),),
        )


def read_chains(path: Path, vocabulary: WordPieces) -> Iterator[Document]:
    """Mentions of people, groups and places with all mentions before them as candidates."""
    for line in read_lines(path):
        text = encode(line["text"], vocabulary)
        starts, ends = [a for a, _ in text.spans], [b for _, b in text.spans]
        mentions: list[tuple[Run, str]] = []
        for mark in line.get("mentions") or line["entities"]:
            if mark["type"].lower() not in _WHO:
                continue
            words = _words_of(starts, ends, [(mark["start"], mark["end"])])
            if words and len(words) <= _LONGEST_MENTION:
                mentions.append(((words[0], words[-1]), str(mark.get("chain", mark.get("group")))))
        mentions.sort(key=lambda each: (each[0][0], -each[0][1]))
        yield Document(
            task=COREFERENCE,
            text=text,
            mentions=tuple(run for run, _ in mentions),
            anaphors=tuple(_anaphor(mentions, k) for k in range(1, len(mentions))),
        )


_WHO = frozenset("person organization place per org gpe loc fac".split())
_LONGEST_MENTION = 12
_MOST_CANDIDATES = 40


def _anaphor(mentions: list[tuple[Run, str]], k: int) -> Anaphor:
    before = range(max(0, k - _MOST_CANDIDATES), k)
    return Anaphor(
        mention=k,
        candidates=tuple(before),
        right=tuple(j for j in before if mentions[j][1] == mentions[k][1]),
    )


def read_plain(path: Path, vocabulary: WordPieces) -> Iterator[Document]:
    """News without marks: only what the teacher sees in it is learned."""
    for line in read_lines(path):
        for article in line.get("articles", [line]):
            yield Document(task=PLAIN, text=encode(article["text"], vocabulary))


READERS = {
    "polnear": read_polnear,
    "ner_worldwide": read_names,
    "gap": read_gap,
    "gum": read_chains,
    "litbank": read_chains,
    "newsdiscourse": read_plain,
    "fnc": read_plain,
    "basil": read_plain,
}
