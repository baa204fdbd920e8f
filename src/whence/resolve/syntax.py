"""The place of a mention in its clause, read from the words beside it without a parser."""

import re
from enum import Enum
from typing import Final

from whence.lexicon import load_table
from whence.resolve.references import Layout, Reference

_ENGLISH: Final = load_table("english")
_PREPOSITIONS: Final = frozenset(_ENGLISH["prepositions"].split()) | {"of", "to"}
_AUXILIARIES: Final = frozenset(_ENGLISH["auxiliaries"].split())
_VERBS: Final = frozenset(_ENGLISH["verbs_past"].split()) | _AUXILIARIES
_CLOSED: Final = frozenset(
    " ".join(
        _ENGLISH[key]
        for key in ("coordinators", "adversatives", "subordinators", "relatives", "questions")
    ).split()
) | {"that"}
_BEFORE: Final = re.compile(r"([\w'’-]+)?([^\w]*)$")
_AFTER: Final = re.compile(r"(['’]s\b|['’](?=\s))?([^\w'’]*)([\w'’-]+)?")
_APPOSED: Final = re.compile(r"\s*,[^,.;:!?]{2,80},\s*([\w'’-]+)|\s*\([^)]{1,60}\)\s*([\w'’-]+)")
_NOT_VERBS: Final = frozenset("as is news series always perhaps less yes this his its".split())


class Slot(Enum):
    """What a mention is in its clause."""

    SUBJECT = "subject"
    OBJECT = "object"
    OBLIQUE = "oblique"
    POSSESSOR = "possessor"
    OTHER = "other"


def slot_of(layout: Layout, reference: Reference) -> Slot:
    """The place of a mention in its clause, by the words before and after it."""
    if reference.pronoun:
        return _slot_of_pronoun(layout, reference)
    start = reference.span.start
    end = (reference.mention.head or reference.span).end
    end = max(end, reference.span.end)
    text = layout.text
    after = _AFTER.match(text, end, min(len(text), end + 60))
    if after is not None and after.group(1):
        return Slot.POSSESSOR
    before = _BEFORE.search(text, max(0, start - 40), start)
    word = (before.group(1) or "").lower() if before is not None else ""
    gap = before.group(2) if before is not None else ""
    if word in ("the", "a", "an"):
        before = _BEFORE.search(text, max(0, start - 44), before.start(1) if before else start)
        word = (before.group(1) or "").lower() if before is not None else ""
        gap = before.group(2) if before is not None else ""
    if word in _PREPOSITIONS and not gap.strip():
        return Slot.OBLIQUE
    if is_followed_by_verb(text, end):
        return Slot.SUBJECT
    if looks_like_verb(word) and not gap.strip():
        return Slot.OBJECT
    return Slot.OTHER


def is_followed_by_verb(text: str, end: int) -> bool:
    """Whether a verb follows a noun phrase, directly or behind an apposition."""
    after = _AFTER.match(text, end, min(len(text), end + 60))
    if after is not None and after.group(3) and not after.group(2).strip():
        return looks_like_verb(after.group(3).lower()) or after.group(3).lower() == "who"
    apposed = _APPOSED.match(text, end, min(len(text), end + 140))
    if apposed is not None:
        return looks_like_verb((apposed.group(1) or apposed.group(2)).lower())
    return False


def looks_like_verb(word: str) -> bool:
    """Whether a lower-case word has the form of a finite verb."""
    if word in _VERBS:
        return True
    if word in _NOT_VERBS or word in _PREPOSITIONS or word in _CLOSED or not word.isalpha():
        return word.endswith(("n't", "n’t"))
    if word.endswith("ed") and len(word) > 3:
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")) and len(word) > 3


def _slot_of_pronoun(layout: Layout, reference: Reference) -> Slot:
    word = reference.pronoun
    if word in ("his", "their", "its", "my", "our", "hers", "theirs", "mine"):
        return Slot.POSSESSOR
    if word == "her":
        after = _AFTER.match(layout.text, reference.span.end, reference.span.end + 40)
        follows = (after.group(3) or "").lower() if after is not None else ""
        gap = after.group(2) if after is not None else ""
        is_object = (
            not follows
            or gap.strip() != ""
            or follows in _PREPOSITIONS
            or follows in _CLOSED
            or follows in ("the", "a", "an", "this", "his", "was", "is", "had")
        )
        return Slot.OBJECT if is_object else Slot.POSSESSOR
    if word in ("he", "she", "they", "i", "we", "it"):
        return Slot.SUBJECT
    before = _BEFORE.search(layout.text, max(0, reference.span.start - 30), reference.span.start)
    if before is not None and (before.group(1) or "").lower() in _PREPOSITIONS:
        return Slot.OBLIQUE
    return Slot.OBJECT
