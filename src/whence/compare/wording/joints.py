"""What happens between units: run together, or joined over a gap."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from whence.compare.wording.clusters import Cluster, Piece
from whence.compare.wording.units import Texts
from whence.model import Kind, Variation

FARTHEST = 240
"""Characters between two pieces that may still be one utterance with a cue in it."""

_STOP_INSIDE = re.compile(r"[.!?]\s+[^\s\"'“‘«]")

Key = tuple[str, int, int]
"""A piece by report, number of its unit and first word."""


def piece_key(piece: Piece) -> Key:
    """What names a piece; keys of one report sort as the pieces stand in the text."""
    return piece.unit.report, piece.unit.order, piece.first


class Rows:
    """The quoted pieces of each report in order, with the cluster each belongs to."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        rows: dict[str, list[tuple[Key, int, Piece]]] = defaultdict(list)
        self._places: dict[tuple[int, str], list[int]] = defaultdict(list)
        for cluster in clusters:
            for piece in cluster.pieces:
                rows[piece.unit.report].append((piece_key(piece), cluster.number, piece))
        self.rows = {
            report: sorted(row, key=lambda entry: entry[:2]) for report, row in rows.items()
        }
        for report, row in self.rows.items():
            for at, (_, number, _) in enumerate(row):
                self._places[number, report].append(at)

    def nearest(self, a: int, b: int, report: str) -> tuple[int, int] | None:
        """Where a report has both clusters, at their nearest; None where it has not both."""
        ones, others = self._places.get((a, report)), self._places.get((b, report))
        if not ones or not others:
            return None
        pairs = ((x, y) for x in ones[:8] for y in others[:8])
        return min(pairs, key=lambda pair: (abs(pair[1] - pair[0]), pair[1] < pair[0], pair))

    def piece(self, report: str, at: int) -> Piece:
        """The piece at a place of a report's row."""
        return self.rows[report][at][2]


def name_joints(
    clusters: Sequence[Cluster], bases: Mapping[int, Piece], texts: Texts
) -> dict[Key, set[Variation]]:
    """Merged and spliced, for every piece that they apply to.

    Two pieces that follow one another here are looked up in the report that gives the base of
    either: if something stands between them there, they are spliced here; if only a cue does, and
    here nothing, they are merged.
    """
    found: dict[Key, set[Variation]] = defaultdict(set)
    rows = Rows(clusters)
    for report in sorted(rows.rows):
        for (_, a, before), (_, b, after) in pairwise(rows.rows[report]):
            if a == b:
                continue
            text = texts.text(report)
            between = text[_end(before) : _start(after)]
            if not _is_joined(before, after, between):
                continue
            for reference in dict.fromkeys((bases[a].unit.report, bases[b].unit.report)):
                places = rows.nearest(a, b, reference) if reference != report else None
                if places is None:
                    continue
                joint = _joint(rows, reference, places, texts, has_words=_has_words(between))
                if joint is Variation.MERGED:
                    found[piece_key(before)].add(joint)
                if joint is not None:
                    found[piece_key(after)].add(joint)
                break
    return found


def _joint(
    rows: Rows, reference: str, places: tuple[int, int], texts: Texts, *, has_words: bool
) -> Variation | None:
    """What two joined pieces are, seen from a report that has both."""
    x, y = places
    if y < x:
        return None if has_words else Variation.SPLICED
    first, last = rows.piece(reference, x), rows.piece(reference, y)
    speaker = first.unit.speaker
    skipped = [rows.piece(reference, at) for at in range(x + 1, y)]
    if any(piece.unit.speaker == speaker for piece in skipped):
        return Variation.SPLICED
    between = texts.text(reference)[_end(first) : _start(last)]
    if has_words or not _has_words(between) or len(between) > FARTHEST:
        return None
    return Variation.MERGED


def _is_joined(before: Piece, after: Piece, between: str) -> bool:
    """Whether two pieces read as one quotation: nothing between them, or nothing but a cue."""
    if before.unit.attribution != after.unit.attribution or before.unit.kind is not Kind.DIRECT:
        return not _has_words(between) and before.unit.order == after.unit.order
    return len(between) <= FARTHEST and not _STOP_INSIDE.search(between)


def _has_words(between: str) -> bool:
    return any(c.isalnum() for c in between)


def _start(piece: Piece) -> int:
    return piece.unit.words.spans[piece.first].start


def _end(piece: Piece) -> int:
    return piece.unit.words.spans[piece.last - 1].end
