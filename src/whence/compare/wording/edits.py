"""Every edit between two wordings of a quotation, named and graded."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from whence.compare.wording.matching import Op, align, alike
from whence.compare.wording.naming import Naming, name_run
from whence.compare.wording.rules import rule_for
from whence.compare.wording.sides import Side
from whence.model import Edit, EditKind, Variation


class Edited(NamedTuple):
    """What naming gives: the edits in order, and every name that applies, gravest first."""

    edits: tuple[Edit, ...]
    variations: tuple[Variation, ...]


def name_edits(base: Side, variant: Side) -> Edited:
    """The edits that make the variant from the base, and the names of all."""
    if not base.keys or not variant.keys:
        return Edited((), ())
    edits: list[Edit] = []
    found: set[Variation] = set()
    for op in _spelled(_without_edges(align(base.keys, variant.keys)), base, variant):
        naming = name_run(op, base, variant) if op.kind is not EditKind.EQUAL else Naming(())
        found.update(naming.names)
        edits.append(_edit(op, naming, base, variant))
    return Edited(tuple(edits), gravest_first(found))


def tell_edits(base: Side, variant: Side) -> Edited:
    """The changed runs of a wording that is told and not quoted: all are paraphrase.

    Only spelling is spelling here too.
    """
    if not base.keys or not variant.keys:
        return Edited((), ())
    if base.keys == variant.keys or alike(base.keys, variant.keys):
        return name_edits(base, variant)
    naming = Naming((Variation.PARAPHRASE,))
    ops = align(base.keys, variant.keys)
    unchanged = Naming(())
    edits = (
        _edit(op, unchanged if op.kind is EditKind.EQUAL else naming, base, variant) for op in ops
    )
    return Edited(tuple(edits), (Variation.PARAPHRASE,))


GRAVITY = (
    Variation.MEANING_CHANGED,
    Variation.REATTRIBUTED,
    Variation.QUOTE_PROMOTED,
    Variation.PARAPHRASE,
    Variation.REWORDED,
    Variation.TENSE,
    Variation.CENSORED,
    Variation.INSERTED,
    Variation.SPLICED,
    Variation.TRIMMED,
    Variation.MISQUOTED_SOURCE,
    Variation.MERGED,
    Variation.SPLIT,
    Variation.SPELLING,
    Variation.IDENTICAL,
)
"""Names of edits, the gravest first."""


def gravest_first(names: Iterable[Variation]) -> tuple[Variation, ...]:
    """Names in order of gravity, each once."""
    there = set(names)
    return tuple(name for name in GRAVITY if name in there)


def _edit(op: Op, naming: Naming, base: Side, variant: Side) -> Edit:
    name = naming.names[0] if naming.names else None
    ruled = naming.ruled or name
    grade, rule = rule_for(ruled, is_marked=naming.is_marked) if ruled else (None, "")
    is_same = op.kind is EditKind.REPLACED and name is None
    return Edit(
        kind=EditKind.EQUAL if is_same else op.kind,
        base=base.span(op.base),
        variant=variant.span(op.variant),
        name=name,
        grade=grade,
        is_marked=naming.is_marked,
        reason=naming.reason,
        rule=rule,
    )


def _without_edges(ops: tuple[Op, ...]) -> list[Op]:
    """Much cut off at either end and little put there are two edits, not one exchange."""
    found: list[Op] = []
    for number, op in enumerate(ops):
        size = op.variant[1] - op.variant[0]
        if op.kind is not EditKind.REPLACED or 0 < number < len(ops) - 1:
            found.append(op)
            continue
        if op.base[1] - op.base[0] < size + 2 or len(ops) == 1:
            found.append(op)
            continue
        first, last = op.base
        near = (last - size, last) if number == 0 else (first, first + size)
        far = (first, last - size) if number == 0 else (first + size, last)
        put = Op(kind=EditKind.REPLACED, base=near, variant=op.variant)
        place = op.variant[0] if number == 0 else op.variant[1]
        cut = Op(kind=EditKind.DELETED, base=far, variant=(place, place))
        found.extend((cut, put) if number == 0 else (put, cut))
    return found


def _spelled(ops: Iterable[Op], base: Side, variant: Side) -> Iterator[Op]:
    """The runs, with equal runs cut where one word is printed in two ways."""
    for op in ops:
        if op.kind is not EditKind.EQUAL:
            yield op
            continue
        start = 0
        size = op.base[1] - op.base[0]
        for n in range(size):
            a, b = op.base[0] + n, op.variant[0] + n
            if base.printed(a) == variant.printed(b):
                continue
            if start < n:
                yield _part(op, start, n, EditKind.EQUAL)
            yield _part(op, n, n + 1, EditKind.REPLACED)
            start = n + 1
        if start < size:
            yield _part(op, start, size, EditKind.EQUAL)


def _part(op: Op, first: int, last: int, kind: EditKind) -> Op:
    return Op(
        kind=kind,
        base=(op.base[0] + first, op.base[0] + last),
        variant=(op.variant[0] + first, op.variant[0] + last),
    )
