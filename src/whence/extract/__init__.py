"""Finds in one report who says what: attributions, quotations, names, figures, times, credits."""

from whence.extract.extract import extract, pick_extractor

__all__ = ["extract", "pick_extractor"]
