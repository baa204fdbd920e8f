"""Figures of one report: numbers with what is counted, who counts, as of when, and the hedge."""

from whence.extract.figures.find import find_figures

__all__ = ["find_figures"]
