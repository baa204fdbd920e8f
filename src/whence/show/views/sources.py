"""Who is cited, how they are named, and the sourcing checks."""

from whence.model import Anonymity, CheckKind, Entity, MentionKind, UnnamedType, Value
from whence.show.index import StoryIndex
from whence.show.views.pieces import cut_at_word
from whence.show.views.places import Places, Ref

_MOST_REFS, _MOST_PERHAPS = 6, 3
_PRONOUNS = frozenset("he she it they we i you who".split())


class SourceView(Value, frozen=True, kw_only=True):
    """A speaker over all reports."""

    anchor: str
    name: str
    kind: str
    naming: str
    """``named``, ``pseudonym``, ``by description``, ``unnamed: official``."""
    speaks_for: str
    aliases: tuple[str, ...]
    attributions: int
    outlets: tuple[str, ...]
    refs: tuple[Ref, ...]
    reasons: tuple[str, ...]
    """Stated reasons for not naming."""
    perhaps: tuple[str, ...]
    """Entities it may be one with; never merged on doubt."""


class CheckView(Value, frozen=True, kw_only=True):
    """A sourcing check that speaks."""

    kind: str
    title: str
    rule: str
    message: str
    subject: str
    """Anchor of the statement or measure it is about; empty where there is none."""
    about: str
    """Its words."""
    refs: tuple[Ref, ...]


def view_sources(index: StoryIndex, places: Places) -> tuple[SourceView, ...]:
    """Everybody who is cited, most outlets first; unnamed and pseudonymous marked as such."""
    speakers = index.story.resolution.speakers
    cited: dict[str, list[str]] = {}
    for attribution_id, entity_id in speakers.items():
        cited.setdefault(entity_id, []).append(attribution_id)
    perhaps: dict[str, list[str]] = {}
    for link in index.story.resolution.possible:
        for mine, other in ((link.a, link.b), (link.b, link.a)):
            if other in index.entities and index.entities[other].name.lower() not in _PRONOUNS:
                reason = "; ".join(evidence.reason for evidence in link.evidence)
                perhaps.setdefault(mine, []).append(f"{index.entities[other].name} — {reason}")
    views = [
        _view(index, places, index.entities[entity_id], sorted(ids), perhaps.get(entity_id, []))
        for entity_id, ids in cited.items()
        if entity_id in index.entities
    ]
    views.sort(key=lambda v: (-len(v.outlets), -v.attributions, v.name, v.anchor))
    return tuple(views)


def _view(
    index: StoryIndex, places: Places, entity: Entity, ids: list[str], perhaps: list[str]
) -> SourceView:
    attributions = sorted(
        (index.attributions[i] for i in ids if i in index.attributions),
        key=lambda a: (places.number(a.report), a.content),
    )
    reasons = {index.words(a.report, span) for a in attributions for span in a.naming.reason}
    naming = str(entity.anonymity)
    if _is_described(entity):
        naming = "by description"
    elif entity.anonymity is Anonymity.UNNAMED and entity.unnamed_type:
        naming += f": {entity.unnamed_type}"
    body = index.entities.get(entity.body or "")
    return SourceView(
        anchor=entity.id,
        name=entity.name,
        kind=str(entity.kind),
        naming=naming,
        speaks_for=body.name if body else "",
        aliases=tuple(alias for alias in entity.aliases if alias != entity.name)[:8],
        attributions=len(attributions),
        outlets=tuple(dict.fromkeys(index.outlet_name(a.report) for a in attributions)),
        refs=tuple(
            places.ref(a.report, a.source or a.content, width=60) for a in attributions[:_MOST_REFS]
        ),
        reasons=tuple(sorted(reasons)),
        perhaps=tuple(dict.fromkeys(perhaps))[:_MOST_PERHAPS],
    )


def _is_described(entity: Entity) -> bool:
    """Whether it is a body told by what it is ("the health department"): nobody hides there."""
    return (
        entity.anonymity is Anonymity.UNNAMED
        and entity.kind is MentionKind.ORGANISATION
        and entity.unnamed_type in (None, UnnamedType.OTHER)
    )


TITLES = {
    CheckKind.SINGLE_ORIGIN: "One origin behind several outlets",
    CheckKind.ANONYMOUS_NO_REASON: "A source without a name, and no reason given",
    CheckKind.PLURAL_SOURCES: "“Sources” in the plural, one to be found",
    CheckKind.FIGURE_NO_COUNTER: "A figure, and nobody who counted",
    CheckKind.NO_ATTRIBUTION: "Quoted words without a speaker",
    CheckKind.HEADLINE_BEYOND_BODY: "A headline that says more than its report",
    CheckKind.CIRCULAR: "Reports that take from each other in a circle",
    CheckKind.CREDIT_NOT_BORNE_OUT: "A credit that the credited report does not bear out",
}


def view_checks(index: StoryIndex, places: Places) -> tuple[CheckView, ...]:
    """The sourcing checks that speak, in the order they were raised."""
    measures = {m.id: m for m in index.story.comparison.measures if len(m.figures) > 1}
    views = []
    for check in index.story.descent.checks:
        about = ""
        if check.subject in index.statements:
            about = index.statement_text(index.statements[check.subject])
        elif check.subject in measures:
            about = measures[check.subject].what
        views.append(
            CheckView(
                kind=str(check.kind),
                title=TITLES[check.kind],
                rule=check.rule,
                message=check.message,
                subject=check.subject if about and check.subject else "",
                about=cut_at_word(about, 140),
                refs=places.refs(check.places),
            )
        )
    return tuple(views)
