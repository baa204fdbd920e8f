"""Shows a traced story: page, JSON, exchange format, a screenful of text."""

from whence.show.exchange import render_eval
from whence.show.page import render_html
from whence.show.story_json import parse_story, render_json, story_schema
from whence.show.summary import render_summary

__all__ = [
    "parse_story",
    "render_eval",
    "render_html",
    "render_json",
    "render_summary",
    "story_schema",
]
