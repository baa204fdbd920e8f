"""What was established once: later words of a speaker who told an outlet came the same way."""

import re
from typing import Final

from whence.extract.cases import Case, Sentences
from whence.extract.chains.media import carrier_name
from whence.extract.credits.others import Others
from whence.extract.quotations import is_inside
from whence.lexicon.tables import load_table
from whence.model import Carrier, Quotation, Span

_PRONOUNS: Final = frozenset({"he", "she", "they"})
_RELATIVES: Final = frozenset({"who", "which", "that"})
_ELSEWHERE: Final = re.compile(
    r"\b(?:wrote|"
    + "|".join(
        re.escape(phrase)
        for setting in ("release", "press conference", "speech", "post")
        for phrase in load_table("credits")["settings"][setting]
    )
    + r")\b",
    re.IGNORECASE,
)
"""Words of the occasion on which somebody spoke, or that he wrote: another hearing."""
_NAME: Final = re.compile(r"[^\W\d_a-z][\w’'-]+(?:\s+[^\W\d_a-z][\w’'.-]+)*")
_WORD: Final = re.compile(r"[^\W\d_a-z][\w’'-]+")
_NO_NAME: Final = frozenset(
    "The A An In On At But And When While After Before According Speaking "
    "Mr Mrs Ms Dr He She They It".split()
)


def inherit(
    cases: list[Case],
    unclaimed: list[tuple[Span, Carrier]],
    sentences: Sentences,
    text: str,
    quotations: tuple[Quotation, ...],
    others: Others,
) -> None:
    """Give later attributions of a speaker the carriers that an earlier sentence established.

    A pronoun means the speaker of the attribution before unless another person is named between
    them, and so does a quotation without a cue; a relative, a passive or somebody inside another's
    words does not. An attribution with carriers of its own keeps those, and they hold from there
    on. What was said in a statement, a speech or a post did not come by way of them, nor does what
    its speaker adds to it.
    """
    known: dict[str, list[Carrier]] = {}
    waiting = sorted(unclaimed, key=lambda phrase: phrase[0])
    last, reached = "", 0
    for case in sorted(cases, key=lambda case: min((*case.cue, *case.source, *case.content))):
        if case.dropped or case.is_relay or case.parent is not None:
            continue
        start = min((*case.cue, *case.source, *case.content)).start
        while waiting and waiting[0][0].end <= start:
            phrase, carrier = waiting.pop(0)
            key = _speaker_before(text, sentences.at(phrase.start), phrase, others)
            if key:
                known[key] = [carrier.replace(inherited=True)]
                last = key
        key = _speaker_key(case, text, others)
        if key in _PRONOUNS or not (case.source or case.cue):
            key = "" if _names_another(text, Span(reached, start), last, others) else last
        if not key or key in _RELATIVES:
            continue
        if case.source and is_inside(quotations, case.source[0].start):
            continue
        if case.via:
            known[key] = [carrier.replace(inherited=True) for carrier in case.via]
        elif key in known and _is_elsewhere(case, text):
            del known[key]
        else:
            case.via.extend(known.get(key, ()))
        last, reached = key, max((*case.cue, *case.source, *case.content)).end


def _names_another(text: str, between: Span, last: str, others: Others) -> bool:
    """Whether a stretch of text names a person who is not the one that spoke last."""
    words = _WORD.findall(text, *between)
    return any(word in others.surnames and word.lower() not in last.split() for word in words)


def _is_elsewhere(case: Case, text: str) -> bool:
    """Whether the words round the content say that it was written or said on an occasion."""
    return any(
        not case.holds(Span(*match.span()))
        for match in _ELSEWHERE.finditer(text, case.reach.start, case.reach.end)
    )


def _speaker_key(case: Case, text: str, others: Others) -> str:
    """A key of the source within one report: its name, else head words; a pronoun as it is."""
    if not case.source:
        return ""
    words = case.source[0].of(text)
    low = words.lower()
    if low in _PRONOUNS | _RELATIVES:
        return low
    name = carrier_name(words)
    return _name_key(name, others) if name else low


def _name_key(name: str, others: Others) -> str:
    """A surname in lower case; the whole name where several people of the report share it."""
    surname = name.split()[-1]
    return name.lower() if surname in others.shared else surname.lower()


def _speaker_before(text: str, sentence: Span, phrase: Span, others: Others) -> str:
    """Who told, in a sentence without attribution: the last name before the phrase."""
    names = [
        match.group()
        for match in _NAME.finditer(text, sentence.start, phrase.start)
        if match.group().split()[0] not in _NO_NAME or " " in match.group()
    ]
    return _name_key(names[-1], others) if names else ""
