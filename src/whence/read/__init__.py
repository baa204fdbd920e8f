"""From files to reports: text with exact offsets, and everything around the text kept apart."""

from whence.read.reading import read_each, read_reports

__all__ = ["read_each", "read_reports"]
