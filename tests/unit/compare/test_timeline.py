"""Events joined over reports, and what does not fit together."""

import pytest

from tests.factory import make_report
from whence.compare.timeline import find_tensions, find_timeline
from whence.extract.timexes import find_events, find_timexes
from whence.model import Extraction, Report, Resolution, Tension


def extracted(*texts: str, date: str = "2026-06-20") -> tuple[tuple[Report, ...], tuple]:
    reports, extractions = [], []
    for number, text in enumerate(texts):
        report = make_report(text, f"r{number + 1}", date=date)
        times = find_timexes(report)
        events = find_events(report, times)
        reports.append(report)
        extractions.append(Extraction(report=report.id, timexes=times, events=events))
    return tuple(reports), tuple(extractions)


def tensions(*texts: str, date: str = "2026-06-20") -> list[Tension]:
    reports, extractions = extracted(*texts, date=date)
    timeline = find_timeline(reports, extractions, Resolution())
    return list(find_tensions(reports, extractions, timeline))


def test_one_event_of_two_reports_is_one_entry_with_the_finest_date():
    reports, extractions = extracted(
        "The dam at Osk collapsed in June 2026, flooding Dellmar.",
        "On 8 June 2026 the dam at Osk collapsed and Dellmar was flooded.",
    )
    entries = find_timeline(reports, extractions, Resolution())
    joined = [entry for entry in entries if len(entry.places) == 2]
    assert [entry.value for entry in joined] == ["2026-06-08"]


def test_different_events_stay_apart_and_in_order():
    reports, extractions = extracted("The mill burned in 2019. Brandt resigned in 2011.")
    entries = find_timeline(reports, extractions, Resolution())
    assert [entry.value for entry in entries] == ["2011", "2019"]


def labels(*texts: str) -> list[str]:
    reports, extractions = extracted(*texts)
    return [entry.label for entry in find_timeline(reports, extractions, Resolution())]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The dam at Osk collapsed on Monday.", "The dam at Osk collapsed on Monday"),
        (
            "The tower, which was refitted in 2019, burned down.",
            "The tower, which was refitted in 2019, burned down",
        ),
        (
            "Nobody was hurt; the governor announced a day of mourning for Friday, but the "
            "schools stay open.",
            "the governor announced a day of mourning for Friday",
        ),
        (
            'The shed, known as "the Ark", was built in 2019.',
            'The shed, known as "the Ark", was built in 2019',
        ),
        ("“We told the foreman in March,” she said.", "We told the foreman in March"),
    ],
)
def test_a_label_is_a_whole_clause(text, label):
    assert labels(text) == [label]


def test_a_long_label_is_cut_at_words_and_keeps_its_event():
    long = " ".join(f"the {n} wells of the upper valley of Dellmar and" for n in "abcdefgh")
    (label,) = labels(f"Divers who looked at {long} the old pit found a bell on 8 June 2026.")
    assert label.startswith("… ")
    assert "found a bell" in label
    assert len(label) <= 132
    (label,) = labels(f"On 8 June 2026 divers found a bell near {long} the old pit.")
    assert label.startswith("On 8 June 2026 divers found a bell")
    assert label.endswith(" …")


def test_that_somebody_spoke_on_one_day_is_not_one_event():
    entries = labels(
        "The mayor said on 8 June 2026 that the mill of Osk would close.",
        "The baker said on 8 June 2026 that bread had become dear in Osk.",
    )
    assert len(entries) == 2


def test_one_telling_in_two_reports_is_one_event():
    entries = labels(
        "The mayor said on 8 June 2026 that the mill of Osk would close over rats.",
        "On 8 June 2026 the mayor said the mill of Osk would close over rats.",
    )
    assert len(entries) == 1


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (
            (
                "The dam above Osk collapsed on 8 June 2026 and drowned the village.",
                "The dam above Osk collapsed on 9 June 2026 and drowned the village.",
            ),
            "two-dates",
        ),
        (
            (
                "The leak began on 8 June 2026. The alarm rang on 7 June 2026, after the leak.",
                "The 8 June leak is no secret.",
            ),
            "impossible-order",
        ),
        (
            ("They marched for five days, from 3 June to 14 June 2026.",),
            "days-do-not-fit",
        ),
        (("The mayor resigned on 28 June 2026, the town said.",), "after-publication"),
    ],
)
def test_tensions(texts, kind):
    found = tensions(*texts)
    assert kind in [tension.kind for tension in found]
    assert all(tension.places and tension.reason for tension in found)


@pytest.mark.parametrize(
    "texts",
    [
        ("The dam collapsed on 8 June 2026.", "The dam collapsed on 8 June 2026."),
        ("The mayor will resign on 28 June 2026.",),
        ("Brandt said on 8 June 2026 that she wept. Brandt said on 9 June 2026 that she wept.",),
        ("They marched for five days, from 3 June to 8 June 2026.",),
        ("She ran in the 2028 race and won over the town.",),
    ],
)
def test_no_tension_where_all_fits(texts):
    assert tensions(*texts) == []
