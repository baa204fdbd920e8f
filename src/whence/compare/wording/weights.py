"""How much a word tells: little for grammar, more the rarer it is in the story."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import fsum, log

from whence.lexicon.stems import FUNCTION_WORDS, is_content, stem

__all__ = ["FUNCTION_WORDS", "Weights", "is_content", "stem"]

_GRAMMAR = 0.15
"""Weight of a function word beside a content word's 0.4 to 1."""


class Weights:
    """Weights of the words of one story, by how many of its sentences hold them."""

    def __init__(self, sentences: Iterable[Sequence[str]]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for sentence in sentences:
            total += 1
            counts.update(set(sentence))
        scale = log(total + 2)
        self._weights = {
            key: 1.0 - 0.6 * log(count + 1) / scale if is_content(key) else _GRAMMAR
            for key, count in counts.items()
        }

    def __getitem__(self, key: str) -> float:
        """0.15 for grammar, 0.4 to 1 for matter."""
        found = self._weights.get(key)
        if found is None:
            found = self._weights[key] = 1.0 if is_content(key) else _GRAMMAR
        return found

    def total(self, keys: Iterable[str]) -> float:
        """The weight of some words together; their order does not matter."""
        return fsum(self[key] for key in keys)
