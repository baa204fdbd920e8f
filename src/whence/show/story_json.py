"""The whole story as JSON, and the schema it follows."""

from typing import Any

import msgspec

from whence.model import Story

SCHEMA_ID = "whence-story/1"


def render_json(story: Story) -> bytes:
    """The story as indented JSON in UTF-8; the same story gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(story, order="deterministic"), indent=2) + b"\n"


def parse_story(data: bytes) -> Story:
    """The story that ``render_json`` wrote.

    Raises:
        msgspec.ValidationError: if it is not of this format.
    """
    return msgspec.json.decode(data, type=Story)


def story_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the story."""
    schema = msgspec.json.schema(Story)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A story traced by Whence ({SCHEMA_ID})",
        **schema,
    }
