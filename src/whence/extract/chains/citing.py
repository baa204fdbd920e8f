"""Outlets that cite: "Reuters, citing two officials, said", "the Post quoted him as saying"."""

import re
from bisect import bisect_left
from typing import Final

from whence.extract.cases import Case
from whence.extract.chains.media import Media
from whence.extract.naming import is_somebody
from whence.lexicon.tables import load_table
from whence.model import Carrier, CarrierRole, Span

_TABLE: Final = load_table("chains")
_CITING: Final = re.compile(
    r"\b(?P<verb>citing|quoting|which (?:cited|quoted)|who (?:cited|quoted)|(?:has|have) cited)\s+"
    r"(?P<whom>[^,.;:“”\"\n]{3,120}?)"
    r"(?=\s*[,.;:“\"\n]|\s+(?:that|as saying|said|reported|reports|says)\b|$)",
    re.IGNORECASE,
)
_GROUND: Final = re.compile(
    r"^(?:the |a |an |his |her |their )?(?:\w+ ){0,2}?(?:"
    + "|".join(_TABLE["citing"]["grounds"])
    + r")\b",
    re.IGNORECASE,
)
_AS_SAYING: Final = re.compile(
    r"(?P<whom>[^.;:“”\"\n]{2,120}?),?\s+(?P<cue>as "
    r"(?:saying|having said|telling|writing|adding|stating|claiming))"
    r"(?P<hearer>(?: \w+){0,3}?)(?=\s+that\b|\s*[:,“\"]|\s+\w)",
    re.IGNORECASE,
)
_QUOTED_BY: Final = re.compile(
    r"\b(?:quoted|cited)(?:\s+(?:as (?:saying|telling|writing)|\w+day|recently|later|widely)){0,2}"
    r"\s+(?:by|in)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_PASSIVE: Final = re.compile(r"\b(?:is|was|are|were|been|being) (?:\w+ )?quoted\b", re.IGNORECASE)
_SAYING_BY: Final = re.compile(
    r"as (?:saying|telling|writing)(?:\s+(?:by|in)\s+(?:the\s+)?[^\W\d_a-z][\w’'-]*"
    r"(?:\s+[^\W\d_a-z][\w’'-]*){0,4})?(?:,?\s+that)?\s+"
)
_SUBJECT: Final = re.compile(r"(?P<who>[^\s,.;:“”\"\n][^,.;:“”\"\n]{0,60}?)\s*$")
_QUOTE_VERB: Final = re.compile(r"\b(?:quot(?:es?|ed|ing)|cit(?:es?|ed|ing))\b", re.IGNORECASE)
_ASIDE_CUE: Final = re.compile(r"\b(?:quoting|citing)$", re.IGNORECASE)
_ASIDE: Final = re.compile(r"\s*(?P<whom>[^,.;:“”\"\n]{3,100}),\s+(?P<that>that)\s")
_LEADING: Final = re.compile(r"(?:\s*[,:]\s*|\s+)(?:that\s+)?")


def turn_citations(cases: list[Case], media: Media, text: str) -> None:
    """Give cited sources their place: they speak, the outlet that cites them carries.

    Attributions that only said "citing X" are dropped where another one took X as its source.
    """
    for case in cases:
        _name_quoted(case, text)
        if _turn_quoted(case, media, text) or _turn_aside(case, media, text):
            continue
        if case.source and (media.is_medium(case.source) or _reports(case, text)):
            _turn_citing(case, media, text)
    _add_quoted_by(cases, media, text)
    _drop_spent(cases, text)


def _name_quoted(case: Case, text: str) -> None:
    """Give "was quoted as saying" its subject, and leave "as saying by the Post" out of it."""
    if not case.cue or not _PASSIVE.search(case.cue[0].of(text)):
        return
    first = case.content[0]
    if len(case.content) > 1 and first.end <= case.cue[0].start:
        later = case.content[1]
        if _SAYING_BY.match(text, *later):  # "Hill | was quoted | as saying by the Post that"
            case.source = case.source or (first,)
            case.content = case.content[1:]
            first = later
    leading = _SAYING_BY.match(text, first.start, first.end)
    if leading is not None and leading.end() < first.end:
        case.content = (Span(leading.end(), first.end), *case.content[1:])
    if case.source:
        return
    subject = _SUBJECT.search(text, case.reach.start, case.cue[0].start)
    if subject is not None:
        case.source = (Span(*subject.span("who")),)


def _turn_quoted(case: Case, media: Media, text: str) -> bool:
    """In "The Post quoted Hill as saying C": Hill speaks, by way of the Post."""
    if not case.source or not case.cue or not _QUOTE_VERB.search(case.cue[-1].of(text)):
        return False
    first = case.content[0]
    if first.start < case.cue[-1].end:
        return False
    match = _AS_SAYING.match(text, first.start, first.end)
    if match is None:
        return False
    start = match.end()
    leading = _LEADING.match(text, start, first.end)
    start = leading.end() if leading else start
    if start >= first.end:
        return False
    case.via = [_carrier_of(case, media, CarrierRole.REPORTED)]
    case.source = (Span(*match.span("whom")),)
    case.cue = (*case.cue, Span(*match.span("cue")))
    case.content = (Span(start, first.end), *case.content[1:])
    return True


def _turn_aside(case: Case, media: Media, text: str) -> bool:
    """In "The Post reported, quoting two drivers, that C": the drivers speak, the Post carries."""
    if not case.source or not case.cue or not _ASIDE_CUE.search(case.cue[-1].of(text)):
        return False
    first = case.content[0]
    match = _ASIDE.match(text, *first)
    if match is None or not media.is_medium(case.source):
        return False
    whom = Span(*match.span("whom"))
    if _GROUND.match(whom.of(text)):
        return False
    case.via = [_carrier_of(case, media, CarrierRole.CITED)]
    case.source = (whom,)
    case.content = (Span(match.start("that"), first.end), *case.content[1:])
    return True


def _turn_citing(case: Case, media: Media, text: str) -> None:
    for match in _CITING.finditer(text, case.reach.start, case.reach.end):
        whom = Span(*match.span("whom"))
        if any(piece.overlaps(whom) for piece in case.content) or _GROUND.match(whom.of(text)):
            continue
        if not (is_somebody(whom.of(text)) or media.is_medium((whom,))):
            continue
        carrier = _carrier_of(case, media, CarrierRole.CITED, before=match.start())
        case.via = [carrier]
        case.source = (whom,)
        return


def _reports(case: Case, text: str) -> bool:
    """Whether the cue is an outlet's own: "reported", "reports"."""
    return bool(case.cue) and bool(
        re.search(r"\breport(?:s|ed)?$", case.cue[-1].of(text), re.IGNORECASE)
    )


def _carrier_of(case: Case, media: Media, role: CarrierRole, before: int = -1) -> Carrier:
    """The source of a case as carrier."""
    source = case.source[0]
    names = media.names_in(source)
    names = [
        name for name in names if before < 0 or name.span.start < before or before < source.start
    ]
    if names:
        return media.carrier(names[0], role)
    return media.plain(source, role)


def _add_quoted_by(cases: list[Case], media: Media, text: str) -> None:
    """In "was quoted by the Post as saying", "as quoted by the Post"."""
    for case in cases:
        if case.via:
            continue
        for match in _QUOTED_BY.finditer(text, case.reach.start, case.reach.end):
            where = Span(*match.span())
            if case.holds(where):
                continue
            name = media.name_at(match.end(), case.reach)
            if name is not None and not case.holds(name.span):
                case.via = [media.carrier(name, CarrierRole.REPORTED)]
                _cut_source(case, match.start(), text)
                break


def _cut_source(case: Case, position: int, text: str) -> None:
    """Leave ", as quoted by the Post" out of a source."""
    pieces = []
    for piece in case.source:
        if piece.start < position < piece.end:
            words = re.sub(r"[\s,]+(?:as)?\s*$", "", text[piece.start : position])
            pieces.append(Span(piece.start, piece.start + len(words)))
        elif piece.end <= position or piece.start > position:
            pieces.append(piece)
    if pieces and all(piece.start < piece.end for piece in pieces):
        case.source = tuple(pieces)


def _drop_spent(cases: list[Case], text: str) -> None:
    """Drop "citing two officials" as an attribution of its own."""
    sources = sorted({piece for case in cases if case.via for piece in case.source})
    for case in cases:
        if case.via or not case.cue:
            continue
        if not case.cue[0].of(text).lower().endswith(("citing", "quoting")):
            continue
        for piece in case.content:
            index = bisect_left(sources, piece)
            near = sources[max(0, index - 1) : index + 1]
            if any(piece.overlaps(source) for source in near):
                case.dropped = True
