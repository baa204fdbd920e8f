"""What was established once: later words of a speaker who told an outlet came the same way."""

import re
from typing import Final

from whence.extract.cases import Case, Sentences
from whence.extract.chains.media import carrier_name
from whence.model import Carrier, Span

_PRONOUNS: Final = frozenset({"he", "she", "they", "who"})
_NAME: Final = re.compile(r"[^\W\d_a-z][\w’'-]+(?:\s+[^\W\d_a-z][\w’'.-]+)*")
_NO_NAME: Final = frozenset(
    "The A An In On At But And When While After Before According Speaking "
    "Mr Mrs Ms Dr He She They It".split()
)


def inherit(
    cases: list[Case], unclaimed: list[tuple[Span, Carrier]], sentences: Sentences, text: str
) -> None:
    """Give later attributions of a speaker the carriers that an earlier sentence established.

    A pronoun means the speaker of the attribution before. An attribution with carriers of its
    own keeps those, and they hold from there on.
    """
    known: dict[str, list[Carrier]] = {}
    waiting = sorted(unclaimed, key=lambda phrase: phrase[0])
    last = ""
    for case in sorted(cases, key=lambda case: min((*case.cue, *case.source, *case.content))):
        if case.dropped or case.is_relay or case.parent is not None:
            continue
        start = min((*case.cue, *case.source, *case.content)).start
        while waiting and waiting[0][0].end <= start:
            phrase, carrier = waiting.pop(0)
            key = _speaker_before(text, sentences.at(phrase.start), phrase)
            if key:
                known[key] = [carrier.replace(inherited=True)]
                last = key
        key = speaker_key(case, text)
        key = last if key in _PRONOUNS or not key else key
        if not key:
            continue
        if case.via:
            known[key] = [carrier.replace(inherited=True) for carrier in case.via]
        elif key in known:
            case.via.extend(known[key])
        last = key


def speaker_key(case: Case, text: str) -> str:
    """A key of the source within one report: surname, else head words; a pronoun as it is."""
    if not case.source:
        return ""
    words = case.source[0].of(text)
    low = words.lower()
    if low in _PRONOUNS:
        return low
    name = carrier_name(words)
    return name.split()[-1].lower() if name else low


def _speaker_before(text: str, sentence: Span, phrase: Span) -> str:
    """Who told, in a sentence without attribution: the last name before the phrase."""
    names = [
        match.group()
        for match in _NAME.finditer(text, sentence.start, phrase.start)
        if match.group().split()[0] not in _NO_NAME or " " in match.group()
    ]
    return names[-1].split()[-1].lower() if names else ""
