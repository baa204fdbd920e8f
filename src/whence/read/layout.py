"""What each paragraph of a report is for: headline, byline, dateline, body, caption, furniture."""

from whence.model import AgencyMark, MarkKind, Part, PartKind, Span, Value
from whence.read.bylines import (
    Byline,
    find_byline,
    find_owner,
    find_staff_outlet,
    is_date_line,
    outlet_in,
)
from whence.read.datelines import Dateline, find_dateline
from whence.read.dates import FoundDate, find_date
from whence.read.drafts import Block
from whence.read.flow import find_related, is_flowing, is_stray
from whence.read.lines import (
    caption_or_credit,
    find_glued_credit,
    has_final_stop,
    is_address,
    is_headline,
    is_title,
    kind_of_line,
    names_picture,
)
from whence.read.names import AGENCIES, find_agencies, usual_name
from whence.text import trim_space

_HEAD = 12
"""How many paragraphs from the top may belong to the head of a report."""
_BULLETS = ("•", "·", "▪", "■", "●", "- ", "* ", "– ")
_GOING_ON = ("But ", "And ", "Plus ", "Or ", "While ", "As ", "After ", "With ", "Amid ")
_FOOT = 4


class Layout(Value, frozen=True, kw_only=True):
    """The parts of a text in order, and what its head and foot say."""

    parts: tuple[Part, ...] = ()
    headline: Span | None = None
    author: Span | None = None
    outlet: str | None = None
    byline_date: FoundDate | None = None
    dateline_date: FoundDate | None = None
    address: str | None = None
    agency_marks: tuple[AgencyMark, ...] = ()


def lay_out(text: str, blocks: tuple[Block, ...]) -> Layout:
    """The layout of a text whose paragraphs are known.

    The head is read from the top, each line by its own shape, until the first paragraph that is
    none but body; then the dateline; then the rest, where only lines that say so themselves are
    captions, credits or furniture.
    """
    builder = _Builder(text, blocks)
    body = builder.read_head()
    builder.read_rest(body)
    return builder.layout()


class _Builder:
    """Parts of one text as they are found, in order."""

    def __init__(self, text: str, blocks: tuple[Block, ...]) -> None:
        self.text = text
        self.blocks = blocks
        self.parts: list[Part] = []
        self.marks: list[AgencyMark] = []
        self.headline: Span | None = None
        self.author: Span | None = None
        self.outlet: str | None = None
        self.byline_date: FoundDate | None = None
        self.dateline: Dateline | None = None
        self.address: str | None = None
        self.has_markup = any(block.kind is not None for block in blocks)

    def layout(self) -> Layout:
        return Layout(
            parts=tuple(self.parts),
            headline=self.headline,
            author=self.author,
            outlet=self.outlet,
            byline_date=self.byline_date,
            dateline_date=self.dateline.date if self.dateline else None,
            address=self.address,
            agency_marks=tuple(sorted(self.marks, key=lambda mark: mark.span)),
        )

    def add(self, kind: PartKind, span: Span | None) -> None:
        if span:
            self.parts.append(Part(kind=kind, span=span))

    # The head.

    def read_head(self) -> int:
        """Read lines from the top; gives the number of the first paragraph of the body."""
        standfirst_until = self._last_byline()
        for number, block in enumerate(self.blocks[:_HEAD]):
            if not self._read_head_line(number, block, standfirst_until):
                return number
        return min(_HEAD, len(self.blocks))

    def _last_byline(self) -> int:
        """The number of the last line near the top that is a byline or date line; -1 if none is.

        What stands between the headline and the byline is the standfirst, stop or no stop.
        """
        found = -1
        for number, block in enumerate(self.blocks[:6]):
            is_byline = block.kind is PartKind.BYLINE or (
                block.kind is None
                and len(self.blocks) > 1
                and find_byline(self.text, block.span) is not None
            )
            found = number if is_byline else found
        return found

    def _read_head_line(self, number: int, block: Block, standfirst_until: int) -> bool:
        words = block.span.of(self.text)
        if block.kind is PartKind.BODY:
            return self._read_early_line(block.span, words)
        if block.kind in (PartKind.CAPTION, PartKind.CREDIT, PartKind.FURNITURE):
            self._place(block, words)
            return True
        if is_address(words):
            self.address = self.address or words
            self.add(PartKind.FURNITURE, block.span)
            return True
        if len(self.blocks) == 1:
            return False
        if block.kind in (PartKind.HEADLINE, PartKind.STANDFIRST):
            self._add_title(block.kind, block.span)
            return True
        byline = find_byline(self.text, block.span)
        if byline is not None or block.kind is PartKind.BYLINE:
            self._add_byline(byline or Byline(), block.span)
            return True
        kind = kind_of_line(words)
        if kind is not None:
            if kind is PartKind.CREDIT and self.byline_date is None:
                self.byline_date = find_date(self.text, block.span)
            self._add_line(kind, block.span, words)
            return True
        if find_dateline(self.text, block.span):
            return False
        return self._read_title(number, block.span, words, standfirst_until)

    def _read_early_line(self, span: Span, words: str) -> bool:
        """A line above the article's first paragraph that its page takes for body."""
        byline = find_byline(self.text, span) if len(words) <= 120 else None
        kind = kind_of_line(words)
        if byline is not None:
            self._add_byline(byline, span)
        elif kind is not None:
            self._add_line(kind, span, words)
        return byline is not None or kind is not None

    def _read_title(self, number: int, span: Span, words: str, standfirst_until: int) -> bool:
        kind = caption_or_credit(words, is_first=self.headline is None)
        if kind is not None:
            self._add_picture(kind, span, words)
            return True
        if words.startswith(_BULLETS) and len(words) <= 300:
            self.add(PartKind.STANDFIRST, span)
            return True
        name = outlet_in(words) if self.headline and len(words) <= 50 else None
        if name is not None:
            self._add_byline(Byline(outlet=name), span)
            return True
        if self.headline is None:
            following = [b.span.end - b.span.start for b in self.blocks[number + 1 : number + 9]]
            if not self.has_markup and is_headline(words, longest=max(following, default=0)):
                going_on = words.startswith(_GOING_ON) and not is_title(words)
                self._add_title(PartKind.STANDFIRST if going_on else PartKind.HEADLINE, span)
                return True
            return False
        if len(words) <= 400 and number < standfirst_until:
            self.add(PartKind.STANDFIRST, span)
            return True
        if len(words) <= 250 and not has_final_stop(words) and number + 1 < len(self.blocks):
            self.add(PartKind.STANDFIRST, span)
            return True
        return False

    def _add_title(self, kind: PartKind, span: Span) -> None:
        if kind is PartKind.HEADLINE and self.headline is None:
            self.headline = span
        elif kind is PartKind.HEADLINE:
            kind = PartKind.STANDFIRST
        self.add(kind, span)

    def _add_byline(self, byline: Byline, span: Span) -> None:
        self.author = self.author or byline.author
        self.outlet = self.outlet or byline.outlet
        self.byline_date = self.byline_date or byline.date
        self._mark(byline.agencies, MarkKind.BYLINE)
        self.add(PartKind.BYLINE, span)

    # The body and the foot.

    def read_rest(self, first: int) -> None:
        """Read everything after the head."""
        related = find_related(self.text, self.blocks, first)
        flowing = is_flowing(self.text, self.blocks[first:])
        for number in range(first, len(self.blocks)):
            block = self.blocks[number]
            words = block.span.of(self.text)
            if block.kind not in (None, PartKind.BODY):
                self._place(block, words)
            elif number < first + 3 and self.dateline is None and self._read_dateline(block.span):
                continue
            elif number >= related and block.kind is None:
                self.add(PartKind.FURNITURE, block.span)
            else:
                self._read_line(number, block, words, is_body=number == first, flowing=flowing)

    def _read_dateline(self, span: Span) -> bool:
        dateline = find_dateline(self.text, span)
        if dateline is None:
            return False
        self.dateline = dateline
        self._mark(dateline.agencies, MarkKind.DATELINE)
        for usual, _ in dateline.agencies:
            if usual_name(usual) and usual not in AGENCIES and self.outlet is None:
                self.outlet = usual
        self.add(PartKind.DATELINE, trim_space(self.text, *dateline.span))
        self.add(PartKind.BODY, trim_space(self.text, dateline.span.end, span.end))
        return True

    def _read_line(
        self, number: int, block: Block, words: str, *, is_body: bool, flowing: bool
    ) -> None:
        is_foot = number >= len(self.blocks) - _FOOT
        kind = kind_of_line(words)
        if kind is None and not is_body and (is_foot or is_date_line(words)):
            byline = find_byline(self.text, block.span)
            if byline is not None:
                self._add_foot_byline(byline, block.span)
                return
        if kind is None and not is_body:
            kind = caption_or_credit(words)
            if kind is not None:
                self._add_picture(kind, block.span, words)
                return
            if flowing and block.kind is None and is_stray(words):
                kind = PartKind.FURNITURE if is_title(words) else PartKind.CAPTION
        if kind is None:
            self.add(PartKind.BODY, block.span)
        else:
            self._add_line(kind, block.span, words)

    def _add_foot_byline(self, byline: Byline, span: Span) -> None:
        self.outlet = self.outlet or byline.outlet
        self.byline_date = self.byline_date or byline.date
        self.author = self.author or byline.author
        self._mark(byline.agencies, MarkKind.FOOTER)
        self.add(PartKind.CREDIT if byline.agencies else PartKind.BYLINE, span)

    def _place(self, block: Block, words: str) -> None:
        """A paragraph whose kind the page's markup says."""
        if block.kind in (PartKind.CAPTION, PartKind.CREDIT) and caption_or_credit(words):
            self._add_picture(block.kind, block.span, words)
        elif block.kind in (PartKind.HEADLINE, PartKind.STANDFIRST):
            self._add_title(block.kind, block.span)
        elif block.kind is PartKind.BYLINE:
            self._add_byline(find_byline(self.text, block.span) or Byline(), block.span)
        else:
            self._add_line(block.kind or PartKind.BODY, block.span, words)

    def _add_line(self, kind: PartKind, span: Span, words: str) -> None:
        if kind is PartKind.CREDIT:
            owner = find_owner(self.text, span)
            if owner and not find_agencies(owner[0], Span(0, len(owner[0])), sure=True):
                self.outlet = self.outlet or outlet_in(owner[0]) or owner[0]
            self.outlet = self.outlet or find_staff_outlet(words)
            is_photo = owner is None and names_picture(words)
            self._mark(
                find_agencies(self.text, span, sure=False),
                MarkKind.PHOTO if is_photo else MarkKind.FOOTER,
            )
        self.add(kind, span)

    def _add_picture(self, kind: PartKind, span: Span, words: str) -> None:
        glued = find_glued_credit(words)
        if kind is PartKind.CAPTION and glued is not None:
            caption = trim_space(self.text, span.start, span.start + glued)
            credit = Span(span.start + glued, span.end)
            self.add(PartKind.CAPTION, caption)
            self.add(PartKind.CREDIT, credit)
            self._mark(find_agencies(self.text, credit, sure=False), MarkKind.PHOTO)
            return
        named = Span(max(span.start, span.end - 90), span.end)
        self._mark(find_agencies(self.text, named, sure=False), MarkKind.PHOTO)
        self.add(kind, span)

    def _mark(self, agencies: tuple[tuple[str, Span], ...], kind: MarkKind) -> None:
        self.marks.extend(AgencyMark(agency=name, kind=kind, span=s) for name, s in agencies)
