"""Tokens and numbers, as both figures and time expressions read them."""

from whence.extract.numerals.numbers import NUMBER_WORDS, Number, parse_number
from whence.extract.numerals.tokens import Tokens, find_tokens

__all__ = ["NUMBER_WORDS", "Number", "Tokens", "find_tokens", "parse_number"]
