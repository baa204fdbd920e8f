"""Cues in a frame: verbs, phrases, nouns, adjectives and adverbs that ascribe."""

from typing import Final

from whence.extract.cuewords import (
    ADJECTIVES,
    FORMS,
    HEARSAY,
    NOUNS,
    PASSIVE,
    PHRASES,
    VERBS,
    CueVerb,
)
from whence.extract.passages import Passage
from whence.lexicon.tables import load_table

_TABLE: Final = load_table("clauses")
_CARRIED_BY: Final = frozenset(_TABLE["catenatives"].split())
_BE: Final = frozenset("is was were are be been being am 's ’s 're ’re 'm ’m".split())
_MODAL: Final = frozenset(
    "will would can could may might must shall should do does did 'll ’ll 'd ’d wo ca".split()
)
_PLURAL_VERB: Final = frozenset("they we i you who".split())
_NOUN_FORMS: Final = frozenset(_TABLE["noun_forms"].split())
_COLLECTIVE: Final = frozenset(_TABLE["plural_nouns"].split())


class Cue:
    """A cue found in a frame: its words and what sort of cue it is."""

    __slots__ = ("first", "form", "head", "is_passive", "sort", "stop", "verb", "verbs")

    def __init__(
        self,
        *,
        sort: str,
        first: int,
        head: int,
        stop: int,
        verbs: tuple[CueVerb, ...] = (),
        form: str = "",
        is_passive: bool = False,
    ) -> None:
        self.sort, self.first, self.head, self.stop = sort, first, head, stop
        self.verbs, self.form, self.is_passive = verbs, form, is_passive
        self.verb: CueVerb | None = verbs[0] if verbs else None


def find_cues(passage: Passage, first: int, stop: int) -> list[Cue]:
    """The cues outside quotation marks in the words from ``first`` up to ``stop``."""
    found: list[Cue] = []
    index = first
    while index < stop:
        cue = _cue_at(passage, index, first, stop) if passage.quote[index] < 0 else None
        if cue is None:
            index += 1
            continue
        if found and cue.first < found[-1].stop:
            cue.first = found[-1].stop if found[-1].stop <= cue.head else cue.head
        found.append(cue)
        index = max(cue.stop, index + 1)
    return found


def _cue_at(passage: Passage, index: int, first: int, stop: int) -> Cue | None:
    word = passage.lower[index]
    if word in FORMS and (cue := _verb_cue(passage, index, first, stop)):
        return cue
    if word in _PHRASE_HEADS and (cue := _phrase_cue(passage, index, stop)):
        return cue
    if word in HEARSAY:
        return Cue(sort="adverb", first=index, head=index, stop=index + 1)
    if word in NOUNS:
        return _noun_cue(passage, index, stop)
    if word in ADJECTIVES and index > first:
        return _adjective_cue(passage, index, first, stop)
    return None


_PHRASE_HEADS: Final = frozenset(phrase[0] for phrase in PHRASES)


def _phrase_cue(passage: Passage, index: int, stop: int) -> Cue | None:
    for phrase in PHRASES:
        end = index + len(phrase)
        if end < stop and tuple(passage.lower[index:end]) == phrase:
            return Cue(sort="phrase", first=index, head=index, stop=end)
    return None


def _verb_cue(passage: Passage, index: int, first: int, stop: int) -> Cue | None:
    lemma, form = FORMS[passage.lower[index]]
    if not _is_verb(passage, index, form, first):
        return None
    if passage.word(index + 1) == "to" and passage.lower[index] in _CARRIED_BY:
        carried = FORMS.get(passage.word(index + 2))
        if carried and carried[1] == "base" and index + 2 < stop:
            return None  # "continued to deny": the group is read at its last verb
    start, passive = _group_start(passage, index, first, form)
    end = index + 1
    if not passive and form in ("past", "participle") and passage.word(end) == "by":
        return None  # "a letter seen by": the participle describes the noun before it
    verbs = VERBS[lemma]
    for verb in verbs:
        size = len(verb.particles)
        at = end
        if size and passage.at(at) == "D" and at < stop:
            at += 1
        elif size and passage.word(at) == "on" and passage.at(at + 1) == "D":
            at += 2
        while (
            size
            and at < stop
            and passage.tags[at] == "e"
            and passage.lower[at] not in verb.particles
        ):
            at += 1
        if size and at - end < 3 and tuple(passage.lower[at : at + size]) == verb.particles:
            return Cue(
                sort="verb", first=start, head=index, stop=at + size, verbs=(verb,), form=form,
                is_passive=passive,
            )  # fmt: skip
    plain = tuple(verb for verb in verbs if not verb.particles)
    if not plain or (passive and passage.lower[index] not in PASSIVE):
        return None
    return Cue(
        sort="verb", first=start, head=index, stop=end, verbs=plain, form=form, is_passive=passive
    )


def _is_verb(passage: Passage, index: int, form: str, first: int) -> bool:
    """Whether a form that can be a verb is one here, judged by the word before."""
    before = index - 1
    while before >= first and passage.tags[before] in "ex":
        before -= 1
    tag = passage.at(before) if before >= first else "."
    word = passage.word(before) if before >= first else ""
    if before < first and form != "base" and FORMS[passage.lower[index]][0] != "say":
        return form == "ing"
    if form in ("past", "participle"):
        return tag not in "dpSfm" and not (tag == "i" and word not in ("as",))
    if form == "ing":
        return tag not in "dpSfNnDm" or passage.at(index + 1) in "t["
    if form == "third":
        plural = tag != "N" and passage.lower[index] in _NOUN_FORMS
        if plural and passage.at(index + 1) in ".,;)(":
            return False
        if tag in "Nnrw)D]e,q.:-ot" or word in ("one", "another"):
            return not (
                tag == "n" and passage.at(before - 1) in "pS" and passage.at(index + 1) in ".,"
            )
        return False
    if tag == "T" or (tag == "a" and word in _MODAL) or word in _PLURAL_VERB:
        return True
    if tag == "a" and word.startswith(("n't", "n’t")):
        return True
    if tag in "]" or (tag == "," and passage.at(index + 1) in "Nndpr"):
        return True
    if tag == "N" and passage.at(index + 1) in "nNmg":
        return False
    if tag in "nNS" and passage.at(index + 1) == "t" and passage.at(index + 2) not in "av":
        return True
    plural = tag in "nN" and (
        (word.endswith("s") and not word.endswith("ss")) or word in _COLLECTIVE
    )
    if not plural:
        return False
    after = passage.at(index + 1)
    return after in "dprNt[n:,miaso" or (after == "." and _closes_sentence(passage, before, first))


def _closes_sentence(passage: Passage, last: int, first: int) -> bool:
    """Whether a noun phrase follows a comma or a quotation: "…, two officials say."."""
    while last > first and passage.tags[last] in "NnmdpSfy":
        last -= 1
    return last > first and passage.tags[last] in ",]"


def _group_start(passage: Passage, index: int, first: int, form: str) -> tuple[int, bool]:
    """First word of the verb group ("has not yet", "went on to") and whether it is passive."""
    start = index
    passive = False
    while start > first:
        tag, word = passage.tags[start - 1], passage.lower[start - 1]
        if tag in "ax":
            if (
                word in _BE
                and form in ("past", "participle")
                and start == _skip(passage, index, start)
            ):
                passive = True
            start -= 1
        elif tag == "e" and word not in ("here", "there", "more", "first", "last", "else"):
            start -= 1
        elif tag == "T" and start - 1 > first and passage.lower[start - 2] in _CARRIED_BY:
            start -= 2
        elif tag == "i" and word == "on" and passage.word(start) == "to":
            start -= 1
        else:
            break
    while start < index and passage.tags[start] == "e" and start == first:
        start += 1
    return start, passive


def _skip(passage: Passage, index: int, start: int) -> int:
    """Where the adverbs right before a verb begin."""
    while index > start and passage.tags[index - 1] in "ex":
        index -= 1
    return index


def _noun_cue(passage: Passage, index: int, stop: int) -> Cue | None:
    """A noun such as "claim" that a clause with "that" completes and a possessor precedes."""
    if passage.at(index + 1) != "t" or index + 2 >= stop:
        return None
    before = index - 1
    while passage.at(before) in "nm" and index - before < 4:
        before -= 1
    if passage.at(before) not in "pS":
        return None
    return Cue(sort="noun", first=index, head=index, stop=index + 1)


def _adjective_cue(passage: Passage, index: int, first: int, stop: int) -> Cue | None:
    """In "is confident that", "was willing to"."""
    if passage.at(index + 1) not in "tTaipf" or index + 1 >= stop:
        return None
    before = index - 1
    while before > first and passage.tags[before] in "ex":
        before -= 1
    if passage.lower[before] not in _BE and passage.lower[before] not in ("feel", "feels", "felt"):
        return None
    start, _ = _group_start(passage, index, first, "adjective")
    if passage.lower[before] in ("feel", "feels", "felt"):
        start = before
    return Cue(sort="adjective", first=start, head=index, stop=index + 1)
