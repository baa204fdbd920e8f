"""Direction, reference, pins, narratives, ambiguity and notices."""

import pytest

from tests.factory import make_report, span_of
from whence.extract.timexes import find_events, find_notices, find_timexes
from whence.model import Direction, Report, Timex, TimexType


def timex(report: Report, words: str, nth: int = 1) -> Timex:
    span = span_of(report, words, nth=nth)
    found = [t for t in find_timexes(report) if t.span == span]
    assert found, [t.span.of(report.text) for t in find_timexes(report)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        ("Ilse Brandt resigned on Friday.", "2026-06-05", Direction.PAST),
        ("Ilse Brandt will resign on Friday.", "2026-06-12", Direction.FUTURE),
        ("The vote is due on Friday.", "2026-06-12", Direction.FUTURE),
        ("On Friday, the bridge fell.", "2026-06-05", Direction.PAST),
        ("Friday's storm felled trees.", "2026-06-05", Direction.PAST),
        ("They agreed to meet on Friday.", "2026-06-12", Direction.FUTURE),
    ],
)
def test_tense_decides_the_side_of_a_weekday(text, value, direction):
    found = timex(make_report(text, date="2026-06-10"), "Friday")
    assert (found.value, found.direction) == (value, direction)


def test_the_day_of_publication_itself_counts_as_past():
    found = timex(make_report("Brandt resigned on Wednesday.", date="2026-06-10"), "Wednesday")
    assert found.value == "2026-06-10"


def test_without_a_date_relative_times_stay_open_and_a_notice_says_so():
    report = make_report("Brandt resigned on Friday. She was mayor since 2019.")
    friday, since = timex(report, "Friday"), timex(report, "2019")
    assert friday.value is None
    assert since.value == "2019"
    notices = find_notices(report, find_timexes(report))
    assert [n.kind for n in notices] == ["times-unresolved"]
    assert notices[0].span == friday.span


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("A prize was offered in 2012. A raid in January failed.", "January", "XXXX-01"),
        ("A prize was offered in 2012. A raid last October failed.", "last October", "XXXX-10"),
        ("In 2012 the raid of January failed.", "January", "2012-01"),
        ("It fell on 5 May 2012. The wall broke on 7 May.", "7 May", "2012-05-07"),
    ],
)
def test_a_month_of_an_undated_report_takes_no_far_year(text, words, value):
    assert timex(make_report(text), words).value == value


def test_a_date_beside_a_relative_word_pins_publication():
    report = make_report("Brandt resigned yesterday (3 June 2015). On Monday she wept.")
    assert timex(report, "yesterday").value == "2015-06-03"
    assert timex(report, "Monday").value == "2015-06-01"
    assert not find_notices(report, find_timexes(report))


def test_a_month_of_publication_dates_days_but_no_weekdays():
    report = make_report("It fell on August 5. On Monday it rose.", date="2014-08")
    assert timex(report, "August 5").value == "2014-08-05"
    assert timex(report, "Monday").value is None


def test_no_value_is_more_precise_than_known():
    report = make_report("It broke last year and was mended in March.", date="2014")
    assert timex(report, "last year").value == "2013"
    assert timex(report, "March").value == "2014-03"


def test_day_or_month_first_is_left_open_unless_the_report_shows_it():
    open_report = make_report("It was filed on 05/04/2013.", date="2013-06-01")
    found = timex(open_report, "05/04/2013")
    assert found.value == "2013"
    assert found.alternatives == ("2013-04-05", "2013-05-04")
    assert [n.kind for n in find_notices(open_report, (found,))] == ["date-ambiguous"]
    shown = make_report("Filed on 05/04/2013, heard on 6 May 2013.", date="2013-06-01")
    assert timex(shown, "05/04/2013").value == "2013-04-05"


def test_an_event_it_is_relative_to_is_kept_as_its_anchor():
    report = make_report("They fled days after the conflict began.", date="2026-06-10")
    found = timex(report, "days")
    assert (found.type, found.value) == (TimexType.DURATION, "PXD")
    assert [span.of(report.text) for span in found.anchor] == ["the conflict began"]


def test_later_and_earlier_count_from_what_was_told():
    report = make_report(
        "The mill burned on 4 May 2011. Two weeks later it rained. The next day it stopped.",
        date="2020-01-01",
    )
    assert timex(report, "Two weeks later").value == "2011-05-18"
    assert timex(report, "The next day").value == "2011-05-19"


def test_a_life_takes_its_months_from_the_year_told_last():
    years = "Brod was born in 1801. He wed in 1822. He sailed in 1824. He sank in 1825. "
    report = make_report(
        years + "He rose in 1826. He ruled in 1830. He fell in July and died in 1831.",
        date="2004-08-18",
    )
    assert timex(report, "July").value == "1830-07"


def test_summer_time_of_zones():
    winter = make_report("It begins Friday at 5 p.m. Eastern time.", date="2026-01-14")
    summer = make_report("It begins Friday at 5 p.m. Eastern time.", date="2026-07-15")
    words = "Friday at 5 p.m. Eastern time"
    assert timex(winter, words).value == "2026-01-16T17:00-05:00"
    assert timex(summer, words).value == "2026-07-17T17:00-04:00"


def test_bounds_of_a_value():
    found = timex(make_report("It shut last month.", date="2024-03-10"), "last month")
    assert (found.earliest, found.latest) == ("2024-02-01", "2024-02-29")


@pytest.mark.parametrize(
    ("text", "words", "lemma"),
    [
        ("Police arrested Nils Brod on Friday.", "arrested Nils Brod", "arrest"),
        ("On Monday the roof collapsed.", "collapsed", "collapse"),
        ("The report on the 8 June leak is out.", "leak", "leak"),
        ("Brod, who fled in 2019, is back.", "fled", "flee"),
    ],
)
def test_events(text, words, lemma):
    report = make_report(text, date="2026-06-10")
    events = find_events(report, find_timexes(report))
    assert [(e.span.of(text), e.lemma) for e in events] == [(words, lemma)]


def test_an_adjective_is_no_event():
    report = make_report("A river of treated waste in June is no news.", date="2026-06-10")
    assert find_events(report, find_timexes(report)) == ()


def test_a_weekday_far_to_the_east_may_be_the_morrow():
    text = "At 02:00 on Saturday in Tokyo the shares were down, at 02:00 on Saturday in Lima up."
    report = make_report(text, date="2026-06-12")
    assert timex(report, "02:00 on Saturday in Tokyo").value == "2026-06-13T02:00+09:00"
    assert timex(report, "02:00 on Saturday in Lima").value == "2026-06-06T02:00-05:00"


def test_a_clock_belongs_to_the_day_of_its_sentence():
    text = "On 3 June 2026 the siren rang at 10:45. It rang again at 11:30."
    report = make_report(text, date="2026-06-10")
    assert timex(report, "10:45").value == "2026-06-03T10:45"
    assert timex(report, "11:30").value == "2026-06-10T11:30"
