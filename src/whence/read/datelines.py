"""Datelines: place, day and agency before the first words of a report."""

import re

from whence.lexicon import load_table
from whence.model import Span, Value
from whence.read.dates import FoundDate, find_date
from whence.read.names import AGENCIES, usual_name

_NOT_PLACES = frozenset(load_table("layout")["not_places"])
_DASH = r"(?:\s{0,3}(?:—|–|―|--)|\s{1,3}-(?=\s|[A-Z“\"'‘])|-\s|-$)"
_AGENCY = r"\((?P<agency>[^()\n]{2,48})\)"
_DAY = r"[A-Z][\w.]{0,9}(?:\s[\w.,]{1,9}){0,4}|\d{1,2}\s[A-Z][\w.]{1,9}(?:,?\s\d{4})?"
_CAPITALS = r"[A-Z][A-Z.'’/]{1,24}(?:[ -][A-Z][A-Z.'’/]{0,24}){0,5}"
_REGION = r"[A-Z][\w.'’]{0,20}(?:\s[A-Z][\w.'’]{0,20}){0,3}"
_NAME = r"[A-Z][\w'’]{1,20}(?:[ -][A-Z][\w'’]{1,20}){0,2}"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # LONDON, England, Aug. 5 (Reuters) - / WASHINGTON —
        rf"(?P<place>{_CAPITALS}(?:\s?,\s{_REGION})?(?:/[A-Z][A-Z ]{{2,24}})?)"
        rf"(?:,?\s(?P<date>{_DAY}))?,?\s{{0,2}}(?:{_AGENCY})?(?P<dash>{_DASH}|:(?=\s))",
        # Lorn, 3 March (CPA) —
        rf"(?P<place>{_NAME}(?:,\s{_REGION})?)(?:,?\s(?P<date>{_DAY}))?,?\s{{1,2}}{_AGENCY}"
        rf"(?P<dash>{_DASH}|:(?=\s))",
        # (CNN) -- / (RNS) When
        rf"{_AGENCY}(?P<dash>{_DASH}|(?=\s[A-Z]))",
        # AFP.- London -
        r"(?P<agency>[A-Z]{2,8})\s?[.:]?\s?[-–—]\s?",
    )
)
_AGENCY_NAME = re.compile(r"[A-Z][\w.&'’-]{1,24}(?:[ /][A-Z][\w.&'’-]{1,24}){0,4}|dpa")


class Dateline(Value, frozen=True, kw_only=True):
    """A dateline and what it names."""

    span: Span
    """With its dash."""
    agencies: tuple[tuple[str, Span], ...] = ()
    """Whom it names in brackets as the maker of the text, by the usual name where one is known."""
    date: FoundDate | None = None


def find_dateline(text: str, paragraph: Span) -> Dateline | None:
    """The dateline that opens a paragraph; None if none does.

    A place in capitals needs no more than a dash; after a colon there must be a day or an agency,
    for headlines use colons too. A place in small letters needs an agency.
    """
    window = text[paragraph.start : min(paragraph.end, paragraph.start + 160)]
    for pattern in _PATTERNS:
        match = pattern.match(window)
        if match and _holds(match):
            return _dateline(text, paragraph, match)
    return None


def _holds(match: re.Match[str]) -> bool:
    parts = match.groupdict()
    place = (parts.get("place") or "").lower()
    if place in _NOT_PLACES or place.split(",")[0] in _NOT_PLACES:
        return False
    agency, day = parts.get("agency"), parts.get("date")
    if not (agency or day or "," in place) and len(place.split()) > 3:
        return False
    # "(Feb. 25, 2021)" in brackets is a day.
    is_day = agency is not None and find_date(agency, Span(0, len(agency))) is not None
    if agency and not is_day and not _is_agency(agency, alone=not place):
        return False
    if day and find_date(day, Span(0, len(day))) is None and not _is_weekday(day):
        return False
    return bool(agency or day or parts.get("dash") != ":")


def _is_agency(name: str, *, alone: bool) -> bool:
    pieces = [piece.strip() for piece in name.split("/")]
    known = any(usual_name(piece) for piece in pieces)
    return known if alone else known or _AGENCY_NAME.fullmatch(name) is not None


def _is_weekday(day: str) -> bool:
    return day.rstrip(".,").lower()[:3] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _dateline(text: str, paragraph: Span, match: re.Match[str]) -> Dateline:
    end = paragraph.start + match.end()
    date = find_date(text, Span(paragraph.start, end))
    agencies: list[tuple[str, Span]] = []
    if match.groupdict().get("agency") and not (date and _inside(date.span, match, paragraph)):
        start = paragraph.start + match.start("agency")
        for piece in match["agency"].split("/"):
            name = piece.strip()
            begin = start + piece.index(name) if name else start
            if name:
                usual = usual_name(name) or AGENCIES.get(name) or name
                agencies.append((usual, Span(begin, begin + len(name))))
            start += len(piece) + 1
    return Dateline(span=Span(paragraph.start, end), agencies=tuple(agencies), date=date)


def _inside(date: Span, match: re.Match[str], paragraph: Span) -> bool:
    start, end = match.span("agency")
    return paragraph.start + start <= date.start < paragraph.start + end
