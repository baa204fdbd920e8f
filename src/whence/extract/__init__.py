"""Finds in one report who says what: attributions, quotations, names, figures, times, credits."""

from whence.extract.extract import extract, pick_extractor
from whence.extract.quotations import with_marks
from whence.extract.turns import in_turn

__all__ = ["extract", "in_turn", "pick_extractor", "with_marks"]
