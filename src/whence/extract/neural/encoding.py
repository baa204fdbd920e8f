"""What the encoder reads: the pieces of a text with the look and the place of every word."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from whence.extract.neural.quotation import CLOSING, OPENING, quote_states
from whence.extract.neural.wordpiece import WordPieces
from whence.model import Span

PAD: Final = 0
PARAGRAPH: Final = 2  # the vocabulary's [unused1], given a meaning: a new paragraph begins
CLASSIFY: Final = 101
SEPARATE: Final = 102
MASK: Final = 103
SHAPES: Final = 24
NO_SHAPE: Final = SHAPES - 1
PLACES: Final = 16
NO_PLACE: Final = PLACES - 1
CROSSINGS: Final = 6  # kinds of step between two words; each has its own transition table

_LINE_END = re.compile("[\n\r\u2028\u2029]")
_ENDS = frozenset(".?!…")
_AFTER_END = frozenset(")]’'")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr sen rep gov gen st sgt lt col capt maj adm jr sr u s d r no prof rev hon jan feb"
    " mar apr jun jul aug sep sept oct nov dec vs v inc corp co ltd pres dept mt ft messrs".split()
)

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Encoding:
    """One text as the encoder reads it. Arrays run over words or over pieces, as named."""

    text: str
    spans: list[tuple[int, int]]  # characters of each word
    surfaces: list[str]
    states: Ints  # by word: quotation state
    starts: Ints  # by word: 1 begins a sentence, 2 a paragraph
    crossing: Ints  # by word: which transition table leads to it
    sentence: Ints  # by word: number of its sentence
    paragraph: Ints  # by word: number of its paragraph
    first_piece: Ints  # by word: its first piece
    pieces: Ints  # by piece: number in the vocabulary
    shapes: Ints  # by piece: look of its word
    places: Ints  # by piece: quotation state and position of its word
    word: Ints  # by piece: its word, -1 at a paragraph break
    first: Bools  # by piece: it begins a word

    def span_of(self, run: tuple[int, int]) -> Span:
        """Characters of a run of words, given by its first and last."""
        return Span(self.spans[run[0]][0], self.spans[run[1]][1])

    def pieces_of(self, run: tuple[int, int]) -> tuple[int, int]:
        """First piece of a run of words, and the piece after its last; breaks may lie between."""
        after = run[1] + 1
        end = int(self.first_piece[after]) if after < len(self.first_piece) else len(self.pieces)
        return int(self.first_piece[run[0]]), end

    def run_of(self, span: tuple[int, int]) -> tuple[int, int] | None:
        """The words that share a character with a span; None if there is no such word."""
        first, last = bisect_left(self.spans, (span[0],)), bisect_left(self.spans, (span[1],)) - 1
        if first > 0 and self.spans[first - 1][1] > span[0]:
            first -= 1
        return (first, last) if first <= last else None


def encode(
    text: str, vocabulary: WordPieces, blocks: Sequence[tuple[int, int]] | None = None
) -> Encoding:
    """A text as arrays for the encoder and the decoder; takes time linear in its length.

    Args:
        text: The whole text.
        vocabulary: Cuts words into pieces.
        blocks: Stretches of the text to read, in order; all of it if not given.
    """
    spans, numbers = vocabulary.words(text) if blocks is None else ([], [])
    for start, end in blocks or ():
        more_spans, more_numbers = vocabulary.words(text, start, end)
        spans += more_spans
        numbers += more_numbers
    surfaces = [text[start:end] for start, end in spans]
    breaks = _breaks(text, spans)
    states = quote_states(text, spans, surfaces, breaks)
    starts = _starts(spans, surfaces, breaks, states)
    state_of, start_of = np.array(states, np.int64), np.array(starts, np.int64)
    looks = np.array(_shapes(text, spans, surfaces), np.int64)
    first_piece, pieces, word = _pieces(numbers, start_of == 2)
    first = np.zeros(len(pieces), np.bool_)
    first[first_piece] = True
    return Encoding(
        text=text,
        spans=spans,
        surfaces=surfaces,
        states=state_of,
        starts=start_of,
        crossing=_crossings(state_of, start_of),
        sentence=np.cumsum(start_of > 0),
        paragraph=np.cumsum(start_of == 2),
        first_piece=first_piece,
        pieces=pieces,
        shapes=_spread(looks, word, NO_SHAPE),
        places=_spread(state_of * 3 + start_of, word, NO_PLACE),
        word=word,
        first=first,
    )


def _breaks(text: str, spans: Sequence[tuple[int, int]]) -> list[bool]:
    breaks: list[bool] = []
    last = -1
    for start, end in spans:
        breaks.append(last < 0 or (start > last and bool(_LINE_END.search(text, last, start))))
        last = end
    return breaks


def _starts(
    spans: Sequence[tuple[int, int]],
    surfaces: Sequence[str],
    breaks: Sequence[bool],
    states: Sequence[int],
) -> list[int]:
    starts = [0] * len(spans)
    end = -1  # the word that ended a sentence, while only closing marks have followed it
    for k, surface in enumerate(surfaces):
        if breaks[k]:
            starts[k] = 2
        elif (end >= 0 and spans[k - 1][1] < spans[k][0]) or (end >= 0 and states[k] == OPENING):
            begins = surface[0].isupper() or surface[0].isdigit() or states[k] == OPENING
            if begins and not _abbreviates(spans, surfaces, end, k):
                starts[k] = 1
        if surface in _ENDS:
            end = k
        elif states[k] != CLOSING and surface not in _AFTER_END:
            end = -1
    return starts


def _abbreviates(
    spans: Sequence[tuple[int, int]], surfaces: Sequence[str], end: int, k: int
) -> bool:
    """Whether the full stop just before word `k` belongs to an abbreviation or an initial."""
    if surfaces[end] != "." or end != k - 1 or end == 0 or spans[end - 1][1] != spans[end][0]:
        return False
    word = surfaces[end - 1]
    return (len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATIONS


def _case(surface: str) -> int:
    if surface.islower():
        return 0
    if not any(mark.isalpha() for mark in surface):
        return 1
    if surface[0].isupper() and (len(surface) == 1 or surface[1:].islower()):
        return 2
    return 3 if surface.isupper() else 4


def _shapes(text: str, spans: Sequence[tuple[int, int]], surfaces: Sequence[str]) -> list[int]:
    """Look of each word: its letter case, and whether space stands before and after it."""
    cases: dict[str, int] = {}
    shapes: list[int] = []
    last = -1
    for (start, end), surface in zip(spans, surfaces, strict=True):
        case = cases.get(surface)
        if case is None:
            case = cases[surface] = _case(surface)
        after = text[end : end + 1]
        shapes.append(case * 4 + 2 * (start != last) + (not after or after.isspace()))
        last = end
    return shapes


def _crossings(states: Ints, starts: Ints) -> Ints:
    """Kind of step that leads to each word: the row of the transition tables."""
    crossing = np.zeros(len(states), np.int64)
    crossing[states == CLOSING] = 5
    crossing[1:][states[:-1] == CLOSING] = 4
    crossing[states == OPENING] = 3
    crossing[starts == 1] = 1
    crossing[starts == 2] = 2
    return crossing


def _pieces(numbers: Sequence[tuple[int, ...]], breaks: Bools) -> tuple[Ints, Ints, Ints]:
    """First piece of each word, and of each piece its number and its word.

    A break piece, of no word, stands before every paragraph but the first.
    """
    counts = np.array([len(each) for each in numbers], np.int64)
    broken = breaks.copy()
    broken[:1] = False
    first_piece = np.cumsum(counts + broken) - counts
    total = int(counts.sum() + broken.sum())
    pieces = np.full(total, PARAGRAPH, np.int64)
    word = np.full(total, -1, np.int64)
    real = np.ones(total, np.bool_)
    real[(first_piece - 1)[broken]] = False
    pieces[real] = np.fromiter((n for each in numbers for n in each), np.int64)
    word[real] = np.repeat(np.arange(len(numbers)), counts)
    return first_piece, pieces, word


def _spread(by_word: Ints, word: Ints, elsewhere: int) -> Ints:
    """A feature of words as one of pieces."""
    if not len(by_word):
        return np.full(len(word), elsewhere, np.int64)
    return np.where(word >= 0, by_word[word], elsewhere)
