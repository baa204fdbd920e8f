"""Statements by what matters, each with voices, witnesses, relays and the reasons in words."""

from whence.model import Basis, Judgement, Modality, OriginKind, Statement, Value
from whence.show.counts import count_words, tell_hearings, tell_relays, tell_spread
from whence.show.index import StoryIndex
from whence.show.summary import rank_statements
from whence.show.views.pieces import cut_at_word
from whence.show.views.places import Places, Ref


class OriginView(Value, frozen=True, kw_only=True):
    """One hearing."""

    label: str
    kind: str
    heard_by: tuple[str, ...]
    judgement: str
    reasons: tuple[str, ...]
    refs: tuple[Ref, ...]


class RelayView(Value, frozen=True, kw_only=True):
    """A report that repeats what another heard."""

    label: str
    href: str
    status: str
    reason: str


class BasisView(Value, frozen=True, kw_only=True):
    """On what a statement rests."""

    count: int
    spread: str
    """``1 to 2`` where the evidence leaves it open; else empty."""
    voices: tuple[str, ...]
    witnesses: tuple[str, ...]
    relays: tuple[RelayView, ...]
    relayed: str
    """``14 credited, 3 uncredited``."""
    rests_on: str
    """The hearings in a line: ``an interview of Ann Lee with the Post``."""
    origins: tuple[OriginView, ...]
    in_other_words: tuple[Ref, ...]
    """Where other statements say the same; counted with it."""
    reasons: tuple[str, ...]
    would_settle: str
    weakest: str


class MemberView(Value, frozen=True, kw_only=True):
    """How one report carries the statement."""

    ref: Ref
    via: str
    kind: str
    modality: str


class StatementView(Value, frozen=True, kw_only=True):
    """One thing said, over all reports."""

    anchor: str
    text: str
    speakers: tuple[str, ...]
    modality: str
    """What the speakers do with it ("denied"); empty where they assert it."""
    outlets: int
    carried: str
    """``9 reports, 7 outlets``."""
    basis: BasisView | None
    members: tuple[MemberView, ...]
    against: tuple[str, ...]
    reasons: tuple[str, ...]


def view_statements(index: StoryIndex, places: Places) -> tuple[StatementView, ...]:
    """All statements, most repeated on fewest origins first."""
    against = _oppositions(index)
    return tuple(
        _view(index, places, statement, basis, tuple(against.get(statement.id, ())))
        for statement, basis in rank_statements(index)
    )


def _oppositions(index: StoryIndex) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for opposition in index.story.comparison.oppositions:
        for mine, other in ((opposition.a, opposition.b), (opposition.b, opposition.a)):
            if other in index.statements:
                words = cut_at_word(index.statement_text(index.statements[other]), 160)
                doubt = "" if opposition.judgement is Judgement.YES else " (perhaps)"
                line = f"{opposition.kind}{doubt}: “{words}” — {opposition.reason}"
                found.setdefault(mine, []).append(line)
    return found


def _view(
    index: StoryIndex,
    places: Places,
    statement: Statement,
    basis: Basis | None,
    against: tuple[str, ...],
) -> StatementView:
    reports = dict.fromkeys(member.report for member in statement.members)
    outlets = dict.fromkeys(index.outlet_name(report) for report in reports)
    modality = index.modality_of(statement)
    carried = (count_words(len(reports), "report"), count_words(len(outlets), "outlet"))
    return StatementView(
        anchor=statement.id,
        text=index.statement_text(statement),
        speakers=index.speaker_names(statement),
        modality="" if modality is Modality.ASSERTED else str(modality),
        outlets=len(outlets),
        carried=", ".join(carried),
        basis=view_basis(index, places, basis) if basis else None,
        members=_members(index, places, statement),
        against=against,
        reasons=tuple(dict.fromkeys(evidence.reason for evidence in statement.evidence)),
    )


def _members(index: StoryIndex, places: Places, statement: Statement) -> tuple[MemberView, ...]:
    found = []
    for member in statement.members:
        attribution = index.attributions.get(member.attribution)
        found.append(
            MemberView(
                ref=places.ref(member.report, member.spans),
                via=" ← ".join(
                    carrier.name + (" (inherited)" if carrier.inherited else "")
                    for carrier in (attribution.via if attribution else ())
                ),
                kind=str(attribution.kind) if attribution else "",
                modality=str(attribution.modality) if attribution else "",
            )
        )
    return tuple(found)


def view_basis(index: StoryIndex, places: Places, basis: Basis) -> BasisView:
    """Voices, witnesses, relays and origins in names that a reader knows."""
    weakest = basis.weakest_link
    return BasisView(
        count=basis.count,
        spread=tell_spread(basis),
        voices=tuple(index.entities[v].name for v in basis.voices if v in index.entities),
        witnesses=tuple(_node_name(index, places, w) for w in basis.witnesses),
        relays=tuple(
            RelayView(
                label=places.label(relay.report),
                href="#" + places.report(relay.report),
                status=str(relay.status),
                reason=relay.reason,
            )
            for relay in basis.relays
        ),
        relayed=tell_relays(basis),
        rests_on=tell_hearings(basis),
        origins=tuple(
            OriginView(
                label=origin.label,
                kind=hearing_kind(origin.kind),
                heard_by=tuple(_node_name(index, places, node) for node in origin.heard_by),
                judgement=str(origin.judgement),
                reasons=tuple(dict.fromkeys(e.reason for e in origin.evidence)),
                refs=places.refs(place for e in origin.evidence for place in e.places),
            )
            for origin in basis.origins
        ),
        in_other_words=tuple(places.ref(m.report, m.spans) for m in basis.support),
        reasons=basis.reasons,
        would_settle=basis.would_settle,
        weakest=f"{weakest.reason} ({round(100 * weakest.score)} %)" if weakest else "",
    )


def hearing_kind(kind: OriginKind) -> str:
    """What sort of hearing it is, as readers are told."""
    return "heard how is not told" if kind is OriginKind.UNKNOWN else str(kind)


def _node_name(index: StoryIndex, places: Places, node_id: str) -> str:
    if node_id in index.reports:
        return places.label(node_id)
    node = index.nodes.get(node_id)
    return node.name if node else node_id
