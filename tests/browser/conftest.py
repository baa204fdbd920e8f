"""A headless Chromium, and the demo story's page to open in it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.install import find_chromium, why_not
from whence import read, trace
from whence.options import Options
from whence.show import render_html


@pytest.fixture(scope="session")
def browser():
    path = find_chromium()
    if path is None:
        pytest.skip(why_not() or "Chromium is missing")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=arguments)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def demo_page_file(tmp_path_factory) -> Path:
    folder = Path(__file__).parents[2] / "src" / "whence" / "demo"
    story = trace(read(folder), options=Options(extractor="rules"))
    path = tmp_path_factory.mktemp("page") / "demo.html"
    path.write_text(render_html(story), encoding="utf-8")
    return path


@pytest.fixture
def open_page(browser: Browser, demo_page_file: Path):
    """Opens the demo page; gives it with the errors that its console showed and its requests."""
    contexts = []

    def opener(*, width: int = 1280, script: bool = True, dark: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
        )
        contexts.append(context)
        page = context.new_page()
        page.problems = []
        page.asked = []
        page.on("console", lambda m: page.problems.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(demo_page_file.as_uri())
        return page

    yield opener
    for context in contexts:
        context.close()
