"""Stems of English words, and which words carry matter rather than grammar."""

from functools import lru_cache

from whence.lexicon.tables import load_table

_TABLE = load_table("function_words")
FUNCTION_WORDS: frozenset[str] = frozenset(_TABLE["words"])
_IRREGULAR: dict[str, str] = _TABLE["irregular"]


def is_content(key: str) -> bool:
    """Whether a key carries matter rather than grammar."""
    return key not in FUNCTION_WORDS and any(c.isalnum() for c in key)


@lru_cache(maxsize=100_000)
def stem(key: str) -> str:
    """The part of a word that its forms share, by a table of irregular forms and a few endings."""
    word = _IRREGULAR.get(key, key).removesuffix("'s").removesuffix("'")
    if len(word) < 4 or not word.isalpha():
        return word
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(put) >= 3:
            return _undoubled(word[: -len(ending)] + put)
    return word


# Longest first; what is put in its place makes related forms meet ("studies", "study").
_ENDINGS = (
    ("ations", "at"), ("ation", "at"), ("ating", "at"), ("ated", "at"), ("ates", "at"),
    ("ate", "at"), ("ically", "ic"), ("ances", ""), ("ance", ""), ("ences", ""), ("ence", ""),
    ("ments", ""), ("ment", ""), ("nesses", ""), ("ness", ""), ("ingly", ""), ("edly", ""),
    ("ings", ""), ("ions", ""), ("ion", ""), ("ies", "y"), ("ied", "y"), ("ily", "ily"),
    ("sses", "ss"), ("ing", ""), ("ers", ""), ("ors", ""), ("er", ""), ("or", ""),
    ("es", ""), ("ed", ""), ("ely", ""), ("ly", ""), ("ss", "ss"), ("us", "us"), ("is", "is"),
    ("s", ""), ("e", ""),
)  # fmt: skip


def _undoubled(word: str) -> str:
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        return word[:-1]
    if len(word) > 5 and word.endswith("ell"):
        return word[:-1]  # "cancelled", "travelling"
    return word
