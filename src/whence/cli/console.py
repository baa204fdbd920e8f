"""What the user is told: results to standard output, all else to standard error."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import typer

from whence.errors import OutputError, WhenceError

INTERRUPTED: Final = 130
_OBEYED: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys in place of showing it: control characters but the end of a line, and marks
that turn the direction of what follows. Words of reports may hold them."""


class Console:
    """The terminal. Standard output carries results alone; messages go to standard error.

    Attributes:
        quiet: Say nothing but errors.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self._shown = 0

    def note(self, message: str) -> None:
        """Say something the user may want to know."""
        if not self.quiet:
            self.complain(message)

    def complain(self, message: str) -> None:
        """Say what failed."""
        self.clear()
        print(f"whence: {_printable(message, sys.stderr.encoding)}", file=sys.stderr)

    def progress(self, message: str) -> None:
        """Show how far the work is, on one line of a terminal; nothing elsewhere."""
        if self.quiet or not sys.stderr.isatty():
            return
        text = _printable(message, sys.stderr.encoding)[:78]
        print(f"\r{text:<{self._shown}}", end="", file=sys.stderr, flush=True)
        self._shown = len(text)

    def clear(self) -> None:
        """Take the progress line away."""
        if self._shown:
            print(f"\r{'':<{self._shown}}\r", end="", file=sys.stderr, flush=True)
            self._shown = 0

    def give(self, text: str) -> None:
        """Print a result for people."""
        self.clear()
        print(_printable(text, sys.stdout.encoding), end="", flush=True)

    def write(self, content: bytes, output: str) -> None:
        """Write a result, whole or not at all, to a file or (``-``) standard output.

        Raises:
            OutputError: if the place cannot be written.
        """
        self.clear()
        if output == "-":
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
            return
        path = Path(output)
        try:
            _replace(path, content)
        except OSError as error:
            raise unwritable(output, error) from error


def _replace(path: Path, content: bytes) -> None:
    """Write a file beside its place first, so that nobody ever sees half of it.

    What is no plain file (a terminal, ``/dev/null``) is written to and never replaced.
    """
    place = path.resolve()
    if place.exists() and not place.is_file():
        place.write_bytes(content)
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f".{place.name}.part")
    try:
        part.write_bytes(content)
        os.replace(part, place)
    finally:
        part.unlink(missing_ok=True)


def unwritable(output: str, error: OSError) -> OutputError:
    """The error for a place that cannot be written."""
    return OutputError(output, f"it cannot be written ({error.strerror or error})")


def is_debugging() -> bool:
    """Whether ``WHENCE_DEBUG`` asks for tracebacks in place of sentences."""
    return bool(os.environ.get("WHENCE_DEBUG"))


def guarded(work: Callable[[], int], *, console: Console) -> None:
    """Do the work of a command and leave with its exit status; no traceback reaches the user.

    An error that is none of ours is a fault in Whence: its kind is named, and the variable
    ``WHENCE_DEBUG`` shows where it comes from.

    Raises:
        typer.Exit: always, with the exit status.
    """
    try:
        status = work()
        sys.stdout.flush()
    except KeyboardInterrupt:
        console.clear()
        status = INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has read enough. Python would complain while closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except WhenceError as error:
        console.complain(str(error))
        status = 1
    except Exception as error:
        if is_debugging():
            raise
        console.complain(
            f"this is a fault in Whence ({type(error).__name__}); please report it, with what "
            "WHENCE_DEBUG=1 in the environment shows."
        )
        status = 1
    raise typer.Exit(status)


def _printable(text: str, encoding: str | None) -> str:
    """The text as the terminal can show it: no control characters, nothing its encoding lacks."""
    name = encoding or "utf-8"
    return _OBEYED.sub("\ufffd", text).encode(name, "replace").decode(name)
