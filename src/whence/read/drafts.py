"""A report's text and its parts, as its format gives them, before outlet and date are settled."""

from whence.model import Link, Notice, Part, Span, Value


class Metadata(Value, frozen=True, kw_only=True):
    """What a page's own metadata says; every field may be missing."""

    outlet: str | None = None
    published: str | None = None
    author: str | None = None
    headline: str | None = None
    url: str | None = None
    language: str | None = None


class Draft(Value, frozen=True, kw_only=True):
    """Text, parts and links of one report."""

    text: str
    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()
    metadata: Metadata = Metadata()
    notices: tuple[Notice, ...] = ()

    def part_texts(self, part: Part) -> str:
        """The words of one part."""
        return part.span.of(self.text)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without the white space around it; None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
