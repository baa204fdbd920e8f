"""What follows a cue: hearer and adjuncts skipped, and the sort of complement."""

from typing import Final

from whence.extract.cuewords import FORMS
from whence.extract.passages import Passage
from whence.extract.rules.ends import is_tail
from whence.extract.rules.nominals import subject_after
from whence.lexicon.tables import load_table

_TABLE: Final = load_table("clauses")
_ADJUNCT: Final = frozenset(_TABLE["adjunct_prepositions"].split())
_TIME: Final = frozenset(_TABLE["time_nouns"].split())
_OCCASIONS: Final = frozenset(_TABLE["occasions"].split())
_NOT_ADJUNCT: Final = tuple(tuple(entry.split()) for entry in _TABLE["not_adjuncts"])
_NO_ADJUNCT: Final = frozenset("over about under between up for more".split())
_LONGEST_ADJUNCT: Final = 24
_FINITE_WINDOW: Final = 30


class Complement:
    """The sort of words that follow a cue and where they begin."""

    __slots__ = ("after_comma", "hearer", "sort", "start")

    def __init__(
        self,
        sort: str,
        start: int,
        *,
        after_comma: bool = False,
        hearer: tuple[int, int] | None = None,
    ) -> None:
        self.sort, self.start = sort, start
        self.after_comma, self.hearer = after_comma, hearer


def read_complement(
    passage: Passage, index: int, stop: int, *, takes_hearer: bool = False
) -> Complement:
    """The complement after a cue whose group stops at ``index``.

    Sorts: ``quote``, ``that``, ``to``, ``whether``, ``clause`` (finite), ``object`` (anything
    else), ``none``.
    """
    hearer = None
    at = index
    if takes_hearer and (found := subject_after(passage, at, stop, appositions=False)):
        hearer, at = found, _hearer_stop(passage, found, stop)
        hearer = (found[0], at)
    if (late := _late_that(passage, at, stop)) is not None:
        return Complement("that", late, hearer=hearer)
    at, comma = _skip_adjuncts(passage, at, stop)
    sort = _sort_at(passage, at, stop)
    if sort in ("none", "object") and at > index and not hearer and not comma:
        # What looked like an adjunct is the complement itself.
        plain = _sort_at(passage, index, stop)
        if sort == "none" and plain == "clause":
            return Complement(plain, index)
    return Complement(sort, at, after_comma=comma, hearer=hearer)


def _late_that(passage: Passage, at: int, stop: int) -> int | None:
    """The "that" after an adjunct of time or place: "said after the vote that he …"."""
    if passage.at(at) not in "isDe" or at >= stop:
        return None
    for position in range(at + 1, min(stop, at + _LONGEST_ADJUNCT)):
        tag = passage.tags[position]
        if tag in ",;:[].-w":
            return None
        if tag == "t":
            following = passage.at(position + 1)
            return position if following in "rdpNntg" and following not in "av" else None
    return None


def _hearer_stop(passage: Passage, found: tuple[int, int], stop: int) -> int:
    """Where the hearer ends when a content follows it without a break: "told them he …"."""
    first, end = found
    for at in range(first + 1, end):
        if (
            passage.tags[at] in "dp"
            and passage.tags[at - 1] in "nNDo"
            and passage.tags[at - 1] != "f"
        ):
            return at
    return end


def _sort_at(passage: Passage, at: int, stop: int) -> str:
    begin = at
    while begin > 0 and passage.tags[begin - 1] in ":-,":
        begin -= 1
    while at < stop and passage.tags[at] in ":-,":
        at += 1
    if at >= stop:
        return "none"
    tag, word = passage.tags[at], passage.lower[at]
    if tag == "[":
        return "quote"
    if at > begin and (tag == "g" or is_tail(passage, at, stop)):
        return "none"
    if tag == "t" and passage.at(at + 1) not in ".,;]":
        return "that" if passage.at(at + 1) not in "av" else "object"
    if tag == "T":
        return "to"
    if word in ("whether", "if", "why", "how", "what", "when", "where", "who", "which"):
        return "whether"
    if tag in ".;)y":
        return "none"
    if tag == "c" or tag == "b":
        return "none"
    if tag == "i" and word not in _NO_ADJUNCT and passage.at(at + 1) != "m":
        return "adjunct"
    return "clause" if _is_finite(passage, at, stop) else "object"


def _is_finite(passage: Passage, at: int, stop: int) -> bool:
    """Whether a finite verb stands near, so that a clause of its own begins here."""
    end = min(stop, at + _FINITE_WINDOW)
    if passage.tags[at] == "r":
        return True
    held = False
    for position in range(at, end):
        tag = passage.tags[position]
        if tag in "wts" and position > at:
            held = True
        elif tag in ";:" or (tag == "," and passage.at(position + 1) in "bc"):
            return False
        elif tag in "av" and position > at:
            if held:
                held = False
                continue
            if tag == "v" and passage.at(position - 1) in ",":
                continue
            return True
        elif tag in "nu" and position > at and passage.at(position - 1) in "nN":
            form = FORMS.get(passage.lower[position])
            if form and form[1] == "third":
                return True
    return False


def _skip_adjuncts(passage: Passage, index: int, stop: int) -> tuple[int, bool]:
    """First word after adverbs, times, places and parentheses; whether a comma came last."""
    at = index
    comma = False
    while at < stop and at - index < _LONGEST_ADJUNCT:
        tag, word = passage.tags[at], passage.lower[at]
        if tag in ",:-":
            comma = tag != ":"
            at += 1
            if tag == ":":
                break
            skipped = _parenthesis_end(passage, at, stop)
            if skipped is None:
                break
            at = skipped
            comma = False
            continue
        if tag == "D" and passage.word(at + 1) in _TIME:
            at += 2
            comma = False
            continue
        if (
            tag == "D"
            or (tag == "e" and passage.at(at + 1) not in "v")
            or (tag == "o" and word.endswith(("self", "selves")))
        ):
            at += 1
            comma = False
            continue
        if word in ("last", "this", "next", "earlier", "later") and passage.word(
            at + 1
        ) in _TIME | {"month", "week"}:
            at += 2
            comma = False
            continue
        end = _adjunct_end(passage, at, stop)
        if end is None:
            break
        at = end
        comma = False
    return at, comma


def _parenthesis_end(passage: Passage, at: int, stop: int) -> int | None:
    """After "said, in a statement, that": where the part between commas ends."""
    if passage.at(at) not in "ie" or passage.lower[at] in ("but", "and"):
        return None
    end = at
    while end < stop and passage.tags[end] not in ",[;:" and end - at < 14:
        end += 1
    if passage.at(end) == "," and end < stop and passage.at(end + 1) in "t[":
        return end + 1
    return None


def _adjunct_end(passage: Passage, at: int, stop: int) -> int | None:
    """Where a prepositional adjunct ends, if one begins here and a content may follow."""
    word = passage.lower[at]
    if word not in _ADJUNCT or passage.tags[at] not in "iTsf":
        return None
    for entry in _NOT_ADJUNCT:
        if tuple(passage.lower[at : at + len(entry)]) == entry:
            return None
    if word == "to" and passage.at(at + 1) not in "dpNo":
        return None
    end = at + 1
    if passage.at(end) == "g" and end + 1 < stop:
        end += 1
    begun = end
    while end < stop and end - at < 14:
        tag = passage.tags[end]
        if tag in "dp" and end > begun and passage.tags[end - 1] not in "fiTdg":
            break
        if tag == "c" and end > begun and passage.at(end + 1) in "nNdpg":
            end += 2
            continue
        if (
            tag in "NnmdpSDo"
            or (tag in "fi" and end > begun and _goes_on(passage, end))
            or (tag == "v" and passage.at(end - 1) in "dp")
        ):
            end += 1
        else:
            break
    if end == begun:
        return None
    after = passage.at(end)
    if end >= stop or after in "t,[:.;" or after in "r" or after in "dpNTi-":
        return end
    return end if after in "D" else None


def _goes_on(passage: Passage, at: int) -> bool:
    return passage.at(at + 1) in "dpNnmo"
