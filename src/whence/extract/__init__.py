"""Finds in one report who says what: attributions, quotations, names, figures, times, credits."""

from whence.extract.extract import extract, extract_attributions, pick_extractor
from whence.extract.quotations import with_marks
from whence.extract.turns import in_turn

__all__ = ["extract", "extract_attributions", "in_turn", "pick_extractor", "with_marks"]
