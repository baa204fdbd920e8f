"""What each paragraph of a plain text is for."""

import pytest

from whence.model import DateSource, MarkKind, PartKind
from whence.read.finishing import finish
from whence.read.items import Form, Given, Item

BODY = (
    "The harbour board of Lenna closed the north quay on Tuesday after divers found a crack.\n\n"
    "“We would rather close it for a month,” said Ilse Marant, who chairs the board.\n\n"
    "Some 40 boats will have to land their catch at Port Oskar until the wall is mended.\n\n"
    "The board meets again on Friday and will then say who pays for the detour.\n\n"
    "Skippers doubt that the work will be done in time for the herring."
)


def report_of(text, **given):
    report = finish(
        Item(origin="one.txt", content=text, form=Form.TEXT, given=Given(**given)), identity="one"
    )
    for part in report.parts:
        assert part.span.of(text).strip() == part.span.of(text) != ""
    return report


def words(report, kind):
    return [part.span.of(report.text) for part in report.parts_of(kind)]


def test_headline_then_byline_then_body():
    report = report_of(f"Crack closes north quay\n\nBy Tova Renn, for the Lenna Courier\n\n{BODY}")
    assert report.headline.of(report.text) == "Crack closes north quay"
    assert report.author.of(report.text) == "Tova Renn"
    assert report.outlet == "Lenna Courier"
    assert len(words(report, PartKind.BODY)) == 5


@pytest.mark.parametrize(
    ("line", "outlet", "day"),
    [
        ("Daily Comet, Thursday 11 June 2026", "Daily Comet", "2026-06-11"),
        ("Lenna Courier | 11 June 2026, 09:00 UTC", "Lenna Courier", "2026-06-11T09:00Z"),
        ("The Oskar Bugle — June 11, 2026", "The Oskar Bugle", "2026-06-11"),
        ("PRESS RELEASE – Lenna Harbour Board – 11 June 2026", "Lenna Harbour Board", "2026-06-11"),
        ("La Voix du Port, English edition, 11 June 2026", "La Voix du Port", "2026-06-11"),
        ("Published: 11 June 2026", None, "2026-06-11"),
        ("2026-06-11", None, "2026-06-11"),
    ],
)
def test_date_lines(line, outlet, day):
    report = report_of(f"Crack closes north quay\n\n{line}\n\n{BODY}")
    assert words(report, PartKind.BYLINE) == [line]
    assert report.outlet == outlet
    assert (report.published.value, report.published.source) == (day, DateSource.BYLINE)


def test_a_day_without_a_year_is_no_date_but_a_notice():
    report = report_of(f"Crack closes north quay\n\nDaily Comet, Thursday 11 June\n\n{BODY}")
    assert report.published is None
    assert [notice.kind for notice in report.notices] == ["date-without-year"]


def test_the_copyright_line_lends_its_year_and_its_owner():
    report = report_of(f"Crack closes north quay\n\n11 June\n\n{BODY}\n\n© 2026 The Oskar Bugle")
    assert (report.published.value, report.published.source) == ("2026-06-11", DateSource.INFERRED)
    assert report.outlet == "The Oskar Bugle"


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("LENNA (Reuters) -", "Reuters"),
        ("LENNA, June 11 (CPA) —", "CPA"),
        ("Lenna, 11 June (AFP) –", "AFP"),
        ("PORT OSKAR, Lower Coast (AP) —", "Associated Press"),
        ("(Reuters) -", "Reuters"),
        ("LENNA —", None),
        ("PORT OSKAR, Friday 12 June (CPA) —", "CPA"),
        ("LENNA , Lower Coast, June 11 (UPI) --", "UPI"),
    ],
)
def test_datelines(dateline, agency):
    report = report_of(f"{dateline} {BODY}")
    assert words(report, PartKind.DATELINE) == [dateline]
    assert words(report, PartKind.BODY)[0].startswith("The harbour board")
    marks = [(mark.agency, mark.kind) for mark in report.agency_marks]
    assert marks == ([(agency, MarkKind.DATELINE)] if agency else [])


@pytest.mark.parametrize(
    "opening",
    [
        "WARNING: the water",
        "BREAKING — the water",
        "WE WILL NOT PAY FOR — this said the board, and the water",
        "Obama — the dog, not the man — swam, and the water",
        "(Well, perhaps.) The water",
    ],
)
def test_no_datelines(opening):
    assert not words(report_of(f"{opening} rose.\n\n{BODY}"), PartKind.DATELINE)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("AFP contributed to this report.", "AFP"),
        ("With files from the Canadian Press", "Canadian Press"),
        ("With a file from Reuters", "Reuters"),
        ("(Additional reporting by Reuters)", "Reuters"),
        ("Reuters", "Reuters"),
        ("[Reuters]", "Reuters"),
        ("The Alpine News Service contributed to this report.", "Alpine News Service"),
        ("With files from Lower Coast Wire", "Lower Coast Wire"),
        ("Copyright 2026 Associated Press. All rights reserved.", "Associated Press"),
    ],
)
def test_agencies_at_the_foot(line, agency):
    report = report_of(f"Crack closes north quay\n\n{BODY}\n\n{line}")
    assert words(report, PartKind.CREDIT) == [line]
    assert [(m.agency, m.kind) for m in report.agency_marks] == [(agency, MarkKind.FOOTER)]


def test_wire_services_without_a_name_are_no_agency():
    report = report_of(f"Crack closes north quay\n\n{BODY}\n\nWith News Wire Services")
    assert words(report, PartKind.CREDIT) == ["With News Wire Services"]
    assert report.agency_marks == ()


def test_the_owner_of_a_picture_is_not_the_outlet():
    report = report_of(f"Crack closes north quay\n\n{BODY}\n\n© Quayphotos.com/ orl veed")
    assert report.outlet is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Business Insider has reached out to the board for comment.", "Business Insider"),
        ("The Guardian was unable to verify the letter.", "The Guardian"),
        ("Reuters could not independently verify the letter.", None),
        ("Business Insider reached out to the board, which denied it.", None),
        ("The Lenna Tug has reached out to the board.", None),
    ],
)
def test_an_outlet_that_tells_what_it_did_for_the_report_is_its_own(line, outlet):
    assert report_of(f"Crack closes north quay\n\n{BODY}\n\n{line}").outlet == outlet


def test_by_an_agency_names_no_author():
    report = report_of(f"Crack closes north quay\n\nBy Associated Press\n\n{BODY}")
    assert report.author is None
    assert [(m.agency, m.kind) for m in report.agency_marks] == [
        ("Associated Press", MarkKind.BYLINE)
    ]


def test_a_caption_glued_to_its_credit_is_cut_in_two():
    line = "Ilse Marant, in March at the quay.CreditAnders Holt/Reuters"
    report = report_of(f"Crack closes north quay\n\n{line}\n\nLENNA — {BODY}")
    assert words(report, PartKind.CAPTION) == ["Ilse Marant, in March at the quay."]
    assert words(report, PartKind.CREDIT) == ["CreditAnders Holt/Reuters"]
    assert [(m.agency, m.kind) for m in report.agency_marks] == [("Reuters", MarkKind.PHOTO)]


@pytest.mark.parametrize(
    "caption",
    [
        "The quay at low tide on Tuesday. Photo: EPA",
        "The quay at low tide on Tuesday. (AP Photo/Anders Holt)",
        "Pictured: the quay at low tide",
        "Danger: The quay has been closed to all traffic since Tuesday",
        "FILE PHOTO: Boats at the quay in 2019. REUTERS/Anders Holt/File Photo",
    ],
)
def test_captions_amid_the_body(caption):
    first, rest = BODY.split("\n\n", 1)
    assert words(report_of(f"{first}\n\n{caption}\n\n{rest}"), PartKind.CAPTION) == [caption]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ferry fares to rise",
        "Advertisement",
        "Share this article",
        "Follow Tova Renn (@tovarenn) on Twitter",
        "Scroll down for video",
        "ENDS",
        "—",
        "https://courier.example/more",
    ],
)
def test_furniture_amid_the_body(line):
    first, rest = BODY.split("\n\n", 1)
    assert words(report_of(f"{first}\n\n{line}\n\n{rest}"), PartKind.FURNITURE) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "“Follow me,” she said on the quay.",
        "He said the wall had been checked and the board told of it in May",
        "Read the letter again, Marant told the meeting, and then vote.",
        "By Monday night the water had reached the upper step of the quay.",
        "1. The quay stays closed",
        "They came. They saw. Then they left without a word to anybody",
        "The Courier/Bugle dispute is over.",
    ],
)
def test_what_speaks_is_body(line):
    first, rest = BODY.split("\n\n", 1)
    assert line in words(report_of(f"{first}\n\n{line}\n\n{rest}"), PartKind.BODY)


def test_headlines_of_other_reports_at_the_end_are_furniture():
    others = ["Ferry Fares to Rise in June", "Port Oskar Gets a New Crane After All"]
    report = report_of("\n\n".join([BODY, *others]))
    assert words(report, PartKind.FURNITURE) == others


def test_points_under_the_headline_are_standfirst():
    points = ["• North quay closed since Tuesday", "• Forty boats affected"]
    report = report_of("\n".join(["Crack closes north quay", *points, "", BODY]))
    assert words(report, PartKind.STANDFIRST) == points
    assert report.headline.of(report.text) == "Crack closes north quay"


def test_what_stands_between_headline_and_byline_is_standfirst():
    deck = "The wall has not been looked at since 2019, the board admits."
    report = report_of(f"Crack closes north quay\n\n{deck}\n\nBy Tova Renn\n\n{BODY}")
    assert words(report, PartKind.STANDFIRST) == [deck]


def test_byline_outlet_and_day_on_lines_of_their_own():
    lines = ["By Petra Lindqvall", "Lenna Courier", "11 June 2026"]
    report = report_of(
        "\n".join(["Board head: the wall was never looked at", "", *lines, "", BODY])
    )
    assert words(report, PartKind.HEADLINE) == ["Board head: the wall was never looked at"]
    assert words(report, PartKind.BYLINE) == lines
    assert report.author.of(report.text) == "Petra Lindqvall"
    assert (report.outlet, report.published.value) == ("Lenna Courier", "2026-06-11")
    assert report.agency_marks == ()


@pytest.mark.parametrize("line", ["From Our Correspondent in Port Oskar", "By staff reporters"])
def test_bylines_without_a_name(line):
    report = report_of(f"Quay shut\n\n{line}\n\n{BODY}")
    assert words(report, PartKind.BYLINE) == [line]
    assert words(report, PartKind.HEADLINE) == ["Quay shut"]
    assert report.author is None


def test_a_text_that_begins_with_its_first_sentence_has_no_headline():
    report = report_of(BODY)
    assert report.headline is None
    assert len(report.parts) == 5


def test_wrapped_lines_are_one_paragraph():
    wrapped = (
        "The harbour board of Lenna closed the north quay on Tuesday after\n"
        "divers found a crack in the wall that runs for eleven metres below\n"
        "the water line, and forty boats have to land their catch elsewhere\n"
        "until it is mended.\n\nNobody was hurt, the board said."
    )
    assert len(report_of(wrapped).parts) == 2


def test_an_address_on_the_first_line_gives_outlet_and_day():
    report = report_of(f"https://www.courier.example/2026/06/11/quay\n{BODY}")
    assert (report.outlet, report.published.value) == ("courier.example", "2026-06-11")
    assert report.published.source is DateSource.ADDRESS


def test_what_the_caller_says_outranks_what_is_found():
    text = f"Crack closes north quay\n\nDaily Comet, 11 June 2026\n\n{BODY}"
    report = report_of(text, outlet="Lenna Courier", date="2026-06-12T08:30+02:00")
    assert report.outlet == "Lenna Courier"
    assert report.published.value == "2026-06-12T08:30+02:00"
    assert report.published.source is DateSource.GIVEN


def test_a_given_date_that_is_none_is_named_and_the_found_one_used():
    report = report_of(f"Quay closed after crack\n\n11 June 2026\n\n{BODY}", date="last Tuesday")
    assert report.published.value == "2026-06-11"
    assert [notice.kind for notice in report.notices] == ["date-unreadable"]


def test_staff_who_contributed_name_the_outlet():
    report = report_of(f"{BODY}\n\nFox News’ Ada Quill contributed to this report.")
    assert report.outlet == "Fox News"


def test_another_language_is_noticed_and_read_all_the_same():
    text = "Le conseil du port a fermé le quai nord mardi après la découverte d'une fissure. " * 3
    report = report_of(text)
    assert report.language == "fr"
    assert "language" in [notice.kind for notice in report.notices]
    assert words(report, PartKind.BODY)
