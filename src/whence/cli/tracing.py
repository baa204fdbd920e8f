"""``whence trace``, ``whence demo`` and ``whence schema``."""

import json
import re
from collections.abc import Callable
from importlib import resources
from typing import Final

from whence.cli.console import Console, is_debugging
from whence.cli.counting import CountedExtractor
from whence.cli.formats import StoryFormat
from whence.cli.places import check_place
from whence.extract import pick_extractor
from whence.model import Reading, Story
from whence.options import Options
from whence.pipeline import trace
from whence.read import read_reports
from whence.show import render_eval, render_html, render_json, render_summary, story_schema

RENDERED: Final[dict[StoryFormat, Callable[[Story], bytes]]] = {
    StoryFormat.JSON: render_json,
    StoryFormat.EVAL: render_eval,
}
"""What is printed where no place is named; a page goes to a file and is told of."""


def run_trace(
    inputs: list[str],
    *,
    format: StoryFormat,
    output: str | None,
    options: Options,
    console: Console,
) -> int:
    """Trace the reports of the inputs and write the story; gives the exit status.

    What could not be read is named and the rest is traced; the status then is 1.
    """
    check_place(output, inputs)
    console.progress("Reading")
    reading = read_reports(*inputs)
    check_place(output, (report.origin for report in reading.reports))
    for failure in reading.failures:
        console.complain(failure.message)
    story = _traced(reading, options=options, console=console)
    stopped = [notice for notice in story.notices if notice.kind == "extract-failed"]
    for notice in stopped:
        console.complain(notice.message)
    _give(story, reading, format=format, output=output, console=console)
    return 1 if reading.failures or stopped else 0


def run_demo(*, output: str | None, options: Options, console: Console) -> int:
    """Trace the story that ships with Whence and write its page; gives the exit status."""
    with resources.as_file(resources.files("whence.demo")) as folder:
        reading = read_reports(folder)
        story = _traced(reading, options=options, console=console)
    _give(story, reading, format=StoryFormat.HTML, output=output, console=console)
    return 0


def run_schema(*, output: str | None, console: Console) -> int:
    """Write the JSON Schema of a story; gives the exit status."""
    content = json.dumps(story_schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    console.write(content.encode(), output or "-")
    return 0


def _traced(reading: Reading, *, options: Options, console: Console) -> Story:
    finder = CountedExtractor(pick_extractor(options), total=len(reading.reports), console=console)
    return trace(reading, options=options, extractor=finder, keep_going=not is_debugging())


def _give(
    story: Story, reading: Reading, *, format: StoryFormat, output: str | None, console: Console
) -> None:
    if format is StoryFormat.HTML:
        place = output or f"whence-{_file_name(story.slug)}.html"
        console.progress("Writing the page")
        console.write(render_html(story).encode(), place)
        if place != "-" and not console.quiet:
            console.give(f"Page: {place}\n\n{render_summary(story)}")
        return
    console.write(RENDERED[format](story), output or "-")
    for notice in reading.notices:
        console.note(notice.message)


def _file_name(slug: str) -> str:
    """The slug as a file name that every system takes."""
    return re.sub(r"[^\w-]+", "-", slug).strip("-")[:60] or "story"
