"""Which rule reads what begins with a word: filled once by the grammar, asked by all rules."""

from collections.abc import Callable

from whence.extract.numerals import Tokens
from whence.extract.timexes.phrases import Phrase
from whence.model import TimexType

DATE, TIME, DURATION, SET = TimexType.DATE, TimexType.TIME, TimexType.DURATION, TimexType.SET
Rule = Callable[[Tokens, int], Phrase | None]


MOST_NESTED = 4
"""Rules that may read inside one another: ``about the end of early June`` needs three."""


def from_the(tokens: Tokens, i: int) -> Phrase | None:
    """Nouns of time that take an article: ``the past three years``, ``the end of 1990``."""
    word = tokens.at(i + 1)
    rule = AFTER_THE.get(word)
    if rule is None and (word[:1].isdecimal() or word == "'"):
        rule = AFTER_THE["0"]
    phrase = _nested(rule, tokens, i + 1) if rule else None
    return phrase._replace(first=i) if phrase else None


def rule_at(tokens: Tokens, i: int) -> Phrase | None:
    """The expression that begins at token ``i``, with its modifiers."""
    word = tokens.at(i)
    if not word:
        return None
    rule = RULES.get(word)
    if rule is None and word[0].isdecimal():
        rule = RULES["0"]
    return _nested(rule, tokens, i) if rule else None


def _nested(rule: Rule, tokens: Tokens, i: int) -> Phrase | None:
    """What a rule reads, unless too many read around it: ``the end of the end of the end …``."""
    if tokens.depth >= MOST_NESTED:
        return None
    tokens.depth += 1
    phrase = rule(tokens, i)
    tokens.depth -= 1
    return phrase


RULES: dict[str, Rule] = {}


AFTER_THE: dict[str, Rule] = {}
