"""What holds for every input: no error but ours, true spans, and time that grows with the text."""

import io
import json
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whence.errors import InputError
from whence.model import Reading, Report
from whence.read import read_reports
from whence.read.encodings import decode
from whence.read.finishing import finish
from whence.read.items import Failure, Form, Given, Item

CHEAP = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
LINES = st.sampled_from(
    [
        "Crack closes north quay",
        "By Tova Renn, for the Lenna Courier",
        "LENNA, 11 June (CPA) — The quay is closed.",
        "Daily Comet, Thursday 11 June 2026",
        "• one point",
        "“It holds,” she said.",
        "The quay. Photo: EPA",
        "A quay.CreditAnders Holt/Reuters",
        "© 2026 The Oskar Bugle",
        "Read more: fares",
        "https://a.example/2026/06/11/x",
        "שלום עולם",
        "👩‍👩‍👧 🏳️‍🌈",
        "\x00",
        "\u2028",
        "\r",
        "﻿",
    ]
)
TEXTS = st.lists(st.one_of(LINES, st.text(max_size=80)), max_size=10).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\r"]).map(lambda gap: gap.join(lines))
)
TAGS = st.sampled_from(
    "<p> </p> <div> </div> <h1> </h1> <script> </script> <a href='x'> </a> <b> <br> <table> <td> "
    "<figure> <figcaption> <!-- --> <time> <ul> <li> <nav> &lt; &#0; &amp &nbsp; <title> "
    "<meta> <![CDATA[ ]]> <svg> <article> </article> <p".split()
)
PAGES = st.lists(st.one_of(TAGS, LINES, st.text(max_size=20)), max_size=40).map("".join)


def assert_true(report: Report) -> None:
    """Every span names characters that exist, parts follow each other, and all can be written."""
    report.text.encode()
    assert report.id
    last = 0
    for part in report.parts:
        assert last <= part.span.start < part.span.end <= len(report.text)
        assert not part.span.of(report.text)[0].isspace()
        assert not part.span.of(report.text)[-1].isspace()
        last = part.span.end
    spans = [report.headline, report.author, report.published and report.published.span]
    spans += [link.span for link in report.links]
    spans += [mark.span for mark in report.agency_marks]
    spans += [notice.span for notice in report.notices]
    for span in spans:
        assert span is None or 0 <= span.start < span.end <= len(report.text)
    for notice in report.notices:
        assert notice.message.endswith(".")
        assert "\n" not in notice.message


def read_form(content: str | bytes, form: Form) -> Report | Failure:
    item = Item(origin="x", content=content, form=form, path=("x",), given=Given())
    found = finish(item, identity="x")
    if isinstance(found, Report):
        assert_true(found)
    return found


@CHEAP
@given(st.binary(max_size=400), st.sampled_from(list(Form)))
def test_any_bytes_give_a_report_or_a_failure(content, form):
    read_form(content, form)


@CHEAP
@given(st.binary(max_size=400))
def test_any_standard_input_gives_reports_or_our_error(content):
    try:
        reading = read_reports("-", stdin=io.BytesIO(content))
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert isinstance(reading, Reading)
        for report in reading.reports:
            assert_true(report)


@CHEAP
@given(TEXTS)
def test_a_text_keeps_every_character(text):
    found = read_form(text.encode(), Form.TEXT)
    if isinstance(found, Report) and not text.startswith("\ufeff"):
        assert found.text == text


@CHEAP
@given(TEXTS)
def test_every_character_that_is_no_space_lies_in_a_part(text):
    found = read_form(text, Form.TEXT)
    if isinstance(found, Report):
        covered = {i for part in found.parts for i in range(*part.span)}
        missing = {found.text[i] for i in range(len(found.text)) if i not in covered}
        assert all(c.isspace() or c == "\ufeff" for c in missing)


@CHEAP
@given(PAGES)
def test_any_page_gives_a_report_or_a_failure(markup):
    read_form(markup, Form.PAGE)


@CHEAP
@given(TEXTS)
def test_any_markdown_gives_a_report_or_a_failure(text):
    read_form(f"---\ntitle: x\n---\n# [{text}](http://a.example)", Form.MARKDOWN)


@CHEAP
@given(TEXTS, st.sampled_from(["utf-8-sig", "utf-16", "utf-8"]))
def test_encodings_with_a_mark_come_back(text, encoding):
    # A zero after the mark of UTF-16 reads as UTF-32, and zeros in UTF-8 as UTF-16.
    if text.strip("\ufeff") == text and "\x00" not in text:
        assert decode(text.encode(encoding)).text == text


@CHEAP
@given(
    st.recursive(
        st.none() | st.text() | st.integers(),
        lambda v: (
            st.lists(v)
            | st.dictionaries(st.sampled_from(["id", "text", "reports", "file", "story"]), v)
        ),
        max_leaves=8,
    )
)
def test_any_json_line_gives_reports_or_our_error(value):
    try:
        reading = read_reports("-", stdin=io.BytesIO(json.dumps(value).encode()))
    except InputError:
        return
    for report in reading.reports:
        assert_true(report)


def count_steps(content: str, form: Form) -> int:
    """How many lines of Python run while a content is read: time that no other load disturbs."""
    steps = 0

    def tick(frame, event, argument):
        nonlocal steps
        steps += 1
        return tick

    read_form(content[:200], form)  # what is loaded once is loaded now
    sys.settrace(tick)
    try:
        read_form(content, form)
    finally:
        sys.settrace(None)
    return steps


@pytest.mark.parametrize(
    ("unit", "form"),
    [
        ("word ", Form.TEXT),
        ("word\n", Form.TEXT),
        ("“Word,” he said.\n\n", Form.TEXT),
        ('"', Form.TEXT),
        ("By Ann Lee\n", Form.TEXT),
        ("LENNA (Reuters) - It held.\n", Form.TEXT),
        ("<p>The word, he said.</p>", Form.PAGE),
        ("<div>", Form.PAGE),
        ("<a href='x'>w</a> ", Form.PAGE),
        ("a<br>", Form.PAGE),
    ],
)
def test_steps_grow_no_faster_than_the_text(unit, form):
    short, long = (count_steps(f"{unit * times}The end of it.", form) for times in (100, 400))
    assert long < 5 * short + 2000


@pytest.mark.parametrize(
    "content",
    [
        unit * times
        for unit, times in (
            ("A", 5_000_000),
            ("a said ", 700_000),
            ('"', 10_000),
            ("(", 1_000_000),
            ("5 May 2014 ", 100_000),
            ("By ", 100_000),
            ("A/", 500_000),
            ("“", 500_000),
            ("12:", 300_000),
            ("http://", 200_000),
        )
    ],
    ids=lambda content: f"{content[:12]} {len(content)}",
)
def test_one_endless_line_is_read_at_once(content):
    found = read_form(content.encode(), Form.TEXT)
    assert isinstance(found, Report)
    assert found.text == content
