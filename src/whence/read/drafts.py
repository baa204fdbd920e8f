"""A report's text and its paragraphs as its format gives them, before they are looked at."""

from whence.model import Link, Notice, PartKind, Span, Value


class Block(Value, frozen=True, kw_only=True):
    """A paragraph before it is known what it is for; a page's markup may say."""

    span: Span
    kind: PartKind | None = None


class Metadata(Value, frozen=True, kw_only=True):
    """What a page's own metadata says; every field may be missing."""

    outlet: str | None = None
    published: str | None = None
    author: str | None = None
    headline: str | None = None
    url: str | None = None
    agency: str | None = None


class Draft(Value, frozen=True, kw_only=True):
    """Text, paragraphs and links of one report."""

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    metadata: Metadata = Metadata()
    notices: tuple[Notice, ...] = ()
