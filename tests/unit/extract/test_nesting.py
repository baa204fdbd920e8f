"""What stands inside another's words, and what an outlet passes on, in findings made by hand."""

from tests.factory import make_report, span_of
from tests.unit.extract.reading import read, said
from whence.extract import extract
from whence.extract.interface import Findings, RawAttribution
from whence.model import Attribution, Span, Spans, surface
from whence.options import Options


class Made:
    """Finds what it was given."""

    name = "made"

    def __init__(self, text: str, *found: tuple[str, str, str, int]) -> None:
        def spans(words: str) -> Spans:
            return (Span(*span_of(text, words)),) if words else ()

        self.found = tuple(
            RawAttribution(source=spans(who), cue=spans(cue), content=spans(what), depth=depth)
            for who, cue, what, depth in found
        )

    def find(self, text: str, blocks: Spans) -> Findings:
        return Findings(attributions=self.found)


def completed(text: str, *found: tuple[str, str, str, int]) -> dict[str, Attribution]:
    """The attributions by the words of their source."""
    made = extract(make_report(text), extractor=Made(text, *found), options=Options())
    return {surface(text, each.source): each for each in made.attributions}


def test_what_stands_in_an_idle_thought_belongs_to_the_words_around():
    text = "Mara Okal said she hoped that the harbour master told the crews to wait for her."
    found = completed(
        text,
        ("Mara Okal", "said", "she hoped that the harbour master told the crews to wait", 0),
        ("she", "hoped", "that the harbour master told the crews to wait", 1),
        ("the harbour master", "told the crews", "to wait", 2),
    )
    assert "she" not in found
    assert found["the harbour master"].nested_in == found["Mara Okal"].id


def test_what_an_outlet_passes_on_is_kept_but_is_no_statement_of_its_own():
    text = "Harbour Radio reported that councillor Orr said the bridge will close in June."
    _, found = read(text)
    outer, inner = found
    assert surface(text, outer.source) == "Harbour Radio"
    assert surface(text, inner.source) == "councillor Orr"
    assert not outer.is_statement
    assert inner.is_statement
    assert inner.nested_in == outer.id
    assert [carrier.name for carrier in inner.via] == ["Harbour Radio"]


def test_an_outlet_that_rates_a_claim_speaks_for_itself():
    text = "Harbour Radio mocked the mayor's claim that the bridge would hold until autumn."
    found = completed(
        text,
        ("Harbour Radio", "mocked", "the mayor's claim that the bridge would hold until autumn", 0),
        ("the mayor's", "claim", "that the bridge would hold until autumn", 1),
    )
    assert found["the mayor's"].nested_in == found["Harbour Radio"].id
    assert found["the mayor's"].is_statement


def test_a_ground_that_is_cited_is_no_speaker():
    text = "Harbour Radio, citing the release of two captains, said the strait was calmer."
    found = completed(text, ("Harbour Radio", "said", "the strait was calmer", 0))
    assert list(found) == ["Harbour Radio"]


def test_somebody_who_is_cited_speaks():
    text = "The Harbour Times, citing two officials from the ministry, reported that a ferry sank."
    assert [found.source for found in said(text)] == ["two officials from the ministry"]


def unsure(text: str, who: str, cue: str, what: str, score: float) -> list[Attribution]:
    made = Made(text, (who, cue, what, 0))
    made.found = tuple(raw.replace(score=score) for raw in made.found)
    return list(extract(make_report(text), extractor=made, options=Options()).attributions)


def test_indirect_words_that_are_hardly_anybodys_are_left_out():
    text = "The harbour board lacks enthusiasm for the new crane."
    assert unsure(text, "", "enthusiasm for", "the new crane", 0.2) == []
    assert unsure(text, "", "enthusiasm for", "the new crane", 0.6)
    assert unsure(text, "The harbour board", "enthusiasm for", "the new crane", 0.2)


def test_hearsay_needs_no_source_and_no_surety():
    text = "The new crane reportedly cost four million."
    (found,) = unsure(text, "", "reportedly", "The new crane", 0.2)
    assert found.is_statement
