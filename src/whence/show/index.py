"""Look-up of a story's values by their ids, for everything that shows it."""

from collections import Counter
from collections.abc import Iterable
from typing import Protocol, TypeVar

from whence.model import (
    Alignment,
    Attribution,
    Basis,
    Entity,
    Event,
    Extraction,
    Figure,
    FigureRelation,
    Measure,
    Mention,
    MentionForm,
    Modality,
    Node,
    Originality,
    Report,
    Span,
    Statement,
    Story,
    Timex,
    surface,
)
from whence.show.views.pieces import join_pieces, tidy


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_HasId)


def _by_id(values: Iterable[_T]) -> dict[str, _T]:
    return {value.id: value for value in values}


class StoryIndex:
    """Dictionaries over one story; building it reads the story once."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.reports: dict[str, Report] = _by_id(story.reports)
        self.extractions: dict[str, Extraction] = {e.report: e for e in story.extractions}
        extractions = story.extractions
        self.attributions: dict[str, Attribution] = _by_id(
            a for e in extractions for a in e.attributions
        )
        self.figures: dict[str, Figure] = _by_id(f for e in extractions for f in e.figures)
        self.events: dict[str, Event] = _by_id(v for e in extractions for v in e.events)
        self.timexes: dict[str, Timex] = _by_id(t for e in extractions for t in e.timexes)
        self.mentions: dict[str, Mention] = _by_id(m for e in extractions for m in e.mentions)
        self.entities: dict[str, Entity] = _by_id(story.resolution.entities)
        self.statements: dict[str, Statement] = _by_id(story.comparison.statements)
        self.alignments: dict[str, Alignment] = _by_id(story.comparison.alignments)
        self.nodes: dict[str, Node] = _by_id(story.descent.nodes)
        self.bases: dict[str, list[Basis]] = {}
        for basis in story.descent.bases:
            self.bases.setdefault(basis.subject, []).append(basis)
        self.originality: dict[str, Originality] = {o.report: o for o in story.descent.originality}

    def speaker_of(self, attribution: Attribution) -> Entity | None:
        """Who is meant by the source of an attribution; None where that is not decided."""
        entity = self.story.resolution.speakers.get(attribution.id)
        return self.entities.get(entity) if entity else None

    def speaker_name(self, attribution: Attribution) -> str:
        """The speaker's fullest name, else the words of the source; empty where there is none."""
        entity = self.speaker_of(attribution)
        if entity:
            return entity.name
        return surface(self.reports[attribution.report].text, attribution.source)

    def speaker_names(self, statement: Statement) -> tuple[str, ...]:
        """The speakers of a statement; a name that another holds, or twice the same, once."""
        names = [self.entities[s].name for s in statement.speakers if s in self.entities]
        kept: dict[str, str] = {}
        for name in names:
            folded = name.casefold().removeprefix("the ").removeprefix("an ").removeprefix("a ")
            kept.setdefault(folded, name)
        return tuple(
            name
            for folded, name in kept.items()
            if not any(f" {folded}" in f" {other}" for other in kept if other != folded)
        )

    def counter_name(self, figure: Figure) -> str:
        """Who counts a figure: its speaker, else whom a verb of counting names; empty for nobody.

        Where nobody is named the outlet itself counts.
        """
        attribution = self.attributions.get(figure.attribution or "")
        if attribution is not None:
            return self.speaker_name(attribution)
        for span in figure.counter:
            for mention in self.extractions[figure.report].mentions:
                entity = self.story.resolution.mention_entities.get(mention.id, "")
                if mention.span.overlaps(span) and entity in self.entities:
                    return self.entities[entity].name
            return " ".join(self.words(figure.report, span).split())
        return ""

    def pairs_of(self, measure: Measure) -> tuple[FigureRelation, ...]:
        """The relations of a measure, those of the same counts by the same counters once."""
        counters = self.counters_of(measure)
        kept: dict[tuple[object, ...], FigureRelation] = {}
        for relation in measure.relations:
            ends = sorted(
                (counters[f.id], str(f.low), str(f.high))
                for f in (self.figures[relation.a], self.figures[relation.b])
            )
            kept.setdefault((relation.relation, *ends), relation)
        return tuple(kept.values())

    def counters_of(self, measure: Measure) -> dict[str, str]:
        """Who counts each figure of a measure; an outlet's own voice goes with the same number.

        Empty for a number that nobody is named for anywhere in the measure.
        """
        figures = [self.figures[name] for name in measure.figures]
        named = {figure.id: self.counter_name(figure) for figure in figures}
        by_value = {(f.low, f.high): named[f.id] for f in reversed(figures) if named[f.id]}
        return {f.id: named[f.id] or by_value.get((f.low, f.high), "") for f in figures}

    def outlet_name(self, report_id: str) -> str:
        """The outlet of a report, else the report's id."""
        return self.reports[report_id].outlet or report_id

    def modality_of(self, statement: Statement) -> Modality:
        """What its speakers do with a statement in most of the reports."""
        carrying = [self.attributions.get(member.attribution) for member in statement.members]
        counts = Counter(attribution.modality for attribution in carrying if attribution)
        return max(counts, key=lambda modality: counts[modality], default=Modality.ASSERTED)

    def statement_text(self, statement: Statement) -> str:
        """The words of a statement; pieces between which others stood are joined by an ellipsis."""
        for member in statement.members:
            attribution = self.attributions.get(member.attribution)
            text = self.reports[member.report].text
            if attribution and surface(text, attribution.content) == statement.text:
                return tidy(join_pieces(text, attribution.content))
        return tidy(statement.text)

    def words(self, report_id: str, span: Span) -> str:
        """The characters of a span in a report."""
        return span.of(self.reports[report_id].text)

    def is_pronoun(self, attribution: Attribution) -> bool:
        """Whether the source of an attribution is a mere pronoun."""
        return any(
            mention.form is MentionForm.PRONOUN and mention.span in attribution.source
            for mention in self.extractions[attribution.report].mentions
        )
