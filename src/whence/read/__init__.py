"""From files to reports: text with exact offsets, and everything around the text kept apart."""

from whence.read.inputs import is_read_in_folders
from whence.read.reading import read_each, read_reports

__all__ = ["is_read_in_folders", "read_each", "read_reports"]
