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
        ("Nine officers confirmed that rebels killed the envoy.", "Nine", "officer", None),
        ("Nine miners were confirmed dead.", "Nine", "miner", "kill"),
        ("The four nurses who treated them slept.", "four", "nurse", None),
        ("The four nurses who died were young.", "four", "nurse", "kill"),
        ("A tram hit a bus carrying 40 tourists, killing the driver.", "40", "tourist", None),
        ("It brought the number of rebel fighters killed to at least 39.", "39", "fighter", "kill"),
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


def test_as_of_is_the_time_stated_else_publication_for_a_count_that_goes_on():
    report = make_report(
        "By 3 June 600 had fled. So far 90 have been freed. Six died. The hall seats 450.",
        date="2026-06-10",
    )
    assert figure(report, "600").as_of == "2026-06-03"
    assert figure(report, "90").as_of == "2026-06-10"
    assert figure(report, "90").is_running_total
    assert figure(report, "Six").as_of == "2026-06-10"
    assert figure(report, "450").as_of is None


def test_the_day_of_the_event_is_not_the_day_of_the_count():
    report = make_report(
        "Nine people died when a tram burned on Monday, the police said on Wednesday.",
        date="2026-06-11",
    )
    said = make_attribution(
        report,
        source="the police",
        cue="said",
        content="Nine people died when a tram burned on Monday",
    )
    found = figure(report, "Nine", said)
    assert (found.as_of, found.incident) == ("2026-06-10", "2026-06-08")


@pytest.mark.parametrize(
    ("text", "as_of", "incident"),
    [
        ("Six people died in the fire on Monday.", "2026-06-11", "2026-06-08"),
        ("Six people died in the fire on 3 March 2019.", "2019-03-03", "2019-03-03"),
        ("Six people have died since the fire on Monday.", "2026-06-11", None),
        ("On Sunday she counted six dead swans.", "2026-06-07", None),
        ("As of Tuesday six people had died.", "2026-06-09", None),
        ("The number killed by Monday's fire has risen to 6.", "2026-06-11", "2026-06-08"),
        ("The court fined six bakers on Tuesday.", "2026-06-09", "2026-06-09"),
        ("The 8 June fire killed six people.", "2026-06-11", "2026-06-08"),
    ],
)
def test_as_of_and_incident(text, as_of, incident):
    found = [f for f in find_figures(make_report(text, date="2026-06-11")) if f.low == 6]
    assert [(f.as_of, f.incident) for f in found] == [(as_of, incident)]


def test_a_speaker_is_dated_by_another_sentence():
    report = make_report(
        "Mayor Ode Falk spoke at a briefing on Tuesday. Mr Falk said 14 men were arrested.",
        date="2026-06-11",
    )
    said = make_attribution(report, source="Mr Falk", cue="said", content="14 men were arrested")
    assert figure(report, "14", said).as_of == "2026-06-09"
    assert figure(report, "14").as_of == "2026-06-11"


@pytest.mark.parametrize(
    ("text", "number", "counter"),
    [
        ("Police counted 20,000 marchers.", "20,000", "Police"),
        ("The organisers put the number at 85,000.", "85,000", "The organisers"),
        ("The union, which keeps a list, puts the dead at 12.", "12", "The union"),
        ("On Monday night the port had put the dead at four.", "four", "the port"),
        ("The board raised its estimate to 950 tonnes.", "950", "The board"),
        ("It lost 950 tonnes, less than the 1,000 given by the River Trust.", "1,000",
         "the River Trust"),
        ("The crowd laboratory estimated the marchers at 31,000.", "31,000",
         "The crowd laboratory"),
    ],
)  # fmt: skip
def test_verbs_of_counting_name_the_counter(text, number, counter):
    report = make_report(text)
    assert [span.of(report.text) for span in figure(report, number).counter] == [counter]


def test_a_toll_without_its_noun_counts_what_the_one_before_counts():
    report = make_report("Nine people were killed, the ministry said. The dockers' union says 12.")
    found = figure(report, "12")
    assert (found.counted_head, found.counted_event) == ("person", "kill")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The toll rose to 23 from 17.", "17"),
        ("It raised its count to 23, from 17 on Monday.", "17"),
        ("The dead now number 23, up from 17.", "17"),
        ("On Monday the port had put the dead at 17.", "17"),
        ("The port had earlier said that 17 were dead.", "17"),
    ],
)
def test_a_number_that_is_looked_back_at(text, number):
    found = find_figures(make_report(text))
    assert {f.low for f in found if f.is_earlier} == {float(number)}


@pytest.mark.parametrize(
    "text",
    [
        "They counted 20,000 marchers.",
        "It is estimated at 20,000 marchers.",
        "20,000 marchers were at the gate.",
        "He put 20,000 coins on the table.",
        "The count was 20,000.",
    ],
)
def test_no_counter_where_none_is_named(text):
    assert figure(make_report(text), "20,000").counter == ()


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


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("The pike weighed 28 pounds.", "28", "lb"),
        ("A 28-pound pike was landed at Velm.", "28", "lb"),
        ("He left her 28 pounds.", "28", "GBP"),
        ("The pike weighed 19 stone.", "19", "st"),
        ("Such pike grow to 62st.", "62", "st"),
        ("They laid 19 stone steps.", "19", None),
    ],
)
def test_words_that_may_be_weights(text, number, unit):
    assert figure(make_report(text), number).unit == unit
