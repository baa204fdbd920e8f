"""What is counted, who counts, as of when, and what a figure leaves to the one before it."""

import pytest

from tests.factory import make_attribution, make_report, span_of
from whence.extract.figures import find_figures
from whence.model import Figure, FigureKind, Report


def figure(report: Report, words: str, *attributions) -> Figure:
    span = span_of(report, words)
    found = [f for f in find_figures(report, attributions) if f.number.overlaps(span)]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "number", "head", "event"),
    [
        ("Divers found 28 badly burned bodies in the mine.", "28", "body", "find"),
        ("Some 43 college students went missing.", "43", "student", "miss"),
        ("The death toll rose to 40.", "40", "toll", "kill"),
        ("At least 12 people, mostly miners, were killed.", "12", "person", "kill"),
        ("He sold two police dogs.", "two", "dog", None),
        ("Four of the nine judges spoke.", "Four", "judge", None),
    ],
)
def test_counted(text, number, head, event):
    found = figure(make_report(text), number)
    assert (found.counted_head, found.counted_event) == (head, event)


def test_two_numbers_in_one_clause_keep_their_objects():
    report = make_report("The blast killed 12 soldiers and injured 30 nurses.")
    first, second = figure(report, "12"), figure(report, "30")
    assert (first.counted_head, first.counted_event) == ("soldier", "kill")
    assert (second.counted_head, second.counted_event) == ("nurse", "injure")


def test_the_whole_of_a_part_is_kept():
    report = make_report("Half of the 300 guests left.")
    half = figure(report, "Half")
    assert half.whole_value == 300
    assert [span.of(report.text) for span in half.whole] == ["300"]


def test_the_innermost_attribution_counts():
    report = make_report("Brandt said that police had said that 14 men were held.")
    outer = make_attribution(
        report, source="Brandt", content="police had said that 14 men were held"
    )
    inner = make_attribution(report, source="police", content="14 men were held")
    assert figure(report, "14", outer, inner).attribution == inner.id
    assert figure(report, "14").attribution is None


def test_an_age_beside_a_source_is_told_by_the_outlet():
    report = make_report("Brandt, 71, said that 14 men were held.")
    said = make_attribution(report, source="Brandt, 71,", content="14 men were held")
    assert figure(report, "71", said).attribution is None
    assert figure(report, "14", said).attribution == said.id


def test_as_of_is_the_time_stated_else_publication_for_a_running_count():
    report = make_report(
        "By 3 June 600 had fled. So far 90 have been freed. Six died.", date="2026-06-10"
    )
    assert figure(report, "600").as_of == "2026-06-03"
    assert figure(report, "90").as_of == "2026-06-10"
    assert figure(report, "90").is_running_total
    assert figure(report, "Six").as_of is None


def test_a_bare_number_takes_unit_or_object_from_the_one_before():
    report = make_report("The dam lost 880 cubic metres, close to the 1,000 that engineers gave.")
    assert (figure(report, "1,000").unit, figure(report, "1,000").kind) == (
        "m3",
        FigureKind.MEASURE,
    )
    counts = make_report("They held 14 officers after earlier arrests of at least 22.")
    assert figure(counts, "22").counted_head == "officer"
    numbers = make_report("About 20,000 people marched. The organisers put the number at 85,000.")
    assert figure(numbers, "85,000").counted_event == "march"


def test_a_change_from_one_number_to_another_is_no_range():
    report = make_report("Prices rose from 600 to 900 crowns.")
    assert (figure(report, "600").high, figure(report, "900").low) == (600, 900)


def test_years_that_the_times_name_are_no_figures():
    assert find_figures(make_report("In 2019 he left. Since 8 June 2020 he is back.")) == ()


def test_a_length_of_time_is_a_figure_too():
    found = figure(make_report("The leak was stopped within four hours."), "four")
    assert (found.low, found.high, found.unit) == (None, 4, "hours")


@pytest.mark.parametrize(("words", "place"), [("37,000", 1000), ("37,548", 1), ("1.2", 0.1)])
def test_the_last_place_that_is_meant(words, place):
    found = figure(make_report(f"It cost {words} crowns."), words)
    assert found.scale_digits == pytest.approx(place)


def test_a_unit_may_end_the_text():
    assert figure(make_report("1,250.5 tonnes"), "1,250.5").unit == "tonne"
