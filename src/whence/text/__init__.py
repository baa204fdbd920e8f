"""Text itself: words, sentences, folding. Knows nothing of news."""

from whence.text.amounts import format_amount, format_number
from whence.text.folding import fold_case, fold_letters, fold_marks
from whence.text.meanings import Meanings, Telling
from whence.text.periods import Period, find_periods, periods_differ
from whence.text.sentences import find_sentences
from whence.text.words import find_words, is_word, trim_space

__all__ = [
    "Meanings",
    "Period",
    "Telling",
    "find_periods",
    "find_sentences",
    "find_words",
    "fold_case",
    "fold_letters",
    "fold_marks",
    "format_amount",
    "format_number",
    "is_word",
    "periods_differ",
    "trim_space",
]
