import pytest

from tests.factory import make_attribution, make_report, span_of
from whence.extract.interface import RawAntecedent, RawMention
from whence.extract.mentions import find_mentions
from whence.model import (
    Carrier,
    CarrierRole,
    Kind,
    Mention,
    MentionForm,
    MentionKind,
    Span,
)


def find(text: str, words: str, *, nth: int = 1, **more: object) -> Mention:
    """The mention whose head, or whose whole, are these words."""
    report = make_report(text)
    span = span_of(report, words, nth=nth)
    for mention in find_mentions(report, **more):
        if span in (mention.head, mention.span):
            return mention
    raise AssertionError(f"no mention of {words!r}")


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The mayor met Elsa Brandt on Monday.", "Elsa Brandt", MentionKind.PERSON),
        ("On Monday Mr Drozd left.", "Drozd", MentionKind.PERSON),
        (
            "It was built by Harlund Steel Ltd in May.",
            "Harlund Steel Ltd",
            MentionKind.ORGANISATION,
        ),
        ("The Ministry of Health refused.", "Ministry of Health", MentionKind.ORGANISATION),
        ("A fire broke out in Harlund on Monday.", "Harlund", MentionKind.PLACE),
        ("They flew to Kenya.", "Kenya", MentionKind.PLACE),
        ("He told Reuters of it.", "Reuters", MentionKind.OUTLET),
        ("The Harlund Gazette wrote so.", "Harlund Gazette", MentionKind.OUTLET),
        ("Most Republicans stayed.", "Most Republicans", MentionKind.GROUP),
    ],
)
def test_kinds_of_names(text, words, kind):
    assert find(text, words).kind is kind


@pytest.mark.parametrize(
    ("text", "head", "role"),
    [
        ("Chief executive Marta Vorl left.", "Marta Vorl", "Chief executive"),
        ("The environment minister, Kees Vorl, left.", "Kees Vorl", "The environment minister"),
        ("Pim Ostrow, 71, a retired teacher, left.", "Pim Ostrow", "a retired teacher"),
        ("Elsa Brandt, the mayor of Harlund, left.", "Elsa Brandt", "the mayor of Harlund"),
        ("Harlund State Prosecutor Ana Ruiz left.", "Ana Ruiz", "Harlund State Prosecutor"),
    ],
)
def test_role_beside_a_name(text, head, role):
    mention = find(text, head)
    assert mention.kind is MentionKind.PERSON
    assert role in [span.of(text) for span in mention.role]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A spokesman for the ministry left.", "the ministry"),
        ("The chief executive of Harlund Steel left.", "Harlund Steel"),
        ("The White House spokeswoman left.", "White House"),
    ],
)
def test_affiliation_of_a_description(text, words):
    mention = find_mentions(make_report(text))[0]
    assert mention.affiliation is not None
    assert mention.affiliation.of(text) == words


def test_words_at_the_start_of_a_sentence_are_no_names():
    text = "Meanwhile the dam broke. Tests were made. Officials fled. It's late, and They're gone."
    names = [m.span.of(text) for m in find_mentions(make_report(text)) if m.head is not None]
    assert names == []


def test_possessive_is_no_part_of_a_name():
    text = "They took Elsa Brandt’s boat."
    assert find(text, "Elsa Brandt").span.of(text) == "Elsa Brandt"


def test_names_of_the_body_are_found_in_a_headline_of_capitals():
    text = "FURY OVER VORL AND THE BROKEN DAM\n\nThe dam of Marta Vorl broke. Vorl wept."
    assert find(text, "VORL").kind is MentionKind.PERSON


def test_source_is_one_mention_with_the_name_as_head():
    text = "Bob Haller, the mayor’s chief of staff, said it rained."
    report = make_report(text)
    source = "Bob Haller, the mayor’s chief of staff,"
    attribution = make_attribution(report, source=source, content="it rained")
    mentions = find_mentions(report, (attribution,))
    whole = [m for m in mentions if m.span == attribution.source[0]]
    assert len(whole) == 1
    assert whole[0].head is not None and whole[0].head.of(text) == "Bob Haller"
    assert [m for m in mentions if m.head == whole[0].head] == whole


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("A lawyer for Elsa Brandt", MentionForm.DESCRIPTION),
        ("Elsa Brandt’s lawyer", MentionForm.DESCRIPTION),
        ("Republican House and Senate candidates", MentionForm.DESCRIPTION),
        ("supporters of the dam, including Elsa Brandt", MentionForm.DESCRIPTION),
        ("Elsa Brandt of Harlund Steel", MentionForm.NAME),
        ("Obama campaign aide Elsa Brandt", MentionForm.NAME),
        ("she", MentionForm.PRONOUN),
        ("some", MentionForm.PRONOUN),
    ],
)
def test_head_of_a_source(source, form):
    text = f"It is known that {source} said it rained."
    report = make_report(text)
    attribution = make_attribution(report, source=source, content="it rained")
    mention = next(
        m for m in find_mentions(report, (attribution,)) if m.span == attribution.source[0]
    )
    assert mention.form is form
    if form is MentionForm.NAME:
        assert mention.head is not None and mention.head.of(text) == "Elsa Brandt"


def test_carriers_are_mentions():
    text = "She told the Evening Lantern that it rained."
    report = make_report(text)
    span = span_of(report, "Evening Lantern")
    carrier = Carrier(name="Evening Lantern", spans=(span,), role=CarrierRole.TOLD)
    attribution = make_attribution(
        report, source="She", cue="told", content="it rained", kind=Kind.INDIRECT, via=(carrier,)
    )
    assert any(span.overlaps(m.span) for m in find_mentions(report, (attribution,)))


def test_names_of_the_extractor_win_and_are_found_again():
    text = "Lego Quandry met the mayor. Nobody liked Quandry."
    raw = (RawMention(span=span_of(text, "Lego Quandry"), kind=MentionKind.PERSON),)
    mention = find(text, "Quandry", nth=2, raw_mentions=raw)
    assert mention.kind is MentionKind.PERSON


def test_a_body_of_one_name_is_found_where_the_extractor_passed_over_it():
    text = "Orvik met nobody. The Kremlin was silent."
    raw = (RawMention(span=span_of(text, "Orvik"), kind=MentionKind.PERSON),)
    found = find(text, "Kremlin", raw_mentions=raw)
    assert (found.form, found.kind) == (MentionForm.NAME, MentionKind.ORGANISATION)


def test_outlets_of_the_extractor_are_told_from_bodies():
    text = "Reuters asked Harlund Steel."
    raw = (
        RawMention(span=span_of(text, "Reuters"), kind=MentionKind.ORGANISATION),
        RawMention(span=span_of(text, "Harlund Steel"), kind=MentionKind.ORGANISATION),
    )
    assert find(text, "Reuters", raw_mentions=raw).kind is MentionKind.OUTLET
    assert find(text, "Harlund Steel", raw_mentions=raw).kind is MentionKind.ORGANISATION


def test_a_town_with_its_country_is_two_places():
    text = "They left Harlund, Kenya, and loved Harlund."
    raw = (
        RawMention(span=span_of(text, "Harlund, Kenya"), kind=MentionKind.PLACE),
        RawMention(span=span_of(text, "Harlund", nth=2), kind=MentionKind.PLACE),
    )
    names = [m.span.of(text) for m in find_mentions(make_report(text), raw_mentions=raw) if m.head]
    assert names == ["Harlund", "Kenya", "Harlund"]


def test_antecedent_of_the_extractor_is_kept():
    text = "Elsa Brandt left. She wept."
    antecedent = RawAntecedent(
        pronoun=span_of(text, "She"), antecedent=span_of(text, "Elsa Brandt"), score=0.8
    )
    mention = find(text, "She", antecedents=(antecedent,))
    assert mention.antecedent == antecedent.antecedent
    assert mention.antecedent_score == 0.8


@pytest.mark.parametrize(
    "text",
    ["", "\x00", "\n\n", "“”", "A", "’s ’s ’s", "Mr. ", "of of of The", "🐟 Ab 🐟", "Й" * 300],
)
def test_odd_text_gives_true_spans(text):
    for mention in find_mentions(make_report(text)):
        assert 0 <= mention.span.start < mention.span.end <= len(text)


def test_ids_and_spans_are_distinct_and_in_order():
    text = "Marta Vorl met the mayor. She left him. Vorl wept, and the mayor smiled."
    mentions = find_mentions(make_report(text))
    assert list(mentions) == sorted(mentions, key=lambda m: m.span)
    assert len({m.id for m in mentions}) == len(mentions)
    assert len({m.span for m in mentions}) == len(mentions)
    assert all(isinstance(m.span, Span) for m in mentions)


def test_noun_that_the_extractor_takes_for_a_name_is_none():
    text = "Eyewitnesses wept. The Harlund (D-Nev.) member left."
    raw = (
        RawMention(span=span_of(text, "Eyewitnesses"), kind=MentionKind.PERSON),
        RawMention(span=span_of(text, "D-Nev"), kind=MentionKind.PERSON),
    )
    mentions = find_mentions(make_report(text), raw_mentions=raw)
    assert all(m.form is not MentionForm.NAME for m in mentions)
    assert find(text, "Eyewitnesses", raw_mentions=raw).kind is MentionKind.GROUP


def test_place_that_only_opens_a_title_is_not_the_source():
    text = "Harlund State Prosecutor Ana Ruiz said it rained, but nobody saw it at the time."
    report = make_report(text)
    attribution = make_attribution(
        report, source="Harlund State Prosecutor Ana Ruiz", content="it rained"
    )
    raw = (
        RawMention(span=span_of(text, "Harlund"), kind=MentionKind.PERSON),
        RawMention(span=span_of(text, "Ana Ruiz"), kind=MentionKind.PERSON),
    )
    mentions = find_mentions(report, (attribution,), raw)
    source = next(m for m in mentions if m.span == attribution.source[0])
    assert source.head is not None and source.head.of(text) == "Ana Ruiz"


def test_a_suffix_is_no_name_of_its_own():
    text = "They met Ivo Hunter Jr. on Monday."
    raw = RawMention(span=span_of(text, "Ivo Hunter Jr."), kind=MentionKind.PERSON)
    assert find(text, "Ivo Hunter Jr.", raw_mentions=(raw,)).kind is MentionKind.PERSON


def test_a_surname_that_is_a_trade_is_a_name():
    text = "Ivo Hunter left the dam. On Monday Hunter came back."
    raws = tuple(
        RawMention(span=span_of(text, words, nth=nth), kind=MentionKind.PERSON)
        for words, nth in (("Ivo Hunter", 1), ("Hunter", 2))
    )
    assert find(text, "Hunter", nth=2, raw_mentions=raws).form is MentionForm.NAME
    assert find(text, "Hunter", nth=2, raw_mentions=raws).kind is MentionKind.PERSON


def test_names_that_only_qualify_a_source_are_not_who_speaks():
    text = "Accounts linked to the Lorn Guard and Orvane said the dam held."
    source = "Accounts linked to the Lorn Guard and Orvane"
    attribution = make_attribution(
        make_report(text), source=source, cue="said", content="the dam held"
    )
    raw = RawMention(span=span_of(text, "Orvane"), kind=MentionKind.ORGANISATION)
    found = find(text, source, attributions=(attribution,), raw_mentions=(raw,))
    assert found.form is MentionForm.DESCRIPTION
