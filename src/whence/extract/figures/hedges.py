"""Words that bound a number: ``at least``, ``or more``, ``nearly``."""

from typing import NamedTuple

from whence.extract.numerals import Tokens
from whence.lexicon import load_table
from whence.model import Hedge

_TABLE = load_table("hedges")


def _by_last(table: dict[str, str]) -> dict[str, list[tuple[tuple[str, ...], Hedge]]]:
    found: dict[str, list[tuple[tuple[str, ...], Hedge]]] = {}
    for phrase, hedge in sorted(table.items(), key=lambda item: -len(item[0].split())):
        words = tuple(_split(phrase))
        found.setdefault(words[-1], []).append((words, Hedge(hedge)))
    return found


def _split(phrase: str) -> list[str]:
    return [part for word in phrase.split() for part in _points(word)]


def _points(word: str) -> list[str]:
    return [word[:-1], "."] if word.endswith(".") and len(word) > 1 else [word]


_BEFORE = _by_last(_TABLE["before"])
_AFTER: dict[str, list[tuple[tuple[str, ...], Hedge]]] = {}
for _phrase, _hedge in sorted(_TABLE["after"].items(), key=lambda item: -len(item[0].split())):
    _words = tuple(_phrase.split())
    _AFTER.setdefault(_words[0], []).append((_words, Hedge(_hedge)))


class Bound(NamedTuple):
    """A hedge as read, and the first token of it (before) or the token after it (after)."""

    hedge: Hedge
    edge: int


_NOT_HEDGE_BEFORE = frozenset(("and", "or"))
_PLACES = frozenset(
    ("over", "under", "above", "below", "around", "about", "within", "just", "only")
)


def hedge_before(tokens: Tokens, i: int) -> Bound | None:
    """The hedge whose last word stands right before token ``i``; articles are read over."""
    j = i
    if (
        tokens.at(j - 1) in ("the", "a", "an", "his", "her", "their", "its")
        and j > 1
        and tokens.at(j - 2) not in ("to", "as", "than", "under", "over", "of")
    ):
        j = j - 1 if tokens.at(j - 1) != "the" else j
    for words, hedge in _BEFORE.get(tokens.at(j - 1), ()):
        size = len(words)
        if size <= j and all(tokens.word[j - size + n] == word for n, word in enumerate(words)):
            return _joined(tokens, Bound(hedge, j - size))
    return None


def _joined(tokens: Tokens, bound: Bound) -> Bound | None:
    """Two hedges in a row: the outer one bounds (``at least about 40``)."""
    first = bound.edge
    if bound.hedge is Hedge.EXACT:
        outer = hedge_before(tokens, first) if tokens.at(first - 1) in _BEFORE else None
        return outer if outer and outer.hedge is not Hedge.EXACT else bound
    if bound.hedge is Hedge.ABOUT and tokens.at(first - 1) in ("least", "than", "most"):
        outer = hedge_before(tokens, first)
        if outer:
            return outer
    return bound


def hedge_after(tokens: Tokens, i: int) -> Bound | None:
    """The hedge that begins at token ``i``, after number and unit."""
    for words, hedge in _AFTER.get(tokens.at(i), ()):
        if all(tokens.at(i + n) == word for n, word in enumerate(words)):
            if words[0] in ("at", "plus") and tokens.at(i + len(words))[:1].isdecimal():
                continue
            if words == ("plus",) and tokens.at(i - 1) != "-" and tokens.at(i + 1).isalpha():
                continue
            if words == ("+",) and not tokens.is_tight(i):
                continue
            return Bound(hedge, i + len(words))
    return None


def apply_hedge(hedge: Hedge, low: float, high: float) -> tuple[float | None, float | None]:
    """Low and high as the hedge leaves them: open (None) on the side that it does not bound."""
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        return low, None
    if hedge in (Hedge.AT_MOST, Hedge.FEWER_THAN, Hedge.UP_TO):
        return None, high
    return low, high
