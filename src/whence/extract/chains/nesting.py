"""Attributions inside the contents of others: the outer source becomes a carrier."""

from bisect import bisect_left
from typing import Final

from whence.extract.cases import Case
from whence.extract.chains.media import Media
from whence.extract.cuetypes import cue_type_of, polarity_of
from whence.extract.quotations import is_inside
from whence.lexicon.tables import load_table
from whence.model import (
    SPEECH,
    Carrier,
    CarrierRole,
    CuePolarity,
    Quotation,
    Span,
    Spans,
    hull,
    overlap,
)

_TABLE: Final = load_table("chains")
_SELF_INDIRECT: Final = frozenset(_TABLE["self"]["indirect"])
_SELF_DIRECT: Final = frozenset(_TABLE["self"]["direct"])
_PRONOUNS: Final = frozenset("he she they it who which that we i one".split())
DEEPEST: Final = 3
_MOST: Final = 0.5


def find_parents(cases: list[Case]) -> None:
    """Name for each attribution the smallest one whose content holds its cue."""
    live = sorted((case for case in cases if not case.dropped), key=lambda case: hull(case.content))
    open_cases: list[Case] = []
    placed = sorted(live, key=lambda case: (_anchor(case), -_size(case.content)))
    by_start = iter(live)
    waiting = next(by_start, None)
    for case in placed:
        at = _anchor(case)
        while waiting is not None and hull(waiting.content).start <= at:
            open_cases.append(waiting)
            waiting = next(by_start, None)
        open_cases = [held for held in open_cases if hull(held.content).end > at]
        holders = [
            held
            for held in open_cases
            if held is not case and _holds(held, case) and not _holds(case, held)
        ]
        if not holders and case.raw.depth:
            # The extractor found it inside another: the one whose content touches its own.
            holders = [
                held
                for held in open_cases
                if held.raw.depth < case.raw.depth and overlap(held.content, case.content)
            ]
        case.parent = min(holders, key=lambda held: _size(held.content), default=None)


def _anchor(case: Case) -> int:
    return hull(case.cue or case.source or case.content).start


def _holds(outer: Case, inner: Case) -> bool:
    anchors = inner.cue or inner.source
    if not anchors or not outer.holds(anchors[0]):
        return False
    return not inner.source or outer.holds(inner.source[0]) or not inner.cue


def _size(content: Spans) -> int:
    return sum(piece.end - piece.start for piece in content)


def add_outer_speakers(
    cases: list[Case], media: Media, text: str, quotations: tuple[Quotation, ...]
) -> None:
    """Put the sources of outer attributions, and their carriers, behind those of the inner ones."""
    own = {id(case): list(case.via) for case in cases}
    named = _Named(cases, text)
    for case in cases:
        outer, depth = case.parent, 1
        inner = case
        while outer is not None and depth < DEEPEST:
            if media.is_medium(outer.source) or _passes_on(inner, outer, text, quotations):
                carrier = _speaker(outer, media, named)
                if carrier is not None and all(known.name != carrier.name for known in case.via):
                    case.via.append(carrier)
            for carrier in own[id(outer)]:
                if all(known.name != carrier.name for known in case.via):
                    case.via.append(carrier)
            inner, outer, depth = outer, outer.parent, depth + 1


class _Named:
    """The sources of a report that are no pronouns, in order of text."""

    def __init__(self, cases: list[Case], text: str) -> None:
        self._text = text
        self._spans = sorted(
            case.source[0] for case in cases if case.source and not self.is_pronoun(case.source[0])
        )

    def is_pronoun(self, span: Span) -> bool:
        """Whether a source is a pronoun: "she", "they"."""
        return span.of(self._text).lower() in _PRONOUNS

    def before(self, case: Case) -> Span | None:
        """The source that stands last before a pronoun's words: whom it goes on with."""
        start = min((*case.source, *case.content)).start
        index = bisect_left(self._spans, Span(start, start)) - 1
        return self._spans[index] if index >= 0 else None


def _speaker(outer: Case, media: Media, named: _Named) -> Carrier | None:
    """The source of an outer attribution as carrier; a pronoun under the name that it takes up."""
    if not outer.source:
        return None
    if named.is_pronoun(outer.source[0]):
        before = named.before(outer)
        if before is None:
            return None
        return media.plain(before, CarrierRole.REPORTED).replace(spans=(outer.source[0],))
    names = media.names_in(outer.source[0])
    if names and media.is_medium(outer.source):
        return media.carrier(names[0], CarrierRole.REPORTED)
    return media.plain(outer.source[0], CarrierRole.REPORTED)


def _passes_on(inner: Case, outer: Case, text: str, quotations: tuple[Quotation, ...]) -> bool:
    """Whether the outer source is another one than the inner, and passed the words on."""
    if not outer.source or cue_type_of(text, outer.cue, outer.content) not in SPEECH:
        return False
    if not inner.source:
        return True
    word = inner.source[0].of(text).lower()
    at = inner.cue[0].start if inner.cue else inner.source[0].start
    quoted = is_inside(quotations, at)
    return word not in (_SELF_DIRECT if quoted else _SELF_INDIRECT)


def mark_relays(cases: list[Case], media: Media, text: str) -> None:
    """Mark what an outlet passes on: "the Post reported that Hill said" is Hill's statement."""
    children: dict[int, list[Case]] = {}
    for case in cases:
        if case.parent is not None and not case.dropped and _is_told(case, text):
            children.setdefault(id(case.parent), []).append(case)
    for case in cases:
        inner = children.get(id(case), [])
        if not inner or case.dropped or not case.source or case.via:
            continue
        if not media.is_medium(case.source) or not _is_told(case, text):
            continue
        covered = sum(
            _size((hull((*other.source, *other.cue, *other.content)),)) for other in inner
        )
        case.is_relay = covered >= _MOST * _size(case.content)
        if case.is_relay:
            _hand_over(case, inner)


def _hand_over(relay: Case, inner: list[Case]) -> None:
    """Give the rest of what an outlet passes on to the one who said it: later pieces are his too.

    "“No,” Hill said, according to the Post. “Never.”" is all Hill's.
    """
    last = max(inner, key=lambda case: hull(case.content))
    end = hull((*last.source, *last.cue, *last.content)).end
    rest = tuple(piece for piece in relay.content if piece.start >= end)
    if len(rest) < len(relay.content):
        last.content = (*last.content, *rest)


def _is_told(case: Case, text: str) -> bool:
    """Whether a cue is one of telling, and tells."""
    kind = cue_type_of(text, case.cue, case.content)
    polarity = polarity_of(text, case.cue, case.content, kind=kind)
    return kind in SPEECH and polarity is not CuePolarity.REFUSED
