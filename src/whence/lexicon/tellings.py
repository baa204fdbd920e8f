"""Words before an outlet's name by which somebody reaches it: "claimed to", "gave it to the"."""

import re
from typing import Final, NamedTuple

from whence.lexicon.documents import DOCUMENT_NOUNS
from whence.lexicon.tables import load_table

_TABLE: Final = load_table("credits")
_WORDS: Final = _TABLE["telling"]
_BEFORE: Final = _TABLE["before"]


def any_of(words: list[str]) -> str:
    """A pattern for any of some words or phrases, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


_VERB: Final = (
    rf"(?:(?:{any_of(_WORDS['stems'].split())})"
    r"(?:|s|e|es|d|ed|ing|y|ies|ied|ying|ted|ting|bed|bing)"
    rf"|{any_of(_WORDS['forms'].split())})"
)
_DAY: Final = r"(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MANNER: Final = rf"(?:\w{{2,15}}ly|{_DAY}|{any_of(_WORDS['manners'])})"
_HANDING: Final = any_of(_WORDS["handing"].split())
_SAID: Final = any_of(_WORDS["told_nouns"])
_SHOWN: Final = any_of(sorted(DOCUMENT_NOUNS - set(_WORDS["told_nouns"])))
_NOUN_GROUP: Final = (
    r"(?:(?:an?|the|his|her|its|their|this|that|these|another) )?(?:[\w'-]{2,20} ){0,2}?"
)
_MODIFIERS: Final = frozenset(
    [
        *_TABLE["modifiers"],
        *_TABLE["outlet_words"],
        *_BEFORE["peoples"],
        *_WORDS["editions"],
        "both",
    ]
) - {"from"}
_PEOPLES_ENDS: Final = tuple(_BEFORE["peoples_ends"])
_MOST_MODIFIERS: Final = 5
_LAST: Final = frozenset(["to", "by", "from", "on", "in"]).union(
    *(_WORDS[name].split() for name in ("reaching", "handing", "meeting"))
)

_TELLING: Final = re.compile(
    rf"(?<![\w'-])(?:"
    rf"(?P<told>{_VERB}(?: (?:{any_of(_WORDS['objects'])}))?(?: {_MANNER}){{0,2}},? to"
    rf"|(?:{_HANDING}) (?:it|this|them|that|{_NOUN_GROUP}(?:{_SAID}))(?: {_MANNER})?,? to"
    rf"|(?<!not be )(?:{any_of(_WORDS['asking'].split())})"
    r"(?: for comment| about (?:it|this|that|the [a-z]+))?"
    rf"(?: {_MANNER})?,? by"
    rf"|(?:questions|{any_of(_WORDS['questions'])}) from"
    rf"|(?:{any_of(_WORDS['saying_nouns'])}) (?:to|on)"
    rf"|{any_of(_WORDS['reaching'].split())})"
    rf"|(?P<obtained>(?:{_HANDING}) {_NOUN_GROUP}(?:{_SHOWN}) (?:\w+ly )?to)"
    rf"|(?P<reported>(?:{_VERB}(?: (?:{any_of(_WORDS['objects'])}))?(?: {_MANNER}){{0,2}}"
    rf"|(?:{any_of(_WORDS['saying_nouns'])})) (?:on|in)"
    r"|(?:first )?surfaced (?:in|on)|heard on|interviewed in))$"
)
_HANDED: Final = re.compile(rf"(?<![\w'-])(?:{_HANDING})$")
_THING: Final = re.compile(
    rf"\s+{_NOUN_GROUP}(?:(?P<told>{_SAID})|(?P<obtained>{_SHOWN}))(?![\w-])"
)
_OPENING: Final = re.compile(r"(?:^|[.!?:\"] {0,2}|\n)(?:in|on)$")
_RECEIVING: Final = re.compile(rf"(?<![\w'-])(?:{any_of(_WORDS['meeting'].split())})$")
_WHERE: Final = re.compile(r" (?:in|at|on|inside|outside|over|for|with)\b")
_THEN_SAYS: Final = re.compile(rf"[^.!?\n\"]{{2,70}}?(?<![\w'-]){_VERB}(?![\w'-])")
_NEAR: Final = 60


class Telling(NamedTuple):
    """What words before a name say of it."""

    kind: str
    """Of the credit: ``told``, ``reported`` or ``obtained``."""
    start: int
    """Where they begin."""


def find_telling(before: str, after: str) -> Telling | None:
    """How the words before a name say that its outlet was told, shown or used; None if they do not.

    Args:
        before: What stands before the name in its paragraph, in lower case with plain marks.
        after: What stands behind it.
    """
    end = _end_of_phrase(before)
    first = max(0, end - _NEAR)
    phrase = before[first:end]
    if phrase.rpartition(" ")[2] not in _LAST:
        return None
    match = _TELLING.search(phrase)
    if match is not None:
        return Telling(match.lastgroup or "told", first + match.start())
    match = _HANDED.search(phrase)
    thing = _THING.match(after) if match else None
    if match is not None and thing is not None:
        return Telling(thing.lastgroup or "told", first + match.start())
    match = _RECEIVING.search(phrase)
    if match is not None and _WHERE.match(after):
        return Telling("told", first + match.start())
    match = _OPENING.search(phrase)
    if match is not None and _THEN_SAYS.match(after):
        return Telling("reported", first + match.end() - len("in"))
    return None


def _end_of_phrase(before: str) -> int:
    """Where the words before a name end without its article and what describes it.

    "said in the British tabloid" ends with "in".
    """
    end = len(before.rstrip(" \"'"))
    for _ in range(_MOST_MODIFIERS):
        word = before[max(0, end - _NEAR) : end].rpartition(" ")[2]
        if not (word in _MODIFIERS or word.endswith(_PEOPLES_ENDS) or "-" in word):
            break
        end = len(before[: end - len(word)].rstrip())
    return end
