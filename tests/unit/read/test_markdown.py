"""Markdown: headings, links, and the lines of keys above them."""

from whence.model import DateSource, PartKind
from whence.read import read_reports

TEXT = """---
title: Quay closed
publisher: Lenna Courier
date: 2031-05-06
---

# Crack closes north quay #

The board closed the quay, [said Ilse Marant](https://courier.example/marant) on Tuesday.

![a picture](quay.jpg)

## What comes next

Some 40 boats will have to land their catch at Port Oskar until it is mended.
"""


def test_markdown(write):
    (report,) = read_reports(write("one.md", TEXT)).reports
    assert report.text == TEXT
    assert report.headline.of(TEXT) == "Crack closes north quay"
    assert (report.outlet, report.published.value) == ("Lenna Courier", "2031-05-06")
    assert report.published.source is DateSource.METADATA
    assert [(link.span.of(TEXT), link.url) for link in report.links] == [
        ("said Ilse Marant", "https://courier.example/marant")
    ]
    assert report.parts_of(PartKind.FURNITURE)[0].span.of(TEXT).startswith("---")
