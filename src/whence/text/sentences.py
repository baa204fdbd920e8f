"""Sentences of a paragraph; quotation marks and abbreviations are heeded."""

import re

from whence.model import Span, Spans
from whence.text.words import trim_space

# Where a sentence may end: stops with what closes after them, or a blank line.
_END = re.compile(r"[.!?…‽。؟।]+[)\]}'\"’”»›]*(?=\s|$)|\n[ \t\r]*\n")
_LAST_WORD = re.compile(r"[\w.’'&-]{1,24}$")
_OPENING = "\"'“‘„‚«‹([—–-•*"

_TITLES = frozenset(
    "mr mrs ms mx dr prof rev hon fr sr sra st ste gen col lt maj capt cpl sgt cmdr adm brig sen "
    "rep gov pres supt insp det messrs mme mlle hrh pm".split()
)
_ABBREVIATIONS = frozenset(
    "vs v etc no nos vol fig dept est approx jan feb mar apr jun jul aug sep sept oct nov dec "
    "mon tue tues wed thu thur thurs fri sat sun e.g i.e a.k.a cf al inc ltd co corp bros jr ave "
    "blvd rd mt ft op pp para ed eds univ assn govt intl".split()
)
# These end a sentence when the next word is capitalised and is no name that may follow them.
_MAY_END = frozenset("etc inc ltd co corp jr sr bros al est a.m p.m u.s u.k u.n e.u d.c".split())
_AFTER_COUNTRY = frozenset(
    "government president army military senate congress department embassy ambassador secretary "
    "supreme district attorney state navy air marine marines coast house rep sen security general "
    "treasury house's dollar mission forces troops".split()
)


def find_sentences(text: str, block: Span) -> Spans:
    """The sentences of a block in order, without the white space around them.

    A stop inside a quotation ends a sentence only if what follows opens a new one; a blank line
    always ends one. Runs in linear time and never raises.
    """
    found: list[Span] = []
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if match.end() >= block.end or _ends(text, match, block):
            _append(text, start, match.end(), found)
            start = match.end()
    _append(text, start, block.end, found)
    return tuple(found)


def _append(text: str, start: int, end: int, found: list[Span]) -> None:
    sentence = trim_space(text, start, end)
    if sentence is not None:
        found.append(sentence)


def _ends(text: str, match: re.Match[str], block: Span) -> bool:
    mark = match.group()
    if mark[0] == "\n":
        return True
    following = _next_word(text, match.end(), block.end)
    if not following:
        return True
    first = following[0]
    if first.islower():
        return False
    if mark == ".":
        return not _is_abbreviation(text, match.start(), block.start, following)
    if mark[0] in "….":
        return first.isupper() or not first.isalnum()
    # "Why?" Smith asked: a question or exclamation inside marks goes on when a cue follows, but a
    # capital cannot tell; splitting there costs less than joining two sentences.
    return True


def _next_word(text: str, position: int, end: int) -> str:
    while position < end and (text[position].isspace() or text[position] in _OPENING):
        position += 1
    stop = position
    while stop < min(end, position + 24) and (text[stop].isalnum() or text[stop] in "'’"):
        stop += 1
    return text[position : max(stop, position + 1)] if position < end else ""


def _is_abbreviation(text: str, stop: int, begin: int, following: str) -> bool:
    found = _LAST_WORD.search(text, max(begin, stop - 24), stop)
    if not found:
        return False
    word = found.group().strip("'’").lower()
    if word in _TITLES:
        return True
    if len(word) == 1 and word.isalpha():
        return found.group().isupper() and following[0].isupper()
    if word in _MAY_END or "." in word:
        return (
            following.lower() in _AFTER_COUNTRY
            if following[0].isupper()
            else following[0].isalnum()
        )
    if word in _ABBREVIATIONS:
        return following[0].isdigit() or word in ("vs", "v", "e.g", "i.e", "no", "nos", "mt", "ft")
    return False
