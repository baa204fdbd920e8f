"""Reads gold: what a person marked in a story, with characters in place of quoted words.

``gold.json`` holds offsets and is read as it is. ``gold.toml`` quotes the words of the reports
(see ``whence.score.words``) and lies beside the story's ``manifest.json``, which names the
reports. ``expected.toml`` has the same format with any part left out; a part that is given is
checked, and ``[[absent]]`` says what must not be found.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from whence.read import read_reports
from whence.score.marking import Marking
from whence.score.shapes import Gold
from whence.score.words import GoldError


class _Listed(msgspec.Struct, frozen=True, kw_only=True):
    """What gold needs of a report in a manifest."""

    id: str
    file: str


class _Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What gold needs of a manifest."""

    story: str
    reports: tuple[_Listed, ...]


#: Gold of which only the given parts are checked.
EXPECTED_FILE = "expected.toml"
#: Names of gold files, in the order in which a folder is searched for them.
GOLD_FILES = ("gold.json", "gold.toml", EXPECTED_FILE)


def find_gold(root: Path) -> tuple[Path, ...]:
    """The gold file of the root itself, and of every folder one or two levels below it."""
    folders = [root, *sorted(root.glob("*/")), *sorted(root.glob("*/*/"))]
    found: list[Path] = []
    for folder in folders:
        files = [folder / name for name in GOLD_FILES if (folder / name).is_file()]
        found.extend(files[:1])
    return tuple(dict.fromkeys(found))


def read_gold(path: Path, *, texts: Mapping[str, str] | None = None) -> Gold:
    """The gold of one file, ready to be scored.

    Args:
        path: A ``gold.json``, ``gold.toml`` or ``expected.toml``.
        texts: Text of each report by id; by default read from the files the manifest names.

    Raises:
        GoldError: if the file is broken or quotes words that its reports do not have.
    """
    try:
        return msgspec.convert(gold_values(path, texts=texts), Gold)
    except msgspec.ValidationError as error:
        raise GoldError(str(path), str(error)) from error


def gold_values(path: Path, *, texts: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The gold of one file as plain values in the shape of ``gold.json``, with offsets.

    Raises:
        GoldError: as in ``read_gold``.
    """
    if path.suffix == ".json":
        return _json_object(path)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise GoldError(str(path), f"no TOML: {error}") from error
    manifest = read_manifest(path.parent / "manifest.json")
    known = read_texts(path.parent, manifest) if texts is None else texts
    is_partial = path.name == EXPECTED_FILE
    return Marking(table, manifest, known, file=str(path), is_partial=is_partial).values()


def read_manifest(path: Path) -> dict[str, Any]:
    """The story's manifest as plain values.

    Raises:
        GoldError: if there is none beside the gold, or none by which gold can name reports.
    """
    if not path.is_file():
        raise GoldError(str(path), "no manifest beside the gold", "add manifest.json")
    manifest = _json_object(path)
    try:
        msgspec.convert(manifest, _Manifest)
    except msgspec.ValidationError as error:
        advice = "gold needs the story's name, and id and file of each report"
        raise GoldError(str(path), f"it does not fit ({error})", advice) from error
    return manifest


def _json_object(path: Path) -> dict[str, Any]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except msgspec.MsgspecError as error:
        raise GoldError(str(path), f"it is no JSON object ({error})") from error


def read_texts(folder: Path, manifest: Mapping[str, Any]) -> dict[str, str]:
    """The text of each report by id: a plain file as it stands, a page as reading it gives.

    Raises:
        GoldError: for a file that is not there or is no UTF-8.
    """
    texts: dict[str, str] = {}
    for report in manifest["reports"]:
        file = folder / report["file"]
        try:
            if file.suffix == ".txt":
                texts[report["id"]] = file.read_bytes().decode("utf-8")
            else:
                texts[report["id"]] = read_reports(file).reports[0].text
        except (OSError, UnicodeDecodeError) as error:
            raise GoldError(str(file), f"its text cannot be read ({error})") from error
    return texts
