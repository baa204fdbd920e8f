"""What a word of news is compared by: its stem, and the words that stand for the same."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from whence.lexicon.stems import stem
from whence.lexicon.tables import load_table

_TABLE: Final = load_table("synonyms")
_CLASSES: Final[dict[str, tuple[str, ...]]] = {}
for _class in _TABLE["classes"]:
    for _word in _class:
        _held = _CLASSES.get(stem(_word), ())
        _CLASSES[stem(_word)] = tuple(dict.fromkeys((*_held, stem(_class[0]))))
_PHRASES: Final[dict[tuple[str, str], str]] = {
    (stem(phrase.split()[0]), phrase.split()[1]): plain
    for phrase, plain in _TABLE["phrases"].items()
}


def find_classes(word: str) -> tuple[str, ...]:
    """The classes of synonyms that a folded word is in, each by its first word's stem."""
    return _CLASSES.get(stem(word), ())


def concept(word: str) -> str:
    """The one thing that a folded word is compared by: its first class, or else its stem."""
    return next(iter(find_classes(word)), stem(word))


def unfold_phrases(words: Sequence[str]) -> tuple[str, ...]:
    """The words with each verb of two words as the one it stands for, its second word empty.

    "called off" is ``cancel``, so that it meets "scrapped".
    """
    plain = list(words)
    for number, (verb, particle) in enumerate(pairwise(words)):
        found = _PHRASES.get((stem(verb), particle))
        if found is not None and plain[number]:
            plain[number], plain[number + 1] = found, ""
    return tuple(plain)
