"""Words folded so that house style never counts as an edit: case, marks, spelling, short forms."""

import re
from functools import lru_cache

from whence.lexicon import load_table
from whence.text import fold_letters

_TABLE = load_table("spelling")
_STEMS: dict[str, str] = _TABLE["stems"]
_STEM = re.compile("|".join(sorted(_STEMS, key=lambda stem: (-len(stem), stem))))
_WORDS: dict[str, str] = dict(_TABLE["words"])
_KEEP = frozenset(_TABLE["endings"]["keep"])
_ENDINGS: dict[str, str] = {k: str(v) for k, v in _TABLE["endings"].items() if k != "keep"}
_LONGEST_ENDINGS = tuple(sorted(_ENDINGS, key=lambda ending: (-len(ending), ending)))
_SHORT: dict[str, list[str]] = _TABLE["short"]
_CLITICS: dict[str, str] = _TABLE["clitics"]
_VERB_HOSTS = frozenset(_TABLE["verb_hosts"]["words"])
_CENSOR_WORDS = frozenset(_TABLE["censor"]["words"])
_OATHS = frozenset(_TABLE["censor"]["oaths"])

_DOUBLED: dict[str, str] = {
    stem + stem[-1] + ending: stem + ending
    for stem in _TABLE["doubled"]["stems"]
    for ending in _TABLE["doubled"]["endings"]
}
_UNITS = {word: value for value, word in enumerate(_TABLE["numbers"]["units"])}
_TENS = {word: 10 * value for value, word in enumerate(_TABLE["numbers"]["tens"], start=2)}
_ORDINALS = {
    word: str(value) + {1: "st", 2: "nd", 3: "rd"}.get(value, "th")
    for value, word in enumerate(_TABLE["numbers"]["ordinals"], start=1)
}
SCALES: dict[str, int] = _TABLE["numbers"]["scales"]
"""Number words that multiply what stands before them."""

_ALIKE = frozenset(pair for a, b in _TABLE["alike"]["groups"] for pair in ((a, b), (b, a)))


@lru_cache(maxsize=100_000)
def fold_word(word: str) -> tuple[tuple[str, int], ...]:
    """The keys a printed word is compared by, each with the length of its part of the word.

    Mostly one key; a short form gives several ("don't": "do", "not"). Keys of one word's parts
    have lengths that add up to the word's.
    """
    plain = fold_letters(word)
    if plain in _SHORT:
        return _parts(tuple(_SHORT[plain]), plain, len(word))
    host, apostrophe, tail = plain.partition("'")
    if apostrophe and len(plain) == len(word):
        if plain.endswith("n't") and len(plain) > 3:
            return (fold_key(plain[:-3]), len(word) - 3), ("not", 3)
        clitic = _CLITICS.get("'" + tail)
        if clitic and (tail != "s" or host in _VERB_HOSTS):
            return (fold_key(host), len(host)), (clitic, len(word) - len(host))
    return ((fold_key(plain), len(word)),)


def _parts(keys: tuple[str, ...], plain: str, length: int) -> tuple[tuple[str, int], ...]:
    if len(keys) > length:
        return ((keys[0], length),)
    share = len(keys[0]) if plain.startswith(keys[0]) else length // len(keys)
    sizes = [share] * (len(keys) - 1)
    return tuple(zip(keys, [*sizes, length - sum(sizes)], strict=True))


def fold_key(plain: str) -> str:
    """The key of one word that is lower case already: its American spelling, digits for numbers."""
    if plain[:1].isdigit():
        return plain.replace(",", "")
    if plain in _UNITS:
        return str(_UNITS[plain])
    if plain in _TENS:
        return str(_TENS[plain])
    if plain in _ORDINALS:
        return _ORDINALS[plain]
    if plain in _WORDS:
        return _WORDS[plain]
    if plain in _DOUBLED:
        return _DOUBLED[plain]
    if len(plain) > 30:
        return plain
    changed = _STEM.sub(lambda match: _STEMS[match.group()], plain)
    if changed not in _KEEP and len(changed) > 5:
        for ending in _LONGEST_ENDINGS:
            if changed.endswith(ending) and len(changed) - len(ending) >= 3:
                return changed[: -len(ending)] + _ENDINGS[ending]
    return changed


def number_value(key: str) -> float | None:
    """The value of a key that is a plain number; None for every other word."""
    if not key[:1].isdigit() or len(key) > 30:
        return None
    try:
        return float(key)
    except ValueError:
        return None


def is_alike(a: str, b: str) -> bool:
    """Whether two keys are ways to write one word ("'d" and "would")."""
    return a == b or (a, b) in _ALIKE


def is_censored(word: str) -> bool:
    """Whether a printed word hides letters ("f***", "s--t") or says that it hides an oath."""
    if "*" in word or "--" in word or "__" in word:
        return any(c.isalpha() for c in word) or word.count("*") > 2
    return fold_letters(word) in _CENSOR_WORDS


def is_oath(key: str) -> bool:
    """Whether a key is a word that papers hide."""
    return key in _OATHS
