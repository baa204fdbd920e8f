"""Names, descriptions and pronouns of one report: who may speak or be spoken of."""

from whence.extract.mentions.finding import find_mentions

__all__ = ["find_mentions"]
