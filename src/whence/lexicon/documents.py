"""Which words name a document: "the hospital's internal memo", "a copy of the report"."""

import re
from typing import Final, NamedTuple

from whence.lexicon.stems import FUNCTION_WORDS
from whence.lexicon.tables import load_table
from whence.text import fold_case

_TABLE: Final = load_table("documents")
_SAME: Final[dict[str, str]] = _TABLE["same"]
_PLURAL: Final = {
    noun[:-1] + "ies" if noun.endswith("y") else noun + "s": noun for noun in _TABLE["nouns"]
}
_NOUNS: Final = {noun: noun for noun in _TABLE["nouns"]} | _PLURAL
DOCUMENT_NOUNS: Final = frozenset(_NOUNS)
_NOUN: Final = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(_NOUNS, key=len, reverse=True))})(?![\w-]|['’]s)",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"(?<![\w'’-])([\w][\w'’-]{0,30})[ \u00a0]$")
_ARTICLES: Final = frozenset("the a an his her its their this that these those".split())
_STOPS: Final = FUNCTION_WORDS - _ARTICLES - {"own", "same"}
_MEDIA: Final = frozenset(_TABLE["words"]["media"])
WEAK_WORDS: Final = frozenset(_TABLE["words"]["weak"])
"""Words that say of what sort a document is; two documents may share them."""
OTHER_WORDS: Final = frozenset(_TABLE["words"]["other"])
"""Words that say that a document is not the one spoken of before."""
_MOST_BEFORE: Final = 5


class NamedDocument(NamedTuple):
    """A document where a text names it."""

    start: int
    end: int
    key: str
    """The noun that it is filed under: ``memo`` for "memoranda", ``document`` for "papers"."""


def name_documents(text: str, start: int, end: int) -> list[NamedDocument]:
    """The documents that a stretch of text names, from the article on, in order of text.

    News reports and "the paper", which is an outlet more often, are none.
    """
    found = []
    for match in _NOUN.finditer(text, start, end):
        noun = _NOUNS[fold_case(match.group())]
        first, words = _words_before(text, start, match.start())
        if noun == "paper" and match.group()[-1] not in "sS":
            continue
        if not words & _MEDIA:
            found.append(NamedDocument(first, match.end(), _SAME.get(noun, noun)))
    return found


def _words_before(text: str, start: int, noun: int) -> tuple[int, set[str]]:
    """Where a name begins that ends in the noun, and the words before the noun.

    It goes back to the article or the owner, over no more than a few words, and stops before
    words of grammar.
    """
    first, words = noun, set[str]()
    for _ in range(_MOST_BEFORE):
        match = _BEFORE.search(text, max(start, first - 32), first)
        if match is None or fold_case(match.group(1)) in _STOPS:
            break
        first = match.start(1)
        words.add(fold_case(match.group(1)))
        if words & _ARTICLES:
            break
    return first, words
