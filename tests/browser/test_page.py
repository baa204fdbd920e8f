"""The demo's page in a real browser: whole, offline, usable by keyboard, at every width."""

import pytest

pytestmark = pytest.mark.browser

SECTIONS = "stemma statements wordings figures timeline checks sources reports".split()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_sticks_out(open_page, width):
    page = open_page(width=width)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width


def test_all_sections_hold_something(open_page):
    page = open_page()
    for section in SECTIONS:
        assert len(page.locator(f"#{section}").inner_text()) > 60, section


def test_no_error_and_no_request(open_page):
    page = open_page()
    assert page.problems == []
    assert len(page.asked) == 1


def test_every_inner_link_has_its_target(open_page):
    page = open_page()
    missing = page.evaluate(
        """[...document.querySelectorAll('a[href^="#"]')]
             .map(a => a.getAttribute('href').slice(1))
             .filter(id => !document.getElementById(id))"""
    )
    assert missing == []


def test_ids_are_unique(open_page):
    page = open_page()
    twice = page.evaluate(
        """(() => { const seen = {}; document.querySelectorAll('[id]').forEach(
             e => { seen[e.id] = (seen[e.id] || 0) + 1; });
             return Object.keys(seen).filter(id => seen[id] > 1); })()"""
    )
    assert twice == []


def test_a_claim_leads_to_its_characters(open_page):
    page = open_page()
    page.locator("#statements .statement > details > summary").first.click()
    link = page.locator("#statements .statement a.ref:visible").first
    words = link.locator("q").inner_text()
    link.click()
    marked = page.evaluate(
        "[...document.querySelectorAll('.hit')].map(e => e.textContent).join('')"
    )
    assert marked.split()[:3] == words.split()[:3]


def test_reads_without_script(open_page):
    page = open_page(script=False)
    assert page.locator(".statement").count() > 3
    assert page.locator("article.report").count() == 8
    assert page.locator("svg.stemma").count() == 1


def test_filter_narrows_the_statements(open_page):
    page = open_page()
    page.fill("#filter", "no such words anywhere")
    assert page.locator("#statements > .statement:visible").count() == 0
    page.fill("#filter", "")
    assert page.locator("#statements > .statement:visible").count() > 3


def test_keyboard_reaches_the_statements(open_page):
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#statements"


def test_a_place_in_the_address_is_marked_and_nonsense_there_is_no_error(open_page):
    page = open_page()
    page.evaluate("location.hash = '#%'")
    link = page.locator("#statements a.ref").first.get_attribute("href")
    page.evaluate("hash => { location.hash = hash }", link)
    page.wait_for_selector(".hit")
    assert page.problems == []


def test_links_inside_drawings_are_no_part_of_a_picture(open_page):
    """What stands in an element of the role img is not read out."""
    page = open_page()
    assert page.locator("svg a").count() > 3
    assert page.locator('[role="img"] a').count() == 0


COLOURS = """(() => {
  const found = {};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode.textContent.trim(), holder = walker.currentNode.parentElement;
    if (!words || holder.closest("svg, script")) continue;
    let behind = holder;
    while (getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") {
      behind = behind.parentElement;
    }
    const pair = [getComputedStyle(holder).color, getComputedStyle(behind).backgroundColor];
    found[pair.join(" on ")] = [...pair, words.slice(0, 40)];
  }
  return Object.values(found);
})()"""


@pytest.mark.parametrize("dark", [False, True])
def test_all_words_are_legible_by_day_and_in_the_dark(open_page, dark):
    pairs = open_page(dark=dark).evaluate(COLOURS)
    assert len(pairs) > 8
    faint = [(fore, back, words) for fore, back, words in pairs if contrast(fore, back) < 4.5]
    assert faint == []


def contrast(a: str, b: str) -> float:
    """WCAG 2.1 contrast ratio of two ``rgb(…)`` colours."""

    def luminance(colour: str) -> float:
        parts = [int(p) / 255 for p in colour[4:-1].split(",")]
        red, green, blue = (
            p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_first_screen_says_who_is_repeated_on_how_many_origins(open_page):
    page = open_page()
    brief = page.locator(".brief")
    assert brief.bounding_box()["y"] + brief.bounding_box()["height"] < 900
    assert "1 origin" in " ".join(brief.inner_text().split())
    page.locator(".brief li a").first.click()
    assert page.locator(".statement:target").count() == 1


def test_a_box_of_the_stemma_brings_out_its_lines(open_page):
    page = open_page()
    page.locator("svg.stemma a").first.focus()
    own = page.locator("svg.stemma .line.on").count()
    assert 0 < own < page.locator("svg.stemma .line").count()


def test_the_filter_opens_what_is_folded(open_page):
    page = open_page()
    folded = page.locator("#statements details.more .statement")
    assert folded.locator("visible=true").count() == 0
    word = max(folded.first.locator("blockquote").text_content().split(), key=len)
    page.fill("#filter", word)
    assert folded.first.is_visible()
