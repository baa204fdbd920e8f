"""One outlet's text at one time, and its parts."""

from enum import StrEnum

from whence.model.base import Value
from whence.model.span import Span


class PartKind(StrEnum):
    """What a paragraph of a report is for."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    """Photo or agency credit line, correction, "AFP contributed to this report"."""
    FURNITURE = "furniture"
    """Navigation, share buttons, "read more", copyright: words that report nothing."""


class Part(Value, frozen=True, kw_only=True):
    """A paragraph (or the dateline before one) and what it is for. Parts do not overlap."""

    kind: PartKind
    span: Span


class DateSource(StrEnum):
    """How a report's publication date was found."""

    GIVEN = "given"
    """By the manifest or the caller."""
    METADATA = "metadata"
    """In the page's JSON-LD, OpenGraph or meta tags."""
    BYLINE = "byline"
    """In the visible date line."""
    DATELINE = "dateline"
    ADDRESS = "address"
    """In the page's address."""
    INFERRED = "inferred"
    """A day without a year, with the year of the copyright line; a guess."""


class PublicationDate(Value, frozen=True, kw_only=True):
    """When a report appeared, no more precise than is known."""

    value: str
    """ISO 8601: year, month, day, or time with zone (``2014-08``, ``2014-08-05T09:00Z``)."""
    source: DateSource
    span: Span | None = None


class Link(Value, frozen=True, kw_only=True):
    """A hyperlink: the words that carry it and where it leads (never fetched)."""

    span: Span
    url: str


class MarkKind(StrEnum):
    """Where an agency is named as the maker of the text."""

    DATELINE = "dateline"
    BYLINE = "byline"
    FOOTER = "footer"
    PHOTO = "photo"


class AgencyMark(Value, frozen=True, kw_only=True):
    """A mark that text or photo comes from an agency: ``(Reuters) -``, ``AFP contributed``."""

    agency: str
    kind: MarkKind
    span: Span


class Notice(Value, frozen=True, kw_only=True):
    """Something the reader of the answer should know: what, where, what to do."""

    kind: str
    """Stable code, e.g. ``encoding-guessed``, ``no-date``."""
    message: str
    report: str | None = None
    span: Span | None = None


class Report(Value, frozen=True, kw_only=True):
    """One outlet's text at one time.

    ``text`` holds every character that was read as text, in the order read, with its own line
    endings; all spans of all values count its code points.
    """

    id: str
    text: str
    outlet: str | None = None
    """Who publishes it, as the report or the caller names it."""
    published: PublicationDate | None = None
    url: str | None = None
    language: str = "en"
    headline: Span | None = None
    author: Span | None = None
    """The reporter's name in the byline."""
    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()
    agency_marks: tuple[AgencyMark, ...] = ()
    notices: tuple[Notice, ...] = ()
    origin: str = ""
    """Where it was read from: a file name, ``-`` or an address."""

    def parts_of(self, *kinds: PartKind) -> tuple[Part, ...]:
        """The parts of the given kinds in order of text."""
        return tuple(part for part in self.parts if part.kind in kinds)

    def part_at(self, position: int) -> PartKind:
        """What the part at a character is for; body where no part is marked."""
        for part in self.parts:
            if part.span.start <= position < part.span.end:
                return part.kind
        return PartKind.BODY


class Reading(Value, frozen=True, kw_only=True):
    """What reading the inputs of a story gives: the reports, and what could not be read."""

    slug: str
    reports: tuple[Report, ...]
    notices: tuple[Notice, ...] = ()
    failures: tuple[Notice, ...] = ()
    """Inputs that could not be read, one sentence each; the other reports are all there."""
