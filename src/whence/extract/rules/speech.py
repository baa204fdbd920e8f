"""Speech that goes on without a cue of its own: more quotations of one speaker, layouts."""

import re
from typing import Final

from whence.extract.interface import RawAttribution
from whence.extract.passages import Passage
from whence.extract.rules.drafts import Draft
from whence.lexicon.tables import load_table
from whence.model import QuotationRole, Span, Spans

_UNCUED: Final = 0.5
_FEWEST_WORDS: Final = 4
_LONGEST_HEADLINE: Final = 20
_OFFICES: Final = frozenset(load_table("english")["titles"].split()) | frozenset(
    load_table("clauses")["speakers"].split()
)
_LABEL: Final = re.compile(
    r"\s*(?P<name>(?:[^\W\d_a-z][\w.’'-]*)(?: [^\W\d_a-z(][\w.’'()-]*){0,4})\s?:\s+(?=\S)"
)
_ANSWER: Final = re.compile(r"\s*(?P<name>A|Answer)[.:]\s+(?=\S)")
_QUESTION: Final = re.compile(r"\s*(?:Q|Question)[.:]\s+(?=\S)")
_NO_LABEL: Final = frozenset(load_table("clauses")["no_labels"])
_SIGNED: Final = re.compile(r"\s*[—–-]{1,2}\s*(?P<name>[^\W\d_a-z][^.!?\n“”\"]{1,80}?)\s*[.]?\s*$")

_ACTING: Final = re.compile(
    r"(?P<name>[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,3}) (?!his\b|was\b)[a-z]{2,20}s\b"
)
"""A name and what its bearer does in the present ("Stam quits the board"): only the name signs."""


class Speech:
    """The attributions of a text as they grow, paragraph by paragraph."""

    def __init__(self) -> None:
        self.found: list[_Growing] = []
        self._last: _Growing | None = None
        self._pending: tuple[_Growing | None, list[Span]] | None = None

    def add(self, passage: Passage, frames: list[tuple[int, int, list[Draft]]]) -> None:
        """Take up the drafts of one paragraph, and the quotations that no draft holds."""
        said_here: _Growing | None = None
        lone = all(_is_lone(passage, first, stop) for first, stop, _ in frames)
        for number, (first, stop, drafts) in enumerate(frames):
            if not drafts and _is_lone(passage, first, stop):
                held = said_here
                if held is None and number == 0 and (lone or _continues(passage)):
                    held = self._last
                if held is None and number == 0:
                    waiting = self._pending[1] if self._pending and _continues(passage) else []
                    self._pending = (None, [*waiting, _quoted_span(passage, first, stop)])
                if held is not None:
                    self._take_up(held, passage, first, stop, here=said_here is not None)
                    said_here = held if held.cue or said_here else self.found[-1]
                    continue
            grown = [_Growing(passage, draft) for draft in drafts]
            if drafts and number == 0 and _continues(passage):
                self._take_back(passage, drafts, grown)
            self.found.extend(grown)
            spoken = [
                item
                for item, draft in zip(grown, drafts, strict=True)
                if draft.depth == 0 and _has_quotation(passage, draft)
            ]
            if spoken:
                said_here = spoken[-1]
            elif drafts:
                said_here = None
        if frames:
            self._last = said_here if said_here is not None else None

    def add_inner(self, drafts: list[tuple[Passage, Draft]]) -> None:
        """Take up what was found inside quotations."""
        self.found.extend(_Growing(passage, draft) for passage, draft in drafts)

    def _take_back(self, passage: Passage, drafts: list[Draft], grown: list["_Growing"]) -> None:
        """Give the paragraphs before to the cue that this one has for the same quotation."""
        pending, self._pending = self._pending, None
        if pending is None:
            return
        holder, spans = pending
        for draft, item in zip(drafts, grown, strict=True):
            if draft.depth == 0 and any(passage.quote[begin] == 0 for begin, _ in draft.content):
                item.content[:0] = spans
                if holder is not None:
                    holder.content = [span for span in holder.content if span not in spans]
                return

    def _take_up(
        self, held: "_Growing", passage: Passage, first: int, stop: int, *, here: bool
    ) -> None:
        """Give a quotation without a cue to the speaker of the one before."""
        span = _quoted_span(passage, first, stop)
        if here or _continues(passage):
            held.content.append(span)
            self._pending = (held, [span]) if not here else None
            return
        if len(span.of(passage.text).split()) < _FEWEST_WORDS:
            return
        again = _Growing.without_cue(held.source, span)
        self.found.append(again)
        self._pending = (again, [span])


class _Growing:
    """An attribution whose content may still grow."""

    __slots__ = ("content", "cue", "depth", "score", "source")

    def __init__(self, passage: Passage, draft: Draft) -> None:
        def spans(ranges: list[tuple[int, int]]) -> list[Span]:
            return [passage.span(first, stop) for first, stop in sorted(ranges)]

        self.source, self.cue, self.content = (
            spans(draft.source),
            spans(draft.cue),
            spans(draft.content),
        )
        self.score, self.depth = draft.score, draft.depth

    @classmethod
    def without_cue(cls, source: list[Span], content: Span) -> "_Growing":
        """Speech that stands by itself, given to a source named before."""
        grown = cls.__new__(cls)
        grown.source, grown.cue, grown.content = list(source), [], [content]
        grown.score, grown.depth = _UNCUED, 0
        return grown

    def raw(self) -> RawAttribution:
        """The attribution as extractors give it."""
        return RawAttribution(
            source=tuple(self.source),
            cue=tuple(self.cue),
            content=tuple(self.content),
            score=self.score,
            depth=self.depth,
        )


def _is_lone(passage: Passage, first: int, stop: int) -> bool:
    """Whether a frame is nothing but one or more quotations of speech."""
    spoken = False
    for at in range(first, stop):
        if passage.quote[at] < 0:
            if passage.tags[at] not in ".,:;-":
                return False
        elif passage.quotations[passage.quote[at]].role is QuotationRole.SPEECH:
            spoken = True
        else:
            return False
    return spoken


def _continues(passage: Passage) -> bool:
    return bool(passage.quotations) and passage.quotations[0].continues


def _has_quotation(passage: Passage, draft: Draft) -> bool:
    return any(passage.quote[at] >= 0 for first, stop in draft.content for at in (first, stop - 1))


def _quoted_span(passage: Passage, first: int, stop: int) -> Span:
    begin, end = first, stop
    while begin < end and passage.quote[begin] < 0:
        begin += 1
    while end > begin and passage.quote[end - 1] < 0:
        end -= 1
    return passage.span(begin, end)


def read_labels(text: str, blocks: Spans) -> list[RawAttribution]:
    """Speech of transcripts ("NAME: words"), of questions and answers, and signed quotations.

    A label counts where it is written in capitals, or where two or more paragraphs have one. What
    follows without a label belongs to the last speaker while the transcript lasts.
    """
    labels = [_label(text, block) for block in blocks]
    capital = {
        name.of(text) for name, _ in (label for label in labels if label) if name.of(text).isupper()
    }
    counted = sum(label is not None for label in labels)
    found: list[RawAttribution] = []
    for block, label in zip(blocks, labels, strict=True):
        if label is None:
            continue
        name, content = label
        words = name.of(text)
        if words not in capital and counted < 3:
            continue
        if words in ("A", "Answer"):
            found.append(RawAttribution(content=(content,), score=_UNCUED))
        else:
            mark = Span(name.end, text.index(":", name.end, block.end) + 1)
            cue = Span(mark.end - 1, mark.end)
            found.append(RawAttribution(source=(name,), cue=(cue,), content=(content,)))
    return found


def _label(text: str, block: Span) -> tuple[Span, Span] | None:
    if _QUESTION.match(text, block.start, block.end):
        return None
    match = _ANSWER.match(text, block.start, block.end) or _LABEL.match(
        text, block.start, block.end
    )
    if match is None:
        return None
    name = match.group("name")
    end = block.start + len(text[block.start : block.end].rstrip())
    if name.lower().rstrip("s") in _NO_LABEL or end - match.end() < 3:
        return None
    return Span(*match.span("name")), Span(match.end(), end)


def read_headline(text: str, passage: Passage) -> RawAttribution | None:
    """In "Minister: no deal": a short line without a stop, a speaker, a colon, and what he says.

    The speaker is a known office, or a name that stands elsewhere in the text too.
    """
    size = len(passage)
    if not 4 <= size <= _LONGEST_HEADLINE or passage.tags[-1] == "." or ":" not in passage.lower:
        return None
    colon = passage.lower.index(":")
    if not 1 <= colon <= 5 or colon + 2 >= size or passage.quote[colon] >= 0:
        return None
    words = passage.lower[:colon]
    label = " ".join(words)
    if label.rstrip("s") in _NO_LABEL or any(tag not in "NnmdpSfi" for tag in passage.tags[:colon]):
        return None
    last = passage.surface(colon - 1, colon)
    known = any(word in _OFFICES for word in words) or last in text[passage.block.end :]
    if not known:
        return None
    return RawAttribution(
        source=(passage.span(0, colon),),
        cue=(passage.span(colon, colon + 1),),
        content=(passage.span(colon + 1, size),),
        score=_UNCUED,
    )


def read_signed(text: str, block: Span, quoted: Span) -> RawAttribution | None:
    """A quotation that a dash and a name sign: "“…” — Mira Okal"."""
    if text[block.start : quoted.start].strip(" \t•*-–—"):
        return None
    match = _SIGNED.match(text, quoted.end, block.end)
    if match is None:
        return None
    name = Span(*match.span("name"))
    acting = _ACTING.match(text, *name)
    name = Span(*acting.span("name")) if acting else name
    dash = re.compile(r"[—–-]+").search(text, quoted.end, name.start)
    cue = (Span(*dash.span()),) if dash else ()
    return RawAttribution(source=(name,), cue=cue, content=(quoted,))
