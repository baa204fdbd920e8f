"""The credits of one report: from its phrases, its carriers, its marks and its links."""

import re
from collections import defaultdict
from collections.abc import Iterable

from whence.extract.credits.anaphors import find_anaphors
from whence.extract.credits.documents import find_document, find_papers
from whence.extract.credits.folding import is_own, pick_full_name
from whence.extract.credits.links import find_link_credits
from whence.extract.credits.names import Certainty, OutletName, find_outlet_names
from whence.extract.credits.slots import Slot, find_slot
from whence.lexicon.outlets import fold_outlet
from whence.lexicon.people import GIVEN_NAMES
from whence.model import (
    AgencyMark,
    Attribution,
    Credit,
    CreditKind,
    MarkKind,
    PartKind,
    Report,
    Span,
    TargetKind,
    content_id,
)

_SKIPPED = frozenset({PartKind.FURNITURE, PartKind.BYLINE, PartKind.DATELINE})
_PHOTO_PARTS = frozenset({PartKind.CREDIT})

_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Prof|Sgt|Lt|Capt|Col|Gen)\.? ([A-Z][\w'’-]+)")
_FULL_NAME = re.compile(r"\b([A-Z][a-z]+) ([A-Z][\w'’-]+)")
_AGED = re.compile(r"\b([A-Z][\w'’-]+), \d{1,2}\b")
_INITIALS = re.compile(r"\b[A-Z]{2,5}\b")
_AND = re.compile(r" and (?:the )?")
_ARTICLE = 4
_PICTURE = re.compile(r"photo|image|picture|video|credit|screen|graphic", re.IGNORECASE)
_LINE = 80
_BESIDE = 12

Found = tuple[OutletName, Slot]


def find_credits(report: Report, attributions: tuple[Attribution, ...]) -> tuple[Credit, ...]:
    """The credits of a report in order of text.

    A report's credit to its own outlet ("told the Gazette" in the Gazette) is kept and marked
    ``is_self``: it is evidence of its own reporting.

    Args:
        report: The report.
        attributions: What was found in it; a credit names the one that it stands beside.
    """
    found: list[Found] = []
    for part in _blocks(report):
        names = find_outlet_names(report.text, part, own=report.outlet)
        for name in names:
            slot = find_slot(report.text, name, part)
            if slot is None:
                continue
            if slot.phrase.start >= name.span.start - _ARTICLE:
                found += _find_paired(report.text, names, name, slot)
            found.append((name, slot))
    found = _keep_believable(report, found, attributions)
    outlets = _outlet_credits(report, found, attributions)
    credits = [
        *outlets,
        *_attached(find_anaphors(report, _blocks(report), outlets), attributions),
        *find_papers(report, tuple(_blocks(report)), attributions),
        *_mark_credits(report),
    ]
    taken = {fold_outlet(credit.target) for credit in credits}
    credits += find_link_credits(report, taken)
    return tuple(sorted(credits, key=lambda credit: (credit.phrase, credit.kind, credit.target)))


def _find_paired(
    text: str, names: tuple[OutletName, ...], name: OutletName, slot: Slot
) -> list[Found]:
    """The outlet before "and" that shares the verb: "Capital Watch and the Post have reported"."""
    return [
        (other, slot.replace(phrase=Span(other.span.start, slot.phrase.end), is_strong=True))
        for other in names
        if other.span.end < name.span.start
        and _AND.fullmatch(text, other.span.end, name.span.start)
    ]


def _blocks(report: Report) -> list[Span]:
    """Where credits are looked for: the parts that report; the whole text where none is marked."""
    if not report.parts:
        return [Span(0, len(report.text))]
    return [part.span for part in report.parts if part.kind not in _SKIPPED]


def _keep_believable(
    report: Report, found: list[Found], attributions: tuple[Attribution, ...]
) -> list[Found]:
    """What is left when possible names that nothing else supports are taken out."""
    slots: dict[str, int] = defaultdict(int)
    for name, slot in found:
        if name.certainty > Certainty.POSSIBLE or slot.is_strong:
            slots[name.name] += 1
    carriers = {
        fold_outlet(carrier.name) for attribution in attributions for carrier in attribution.via
    }
    people = _find_people(report.text)
    kept = []
    for name, slot in found:
        supported = slots[name.name] > 1 or fold_outlet(name.name) in carriers
        if name.certainty is Certainty.POSSIBLE:
            words = name.name.split()
            enough = slot.is_strong and (supported or len(words) > 1)
            if words[-1] in people or not enough:
                continue
        kept.append((name, slot))
    return kept


def _find_people(text: str) -> frozenset[str]:
    """Last words of names that an honorific or an age shows to be people's."""
    named = {last for first, last in _FULL_NAME.findall(text) if first.lower() in GIVEN_NAMES}
    return frozenset([*named, *_HONORIFIC.findall(text), *_AGED.findall(text)])


def _outlet_credits(
    report: Report, found: Iterable[Found], attributions: tuple[Attribution, ...]
) -> list[Credit]:
    found = list(found)
    names = [name for name, _ in found]
    credits = []
    seen: set[tuple[Span, CreditKind]] = set()
    for name, slot in found:
        target = pick_full_name(report, name, names)
        own = is_own(target, name.name, report)
        kind = slot.kind
        target_kind = name.kind
        span = name.span
        if _is_photo_credit(report, name, slot):
            kind = CreditKind.PHOTO
        if kind is CreditKind.OBTAINED and own:
            document = find_document(report.text, slot.phrase)
            if document is not None:
                credits.append(_obtained(report, document, slot, attributions))
        if (span, kind) in seen:
            continue
        seen.add((span, kind))
        credits.append(
            Credit(
                id=content_id("credit", report.id, kind, span),
                report=report.id,
                kind=kind,
                target=target,
                target_kind=target_kind,
                target_span=span,
                phrase=slot.phrase,
                is_self=own,
                attribution=_beside(slot.phrase, attributions),
            )
        )
    return credits


def _is_photo_credit(report: Report, name: OutletName, slot: Slot) -> bool:
    """Whether a name in a credit line stands beside words for a picture."""
    if slot.kind is CreditKind.PHOTO or report.part_at(name.span.start) not in _PHOTO_PARTS:
        return slot.kind is CreditKind.PHOTO
    before = report.text[max(0, name.span.start - _LINE) : name.span.start]
    return bool(_PICTURE.search(before[max(before.rfind("["), before.rfind("\n"), 0) :]))


def _obtained(
    report: Report, document: Span, slot: Slot, attributions: tuple[Attribution, ...]
) -> Credit:
    return Credit(
        id=content_id("credit", report.id, "document", document),
        report=report.id,
        kind=CreditKind.OBTAINED,
        target=document.of(report.text),
        target_kind=TargetKind.DOCUMENT,
        target_span=document,
        phrase=slot.phrase,
        attribution=_beside(Span(document.start, slot.phrase.end), attributions),
    )


def _attached(credits: list[Credit], attributions: tuple[Attribution, ...]) -> list[Credit]:
    return [credit.replace(attribution=_beside(credit.phrase, attributions)) for credit in credits]


def _beside(phrase: Span, attributions: tuple[Attribution, ...]) -> str | None:
    """The attribution whose source, cue or carriers touch the phrase; else the nearest by gap."""
    for attribution in attributions:
        pieces = [*attribution.source, *attribution.cue]
        pieces += [span for carrier in attribution.via for span in carrier.spans]
        if any(piece.overlaps(phrase) for piece in pieces):
            return attribution.id
    for attribution in attributions:
        for piece in attribution.content:
            if 0 <= phrase.start - piece.end <= _BESIDE or 0 <= piece.start - phrase.end <= _BESIDE:
                return attribution.id
    return None


def _is_own_mark(mark: AgencyMark, report: Report) -> bool:
    """Whether the agency is the report's outlet, by its name or by the initials in the mark."""
    words = _INITIALS.findall(mark.span.of(report.text))
    return any(is_own(mark.agency, surface, report) for surface in (mark.agency, *words))


def _is_persons_name(mark: AgencyMark, report: Report) -> bool:
    """Whether the agency's name in a byline goes on as a person's: "By Petra Lindqvall"."""
    if mark.kind is not MarkKind.BYLINE or mark.agency.isupper():
        return False
    named = re.search(rf"\b{re.escape(mark.agency)} [A-Z][a-z]+", report.text[: mark.span.end + 40])
    return bool(named) and mark.agency.lower() in GIVEN_NAMES


def _mark_credits(report: Report) -> list[Credit]:
    return [
        Credit(
            id=content_id("credit", report.id, "mark", mark.kind, mark.span),
            report=report.id,
            kind=CreditKind.PHOTO if mark.kind is MarkKind.PHOTO else CreditKind.AGENCY,
            target=mark.agency,
            target_kind=TargetKind.AGENCY,
            target_span=mark.span,
            phrase=mark.span,
            is_self=_is_own_mark(mark, report),
        )
        for mark in report.agency_marks
        if not _is_persons_name(mark, report)
    ]
