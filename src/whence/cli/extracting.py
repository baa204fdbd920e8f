"""``whence extract``: findings of each report by itself, one line each, as they come."""

import contextlib
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from pathlib import Path
from typing import Any, BinaryIO, Final

import msgspec

from whence.cli.console import Console, is_debugging, unwritable
from whence.cli.places import check_folders, check_place
from whence.errors import ExtractorError
from whence.extract import extract, in_turn, pick_extractor, with_marks
from whence.extract.interface import Extractor, reads_at_once
from whence.model import UNWRITTEN, Attribution, Extraction, Notice, Report
from whence.options import Options
from whence.read import read_each

MUCH: Final = 100_000
"""Bytes of input from which on processes pay: what they gain, a sixth of the time, is lost on the
start of the second one below that."""
UNDER_WAY: Final = 4
"""Reports for each process: the next lies ready while the last is fetched."""

Read = Report | Notice


def run_extract(
    inputs: list[str], *, output: str | None, options: Options, console: Console
) -> int:
    """Write one line for each report in the order given; gives the exit status.

    A report that cannot be read, or that an error of ours stops, is named on standard error and
    has no line; the others are all there, and the status is 1. Much is read by several processes:
    Python does what is around the model on one core at a time.
    """
    complaints: list[str] = []
    with _opened(output or "-", inputs) as stream:

        def give(made: bytes | str) -> None:
            if isinstance(made, str):
                console.complain(made)
                complaints.append(made)
            else:
                stream.write(made)
                stream.flush()

        given = _counted(read_each(*inputs), console)
        processes = options.threads or min(2, os.cpu_count() or 1)
        if processes > 1 and _is_much(inputs):
            work = partial(_work_alone, options.replace(threads=1))
            with _processes(processes) as workers:
                in_turn(work, given, give, at_once=UNDER_WAY * processes, workers=workers)
        else:
            finder = pick_extractor(options)
            line = partial(_line_or_complaint, extractor=finder, options=options)
            in_turn(line, given, give, at_once=reads_at_once(finder))
    return 1 if complaints else 0


def _counted(reads: Iterable[Read], console: Console) -> Iterator[Read]:
    """What is read, and on a terminal how much of it."""
    for number, read in enumerate(reads, start=1):
        console.progress(f"Reading report {number}")
        yield read


def _is_much(inputs: list[str]) -> bool:
    """Whether files hold more than a few reports; what comes through a pipe is not known."""
    size = 0
    for path in map(Path, inputs):
        files = path.rglob("*") if path.is_dir() else (path,)
        for file in files:
            with contextlib.suppress(OSError):
                size += file.stat().st_size
            if size >= MUCH:
                return True
    return False


@contextlib.contextmanager
def _processes(number: int) -> Iterator[ProcessPoolExecutor]:
    """Processes to read with.

    Raises:
        ExtractorError: if they cannot be had, or one is ended from outside.
    """
    try:
        workers = ProcessPoolExecutor(number, initializer=_leave_interrupts)
    except (OSError, NotImplementedError) as error:
        raise ExtractorError(
            f"No processes can be started here ({error}); run this again with --threads 1."
        ) from error
    with workers:
        try:
            yield workers
        except BrokenProcessPool as error:
            raise ExtractorError(
                "A process that reads reports was ended from outside, perhaps for want of memory;"
                " run this again with --threads 1."
            ) from error


def _leave_interrupts() -> None:
    """Let the process that asked answer Control-C alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@cache
def _extractor_of(options: Options) -> Extractor:
    """The extractor of this process."""
    return pick_extractor(options)


def _work_alone(options: Options, read: Read) -> bytes | str:
    """What is to be written of one report, by a process that keeps its extractor."""
    return _line_or_complaint(read, extractor=_extractor_of(options), options=options)


def _line_or_complaint(read: Read, *, extractor: Extractor, options: Options) -> bytes | str:
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
