"""Saved pages: what is text, what each paragraph is for, and what never gets in."""

from collections import Counter

import pytest
import trafilatura

from tests.unit.read.pages import BODY, DOUBT, LEAD, SAMPLES, SCHEMA, paragraphs
from whence.model import DateSource, MarkKind, PartKind
from whence.read import maintext
from whence.read.finishing import finish
from whence.read.items import Form, Given, Item


def page_of(markup, **given):
    report = finish(
        Item(origin="p.html", content=markup.encode(), form=Form.PAGE, given=Given(**given)),
        identity="p",
    )
    for part in report.parts:
        assert part.span.of(report.text).strip() == part.span.of(report.text) != ""
    for link in report.links:
        assert link.span.of(report.text).strip()
    return report


def words(report, kind):
    return [part.span.of(report.text) for part in report.parts_of(kind)]


def f1(found, wanted):
    found, wanted = Counter(found.split()), Counter(wanted.split())
    both = sum((found & wanted).values())
    return 2 * both / max(1, found.total() + wanted.total())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_body_is_at_least_as_right_as_that_of_trafilatura(sample):
    wanted = " ".join(sample.body)
    report = page_of(sample.markup)
    alone = trafilatura.extract(sample.markup, fast=True, include_comments=False) or ""
    mine = f1(" ".join(words(report, PartKind.BODY)), wanted)
    assert mine >= f1(alone, wanted)
    assert mine > 0.95


def test_a_page_with_metadata_gives_it_all():
    report = page_of(SCHEMA)
    text = report.text
    assert report.headline.of(text) == "North quay closed after crack is found"
    assert report.author.of(text) == "Tova Renn"
    assert report.outlet == "Lenna Courier"
    assert report.published.value == "2031-05-06T17:20+02:00"
    assert report.published.source is DateSource.METADATA
    assert report.url == "https://courier.example/2031/05/quay"
    assert words(report, PartKind.STANDFIRST) == [
        "Forty boats must land elsewhere until the wall is mended"
    ]
    assert words(report, PartKind.CAPTION) == [
        "The north quay at low tide. Photograph: Anders Holt/CPA"
    ]
    assert words(report, PartKind.BODY) == list(BODY)
    assert words(report, PartKind.CREDIT)[-1] == "© 2031 Lenna Courier. All rights reserved."
    assert [(link.span.of(text), link.url) for link in report.links] == [
        ("Tova Renn", "https://courier.example/staff/renn"),
        ("said Ilse Marant", "https://courier.example/people/marant"),
    ]


def test_a_broken_script_of_metadata_says_nothing():
    head = '<head><script type="application/ld+json">{"@type": "NewsArticle", </script></head>'
    report = page_of(f"<html>{head}<body><h1>Quay closed</h1>{paragraphs(*BODY)}</body></html>")
    assert (report.outlet, report.published) == (None, None)
    assert words(report, PartKind.BODY) == list(BODY)


def test_the_title_heads_a_page_without_a_heading():
    markup = f"<title>Quay closed | Lenna Courier</title><body>{paragraphs(*BODY)}</body>"
    report = page_of(markup)
    assert report.headline.of(report.text) == "Quay closed"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>alert('leak')</script>",
        "<SCRIPT SRC=x>leak</SCRIPT>",
        "<style>leak {}</style>",
        "<noscript>leak</noscript>",
        "<template>leak</template>",
        "<!-- leak -->",
        "<!--[if IE]><p>leak</p><![endif]-->",
        "<svg><script>leak</script><text>leak</text></svg>",
        "<iframe>leak</iframe>",
        "<p hidden>leak</p>",
        '<p style="display: none">leak</p>',
        '<div aria-hidden="true"><p>leak</p></div>',
        "<nav>leak</nav>",
        "<form><p>leak</p></form>",
        '<button onclick="leak()">leak</button>',
        "<?php echo 'leak' ?>",
    ],
)
def test_nothing_hidden_is_text(hidden):
    first, *rest = BODY
    cut = len(first) // 2
    body = f"<p>{first[:cut]}{hidden}{first[cut:]}</p>{hidden}{paragraphs(*rest)}"
    markup = f"<html><head><title>Quay{hidden}</title>{hidden}</head><body>{hidden}"
    report = page_of(
        f"{markup}<article><h1>Quay {hidden}closed</h1>{body}</article>{hidden}</body>"
    )
    assert "leak" not in report.text.replace("Quay" + hidden, "")
    assert DOUBT in report.text


def test_links_to_scripts_and_mail_are_no_links():
    markup = (
        f"<h1>Quay</h1><p>{LEAD} <a href='javascript:alert(1)'>one</a> <a href='mailto:a@b.c'>two"
        f"</a> <a href='#x'>three</a> <a href='http://[bad'>four</a> "
        f"<a href='https://a.example/'>five</a></p>{paragraphs(*BODY[1:])}"
    )
    report = page_of(markup)
    assert [link.url for link in report.links] == ["https://a.example/"]


def test_entities_are_characters_and_never_markup():
    report = page_of(
        f"<h1>Quay</h1><p>{LEAD} He typed &lt;script&gt;x&lt;/script&gt; &amp;amp; left &#8212; "
        f"at 5&nbsp;pm.</p>{paragraphs(*BODY[1:])}"
    )
    assert "He typed <script>x</script> &amp; left — at 5\u00a0pm." in report.text


@pytest.mark.parametrize(
    "nested",
    [
        "<div>" * 50_000 + "{}",
        "<ul><li>" * 20_000 + "{}",
        "<b><i>" * 30_000 + "<p>{}</p>",
        "<table><tr><td>" * 5_000 + "{}",
        "<blockquote>" * 40_000 + "{}" + "</blockquote>" * 40_000,
    ],
)
def test_nesting_hides_no_text(nested):
    report = page_of(nested.format(" ".join(BODY[:4])))
    assert LEAD in report.text


def test_an_element_of_very_many_attributes_is_left_to_our_own_reading(monkeypatch):
    """What trafilatura takes grows with their square."""
    asked = []
    monkeypatch.setattr(maintext, "bare_extraction", lambda *_, **__: asked.append(1))
    many = " ".join(f"a{n}=x" for n in range(1000))
    report = page_of(f"<article {many}><p>{LEAD}</p><p>{DOUBT}</p></article>")
    assert words(report, PartKind.BODY) == [LEAD, DOUBT]
    assert asked == []


def test_markup_that_is_hardly_any_is_read_as_it_can_be():
    report = page_of(f"<p>{LEAD}<p>{DOUBT}</div></b><h2")
    assert LEAD in report.text
    assert DOUBT in report.text


def test_an_agency_in_the_markup_of_a_picture_is_a_photo_mark():
    figure = "<figure><img><figcaption>The quay. Photo: EPA</figcaption></figure>"
    report = page_of(f"<article><h1>Quay</h1>{figure}{paragraphs(*BODY)}</article>")
    assert [m.kind for m in report.agency_marks] in ([MarkKind.PHOTO], [])
    assert words(report, PartKind.CAPTION) == ["The quay. Photo: EPA"]


@pytest.mark.parametrize("title", ["Quay closed after crack", None])
def test_the_name_of_the_paper_is_no_headline(title):
    head = '<meta property="og:site_name" content="Lenna Courier">'
    head += f'<meta property="og:title" content="{title}">' if title else ""
    markup = f"""<html><head><title>Quay closed after crack | Lenna Courier</title>{head}</head>
    <body><h1>Lenna Courier</h1><article><h2>Quay closed after crack</h2>{paragraphs(*BODY)}
    </article></body></html>"""
    report = page_of(markup)
    assert report.headline.of(report.text) == "Quay closed after crack"
    assert [w for w in words(report, PartKind.BODY) if w in BODY] == list(BODY)


@pytest.mark.parametrize("name", ["author-post", "intro", "published", "summary", "image-credit"])
def test_a_class_on_the_whole_article_says_nothing_of_its_lines(name):
    markup = f'<h1>Quay closed</h1><div class="{name}">{paragraphs(*BODY)}</div>'
    assert words(page_of(markup), PartKind.BODY) == list(BODY)


def test_a_byline_that_is_a_paragraph_like_any_other_is_a_byline():
    report = page_of(f"<article><h1>Quay</h1><p>By Tova Renn</p>{paragraphs(*BODY)}</article>")
    assert report.author.of(report.text) == "Tova Renn"
    assert words(report, PartKind.BODY) == list(BODY)


def test_a_date_in_the_address_is_the_last_resort():
    markup = f"<h1>Quay closed</h1>{paragraphs(*BODY)}"
    report = page_of(markup, url="https://courier.example/2031/05/06/quay")
    assert (report.published.value, report.published.source) == ("2031-05-06", DateSource.ADDRESS)
    assert report.outlet == "courier.example"
