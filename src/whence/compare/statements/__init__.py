"""The same thing said, over all reports."""
