"""What a run of changed words is called."""

from collections.abc import Sequence
from typing import NamedTuple

from whence.compare.wording.folding import is_censored, is_oath
from whence.compare.wording.matching import Op, alike
from whence.compare.wording.meaning import (
    DENIALS,
    NEGATORS,
    changed_meaning,
    is_negative,
    lost_hedge,
    lost_scope,
)
from whence.compare.wording.proper_names import exchanged_name, exchanged_spelling
from whence.compare.wording.sides import Side
from whence.compare.wording.weights import is_content, stem
from whence.compare.wording.words import find_keyed_words, has_ellipsis
from whence.model import EditKind, Variation

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


class Naming(NamedTuple):
    """The names of one run of changed words."""

    names: tuple[Variation, ...]
    is_marked: bool = False
    reason: str = ""
    ruled: Variation | None = None
    """Whose rule it falls under, where its name alone would be allowed."""


def name_run(op: Op, base: Side, variant: Side) -> Naming:
    """The names of a changed run, and what it turns."""
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
    left_out = _name_left_out(gone, is_marked=is_marked)
    if reason := _lost_inside(op, base):
        cut = left_out.names if len(gone) > 2 else ()
        return Naming((Variation.MEANING_CHANGED, *cut), is_marked=is_marked, reason=reason)
    return left_out


def _name_left_out(gone: Sequence[str], *, is_marked: bool) -> Naming:
    """Words left out inside a sentence: marked, it is trimmed; otherwise its parts are spliced."""
    if is_marked:
        return Naming((Variation.TRIMMED,), is_marked=True)
    if len(gone) > 2:
        return Naming((Variation.SPLICED,))
    if any(is_content(key) for key in gone):
        return Naming((Variation.TRIMMED,), ruled=Variation.SPLICED)
    if all(key in _AUXILIARIES for key in gone):
        return Naming((Variation.TENSE,))
    return Naming((Variation.REWORDED,))


def _lost_inside(op: Op, base: Side) -> str:
    """What turns when words inside a sentence are left out.

    Of a long omission only a negation right beside the words that stay is asked: a clause that
    goes as a whole takes its own negation along.
    """
    gone = base.cut(op.base)
    if len(gone) <= 3:
        return changed_meaning(gone, ())
    edges = (
        (gone[:2], base.between(op.base[0] - 1) + base.between(op.base[0])),
        (gone[-2:], base.between(op.base[1] - 2) + base.between(op.base[1] - 1)),
    )
    for keys, marks in edges:
        if not any(mark in marks for mark in ",;:.—–") and is_negative(keys):
            return "negation lost"
    return ""


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
        return Naming(
            (Variation.TRIMMED,),
            is_marked=is_marked,
            reason=reason,
            ruled=Variation.MEANING_CHANGED,
        )
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
    if is_marked:
        return Naming((Variation.REWORDED, Variation.TRIMMED), is_marked=True)
    if len(gone) >= len(come) + 4:
        return Naming((Variation.REWORDED, Variation.SPLICED))
    return Naming((Variation.REWORDED,))


LONGEST_TURN = 8
"""Words; in a longer exchange only what stands beside the equal words is asked for its sense."""


def _turn(op: Op, base: Side, variant: Side) -> str:
    """How an exchange turns the sense; a long one is another sentence, not a turned one."""
    gone, come = base.cut(op.base), variant.cut(op.variant)
    is_edge = op.base[0] == 0 or op.base[1] == len(base.keys)
    if max(len(gone), len(come)) <= LONGEST_TURN:
        reason = changed_meaning(gone, come)
        return "" if is_edge and reason.startswith("hedge") else reason
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
