"""Which wording of a unit the others are measured against."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from whence.compare.wording.clusters import SAME_REPORT, Cluster, Piece
from whence.compare.wording.matching import match
from whence.compare.wording.units import Texts
from whence.compare.wording.weights import Weights, is_content

MOST_BASES = 12
"""Wordings of one unit that are tried as its base."""
OTHER_REPORT = 0.4
"""Of the lighter wording's weight that a wording must share with the base."""
NEGLIGIBLE = 0.2
"""Of weight: one word of grammar more does not make a wording the fuller one."""


def settle(
    clusters: Sequence[Cluster], weights: Weights, texts: Texts
) -> tuple[list[Cluster], dict[int, Piece]]:
    """The clusters with their bases; what shares nothing with its base is set apart again.

    A wording may have come in by way of another one, longer than the base.
    """
    settled: list[Cluster] = []
    bases: dict[int, Piece] = {}
    waiting = list(reversed(clusters))
    while waiting:
        cluster = waiting.pop()
        base = pick_base(cluster.pieces, weights, texts)
        near, far = _parted(base, cluster.pieces, weights)
        number = len(settled)
        settled.append(Cluster(number=number, pieces=near, voices=cluster.voices))
        bases[number] = base
        if far:
            waiting.append(Cluster(number=-1, pieces=far, voices=cluster.voices))
    return settled, bases


def _parted(
    base: Piece, pieces: Sequence[Piece], weights: Weights
) -> tuple[list[Piece], list[Piece]]:
    """The pieces that are wordings of the base, and the others; equal words stay together.

    A report prints an utterance once; what it prints again (in a headline, in key points) it
    prints in nearly the same words. Otherwise the speaker said two like things. Of one
    attribution's sentences that share words no two are one utterance.
    """
    forms: dict[tuple[str, ...], list[Piece]] = defaultdict(list)
    for piece in pieces:
        forms[piece.keys].append(piece)
    near = forms.pop(base.keys)
    far: list[Piece] = []
    ranked = sorted((-_nearness(base.keys, keys, weights), keys) for keys in forms)
    for nearness, keys in ranked:
        group = forms[keys]
        printed = {piece.unit.report for piece in near}
        least = SAME_REPORT if any(p.unit.report in printed for p in group) else OTHER_REPORT
        is_near = -nearness >= least and not _are_side_by_side(near, group)
        (near if is_near else far).extend(group)
    return near, far


def _are_side_by_side(some: Sequence[Piece], others: Sequence[Piece]) -> bool:
    """Whether an attribution holds a piece of each as two sentences that share words of matter.

    Two parts of one sentence, with words between them, share none.
    """
    held: dict[str, list[Piece]] = defaultdict(list)
    for piece in some:
        held[piece.unit.attribution].append(piece)
    return any(
        piece.unit.attribution
        and other.unit.order != piece.unit.order
        and any(is_content(key) for key in set(other.keys) & set(piece.keys))
        for piece in others
        for other in held.get(piece.unit.attribution, ())
    )


def _nearness(base: tuple[str, ...], keys: tuple[str, ...], weights: Weights) -> float:
    """Of the lighter wording's weight that both share; five words in a row are half of it."""
    found = match(base, keys, weights)
    return max(found.share, 0.5 if found.longest >= 5 else 0.0)


def pick_base(pieces: Sequence[Piece], weights: Weights, texts: Texts) -> Piece:
    """The piece whose words hold most of what all pieces print; among equals the earliest.

    A full sentence holds its cuttings, so the fullest wording wins; where wordings differ, the
    one that most reports print.
    """
    groups: dict[tuple[str, ...], list[Piece]] = defaultdict(list)
    for piece in pieces:
        groups[piece.keys].append(piece)
    order = sorted(groups, key=lambda keys: (-len(groups[keys]), -len(keys), keys))
    tried = sorted({*order[:MOST_BASES], max(groups, key=lambda keys: (len(keys), keys))})
    measured = order[: 2 * MOST_BASES]
    held = {
        keys: sum(_held(keys, other, weights) * len(groups[other]) for other in measured)
        - _bracketed(groups[keys][0], weights) * len(pieces)
        for keys in tried
    }
    main = _main_speaker(pieces)
    least = max(held.values()) - NEGLIGIBLE * max(map(len, groups.values()))
    best = min(
        (keys for keys in tried if held[keys] >= least),
        key=lambda keys: min(_rank(piece, main, texts) for piece in groups[keys]),
    )
    return min(groups[best], key=lambda piece: _rank(piece, main, texts))


def _main_speaker(pieces: Sequence[Piece]) -> str | None:
    """Whom most reports name for a unit; None where no one is named by more than any other."""
    named = {(p.unit.report, p.unit.speaker) for p in pieces if p.unit.speaker is not None}
    counts = Counter(speaker for _, speaker in named).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0]


def _held(base: tuple[str, ...], other: tuple[str, ...], weights: Weights) -> float:
    if base == other:
        return weights.total(base)
    return match(base, other, weights).weight


def _bracketed(piece: Piece, weights: Weights) -> float:
    """The weight of an editor's words, which no base should have."""
    words = piece.unit.words
    numbers = range(piece.first, piece.last)
    return weights.total(words.keys[n] for n in numbers if words.bracketed[n])


def _rank(piece: Piece, main: str | None, texts: Texts) -> tuple[bool, bool, bool, str, str, int]:
    unit = piece.unit
    is_other = main is not None and unit.speaker != main
    date = texts.date(unit.report) or "9999"
    return is_other, unit.is_headline, len(unit.spans) > 1, date, unit.report, unit.order
