"""Wordings of one unit over all reports, lined up against the base."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from whence.compare.speakers import Relation, Speakers
from whence.compare.wording.bases import pick_base
from whence.compare.wording.clusters import Cluster, Clusters, Piece, gather_forms
from whence.compare.wording.edits import Side, gravest_first, name_edits
from whence.compare.wording.joints import Key, name_joints, piece_key
from whence.compare.wording.matching import match
from whence.compare.wording.units import Texts, Unit, pieces_of
from whence.compare.wording.weights import Weights
from whence.model import Alignment, Evidence, Place, Spans, Variation, Wording, content_id


def gather(
    units: Sequence[Unit], weights: Weights, speakers: Speakers, texts: Texts
) -> list[Cluster]:
    """Quoted units in clusters, one for each unit of an utterance."""
    gathering = Clusters(weights, speakers)
    for form in gather_forms(units, {key: report.text for key, report in texts.reports.items()}):
        gathering.add(form)
    return gathering.clusters


def align_wordings(
    quoted: Sequence[Unit], weights: Weights, speakers: Speakers, texts: Texts
) -> tuple[Alignment, ...]:
    """The units that several wordings share, each with its base and its variants."""
    clusters = gather(quoted, weights, speakers, texts)
    dates = {
        key: report.published.value if report.published else ""
        for key, report in texts.reports.items()
    }
    bases = {cluster.number: pick_base(cluster.pieces, weights, dates) for cluster in clusters}
    joints = name_joints(clusters, bases, texts)
    passages = _passages(clusters, bases)
    namer = _Namer(weights, speakers, texts, joints)
    found = [
        namer.alignment(cluster, bases[cluster.number], passages[cluster.number])
        for cluster in clusters
        if len(cluster.pieces) > 1
    ]
    return tuple(sorted(found, key=lambda alignment: alignment.id))


def spans_of(piece: Piece) -> Spans:
    """Where a piece stands: its pieces of text, first word to last."""
    words = piece.unit.words.pick(range(piece.first, piece.last))
    return pieces_of(words, piece.unit.spans)


class _Namer:
    """Names the wordings of clusters; edits of equal wordings are found once."""

    def __init__(
        self,
        weights: Weights,
        speakers: Speakers,
        texts: Texts,
        joints: Mapping[Key, set[Variation]],
    ) -> None:
        self._weights = weights
        self._speakers = speakers
        self._texts = texts
        self._joints = joints

    def alignment(self, cluster: Cluster, base: Piece, passage: str) -> Alignment:
        others = sorted((p for p in cluster.pieces if p is not base), key=piece_key)
        start = Wording(
            report=base.unit.report, attribution=base.unit.attribution, spans=spans_of(base)
        )
        variants = tuple(self._wording(base, piece) for piece in others)
        return Alignment(
            id=content_id("unit", start.report, start.attribution, start.spans),
            passage=passage,
            base=start,
            variants=variants,
            evidence=self._evidence(start, variants),
        )

    def _wording(self, base: Piece, piece: Piece) -> Wording:
        edited = name_edits(self._side(base), self._side(piece))
        names = set(edited.variations) | self._layout(base, piece)
        relation = self._speakers.relation(base.unit.speaker, piece.unit.speaker)
        names |= {Variation.REATTRIBUTED} if relation is Relation.DIFFERENT else set()
        if not names - {Variation.REATTRIBUTED}:
            names.add(Variation.IDENTICAL)
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
        spans = spans_of(piece)
        gaps = (text[a.end : b.start] for a, b in pairwise(spans))
        return sum(1 for gap in gaps if any(c.isalnum() for c in gap))

    def _score(self, base: Piece, piece: Piece) -> float:
        found = match(base.keys, piece.keys, self._weights)
        total = self._weights.total(base.keys) + self._weights.total(piece.keys)
        return round(2 * found.weight / total, 3) if total else 0.0

    def _evidence(self, base: Wording, variants: Sequence[Wording]) -> tuple[Evidence, ...]:
        reports = sorted({w.report for w in (base, *variants)})
        same = sum(1 for w in variants if w.score >= 0.999)
        reason = (
            f"{len(variants) + 1} wordings in {len(reports)} reports; "
            f"{same + 1} have the same words"
        )
        lowest = min(variants, key=lambda w: (w.score, w.report, w.spans))
        places = tuple(Place(report=w.report, span=w.spans[0]) for w in (base, lowest) if w.spans)
        return (Evidence(kind="shared-words", score=lowest.score, reason=reason, places=places),)


def _passages(clusters: Sequence[Cluster], bases: Mapping[int, Piece]) -> dict[int, str]:
    """Passage ids: units that stand in one attribution anywhere are of one utterance."""
    root = {cluster.number: cluster.number for cluster in clusters}

    def find(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    owners: dict[str, list[int]] = defaultdict(list)
    for cluster in clusters:
        for piece in cluster.pieces:
            if piece.unit.attribution:
                owners[piece.unit.attribution].append(cluster.number)
    for attribution in sorted(owners):
        first = find(owners[attribution][0])
        for number in owners[attribution][1:]:
            a, b = sorted((first, find(number)))
            root[b] = first = a
    names: dict[int, str] = {}
    for cluster in clusters:
        base = bases[find(cluster.number)]
        names[cluster.number] = content_id("passage", base.unit.report, spans_of(base))
    return names
