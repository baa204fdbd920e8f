"""Small stories as resolve takes them, written with sources and contents in words."""

from tests.factory import make_attribution, make_report, span_of
from whence.extract.blocks import find_blocks
from whence.extract.mentions import find_mentions
from whence.extract.quotations import find_quotations
from whence.model import Anonymity, Entity, Extraction, Kind, Report, Resolution, SourceNaming
from whence.resolve import resolve


class Told:
    """A resolved story, asked in words."""

    def __init__(self, *told: tuple[Report, Extraction, dict[str, str]]) -> None:
        self.reports = [report for report, _, _ in told]
        self.extractions = [extraction for _, extraction, _ in told]
        self.by_content = {
            (report.id, words): key for report, _, said in told for words, key in said.items()
        }
        self.resolution: Resolution = resolve(self.reports, self.extractions)
        self.entities = {entity.id: entity for entity in self.resolution.entities}

    def speaker(self, content: str, report: str = "r1") -> Entity | None:
        """Who says the content, as an entity."""
        found = self.resolution.speakers.get(self.by_content[(report, content)])
        return None if found is None else self.entities[found]

    def name(self, content: str, report: str = "r1") -> str | None:
        """Who says the content, by name."""
        entity = self.speaker(content, report)
        return None if entity is None else entity.name

    def meant(self, words: str, report: str = "r1", *, nth: int = 1) -> str | None:
        """The name of what a mention of exactly these words means."""
        whole = next(r for r in self.reports if r.id == report)
        span = span_of(whole, words, nth=nth)
        extraction = next(e for e in self.extractions if e.report == report)
        ids = [m.id for m in extraction.mentions if m.span == span]
        assert ids, f"no mention of {words!r}"
        found = self.resolution.mention_entities.get(ids[0])
        return None if found is None else self.entities[found].name


def tell(
    text: str,
    *said: tuple[str, str],
    id: str = "r1",
    outlet: str | None = None,
    pseudonyms: tuple[str, ...] = (),
    unnamed: tuple[str, ...] = (),
) -> tuple[Report, Extraction, dict[str, str]]:
    """A report with attributions given as (source, content) in its words."""
    report = make_report(text, id, outlet=outlet)
    attributions, keys = [], {}
    for source, content in said:
        start = text.index(content)
        inside = text[start - 1 : start] in '“"'
        attribution = make_attribution(
            report,
            content=content,
            source="",
            cue="",
            kind=Kind.DIRECT if inside else Kind.INDIRECT,
        )
        if source:
            near = min((abs(i - start), i) for i in range(len(text)) if text.startswith(source, i))[
                1
            ]
            span = type(attribution.content[0])(near, near + len(source))
            attribution = attribution.replace(
                source=(span,), id=f"{attribution.id}-{near}", cue=(span_of(report, "s"),)
            )
        anonymity = Anonymity.NAMED
        if source in pseudonyms:
            anonymity = Anonymity.PSEUDONYM
        elif source in unnamed:
            anonymity = Anonymity.UNNAMED
        attribution = attribution.replace(naming=SourceNaming(anonymity=anonymity))
        attributions.append(attribution)
        keys[content] = attribution.id
    ordered = tuple(sorted(attributions, key=lambda a: a.content))
    extraction = Extraction(
        report=id,
        attributions=ordered,
        quotations=find_quotations(text, find_blocks(report)),
        mentions=find_mentions(report, ordered),
    )
    return report, extraction, keys
