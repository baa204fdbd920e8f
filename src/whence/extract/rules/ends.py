"""Where a content ends: at the sentence's end, or where the narrator or another cue takes over."""

from whence.extract.cuewords import FORMS, SAYING, TAILS
from whence.extract.passages import Passage
from whence.extract.rules.nominals import subject_after


def content_end(passage: Passage, start: int, stop: int, *, cue_form: str = "past") -> int:
    """Where the content that begins at ``start`` ends, at ``stop`` at the latest."""
    end = stop
    at = start + 1
    while at < stop:
        tag = passage.tags[at]
        if tag == ";":
            end = at
            break
        if tag == "," and _breaks_after_comma(passage, at + 1, stop):
            end = at
            break
        if tag in "cb" and _second_cue(passage, at, stop, cue_form):
            end = at
            break
        if (
            tag == "-"
            and passage.word(at + 1) == "according"
            and (closed := _dash_after(passage, at, stop))
        ):
            at = closed + 1
            continue
        if passage.lower[at] == "according" and passage.word(at + 1) == "to":
            end = at
            break
        at += 1
    return strip_end(passage, start, end)


def _dash_after(passage: Passage, at: int, stop: int) -> int:
    """The dash that closes a parenthesis; 0 if there is none."""
    for position in range(at + 1, min(stop, at + 20)):
        if passage.tags[position] == "-":
            return position
    return 0


def _breaks_after_comma(passage: Passage, at: int, stop: int) -> bool:
    """Whether the narrator takes over after a comma."""
    if at >= stop:
        return True
    word = passage.lower[at]
    tag = passage.tags[at]
    if tag == "b":
        return passage.at(at + 1) != "["
    if tag == "e" and passage.at(at + 1) == "g":
        at += 1
        tag, word = passage.tags[at], passage.lower[at]
    if (
        tag == "g"
        and word in FORMS
        and FORMS[word][0] in SAYING
        and word not in ("including", "indicating")
        and passage.at(at + 1) not in ",.;:)"
    ):
        return True
    if word == "which" and passage.at(at + 1) in "NndprS":
        # "…, which Hill has denied": the clause is another speaker's.
        return any(
            FORMS.get(passage.lower[later], ("",))[0] in SAYING and passage.quote[later] < 0
            for later in range(at + 2, min(stop, at + 7))
        )
    return word == "according" or is_tail(passage, at, stop)


def is_tail(passage: Passage, at: int, stop: int) -> bool:
    """Whether what begins after a comma is a cue that closes the sentence: "…, the paper said"."""
    known = FORMS.get(passage.word(at))
    if known and known[1] in ("past", "third") and known[0] in TAILS:
        named = subject_after(passage, at + 1, stop)
        return named is not None and _closes(passage, named[1], stop)
    named = subject_after(passage, at, stop, appositions=False)
    if named is None:
        return False
    position = named[1]
    ended = FORMS.get(passage.word(position - 1))
    if ended and position - named[0] > 1 and ended[1] == "third" and ended[0] in TAILS:
        return _closes(passage, position, stop)
    while position < stop and passage.tags[position] in "aex":
        position += 1
    known = FORMS.get(passage.word(position)) if position < stop else None
    if known is None or known[0] not in TAILS or known[1] not in ("past", "third", "base"):
        return False
    return _closes(passage, position + 1, stop)


def _closes(passage: Passage, at: int, stop: int) -> bool:
    """Whether nothing but an adjunct stands between a word and the end of the sentence."""
    if at >= stop or passage.tags[at] in ".,D" or passage.lower[at] in ("earlier", "last"):
        return True
    return passage.tags[at] == "i" and stop - at < 12


def _second_cue(passage: Passage, at: int, stop: int, cue_form: str) -> bool:
    """Whether "and" joins a second cue of the same speaker: "said X and added that Y"."""
    position = at + 1
    while position < stop and passage.tags[position] in "e":
        position += 1
    if position >= stop or passage.quote[position] >= 0:
        return False
    if passage.tags[at] == "b" and passage.at(position) in "a" and passage.at(position + 1) == "x":
        known = FORMS.get(passage.word(position + 2))
        return bool(known) and known is not None and known[0] in SAYING
    known = FORMS.get(passage.lower[position])
    if not known or known[0] not in SAYING:
        return False
    return known[1] == cue_form and passage.at(position + 1) in "trN[dpT:"


def strip_end(passage: Passage, start: int, end: int) -> int:
    """``end`` without the punctuation and joining words before it."""
    while end > start and passage.tags[end - 1] in ",.;:-cbe" and passage.quote[end - 1] < 0:
        if passage.tags[end - 1] == "e" and not (end < len(passage) and passage.tags[end] in ",;"):
            break
        if passage.tags[end - 1] == "." and _is_abbreviation(passage, end - 1):
            break
        end -= 1
    return end


def _is_abbreviation(passage: Passage, at: int) -> bool:
    before = passage.word(at - 1)
    return (
        passage.lower[at] == "."
        and len(before) == 1
        and before.isalpha()
        and passage.word(at - 2) == "."
    )
