"""``whence extract``: findings of each report by itself, one line each, as they come."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from whence.cli.console import Console, is_debugging, unwritable
from whence.cli.counting import CountedExtractor
from whence.cli.places import check_folders, check_place
from whence.extract import extract, in_turn, pick_extractor, with_marks
from whence.extract.interface import Extractor
from whence.model import UNWRITTEN, Attribution, Extraction, Notice, Report
from whence.options import Options
from whence.read import read_each


def run_extract(
    inputs: list[str], *, output: str | None, options: Options, console: Console
) -> int:
    """Write one line for each report in the order given; gives the exit status.

    A report that cannot be read, or that an error of ours stops, is named on standard error and
    has no line; the others are all there, and the status is 1.
    """
    finder = CountedExtractor(pick_extractor(options), total=0, console=console)

    def make(read: Report | Notice) -> bytes | str:
        return _line_or_complaint(read, finder, options)

    complaints: list[str] = []
    with _opened(output or "-", inputs) as stream:

        def give(made: bytes | str) -> None:
            if isinstance(made, str):
                console.complain(made)
                complaints.append(made)
            else:
                stream.write(made)
                stream.flush()

        in_turn(make, read_each(*inputs), give, extractor=finder)
    return 1 if complaints else 0


def _line_or_complaint(
    read: Report | Notice, extractor: Extractor, options: Options
) -> bytes | str:
    """The line of a report, or what is to be said in its place."""
    if isinstance(read, Notice):
        return read.message
    try:
        return _line(read.id, extract(read, extractor=extractor, options=options))
    except Exception as error:
        if is_debugging():
            raise
        return (
            f"{read.origin}: this report stopped Whence ({type(error).__name__}); it is left out, "
            "please report it."
        )


def _line(identity: str, found: Extraction) -> bytes:
    """One line: the outermost attributions, and apart from them those inside their contents."""
    attributions = [_written(attribution, found) for attribution in found.attributions]
    value = {
        "id": identity,
        "attributions": [held for held in attributions if held["nested_in"] is None],
        "nested": [held for held in attributions if held["nested_in"] is not None],
        "figures": found.figures,
        "timexes": found.timexes,
    }
    return msgspec.json.encode(value) + b"\n"


def _written(attribution: Attribution, found: Extraction) -> dict[str, Any]:
    """An attribution as it is written: its contents with the quotation marks at their edges."""
    marked = attribution.replace(content=with_marks(attribution.content, found.quotations))
    value: dict[str, Any] = msgspec.to_builtins(marked)
    for name in UNWRITTEN:
        del value[name]
    return value


@contextlib.contextmanager
def _opened(output: str, inputs: list[str]) -> Iterator[BinaryIO]:
    """The place to write to, opened before any work is done."""
    if output == "-":
        yield sys.stdout.buffer
        return
    check_place(output, inputs)
    check_folders(output, inputs)
    path = Path(output)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("wb")
    except OSError as error:
        raise unwritable(output, error) from error
    with stream:
        yield stream
