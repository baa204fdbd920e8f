"""A manifest: which files make up a story, with the outlet, date and address of each."""

import json

import msgspec

from whence.model import Value
from whence.read.items import Failure


class Entry(Value, frozen=True, kw_only=True):
    """One report of a manifest; everything but ``file`` is optional."""

    file: str
    id: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None


class Manifest(Value, frozen=True, kw_only=True):
    """A story's name and its reports."""

    story: str = ""
    reports: tuple[Entry, ...]


_SHAPE = 'a manifest reads {"story": "name", "reports": [{"file": "one.txt"}]}'


def parse_manifest(text: str, *, where: str) -> Manifest | Failure:
    """The manifest that a JSON text holds, or what is wrong with it and where."""
    value = parse_json(text, where=where)
    if isinstance(value, Failure):
        return value
    try:
        return msgspec.convert(value, Manifest)
    except msgspec.ValidationError as error:
        return Failure(
            kind="bad-manifest",
            where=where,
            problem=f"it is no manifest ({lower_first(str(error))})",
            advice=_SHAPE,
        )


def parse_json(text: str, *, where: str, line: int = 0) -> object:
    """The value that a JSON text holds, or a ``Failure`` with line and column.

    Args:
        text: The JSON.
        where: The file's name.
        line: The line of the file that the text is, if it is one line of many.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        return Failure(
            kind="bad-json",
            where=where,
            problem=f"the JSON is broken ({lower_first(error.msg)})",
            advice="mend it there" if not line else "that line is left out",
            line=line or error.lineno,
            column=error.colno,
        )
    except RecursionError:
        return Failure(
            kind="bad-json", where=where, problem="the JSON is nested too deeply", line=line
        )
    except ValueError:
        return Failure(
            kind="bad-json",
            where=where,
            problem="the JSON holds a number too long to be read",
            line=line,
        )


def lower_first(message: str) -> str:
    """A message of a parser as a clause of a sentence."""
    return message[:1].lower() + message[1:]
