"""What the reports of a story share and where they differ."""

from collections import defaultdict

from whence.compare.alignments import Aligner, whole, with_passages
from whence.compare.credits import name_misquoted
from whence.compare.figures import compare_figures
from whence.compare.headlines import find_headline_gaps
from whence.compare.oppositions import find_oppositions
from whence.compare.speakers import Speakers
from whence.compare.statements.contents import Content, Contents, Group, group_contents
from whence.compare.statements.grouping import group_statements
from whence.compare.statements.profiles import Rarity, profile
from whence.compare.timeline import find_tensions, find_timeline
from whence.compare.wording.bases import settle
from whence.compare.wording.clusters import Cluster, Piece, gather
from whence.compare.wording.echoes import find_echoes
from whence.compare.wording.joints import name_joints
from whence.compare.wording.units import Texts, Unit, find_units
from whence.compare.wording.weights import Weights
from whence.model import (
    Alignment,
    Attribution,
    Comparison,
    Extraction,
    Modality,
    Report,
    Resolution,
    Span,
)
from whence.text import Meanings, find_periods

__all__ = ["compare"]


def compare(
    reports: tuple[Report, ...], extractions: tuple[Extraction, ...], resolution: Resolution
) -> Comparison:
    """The statements, wordings, figures and dates of the reports set side by side.

    The order of the reports changes nothing. Time grows with the words of the reports and the
    distinct wordings of what is said, never with the pairs of reports.
    """
    texts = Texts(reports)
    found = tuple(find_units(extraction, resolution, texts) for extraction in extractions)
    quoted = tuple(unit for units, _ in found for unit in units)
    unquoted = tuple(unit for _, units in found for unit in units)
    speakers = Speakers(resolution)
    weights = Weights({unit.words.keys for unit in (*quoted, *unquoted)})
    clusters, bases = settle(gather(quoted, weights, speakers, texts), weights, texts)
    contents = _contents(bases, quoted, unquoted, extractions, speakers, texts)
    echoes = find_echoes(bases, reports, extractions, weights, texts)
    aligner = Aligner(
        weights=weights,
        speakers=speakers,
        texts=texts,
        joints=name_joints(clusters, bases, texts),
    )
    aligned = _align(aligner, clusters, bases, contents, echoes, texts)
    alignments = name_misquoted(aligned, reports, extractions, resolution)
    statements = group_statements(extractions, resolution, alignments, contents.shared, texts)
    timeline = find_timeline(reports, extractions, resolution)
    return Comparison(
        statements=statements,
        oppositions=find_oppositions(statements, alignments, contents.opposed, extractions),
        alignments=alignments,
        headline_gaps=find_headline_gaps(reports, extractions, texts),
        measures=compare_figures(reports, extractions, resolution),
        timeline=timeline,
        tensions=find_tensions(reports, extractions, timeline),
    )


def _contents(
    bases: dict[int, Piece],
    quoted: tuple[Unit, ...],
    unquoted: tuple[Unit, ...],
    extractions: tuple[Extraction, ...],
    speakers: Speakers,
    texts: Texts,
) -> Contents:
    """What is told without marks, gathered with the quotations that say the same."""
    attributions = {a.id: a for extraction in extractions for a in extraction.attributions}
    timexes = {extraction.report: extraction.timexes for extraction in extractions}
    denied = {
        attribution.id
        for extraction in extractions
        for attribution in extraction.attributions
        if attribution.modality is Modality.DENIED
    }

    printed: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for unit in (*quoted, *unquoted):
        if not texts.is_opening(unit.report, unit.spans[0].start):
            printed[unit.words.keys].add(unit.report)

    def content(unit: Unit, seed: int | None) -> Content:
        is_denied = unit.attribution in denied
        text = texts.text(unit.report)
        return Content(
            unit=unit,
            profile=profile(unit.words, text, is_denied=is_denied),
            seed=seed,
            is_denied=is_denied,
            periods=find_periods(timexes.get(unit.report, ()), unit.spans),
            reports=frozenset(printed[unit.words.keys]),
            key=f"{unit.attribution} {unit.spans[0].start}",
        )

    seeds = [content(bases[number].unit, number) for number in sorted(bases)]
    told = [content(unit, None) for unit in unquoted]
    rarity = Rarity({one.profile.stems for one in (*seeds, *told)})
    meanings = Meanings(
        {
            one.key: _meaning(one.unit, attributions.get(one.unit.attribution))
            for one in (*seeds, *told)
        }
    )
    return group_contents(seeds, told, rarity, speakers, meanings)


def _meaning(unit: Unit, attribution: Attribution | None) -> bytes:
    """The vector of what a unit means, as far as its attribution tells."""
    if attribution is None:
        return b""
    return attribution.meaning_of(Span(unit.spans[0].start, unit.spans[-1].end))


def _telling(group: Group, texts: Texts) -> list[Piece]:
    """The contents of a group that tell its matter outside their own quotation marks."""
    kept: list[Piece] = []
    for number, member in enumerate(group.members):
        unit = member.unit
        told = profile(texts.pick(unit.report, unit.spans), texts.text(unit.report)).stems
        others = (m.profile.stems for at, m in enumerate(group.members) if at != number)
        if member.seed is not None or any(len(told & stems) >= 2 for stems in others):
            kept.append(whole(unit))
    return kept


def _align(
    aligner: Aligner,
    clusters: list[Cluster],
    bases: dict[int, Piece],
    contents: Contents,
    echoes: dict[int, list[Piece]],
    texts: Texts,
) -> tuple[Alignment, ...]:
    found: list[Alignment | None] = []
    told: dict[int, list[Piece]] = {cluster.number: [] for cluster in clusters}
    groups = {}
    for group in contents.groups:
        first = group.members[0]
        pieces = _telling(group, texts)
        if first.seed is None:
            if pieces:
                found.append(aligner.align_told(pieces, group))
        else:
            told[first.seed].extend(pieces[1:])
            groups[first.seed] = group
    for cluster in clusters:
        number = cluster.number
        quoting = {piece.unit.attribution for piece in cluster.pieces}
        retold = [piece for piece in told[number] if piece.unit.attribution not in quoting]
        others = [*retold, *echoes.get(number, ())]
        found.append(aligner.align_quoted(cluster, bases[number], others, groups.get(number)))
    return with_passages(alignment for alignment in found if alignment is not None)
