"""Attributions of one frame: each cue with its source and its content."""

from itertools import accumulate
from typing import Final

from whence.extract.cuewords import FORMS, NESTING
from whence.extract.passages import Passage
from whence.extract.rules.cues import Cue, find_cues
from whence.extract.rules.drafts import FAIR, STRONG, WEAK, Draft, content_begin
from whence.extract.rules.ends import content_end, is_tail, strip_end
from whence.extract.rules.nominals import Range, subject_after
from whence.extract.rules.subjects import subject_before
from whence.extract.rules.verbs import read_verb
from whence.model import Quotation, QuotationRole

DEEPEST: Final = 3
"""Attributions within attributions, the outermost counted."""
_LONGEST_LEAD: Final = 10
_MOST_INNER: Final = 12


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
    """In "She spoke to the Gazette: “…”": a colon that no cue took introduces a quotation."""
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
        return Draft([source], [cue], [(at + 1, stop)], FAIR)
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


def read_quoted(text: str, quotations: list[Quotation]) -> list[tuple[Passage, Draft]]:
    """Attributions inside quotations that hold a quotation of their own: "They told us: ‘no’"."""
    found: list[tuple[Passage, Draft]] = []
    for index, outer in enumerate(quotations):
        if outer.depth != 0 or outer.role is not QuotationRole.SPEECH:
            continue
        inner = []
        for held in quotations[index + 1 : index + 1 + _MOST_INNER]:
            if held.depth == 0:
                break
            inner.append(held.replace(depth=held.depth - 1))
        if not inner:
            continue
        passage = Passage(text, outer.span, inner)
        for first, stop in passage.frames:
            for draft in read_frame(passage, first, stop):
                begin, end = draft.content[-1]
                if draft.source and any(passage.quote[at] >= 0 for at in (begin, end - 1)):
                    draft.depth = 1
                    found.append((passage, draft))
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
        return read_verb(passage, cue, first, low, stop, last_subject)
    if cue.sort == "noun":
        return _read_noun(passage, cue, low, stop)
    if cue.sort == "adjective":
        return _read_adjective(passage, cue, low, stop)
    return _read_hearsay(passage, cue, low, stop)


def _read_phrase(passage: Passage, cue: Cue, first: int, low: int, stop: int) -> Draft | None:
    """In "According to X, C", "C, according to X"."""
    source = subject_after(passage, cue.stop, stop)
    if source is None:
        return None
    pieces: list[Range] = []
    before = strip_end(passage, low, cue.first)
    begin = content_begin(passage, low, before)
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
    return Draft([source], [(cue.first, cue.stop)], pieces, STRONG)


def _only_adjunct(passage: Passage, begin: int, end: int) -> bool:
    return end - begin < 2


def _read_noun(passage: Passage, cue: Cue, low: int, stop: int) -> Draft | None:
    """In "his claim that …"."""
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
    return Draft([source], [(cue.first, cue.stop)], [(cue.stop, end)], FAIR)


def _read_adjective(passage: Passage, cue: Cue, low: int, stop: int) -> Draft | None:
    source = subject_before(passage, cue.first, low)
    if source is None or passage.lower[source[0]] in ("it", "there"):
        return None
    end = content_end(passage, cue.stop, stop)
    if end <= cue.stop:
        return None
    return Draft([source], [(cue.first, cue.stop)], [(cue.stop, end)], FAIR)


def _read_hearsay(passage: Passage, cue: Cue, low: int, stop: int) -> Draft | None:
    """In "The minister reportedly left": the clause without the adverb."""
    begin = cue.first
    while begin > low and passage.tags[begin - 1] not in ",;:-[]cbsw":
        begin -= 1
    end = content_end(passage, cue.stop, stop)
    pieces = [piece for piece in ((begin, cue.first), (cue.stop, end)) if piece[1] > piece[0]]
    return Draft([], [(cue.first, cue.stop)], pieces, WEAK) if pieces else None
