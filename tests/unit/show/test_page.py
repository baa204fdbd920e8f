import base64
import hashlib
import json
import re

import jsonschema

from tests.factory import make_attribution, make_report, span_of
from whence.model import (
    Basis,
    Comparison,
    Descent,
    Edge,
    EdgeKind,
    Entity,
    Evidence,
    Extraction,
    Judgement,
    Kind,
    Meaning,
    Member,
    MentionKind,
    Node,
    NodeKind,
    Origin,
    OriginKind,
    Place,
    Report,
    Resolution,
    Statement,
    Story,
)
from whence.show import (
    parse_story,
    render_eval,
    render_html,
    render_json,
    render_summary,
    story_schema,
)

HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(2)">'


def make_story(*reports: Report) -> Story:
    """Ann Lee is cited by every report; the last shares the words of the first."""
    attributions = {
        r.id: make_attribution(r, content="We will pay.", source="Ann Lee", kind=Kind.DIRECT)
        for r in reports
    }
    members = tuple(
        Member(report=r.id, attribution=attributions[r.id].id, spans=attributions[r.id].content)
        for r in reports
    )
    phrase = Place(report=reports[-1].id, span=span_of(reports[-1], "We will pay."))
    evidence = (Evidence(kind="shared", score=0.9, reason="the same words", places=(phrase,)),)
    origin = Origin(
        id="o-1",
        kind=OriginKind.INTERVIEW,
        label="an interview",
        voice="e-1",
        heard_by=(reports[0].id,),
        reports=tuple(r.id for r in reports),
        judgement=Judgement.YES,
        evidence=evidence,
    )
    basis = Basis(
        subject="s-1",
        voices=("e-1",),
        witnesses=(reports[0].id,),
        relays=(),
        origins=(origin,),
        count=1,
        count_low=1,
        count_high=2,
        reasons=("one interview",),
    )
    edge = Edge(
        id="d-1",
        report=reports[-1].id,
        target=reports[0].id,
        kind=EdgeKind.REUSE,
        direction=Judgement.UNSURE,
        score=0.9,
        evidence=evidence,
    )
    entity = Entity(id="e-1", name="Ann Lee", kind=MentionKind.PERSON)
    statement = Statement(id="s-1", text="We will pay.", members=members, speakers=("e-1",))
    return Story(
        slug="a-story",
        reports=reports,
        extractions=tuple(
            Extraction(report=r.id, attributions=(attributions[r.id],)) for r in reports
        ),
        resolution=Resolution(
            entities=(entity,), speakers={a.id: "e-1" for a in attributions.values()}
        ),
        comparison=Comparison(statements=(statement,)),
        descent=Descent(
            nodes=tuple(Node(id=r.id, kind=NodeKind.REPORT, name=r.id) for r in reports),
            edges=(edge,),
            bases=(basis,),
        ),
    )


def plain_story() -> Story:
    first = make_report("Pier to reopen\n“We will pay.” Ann Lee said.", "r1", outlet="Post")
    second = make_report("“We will pay.” Ann Lee said.", "r2", outlet=HOSTILE)
    return make_story(first, second)


def test_words_of_reports_are_escaped_everywhere():
    page = render_html(plain_story())
    assert "<script>alert" not in page
    assert "<img" not in page
    assert page.count("<script>") == 1


def test_policy_allows_own_script_and_style_alone():
    page = render_html(plain_story())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page).group(1)
    assert "default-src &#39;none&#39;" in policy
    for tag in ("script", "style"):
        inside = re.search(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL).group(1)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert digest in policy
    assert "style=" not in page.split("<body>")[1]


def test_nothing_points_outside():
    page = render_html(plain_story())
    assert not re.search(r'<[^>]*\b(?:src|href)="(?!#)', page)
    assert "url(http" not in page


def test_every_link_has_its_anchor():
    page = render_html(plain_story())
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_report_text_is_whole():
    page = re.sub(r"<[^>]+>", "", render_html(plain_story()))
    assert "Pier to reopen" in page
    assert "Ann Lee said." in page


def test_json_round_trip_and_schema():
    story = plain_story()
    data = render_json(story)
    assert parse_story(data) == story
    jsonschema.validate(json.loads(data), story_schema())


def test_meanings_are_in_no_output_and_no_schema():
    story = plain_story()
    told = tuple(
        extraction.replace(
            attributions=tuple(
                a.replace(meanings=(Meaning(span=a.content[0], vector=b"\x00\x3c"),))
                for a in extraction.attributions
            )
        )
        for extraction in story.extractions
    )
    assert render_json(story.replace(extractions=told)) == render_json(story)
    assert '"meanings":' not in json.dumps(story_schema())
    assert "meanings" not in json.loads(render_json(story))["extractions"][0]["attributions"][0]


def test_exchange_format_names_speaker_and_count():
    out = json.loads(render_eval(plain_story()))
    assert {s["speaker"] for s in out["statements"]} == {"Ann Lee"}
    assert out["origins"][0]["n_independent"] == 1
    assert out["derivations"] == [{"from": "r2", "to": "r1", "type": "reuse"}]


def test_summary_says_what_repeats_and_on_what_it_rests():
    summary = render_summary(plain_story())
    assert summary.startswith("2 reports, 2 outlets, 1 origin")
    assert "We will pay." in summary
    assert "1 origin (1 to 2)" in summary
    assert "    an interview\n" in summary
