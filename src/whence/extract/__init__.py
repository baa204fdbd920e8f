"""Finds in one report who says what: attributions, quotations, names, figures, times, credits."""

from whence.extract.extract import extract, pick_extractor
from whence.extract.quotations import with_marks

__all__ = ["extract", "pick_extractor", "with_marks"]
