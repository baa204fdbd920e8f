"""The trained model as an extractor: attributions with those inside them, and names."""

import os
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from whence.extract.interface import Findings, RawAntecedent, RawAttribution, RawMention
from whence.extract.neural.antecedents import find_pronouns, pick_antecedents
from whence.extract.neural.edges import mend_edges
from whence.extract.neural.encoding import Encoding, Ints, encode
from whence.extract.neural.layout import Pieces, runs_of
from whence.extract.neural.layouts import add_layouts
from whence.extract.neural.linking import Linked, link_runs
from whence.extract.neural.meanings import meanings_of
from whence.extract.neural.names import find_names
from whence.extract.neural.nesting import crop_of, is_inner
from whence.extract.neural.session import Encoder, Reading
from whence.extract.neural.viterbi import best_tags
from whence.model import Meaning, MentionKind, Span, Spans
from whence.text import find_sentences

DEEPEST: Final = 3
LONGEST_CHUNK: Final = 30_000  # characters
WHO: Final = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.GROUP})


class NeuralExtractor:
    """Finds attributions and names with the trained English model."""

    name = "model"

    def __init__(self, *, threads: int = 0) -> None:
        """Load the model.

        Args:
            threads: How many threads it runs on, 0 for one per core, at most two; the findings
                are the same.

        Raises:
            ExtractorError: if a file of the model is missing or broken.
        """
        threads = threads or min(2, os.cpu_count() or 1)
        self._encoder = Encoder(threads=threads)
        self.at_once = 4 * threads if threads > 1 else 1
        """How many texts may be worked on side by side: more than there are threads to read, for
        what comes before and after reading is done by one thread at a time."""

    def find(self, text: str, blocks: Spans) -> Findings:
        """Attributions and names in the given blocks; takes time linear in their length."""
        attributions: list[RawAttribution] = []
        mentions: list[RawMention] = []
        antecedents: list[RawAntecedent] = []
        meanings: dict[Spans, tuple[Meaning, ...]] = {}
        sentences: list[Meaning] = []
        lines = sorted(each.content for each in add_layouts(text, blocks, []))
        for chunk in _chunks(text, blocks):
            encoded = encode(text, self._encoder.vocabulary, chunk)
            if not encoded.spans:
                continue
            (reading,) = self._encoder.read([encoded])
            outer = list(self._attributions(reading, 0))
            found = outer + self._inner(text, outer)
            attributions += found
            named = find_names(reading, self._encoder.heads["name_tables"])
            mentions += named
            antecedents += self._antecedents(reading, outer, named)
            contents = [each.content for each in found] + _within(lines, chunk)
            blocks_read: list[Spans] = [(Span(*block),) for block in chunk]
            meanings |= self._meanings(reading, contents + blocks_read)
            for block in blocks_read:  # a block of one sentence means what that one means
                sentences += meanings[block][1:] or meanings[block]
        attributions = [
            each.replace(meanings=meanings.get(each.content, ()))
            for each in add_layouts(text, blocks, attributions)
        ]
        attributions.sort(key=lambda found: (found.cue or found.content, found.depth))
        return Findings(
            attributions=tuple(attributions),
            mentions=tuple(mentions),
            antecedents=tuple(antecedents),
            sentences=tuple(sentences),
        )

    def meanings(self, text: str, contents: Sequence[Spans]) -> dict[Spans, bytes]:
        """What contents in a text mean: vectors of unit length as 16-bit floats."""
        encoded = encode(text, self._encoder.vocabulary)
        if not encoded.spans:
            return {}
        (reading,) = self._encoder.read([encoded])
        return meanings_of(reading, contents, self._encoder.heads)

    def pick_antecedent(self, text: str, pronoun: Span, names: Sequence[Span]) -> Span | None:
        """Which of the names the pronoun means, wherever they stand; None if it means another."""
        encoded = encode(text, self._encoder.vocabulary)
        own = encoded.run_of(pronoun)
        runs = {name: run for name in names if (run := encoded.run_of(name))}
        if not own or not runs:
            return None
        (reading,) = self._encoder.read([encoded])
        chosen = pick_antecedents(
            reading, [own], list(runs.values()), self._encoder.heads, before=False
        )
        number = chosen[0].candidate if chosen else None
        return list(runs)[number] if number is not None else None

    def _attributions(self, reading: Reading, depth: int) -> Iterator[RawAttribution]:
        encoded, heads = reading.text, self._encoder.heads
        tags = best_tags(reading.tags, encoded.crossing, heads["tag_tables"])
        runs = mend_edges(encoded, runs_of(tags))
        sure = _chances(reading, tags)
        for linked in link_runs(reading, runs, heads):
            yield _raw(encoded, linked, depth, sure)

    def _inner(self, text: str, outer: Sequence[RawAttribution]) -> list[RawAttribution]:
        """Attributions inside the contents of others, down to the third level."""
        found: list[RawAttribution] = []
        parents = list(outer)
        for depth in range(1, DEEPEST):
            crops = [(each, crop) for each in parents if (crop := crop_of(text, each))]
            read = [(each, encode(text, self._encoder.vocabulary, crop)) for each, crop in crops]
            read = [(each, encoded) for each, encoded in read if encoded.spans]
            if not read:
                break
            readings = self._encoder.read([encoded for _, encoded in read])
            parents = [
                inner
                for (parent, _), reading in zip(read, readings, strict=True)
                for inner in self._attributions(reading, depth)
                if is_inner(parent, inner)
            ]
            found += parents
        return found

    def _meanings(
        self, reading: Reading, contents: Sequence[Spans]
    ) -> dict[Spans, tuple[Meaning, ...]]:
        """By content, what it means as a whole, and each of its sentences if there are several."""
        told = {each: (each, *_sentences(reading.text.text, each)) for each in contents}
        pieces = [piece for content in contents for piece in told[content]]
        vectors = meanings_of(reading, pieces, self._encoder.heads)
        return {
            content: tuple(
                Meaning(span=Span(piece[0].start, piece[-1].end), vector=vectors[piece])
                for piece in own
                if piece in vectors
            )
            for content, own in told.items()
        }

    def _antecedents(
        self, reading: Reading, outer: Sequence[RawAttribution], named: Sequence[RawMention]
    ) -> Iterator[RawAntecedent]:
        """For each pronoun what it stands for: a name, a source, or a pronoun before it."""
        text = reading.text
        pronouns = find_pronouns(text)
        spans = {each.span for each in named if each.kind in WHO}
        spans.update(span for each in outer for span in each.source)
        places = sorted({*pronouns, *(run for run in map(text.run_of, sorted(spans)) if run)})
        for chosen in pick_antecedents(reading, pronouns, places, self._encoder.heads):
            if chosen.candidate is not None:
                own, other = pronouns[chosen.anaphor], places[chosen.candidate]
                yield RawAntecedent(
                    pronoun=text.span_of(own),
                    antecedent=text.span_of(other),
                    score=round(chosen.chance, 4),
                )


def _chunks(text: str, blocks: Spans) -> Iterator[list[tuple[int, int]]]:
    """The blocks in groups of bounded size, so that memory does not grow with the text.

    A block longer than that is cut at its last white space before the bound.
    """
    group: list[tuple[int, int]] = []
    size = 0
    for block in blocks:
        start, end = block
        while end - start > LONGEST_CHUNK:
            if group:
                yield group
                group, size = [], 0
            cut = max(
                text.rfind(" ", start + LONGEST_CHUNK // 2, start + LONGEST_CHUNK),
                start + LONGEST_CHUNK // 2,
            )
            yield [(start, cut)]
            start = cut
        if group and size + end - start > LONGEST_CHUNK:
            yield group
            group, size = [], 0
        group.append((start, end))
        size += end - start
    if group:
        yield group


def _sentences(text: str, content: Spans) -> list[Spans]:
    """The sentences of a content, or what it has of them, if they are several."""
    pieces = [each for span in content for each in (find_sentences(text, span) or (span,))]
    return [(piece,) for piece in pieces] if len(pieces) > 1 else []


def _within(contents: list[Spans], chunk: Sequence[tuple[int, int]]) -> list[Spans]:
    """Those of the contents, in order of text, that begin in a chunk."""
    first, last = (
        bisect_left(contents, place, key=lambda content: content[0].start)
        for place in (chunk[0][0], chunk[-1][1])
    )
    return contents[first:last]


def _chances(reading: Reading, tags: Ints) -> list[float]:
    """Probability of each word's tag, without regard to the words around."""
    spread = np.exp(reading.tags - reading.tags.max(1, keepdims=True))
    chances: list[float] = (spread[np.arange(len(tags)), tags] / spread.sum(1)).tolist()
    return chances


def _raw(encoded: Encoding, linked: Linked, depth: int, sure: list[float]) -> RawAttribution:
    cue = sum(sure[linked.cue[0] : linked.cue[1] + 1]) / (linked.cue[1] - linked.cue[0] + 1)
    return RawAttribution(
        source=_spans(encoded, [linked.source] if linked.source else []),
        cue=_spans(encoded, [linked.cue]),
        content=_spans(encoded, list(linked.content)),
        score=round(min(cue, linked.chance), 4),
        depth=depth,
    )


def _spans(encoded: Encoding, runs: Pieces) -> Spans:
    return tuple(encoded.span_of(part) for run in runs for part in _unbroken(encoded, run))


def _unbroken(encoded: Encoding, run: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """A run cut where words of the text were not read: those round a cue, a caption between."""
    first, last = run
    for word in range(first + 1, last + 1):
        if encoded.text[encoded.spans[word - 1][1] : encoded.spans[word][0]].strip():
            yield first, word - 1
            first = word
    yield first, last
