"""Two wordings lined up word by word."""

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from whence.compare.wording.folding import is_alike
from whence.compare.wording.weights import Weights, is_content
from whence.model import EditKind, Value


class Op(Value, frozen=True, kw_only=True):
    """A run of words, equal or not: first and last + 1 in each of the two wordings."""

    kind: EditKind
    base: tuple[int, int]
    variant: tuple[int, int]


class Match(Value, frozen=True, kw_only=True):
    """How two wordings stand to each other as a whole."""

    ops: tuple[Op, ...]
    weight: float
    """Of the words they share."""
    share: float
    """Of the lighter wording's weight that they share."""
    longest: int
    """Most words in one equal run."""
    run: float
    """Words in an equal run, on average."""
    content: int
    """Shared words that carry matter."""
    base_span: tuple[int, int]
    """From the first to the last shared word, in the base."""
    variant_span: tuple[int, int]


_Run = tuple[bool, tuple[int, int], tuple[int, int]]
"""Whether the words are equal, and the words in base and variant."""


def align(base: Sequence[str], variant: Sequence[str]) -> tuple[Op, ...]:
    """The runs that make the variant from the base: equal, deleted, inserted, replaced.

    Runs that are equal by chance (a lone "the" between changed words) count as changed.
    """
    at = _inside(base, variant)
    if at is not None:
        return _contained(len(base), len(variant), at)
    back = _inside(variant, base)
    if back is not None:
        flipped = _contained(len(variant), len(base), back)
        return tuple(_flip(op) for op in flipped)
    blocks = [
        (code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in Indel.opcodes(list(base), list(variant))
        if code.tag == "equal"
    ]
    rough = _runs(_slid(blocks, base, variant), len(base), len(variant))
    return _merged(_without_chance(rough, base))


_Block = tuple[int, int, int]
"""Equal words: where they begin in base and variant, and how many."""


def _slid(blocks: list[_Block], base: Sequence[str], variant: Sequence[str]) -> list[_Block]:
    """The blocks moved next to the following one where the same words stand there too."""
    found: list[_Block] = []
    for a, c, size in reversed(blocks):
        if found:
            b, d, _ = found[-1]
            words = variant[c : c + size]
            if c + size == d and a + size < b and base[b - size : b] == words:
                a = b - size
            elif a + size == b and c + size < d and variant[d - size : d] == words:
                c = d - size
        found.append((a, c, size))
    return found[::-1]


def _runs(blocks: list[_Block], base: int, variant: int) -> list[_Run]:
    """All runs, equal and changed, in order; neighbouring equal ones as one."""
    runs: list[_Run] = []
    a = c = 0
    for b, d, size in [*blocks, (base, variant, 0)]:
        if a < b or c < d:
            runs.append((False, (a, b), (c, d)))
        if size and runs and runs[-1][0]:
            _, (first, _), (start, _) = runs.pop()
            runs.append((True, (first, b + size), (start, d + size)))
        elif size:
            runs.append((True, (b, b + size), (d, d + size)))
        a, c = b + size, d + size
    return runs


def _inside(longer: Sequence[str], shorter: Sequence[str]) -> int | None:
    """Where the shorter wording stands whole in the longer one."""
    size = len(shorter)
    if not size or size > len(longer):
        return None
    for start in range(len(longer) - size + 1):
        if longer[start] == shorter[0] and longer[start : start + size] == shorter:
            return start
    return None


def _contained(base: int, variant: int, at: int) -> tuple[Op, ...]:
    ops = [Op(kind=EditKind.EQUAL, base=(at, at + variant), variant=(0, variant))]
    if at:
        ops.insert(0, Op(kind=EditKind.DELETED, base=(0, at), variant=(0, 0)))
    if at + variant < base:
        gone = (at + variant, base)
        ops.append(Op(kind=EditKind.DELETED, base=gone, variant=(variant, variant)))
    return tuple(ops)


def _flip(op: Op) -> Op:
    kind = EditKind.INSERTED if op.kind is EditKind.DELETED else op.kind
    return Op(kind=kind, base=op.variant, variant=op.base)


def _without_chance(runs: list[_Run], base: Sequence[str]) -> list[_Run]:
    """Equal runs of grammar alone that stand far from other equal runs become changed words.

    A run with which both wordings begin, or end, is none of chance.
    """
    kept: list[_Run] = []
    for n, (equal, (a, b), (c, d)) in enumerate(runs):
        is_anchored = (a == c == 0) or (n == len(runs) - 1 and b == len(base))
        is_bare = equal and b - a <= 2 and not any(is_content(key) for key in base[a:b])
        if is_bare and not is_anchored:
            equal = min(_gap(runs[:n][::-1]), _gap(runs[n + 1 :])) < 3
        kept.append((equal, (a, b), (c, d)))
    return kept


def _gap(runs: list[_Run]) -> int:
    """How many words lie before the next equal run; many where there is none."""
    size = 0
    for equal, (a, b), (c, d) in runs:
        if equal:
            return size
        size = max(size, b - a, d - c)
    return 1000


def _merged(runs: list[_Run]) -> tuple[Op, ...]:
    """Neighbouring changed runs as one."""
    joined: list[_Run] = []
    for equal, (a, b), (c, d) in runs:
        if joined and not equal and not joined[-1][0]:
            _, (first, _), (start, _) = joined[-1]
            joined[-1] = (False, (first, b), (start, d))
        else:
            joined.append((equal, (a, b), (c, d)))
    return tuple(Op(kind=_kind(*run), base=run[1], variant=run[2]) for run in joined)


def _kind(equal: bool, base: tuple[int, int], variant: tuple[int, int]) -> EditKind:
    if equal:
        return EditKind.EQUAL
    if base[0] == base[1]:
        return EditKind.INSERTED
    if variant[0] == variant[1]:
        return EditKind.DELETED
    return EditKind.REPLACED


def match(base: Sequence[str], variant: Sequence[str], weights: Weights) -> Match:
    """How much two wordings share, weighed by what the words tell."""
    ops = align(base, variant)
    shared = 0.0
    longest = content = 0
    equal = [op for op in ops if op.kind is EditKind.EQUAL]
    for op in equal:
        keys = base[op.base[0] : op.base[1]]
        shared += weights.total(keys)
        content += sum(1 for key in keys if is_content(key))
        longest = max(longest, len(keys))
    lighter = min(weights.total(base), weights.total(variant))
    return Match(
        ops=ops,
        weight=shared,
        share=shared / lighter if lighter else 0.0,
        longest=longest,
        run=sum(op.base[1] - op.base[0] for op in equal) / len(equal) if equal else 0.0,
        content=content,
        base_span=(equal[0].base[0], equal[-1].base[1]) if equal else (0, 0),
        variant_span=(equal[0].variant[0], equal[-1].variant[1]) if equal else (0, 0),
    )


def alike(base: Sequence[str], variant: Sequence[str]) -> bool:
    """Whether two runs are one run written in two ways ("re-election", "reelection")."""
    if len(base) == len(variant) and all(map(is_alike, base, variant)):
        return True
    return "".join(base).replace("'", "") == "".join(variant).replace("'", "")
