"""Verbs as cues: who is their subject, and what they say."""

from typing import Final

from whence.extract.passages import Passage
from whence.extract.rules.complements import Complement, read_complement
from whence.extract.rules.cues import Cue
from whence.extract.rules.drafts import STRONG, WEAK, Draft, content_begin
from whence.extract.rules.ends import content_end, strip_end
from whence.extract.rules.nominals import Range, subject_after
from whence.extract.rules.subjects import subject_before
from whence.lexicon.tables import load_table

_TABLE: Final = load_table("clauses")
_ACTIONS: Final = {lemma: frozenset(words.split()) for lemma, words in _TABLE["actions"].items()}
_ACTION_WINDOW: Final = 5
_BY_PAPER: Final = frozenset(_TABLE["by_paper"].split())
_PAPERS: Final = frozenset(_TABLE["papers"].split())


def read_verb(
    passage: Passage, cue: Cue, first: int, low: int, stop: int, last_subject: Range | None
) -> Draft | None:
    """The attribution of a verb: its subject, and what stands after or before it; None if neither.

    Args:
        passage: The paragraph.
        cue: The verb with its group.
        first: First word of the frame.
        low: First word that no earlier cue has taken.
        stop: Where the frame ends.
        last_subject: The subject of the cue before, which "and added" takes up.
    """
    verb = cue.verb
    if verb is None:
        return None
    hearer = any(entry.takes("hearer") for entry in cue.verbs) and not cue.is_passive
    complement = read_complement(passage, cue.stop, stop, takes_hearer=hearer)
    takes = set().union(*(entry.senses for entry in cue.verbs))
    if cue.is_passive:
        return _read_passive(passage, cue, low, stop, complement)
    source = subject_before(passage, cue.first, low)
    inverted = False
    if source is None and _may_invert(passage, cue, low):
        source = subject_after(passage, cue.stop, stop)
        if source is not None and passage.at(cue.first - 1) == "," and _acts(passage, source[1]):
            source = None
        inverted = source is not None
        if source is not None:
            complement = read_complement(passage, source[1], stop)
    elif source is None and cue.form == "ing":
        source = last_subject or _main_subject(passage, first, cue.first)
    elif source is None and passage.at(cue.first - 1) in "cb,":
        source = last_subject
    if source is None:
        return None
    pieces = _contents(passage, cue, complement, source, low, stop, takes, inverted=inverted)
    if not pieces:
        return None
    return Draft([source], [(cue.first, cue.stop)], pieces, STRONG)


def _acts(passage: Passage, at: int) -> bool:
    """Whether a finite verb follows: "Orr, as quoted by X, said three of the crew were missing"."""
    return passage.at(at) in "av"


def _may_invert(passage: Passage, cue: Cue, low: int) -> bool:
    """Whether the subject may follow: "“…,” said Hill", "The river rose, said Hill"."""
    if cue.first != cue.head or cue.form not in ("past", "third", "base"):
        return False
    before = passage.at(cue.first - 1) if cue.first > low else "^"
    return before in "],-^" and any(entry.takes("before") for entry in cue.verbs)


def _contents(
    passage: Passage,
    cue: Cue,
    complement: Complement,
    source: Range,
    low: int,
    stop: int,
    takes: set[str],
    *,
    inverted: bool,
) -> list[Range]:
    """Pieces of content before and after a verb."""
    pieces: list[Range] = []
    edge = cue.first if inverted else min(source[0], cue.first)
    edge = edge if source[0] >= low or inverted else cue.first
    before = passage.at(edge - 1) if edge > low else "^"
    accepted = _accepts(takes, complement.sort) and not _is_action(passage, cue, complement, source)
    if before in "]," and "before" in takes and edge - 1 > low:
        end = strip_end(passage, low, edge)
        begin = content_begin(passage, low, end)
        quoted = passage.tags[end - 1] == "]" if end > begin else False
        goes_on = complement.after_comma or complement.sort in ("none", "adjunct") or not accepted
        if (
            quoted
            and passage.at(begin) != "["
            and complement.sort in ("that", "clause")
            and not complement.after_comma
        ):
            quoted = False
        if quoted and (label := _after_label(passage, begin, end)):
            begin = label
        if end - begin >= 1 and (quoted or (goes_on and end - begin >= 2)):
            pieces.append((begin, end))
    resumed = bool(pieces) and complement.after_comma and passage.at(complement.start) == "a"
    if resumed or (accepted and not (pieces and _is_aside(passage, pieces, complement))):
        begin = complement.start
        while begin < stop and passage.tags[begin] in ",:-":
            begin += 1
        end = content_end(passage, begin, stop, cue_form=cue.form)
        if end > begin:
            pieces.append((begin, end))
    return pieces


def _after_label(passage: Passage, begin: int, end: int) -> int:
    """Where the quotation begins after a label: "Leak: “no risk”, says …"; 0 if there is none."""
    for at in range(begin + 1, min(end - 1, begin + 6)):
        if passage.tags[at] == ":" and passage.tags[at + 1] == "[":
            return at + 1
    return 0


def _is_action(passage: Passage, cue: Cue, complement: Complement, source: Range) -> bool:
    """Whether the words tell of a deed and not of speech: "found a knife", "called for help"."""
    if complement.sort not in ("object", "clause"):
        return False
    lemma = cue.verb.lemma if cue.verb else ""
    head = passage.lower[complement.start : complement.start + _ACTION_WINDOW]
    deeds = _ACTIONS.get(lemma)
    if deeds is not None and deeds & set(head):
        return True
    if complement.sort == "object" and lemma in _BY_PAPER:
        named = passage.lower[source[0] : source[1]]
        return not any(word in _PAPERS for word in named)
    return complement.sort == "object" and lemma == "order" and "to" not in head


def _is_aside(passage: Passage, pieces: list[Range], complement: Complement) -> bool:
    """Whether what follows a cue that has its content before it is the narrator's own."""
    if complement.sort == "quote":
        return False
    if passage.tags[pieces[-1][1] - 1] == "]" and passage.tags[pieces[-1][0]] == "[":
        return True
    return complement.sort in ("object", "clause") and not complement.after_comma


def _main_subject(passage: Passage, first: int, stop: int) -> Range | None:
    """The subject of a sentence whose verb stands before a participle: "She sued, claiming"."""
    source = subject_after(passage, _after_opening(passage, first), stop, appositions=False)
    if source is None:
        return None
    has_verb = any(passage.tags[at] in "av" for at in range(source[1], stop))
    return source if has_verb else None


def _after_opening(passage: Passage, first: int) -> int:
    while first < len(passage) and passage.tags[first] in "cbe,":
        first += 1
    return first


def _accepts(takes: set[str], sort: str) -> bool:
    if sort in ("none", "adjunct"):
        return False
    if sort == "clause":
        return bool(takes & {"clause", "object"})
    if sort == "object":
        return "object" in takes
    if sort == "whether":
        return bool(takes & {"whether", "that", "clause", "object"})
    return sort in takes or (sort == "quote" and "object" in takes)


def _read_passive(
    passage: Passage, cue: Cue, low: int, stop: int, complement: Complement
) -> Draft | None:
    """In "X is said to be Y", "X was described by Y as Z", "was quoted as saying"."""
    subject = subject_before(passage, cue.first, low)
    agent = None
    at = cue.stop
    if passage.word(at) == "by":
        agent = subject_after(passage, at + 1, stop)
        at = agent[1] if agent else at
    if passage.word(at) == "as" and passage.word(at + 1) in (
        "saying",
        "telling",
        "writing",
        "having",
    ):
        inner = read_complement(passage, at + 2, stop)
        begin = inner.start
        while begin < stop and passage.tags[begin] in ",:-":
            begin += 1
        end = content_end(passage, begin, stop)
        if subject is None:
            return None
        if end > begin:
            return Draft([subject], [(cue.first, cue.stop), (at, at + 2)], [(begin, end)], STRONG)
        edge = subject[0]
        if passage.at(edge - 1) in "]," and edge - 1 > low:
            finish = strip_end(passage, low, edge)
            begin = content_begin(passage, low, finish)
            return Draft(
                [subject], [(cue.first, cue.stop), (at, at + 2)], [(begin, finish)], STRONG
            )
        return None
    if subject is None:
        return None
    if passage.lower[subject[0]] in ("it", "there") and complement.sort != "that":
        return None
    end = content_end(passage, at, stop)
    if complement.sort == "that" and passage.lower[subject[0]] == "it":
        end = content_end(passage, complement.start, stop)
        subject, at = (complement.start, end), end
    pieces = [subject, (at, end)] if end > at else [subject]
    return Draft([agent] if agent else [], [(cue.first, cue.stop)], pieces, WEAK)
