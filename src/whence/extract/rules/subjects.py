"""The words that name who is cited: the noun phrase left of a cue."""

from typing import Final

from whence.extract.passages import Passage
from whence.extract.rules.nominals import PARTICIPLES, Range, opens_apposition
from whence.lexicon.tables import load_table

_TIME: Final = frozenset(load_table("clauses")["time_nouns"].split())
_LONGEST_APPOSITION: Final = 30
_NOMINAL: Final = "NnmdpSfoyg"


def subject_before(passage: Passage, index: int, low: int) -> Range | None:
    """The noun phrase that ends right before ``index``, with appositions; None if there is none.

    Args:
        passage: The paragraph.
        index: First word of the verb group.
        low: First word that may belong to the subject.
    """
    last = index - 1
    if last < low:
        return None
    if passage.tags[last] == "D" and last - 1 >= low:
        last -= 2 if passage.tags[last - 1] == "i" and last - 2 >= low else 1
        return subject_before(passage, last + 1, low)
    tag = passage.tags[last]
    if tag == "," and last - 1 > low:
        return _with_apposition(passage, last, low)
    if tag == ")" and last - 2 > low:
        opened = last
        while opened > low and passage.tags[opened] != "(" and last - opened < 20:
            opened -= 1
        core = subject_before(passage, opened, low) if passage.tags[opened] == "(" else None
        return (core[0], last + 1) if core else None
    if tag == "-" and last - 2 > low:
        return _between_dashes(passage, last, low)
    if tag in "rw" or (tag == "t" and passage.at(last - 1) in "nN"):
        return last, last + 1
    if tag == "d" and passage.lower[last] in (
        "one",
        "some",
        "many",
        "others",
        "this",
        "another",
        "both",
        "several",
        "few",
        "most",
        "all",
    ):
        return last, last + 1
    start = _nominal_start(passage, last, low) if tag in _NOMINAL else None
    if start is None or passage.at(start - 1) in "avTiwox":
        relative = _with_relative(passage, last, low)
        if relative is not None:
            return relative
    return (start, last + 1) if start is not None else None


def _with_relative(passage: Passage, last: int, low: int) -> Range | None:
    """In "An official who was not authorised to speak said": the noun with its relative clause."""
    for at in range(last, max(low, last - _LONGEST_APPOSITION), -1):
        tag = passage.tags[at]
        if tag in ",;:.[]q" or (tag == "r" and passage.at(at - 1) != "w"):
            return None
        if tag == "w" and passage.at(at - 1) in "nN":
            if not any(passage.tags[inside] in "av" for inside in range(at + 1, last + 1)):
                return None
            start = _nominal_start(passage, at - 1, low)
            return (start, last + 1) if start is not None else None
    return None


def _nominal_start(passage: Passage, last: int, low: int) -> int | None:
    """Where the noun phrase that ends at ``last`` begins."""
    start = last
    while start > low:
        before = passage.tags[start - 1]
        if (
            (before in _NOMINAL and not _parts(passage, start))
            or (before == "i" and _attaches(passage, start - 1, low))
            or (before == "v" and passage.tags[start] == "i" and passage.at(start - 2) in "nN")
            or (before == "." and passage.lower[start - 1] == "." and passage.at(start - 2) == "N")
            or (
                before == "c"
                and passage.lower[start - 1] in ("and", "or")
                and _joins(passage, start - 1, low)
            )
            or (
                before == "T"
                and passage.word(start - 2) == "close"
                and passage.at(start - 3) in "nN"
                and start - 3 >= low
            )
            or (
                before == "-"
                and passage.ends[start - 1] == passage.starts[start]
                and start - 2 >= low
            )
        ):
            start -= 1
        else:
            break
    return _trim(passage, start, last)


def _trim(passage: Passage, start: int, last: int) -> int | None:
    while start < last and passage.tags[start] in "fcigS" and passage.tags[start] != "N":
        start += 1
    while start < last and passage.tags[start] == "y":
        start += 1
    if passage.tags[last] not in "NnmoSg" and passage.lower[last] not in (
        "one",
        "others",
        "some",
        "many",
    ):
        return None
    if passage.tags[start] in "fiT":
        return None
    return start


def _parts(passage: Passage, start: int) -> bool:
    """Whether a new noun phrase begins at ``start`` after another: "on Monday the minister"."""
    before, here = passage.tags[start - 1], passage.tags[start]
    if here in "dp" and before not in "fd":
        return not (here == "d" and before == "d")
    return before == "n" and passage.lower[start - 1] in _TIME and passage.at(start - 2) in "dm"


def _attaches(passage: Passage, at: int, low: int) -> bool:
    """Whether a preposition belongs to a noun before it ("a spokesman for the ministry")."""
    if at - 1 < low or passage.lower[at] in (
        "after",
        "before",
        "during",
        "since",
        "until",
        "despite",
        "as",
    ):
        return False
    if passage.tags[at - 1] == "v" and passage.lower[at] in ("by", "from", "in", "on"):
        return (
            at - 2 >= low and passage.tags[at - 2] in "nN" and passage.lower[at - 1] in PARTICIPLES
        )
    if passage.tags[at - 1] not in "NnSm" and not _is_gerund_noun(passage, at - 1, low):
        return False
    begin = at - 1
    while begin > low and passage.tags[begin - 1] in "NnmdpSfy":
        begin -= 1
    return begin == low or (
        passage.tags[begin - 1] in "csb.,:;[]-twav" and passage.tags[begin - 1] not in "av"
    )


def _is_gerund_noun(passage: Passage, at: int, low: int) -> bool:
    """Whether an -ing form is a noun: "a court filing"."""
    return at > low and passage.tags[at] == "g" and passage.tags[at - 1] in "ndpS"


def _joins(passage: Passage, at: int, low: int) -> bool:
    """Whether "and" joins two names or nouns of one subject."""
    if at - 1 < low or passage.tags[at - 1] not in "NnS" or passage.at(at + 1) not in "NndpS":
        return False
    begin = at - 1
    while begin > low and passage.tags[begin - 1] in "NnmdpSfy":
        begin -= 1
    before = passage.tags[begin - 1] if begin > low else "."
    return before in "csb.:;[]-t," or (before == "i" and _attaches(passage, begin - 1, low))


def _with_apposition(passage: Passage, last: int, low: int) -> Range | None:
    """In "Hugh Hill, a doctor," before the verb: from the name to before the last comma."""
    at = last - 1
    depth = 0
    while at > low and last - at < _LONGEST_APPOSITION:
        tag = passage.tags[at]
        depth += (tag == ")") - (tag == "(")
        if tag in "[]q;:":
            return None
        if tag == "," and depth == 0 and opens_apposition(passage, at + 1, last):
            core = _core_before(passage, at, low)
            if core is not None:
                return core, last
        at -= 1
    return None


def _core_before(passage: Passage, comma: int, low: int) -> int | None:
    if passage.tags[comma - 1] == ")":
        found = subject_before(passage, comma, low)
        return found[0] if found else None
    if passage.tags[comma - 1] not in "NnmS.o":
        return None
    start = _nominal_start(passage, comma - 1, low)
    if start is not None and passage.at(start - 1) in "avTiwox":
        relative = _with_relative(passage, comma - 1, low)
        return relative[0] if relative is not None else start
    return start


def _between_dashes(passage: Passage, last: int, low: int) -> Range | None:
    at = last - 1
    while at > low and last - at < _LONGEST_APPOSITION:
        if passage.tags[at] == "-":
            core = _nominal_start(passage, at - 1, low) if passage.tags[at - 1] in "NnmS" else None
            return (core, at) if core is not None else None
        at -= 1
    return None
