"""Reports as JSON lines: one object a line, with ``id`` and ``text``."""

from collections.abc import Iterable, Iterator

import msgspec

from whence.model import Value
from whence.read.encodings import decode
from whence.read.items import Failure, Form, Given, Item
from whence.read.manifests import lower_first, parse_json


class Record(Value, frozen=True, kw_only=True):
    """One report of a file of JSON lines; everything but ``text`` is optional."""

    text: str
    id: str | int | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None


def parse_records(lines: Iterable[bytes | Failure], *, where: str) -> Iterator[Item | Failure]:
    """The report of every line in order; a line that holds none gives a failure, not an end.

    Lines are taken one by one, so that a file of any length can be read.
    """
    found = False
    for number, line in enumerate(lines, start=1):
        if isinstance(line, Failure):
            found = True
            yield line.replace(line=number, column=1)
        elif line.strip():
            found = True
            yield _parse_record(line, where=where, number=number)
    if not found:
        yield Failure(kind="empty", where=where, problem="it is empty", advice="leave it out")


def is_record(line: bytes) -> bool:
    """Whether a line holds a report by itself, rather than the beginning of a longer JSON."""
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    value = parse_json(decode(line).text, where="")
    return isinstance(value, dict) and "text" in value


def _parse_record(line: bytes, *, where: str, number: int) -> Item | Failure:
    decoded = decode(line)
    value = parse_json(decoded.text.rstrip("\r\n"), where=where, line=number)
    if isinstance(value, Failure):
        return value
    try:
        record = msgspec.convert(value, Record)
    except msgspec.ValidationError as error:
        return Failure(
            kind="bad-record",
            where=where,
            problem=f"the line holds no report ({lower_first(str(error))})",
            advice='a line reads {"id": "r1", "text": "..."}',
            line=number,
            column=1,
        )
    return Item(
        origin=f"{where}:{number}",
        content=record.text,
        guessed_encoding=decoded.encoding if decoded.is_guessed else "",
        form=Form.TEXT,
        path=(f"line{number}",),
        given=Given(
            id=f"line{number}" if record.id in (None, "") else str(record.id),
            outlet=record.outlet,
            date=record.date,
            url=record.url,
        ),
    )
