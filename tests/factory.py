"""Values made by hand, from words rather than offsets."""

from whence.model import (
    Anonymity,
    Attribution,
    DateSource,
    Kind,
    Part,
    PartKind,
    PublicationDate,
    Report,
    SourceNaming,
    Span,
    content_id,
)


def span_of(report: Report | str, words: str, *, nth: int = 1) -> Span:
    """Where the words stand for the nth time; fails when they do not."""
    text = report if isinstance(report, str) else report.text
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def make_report(
    text: str,
    id: str = "r1",
    *,
    outlet: str | None = None,
    date: str | None = None,
    headline: str | None = None,
    **more: object,
) -> Report:
    """A report whose paragraphs are body parts, but for the headline given in its words."""
    parts, position = [], 0
    for line in text.split("\n"):
        span = Span(position, position + len(line))
        if line.strip():
            kind = PartKind.HEADLINE if headline and line == headline else PartKind.BODY
            parts.append(Part(kind=kind, span=span))
        position += len(line) + 1
    published = PublicationDate(value=date, source=DateSource.GIVEN) if date else None
    return Report(
        id=id,
        text=text,
        outlet=outlet,
        published=published,
        headline=span_of(text, headline) if headline else None,
        parts=tuple(parts),
        **more,
    )


def make_attribution(
    report: Report,
    *,
    content: str | tuple[str, ...],
    source: str = "",
    cue: str = "said",
    kind: Kind = Kind.INDIRECT,
    **more: object,
) -> Attribution:
    """An attribution by the words of its roles; a tuple of contents where it is cut."""
    contents = (content,) if isinstance(content, str) else content
    spans = tuple(span_of(report, words) for words in contents)
    return Attribution(
        id=content_id("a", report.id, *spans, source),
        report=report.id,
        source=(span_of(report, source),) if source else (),
        cue=(span_of(report, cue),) if cue else (),
        content=spans,
        kind=kind,
        naming=more.pop("naming", SourceNaming(anonymity=Anonymity.NAMED)),
        **more,
    )
