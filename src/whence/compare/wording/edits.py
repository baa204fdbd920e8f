"""Every edit between two wordings of a quotation, named and graded."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from whence.compare.wording.folding import is_censored, is_oath
from whence.compare.wording.matching import Op, align, alike
from whence.compare.wording.meaning import (
    DENIALS,
    NEGATORS,
    changed_meaning,
    is_negative,
    lost_hedge,
    lost_scope,
)
from whence.compare.wording.proper_names import exchanged_name, exchanged_spelling
from whence.compare.wording.rules import rule_for
from whence.compare.wording.sides import Side
from whence.compare.wording.weights import is_content, stem
from whence.compare.wording.words import find_keyed_words, has_ellipsis
from whence.model import Edit, EditKind, Variation

_AUXILIARIES = frozenset(
    "have has had having be been being is are was were am do does did will would shall should "
    "'d 's can could may might".split()
)
_PAST = frozenset(
    "was were had did could would might should went came took gave saw knew thought found left "
    "kept held began brought bought caught told said paid sold sent spent lost met led fled fell "
    "felt ran stood heard meant won wrote spoke broke drove flew grew threw drew chose rose stole "
    "hid ate made got became built died shot struck".split()
)


class Edited(NamedTuple):
    """What naming gives: the edits in order, and every name that applies, gravest first."""

    edits: tuple[Edit, ...]
    variations: tuple[Variation, ...]


class Naming(NamedTuple):
    """The names of one run of changed words."""

    names: tuple[Variation, ...]
    is_marked: bool = False
    reason: str = ""
    is_flagged: bool = False
    """Whether the edit turns the sense, though its name alone would be allowed."""


def name_edits(base: Side, variant: Side) -> Edited:
    """The edits that make the variant from the base, and the names of all."""
    if not base.keys or not variant.keys:
        return Edited((), ())
    edits: list[Edit] = []
    found: set[Variation] = set()
    for op in _spelled(_without_edges(align(base.keys, variant.keys)), base, variant):
        naming = _name(op, base, variant) if op.kind is not EditKind.EQUAL else Naming(())
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
    ruled = Variation.MEANING_CHANGED if naming.is_flagged else name
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


def _name(op: Op, base: Side, variant: Side) -> Naming:
    if op.kind is EditKind.DELETED:
        return _name_deleted(op, base, variant)
    if op.kind is EditKind.INSERTED:
        return _name_inserted(op, base, variant)
    return _name_replaced(op, base, variant)


def _name_deleted(op: Op, base: Side, variant: Side) -> Naming:
    gone = base.cut(op.base)
    if all(base.words.bracketed[op.base[0] : op.base[1]]):
        return Naming((Variation.INSERTED,), is_marked=True, reason="brackets of the base left out")
    if op.variant[0] == 0:
        return _name_start(op, base, variant)
    if op.variant[1] == len(variant.words):
        return Naming((Variation.TRIMMED,), is_marked=has_ellipsis(variant.around()[1]))
    is_marked = has_ellipsis(variant.between(op.variant[0] - 1))
    if reason := changed_meaning(gone, ()):
        spliced = (Variation.SPLICED,) if len(gone) > 2 else ()
        return Naming((Variation.MEANING_CHANGED, *spliced), is_marked=is_marked, reason=reason)
    if is_marked or any(is_content(key) for key in gone) or len(gone) > 2:
        return Naming((Variation.SPLICED,), is_marked=is_marked)
    if all(key in _AUXILIARIES for key in gone):
        return Naming((Variation.TENSE,))
    return Naming((Variation.REWORDED,))


def _name_start(op: Op, base: Side, variant: Side) -> Naming:
    is_marked = has_ellipsis(variant.around()[0])
    numbers = range(op.base[0], op.base[1])
    between = [base.between(number) for number in numbers]
    governed = lost_scope(base.cut(op.base), between)
    if governed and not _is_negated_before(variant):
        names = (Variation.MEANING_CHANGED, Variation.TRIMMED)
        return Naming(names, is_marked=is_marked, reason=f"what {governed!r} governed stands alone")
    if hedge := lost_hedge(base.cut(op.base), between):
        reason = f"hedge cut off: {hedge}"
        return Naming((Variation.TRIMMED,), is_marked=is_marked, reason=reason, is_flagged=True)
    return Naming((Variation.TRIMMED,), is_marked=is_marked)


def _is_negated_before(side: Side) -> bool:
    """Whether the reporter's own words right before a fragment keep its refusal.

    "… told them not to take “any money”": the "don't" of the whole quotation is still there.
    """
    start = side.words.spans[0].start
    before = find_keyed_words(side.text[max(0, start - 60) : start]).keys[-6:]
    return any(key in NEGATORS or key in DENIALS for key in before)


def _name_inserted(op: Op, base: Side, variant: Side) -> Naming:
    come = variant.cut(op.variant)
    if all(variant.words.bracketed[op.variant[0] : op.variant[1]]):
        return Naming((Variation.INSERTED,), is_marked=True)
    if reason := changed_meaning((), come):
        return Naming((Variation.MEANING_CHANGED,), reason=reason)
    if all(key in _AUXILIARIES for key in come):
        return Naming((Variation.TENSE,))
    return Naming((Variation.REWORDED,))


def _name_replaced(op: Op, base: Side, variant: Side) -> Naming:
    gone, come = base.cut(op.base), variant.cut(op.variant)
    if alike(gone, come) or exchanged_spelling(op, base, variant):
        is_same = [base.printed(n) for n in range(*op.base)] == [
            variant.printed(n) for n in range(*op.variant)
        ]
        return Naming(()) if is_same else Naming((Variation.SPELLING,))
    if all(variant.words.bracketed[op.variant[0] : op.variant[1]]):
        return Naming((Variation.INSERTED,), is_marked=True)
    if _is_censored(op, base, variant):
        if is_negative(gone) == is_negative(come):
            return Naming((Variation.CENSORED,), is_marked=True)
        names = (Variation.MEANING_CHANGED, Variation.CENSORED)
        return Naming(names, is_marked=True, reason=changed_meaning(gone, come))
    reason = _turn(op, base, variant) or exchanged_name(op, base, variant)
    if reason:
        rest = [key for key in come if key not in NEGATORS and key not in gone]
        names = (Variation.MEANING_CHANGED, *((Variation.REWORDED,) if rest else ()))
        return Naming(names, reason=reason)
    if _is_tense(gone, come):
        return Naming((Variation.TENSE,))
    is_marked = has_ellipsis(variant.between(op.variant[0] - 1)) or has_ellipsis(
        variant.between(op.variant[1] - 1)
    )
    if len(gone) >= len(come) + 4 or is_marked:
        return Naming((Variation.REWORDED, Variation.SPLICED), is_marked=is_marked)
    return Naming((Variation.REWORDED,))


LONGEST_TURN = 8
"""Words; in a longer exchange only what stands beside the equal words is asked for its sense."""


def _turn(op: Op, base: Side, variant: Side) -> str:
    """How an exchange turns the sense; a long one is another sentence, not a turned one."""
    gone, come = base.cut(op.base), variant.cut(op.variant)
    if max(len(gone), len(come)) <= LONGEST_TURN:
        return changed_meaning(gone, come)
    if op.base[0] == 0 or op.variant[0] == 0:
        return changed_meaning(gone[-3:], come[-3:])
    if op.base[1] == len(base.keys) or op.variant[1] == len(variant.keys):
        return changed_meaning(gone[:3], come[:3])
    return ""


def _is_censored(op: Op, base: Side, variant: Side) -> bool:
    hidden = [is_censored(variant.surface(n)) for n in range(*op.variant)]
    shown = [is_censored(base.surface(n)) for n in range(*op.base)]
    oaths = any(is_oath(key) for key in (*base.cut(op.base), *variant.cut(op.variant)))
    return any(hidden) or any(shown) or (oaths and any(variant.words.bracketed[slice(*op.variant)]))


def _is_tense(gone: Sequence[str], come: Sequence[str]) -> bool:
    """Whether two runs hold the same verbs in another tense, helping verbs apart."""
    a = [key for key in gone if key not in _AUXILIARIES]
    b = [key for key in come if key not in _AUXILIARIES]
    if [stem(key) for key in a] != [stem(key) for key in b]:
        return False
    if not a:
        return True
    changed = [pair for pair in zip(a, b, strict=True) if pair[0] != pair[1]]
    helped = sorted(key for key in gone if key in _AUXILIARIES) != sorted(
        key for key in come if key in _AUXILIARIES
    )
    return helped or all(_is_past(x) != _is_past(y) for x, y in changed)


def _is_past(key: str) -> bool:
    return key in _PAST or key.endswith("ed")
