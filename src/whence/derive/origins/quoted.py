"""Quoted words that stand in a release of the set: whoever has them took them from there."""

from collections import defaultdict

from whence.derive.material import Material
from whence.derive.origins.types import Hearing
from whence.lexicon.releases import is_release
from whence.model import (
    Edge,
    EdgeKind,
    Evidence,
    Judgement,
    Place,
    ReuseClass,
    Variation,
    Wording,
    content_id,
    hull,
)

_LEAST_WORDS = 5
_CLOSE = frozenset(
    {
        Variation.IDENTICAL,
        Variation.SPELLING,
        Variation.TRIMMED,
        Variation.SPLIT,
        Variation.MERGED,
        Variation.MISQUOTED_SOURCE,
    }
)


def find_release_quotes(
    material: Material, hearings: dict[str, Hearing], edges: tuple[Edge, ...]
) -> tuple[Edge, ...]:
    """A reuse edge to a release of the set from each report that quotes it without naming it.

    Attributed quotations prove no copying between outlets that may both have heard them. Words
    that a release of the set gives in writing are another matter: they were read there.

    Args:
        material: The story.
        hearings: A report that says it heard the speaker itself took nothing from the release.
        edges: Edges found so far; a report that is already joined to the release gets none.
    """
    joined = {frozenset((edge.report, edge.target)) for edge in edges}
    releases = {report.id for report in material.reports if is_release(report)}
    found: dict[tuple[str, str], list[tuple[Wording, Wording]]] = defaultdict(list)
    for alignment in material.comparison.alignments:
        wordings = (alignment.base, *alignment.variants)
        for source in (w for w in wordings if w.report in releases):
            for taker in wordings:
                hearing = hearings.get(taker.attribution)
                if taker.report in releases or (hearing is not None and hearing.is_own):
                    continue
                if _same_words(material, source, taker):
                    found[taker.report, source.report].append((taker, source))
    return tuple(
        _edge(material, taker, source, pairs)
        for (taker, source), pairs in sorted(found.items())
        if frozenset((taker, source)) not in joined
    )


def _same_words(material: Material, source: Wording, taker: Wording) -> bool:
    if not set(taker.variations) <= _CLOSE or not set(source.variations) <= _CLOSE:
        return False
    text = material.by_id[taker.report].text
    return sum(len(span.of(text).split()) for span in taker.spans) >= _LEAST_WORDS


def _edge(
    material: Material, taker: str, source: str, pairs: list[tuple[Wording, Wording]]
) -> Edge:
    evidence = tuple(
        Evidence(
            kind="release-quotation",
            score=0.85,
            reason=f"{material.title_of(source)}, a release, gives these words in writing",
            places=(
                Place(report=taker, span=hull(mine.spans)),
                Place(report=source, span=hull(theirs.spans)),
            ),
        )
        for mine, theirs in pairs
    )
    return Edge(
        id=content_id("edge", taker, source, EdgeKind.REUSE),
        report=taker,
        target=source,
        kind=EdgeKind.REUSE,
        direction=Judgement.YES,
        score=0.85,
        evidence=evidence,
        reuse_class=ReuseClass.PRESS_RELEASE,
    )
