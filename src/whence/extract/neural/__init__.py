"""The trained English model: one small encoder with several heads, run on the CPU."""

from whence.extract.neural.extractor import NeuralExtractor

__all__ = ["NeuralExtractor"]
