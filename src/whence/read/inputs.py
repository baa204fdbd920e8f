"""Files, folders, manifests and the standard input, one item for each report. Reads the disk."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from whence.read.encodings import decode
from whence.read.items import NOTHING, Failure, Form, Given, Item
from whence.read.manifests import Entry, Manifest, parse_manifest
from whence.read.records import parse_records

MANIFEST = "manifest.json"
LARGEST = 64 * 2**20
"""Bytes of one report. News is a thousandth of it; more is a mistake, and would fill the memory."""
FORMS = {
    ".txt": Form.TEXT,
    ".md": Form.MARKDOWN,
    ".html": Form.PAGE,
    ".htm": Form.PAGE,
}


def find_items(*inputs: str | Path, stdin: BinaryIO | None = None) -> Iterator[Item | Failure]:
    """Every report of the inputs in order, and a failure for each that cannot be had.

    A folder gives its files sorted by name, the folders in it too; one that holds a
    ``manifest.json`` gives what that names. Nothing is held but the item at hand.

    Args:
        inputs: Files, folders, manifests, or ``-``.
        stdin: Where ``-`` is read from; the process's own standard input by default.
    """
    for given in inputs:
        if str(given) == "-":
            yield from _standard_input(stdin or sys.stdin.buffer)
            continue
        path = Path(given)
        if path.is_dir():
            yield from _folder(path)
        else:
            yield from _file(path)


def slug_of(*inputs: str | Path) -> str:
    """A name for the story of these inputs: the manifest's, the folder's or the first file's."""
    for given in inputs:
        path = Path(given)
        manifest = path / MANIFEST if path.is_dir() else path
        if manifest.suffix.lower() == ".json" and manifest.is_file():
            content = _load(manifest)
            if not isinstance(content, Failure):
                read = parse_manifest(decode(content).text, where=str(manifest))
                if isinstance(read, Manifest) and read.story:
                    return read.story
            return manifest.resolve().parent.name
    if not inputs or str(inputs[0]) == "-":
        return "story"
    first = Path(inputs[0])
    return first.resolve().name if first.is_dir() else first.stem


def _standard_input(stdin: BinaryIO) -> Iterator[Item | Failure]:
    content = stdin.read(LARGEST + 1)
    if len(content) > LARGEST:
        yield _too_large("-")
        return
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith(b"{"):
        yield Item(origin="-", content=content, path=("stdin",))
        return
    text = decode(content).text
    manifest = parse_manifest(text, where="-")
    if isinstance(manifest, Manifest):
        yield from _entries(manifest, Path(), where="-")
    else:
        yield from parse_records(text.split("\n"), where="-")


def _folder(folder: Path) -> Iterator[Item | Failure]:
    found = False
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if MANIFEST in files:
            folders.clear()
            files = [MANIFEST]
        for name in sorted(files):
            path = Path(place, name)
            if name == MANIFEST or _is_report(path):
                found = True
                yield from _file(path, above=path.relative_to(folder).parts[:-1])
    if not found:
        yield Failure(
            kind="no-reports",
            where=str(folder),
            problem="the folder holds no reports",
            advice="reports are files in .txt, .md, .html, .htm or .jsonl",
        )


def _is_report(path: Path) -> bool:
    suffix = path.suffix.lower()
    return not path.name.startswith(".") and (suffix in FORMS or suffix == ".jsonl")


def _file(
    path: Path, *, above: tuple[str, ...] = (), given: Given = NOTHING
) -> Iterator[Item | Failure]:
    suffix = path.suffix.lower()
    content = _load(path)
    if isinstance(content, Failure):
        yield content
    elif suffix == ".json":
        manifest = parse_manifest(decode(content).text, where=str(path))
        if isinstance(manifest, Manifest):
            yield from _entries(manifest, path.parent, where=str(path))
        else:
            yield manifest
    elif suffix == ".jsonl":
        yield from parse_records(decode(content).text.split("\n"), where=str(path))
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
        if path.suffix.lower() in (".json", ".jsonl") or path.is_dir():
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
        if path.stat().st_size > LARGEST:
            return _too_large(where)
        return path.read_bytes()
    except FileNotFoundError:
        return Failure(
            kind="missing-file",
            where=where,
            problem="there is no such file",
            advice="look at the name and the folder",
        )
    except PermissionError:
        return Failure(kind="unreadable", where=where, problem="you may not read this file")
    except (OSError, ValueError) as error:
        return Failure(
            kind="unreadable",
            where=where,
            problem=f"it cannot be read ({getattr(error, 'strerror', None) or error})",
        )


def _too_large(where: str) -> Failure:
    return Failure(
        kind="too-large",
        where=where,
        problem=f"it is larger than {LARGEST // 2**20} MB, which no report is",
        advice="give one report a file, or one a line in .jsonl",
    )
