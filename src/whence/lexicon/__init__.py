"""Whence: lexicon."""
