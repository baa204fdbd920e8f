"""How each report says that it, or the one it took from, heard a voice."""

import re
from collections import defaultdict

from whence.derive.documents.documents import Document
from whence.derive.documents.papers import Paper
from whence.derive.material import Material
from whence.derive.releases import is_release
from whence.lexicon import load_table
from whence.model import (
    Attribution,
    Carrier,
    CarrierRole,
    Credit,
    CreditKind,
    Node,
    OriginKind,
    PartKind,
    Place,
    Report,
    Span,
    TargetKind,
    Value,
    hull,
)
from whence.text import find_sentences, fold_case

_SETTINGS: tuple[tuple[OriginKind, re.Pattern[str]], ...] = tuple(
    (
        OriginKind(kind),
        re.compile(
            r"\b(?:"
            + "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))
            + r")\b"
        ),
    )
    for kind, phrases in load_table("credits")["settings"].items()
)
_OUTLET_TARGETS = (TargetKind.OUTLET, TargetKind.AGENCY)
_HEARD = frozenset({CreditKind.TOLD, CreditKind.OBTAINED})
_NEAR = frozenset({CreditKind.TOLD, CreditKind.REPORTED, CreditKind.CITED, CreditKind.OBTAINED})


class Hearing(Value, frozen=True, kw_only=True):
    """Where the words of one attribution were heard, as far as its report says."""

    attribution: str
    report: str
    kind: OriginKind
    voice: str | None
    hearer: str | None = None
    """Key of the outlet that heard it; None for a public hearing and an unknown one."""
    is_public: bool = False
    """Open to all: a speech, a press conference, a release, a post, a document."""
    is_own: bool = False
    """The report says that it heard the voice itself."""
    is_heard: bool = False
    """"Told the Courier" rather than "the Courier reported"."""
    place: Place | None = None
    """The words that say so."""
    inherited: bool = False
    """Established elsewhere in the report for the same voice."""
    document: Node | None = None
    """What the words stand in: a paper, a written statement, a release of the set."""

    @property
    def place_words(self) -> Span | None:
        """Where in its report the words stand that say so: equal in equal texts."""
        return self.place.span if self.place else None

    @property
    def is_known(self) -> bool:
        """Whether anything says where the words were heard, or what they stand in."""
        return self.is_public or self.hearer is not None or self.document is not None

    @property
    def key(self) -> str:
        """Equal for equal hearings of one voice; unknown hearings differ by report."""
        if self.is_public:
            return f"public:{self.kind}"
        if self.document is not None:
            return f"document:{self.document.id}"
        return f"heard:{self.hearer}" if self.hearer is not None else f"unknown:{self.report}"


class _Speakings:
    """The documents of a story by where their words stand."""

    def __init__(self, documents: tuple[Document, ...]) -> None:
        papers = [(document, paper) for document in documents for paper in document.papers]
        self.of = {name: (d, paper) for d, paper in papers for name in paper.attributions}
        """Attribution whose source it is → the document, and what its report tells of it."""
        self.held: dict[str, list[tuple[Span, Document]]] = defaultdict(list)
        """Report → where it names a document that an outlet has."""
        for document, paper in papers:
            if paper.is_held or paper.holders:
                self.held[paper.report] += [(place.span, document) for place in paper.places]


def find_hearings(material: Material, documents: tuple[Document, ...] = ()) -> dict[str, Hearing]:
    """The hearing of every attribution, by its id.

    What the attribution itself says goes first: the document that speaks, its carriers, the credit
    beside it, the setting ("at a press conference"). Then what its report says of the same voice
    elsewhere. Then what marks the whole report: a release is heard by everybody, an agency's text
    by the agency.
    """
    speaking = _Speakings(documents)
    found: dict[str, Hearing] = {}
    for report in material.reports:
        own = _find_in_report(material, report, speaking)
        found |= _inherit(material, report, own)
    return found


def _find_in_report(material: Material, report: Report, speaking: _Speakings) -> dict[str, Hearing]:
    extraction = material.extraction_of[report.id]
    sentences = _list_sentences(report)
    folded = fold_case(report.text)
    credits = [
        credit
        for credit in extraction.credits
        if credit.kind in _NEAR and credit.target_kind in _OUTLET_TARGETS
    ]
    hearings = {}
    for attribution in extraction.attributions:
        frame = _frame_of(attribution, sentences)
        hearing = (
            _from_document(material, attribution, credits, frame, speaking.of.get(attribution.id))
            or _from_setting(material, attribution, folded, frame)
            or _from_carriers(material, attribution)
            or _from_credits(material, attribution, credits, frame)
            or _from_release(material, attribution, report)
            or _from_outlet(material, attribution)
            or _unknown(material, attribution)
        )
        hearings[attribution.id] = _with_document(hearing, frame, speaking)
    return hearings


def _with_document(hearing: Hearing, frame: list[Span], speaking: _Speakings) -> Hearing:
    """A hearing of somebody's words out of a document, with the document that its sentence names.

    "In an e-mail seen by the Gazette, Penn says that …" is Penn's voice, read in the e-mail.
    """
    if hearing.kind is not OriginKind.DOCUMENT or hearing.is_public or hearing.document:
        return hearing
    for place, document in speaking.held.get(hearing.report, ()):
        if any(sentence.covers(place) for sentence in frame):
            return hearing.replace(document=document.node)
    return hearing


def _list_sentences(report: Report) -> list[Span]:
    blocks = [part.span for part in report.parts if part.kind is not PartKind.FURNITURE]
    if not report.parts:
        blocks = [Span(0, len(report.text))]
    return [sentence for block in blocks for sentence in find_sentences(report.text, block)]


def _frame_of(attribution: Attribution, sentences: list[Span]) -> list[Span]:
    """The sentences that source and cue stand in; without them, those the content begins in."""
    pieces = [*attribution.source, *attribution.cue] or list(attribution.content[:1])
    area = hull(pieces)
    first = _first_ending_after(sentences, area.start)
    frame = []
    for sentence in sentences[first:]:
        if sentence.start >= area.end:
            break
        frame.append(sentence)
    return frame[:3]


def _first_ending_after(sentences: list[Span], position: int) -> int:
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].end <= position:
            low = middle + 1
        else:
            high = middle
    return low


def _from_document(
    material: Material,
    attribution: Attribution,
    credits: list[Credit],
    frame: list[Span],
    speaking: tuple[Document, Paper] | None,
) -> Hearing | None:
    """A document that speaks: read by the outlet that has it, relayed by others.

    One that no outlet is known to have may be open to all, which its setting says ("court papers").
    """
    if speaking is None:
        return None
    document, paper = speaking
    passed_on = _from_carriers(material, attribution) or _from_credits(
        material, attribution, credits, frame
    )
    hearer = passed_on.hearer if passed_on else next(iter(paper.holders), None)
    if hearer is None and not document.is_held:
        return None
    if paper.is_held:
        hearer = material.own_key(attribution.report)
    return Hearing(
        attribution=attribution.id,
        report=attribution.report,
        kind=OriginKind.DOCUMENT,
        voice=document.voice,
        hearer=hearer,
        is_own=paper.is_held,
        is_heard=paper.is_held or hearer in paper.holders,
        place=paper.places[0],
        document=document.node,
    )


def _from_setting(
    material: Material, attribution: Attribution, folded: str, frame: list[Span]
) -> Hearing | None:
    """A public hearing that the sentence names outside the content: "in a statement"."""
    for sentence in frame:
        words = list(folded[sentence.start : sentence.end])
        for span in attribution.content:
            start, end = max(span.start, sentence.start), min(span.end, sentence.end)
            for position in range(start - sentence.start, max(start, end) - sentence.start):
                words[position] = " "
        frame_text = "".join(words)
        for kind, pattern in _SETTINGS:
            match = pattern.search(frame_text)
            if match is None:
                continue
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            return Hearing(
                attribution=attribution.id,
                report=attribution.report,
                kind=kind,
                voice=material.voice_of(attribution.id),
                is_public=True,
                place=Place(report=attribution.report, span=span),
            )
    return None


def _from_carriers(material: Material, attribution: Attribution) -> Hearing | None:
    """The carrier next to the speaker that is an outlet: the one that heard the words."""
    for carrier in attribution.via:
        if carrier.role is CarrierRole.PAPER:
            continue
        if not carrier.is_self and not material.outlets.is_outlet(carrier.name):
            continue
        return _heard_by_carrier(material, attribution, carrier)
    return None


def _heard_by_carrier(material: Material, attribution: Attribution, carrier: Carrier) -> Hearing:
    own_key = material.own_key(attribution.report)
    key = own_key if carrier.is_self else material.outlets.key_of(carrier.name)
    place = Place(report=attribution.report, span=hull(carrier.spans)) if carrier.spans else None
    return Hearing(
        attribution=attribution.id,
        report=attribution.report,
        kind=_kind_of(
            carrier.role in (CarrierRole.TOLD, CarrierRole.OBTAINED),
            carrier.role is CarrierRole.OBTAINED,
        ),
        voice=material.voice_of(attribution.id),
        hearer=key,
        is_own=carrier.is_self or key == own_key,
        is_heard=carrier.role in (CarrierRole.TOLD, CarrierRole.OBTAINED),
        place=place,
        inherited=carrier.inherited,
    )


def _kind_of(heard: bool, obtained: bool) -> OriginKind:
    if obtained:
        return OriginKind.DOCUMENT
    return OriginKind.INTERVIEW if heard else OriginKind.UNKNOWN


def _from_credits(
    material: Material, attribution: Attribution, credits: list[Credit], frame: list[Span]
) -> Hearing | None:
    """A credit that belongs to the attribution, or else stands in its sentence."""
    beside = [credit for credit in credits if credit.attribution == attribution.id]
    if not beside:
        beside = [
            credit
            for credit in credits
            if any(sentence.covers(credit.phrase) for sentence in frame)
        ]
    if not beside:
        return None
    credit = min(beside, key=lambda c: (c.kind not in _HEARD, c.phrase))
    own_key = material.own_key(attribution.report)
    key = own_key if credit.is_self else material.outlets.key_of(credit.target)
    return Hearing(
        attribution=attribution.id,
        report=attribution.report,
        kind=_kind_of(credit.kind in _HEARD, credit.kind is CreditKind.OBTAINED),
        voice=material.voice_of(attribution.id),
        hearer=key,
        is_own=credit.is_self or key == own_key,
        is_heard=credit.kind in _HEARD,
        place=Place(report=attribution.report, span=credit.phrase),
    )


def _from_release(material: Material, attribution: Attribution, report: Report) -> Hearing | None:
    if not is_release(report):
        return None
    return Hearing(
        attribution=attribution.id,
        report=report.id,
        kind=OriginKind.RELEASE,
        voice=material.voice_of(attribution.id),
        is_public=True,
        is_own=True,
        place=Place(report=report.id, span=Span(0, min(len(report.text), 13))),
    )


def _from_outlet(material: Material, attribution: Attribution) -> Hearing | None:
    """What an outlet is said to report: heard by that outlet, from a voice that nobody names."""
    speaker = material.entities.get(material.resolution.speakers.get(attribution.id, ""))
    if speaker is None or not material.is_outlet(speaker):
        return None
    key = material.outlets.key_of(speaker.name)
    own = key == material.own_key(attribution.report)
    place = attribution.source[0] if attribution.source else attribution.content[0]
    return Hearing(
        attribution=attribution.id,
        report=attribution.report,
        kind=OriginKind.UNKNOWN,
        voice=None,
        hearer=key,
        is_own=own,
        place=Place(report=attribution.report, span=place),
    )


def _unknown(material: Material, attribution: Attribution) -> Hearing:
    return Hearing(
        attribution=attribution.id,
        report=attribution.report,
        kind=OriginKind.UNKNOWN,
        voice=material.voice_of(attribution.id),
    )


def _inherit(
    material: Material, report: Report, hearings: dict[str, Hearing]
) -> dict[str, Hearing]:
    """What the report says elsewhere of the same speaker, else of the body; else what marks it.

    What it says before goes before what it says after.
    """
    order = [a.id for a in material.extraction_of[report.id].attributions]
    known: dict[str | None, list[int]] = defaultdict(list)
    for position, name in enumerate(order):
        if hearings[name].is_known:
            for voice in dict.fromkeys((_speaker(material, name), hearings[name].voice)):
                known[voice].append(position)
    mark = _agency_mark(material, report)
    filled = {}
    for position, name in enumerate(order):
        hearing = hearings[name]
        if hearing.is_known:
            filled[name] = hearing
            continue
        speaker = _speaker(material, name)
        whose = (who for who in (speaker, hearing.voice) if who is not None)
        places = next((known[who] for who in whose if who in known), [])
        if places:
            before = [p for p in places if p < position]
            model = hearings[order[before[-1] if before else places[0]]]
            filled[name] = model.replace(attribution=name, voice=hearing.voice, inherited=True)
        elif mark is not None:
            filled[name] = hearing.replace(hearer=mark[0], place=mark[1], inherited=True)
        else:
            filled[name] = hearing
    return filled


def _speaker(material: Material, attribution: str) -> str | None:
    return material.resolution.speakers.get(attribution)


def _agency_mark(material: Material, report: Report) -> tuple[str, Place] | None:
    for credit in material.credits(report.id):
        if credit.kind is CreditKind.AGENCY and not credit.is_self:
            key = material.outlets.key_of(credit.target)
            return key, Place(report=report.id, span=credit.phrase)
    return None
