"""From raw items to reports: the front door of reading."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from whence.errors import InputError
from whence.model import Notice, Reading, Report
from whence.read.contents import sound_name
from whence.read.finishing import finish
from whence.read.inputs import find_items, slug_of
from whence.read.items import NOTHING, Failure, Item


def read_reports(*inputs: str | Path, stdin: BinaryIO | None = None) -> Reading:
    """The reports of a story, sorted by id, and what could not be read, one sentence each.

    The order in which inputs are named changes nothing; a file that is named twice is read once.

    Args:
        inputs: Files (``.txt``, ``.md``, ``.html``, ``.htm``, ``.jsonl``), folders, manifests,
            or ``-`` for the standard input.
        stdin: Where ``-`` is read from instead of the process's own standard input.

    Raises:
        InputError: if no report at all could be read.
    """
    items: list[Item] = []
    failures: list[Failure] = []
    seen: set[str] = set()
    for found in find_items(*dict.fromkeys(sorted(map(str, inputs))), stdin=stdin):
        if isinstance(found, Failure):
            failures.append(found)
        elif found.origin not in seen or found.given != NOTHING:
            items.append(found)
            seen.add(found.origin)
    reports: dict[str, Report] = {}
    for identity, item in zip(_identities(items), items, strict=True):
        read = finish(item, identity=identity)
        if isinstance(read, Failure):
            failures.append(read)
        elif identity in reports:
            failures.append(_twice(identity, item, reports[identity]))
        else:
            reports[identity] = read
    if not reports:
        raise _nothing(failures)
    ordered = tuple(reports[identity] for identity in sorted(reports))
    return Reading(
        slug=slug_of(*inputs),
        reports=ordered,
        notices=tuple(notice for report in ordered for notice in report.notices),
        failures=tuple(notice_of(failure) for failure in failures),
    )


def read_each(*inputs: str | Path, stdin: BinaryIO | None = None) -> Iterator[Report | Notice]:
    """The reports one after the other in the order given, holding none; a notice for a failure.

    Ids may repeat: each report stands for itself.
    """
    for found in find_items(*inputs, stdin=stdin):
        read = (
            found if isinstance(found, Failure) else finish(found, identity=_identities([found])[0])
        )
        yield notice_of(read) if isinstance(read, Failure) else read


def notice_of(failure: Failure) -> Notice:
    """A failure as a notice that reads as one sentence."""
    return Notice(kind=failure.kind, message=str(error_of(failure)))


def error_of(failure: Failure) -> InputError:
    """A failure as the error to raise where nothing else could be read."""
    return InputError(
        "standard input" if failure.where == "-" else sound_name(failure.where),
        failure.problem,
        failure.advice,
        line=failure.line,
        column=failure.column,
    )


def _identities(items: list[Item]) -> list[str]:
    """An id for each item: the given one, else the file's name, longer where two files share it.

    The ids of files do not depend on their order.
    """
    given = [sound_name(item.given.id or "") for item in items]
    names = [
        name or sound_name(item.path[-1]) or "report"
        for name, item in zip(given, items, strict=True)
    ]
    for longer in (_with_folders, _with_suffix):
        taken: dict[str, int] = {}
        for name in names:
            taken[name] = taken.get(name, 0) + 1
        names = [
            name if known or taken[name] == 1 else longer(item, name)
            for item, name, known in zip(items, names, given, strict=True)
        ]
    return names


def _with_folders(item: Item, name: str) -> str:
    return "/".join(sound_name(step) for step in item.path)


def _with_suffix(item: Item, name: str) -> str:
    return name + item.suffix


def _twice(identity: str, item: Item, first: Report) -> Failure:
    return Failure(
        kind="duplicate-id",
        where=item.origin,
        problem=f'its id "{identity}" is taken by {first.origin}',
        advice="give each report an id of its own",
    )


def _nothing(failures: list[Failure]) -> InputError:
    if not failures:
        return InputError("input", "no report was named", "name files, folders or a manifest")
    error = error_of(failures[0])
    if len(failures) == 1:
        return error
    problem = f"{failures[0].problem}, and {len(failures) - 1} more could not be read either"
    return InputError(error.where, problem, error.advice, line=error.line, column=error.column)
