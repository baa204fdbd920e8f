"""Attributions of one frame: each cue with its source and its content."""

from itertools import accumulate
from typing import Final

from whence.extract.cuewords import FORMS, NESTING
from whence.extract.passages import Passage
from whence.extract.rules.complements import (
    Complement,
    content_end,
    is_tail,
    read_complement,
    strip_end,
)
from whence.extract.rules.cues import Cue, find_cues
from whence.extract.rules.subjects import Range, subject_after, subject_before
from whence.lexicon.tables import load_table

DEEPEST: Final = 3
"""Attributions within attributions, the outermost counted."""
_LONGEST_LEAD: Final = 10
_STRONG: Final = 1.0
_FAIR: Final = 0.7
_WEAK: Final = 0.5
_OPENERS: Final = frozenset("but and however still also meanwhile so yet".split())
_TABLE: Final = load_table("clauses")
_ACTIONS: Final = {lemma: frozenset(words.split()) for lemma, words in _TABLE["actions"].items()}
_ACTION_WINDOW: Final = 5
_BY_PAPER: Final = frozenset(_TABLE["by_paper"].split())
_PAPERS: Final = frozenset(_TABLE["papers"].split())


class Draft:
    """An attribution in the making: ranges of words."""

    __slots__ = ("content", "cue", "depth", "score", "source")

    def __init__(
        self, source: list[Range], cue: list[Range], content: list[Range], score: float
    ) -> None:
        self.source, self.cue, self.content, self.score = source, cue, content, score
        self.depth = 0


def read_frame(passage: Passage, first: int, stop: int) -> list[Draft]:
    """The attributions whose cue stands in the words from ``first`` up to ``stop``."""
    drafts: list[Draft] = []
    low = first
    last_subject: Range | None = None
    held_until = first
    for cue in find_cues(passage, first, stop):
        outer = _is_closing(passage, cue, first, stop)
        draft = _read_cue(
            passage, cue, first, first if outer else low, stop, last_subject, held_until
        )
        if draft is None:
            continue
        drafts.append(draft)
        if draft.source:
            last_subject = draft.source[0]
        held_until = max(held_until, draft.content[-1][1])
        low = max(low, cue.stop)
    drafts = _uncovered(drafts, first, stop)
    if (introduced := _read_colon(passage, first, stop, drafts)) is not None:
        drafts.append(introduced)
    return drafts


def _uncovered(drafts: list[Draft], first: int, stop: int) -> list[Draft]:
    """The drafts whose cue stands in no other's content; the rest is read again as nested."""
    changes = [0] * (stop - first + 1)
    for draft in drafts:
        for begin, end in draft.content:
            changes[begin - first] += 1
            changes[end - first] -= 1
    depth = list(accumulate(changes))
    return [draft for draft in drafts if depth[draft.cue[0][0] - first] == 0]


def _read_colon(passage: Passage, first: int, stop: int, drafts: list[Draft]) -> Draft | None:
    """ "She spoke to the Gazette: “…”": a colon that no cue took introduces a quotation."""
    for at in range(first + 1, stop - 1):
        if passage.tags[at] != ":" or passage.tags[at + 1] != "[" or passage.quote[at] >= 0:
            continue
        if any(begin <= at + 1 < end for draft in drafts for begin, end in draft.content):
            return None
        source = subject_after(passage, first, at)
        if source is None:
            return None
        verb = source[1]
        while verb < at and passage.tags[verb] in ",e":
            verb += 1
        cue = (verb, at + 1) if 0 < at - verb <= _LONGEST_LEAD else (at, at + 1)
        return Draft([source], [cue], [(at + 1, stop)], _FAIR)
    return None


def read_nested(passage: Passage, drafts: list[Draft], depth: int = 1) -> list[Draft]:
    """Attributions inside the contents of others, to depth 3, outside quotation marks."""
    found: list[Draft] = []
    if depth >= DEEPEST:
        return found
    for draft in drafts:
        for first, stop in draft.content:
            if not any(passage.quote[at] < 0 for at in range(first, stop)):
                continue
            inner = [
                nested
                for nested in read_frame(passage, first, stop)
                if _may_nest(passage, nested, draft)
            ]
            for nested in inner:
                nested.depth = depth
            found.extend(inner)
            found.extend(read_nested(passage, inner, depth + 1))
    return found


def _may_nest(passage: Passage, nested: Draft, outer: Draft) -> bool:
    """Whether an attribution found in a content is plain speech and none that is known already."""
    if not nested.source or nested.cue[0] in outer.cue:
        return False
    lemmas = {
        FORMS[passage.lower[at]][0]
        for first, stop in nested.cue
        for at in range(first, stop)
        if passage.lower[at] in FORMS
    }
    if "ask" in lemmas and passage.at(nested.cue[-1][1]) not in "[s,:":
        return False
    return bool(lemmas & NESTING) or passage.lower[nested.cue[0][0]] == "according"


def _is_closing(passage: Passage, cue: Cue, first: int, stop: int) -> bool:
    """Whether the cue closes the sentence after a comma and so holds all that goes before."""
    if cue.sort == "phrase":
        return passage.at(cue.first - 1) == "," and cue.first > first
    at = cue.first
    back = 0
    while at > first and back < 12 and passage.tags[at - 1] != ",":
        at -= 1
        back += 1
    return at > first + 1 and passage.tags[at - 1] == "," and is_tail(passage, at, stop)


def _read_cue(
    passage: Passage,
    cue: Cue,
    first: int,
    low: int,
    stop: int,
    last_subject: Range | None,
    held_until: int,
) -> Draft | None:
    inside = cue.head < held_until
    if cue.sort == "phrase":
        return _read_phrase(passage, cue, first, low, stop)
    if inside:
        return None
    if cue.sort == "verb":
        return _read_verb(passage, cue, first, low, stop, last_subject)
    if cue.sort == "noun":
        return _read_noun(passage, cue, low, stop)
    if cue.sort == "adjective":
        return _read_adjective(passage, cue, low, stop)
    return _read_hearsay(passage, cue, low, stop)


def _read_phrase(passage: Passage, cue: Cue, first: int, low: int, stop: int) -> Draft | None:
    """ "According to X, C", "C, according to X"."""
    source = subject_after(passage, cue.stop, stop)
    if source is None:
        return None
    pieces: list[Range] = []
    before = strip_end(passage, low, cue.first)
    begin = _content_begin(passage, low, before)
    if before - begin >= 2 and not _only_adjunct(passage, begin, before):
        pieces.append((begin, before))
    after = source[1]
    if passage.at(after) == "," and after + 1 < stop:
        opens = cue.first == first or cue.first - first <= 1
        if opens or not pieces or cue.first > low + 2:
            end = content_end(passage, after + 1, stop)
            if end - after > 2 and (opens or passage.at(after + 1) not in "wbcg"):
                pieces.append((after + 1, end))
    if not pieces:
        return None
    return Draft([source], [(cue.first, cue.stop)], pieces, _STRONG)


def _only_adjunct(passage: Passage, begin: int, end: int) -> bool:
    return end - begin < 2


def _content_begin(passage: Passage, low: int, end: int) -> int:
    """Where a content that goes before its cue begins: joining words are left out."""
    begin = low
    while (
        begin < end
        and (passage.tags[begin] in ",.;:-cb)" or passage.lower[begin] in _OPENERS)
        and passage.quote[begin] < 0
    ):
        begin += 1
    return begin


def _read_verb(
    passage: Passage, cue: Cue, first: int, low: int, stop: int, last_subject: Range | None
) -> Draft | None:
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
    return Draft([source], [(cue.first, cue.stop)], pieces, _STRONG)


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
        begin = _content_begin(passage, low, end)
        quoted = passage.tags[end - 1] == "]" if end > begin else False
        goes_on = complement.after_comma or complement.sort in ("none", "adjunct") or not accepted
        if (
            quoted
            and passage.at(begin) != "["
            and complement.sort in ("that", "clause")
            and not complement.after_comma
        ):
            quoted = False
        if end - begin >= 1 and (quoted or (goes_on and end - begin >= 2)):
            pieces.append((begin, end))
    if accepted and not (pieces and _is_aside(passage, pieces, complement)):
        begin = complement.start
        while begin < stop and passage.tags[begin] in ",:-":
            begin += 1
        end = content_end(passage, begin, stop, cue_form=cue.form)
        if end > begin:
            pieces.append((begin, end))
    return pieces


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
    """ "X is said to be Y", "X was described by Y as Z", "was quoted as saying"."""
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
            return Draft([subject], [(cue.first, cue.stop), (at, at + 2)], [(begin, end)], _STRONG)
        edge = subject[0]
        if passage.at(edge - 1) in "]," and edge - 1 > low:
            finish = strip_end(passage, low, edge)
            begin = _content_begin(passage, low, finish)
            return Draft(
                [subject], [(cue.first, cue.stop), (at, at + 2)], [(begin, finish)], _STRONG
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
    return Draft([agent] if agent else [], [(cue.first, cue.stop)], pieces, _WEAK)


def _read_noun(passage: Passage, cue: Cue, low: int, stop: int) -> Draft | None:
    """ "his claim that …"."""
    at = cue.first - 1
    while passage.at(at) in "nm":
        at -= 1
    if passage.tags[at] == "p":
        source: Range | None = (at, at + 1)
    else:
        source = subject_before(passage, at, low)
    end = content_end(passage, cue.stop, stop)
    if source is None or end <= cue.stop + 1:
        return None
    return Draft([source], [(cue.first, cue.stop)], [(cue.stop, end)], _FAIR)


def _read_adjective(passage: Passage, cue: Cue, low: int, stop: int) -> Draft | None:
    source = subject_before(passage, cue.first, low)
    if source is None or passage.lower[source[0]] in ("it", "there"):
        return None
    end = content_end(passage, cue.stop, stop)
    if end <= cue.stop:
        return None
    return Draft([source], [(cue.first, cue.stop)], [(cue.stop, end)], _FAIR)


def _read_hearsay(passage: Passage, cue: Cue, low: int, stop: int) -> Draft | None:
    """ "The minister reportedly left": the clause without the adverb."""
    begin = cue.first
    while begin > low and passage.tags[begin - 1] not in ",;:-[]cbsw":
        begin -= 1
    end = content_end(passage, cue.stop, stop)
    pieces = [piece for piece in ((begin, cue.first), (cue.stop, end)) if piece[1] > piece[0]]
    return Draft([], [(cue.first, cue.stop)], pieces, _WEAK) if pieces else None
