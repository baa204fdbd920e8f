"""Whether one sentence bears out another: words, days, persons, counts."""

import pytest

from tests.factory import make_telling, span_of
from whence.derive.material import index_material
from whence.derive.origins.agreeing import Judge
from whence.derive.origins.sayings import list_sayings
from whence.extract.timexes import find_timexes
from whence.model import (
    Comparison,
    Entity,
    Figure,
    FigureKind,
    FigureRelation,
    Hedge,
    Measure,
    Member,
    Mention,
    MentionForm,
    MentionKind,
    Relation,
    Resolution,
    Statement,
)

BRAND = Entity(id="e-brand", name="Ilse Brand", kind=MentionKind.PERSON)
BAY = Entity(id="e-bay", name="Elwin Bay", kind=MentionKind.PLACE)
OTHERS = (
    "Sheep were found on the dyke below Varn",
    "A choir sang in the chapel at Lorn until midnight",
    "The bakery has no flour left for the fair",
)


def mention(report, words):
    form = MentionForm.PRONOUN if words.islower() else MentionForm.NAME
    span = span_of(report, words)
    return Mention(
        id=f"{report.id}-{span.start}",
        report=report.id,
        span=span,
        kind=MentionKind.PERSON,
        form=form,
    )


def figure(report, attribution, number):
    span = span_of(report, number)
    return Figure(
        id=f"f-{report.id}",
        report=report.id,
        span=span,
        number=span,
        low=7.0,
        high=7.0,
        hedge=Hedge.EXACT,
        kind=FigureKind.COUNT,
        attribution=attribution,
    )


def bears_out(one, other, *, persons=("", ""), places=("", ""), number=None):
    """Whether the second bears out the first, in a story that says other things too.

    Each stands in a report of its own, of Friday 7 March 2025. ``persons`` are the words that mean
    Ilse Brand in each, ``places`` those that mean Elwin Bay, ``number`` gives one count in both.
    """
    reports, extractions, statements, figures = [], [], [], []
    entities = {}
    for index, words in enumerate((one, other, *OTHERS)):
        text = f"{words}, said somebody."
        report, extraction, _ = make_telling(
            text, f"r{index}", speakers={words: f"Voice {index}"}, date="2025-03-07"
        )
        (attribution,) = extraction.attributions
        extraction = extraction.replace(timexes=find_timexes(report))
        for entity, words_for in ((BRAND, persons), (BAY, places)):
            if index < 2 and words_for[index]:
                found = mention(report, words_for[index])
                extraction = extraction.replace(mentions=(found,))
                entities[found.id] = entity.id
        if number and index < 2:
            counted = figure(report, attribution.id, number)
            extraction = extraction.replace(figures=(counted,))
            figures.append(counted.id)
        member = Member(report=report.id, attribution=attribution.id, spans=attribution.content)
        statements.append(Statement(id=f"s{index}", text=words, members=(member,), speakers=()))
        reports.append(report)
        extractions.append(extraction)
    measures = ()
    if figures:
        relation = FigureRelation(a=figures[0], b=figures[1], relation=Relation.AGREE, reason="")
        measures = (Measure(id="m", what="", figures=tuple(figures), relations=(relation,)),)
    material = index_material(
        tuple(reports),
        tuple(extractions),
        Resolution(entities=(BRAND, BAY), mention_entities=entities),
        Comparison(statements=tuple(statements), measures=measures),
    )
    sayings = list_sayings(material)
    first, second = (next(s for s in sayings if s.statement == f"s{i}") for i in (0, 1))
    return Judge(material, sayings).bears_out(first, second)


def test_a_day_is_the_same_however_it_is_named():
    first, second = "The gate was shut on Thursday", "The gate was shut on 6 March"

    assert bears_out(first, second)
    assert not bears_out(first, "The gate was shut on 2 March")


def test_a_day_may_be_missing():
    assert bears_out("The gate was shut on Thursday", "The gate was shut")


def test_a_person_is_the_same_by_name_and_pronoun():
    first, second = "Ilse Brand will not resign", "she would not resign"

    assert bears_out(first, second, persons=("Ilse Brand", "she"))
    assert not bears_out(first, second)


def test_names_alone_never_say_the_same():
    first = "The ferry took Ilse Brand out to Tern Island"
    second = "The people of Tern Island want Ilse Brand back"

    assert not bears_out(first, second, persons=("Ilse Brand", "Ilse Brand"))


def test_one_count_in_both_asks_less_of_the_words():
    first = "The crane dropped seven crates on Thursday"
    second = "There were seven crates lying about when I came by"

    assert bears_out(first, second, number="seven")
    assert not bears_out(first, second)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("The gate was closed by the guards", True),
        ("The gate was not shut by the guards", False),
        ("Nobody shut the gate, the guards neither", False),
    ],
    ids=["synonym", "negated", "negated-in-each-clause"],
)
def test_synonyms_count_and_negations_turn(other, same):
    assert bears_out("The guards shut the gate", other) is same


def test_what_is_and_is_not_matches_nothing_else():
    first = "There was a dog and then there was no dog"

    assert bears_out(first, first)
    assert not bears_out(first, "There was a dog")


def test_a_negation_reaches_its_own_clause():
    first = "Nothing is signed, and three barges lie at the quay"

    assert bears_out(first, "Three barges lie at the quay")
    assert not bears_out(first, "No barges lie at the quay, three or more")


def test_verbs_of_two_words_stand_for_one():
    assert bears_out("The council called off the regatta", "The council cancelled the regatta")


def test_a_short_name_of_a_place_meets_the_long_one():
    first, second = "The eels of Elwin Bay are gone", "The eels of the bay are gone"

    assert bears_out(first, second, places=("Elwin Bay", ""))
