"""Text itself: words, sentences, folding. Knows nothing of news."""

from whence.text.amounts import format_amount, format_number
from whence.text.closeness import LEAST_CHANCE, Closeness, chance_of_one_thing
from whence.text.folding import fold_case, fold_letters, fold_marks
from whence.text.holding import Holding
from whence.text.meanings import Meanings
from whence.text.periods import Period, find_periods, periods_differ
from whence.text.sentences import find_sentences
from whence.text.words import find_words, is_word, trim_space

__all__ = [
    "LEAST_CHANCE",
    "Closeness",
    "Holding",
    "Meanings",
    "Period",
    "chance_of_one_thing",
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
