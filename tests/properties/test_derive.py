"""What holds for every derivation: order, copies, relays, evidence, circles."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factory import make_report
from whence import trace
from whence.model import Basis, Judgement, Report, Story
from whence.options import Options

RULES = Options(extractor="rules")
OUTLETS = ("Lorn Gazette", "Velm Post", "Radio Tern", "Coastal Press Agency", "Orrin Daily")
SENTENCES = (
    "“The barge broke loose at noon and nobody was on board,” Ann Lee told the Lorn Gazette.",
    "“The barge broke loose at noon and nobody was on board,” Ann Lee said.",
    "“The barge broke loose at noon and nobody was on board,” Ann Lee told us.",
    "Ann Lee said at a press conference that the barge had broken loose at noon.",
    "“We never saw the pilot again,” Bo Ray told the Velm Post.",
    "“We never saw the pilot again,” said Bo Ray, a diver.",
    "The northern lock will stay shut until Friday, the Velm Post reported.",
    "The northern lock will stay shut until Friday, according to the Lorn Gazette.",
    "The harbour office said in a statement that the northern lock would stay shut until Friday.",
    "A diver said that 40 crates were lost, Radio Tern reported.",
    "The storm came in over the salt flats shortly after noon and took the roof off the old rope"
    " works before anyone on the quay had time to move the other barges upstream and tie them up"
    " below the bridge that the council has meant to mend since the winter of the great flood.",
    "On the island a brass band had been waiting since dawn in new coats which the mayor's aunt had"
    " paid for out of the lottery money that everybody had thought was gone for good last spring.",
)
STORIES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5, unique=True),
        st.sampled_from((*OUTLETS, None)),
        st.sampled_from(("2031-05-01", "2031-05-02", None)),
    ),
    min_size=2,
    max_size=4,
    unique_by=lambda told: told[1] or id(told),
)
FEW = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def reports_of(told: list[tuple[list[str], str | None, str | None]]) -> list[Report]:
    return [
        make_report("\n\n".join(sentences), f"r{number}", outlet=outlet, date=date)
        for number, (sentences, outlet, date) in enumerate(told)
    ]


def bases_by_words(story: Story) -> dict[tuple[str, tuple], Basis]:
    """The basis of each member of each statement, by where it stands."""
    bases = {basis.subject: basis for basis in story.descent.bases if not basis.figures}
    return {
        (member.report, member.spans): bases[statement.id]
        for statement in story.comparison.statements
        for member in statement.members
    }


@FEW
@given(STORIES)
def test_the_order_of_reports_changes_nothing(told):
    reports = reports_of(told)

    assert trace(reports, options=RULES).descent == trace(reports[::-1], options=RULES).descent


@FEW
@given(STORIES, st.data())
def test_a_copy_adds_no_origin_voice_or_witness(told, data):
    reports = reports_of(told)
    copied = data.draw(st.sampled_from(reports))
    copy = copied.replace(id="r9")

    before = bases_by_words(trace(reports, options=RULES))
    after = bases_by_words(trace([*reports, copy], options=RULES))

    for place, basis in before.items():
        assert after[place].count <= basis.count
        assert len(after[place].voices) <= len(basis.voices)
        assert len(after[place].witnesses) <= len(basis.witnesses)


@FEW
@given(STORIES)
def test_removing_a_relay_never_lowers_the_number_of_origins(told):
    reports = reports_of(told)
    story = trace(reports, options=RULES)
    ids = {report.id for report in reports}
    rooted = {
        relay.report
        for basis in story.descent.bases
        for relay in basis.relays
        for origin in basis.origins
        if origin.id == relay.origin and set(origin.heard_by) & ids - {relay.report}
    }
    unrooted = {
        report
        for basis in story.descent.bases
        for origin in basis.origins
        for report in origin.reports
        if not set(origin.heard_by) & ids - {report}
    }
    witnesses = {node for basis in story.descent.bases for node in basis.witnesses}
    for relay in sorted(rooted - unrooted - witnesses):
        rest = [report for report in reports if report.id != relay]
        after = bases_by_words(trace(rest, options=RULES))
        for place, basis in bases_by_words(story).items():
            if place[0] != relay:
                assert after[place].count >= basis.count


@FEW
@given(STORIES)
def test_every_place_of_every_piece_of_evidence_is_in_its_text(told):
    story = trace(reports_of(told), options=RULES)
    texts = {report.id: report.text for report in story.reports}

    evidence = [piece for edge in story.descent.edges for piece in edge.evidence]
    evidence += [p for b in story.descent.bases for o in b.origins for p in o.evidence]
    places = [place for piece in evidence for place in piece.places]
    places += [place for check in story.descent.checks for place in check.places]
    places += [place for found in story.descent.originality for place in found.places]

    assert all(piece.reason for piece in evidence)
    for place in places:
        assert 0 <= place.span.start < place.span.end <= len(texts[place.report])


@FEW
@given(STORIES)
def test_without_its_circles_the_stemma_is_acyclic(told):
    descent = trace(reports_of(told), options=RULES).descent
    broken = {edge for cycle in descent.cycles for edge in cycle.edges}
    knots = {node for cycle in descent.cycles for node in cycle.nodes}
    following: dict[str, set[str]] = {}
    for edge in descent.edges:
        inside = edge.report in knots and edge.target in knots
        if edge.direction is Judgement.YES and edge.id not in broken and not inside:
            following.setdefault(edge.report, set()).add(edge.target)
    while following:
        leaves = [node for node in following if not following[node] & set(following)]
        assert leaves, following
        for node in leaves:
            del following[node]


@FEW
@given(STORIES)
def test_counts_lie_within_their_bounds_and_shares_sum_to_one(told):
    descent = trace(reports_of(told), options=RULES).descent

    for basis in descent.bases:
        assert 1 <= basis.count_low <= basis.count <= basis.count_high
        assert len(basis.origins) == basis.count
        assert basis.reasons
        assert bool(basis.would_settle) == (basis.count_low < basis.count_high)
    for found in descent.originality:
        assert abs(found.own + found.credited + found.uncredited - 1) < 0.001
