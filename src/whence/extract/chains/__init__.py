"""By way of whom: the carriers between a speaker and the outlet, from the speaker outwards."""

from whence.extract.chains.building import build_chains

__all__ = ["build_chains"]
