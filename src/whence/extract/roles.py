"""What a pair of quotation marks is for: speech, a title, a term, a nickname, or arm's length."""

import re
from typing import Final

from whence.extract.cuewords import FORMS, SAYING
from whence.lexicon.tables import load_table
from whence.model import QuotationRole, Span

_TABLE: Final = load_table("quotation_roles")
_WINDOW: Final = 200

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_TITLE_NOUN: Final = re.compile(
    r"\b(?:" + "|".join(_TABLE["titles"]["before"]) + r")[,:]?\s*$", re.IGNORECASE
)
_TITLE_AFTER: Final = re.compile(
    r"\s+(?:" + "|".join(_TABLE["titles"]["after"]) + r")\b", re.IGNORECASE
)
_TERM: Final = re.compile(
    r"\b(?:" + "|".join(_TABLE["terms"]["before"]) + r")[,:]?\s*$", re.IGNORECASE
)
_NICKNAME: Final = re.compile(
    r"\b(?:" + "|".join(_TABLE["nicknames"]["before"]) + r")\s*$", re.IGNORECASE
)
_SCARE: Final = re.compile(
    r"\b(?:so-called|self-styled|self-described|allegedly|supposed|supposedly|purported)\s*$",
    re.IGNORECASE,
)
_SMALL: Final = frozenset(_TABLE["titles"]["small_words"])
_NO_NAME_AFTER: Final = frozenset("as and or but that is was a an".split())
_PIECE: Final = re.compile(r"[^\W\d_]+|[.!?](?=\s)")
_CUES: Final = frozenset(form for form, (lemma, _) in FORMS.items() if lemma in SAYING) | frozenset(
    _TABLE["speech"]["nouns"]
)


def role_of(text: str, block: Span, span: Span, outer: Span) -> QuotationRole:
    """The role of one quotation, by its words and the words beside it.

    Speech is what remains: a sentence, a part of one that a cue of speech stands near, anything
    that ends in a comma or stop inside the marks.
    """
    words = [
        match.group() for match in _WORD.finditer(text, span.start, min(span.end, span.start + 400))
    ]
    if not words or len(words) > 12:
        return QuotationRole.SPEECH
    before = text[max(block.start, outer.start - 60) : outer.start]
    after = text[outer.end : min(block.end, outer.end + 60)]
    inside = span.of(text)
    capitals = _is_title_case(words)
    if _SCARE.search(before):
        return QuotationRole.SCARE
    if _is_nickname(before, after, words):
        return QuotationRole.NICKNAME
    if capitals and (_TITLE_NOUN.search(before) or _TITLE_AFTER.match(after)):
        return QuotationRole.TITLE
    if len(words) == 1 and capitals and _is_lone_name(before, inside):
        return QuotationRole.TITLE
    if _TERM.search(before):
        return QuotationRole.TERM
    if inside[-1] in ".,!?…" or len(words) > 6 or before.rstrip().endswith((":", ",")):
        return QuotationRole.SPEECH
    if capitals and len(words) > 1 and inside[0].isupper() and not _cue_near(text, block, outer):
        return QuotationRole.TITLE
    if _cue_near(text, block, outer):
        return QuotationRole.SPEECH
    return QuotationRole.SCARE if len(words) <= 3 else QuotationRole.SPEECH


def _is_lone_name(before: str, inside: str) -> bool:
    """Whether one capitalised word in marks stands where a name would, no cue before it."""
    last = _WORD.findall(before)[-1:]
    if not last or inside[-1] in ",!?…" or not inside[0].isupper() or inside.isupper():
        return False
    return last[0].islower() and last[0] not in _CUES and last[0] not in _NO_NAME_AFTER


def _is_title_case(words: list[str]) -> bool:
    """Whether every word that is not small begins with a capital or digit."""
    large = [word for word in words if word.lower() not in _SMALL]
    return bool(large) and all(not word[0].islower() for word in large)


def _is_nickname(before: str, after: str, words: list[str]) -> bool:
    if len(words) > 3:
        return False
    if _NICKNAME.search(before):
        return True
    last = before.rstrip().rsplit(None, 1)
    following = after.lstrip()
    named = bool(last) and last[-1][:1].isupper() and last[-1][-1:].isalpha()
    return (
        named
        and before[-1:].isspace()
        and following[:1].isupper()
        and following[1:2].islower()
        and words[0][0].isupper()
        and "." not in before[-2:]
    )


def _cue_near(text: str, block: Span, outer: Span) -> bool:
    """Whether a cue of speech stands in the same sentence, as far as a window shows."""
    before = text[max(block.start, outer.start - _WINDOW) : outer.start].lower()
    after = text[outer.end : min(block.end, outer.end + _WINDOW)].lower()
    for word in reversed(_PIECE.findall(before)):
        if word in ".!?":
            break
        if word in _CUES:
            return True
    for word in _PIECE.findall(after):
        if word in ".!?":
            return False
        if word in _CUES:
            return True
    return False
