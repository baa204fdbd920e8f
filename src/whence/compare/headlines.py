"""Headlines that assert more than their body does."""

from collections.abc import Iterable, Sequence

from whence.compare.statements.likeness import Likeness, likeness
from whence.compare.statements.profiles import Profile, Rarity, profile
from whence.compare.wording.folding import number_value
from whence.compare.wording.matching import align
from whence.compare.wording.meaning import HEDGES
from whence.compare.wording.units import Texts
from whence.compare.wording.weights import is_content
from whence.compare.wording.words import Words
from whence.lexicon import load_table
from whence.lexicon.concepts import concept
from whence.model import (
    Anonymity,
    Attribution,
    EditKind,
    Extraction,
    HeadlineGap,
    Modality,
    PartKind,
    QuotationRole,
    Report,
    Span,
    UnnamedType,
    Value,
)
from whence.text import find_sentences

_TABLE = load_table("headlines")
_ASCRIBES = frozenset(_TABLE["ascribes"])
_BOUNDS = frozenset(_TABLE["bounds"])
_OPEN = frozenset(_TABLE["open"])
FURTHEST = 40
"""Sentences of the body that are looked at; what the headline rests on stands near the top."""
FEWEST_QUOTED = 3
"""Words; fewer between marks in a headline are a term or a claim at arm's length."""


class Sentence(Value, frozen=True, kw_only=True):
    """A sentence of the body with what it says."""

    span: Span
    words: Words
    profile: Profile


class Ground(Sentence, frozen=True, kw_only=True):
    """The sentence of the body that a headline rests on."""

    found: Likeness


def find_headline_gaps(
    reports: Sequence[Report], extractions: Sequence[Extraction], texts: Texts
) -> tuple[HeadlineGap, ...]:
    """What headlines say more strongly than the sentence they rest on, in order of reports.

    Four things are looked for: a hedge dropped, the one who says it dropped, a larger number or a
    bound dropped, and quotation marks round words that the body does not quote.
    """
    held = {extraction.report: extraction for extraction in extractions}
    found: list[HeadlineGap] = []
    for report in sorted(reports, key=lambda report: report.id):
        if report.headline is None:
            continue
        extraction = held.get(report.id) or Extraction(report=report.id)
        found.extend(_gaps(report, report.headline, extraction, texts))
    return tuple(found)


def _gaps(
    report: Report, headline: Span, extraction: Extraction, texts: Texts
) -> Iterable[HeadlineGap]:
    words = texts.pick(report.id, (headline,))
    if not words.keys:
        return
    body = _body(report, headline, texts)
    top = profile(words, report.text)
    ground = _ground(top, body)
    found: list[tuple[str, Span | None]] = [(_promoted(report, headline, extraction, texts), None)]
    if _asserts(report, headline, words, extraction):
        hedge = _hedge_dropped(words, body)
        found.append(hedge or ("", None))
        if ground is not None:
            found.append((_speaker_dropped(report, ground, extraction), ground.span))
    if ground is not None:
        found.append((_larger_number(top, words, ground), ground.span))
    for reason, span in found:
        if reason:
            yield HeadlineGap(report=report.id, headline=headline, body=span, reason=reason)


def _body(report: Report, headline: Span, texts: Texts) -> list[Sentence]:
    """The first sentences under the headline."""
    blocks = [p.span for p in report.parts_of(PartKind.STANDFIRST, PartKind.BODY)]
    if not report.parts:
        blocks = [Span(headline.end, len(report.text))]
    spans: list[Span] = []
    for block in blocks:
        if len(spans) >= FURTHEST:
            break
        spans.extend(find_sentences(report.text, block))
    return [
        Sentence(span=span, words=words, profile=profile(words, report.text))
        for span in spans[:FURTHEST]
        for words in (texts.pick(report.id, (span,)),)
    ]


def _ground(top: Profile, body: Sequence[Sentence]) -> Ground | None:
    """The sentence that shares most with the headline; None when none shares enough."""
    rarity = Rarity(sentence.profile.stems for sentence in body)
    best: Ground | None = None
    for sentence in body:
        found = likeness(top, sentence.profile, rarity)
        if len(found.shared) < 2 or len(found.shared) < 0.4 * len(top.stems):
            continue
        if best is None or found.weight > best.found.weight + 1e-9:
            best = Ground(
                span=sentence.span, words=sentence.words, profile=sentence.profile, found=found
            )
    return best


def _asserts(report: Report, headline: Span, words: Words, extraction: Extraction) -> bool:
    """Whether a headline claims its matter itself: no question, no hedge, nobody who says it."""
    if report.text[headline.start : headline.end].rstrip().endswith("?"):
        return False
    if set(words.keys) & (HEDGES | _ASCRIBES):
        return False
    return not (_is_ascribed(headline, extraction) or _has_marks(headline, extraction))


def _hedge_dropped(words: Words, body: Sequence[Sentence]) -> tuple[str, Span] | None:
    """A word of the headline that the body has only under a hedge, with where it stands.

    Another word of the headline must stand in the same sentence or the one before it.
    """
    concepts = {concept(key) for key in words.keys if is_content(key)}
    for key in words.keys:
        if not is_content(key) or number_value(key) is not None:
            continue
        found = [
            (_hedge_near(sentence.words.keys, at), number)
            for number, sentence in enumerate(body)
            for at, other in enumerate(sentence.words.keys)
            if concept(other) == concept(key)
        ]
        if not found or not all(hedge for hedge, _ in found):
            continue
        hedge, number = found[0]
        near = body[number].profile.stems | (body[number - 1].profile.stems if number else set())
        if (near & concepts) - {concept(key)}:
            reason = f"the body has {key!r} only with {hedge!r}, the headline without"
            return reason, body[number].span
    return None


def _hedge_near(keys: Sequence[str], at: int) -> str:
    """A hedge among the four words before a word or the two after it."""
    for other in (*reversed(keys[max(0, at - 4) : at]), *keys[at + 1 : at + 3]):
        if other in _OPEN:
            return other
    return ""


_ALONE = (UnnamedType.WITNESS, UnnamedType.FAMILIAR, UnnamedType.PASSIVE)
"""Unnamed sources that a headline should not speak for."""


def _speaker_dropped(report: Report, ground: Ground, extraction: Extraction) -> str:
    """A claim that only somebody unnamed, or nobody firmly, makes in the body."""
    holder = _holder(ground.span, extraction)
    if holder is None or len(ground.found.shared) < 3 or ground.found.share_of_lighter < 0.4:
        return ""
    if holder.modality is Modality.DENIED:
        return "the body has it as a denial, the headline as a fact"
    naming = holder.naming
    is_unnamed = naming.anonymity is Anonymity.UNNAMED and naming.unnamed_type in _ALONE
    if not is_unnamed and holder.modality is not Modality.HEDGED:
        return ""
    source = " ".join(span.of(report.text) for span in holder.source)
    return f"in the body {source or 'somebody unnamed'!r} says it, in the headline nobody does"


def _larger_number(top: Profile, words: Words, ground: Ground) -> str:
    ours = {what: number for number, what in sorted(top.counts)}
    theirs: dict[str, list[float]] = {}
    for number, what in sorted(ground.profile.counts):
        theirs.setdefault(what, []).append(number_value(number) or 0.0)
    for what, number in sorted(ours.items()):
        value = number_value(number)
        if value is not None and what in theirs and value > max(theirs[what]):
            return f"the headline has {number}, the body {max(theirs[what]):g}"
    shared = [key for key in words.keys if number_value(key) is not None]
    bound = _bound_before(ground.words.keys, shared)
    if bound and not set(words.keys) & _BOUNDS:
        return f"the body has {bound!r} before the number, the headline the number alone"
    return ""


def _bound_before(keys: Sequence[str], numbers: Sequence[str]) -> str:
    """The last word of an upper bound ("up to", "as many as") before one of the numbers."""
    for at, key in enumerate(keys):
        if key in numbers and at >= 2:
            before = f"{keys[at - 2]} {keys[at - 1]}"
            if before in ("up to", "many as", "much as"):
                return before
    return ""


def _promoted(report: Report, headline: Span, extraction: Extraction, texts: Texts) -> str:
    """Words in marks in the headline that the body does not quote."""
    quoted = [q for q in extraction.quotations if q.role is not QuotationRole.TITLE]
    inside = [q for q in quoted if headline.covers(q.span)]
    body = [texts.pick(report.id, (q.span,)).keys for q in quoted if not headline.covers(q.span)]
    for quotation in inside:
        words = texts.pick(report.id, (quotation.span,)).keys
        if len(words) < FEWEST_QUOTED or any(_holds(other, words) for other in body):
            continue
        surface = quotation.span.of(report.text)
        return f"the headline quotes {surface!r}, words that the body does not quote so"
    return ""


def _holds(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    return [op.kind for op in align(longer, shorter) if op.kind is not EditKind.DELETED] == [
        EditKind.EQUAL
    ]


def _is_ascribed(headline: Span, extraction: Extraction) -> bool:
    return any(
        span.overlaps(headline) for a in extraction.attributions for span in (*a.content, *a.cue)
    )


def _has_marks(headline: Span, extraction: Extraction) -> bool:
    return any(headline.covers(quotation.span) for quotation in extraction.quotations)


def _holder(sentence: Span, extraction: Extraction) -> Attribution | None:
    """The attribution whose content makes up most of a sentence."""
    for attribution in extraction.attributions:
        inside = sum(
            max(0, min(span.end, sentence.end) - max(span.start, sentence.start))
            for span in attribution.content
        )
        if 2 * inside > sentence.end - sentence.start and attribution.is_statement:
            return attribution
    return None
