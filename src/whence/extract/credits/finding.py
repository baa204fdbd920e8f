"""The credits of one report: from its phrases, its carriers, its marks and its links."""

import re
from collections import Counter

from whence.extract.credits.anaphors import find_anaphors
from whence.extract.credits.attaching import Attachments
from whence.extract.credits.documents import find_document, find_papers
from whence.extract.credits.folding import NameBook, is_own
from whence.extract.credits.lines import find_line_credits, is_platform
from whence.extract.credits.links import find_link_credits
from whence.extract.credits.names import Certainty, OutletName, find_outlet_names
from whence.extract.credits.others import Others, find_others
from whence.extract.credits.slots import Slot, find_slots
from whence.extract.credits.told import find_told_names
from whence.extract.interface import RawMention
from whence.lexicon.outlets import fold_outlet, is_short_for
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
    Value,
    content_id,
)

_SKIPPED = frozenset({PartKind.FURNITURE, PartKind.BYLINE, PartKind.DATELINE})

_INITIALS = re.compile(r"\b[A-Z]{2,5}\b")
_PICTURE = re.compile(r"photo|image|picture|video|credit|screen|graphic", re.IGNORECASE)
_LINE = 80


class _Found(Value, frozen=True, kw_only=True):
    """A name with the credit phrase round it and the kind of part it stands in."""

    name: OutletName
    slot: Slot
    part: PartKind


def find_credits(
    report: Report,
    attributions: tuple[Attribution, ...],
    mentions: tuple[RawMention, ...] = (),
) -> tuple[Credit, ...]:
    """The credits of a report in order of text.

    A report's credit to its own outlet ("told the Gazette" in the Gazette) is kept and marked
    ``is_self``: it is evidence of its own reporting.

    Args:
        report: The report.
        attributions: What was found in it; a credit names the one that it stands beside.
        mentions: The names that the extractor found.
    """
    parts = _list_parts(report)
    blocks = [span for span, _ in parts]
    told = find_told_names(report.text, tuple(blocks))
    others = find_others(report.text, mentions)
    found = [
        piece for span, kind in parts for piece in _find_in_part(report, span, kind, told, others)
    ]
    outlets = _outlet_credits(report, _keep_believable(report, found, attributions))
    credits = [*outlets, *find_anaphors(report, blocks, outlets), *find_papers(report, blocks)]
    credits += find_line_credits(report, [credit.target_span for credit in credits])
    attachments = Attachments(attributions)
    credits = [attachments.attach(credit) for credit in credits] + _mark_credits(report)
    credits += find_link_credits(report, {fold_outlet(credit.target) for credit in credits})
    return tuple(sorted(credits, key=lambda credit: (credit.phrase, credit.kind, credit.target)))


def _list_parts(report: Report) -> list[tuple[Span, PartKind]]:
    """Where credits are looked for: the parts that report; the whole text where none is marked."""
    if not report.parts:
        return [(Span(0, len(report.text)), PartKind.BODY)]
    return [(part.span, part.kind) for part in report.parts if part.kind not in _SKIPPED]


def _find_in_part(
    report: Report, span: Span, kind: PartKind, told: frozenset[str], others: Others
) -> list[_Found]:
    names = find_outlet_names(report.text, span, own=report.outlet, told=told, others=others)
    slots = find_slots(report.text, names, span)
    return [_Found(name=name, slot=slot, part=kind) for name, slot in slots]


def _keep_believable(
    report: Report, found: list[_Found], attributions: tuple[Attribution, ...]
) -> list[_Found]:
    """What is left when possible names that nothing else supports are taken out."""
    slots: Counter[str] = Counter(
        piece.name.name
        for piece in found
        if piece.name.certainty > Certainty.POSSIBLE or piece.slot.is_strong
    )
    carriers = {
        fold_outlet(carrier.name) for attribution in attributions for carrier in attribution.via
    }
    sure = sorted({p.name.name for p in found if p.name.certainty is Certainty.SURE})
    kept = []
    for piece in found:
        if is_platform(piece.name.name) and piece.slot.kind is not CreditKind.PHOTO:
            continue
        if piece.name.certainty is Certainty.POSSIBLE:
            name = piece.name.name
            words = name.split()
            supported = slots[name] > 1 or len(words) > 1 or fold_outlet(name) in carriers
            enough = piece.slot.is_sure or (piece.slot.is_strong and supported)
            if not (enough or _stands_for(name, sure)):
                continue
        kept.append(piece)
    return kept


def _stands_for(name: str, sure: list[str]) -> bool:
    """Whether capitals are the initials of an outlet that the report credits in full."""
    return name.isupper() and any(is_short_for(name, other) for other in sure)


def _outlet_credits(report: Report, found: list[_Found]) -> list[Credit]:
    book = NameBook(report, (piece.name for piece in found))
    credits = []
    seen: set[tuple[Span, CreditKind]] = set()
    for piece in found:
        name, slot = piece.name, piece.slot
        kind = CreditKind.PHOTO if _is_photo(report, piece) else slot.kind
        if (name.span, kind) in seen:
            continue
        seen.add((name.span, kind))
        target = book.full_name(name)
        own = is_own(target, name.name, report)
        if kind is CreditKind.OBTAINED:
            document = find_document(report.text, slot.phrase)
            credits += [_obtained(report, document, slot)] if document else []
        credits.append(
            Credit(
                id=content_id("credit", report.id, kind, name.span),
                report=report.id,
                kind=kind,
                target=target,
                target_kind=name.kind,
                target_span=name.span,
                phrase=slot.phrase,
                is_self=own,
            )
        )
    return credits


def _is_photo(report: Report, piece: _Found) -> bool:
    """Whether the credit is for a picture: by its phrase, or in a credit line beside such words."""
    if piece.slot.kind is CreditKind.PHOTO or piece.part is not PartKind.CREDIT:
        return piece.slot.kind is CreditKind.PHOTO
    start = piece.name.span.start
    before = report.text[max(0, start - _LINE) : start]
    return bool(_PICTURE.search(before[max(before.rfind("["), before.rfind("\n"), 0) :]))


def _obtained(report: Report, document: Span, slot: Slot) -> Credit:
    return Credit(
        id=content_id("credit", report.id, "document", document),
        report=report.id,
        kind=CreditKind.OBTAINED,
        target=document.of(report.text),
        target_kind=TargetKind.DOCUMENT,
        target_span=document,
        phrase=slot.phrase,
    )


def _is_own_mark(mark: AgencyMark, report: Report) -> bool:
    """Whether the agency is the report's outlet, by its name or by the initials in the mark."""
    words = _INITIALS.findall(mark.span.of(report.text))
    return any(is_own(mark.agency, surface, report) for surface in (mark.agency, *words))


def _is_persons_name(mark: AgencyMark, report: Report) -> bool:
    """Whether the agency's name goes on as a person's: "By Petra Lindqvall"."""
    following = report.text[mark.span.end : mark.span.end + 2]
    is_given = mark.span.of(report.text).lower() in GIVEN_NAMES
    return is_given and following[:1] == " " and following[1:].isupper()


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
