"""Kind, modality, cue type, polarity, part and naming of an attribution."""

import pytest

from tests.factory import make_report
from tests.unit.extract.reading import only, read
from whence.extract import extract
from whence.extract.rules import RuleExtractor
from whence.model import (
    Anonymity,
    CuePolarity,
    CueType,
    Kind,
    Modality,
    PartKind,
    UnnamedType,
    surface,
)
from whence.options import Options


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The dam held,” Okal said.", Kind.DIRECT),
        ("“The dam,” Okal said, “held.”", Kind.DIRECT),
        ("Okal said the dam was “a disgrace” to Lorn.", Kind.MIXED),
        ("Okal said the dam had held.", Kind.INDIRECT),
        ("Okal said the song “River of Tin” was hers.", Kind.INDIRECT),
    ],
)
def test_kind_is_the_share_of_quoted_words(text, kind):
    assert only(text).kind is kind


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Okal said the dam had held.", Modality.ASSERTED),
        ("Okal denied that the dam leaks.", Modality.DENIED),
        ("Okal said the claim was a lie.", Modality.DENIED),
        ("Okal dismissed the audit as “a draft of a draft”.", Modality.ASSERTED),
        ("Okal dismissed the claim as “a draft of a draft”.", Modality.DENIED),
        ("Okal denied that he had worked as a guard.", Modality.DENIED),
        ("Okal denied working as a guard.", Modality.DENIED),
        ("Okal said the dam might break.", Modality.HEDGED),
        ("Okal hinted that the dam was old.", Modality.HEDGED),
        ("Okal asked whether the dam would hold.", Modality.QUESTIONED),
        ("“Will the dam hold?” Okal asked.", Modality.QUESTIONED),
        ("Okal urged the council to mend the dam.", Modality.ORDERED),
        ("“Stop the work at once,” Okal said.", Modality.ORDERED),
        ("“If the dam breaks, Lorn is gone,” Okal said.", Modality.HYPOTHETICAL),
    ],
)
def test_modality_is_what_prevails(text, modality):
    assert only(text).modality is modality


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Okal said the dam had held.", CueType.SAID),
        ("Okal wrote that the dam had held.", CueType.WROTE),
        ("Okal promised to mend the dam.", CueType.PROMISED),
        ("Okal urged the council to mend the dam.", CueType.ORDERED),
        ("Experts believe that the dam is old.", CueType.BELIEVES),
        ("The study found that the dam was old.", CueType.FOUND),
        ("Okal wants to mend the dam.", CueType.INTENDS),
    ],
)
def test_cue_type_is_the_act_that_the_cue_names(text, kind):
    assert only(text).cue_type is kind


@pytest.mark.parametrize(
    "text",
    [
        "Okal did not say that the dam had held.",
        "The ministry has not confirmed the toll.",
        "The company declined to comment on the leak.",
        "Okal refused to say whether the dam would hold.",
    ],
)
def test_a_negated_cue_is_no_statement(text):
    found = only(text)
    assert found.cue_polarity is CuePolarity.REFUSED
    assert not found.is_statement


def test_what_nobody_uttered_is_no_statement():
    assert not only("Okal wanted to mend the dam.").is_statement
    assert not only("Okal thought the dam would break.").is_statement
    assert only("Experts believe that the dam is old.").is_statement


def test_speech_only_leaves_out_feelings_and_plans():
    report = make_report("Okal wants to mend the dam. Vreel said it was old.")
    found = extract(
        report, extractor=RuleExtractor(), options=Options(extractor="rules", speech_only=True)
    )
    assert [surface(report.text, a.source) for a in found.attributions] == ["Vreel"]


@pytest.mark.parametrize(
    ("text", "anonymity", "unnamed"),
    [
        ("Mira Okal said the dam held.", Anonymity.NAMED, None),
        ("The ministry said the dam held.", Anonymity.NAMED, None),
        ("Police said the dam held.", Anonymity.NAMED, None),
        ("Mr. Okal said the dam held.", Anonymity.NAMED, None),
        ("A spokeswoman for the mayor, Mira Okal, said the dam held.", Anonymity.NAMED, None),
        ("Vreel’s father, Tomas, said the dam held.", Anonymity.NAMED, None),
        ("A senior official said the dam held.", Anonymity.UNNAMED, UnnamedType.OFFICIAL),
        ("Witnesses said the dam held.", Anonymity.UNNAMED, UnnamedType.WITNESS),
        (
            "Two people familiar with the talks said the dam held.",
            Anonymity.UNNAMED,
            UnnamedType.FAMILIAR,
        ),
        ("Residents said the dam held.", Anonymity.UNNAMED, UnnamedType.GROUP),
        ("The dam reportedly held.", Anonymity.UNNAMED, UnnamedType.PASSIVE),
        ("Valda, not her real name, said the dam held.", Anonymity.PSEUDONYM, None),
        ("A woman whom we are calling “Valda” said the dam held.", Anonymity.PSEUDONYM, None),
    ],
)
def test_naming_says_how_the_source_is_named(text, anonymity, unnamed):
    found = only(text).naming
    assert (found.anonymity, found.unnamed_type) == (anonymity, unnamed)


def test_a_pronoun_is_named_as_the_last_source_was():
    _, found = read("Okal said the dam held. It reportedly leaks. He said nobody was hurt.")
    assert [a.naming.anonymity for a in found] == [
        Anonymity.NAMED,
        Anonymity.UNNAMED,
        Anonymity.NAMED,
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "A clerk, who asked not to be named because he feared for his job, said the dam held.",
            "because he feared for his job",
        ),
        (
            "A guard who was not authorised to speak publicly said the dam held.",
            "was not authorised to speak publicly",
        ),
        ("A nurse said the dam held, speaking on condition of anonymity.", ""),
    ],
)
def test_the_stated_reason_is_kept(text, reason):
    report, found = read(text)
    assert found[0].naming.anonymity is Anonymity.UNNAMED
    assert surface(report.text, found[0].naming.reason) == reason


def test_a_headline_is_kept_apart_from_the_body():
    _, found = read(
        "No deal on dam, says minister\nThe minister said the dam was old.",
        headline="No deal on dam, says minister",
    )
    assert [a.part for a in found] == [PartKind.HEADLINE, PartKind.BODY]
