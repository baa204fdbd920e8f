"""``whence score``: output against gold, as a table."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from whence.cli.console import Console
from whence.errors import InputError
from whence.score import (
    GoldText,
    SystemText,
    score_attributions,
    score_stories,
)

T = TypeVar("T")


def run_score_attributions(gold: Path, system: Path, *, console: Console) -> int:
    """Print precision, recall and F1 of every figure; gives the exit status."""
    score = score_attributions(_lines(gold, GoldText), _lines(system, SystemText))
    if not score.texts:
        raise InputError(str(gold), "it holds no gold")
    rows = [
        [name, *(f"{100 * value:.1f}" for value in (hits.precision, hits.recall, hits.f1))]
        for name, hits in score.rows.items()
    ]
    console.give(_table([["", "P", "R", "F1"], *rows]))
    if score.missing:
        console.complain(f"{system}: it lacks {score.missing} of {score.texts} texts of gold.")
    return 1 if score.missing else 0


def run_score_stories(gold: Path, system: Path, *, console: Console) -> int:
    """Print every figure for each story and in all; gives the exit status."""
    for folder in (gold, system):
        if not folder.is_dir():
            raise InputError(str(folder), "there is no such folder")
    table = score_stories(gold, system)
    if not table.stories:
        raise InputError(str(gold), "no folder in it holds gold")
    columns = table.columns()
    names = list(next(iter(columns.values())))
    rows = [[name, *(_share(columns[column][name]) for column in columns)] for name in names]
    console.give(_table([["", *columns], *rows]))
    for slug in table.missing:
        console.complain(f"{system}: it lacks {slug}.json, which counts as empty.")
    return 1 if table.missing else 0


def _lines(path: Path, kind: type[T]) -> Iterator[T]:
    decoder = msgspec.json.Decoder(kind)
    number = 0
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
            for line in stream:
                number += 1
                if line.strip():
                    yield decoder.decode(line)
    except OSError as error:
        raise InputError(str(path), f"it cannot be read ({error.strerror or error})") from error
    except msgspec.MsgspecError as error:
        raise InputError(
            str(path), f"the line does not fit ({error})", line=number, column=1
        ) from (error)


def _share(value: float | str | None) -> str:
    if value is None:
        return "-"
    return value if isinstance(value, str) else f"{100 * value:.1f}"


def _table(rows: list[list[str]]) -> str:
    """Rows in columns, the first to the left, the others to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        first, *rest = row
        cells = [f"{cell:>{width}}" for cell, width in zip(rest, widths[1:], strict=True)]
        lines.append("  ".join([f"{first:<{widths[0]}}", *cells]).rstrip())
    return "\n".join(lines) + "\n"
