"""The whole story as JSON, and the schema it follows."""

from typing import Any

import msgspec

from whence.model import UNWRITTEN, Story

SCHEMA_ID = "whence-story/1"


def render_json(story: Story) -> bytes:
    """The story as indented JSON in UTF-8, but for what serves the comparison alone.

    The same story gives the same bytes.
    """
    value = msgspec.to_builtins(story, order="deterministic")
    for extraction in value["extractions"]:
        for attribution in extraction["attributions"]:
            for name in UNWRITTEN:
                del attribution[name]
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def parse_story(data: bytes) -> Story:
    """The story that ``render_json`` wrote.

    Raises:
        msgspec.ValidationError: if it is not of this format.
    """
    return msgspec.json.decode(data, type=Story)


def story_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the story."""
    schema = msgspec.json.schema(Story)
    for name in UNWRITTEN:
        del schema["$defs"]["Attribution"]["properties"][name]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A story traced by Whence ({SCHEMA_ID})",
        **schema,
    }
