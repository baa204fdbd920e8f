"""Where the words of an attribution were heard, as far as its report says."""

import re

import pytest

from tests.factory import (
    make_attribution,
    make_report,
    make_resolution,
    make_telling,
    span_of,
)
from whence.derive.material import index_material
from whence.derive.origins.hearings import find_hearings
from whence.extract.credits import find_credits
from whence.model import (
    Anonymity,
    Comparison,
    Credit,
    CreditKind,
    Entity,
    Extraction,
    Mention,
    MentionForm,
    MentionKind,
    OriginKind,
    Resolution,
    Span,
    TargetKind,
)

CLOSED = "the lock had been closed at noon"
TOWED = "the barge would be towed on Sunday"


def with_cue(text, attribution):
    """The attribution with the last source and cue before it: "Bo Marsh", "he", "said", "told"."""
    before = text[: attribution.content[0].start]
    words = [[*re.finditer(form, before)][-1] for form in (r"Bo Marsh|\bhe\b|Office", "said|told")]
    source, cue = (Span(*match.span()) for match in words)
    return attribution.replace(source=(source,), cue=(cue,))


def hear(text, *, speakers, body=None, outlet="Courier", is_unnamed=False, mentions=()):
    """Hearings by the words heard; ``body`` is who the last speaker speaks for."""
    telling = make_telling(text, "r1", speakers=speakers, outlet=outlet)
    report, extraction, _ = telling
    extraction = extraction.replace(
        attributions=tuple(with_cue(text, a) for a in extraction.attributions)
    )
    extraction = extraction.replace(credits=find_credits(report, extraction.attributions))
    resolution = make_resolution(telling)
    if body is not None:
        entities = {entity.name: entity for entity in resolution.entities}
        spokesman = list(speakers.values())[-1]
        entities[spokesman] = entities[spokesman].replace(body=entities[body].id)
        resolution = resolution.replace(entities=tuple(entities.values()))
    named = tuple(
        Mention(
            id=f"m-{name}",
            report="r1",
            span=span_of(text, name),
            kind=MentionKind.PERSON,
            form=MentionForm.NAME,
        )
        for name in mentions
    )
    extraction = extraction.replace(mentions=named)
    resolution = resolution.replace(
        mention_entities={
            mention.id: f"e-{name}" for mention, name in zip(named, mentions, strict=True)
        }
    )
    if is_unnamed:
        entities = (entity.replace(anonymity=Anonymity.UNNAMED) for entity in resolution.entities)
        resolution = resolution.replace(entities=tuple(entities))
    material = index_material((report,), (extraction,), resolution, Comparison())
    found = find_hearings(material)
    return {a.content[0].of(text): found[a.id] for a in extraction.attributions}


def test_what_a_spokesman_told_says_where_his_body_was_heard():
    found = hear(
        f"The Port Office said {CLOSED}. Its spokesman Bo Marsh told the Courier {TOWED}.",
        speakers={CLOSED: "Port Office", TOWED: "Bo Marsh"},
        body="Port Office",
    )

    assert found[CLOSED].is_own
    assert found[CLOSED].inherited


def test_what_somebody_else_told_says_nothing_of_a_body():
    found = hear(
        f"The Port Office said {CLOSED}. The farmer Bo Marsh told the Courier {TOWED}.",
        speakers={CLOSED: "Port Office", TOWED: "Bo Marsh"},
    )

    assert not found[CLOSED].is_known
    assert found[TOWED].is_own


@pytest.mark.parametrize(
    "text",
    [
        f"Bo Marsh said by telephone that {TOWED}.",
        f"Bo Marsh, reached on holiday, said {TOWED}.",
        f"In a short interview Bo Marsh said {TOWED}.",
    ],
)
def test_who_was_reached_or_said_it_by_telephone_talked_to_the_report(text):
    found = hear(text, speakers={TOWED: "Bo Marsh"})

    assert found[TOWED].is_own


@pytest.mark.parametrize(
    "text",
    [
        f"Bo Marsh said in an e-mail to his crew that {TOWED}.",
        f"Bo Marsh told her by telephone that {TOWED}.",
        f"Bo Marsh said {TOWED}, once an accord was reached in Lorn.",
    ],
)
def test_a_talk_with_somebody_else_is_no_talk_with_the_report(text):
    found = hear(text, speakers={TOWED: "Bo Marsh"})

    assert not found[TOWED].is_known


def test_a_talk_without_an_outlet_is_with_the_outlet_that_the_voice_told():
    found = hear(
        f"Bo Marsh told the Velm Post that {CLOSED}. By telephone he said {TOWED}.",
        speakers={CLOSED: "Bo Marsh", TOWED: "Bo Marsh"},
    )

    assert not found[TOWED].is_own
    assert found[TOWED].key == found[CLOSED].key


@pytest.mark.parametrize(
    ("credit", "is_known"),
    [(", confirming a report in the Velm Post", False), (", according to the Velm Post", True)],
)
def test_a_report_that_is_confirmed_is_not_where_the_words_were_heard(credit, is_known):
    found = hear(f"Bo Marsh said {TOWED}{credit}.", speakers={TOWED: "Bo Marsh"})

    assert found[TOWED].is_known is is_known


def test_who_speaks_in_the_words_of_another_was_heard_by_way_of_that_one():
    text = (
        "The clerk Bo Marsh told the Velm Post that the crew had reported the lock as shut. "
        "The crew said nothing more."
    )
    whole, inner = "that the crew had reported the lock as shut", "the lock as shut"
    telling = make_telling(text, "r1", speakers={whole: "Bo Marsh"}, outlet="Courier")
    report, extraction, names = telling
    (outer,) = (with_cue(text, a) for a in extraction.attributions)
    nested = make_attribution(
        report, content=inner, source="the crew", cue="reported", nested_in=outer.id
    )
    credits = find_credits(report, (outer, nested))
    extraction = extraction.replace(attributions=(outer, nested), credits=credits)
    resolution = make_resolution((report, extraction, {**names, nested.id: "the crew"}))
    material = index_material((report,), (extraction,), resolution, Comparison())

    found = find_hearings(material)

    assert found[nested.id].hearer == found[outer.id].hearer == "velm post"
    assert found[nested.id].voice != found[outer.id].voice


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Bo Marsh told a committee of the district council {TOWED}.", OriginKind.SPEECH),
        (f"Bo Marsh told the packed town meeting that {TOWED}.", OriginKind.SPEECH),
        (f"Bo Marsh said in parliament that {TOWED}.", OriginKind.SPEECH),
        (f"At the daily briefing Bo Marsh said {TOWED}.", OriginKind.PRESS_CONFERENCE),
    ],
)
def test_before_whom_somebody_spoke_makes_it_public(text, kind):
    found = hear(text, speakers={TOWED: "Bo Marsh"})

    assert found[TOWED].is_public
    assert found[TOWED].kind is kind


def test_whom_somebody_told_of_a_gathering_is_no_gathering():
    found = hear(f"Bo Marsh told his wife the court sat and {TOWED}.", speakers={TOWED: "Bo Marsh"})

    assert not found[TOWED].is_public


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        (f"Bo Marsh said {TOWED}. He asked us not to use his name.", True),
        (f"Bo Marsh, who did not want his name in the paper, said {TOWED}.", True),
        (f"Bo Marsh said {TOWED}. It rained.", False),
        (f"Bo Marsh told the Velm Post {TOWED}. He asked to remain anonymous.", False),
    ],
)
def test_a_report_that_keeps_a_name_back_heard_its_bearer(text, is_own):
    found = hear(text, speakers={TOWED: "Bo Marsh"}, is_unnamed=True)

    assert found[TOWED].is_own is is_own


def test_who_puts_out_a_release_did_not_report_it():
    text = f"Press release: The Port Office said {TOWED}."
    found = hear(text, speakers={TOWED: "Port Office"}, outlet="Port Office")

    assert found[TOWED].is_public
    assert found[TOWED].kind is OriginKind.RELEASE


@pytest.mark.parametrize(
    ("before", "is_own"),
    [
        ("Bo Marsh wrote to me on Sunday.", True),
        ("There is a picture by Bo Marsh, and he showed it to us on his telephone.", True),
        ("Bo Marsh received the Courier in his boathouse.", True),
        ("Bo Marsh talked to the Velm Post.", False),
        ("Bo Marsh wrote to his sister on Sunday.", False),
    ],
)
def test_who_is_said_to_have_talked_was_heard_in_what_follows(before, is_own):
    text = f"{before} It rained. Bo Marsh said {TOWED}."
    found = hear(text, speakers={TOWED: "Bo Marsh"}, mentions=("Bo Marsh",))

    assert found[TOWED].is_own is is_own


@pytest.mark.parametrize(
    ("part", "is_own"), [("One of them", True), ("The other, a welder,", True), ("A welder", False)]
)
def test_one_of_those_who_told_an_outlet_was_heard_by_it(part, is_own):
    text = f"Two sources told the Courier that {CLOSED}. {part} said {TOWED}."
    report = make_report(text, "r1", outlet="Courier")
    said = ((CLOSED, "Two sources", "told"), (TOWED, part, "said"))
    attributions = tuple(
        make_attribution(report, content=content, source=source, cue=cue)
        for content, source, cue in said
    )
    credits = find_credits(report, attributions)
    extraction = Extraction(report="r1", attributions=attributions, credits=credits)
    both, one = (
        Entity(id=f"e{n}", name=name, kind=kind, anonymity=Anonymity.UNNAMED)
        for n, name, kind in ((1, "two sources", MentionKind.GROUP), (2, part, MentionKind.PERSON))
    )
    speakers = {a.id: e.id for a, e in zip(attributions, (both, one), strict=True)}
    resolution = Resolution(entities=(both, one), speakers=speakers)
    material = index_material((report,), (extraction,), resolution, Comparison())

    assert find_hearings(material)[attributions[1].id].is_own is is_own


@pytest.mark.parametrize(
    ("channel", "is_public"), [("in a video call", False), ("in a video", True)]
)
def test_a_call_is_no_post(channel, is_public):
    found = hear(f"Bo Marsh said {channel} that {CLOSED}.", speakers={CLOSED: "Bo Marsh"})

    assert found[CLOSED].is_public is is_public


@pytest.mark.parametrize(
    ("whom", "is_public"),
    [
        ("told the committee", True),
        ("told the committee clerk", False),
        ("told the committee's clerk", False),
        ("told the court", True),
        ("told the court reporter", False),
    ],
)
def test_one_who_is_of_a_gathering_is_no_gathering(whom, is_public):
    found = hear(f"Bo Marsh {whom} that {CLOSED}.", speakers={CLOSED: "Bo Marsh"})

    assert found[CLOSED].is_public is is_public


def test_what_a_statement_says_anybody_may_read():
    text = f"Bo Marsh said {TOWED}. According to the statement, {CLOSED}."
    report = make_report(text, "r1", outlet="Courier")
    said = make_attribution(report, content=CLOSED, source="the statement", cue="According to")
    extraction = Extraction(report="r1", attributions=(said,))
    material = index_material((report,), (extraction,), Resolution(), Comparison())

    assert find_hearings(material)[said.id].kind is OriginKind.RELEASE


def test_what_a_body_announced_whose_release_is_in_the_set_was_open_to_all():
    release = make_report("PRESS RELEASE\nThe lock is shut.", "r2", outlet="Velm Locks")
    text = f"Velm Locks announced that {CLOSED}."
    report = make_report(text, "r1", outlet="Courier")
    said = make_attribution(report, content=CLOSED, source="Velm Locks", cue="announced")
    credit = Credit(
        id="c1",
        report="r1",
        kind=CreditKind.REPORTED,
        target="Velm Locks",
        target_kind=TargetKind.OUTLET,
        target_span=span_of(text, "Velm Locks"),
        phrase=span_of(text, "Velm Locks announced"),
        attribution=said.id,
    )
    extraction = Extraction(report="r1", attributions=(said,), credits=(credit,))
    kinds = [
        find_hearings(index_material(reports, (extraction,), Resolution(), Comparison()))[said.id]
        for reports in ((report,), (report, release))
    ]

    assert [hearing.is_public for hearing in kinds] == [False, True]
    assert kinds[1].kind is OriginKind.RELEASE
