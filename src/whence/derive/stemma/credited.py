"""Edges that a report gives itself: credits in words, agency marks, links."""

import re
from collections import defaultdict

from whence.derive.dates import is_earlier
from whence.derive.material import Material
from whence.lexicon import load_table
from whence.lexicon.frequencies import rarity_of
from whence.lexicon.outlets import bare_name
from whence.lexicon.releases import is_release
from whence.lexicon.stems import is_content, stem
from whence.model import (
    Attribution,
    Credit,
    CreditKind,
    Edge,
    EdgeKind,
    Evidence,
    Judgement,
    Kind,
    Node,
    NodeKind,
    Place,
    Report,
    Span,
    TargetKind,
    content_id,
)
from whence.text import find_sentences, fold_case

_EDGE_KIND = {
    CreditKind.AGENCY: EdgeKind.AGENCY,
    CreditKind.LINK: EdgeKind.LINK,
    CreditKind.PHOTO: EdgeKind.PHOTO,
}
_REASON = {
    CreditKind.TOLD: "says that it was told to {target}",
    CreditKind.REPORTED: "says that {target} reported it",
    CreditKind.CITED: "cites {target}",
    CreditKind.OBTAINED: "says that {target} has the document",
    CreditKind.AGENCY: "is marked as the text of {target}",
    CreditKind.LINK: "links to {target}",
    CreditKind.PHOTO: "has a picture from {target}",
    CreditKind.RELEASE: "quotes a release: {target}",
}
Stems = dict[str, frozenset[str]]
"""Report → stems of its words that carry matter."""
_WORD = re.compile(r"[^\W_]+")
_MOST = 0.6
_HARDLY = 0.35
_UNCOMMON = 10
"""Rarity from which a word may tell one report of an outlet from another."""
_CREDITING = frozenset(
    word for words in load_table("credits")["after"].values() for word in words
) - frozenset(["first"])
_SCORE = {CreditKind.LINK: 0.7, CreditKind.AGENCY: 0.9, CreditKind.PHOTO: 0.9}


def find_credited(material: Material) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Nodes of what is credited and has no report in the set, and an edge for each credit.

    Several credits of one report to one target make one edge with all their phrases as evidence.
    A credit to the report's own outlet makes none.
    """
    nodes: dict[str, Node] = {}
    found: dict[tuple[str, str, EdgeKind], list[tuple[Credit, str]]] = defaultdict(list)
    stems = {report.id: _stems_of(report.text) for report in material.reports}
    for extraction in material.extractions:
        for credit in extraction.credits:
            node = _pick_node(material, credit, stems)
            if node is None or node.id == credit.report:
                continue
            if node.kind is not NodeKind.REPORT:
                nodes[node.id] = node
            kind = _EDGE_KIND.get(credit.kind, EdgeKind.CREDIT)
            found[credit.report, node.id, kind].append((credit, node.name))
    edges = tuple(
        _edge(material, report, target, kind, credits)
        for (report, target, kind), credits in sorted(found.items())
    )
    return tuple(nodes[key] for key in sorted(nodes)), edges


def _pick_node(material: Material, credit: Credit, stems: Stems) -> Node | None:
    if credit.target_kind is TargetKind.UNKNOWN_MEDIA:
        name = fold_case(credit.target).removeprefix("the ")
        return Node(
            id=content_id("missing", name), kind=NodeKind.MISSING, name=name, is_inferred=True
        )
    if credit.kind is CreditKind.RELEASE:
        return _release_node(material, credit)
    if credit.is_self or credit.target_kind is TargetKind.DOCUMENT:
        return None
    key = material.outlets.key_of(credit.target)
    own = [r for r in material.outlets.own_reports.get(key, ()) if r != credit.report]
    if credit.report in material.outlets.own_reports.get(key, ()):
        return None
    if own:
        report = material.by_id[_pick_report(material, credit, own, stems)]
        return Node(id=report.id, kind=NodeKind.REPORT, name=material.title_of(report.id))
    name = material.outlets.names.get(key, credit.target)
    return Node(id=material.outlets.node_id(key), kind=material.outlets.node_kind(key), name=name)


def _release_node(material: Material, credit: Credit) -> Node | None:
    """The report of the set that is the release; its issuer must speak in the crediting report."""
    spoken = {
        material.voice_of(attribution.id)
        for attribution in material.extraction_of[credit.report].attributions
    }
    names = {fold_case(n) for v in spoken if v for n in _names_of(material, v)}
    text = fold_case(material.by_id[credit.report].text)
    for report in material.reports:
        if report.id == credit.report or not is_release(report) or not report.outlet:
            continue
        issuer = bare_name(report.outlet)
        if any(bare_name(name) == issuer for name in names) or issuer in text:
            return Node(id=report.id, kind=NodeKind.REPORT, name=material.title_of(report.id))
    return None


def _names_of(material: Material, entity_id: str) -> tuple[str, ...]:
    entity = material.entities.get(entity_id)
    return (entity.name, *entity.aliases) if entity else ()


def _pick_report(material: Material, credit: Credit, own: list[str], stems: Stems) -> str:
    """Of several reports of one outlet, the one that is most likely meant.

    One that came out before the credit goes first; then one of the day that the sentence names
    ("on Monday the Courier wrote"); then one that carries what is credited; then
    the one that has most of the words of the credit's sentence, then of its paragraph ("had told
    the Courier the same"), then of the whole report, words that few reports of the story have
    before others; of equal ones the earliest.
    """
    if len(own) == 1:
        return own[0]
    mine = material.by_id[credit.report]
    sentence = sentence_of(mine, credit.phrase)
    days = _days_in(material, credit.report, sentence)
    name = _stems_of(credit.target) | _stems_of(credit.target_span.of(mine.text))
    around = (sentence.of(mine.text), _paragraph_of(mine, sentence).of(mine.text), mine.text)
    said, beside, whole = (_telling_stems(text) - name for text in around)
    others = [theirs for name, theirs in stems.items() if name != credit.report]
    rarity = {word: 1 / max(1, sum(word in theirs for theirs in others)) for word in whole}

    def rank(report: str) -> tuple[bool, bool, bool, float, float, float]:
        theirs = stems[report]
        date = material.by_id[report].published
        return (
            is_earlier(mine, material.by_id[report]) is not True,
            date is not None and date.value[:10] in days,
            _carries(material, credit, report) is True,
            round(sum(rarity[word] for word in sorted(said & theirs)), 6),
            round(sum(rarity[word] for word in sorted(beside & theirs)), 6),
            sum(rarity[word] for word in sorted(whole & theirs)) / max(1, len(theirs)) ** 0.5,
        )

    return max(own, key=rank)


def sentence_of(report: Report, span: Span) -> Span:
    """The sentence in which a phrase stands; its line where the report marks no parts."""
    for part in report.parts:
        if part.span.covers(span):
            for sentence in find_sentences(report.text, part.span):
                if sentence.end >= span.end:
                    return sentence
    start = report.text.rfind("\n", 0, span.start) + 1
    end = report.text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(report.text))


def _paragraph_of(report: Report, sentence: Span) -> Span:
    """The paragraph in which a sentence stands; the sentence where the report marks none."""
    return next((part.span for part in report.parts if part.span.covers(sentence)), sentence)


def _days_in(material: Material, report: str, sentence: Span) -> frozenset[str]:
    timexes = material.extraction_of[report].timexes
    return frozenset(t.value[:10] for t in timexes if t.value and sentence.covers(t.span))


def _stems_of(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(fold_case(text)) if is_content(word))


def _telling_stems(text: str) -> frozenset[str]:
    """Those of words that say which report is meant: no common ones, none of crediting."""
    words = [word for word in _WORD.findall(fold_case(text)) if is_content(word)]
    kept = (word for word in words if rarity_of(word) >= _UNCOMMON and word not in _CREDITING)
    return frozenset(stem(word) for word in kept)


def _carries(material: Material, credit: Credit, report: str) -> bool | None:
    """Whether a report carries what is credited to it; None where that cannot be told.

    It does if it has a member of the same statement, or most of the words, or a good part of them
    with the numbers; other numbers leave it open. It does not if quoted words are missing there, or
    nearly all words of what is told, and the credit stands in the very sentence.
    """
    attribution = material.attributions.get(credit.attribution or "")
    if attribution is None or not attribution.content:
        return None
    statement = material.statement_of.get(attribution.id)
    for other in material.extraction_of[report].attributions:
        if statement is not None and material.statement_of.get(other.id) == statement:
            return True
    text = material.by_id[credit.report].text
    said = _WORD.findall(fold_case(" ".join(span.of(text) for span in attribution.content)))
    theirs = set(_WORD.findall(fold_case(material.by_id[report].text)))
    wanted = {stem(word) for word in said if is_content(word)}
    if len(wanted) < 2:
        return None
    held = len(wanted & {stem(word) for word in theirs}) / len(wanted)
    numbers = {word for word in said if word.isdigit() and len(word) > 1}
    if numbers <= theirs and held >= (_HARDLY if numbers else _MOST):
        return True
    if not _stand_together(material, credit, attribution):
        return None
    is_quoted = attribution.kind is Kind.DIRECT and len(said) >= 4
    return False if is_quoted or (held <= _HARDLY and len(wanted) >= 3) else None


def _stand_together(material: Material, credit: Credit, attribution: Attribution) -> bool:
    """Whether a credit stands in a sentence of the attribution, not only near it."""
    sentence = sentence_of(material.by_id[credit.report], credit.phrase)
    pieces = (*attribution.source, *attribution.cue, *attribution.content)
    return any(sentence.overlaps(piece) for piece in pieces)


def _edge(
    material: Material,
    report: str,
    target: str,
    kind: EdgeKind,
    credits: list[tuple[Credit, str]],
) -> Edge:
    evidence = tuple(
        Evidence(
            kind=f"credit-{credit.kind}".replace(" ", "-"),
            score=_SCORE.get(credit.kind, 0.95),
            reason=f"{material.title_of(report)} {_REASON[credit.kind].format(target=name)}",
            places=(Place(report=report, span=credit.phrase),),
        )
        for credit, name in credits
    )
    borne_out: bool | None = None
    if target in material.by_id and kind is EdgeKind.CREDIT:
        answers = [_carries(material, credit, target) for credit, _ in credits]
        known = [answer for answer in answers if answer is not None]
        borne_out = any(known) if known else None
    return Edge(
        id=content_id("edge", report, target, kind),
        report=report,
        target=target,
        kind=kind,
        direction=Judgement.YES,
        score=max(piece.score for piece in evidence),
        evidence=evidence,
        is_borne_out=borne_out,
    )
