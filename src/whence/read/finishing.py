"""One report from one item: decoded, laid out, dated, and every doubt noted."""

from whence.model import DateSource, Part, PartKind, PublicationDate, Report
from whence.read.drafts import Draft
from whence.read.encodings import Decoded, decode
from whence.read.items import Failure, Form, Item
from whence.read.paragraphs import find_paragraphs


def finish(item: Item, *, identity: str) -> Report | Failure:
    """The report that an item holds, or what keeps it from being one."""
    if isinstance(item.content, str):
        decoded = Decoded(text=item.content, encoding="utf-8")
    else:
        decoded = decode(item.content, is_page=item.form is Form.PAGE)
    if not decoded.text.strip():
        return Failure(kind="empty", where=item.origin, problem="the report is empty")
    draft = _draft(decoded.text)
    date = item.given.date
    return Report(
        id=identity,
        text=draft.text,
        outlet=item.given.outlet,
        published=PublicationDate(value=date, source=DateSource.GIVEN) if date else None,
        url=item.given.url,
        headline=next((p.span for p in draft.parts if p.kind is PartKind.HEADLINE), None),
        parts=draft.parts,
        links=draft.links,
        origin=item.origin,
    )


def _draft(text: str) -> Draft:
    paragraphs = find_paragraphs(text)
    parts = []
    for number, span in enumerate(paragraphs):
        words = span.of(text)
        is_headline = (
            number == 0 and len(paragraphs) > 1 and len(words) < 150 and words[-1].isalnum()
        )
        parts.append(Part(kind=PartKind.HEADLINE if is_headline else PartKind.BODY, span=span))
    return Draft(text=text, parts=tuple(parts))
