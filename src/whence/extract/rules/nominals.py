"""Noun phrases read from left to right, with the appositions and clauses that describe them."""

from typing import Final

from whence.extract.passages import Passage
from whence.lexicon.tables import load_table

_TIME: Final = frozenset(load_table("clauses")["time_nouns"].split())
_OCCASIONS: Final = frozenset(load_table("clauses")["occasions"].split())
PARTICIPLES: Final = frozenset(load_table("clauses")["participles"].split())
Range = tuple[int, int]


def subject_after(
    passage: Passage, index: int, stop: int, *, appositions: bool = True
) -> Range | None:
    """The noun phrase that begins at ``index``, with what describes it; None if there is none."""
    if index >= stop:
        return None
    tag = passage.tags[index]
    if tag in "ro":
        return index, index + 1
    if tag not in "NndpmSgy" and not (tag == "e" and passage.at(index + 1) in "dm"):
        return None
    end = _nominal_end(passage, index, stop)
    if end is None:
        return None
    if appositions:
        end = _apposition_end(passage, end, stop)
    return index, end


def _nominal_end(passage: Passage, index: int, stop: int) -> int | None:
    """Where the noun phrase that begins at ``index`` stops."""
    at = index
    while at < stop:
        tag = passage.tags[at]
        if (
            tag in "NnmfyS"
            or (tag == "g" and passage.at(at - 1) in "dpNnS" and at > index)
            or (tag in "dp" and (at == index or passage.tags[at - 1] in "fidpc"))
            or (tag == "o" and at > index and passage.tags[at - 1] in "fi")
            or (
                tag == "v"
                and at > index
                and passage.at(at - 1) in "dpf"
                and passage.at(at + 1) in "Nn"
            )
            or (
                tag == "."
                and passage.lower[at] == "."
                and at + 1 < stop
                and passage.at(at - 1) == "N"
            )
        ):
            at += 1
        elif tag == "(" and at > index:
            closed = at
            while closed < stop and passage.tags[closed] != ")" and closed - at < 12:
                closed += 1
            if closed >= stop or passage.tags[closed] != ")":
                break
            at = closed + 1
        elif tag == "i" and at > index and _noun_follows(passage, at, stop):
            at += 1
        elif tag == "v" and at > index and is_reduced(passage, at, stop):
            at += 2
        elif (
            tag == "c"
            and at > index
            and passage.at(at + 1) in "NndpS"
            and passage.lower[at] in ("and", "or")
        ) or (tag == "e" and at == index):
            at += 1
        else:
            break
    while (
        at > index
        and passage.tags[at - 1] in "fidpc.ey"
        and passage.lower[at - 1] not in ("others", "one", "%")
    ):
        at -= 1
    return at if at > index else None


def is_reduced(passage: Passage, at: int, stop: int) -> bool:
    """Whether a participle describes the noun before it: "documents obtained by the Gazette"."""
    return (
        passage.tags[at - 1] in "nN"
        and passage.lower[at] in PARTICIPLES
        and passage.word(at + 1) in ("by", "to", "from", "in", "with", "on")
        and at + 2 < stop
        and passage.tags[at + 2] in "dpNno"
    )


def _noun_follows(passage: Passage, at: int, stop: int) -> bool:
    """Whether a preposition after a noun belongs to it rather than to the cue."""
    word = passage.lower[at]
    following = passage.at(at + 1)
    if word not in (
        "for",
        "in",
        "at",
        "from",
        "with",
        "by",
        "on",
        "close",
        "near",
        "to",
        "against",
        "within",
    ):
        return False
    if following not in "Nndpm" or at + 1 >= stop:
        return False
    if (
        passage.tags[at + 1] == "D"
        or passage.word(at + 1) in _TIME
        or passage.word(at + 2) in _TIME
    ):
        return False
    if any(
        passage.word(at + step) in _OCCASIONS and passage.at(at + step) == "n" for step in (2, 3)
    ):
        return False
    return not (passage.tags[at - 1] == "N" and word in ("in", "on", "at", "with", "by"))


def _apposition_end(passage: Passage, end: int, stop: int) -> int:
    """Where the appositions after a noun phrase stop: "Hill, a doctor at the mine"."""
    if passage.at(end) == "w" and end < stop:
        return _clause_end(passage, end, stop)
    if end + 1 >= stop or passage.tags[end] != "," or passage.tags[end + 1] in "vg":
        return end
    finish = end + 1
    while finish < stop and passage.tags[finish] not in ",;:[-.":
        finish += 1
    if not opens_apposition(passage, end + 1, finish) or _is_clause(passage, end + 1, finish):
        return end
    if passage.at(finish) == "," and finish < stop and passage.at(finish + 1) == "w":
        finish = _clause_end(passage, finish + 1, stop)
    return finish


def _is_clause(passage: Passage, first: int, stop: int) -> bool:
    """Whether a finite verb of its own stands in the words, outside a relative clause."""
    for at in range(first, stop):
        tag = passage.tags[at]
        if tag in "wt":
            return False
        if tag == "a" or (tag == "v" and at > first and not is_reduced(passage, at, stop)):
            return True
    return False


def _clause_end(passage: Passage, at: int, stop: int) -> int:
    begin = at
    while at < stop and passage.tags[at] not in ",;:[-":
        at += 1
    while at > begin and passage.tags[at - 1] == ".":
        at -= 1
    return at


def opens_apposition(passage: Passage, first: int, stop: int) -> bool:
    """Whether the words between two commas describe a noun rather than go on with a clause."""
    if first >= stop:
        return False
    tag = passage.tags[first]
    if (
        tag == "w"
        or (tag == "m" and stop - first <= 4)
        or passage.lower[first] in ("whose", "where")
        or (passage.lower[first] == "as" and passage.word(first + 1) in ("quoted", "cited"))
        or (passage.lower[first] == "not" and passage.at(first + 1) in "dp")
    ):
        return True
    if tag in "rosbc" or passage.lower[first] in ("there", "then", "however"):
        return tag == "o"
    if tag in "dpNnfivgm":
        return not any(passage.tags[at] in "r" for at in range(first, stop)) and (
            tag in "vg"
            or not any(passage.tags[at] == "a" for at in range(first, stop))
            or any(passage.tags[at] in "wt" for at in range(first, stop))
        )
    return False
