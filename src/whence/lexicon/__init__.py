"""Words as reviewed tables: cues, agencies, nicknames, units. No code but the loader."""

from whence.lexicon.tables import load_table

__all__ = ["load_table"]
