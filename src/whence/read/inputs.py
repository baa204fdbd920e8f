"""Files, folders, manifests and the standard input, one item for each report. Reads the disk."""

import codecs
import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from whence.read.contents import is_own_page
from whence.read.encodings import decode
from whence.read.items import NOTHING, Failure, Form, Given, Item
from whence.read.manifests import Entry, Manifest, parse_manifest
from whence.read.records import is_record, parse_records

MANIFEST = "manifest.json"
LARGEST = 64 * 2**20
"""Bytes of one report. News is a thousandth of it; more is a mistake, and would fill the memory."""
_OWN_PAGE = "own-page"
FORMS = {
    ".txt": Form.TEXT,
    ".md": Form.MARKDOWN,
    ".html": Form.PAGE,
    ".htm": Form.PAGE,
}


def find_items(*inputs: str | Path, stdin: BinaryIO | None = None) -> Iterator[Item | Failure]:
    """Every report of the inputs in order, and a failure for each that cannot be had.

    A folder gives its files sorted by name, the folders in it too; one that holds a
    ``manifest.json`` gives what that names. Pages that Whence wrote into it are passed over.
    Nothing is held but the item at hand.

    Args:
        inputs: Files, folders, manifests, or ``-``.
        stdin: Where ``-`` is read from; the process's own standard input by default.
    """
    for given in inputs:
        if str(given) == "-":
            yield from _standard_input(stdin or sys.stdin.buffer)
            continue
        path = Path(given)
        if os.path.isdir(path):
            yield from _folder(path)
        else:
            yield from _file(path)


def slug_of(*inputs: str | Path) -> str:
    """A name for the story of these inputs, in whatever order they are named.

    The manifest's, the folder's or the file's own name; for several files of one folder, that
    folder's; for several inputs else, the name that comes first in the alphabet.
    """
    paths = [Path(given) for given in inputs if str(given) != "-" and os.path.exists(given)]
    folders = {path.resolve().parent for path in paths}
    if len(paths) > 1 and len(folders) == 1 and all(path.suffix in FORMS for path in paths):
        return folders.pop().name or "story"
    names = sorted(_own_name(path) for path in paths)
    return names[0] if names else "story"


def _own_name(path: Path) -> str:
    manifest = path / MANIFEST if os.path.isdir(path) else path
    if manifest.suffix.lower() == ".json" and os.path.isfile(manifest):
        content = _load(manifest)
        if not isinstance(content, Failure):
            read = parse_manifest(decode(content).text, where=str(manifest))
            if isinstance(read, Manifest) and read.story:
                return read.story
        return manifest.resolve().parent.name
    return path.resolve().name if os.path.isdir(path) else path.stem


def _standard_input(stdin: BinaryIO) -> Iterator[Item | Failure]:
    """One text, one page, a manifest, or reports line by line: told from the first line."""
    first = stdin.readline(LARGEST)
    if is_record(first):
        yield from parse_records(itertools.chain([first], _lines(stdin, "-")), where="-")
        return
    content = first + stdin.read(LARGEST + 1 - len(first))
    if len(content) > LARGEST:
        yield _too_large("-")
    elif not first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield Item(origin="-", content=content, path=("stdin",))
    else:
        manifest = parse_manifest(decode(content).text, where="-")
        if isinstance(manifest, Manifest):
            yield from _entries(manifest, Path(), where="-")
        else:
            yield from parse_records(content.split(b"\n"), where="-")


def _lines(stream: BinaryIO, where: str) -> Iterator[bytes | Failure]:
    """The lines of a stream one by one; a line no report needs gives a failure and ends them."""
    while line := stream.readline(LARGEST + 1):
        if len(line) > LARGEST:
            yield _too_large(where)
            return
        yield line


def _records(path: Path) -> Iterator[Item | Failure]:
    where = str(path)
    try:
        with path.open("rb") as stream:
            start = stream.read(4)
            stream.seek(0)
            if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in start:
                text = decode(stream.read()).text
                lines: Iterator[bytes | Failure] = (
                    line.encode("utf-8", "replace") for line in text.split("\n")
                )
            else:
                lines = _lines(stream, where)
            yield from parse_records(lines, where=where)
    except OSError as error:
        yield _unreadable(where, error)


def _folder(folder: Path) -> Iterator[Item | Failure]:
    found = False
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if MANIFEST in files:
            folders.clear()
            files = [MANIFEST]
        for name in sorted(files):
            path = Path(place, name)
            if not is_read_in_folders(path) or path.is_fifo():
                continue
            for item in _file(path, above=path.relative_to(folder).parts[:-1]):
                if isinstance(item, Item) or item.kind != _OWN_PAGE:
                    found = True
                    yield item
    if not found:
        yield Failure(
            kind="no-reports",
            where=str(folder),
            problem="the folder holds no reports",
            advice="reports are files in .txt, .md, .html, .htm or .jsonl",
        )


def is_read_in_folders(path: Path) -> bool:
    """Whether a file is a report or a manifest by its name, as those of a folder must be."""
    suffix = path.suffix.lower()
    is_report = suffix in FORMS or suffix == ".jsonl"
    return path.name == MANIFEST or (is_report and not path.name.startswith("."))


def _file(
    path: Path, *, above: tuple[str, ...] = (), given: Given = NOTHING
) -> Iterator[Item | Failure]:
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        yield from _records(path)
        return
    content = _load(path)
    if isinstance(content, Failure):
        yield content
    elif suffix == ".json":
        manifest = parse_manifest(decode(content).text, where=str(path))
        if isinstance(manifest, Manifest):
            yield from _entries(manifest, path.parent, where=str(path))
        else:
            yield manifest
    elif is_own_page(content):
        yield Failure(
            kind=_OWN_PAGE,
            where=str(path),
            problem="it is a page that Whence wrote",
            advice="name the reports it was made from",
        )
    else:
        yield Item(
            origin=str(path),
            content=content,
            form=FORMS.get(suffix, Form.UNKNOWN),
            given=given,
            path=(*above, path.stem),
            suffix=suffix,
        )


def _entries(manifest: Manifest, folder: Path, *, where: str) -> Iterator[Item | Failure]:
    if not manifest.reports:
        yield Failure(kind="no-reports", where=where, problem="the manifest names no reports")
    for entry in manifest.reports:
        path = folder / entry.file
        if path.suffix.lower() in (".json", ".jsonl") or os.path.isdir(path):
            yield Failure(
                kind="bad-manifest",
                where=f"{where} names {entry.file}",
                problem="that is no single report",
                advice="name a text or a saved page",
            )
            continue
        for item in _file(path, given=_given(entry)):
            if isinstance(item, Failure):
                yield item.replace(where=f"{where} names {entry.file}")
            else:
                yield item


def _given(entry: Entry) -> Given:
    return Given(id=entry.id, outlet=entry.outlet, date=entry.date, url=entry.url)


def _load(path: Path) -> bytes | Failure:
    where = str(path)
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        return _unreadable(where, error)
    return _too_large(where) if len(content) > LARGEST else content


def _unreadable(where: str, error: OSError | ValueError) -> Failure:
    if isinstance(error, FileNotFoundError):
        return Failure(
            kind="missing-file",
            where=where,
            problem="there is no such file",
            advice="look at the name and the folder",
        )
    if isinstance(error, PermissionError):
        return Failure(kind="unreadable", where=where, problem="you may not read this file")
    reason = getattr(error, "strerror", None) or error
    return Failure(kind="unreadable", where=where, problem=f"it cannot be read ({reason})")


def _too_large(where: str) -> Failure:
    return Failure(
        kind="too-large",
        where=where,
        problem=f"it is larger than {LARGEST // 2**20} MB, which no report is",
        advice="give one report a file, or one a line in .jsonl",
    )
