"""One report from one item: decoded, laid out, dated, named, and every doubt noted."""

import re

from whence.model import (
    DateSource,
    Notice,
    Part,
    PartKind,
    PublicationDate,
    Report,
)
from whence.read.bylines import find_asking_outlet
from whence.read.contents import refusal, sound_name, sound_text
from whence.read.dates import date_in_address, parse_date
from whence.read.drafts import Block, Draft
from whence.read.encodings import Decoded, decode
from whence.read.items import Failure, Form, Item
from whence.read.languages import find_language
from whence.read.layout import Layout, lay_out
from whence.read.markdown import read_markdown
from whence.read.names import outlet_of_address
from whence.read.paragraphs import find_paragraphs

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def finish(item: Item, *, identity: str) -> Report | Failure:
    """The report that an item holds, or what keeps it from being one.

    Never raises: what is odd in a text becomes a notice of its report.
    """
    if isinstance(item.content, str):
        guess = item.guessed_encoding
        decoded = Decoded(text=item.content, encoding=guess or "utf-8", is_guessed=bool(guess))
    else:
        refused = refusal(item.content)
        if refused:
            return refused.replace(where=item.origin)
        decoded = decode(item.content, is_page=item.form in (Form.PAGE, Form.UNKNOWN))
    text, damage = sound_text(decoded.text)
    if not text.strip("\0 \t\r\n\ufeff") or not text.strip():
        return Failure(
            kind="empty", where=item.origin, problem="it is empty", advice="leave it out"
        )
    draft = _draft(text, item)
    if isinstance(draft, Failure):
        return draft
    layout = lay_out(draft.text, draft.blocks)
    return _report(item, identity, draft, layout, (*_encoding_notices(decoded), *damage))


def _draft(text: str, item: Item) -> Draft | Failure:
    form = item.form
    if form is Form.UNKNOWN:
        start = text[:2000].lstrip().lower()
        is_page = (
            start.startswith(("<!doctype html", "<html", "<head", "<?xml")) or "<html" in start
        )
        form = Form.PAGE if is_page else Form.TEXT
    if form is Form.PAGE:
        # Loaded here: the HTML reader takes a second, and most stories are plain texts.
        from whence.read.pages import read_page

        return read_page(text, where=item.origin)
    if form is Form.MARKDOWN:
        return read_markdown(text)
    return Draft(text=text, blocks=tuple(Block(span=span) for span in find_paragraphs(text)))


def _report(
    item: Item, identity: str, draft: Draft, layout: Layout, found: tuple[Notice, ...]
) -> Report:
    url = item.given.url or draft.metadata.url or layout.address
    published, date_notices = _published(item, draft, layout, url)
    body = _body(draft.text, layout.parts)
    outlet = (
        item.given.outlet
        or draft.metadata.outlet
        or (outlet_of_address(url) if url else None)
        or layout.outlet
        or find_asking_outlet(body)
    )
    language = find_language(body)
    notices = [*found, *draft.notices, *date_notices]
    if language != "en":
        notices.append(
            Notice(
                kind="language",
                message=f"seems to be in another language ({language}); it is traced with the "
                "rules for English",
            )
        )
    if not any(part.kind is PartKind.BODY for part in layout.parts):
        notices.append(Notice(kind="no-body", message="has no paragraph that reports anything"))
    return Report(
        id=identity,
        text=draft.text,
        outlet=sound_name(outlet) if outlet else None,
        published=published,
        url=sound_name(url) if url else None,
        language=language,
        headline=layout.headline,
        author=layout.author,
        parts=layout.parts,
        links=draft.links,
        agency_marks=layout.agency_marks,
        notices=tuple(
            notice.replace(message=f"{identity} {notice.message}.", report=identity)
            for notice in notices
        ),
        origin=sound_name(item.origin),
    )


def _body(text: str, parts: tuple[Part, ...]) -> str:
    pieces: list[str] = []
    length = 0
    for part in parts:
        if part.kind is PartKind.BODY and length < 8000:
            pieces.append(text[part.span.start : min(part.span.end, part.span.start + 8000)])
            length += part.span.end - part.span.start
    return "\n".join(pieces)


def _published(
    item: Item, draft: Draft, layout: Layout, url: str | None
) -> tuple[PublicationDate | None, list[Notice]]:
    """When the report appeared: as given, else as its metadata, byline, dateline or address say."""
    notices: list[Notice] = []
    if item.given.date is not None:
        value = parse_date(item.given.date)
        if value:
            return PublicationDate(value=value, source=DateSource.GIVEN), notices
        notices.append(
            Notice(
                kind="date-unreadable",
                message=f'is given the date "{sound_name(item.given.date[:40])}", which is none: '
                "write 2014-08, 2014-08-05 or 2014-08-05T09:00Z",
            )
        )
    stated = parse_date(draft.metadata.published) if draft.metadata.published else None
    if stated:
        return PublicationDate(value=stated, source=DateSource.METADATA), notices
    for source, date in (
        (DateSource.BYLINE, layout.byline_date),
        (DateSource.DATELINE, layout.dateline_date),
    ):
        if date and date.has_year:
            return PublicationDate(value=date.value, source=source, span=date.span), notices
    in_address = date_in_address(url) if url else None
    if in_address:
        return PublicationDate(value=in_address, source=DateSource.ADDRESS), notices
    inferred = _inferred(layout, draft.text)
    if inferred is None and not notices:
        notices.append(_undated(layout))
    return inferred, notices


def _inferred(layout: Layout, text: str) -> PublicationDate | None:
    """A day without a year, with the only year that the copyright line names."""
    day = layout.byline_date or layout.dateline_date
    if day is None:
        return None
    years = {
        year
        for part in layout.parts
        if part.kind is PartKind.CREDIT and "©" in (words := part.span.of(text)[:200])
        for year in _YEAR.findall(words)
    }
    if len(years) != 1:
        return None
    value = parse_date(f"{years.pop()}{day.value[1:]}")
    return (
        PublicationDate(value=value, source=DateSource.INFERRED, span=day.span) if value else None
    )


def _undated(layout: Layout) -> Notice:
    day = layout.byline_date or layout.dateline_date
    if day:
        return Notice(
            kind="date-without-year",
            message="names a day without a year; give its date in a manifest",
            span=day.span,
        )
    return Notice(
        kind="no-date", message="does not say when it appeared; give its date in a manifest"
    )


def _encoding_notices(decoded: Decoded) -> list[Notice]:
    notices = []
    if decoded.is_guessed:
        notices.append(
            Notice(
                kind="encoding-guessed",
                message=f"is in an encoding that was guessed ({decoded.encoding}); letters beyond "
                "English may be wrong, save it as UTF-8 to be sure",
            )
        )
    if decoded.is_damaged:
        notices.append(
            Notice(
                kind="encoding-damaged",
                message=f"holds bytes that mean nothing in {decoded.encoding}; each is shown as "
                "a replacement character",
            )
        )
    return notices
