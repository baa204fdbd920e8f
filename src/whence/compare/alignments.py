"""Wordings of one unit over all reports, lined up against the base."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from whence.compare.speakers import Relation, Speakers
from whence.compare.statements.contents import Group
from whence.compare.statements.likeness import tell_likeness
from whence.compare.wording.clusters import Cluster, Piece
from whence.compare.wording.edits import gravest_first, name_edits, tell_edits
from whence.compare.wording.joints import Key, piece_key
from whence.compare.wording.matching import match
from whence.compare.wording.promotions import promoted_from
from whence.compare.wording.sides import Side
from whence.compare.wording.units import Texts, Unit, pieces_of
from whence.compare.wording.weights import Weights
from whence.model import (
    Alignment,
    Evidence,
    Judgement,
    Place,
    Spans,
    Variation,
    Wording,
    content_id,
)


def whole(unit: Unit) -> Piece:
    """A unit as a piece."""
    return Piece(unit=unit, first=0, last=len(unit.words))


def spans_of(piece: Piece) -> Spans:
    """Where a piece stands: its pieces of text, first word to last."""
    if piece.is_whole:
        return piece.unit.spans
    words = piece.unit.words.pick(range(piece.first, piece.last))
    return pieces_of(words, piece.unit.spans)


class Aligner:
    """Lines up the wordings of a story, unit by unit."""

    def __init__(
        self,
        *,
        weights: Weights,
        speakers: Speakers,
        texts: Texts,
        joints: Mapping[Key, set[Variation]],
    ) -> None:
        self._weights = weights
        self._speakers = speakers
        self._texts = texts
        self._joints = joints

    def align_quoted(
        self, cluster: Cluster, base: Piece, told: Sequence[Piece], group: Group | None
    ) -> Alignment | None:
        """A unit that stands in quotation marks somewhere, with what other reports make of it.

        None when only one wording is there.
        """
        base = promoted_from(cluster.pieces, told, self._weights, self._texts) or base
        return self._align(base, [*cluster.pieces, *told], group)

    def align_told(self, pieces: Sequence[Piece], group: Group) -> Alignment | None:
        """A unit that is told in several reports and quoted in none; the earliest is the base."""
        return self._align(min(pieces, key=self._rank), pieces, group)

    def _rank(self, piece: Piece) -> tuple[bool, str, int, str, int]:
        unit = piece.unit
        date = self._texts.date(unit.report) or "9999"
        return unit.is_headline, date[:10], -len(unit.words), unit.report, unit.order

    def _align(self, base: Piece, pieces: Sequence[Piece], group: Group | None) -> Alignment | None:
        start = Wording(
            report=base.unit.report, attribution=base.unit.attribution, spans=spans_of(base)
        )
        others = sorted((piece for piece in pieces if piece is not base), key=piece_key)
        variants = [self._wording(base, piece) for piece in others]
        if not variants:
            return None
        relations = {
            self._speakers.relation(base.unit.speaker, piece.unit.speaker) for piece in others
        }
        is_open = group is not None and relations == {Relation.OPEN}
        return Alignment(
            id=content_id("unit", start.report, start.attribution, start.spans),
            passage="",
            base=start,
            variants=tuple(variants),
            is_quotation=sum(piece.unit.is_quoted for piece in pieces) > 1,
            judgement=Judgement.UNSURE if is_open else Judgement.YES,
            evidence=(*self._shared_words(start, variants), *_shared_matter(group)),
        )

    def _wording(self, base: Piece, piece: Piece) -> Wording:
        if base.unit.is_quoted and piece.unit.is_quoted:
            edited = name_edits(self._side(base), self._side(piece))
        else:
            edited = tell_edits(self._side(base), self._side(piece))
        names = set(edited.variations)
        if piece.unit.is_quoted and not base.unit.is_quoted:
            names = {Variation.QUOTE_PROMOTED}
        elif piece.unit.is_quoted:
            names |= self._layout(base, piece)
        if not names:
            names.add(Variation.IDENTICAL)
        relation = self._speakers.relation(base.unit.speaker, piece.unit.speaker)
        if relation is Relation.DIFFERENT and not (base.unit.is_pronoun or piece.unit.is_pronoun):
            names.add(Variation.REATTRIBUTED)
        return Wording(
            report=piece.unit.report,
            attribution=piece.unit.attribution,
            spans=spans_of(piece),
            variations=gravest_first(names),
            edits=edited.edits,
            score=self._score(base, piece),
        )

    def _side(self, piece: Piece) -> Side:
        words = piece.unit.words.pick(range(piece.first, piece.last))
        return Side(words, self._texts.text(piece.unit.report))

    def _layout(self, base: Piece, piece: Piece) -> set[Variation]:
        names = set(self._joints.get(piece_key(piece), ()))
        here, there = self._cuts(piece), self._cuts(base)
        if here > there:
            names.add(Variation.SPLIT)
        elif there > here and match(base.keys, piece.keys, self._weights).share > 0.9:
            names.add(Variation.MERGED)
        return names

    def _cuts(self, piece: Piece) -> int:
        """How often words that are not the speaker's cut a piece in two."""
        text = self._texts.text(piece.unit.report)
        gaps = (text[a.end : b.start] for a, b in pairwise(spans_of(piece)))
        return sum(1 for gap in gaps if any(c.isalnum() for c in gap))

    def _score(self, base: Piece, piece: Piece) -> float:
        if base.keys == piece.keys:
            return 1.0
        found = match(base.keys, piece.keys, self._weights)
        total = self._weights.total(base.keys) + self._weights.total(piece.keys)
        return round(2 * found.weight / total, 3) if total else 0.0

    def _shared_words(self, base: Wording, variants: Sequence[Wording]) -> tuple[Evidence, ...]:
        reports = {w.report for w in (base, *variants)}
        same = sum(1 for w in variants if w.score >= 1.0)
        reason = (
            f"{len(variants) + 1} wordings in {len(reports)} "
            f"report{'s' if len(reports) > 1 else ''}, {same + 1} of them in the same words"
        )
        lowest = min(variants, key=lambda w: (w.score, w.report, w.spans))
        places = tuple(Place(report=w.report, span=w.spans[0]) for w in (base, lowest) if w.spans)
        return (Evidence(kind="shared-words", score=lowest.score, reason=reason, places=places),)


def _shared_matter(group: Group | None) -> tuple[Evidence, ...]:
    """Why contents in other words are taken for the same."""
    if group is None or not group.likeness:
        return ()
    weakest = min(group.likeness, key=lambda found: (found.share_of_lighter, found.shared))
    return (
        Evidence(
            kind="shared-matter",
            score=round(min(1.0, weakest.share_of_lighter), 3),
            reason=f"told in other words by the same speaker; the least alike: "
            f"{tell_likeness(weakest)}",
        ),
    )


def with_passages(alignments: Iterable[Alignment]) -> tuple[Alignment, ...]:
    """The alignments with their passages: units that one attribution holds are of one utterance."""
    ordered = sorted(alignments, key=lambda alignment: alignment.id)
    root = list(range(len(ordered)))

    def find(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    owners: dict[str, list[int]] = defaultdict(list)
    for number, alignment in enumerate(ordered):
        for wording in (alignment.base, *alignment.variants):
            if wording.attribution:
                owners[wording.attribution].append(number)
    for attribution in sorted(owners):
        for number in owners[attribution]:
            a, b = sorted((find(owners[attribution][0]), find(number)))
            root[b] = a
    return tuple(
        alignment.replace(passage=content_id("passage", ordered[find(number)].id))
        for number, alignment in enumerate(ordered)
    )
