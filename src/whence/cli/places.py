"""Where results go: never over what they are made from."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from whence.errors import OutputError
from whence.read import is_read_in_folders

_LINE: Final = re.compile(r":\d+$")


def check_place(output: str | None, inputs: Iterable[str]) -> None:
    """Refuse a place that is a folder, or an input itself, before any work is done.

    Args:
        output: Where to write.
        inputs: What is read: files, or lines of them (``reports.jsonl:3``).

    Raises:
        OutputError: if the place is a folder or one of them.
    """
    if output is None or output == "-":
        return
    if output.endswith("/") or Path(output).is_dir():
        raise OutputError(output, "it cannot be written (it is a folder)", "name a file in it")
    if not Path(output).exists():
        return
    for given in inputs:
        other = Path(_LINE.sub("", given))
        if other.exists() and other.samefile(output):
            raise OutputError(output, "it is one of the inputs", "choose another place")


def check_folders(output: str, inputs: Iterable[str]) -> None:
    """Refuse a place that would be read as a report of an input folder while it is written.

    Raises:
        OutputError: if it would.
    """
    place = Path(output).resolve()
    for given in inputs:
        if Path(given).resolve() in place.parents and is_read_in_folders(place):
            raise OutputError(output, f"it would be read as a report of {given}", "write elsewhere")
