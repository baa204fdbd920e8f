"""Every edit between two wordings of a quotation, named and graded."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from whence.compare.wording.folding import is_censored, is_oath
from whence.compare.wording.matching import Op, align, alike
from whence.compare.wording.meaning import NEGATORS, changed_meaning, is_negative, lost_scope
from whence.compare.wording.rules import rule_for
from whence.compare.wording.weights import is_content, stem
from whence.compare.wording.words import Words, has_ellipsis
from whence.model import Edit, EditKind, Span, Variation
from whence.text import fold_letters

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


class Side:
    """One of two wordings: its words, and the text they stand in."""

    def __init__(self, words: Words, text: str) -> None:
        self.words = words
        self.text = text

    @property
    def keys(self) -> tuple[str, ...]:
        """What the words are compared by."""
        return self.words.keys

    def cut(self, bounds: tuple[int, int]) -> tuple[str, ...]:
        """The keys of some words."""
        return self.words.keys[bounds[0] : bounds[1]]

    def surface(self, number: int) -> str:
        """A word as it is printed."""
        return self.words.spans[number].of(self.text)

    def printed(self, number: int) -> str:
        """A word as it is printed, but for case, accents and an editor's "[T]he"."""
        return fold_letters(self.surface(number)).replace("[", "").replace("]", "")

    def span(self, bounds: tuple[int, int]) -> Span | None:
        """From the first to the last of some words; None if there is none."""
        first, last = bounds
        if first >= last:
            return None
        return Span(self.words.spans[first].start, self.words.spans[last - 1].end)

    def between(self, number: int) -> str:
        """What stands between a word and the next, at most 40 characters."""
        if number < 0 or number + 1 >= len(self.words):
            return ""
        start = self.words.spans[number].end
        return self.text[start : min(self.words.spans[number + 1].start, start + 40)]

    def around(self) -> tuple[str, str]:
        """What stands just before the first and just after the last word."""
        first, last = self.words.spans[0].start, self.words.spans[-1].end
        return self.text[max(0, first - 7) : first], self.text[last : last + 7]


class Edited(NamedTuple):
    """What naming gives: the edits in order, and every name that applies, gravest first."""

    edits: tuple[Edit, ...]
    variations: tuple[Variation, ...]


class Naming(NamedTuple):
    """The names of one run of changed words."""

    names: tuple[Variation, ...]
    is_marked: bool = False
    reason: str = ""


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
    """The changed runs of a wording that is told and not quoted: all are paraphrase."""
    if base.keys == variant.keys or not base.keys or not variant.keys:
        return Edited((), ())
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
    grade, rule = rule_for(name, is_marked=naming.is_marked) if name else (None, "")
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
    governed = lost_scope(base.cut(op.base), [base.between(number) for number in numbers])
    if governed:
        names = (Variation.MEANING_CHANGED, Variation.TRIMMED)
        return Naming(names, is_marked=is_marked, reason=f"what {governed!r} governed stands alone")
    return Naming((Variation.TRIMMED,), is_marked=is_marked)


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
    if alike(gone, come) or _is_one_name(op, base, variant):
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
    reason = changed_meaning(gone, come) or _other_name(op, base, variant)
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


def _names_in(side: Side, bounds: tuple[int, int]) -> list[str]:
    """Capitalised words that do not begin a sentence."""
    found: list[str] = []
    for number in range(*bounds):
        surface = side.surface(number)
        begins = number == 0 or any(mark in side.between(number - 1) for mark in '.!?:"“')
        if surface[:1].isupper() and not surface.isupper() and not begins and len(surface) > 1:
            found.append(surface)
    return found


def _is_one_name(op: Op, base: Side, variant: Side) -> bool:
    """Whether one name is exchanged for another way to write it."""
    if op.base[1] - op.base[0] != 1 or op.variant[1] - op.variant[0] != 1:
        return False
    gone, come = _names_in(base, op.base), _names_in(variant, op.variant)
    if not gone or not come:
        return False
    return is_one_name(gone[0], come[0])


def is_one_name(a: str, b: str) -> bool:
    """Whether two names are one, written in two ways ("Quran", "Koran") or with a slip.

    Vowels and the letters that scripts exchange are left out; Iran and Iraq stay apart.
    """
    one, other = fold_letters(a), fold_letters(b)
    if min(len(one), len(other)) < 4:
        return False
    if sorted(one) == sorted(other):
        return True
    bones = _bones(one)
    if len(bones) >= 2 and bones == _bones(other):
        return True
    return min(len(one), len(other)) >= 8 and Levenshtein.distance(one, other) == 1


_EXCHANGED = str.maketrans({"q": "k", "c": "k", "g": "k", "z": "s", "w": "v", "j": "i", "f": "v"})


def _bones(name: str) -> str:
    """The consonants of a name, letters that scripts exchange made equal, doubles once."""
    folded = name.replace("ph", "f").replace("kh", "k").replace("dh", "d").translate(_EXCHANGED)
    found: list[str] = []
    for c in folded:
        if c.isalpha() and c not in "aeiouyh" and found[-1:] != [c]:
            found.append(c)
    return "".join(found)


def _other_name(op: Op, base: Side, variant: Side) -> str:
    gone, come = _names_in(base, op.base), _names_in(variant, op.variant)
    if len(gone) == 1 and len(come) == 1 and gone[0] != come[0] and op.base[1] - op.base[0] <= 3:
        return f"name changed from {gone[0]} to {come[0]}"
    return ""
