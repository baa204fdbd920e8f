"""Finds attributions by rule: cue words, quotation marks and the shape of clauses."""

from whence.extract.rules.extractor import RuleExtractor

__all__ = ["RuleExtractor"]
