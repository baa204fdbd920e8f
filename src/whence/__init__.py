"""Whence: who said what, by way of whom, and on how many independent origins it rests."""

__version__ = "0.1.0"
