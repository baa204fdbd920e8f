"""Reports as JSON lines: one object a line, with ``id`` and ``text``."""

from collections.abc import Iterable, Iterator

import msgspec

from whence.model import Value
from whence.read.items import Failure, Form, Given, Item
from whence.read.manifests import parse_json


class Record(Value, frozen=True, kw_only=True):
    """One report of a file of JSON lines; everything but ``text`` is optional."""

    text: str
    id: str | int | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None


def parse_records(lines: Iterable[str], *, where: str) -> Iterator[Item | Failure]:
    """The report of every line in order; a line that holds none gives a failure, not an end."""
    found = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        found = True
        value = parse_json(line, where=where, line=number)
        if isinstance(value, Failure):
            yield value
            continue
        try:
            record = msgspec.convert(value, Record)
        except msgspec.ValidationError as error:
            yield Failure(
                kind="bad-record",
                where=where,
                problem=f"the line holds no report ({error})",
                advice='a line reads {"id": "r1", "text": "..."}',
                line=number,
                column=1,
            )
            continue
        yield _item(record, where=where, number=number)
    if not found:
        yield Failure(kind="empty", where=where, problem="the file is empty")


def _item(record: Record, *, where: str, number: int) -> Item:
    identity = f"line{number}" if record.id is None else str(record.id)
    return Item(
        origin=f"{where}:{number}",
        content=record.text,
        form=Form.TEXT,
        given=Given(id=identity, outlet=record.outlet, date=record.date, url=record.url),
    )
