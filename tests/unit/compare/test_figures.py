"""Figures of one measure: what is joined, what is not, and how each pair stands."""

import pytest

from tests.factory import make_report
from whence.compare.figures import compare_figures
from whence.extract.figures import find_figures
from whence.extract.timexes import find_timexes
from whence.model import Extraction, Figure, Measure, Relation, Resolution


def compare(*texts: str, dates: tuple[str, ...] = ()) -> tuple[tuple[Measure, ...], list[Figure]]:
    reports, extractions = [], []
    for number, text in enumerate(texts):
        date = dates[number] if dates else "2026-06-10"
        report = make_report(text, f"r{number + 1}", date=date)
        times = find_timexes(report)
        figures = find_figures(report, timexes=times)
        reports.append(report)
        extractions.append(Extraction(report=report.id, figures=figures, timexes=times))
    measures = compare_figures(tuple(reports), tuple(extractions), Resolution())
    return measures, [figure for extraction in extractions for figure in extraction.figures]


def only(*texts: str, dates: tuple[str, ...] = ()) -> tuple[Relation, str]:
    measures, _ = compare(*texts, dates=dates)
    assert [len(measure.relations) for measure in measures] == [1]
    return measures[0].relations[0].relation, measures[0].relations[0].reason


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("The raid freed 43 miners.", "Soldiers freed 43 miners.", Relation.AGREE),
        ("The flood killed 48 farmers.", "At least 48 farmers were killed.", Relation.AGREE),
        (
            "The flood killed 37,548 sheep in Osk.",
            "About 37,500 sheep were killed in Osk.",
            Relation.ROUNDED,
        ),
        (
            "Between 300 and 400 tonnes of oil leaked.",
            "Up to 400,000 kilos of oil leaked.",
            Relation.ROUNDED,
        ),
        (
            "The trench holds 60 bodies found by divers.",
            "Divers found 16 bodies in the trench.",
            Relation.CONFLICT,
        ),
    ],
)
def test_relations_of_one_day(first, second, relation):
    assert only(first, second)[0] == relation


def test_a_later_total_is_an_update():
    relation, reason = only(
        "The quake killed 20 villagers, rescuers said.",
        "The quake killed 90 villagers, rescuers said.",
        dates=("2026-06-10", "2026-06-12"),
    )
    assert relation == Relation.UPDATED
    assert reason == "90 (2026-06-12) is a later count than 20 (2026-06-10)"


def test_one_incident_told_on_two_days_is_no_update():
    relation, _ = only(
        "On Sunday I counted sixty dead trout on the bank.",
        "On Sunday I counted sixteen dead trout on the bank.",
        dates=("2026-06-10", "2026-06-11"),
    )
    assert relation == Relation.CONFLICT


def test_the_reason_says_how_it_was_rounded():
    _, reason = only("The flood killed 37,548 sheep.", "About 37,500 sheep were killed.")
    assert reason == "about 37,500 is 37,548 rounded to hundreds"


def test_units_are_converted():
    relation, _ = only("The pool holds 2 cubic metres of oil.", "It holds 2,000 litres of oil.")
    assert relation == Relation.AGREE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The blast killed 12 soldiers.", "The blast injured 12 nurses."),
        ("The town has 40 wells.", "The town has 40 bridges."),
        ("She paid $500 for the boat.", "The boat is 500 feet long."),
        ("Police arrested 14 officers.", "Police arrested 14 more officers."),
        ("Ilse Brandt, 71, wept.", "Nils Brod, 71, wept."),
        ("Half of the voters stayed home.", "Some 86 percent of the voters backed the mayor."),
        ("Dozens of rowing clubs closed.", "The league has 40 rowing clubs."),
        ("Two of the ferry's officers spoke.", "The ferry has 14 officers."),
        ("Lt Omar al-Sabri, 31, wept.", "Nils Brod, 31, wept."),
        ("The legal limit of 2 mg/l was kept.", "Divers measured 2 mg/l of ammonia."),
    ],
)
def test_the_same_value_alone_joins_nothing(first, second):
    assert compare(first, second)[0] == ()


def test_a_part_is_not_set_against_its_whole():
    measures, figures = compare("Police hold 30 people, including 22 officers.")
    assert len(figures) == 2
    assert measures == ()


def test_ages_are_of_one_person():
    measures, _ = compare("Ilse Brandt, 71, wept.", "Brandt, 72, wept.", "The 71-year-old wept.")
    assert [len(measure.figures) for measure in measures] == [3]
    relations = {relation.relation for relation in measures[0].relations}
    assert Relation.CONFLICT in relations


def test_every_pair_is_related_and_evidence_points_home():
    texts = [f"The flood killed {n} farmers in Osk." for n in (40, 41, 47)]
    measures, figures = compare(*texts)
    assert len(measures[0].relations) == 3
    assert {f.id for f in figures} == set(measures[0].figures)
    assert all(len(evidence.places) == 2 for evidence in measures[0].evidence)


def test_the_order_of_reports_changes_nothing():
    texts = ("The flood killed 40 farmers.", "The flood killed 90 farmers.")
    measures, _ = compare(*texts)
    reports = [make_report(text, f"r{n + 1}", date="2026-06-10") for n, text in enumerate(texts)]
    extractions = [Extraction(report=report.id, figures=find_figures(report)) for report in reports]
    turned = compare_figures(tuple(reports[::-1]), tuple(extractions[::-1]), Resolution())
    assert turned == measures


def test_bounds_that_are_kept_are_no_conflict():
    relation, reason = only("The blast killed at least 4 miners.", "The blast killed 9 miners.")
    assert relation == Relation.DIFFERENT_SCOPE
    assert reason == "at least 4 and 9 can both hold but lie far apart"


def test_a_later_higher_toll_of_one_day_is_a_revision():
    relation, _ = only(
        "The blast on Monday killed six miners.",
        "The blast on Monday killed nine miners.",
        dates=("2026-06-09", "2026-06-10"),
    )
    assert relation == Relation.UPDATED


@pytest.mark.parametrize(
    "other", ["The five men are in Osk.", "All five were met by nurses.", "These five rebels left."]
)
def test_people_told_of_before_are_known_by_their_number(other):
    assert only("Five prisoners were freed on Friday.", other)[0] is Relation.AGREE


def test_twos_and_things_are_not_known_by_their_number():
    assert compare("Two prisoners were freed on Friday.", "The two women are in Osk.")[0] == ()
    assert compare("Five prisoners were freed on Friday.", "The five wells are in Osk.")[0] == ()


def test_what_one_report_tells_side_by_side_is_of_two_things():
    raid = "The raid on Osk killed six villagers."
    measures, figures = compare(
        f"{raid} The flood in Lorn killed 67 villagers.",
        "The flood in Lorn killed 67 villagers, officials said.",
    )
    assert [measure.figures for measure in measures] == [(figures[1].id, figures[2].id)]


def test_as_many_dead_by_another_noun_are_one_count():
    first = "The raid in Osk killed 10 militants, the ministry said."
    assert only(first, "The raid in Osk killed 10 fighters, an envoy said.")[0] is Relation.AGREE
