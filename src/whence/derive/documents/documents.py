"""Which documents that reports hold or cite are one, and who has each of them."""

from collections import defaultdict
from itertools import combinations

from whence.derive.documents.papers import Paper, clash
from whence.derive.material import Material
from whence.model import (
    Edge,
    EdgeKind,
    Evidence,
    Judgement,
    MentionKind,
    Node,
    NodeKind,
    Place,
    Value,
    content_id,
)

_LEAST_SAID = 3
_HALF = 0.5
"""Share of the shorter of two contents that makes them one thing said."""
_HELD, _CITED, _MAYBE, _ONE = 0.95, 0.8, 0.4, 0.8


class Document(Value, frozen=True, kw_only=True):
    """A document of the story: what the reports tell of it, put together."""

    node: Node
    papers: tuple[Paper, ...]
    voice: str | None
    """Id of the entity that stands for it as a speaker."""
    evidence: tuple[Evidence, ...] = ()
    """Why the papers of different reports are held to be one."""

    @property
    def is_held(self) -> bool:
        """Whether some outlet is known to have it."""
        return any(paper.is_held or paper.holders for paper in self.papers)


def join_papers(material: Material, papers: tuple[Paper, ...]) -> tuple[Document, ...]:
    """The documents of a story: papers of one noun that agree in more than the noun.

    Author, owner, subject or date must agree, or else what the document says, and neither author
    nor date may differ. What one report alone cites, without an author and without saying that an
    outlet has it, is left out.
    """
    by_noun: dict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        by_noun[paper.noun].append(paper)
    return tuple(
        _document(material, group, evidence)
        for noun in sorted(by_noun)
        for group, evidence in _group(material, by_noun[noun])
        if len(group) > 1 or _is_told_of(group[0])
    )


def _is_told_of(paper: Paper) -> bool:
    return bool(paper.is_held or paper.holders or paper.is_record or paper.authors)


def _group(material: Material, papers: list[Paper]) -> list[tuple[list[Paper], list[Evidence]]]:
    groups = {n: [n] for n in range(len(papers))}
    home = {n: n for n in groups}
    why: dict[int, list[Evidence]] = defaultdict(list)
    for a, b in combinations(range(len(papers)), 2):
        first, second = sorted((home[a], home[b]))
        agreement = _agreement(material, papers[a], papers[b]) if first != second else None
        if agreement is None:
            continue
        if any(clash(papers[x], papers[y]) for x in groups[first] for y in groups[second]):
            continue
        groups[first] += groups.pop(second)
        home |= dict.fromkeys(groups[first], first)
        why[first] += [*why.pop(second, []), agreement]
    return [([papers[n] for n in sorted(groups[key])], why[key]) for key in sorted(groups)]


def _agreement(material: Material, a: Paper, b: Paper) -> Evidence | None:
    """In what two papers of one noun agree beside it; None where that is nothing."""
    if a.report == b.report or clash(a, b):
        return None
    places = (a.places[0], b.places[0])
    common = sorted(a.words[key] for key in a.words.keys() & b.words.keys())
    if common:
        reason = f"both tell of it with the words: {', '.join(common[:4])}"
    elif a.days & b.days:
        reason = f"both date it {min(a.days & b.days)}"
    else:
        said = None if a.words and b.words else _find_same_said(a, b)
        if said is None:
            return None
        reason, places = "it says much the same in both", said
    titles = f"{material.title_of(a.report)} and {material.title_of(b.report)}"
    return Evidence(
        kind="same-document",
        score=_ONE,
        reason=f"{titles} each have a document called {a.noun}, and {reason}",
        places=places,
    )


def _find_same_said(a: Paper, b: Paper) -> tuple[Place, Place] | None:
    """Where both say much the same: half of the words of the shorter."""
    for mine in a.said:
        for theirs in b.said:
            least = _HALF * min(len(mine.stems), len(theirs.stems))
            if len(mine.stems & theirs.stems) >= max(_LEAST_SAID, least):
                return mine.place, theirs.place
    return None


def _document(material: Material, papers: list[Paper], evidence: list[Evidence]) -> Document:
    first = papers[0]
    best = max(papers, key=lambda p: (p.is_held, len(p.name.split()), -papers.index(p)))
    voices = {v for p in papers for name in p.attributions if (v := material.voice_of(name))}
    return Document(
        node=Node(
            id=content_id("document", first.noun, first.report, first.places[0].span),
            kind=NodeKind.DOCUMENT,
            name=best.name,
        ),
        papers=tuple(papers),
        voice=min(voices, key=lambda voice: _rank_voice(material, voice), default=None),
        evidence=tuple(evidence),
    )


def _rank_voice(material: Material, voice: str) -> tuple[bool, int, str]:
    entity = material.entities[voice]
    return entity.kind is not MentionKind.DOCUMENT, len(entity.name), voice


def link_documents(material: Material, documents: tuple[Document, ...]) -> tuple[Edge, ...]:
    """An edge to each document from every report that has it or cites it.

    Where only the noun of two documents agrees they stay two, and an undecided edge says that they
    may be one.
    """
    edges = [
        _edge(material, document, paper) for document in documents for paper in document.papers
    ]
    by_noun: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        by_noun[document.papers[0].noun].append(document)
    for noun in sorted(by_noun):
        ranked = sorted(by_noun[noun], key=lambda d: (-len(d.papers), d.papers[0].report))
        for document in ranked[1:]:
            edges += _maybe_edges(material, ranked[0], document)
    return tuple({edge.id: edge for edge in edges}.values())


def _edge(material: Material, document: Document, paper: Paper) -> Edge:
    title = material.title_of(paper.report)
    what = (
        f"{title} has {document.node.name}"
        if paper.is_held
        else f"{title} cites {document.node.name}"
    )
    score = _HELD if paper.is_held else _CITED
    own = Evidence(
        kind="credit-obtained" if paper.is_held else "credit-document",
        score=score,
        reason=what,
        places=paper.places,
    )
    shared = [e for e in document.evidence if any(p.report == paper.report for p in e.places)]
    return _credit_edge(paper.report, document.node, Judgement.YES, score, (own, *shared))


def _maybe_edges(material: Material, one: Document, other: Document) -> list[Edge]:
    """Undecided edges from the reports of a document to another that only shares the noun."""
    if any(clash(a, b) for a in one.papers for b in other.papers):
        return []
    known = {paper.report for paper in one.papers}
    edges = []
    for paper in other.papers:
        if paper.report in known or (paper.words and any(p.words for p in one.papers)):
            continue
        other_title = material.title_of(one.papers[0].report)
        evidence = Evidence(
            kind="same-noun",
            score=_MAYBE,
            reason=(
                f"{material.title_of(paper.report)} has “{paper.name}”, {other_title} has"
                f" “{one.papers[0].name}”: only the noun agrees, so they may be two"
            ),
            places=(paper.places[0], one.papers[0].places[0]),
        )
        edges.append(_credit_edge(paper.report, one.node, Judgement.UNSURE, _MAYBE, (evidence,)))
    return edges


def _credit_edge(
    report: str, node: Node, direction: Judgement, score: float, evidence: tuple[Evidence, ...]
) -> Edge:
    return Edge(
        id=content_id("edge", report, node.id, EdgeKind.CREDIT),
        report=report,
        target=node.id,
        kind=EdgeKind.CREDIT,
        direction=direction,
        score=score,
        evidence=evidence,
    )
