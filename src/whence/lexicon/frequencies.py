"""How rare a word is in running English, mostly news."""

from importlib import resources
from typing import Final


def _read() -> dict[str, int]:
    """The table ``frequencies.txt``, which ``benchmarks/word_counts.py`` writes."""
    path = resources.files("whence.lexicon") / "frequencies.txt"
    found: dict[str, int] = {}
    for line in path.read_text(encoding="ascii").splitlines():
        rarity, *words = line.split(" ")
        found |= dict.fromkeys(words, int(rarity))
    return found


_RARITY: Final = _read()
RAREST: Final = max(_RARITY.values()) + 1
"""The rarity of words that are not in the table."""


def rarity_of(word: str) -> int:
    """How many times one must halve running text to come to the word's share: 4 for "the".

    Args:
        word: In lower case.
    """
    return _RARITY.get(word, _RARITY.get(word.removesuffix("'s"), RAREST))
