"""The checker of small stories: what it asks for is found, and what is amiss is named."""

import tomllib
from typing import Any

import pytest

from tests.factory import make_attribution, make_report, span_of
from whence.model import (
    Alignment,
    Basis,
    Carrier,
    CarrierRole,
    Check,
    CheckKind,
    Comparison,
    Descent,
    Edge,
    EdgeKind,
    Entity,
    Extraction,
    Figure,
    FigureKind,
    FigureRelation,
    Hedge,
    Judgement,
    Kind,
    Measure,
    Member,
    MentionKind,
    Node,
    NodeKind,
    Opposition,
    OppositionKind,
    Origin,
    OriginKind,
    Place,
    Relation,
    Resolution,
    Statement,
    Story,
    Tension,
    Timex,
    TimexType,
    Variation,
    Wording,
)
from whence.score.expected import check_story
from whence.score.marking import Marking

ONE = make_report('"We tried hard," Ada Roe told Radio Fenn. Six jobs went on Monday.', "r1")
TWO = make_report('"We tried," said Ada Roe. Seven jobs went. She denied it.', "r2")
MANIFEST = {"story": "mill", "reports": [{"id": "r1"}, {"id": "r2", "outlet": "Daily Post"}]}

GOLD = """
[contributions]
r2 = "copy"
[[statements]]
id = "hard"
report = "r1"
speaker = "Ada Roe"
content = "We tried hard"
kind = "direct"
modality = "assert"
carriers = ["Radio Fenn"]
[[statements]]
id = "short"
report = "r2"
speaker = "Ada Roe"
content = "We tried"
[[quote_groups]]
members = [
  { statement = "hard", variation = ["base"] },
  { statement = "short", variation = ["trimmed"] },
]
[[figures]]
id = "six"
report = "r1"
words = "Six"
value = 6
qualifier = "exact"
measure = "jobs"
[[figures]]
id = "seven"
report = "r2"
words = "Seven"
value = 7
measure = "jobs"
[[measures]]
id = "jobs"
default = "conflict"
[[dates]]
report = "r1"
words = "on Monday"
norm = "2025-03-03"
[[derivations]]
from = "r1"
to = "Radio Fenn"
[[origins]]
members = ["hard", "short"]
n_independent = 1
n_voices = 1
n_witnesses = 1
[[anonymity]]
statement = "hard"
kind = "named"
[[voices]]
same = ["hard", "short"]
[[oppositions]]
a = "hard"
b = "short"
[[tensions]]
kind = "two-dates"
reports = ["r1"]
[[alarms]]
kind = "circular"
reports = ["r1", "r2"]
[[inferred]]
reports = ["r1", "r2"]
[[absent]]
what = "statement"
report = "r2"
words = "jobs went"
[[absent]]
what = "edge"
from = "r2"
to = "Radio Fenn"
"""


def figure(report, words, value) -> Figure:
    span = span_of(report, words)
    return Figure(
        id=words, report=report.id, span=span, number=span, low=value, high=value,
        hedge=Hedge.EXACT, kind=FigureKind.COUNT,
    )  # fmt: skip


def make_story() -> Story:
    told = Carrier(name="Radio Fenn", spans=(span_of(ONE, "Radio Fenn"),), role=CarrierRole.TOLD)
    hard = make_attribution(
        ONE, content="We tried hard", kind=Kind.DIRECT, source="Ada Roe", cue="told", via=(told,)
    )
    short = make_attribution(TWO, content="We tried", source="Ada Roe")
    ada = Entity(id="ada", name="Ada Roe", kind=MentionKind.PERSON)
    members = tuple(
        Member(report=a.report, attribution=a.id, spans=a.content) for a in (hard, short)
    )
    statement = Statement(id="s", text="We tried hard", members=members, speakers=("ada",))
    other = Statement(id="t", text="We tried", members=members[1:], speakers=("ada",))
    monday = Timex(
        id="m", report="r1", span=span_of(ONE, "on Monday"), type=TimexType.DATE, value="2025-03-03"
    )
    wordings = [
        Wording(report=a.report, attribution=a.id, spans=a.content, variations=v)
        for a, v in ((hard, ()), (short, (Variation.TRIMMED,)))
    ]
    comparison = Comparison(
        statements=(statement, other),
        oppositions=(
            Opposition(
                a="s", b="t", kind=OppositionKind.DENIES, judgement=Judgement.YES, reason="-"
            ),
        ),
        alignments=(Alignment(id="q", passage="p", base=wordings[0], variants=(wordings[1],)),),
        measures=(
            Measure(
                id="j", what="jobs", figures=("Six", "Seven"),
                relations=(
                    FigureRelation(a="Six", b="Seven", relation=Relation.CONFLICT, reason="-"),
                ),
            ),
        ),
        tensions=(
            Tension(
                kind="two-dates", reason="-", places=(Place(report="r1", span=monday.span),)
            ),
        ),
    )  # fmt: skip
    edges = tuple(
        Edge(
            id=f"{report}{target}", report=report, target=target, kind=kind, score=1.0,
            direction=Judgement.YES, evidence=(),
        )
        for report, target, kind in (
            ("r1", "fenn", EdgeKind.CREDIT), ("r1", "lost", EdgeKind.SHARED),
            ("r2", "lost", EdgeKind.SHARED),
        )
    )  # fmt: skip
    hearing = Origin(
        id="o", kind=OriginKind.INTERVIEW, label="-", voice="ada", heard_by=("fenn",),
        reports=("r1", "r2"), judgement=Judgement.YES,
    )  # fmt: skip
    places = tuple(Place(report=r.id, span=span_of(r, "tried")) for r in (ONE, TWO))
    descent = Descent(
        nodes=(
            Node(id="fenn", kind=NodeKind.OUTLET, name="Radio Fenn"),
            Node(id="lost", kind=NodeKind.MISSING, name="-", is_inferred=True),
        ),
        edges=edges,
        bases=(
            Basis(
                subject="s", voices=("ada",), witnesses=("fenn",), relays=(), origins=(hearing,),
                count=1, count_low=1, count_high=1,
            ),
        ),
        checks=(Check(kind=CheckKind.CIRCULAR, rule="-", message="-", places=places),),
        originality=(),
    )  # fmt: skip
    return Story(
        slug="mill",
        reports=(ONE, TWO),
        extractions=(
            Extraction(
                report="r1", attributions=(hard,), figures=(figure(ONE, "Six", 6),),
                timexes=(monday,),
            ),
            Extraction(report="r2", attributions=(short,), figures=(figure(TWO, "Seven", 7),)),
        ),
        resolution=Resolution(entities=(ada,), speakers={hard.id: "ada", short.id: "ada"}),
        comparison=comparison,
        descent=descent,
    )  # fmt: skip


def complaints(gold: str) -> list[str]:
    values: dict[str, Any] = Marking(
        tomllib.loads(gold),
        MANIFEST,
        {"r1": ONE.text, "r2": TWO.text},
        file="expected.toml",
        is_partial=True,
    ).values()
    return [str(complaint) for complaint in check_story(values, make_story())]


def test_only_the_missing_contribution_is_named():
    assert complaints(GOLD) == ["[contributions] r2 is None, not copy"]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('"We tried hard"', '"jobs went"', "[statements] not found"),
        ('speaker = "Ada Roe"', 'speaker = "Bo Lim"', "[speakers] speaker is Ada Roe, not Bo Lim"),
        ('kind = "direct"', 'kind = "mixed"', "[statements] kind is direct, not mixed"),
        ('"assert"', '"deny"', "[statements] modality is assert, not deny"),
        ('["Radio Fenn"]', '["Post", "Radio Fenn"]', "[carriers] carriers are ('Radio Fenn',)"),
        ('["trimmed"]', '["tense"]', "[quote_groups] variation is ['trimmed'], not ['tense']"),
        ("value = 6", "value = 5", "[figures] read as 6.0 to 6.0: “Six” in r1"),
        ('"exact"', '"about"', "[figures] qualifier is exact, not about"),
        ('"conflict"', '"agree"', "[measures] six and seven stand as ['conflict'], not agree"),
        ("2025-03-03", "2025-03-04", "[dates] read as 2025-03-03, not 2025-03-04"),
        ('to = "Radio Fenn"', 'to = "Echo"', "[derivations] no credit edge from r1 to Echo"),
        ("n_independent = 1", "n_independent = 2", "[origins] 1 origins, not 2"),
        ("n_voices = 1", "n_voices = 2", "[voices] n_voices is 1, not 2"),
        ("n_witnesses = 1", "n_witnesses = 2", "[voices] n_witnesses is 1, not 2"),
        ('kind = "named"', 'kind = "unnamed"', "[anonymity] hard is named, not unnamed"),
        ("same = [", "apart = [", "[voices] one speaker for ['hard', 'short']"),
        ('b = "short"', 'b = "hard"', "[oppositions] hard and hard are not set against"),
        ('"two-dates"', '"impossible-order"', "[tensions] no tension of kind impossible-order"),
        ('"circular"', '"single-origin"', "[alarms] no alarm of kind single-origin"),
        ('words = "jobs went"', 'words = "We tried"', "[absent statement] found a statement"),
        ('from = "r2"', 'from = "r1"', "[absent edge] found an edge of credit"),
    ],
)
def test_what_is_amiss_is_named(old, new, complaint):
    changed = GOLD.replace(old, new) if "from" in old else GOLD.replace(old, new, 1)
    assert changed != GOLD
    found = [text for text in complaints(changed) if not text.startswith("[contributions]")]
    assert any(complaint in text for text in found)


def test_wordings_that_must_stay_apart_are_found_together():
    gold = (
        '[[absent]]\nwhat = "together"\nreport = "r1"\nwords = "We tried hard"\n'
        'with = { report = "r2", words = "We tried" }\n'
    )
    assert complaints(gold) == [
        f"[absent together] found one {kind} with “We tried hard” in r1 and “We tried” in r2"
        for kind in ("group", "origin")
    ]


def test_a_source_is_asked_for_its_reason():
    gold = GOLD.replace('kind = "named"', 'kind = "named"\nreason = "she fears for her job"')
    assert any("has the reason “”" in text for text in complaints(gold))
