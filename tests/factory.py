"""Values made by hand, from words rather than offsets."""

import math
import re
import struct

from whence.model import (
    Anonymity,
    Attribution,
    Carrier,
    CarrierRole,
    DateSource,
    Entity,
    Extraction,
    Kind,
    Meaning,
    MentionKind,
    Part,
    PartKind,
    PublicationDate,
    Quotation,
    QuotationRole,
    Report,
    Resolution,
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


def make_telling(
    text: str,
    id: str = "r1",
    *,
    speakers: dict[str, str] | None = None,
    date: str | None = None,
    outlet: str | None = None,
    headline: str | None = None,
    via: dict[str, str] | None = None,
    meanings: dict[str, bytes] | None = None,
) -> tuple[Report, Extraction, dict[str, str]]:
    """A report in which every pair of “curly marks” is a quotation of its own attribution.

    ``speakers`` gives who says the contents: words of the content (in marks, or told without) to
    the speaker's name; a content that is not listed is said by nobody known. Contents told without
    marks are attributed only where they are listed. ``meanings`` gives contents their vectors.

    Gives the report, what was found in it, and the speaker's name of each attribution.
    """
    report = make_report(text, id, date=date, outlet=outlet, headline=headline)
    quotations, attributions, names = [], [], {}
    contents = []
    for match in re.finditer(r"“([^”]*)”", text):
        quotation = Quotation(
            span=Span(*match.span(1)), outer=Span(*match.span()), role=QuotationRole.SPEECH
        )
        quotations.append(quotation)
        contents.append((quotation.span, Kind.DIRECT))
    for words in speakers or {}:
        span = span_of(report, words)
        if not any(quotation.span.covers(span) for quotation in quotations):
            holds = any(span.covers(quotation.span) for quotation in quotations)
            contents = [c for c in contents if not span.covers(c[0])]
            contents.append((span, Kind.MIXED if holds else Kind.INDIRECT))
    for span, kind in sorted(contents):
        said = span.of(text)
        carriers = tuple(
            Carrier(name=name, spans=(), role=CarrierRole.REPORTED)
            for words, name in (via or {}).items()
            if words in said
        )
        attribution = Attribution(
            id=content_id("a", id, span),
            report=id,
            source=(),
            cue=(),
            content=(span,),
            kind=kind,
            naming=SourceNaming(anonymity=Anonymity.NAMED),
            via=carriers,
            part=report.part_at(span.start),
            meanings=tuple(
                Meaning(span=span, vector=vector)
                for words, vector in (meanings or {}).items()
                if words in said and vector
            ),
        )
        attributions.append(attribution)
        for words, name in (speakers or {}).items():
            if words in said:
                names[attribution.id] = name
    extraction = Extraction(
        report=id, attributions=tuple(attributions), quotations=tuple(quotations)
    )
    return report, extraction, names


def make_resolution(*tellings: tuple[Report, Extraction, dict[str, str]]) -> Resolution:
    """Every named speaker as an entity; one name is one speaker over all reports."""
    names = {key: name for _, _, said in tellings for key, name in said.items()}
    return Resolution(
        entities=tuple(
            Entity(id=f"e-{name}", name=name, kind=MentionKind.PERSON)
            for name in sorted(set(names.values()))
        ),
        speakers={key: f"e-{name}" for key, name in names.items()},
    )


def make_meaning(degrees: float) -> bytes:
    """A vector whose cosine with that of another angle is the cosine of the difference."""
    angle = math.radians(degrees)
    return struct.pack("<2e", math.cos(angle), math.sin(angle))
