"""Bylines and date lines: reporter, outlet, agency and day above or below a report."""

import re

from whence.lexicon import load_table
from whence.model import Span, Value
from whence.read.dates import FoundDate, find_date
from whence.read.names import AGENCIES, find_agencies, usual_name
from whence.text import trim_space

_WORDS = load_table("layout")
_OUTLET_WORDS = frozenset(_WORDS["outlet_words"])
_REPORTER_WORDS = tuple(_WORDS["reporter_words"])
_LONGEST = 160

_NAME = (
    r"(?:[A-Z][\w.'’-]{0,30}|[A-Z]\.)(?:\s(?:(?:al|bin|da|de|del|der|di|du|el|ibn|la|le|ter|van|von)\s)?"
    r"(?:[A-Z][\w.'’-]{0,30}|[A-Z]\.)){0,3}"
)
_BY = re.compile(rf"(?:[Bb]y|BY|[Ww]ritten by|[Ww]ords by|[Rr]eported by):?\s(?P<author>{_NAME})")
_NAME_ONLY = re.compile(_NAME)
_FOR = re.compile(
    r"(?:,?\s(?:[Ff]or|FOR|of|OF)\s|,\s|\s[|•·–—/-]\s|\s\()"
    r"(?P<outlet>(?:[Tt]he\s|THE\s)?[A-Z][\w.&'’ -]{1,60})"
)
_SPLIT = re.compile(r"\s{0,3}(?:[,|•·;/]|\s[–—-])\s{1,3}|\s{3,}|\n")
_DATE_LINE = re.compile(
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|date created|"
    r"date|filed|issued|released)(?: on| at|:| :)?\s?:?|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b)",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"(?:press|news|media) (?:release|statement|advisory)|for immediate release", re.I
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s{0,3}(?:©|\(c\)|copyright)?\s{0,3}"
    r"(?:\d{4}\s?[-–]\s?)?(?:\d{4})?,?\s{0,3}(?:by )?"
    r"(?P<owner>[^.,;|©\n]{2,60})?",
    re.IGNORECASE,
)

_UNNAMED = re.compile(
    r"(?:from|by) (?:our|a|the|staff|special|wire)\b.{0,20}"
    r"(?:correspondents?|reporters?|staff|reports?|writers?|desk|services?|agencies)\b.{0,40}",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:published|posted|updated|last (?:updated|modified))\b", re.IGNORECASE)
_STAFF = re.compile(r"(?P<outlet>(?:[A-Z][\w.]{1,20}\s?){1,4})['’](?:s\s)?\s?[A-Z]")
_ASKED = re.compile(
    r"(?<![\w.&’'-])(?P<outlet>[A-Z][\w.&]{1,20}(?: [A-Z][\w.&]{1,20}){0,3}) "
    r"(?:has (?:reached out to|contacted|approached)"
    r"|(?:was unable to|could not) (?:independently |immediately )?verify)\b"
)
_LITTLE = frozenset("of the and for de la le les d el du des del di al".split())


class Byline(Value, frozen=True, kw_only=True):
    """What a byline or a date line says; any part may be missing."""

    author: Span | None = None
    outlet: str | None = None
    date: FoundDate | None = None
    agencies: tuple[tuple[str, Span], ...] = ()


def find_byline(text: str, line: Span) -> Byline | None:
    """What a line says if it is a byline or a date line; None if it is none.

    A byline names who wrote ("By Ada Quill, for the Lorn Gazette"); a date line is an outlet or
    an issuer with a day ("Lorn Gazette, Wednesday 10 June"), or a day alone.
    """
    words = line.of(text)
    if len(words) > _LONGEST or words.endswith(('."', ".”", "!", "?")):
        return None
    date = find_date(text, line)
    agencies = find_agencies(text, line, sure=False)
    by = _BY.match(words)
    if by:
        return _named(text, line, by, date=date, agencies=agencies)
    if _UNNAMED.fullmatch(words):
        return Byline(date=date)
    if _is_agency_alone(text, line, agencies):
        return Byline(agencies=agencies, date=date)
    staff = _staff(text, line)
    if staff:
        return staff.replace(date=date, agencies=agencies)
    if date is None:
        return Byline() if _RELEASE.fullmatch(words.strip(" :-–—")) else None
    return _dated(text, line, date)


def find_owner(text: str, line: Span) -> tuple[str, Span] | None:
    """Who holds the copyright, by a line that says so; None if it says no name."""
    match = _COPYRIGHT.match(text, line.start, min(line.end, line.start + _LONGEST))
    if not match or not match["owner"] or "/" in text[match.start("owner") : line.end][:_LONGEST]:
        return None  # "© Lornphoto / O. Veed" is a picture's
    span = trim_space(text, *match.span("owner"))
    name = re.sub(
        r"\s(?:all rights|ltd|inc|llc|plc|co)\b.{0,40}$", "", match["owner"].strip(), flags=re.I
    )
    return (name, span) if span and name[:1].isupper() else None


def find_staff_outlet(words: str) -> str | None:
    """The known outlet whose people "contributed to this report": it is the report's own."""
    match = _STAFF.match(words[:200])
    return usual_name(match["outlet"]) if match and " contributed " in words else None


def find_asking_outlet(text: str) -> str | None:
    """The known outlet that tells what it did for this report: "X has reached out to the mayor".

    Agencies say so in what others print.
    """
    for match in _ASKED.finditer(text):
        outlet = usual_name(match["outlet"])
        if outlet is not None and outlet not in AGENCIES:
            return outlet
    return None


def is_date_line(words: str) -> bool:
    """Whether a short line begins as date lines and bylines do ("Updated:", "Written by")."""
    return len(words) <= 100 and (
        words.startswith(("By ", "Written by ")) or _LABEL.match(words) is not None
    )


def outlet_in(name: str) -> str | None:
    """The outlet that a name is: a known one, or one made of words that name outlets; else None."""
    plain = name.strip(" .,:;()[]|-–—").removeprefix("the ")
    known = usual_name(plain)
    if known:
        return known
    words = re.findall(r"[^\W\d_]+", plain)
    if not words or len(words) > 7 or not plain[:1].isupper():
        return None
    if not all(word[:1].isupper() or word.lower() in _LITTLE for word in words):
        return None
    return plain if any(word.lower() in _OUTLET_WORDS for word in words) else None


def _named(
    text: str,
    line: Span,
    by: re.Match[str],
    *,
    date: FoundDate | None,
    agencies: tuple[tuple[str, Span], ...],
) -> Byline | None:
    words = line.of(text)
    author = Span(line.start + by.start("author"), line.start + by.end("author"))
    rest = words[by.end() :]
    if not rest or _goes_on_as_byline(rest):
        outlet = _FOR.match(rest)
        # "By Associated Press": the agency is the author.
        is_agency = any(span.covers(author) for _, span in agencies)
        agencies = tuple(
            (name, span) for name, span in agencies if is_agency or not span.overlaps(author)
        )
        return Byline(
            author=None if is_agency else author,
            outlet=outlet_in(_first_piece(outlet["outlet"])) if outlet else None,
            date=date,
            agencies=agencies,
        )
    return None


def _goes_on_as_byline(rest: str) -> bool:
    """Whether what follows a name belongs to a byline; "By Monday night the river ..." does not."""
    plain = rest.strip().lower()
    if rest[0] in ",|•·–—-/\t\n(;" or rest.startswith(("  ", " |", " •", " ·", " –", " —", " -")):
        return len(plain.split()) <= 14 and not plain.endswith(".")
    return (
        plain.startswith(("and ", "& ", "for ", "of ", "in ", "at ", *_REPORTER_WORDS))
        and len(plain.split()) <= 10
        and not plain.endswith(".")
    )


def _first_piece(name: str) -> str:
    return _SPLIT.split(name, maxsplit=1)[0]


def _is_agency_alone(text: str, line: Span, agencies: tuple[tuple[str, Span], ...]) -> bool:
    """Whether agencies are all that is named: "Reuters", "AFP, dpa", "(with AFP and AP)"."""
    if not agencies:
        return False
    rest = list(line.of(text))
    for _, span in agencies:
        rest[span.start - line.start : span.end - line.start] = " " * (span.end - span.start)
    left = "".join(rest).lower()
    return not re.sub(r"[^\w]|\b(?:and|with|from|by|the|agencies|staff|in|news agency)\b", "", left)


def _staff(text: str, line: Span) -> Byline | None:
    """A name with its office or outlet: "Ada Quill, Staff Writer", "Ada Quill | Lorn Gazette"."""
    words = line.of(text)
    if len(words) > 90 or words.endswith("."):
        return None
    match = _NAME_ONLY.match(words)
    if not match or " " not in match.group():
        return None
    rest = words[match.end() :]
    author = Span(line.start, line.start + match.end())
    title = rest.strip(" ,|–—-•·").lower()
    if rest[:1] in ",|–—-•·" or rest[:2] in (" |", " –", " —", " -", " •", " ·"):
        if title.startswith(_REPORTER_WORDS[:-1]) or title.endswith(
            ("correspondent", "reporter", "writer", "editor", "staff")
        ):
            pieces = [outlet_in(piece) for piece in _SPLIT.split(rest.strip(" ,|–—-•·"))]
            return Byline(author=author, outlet=next((p for p in pieces if p), None))
        if "|" in rest[:3] and outlet_in(rest):
            return Byline(author=author, outlet=outlet_in(rest))
    return None


def _dated(text: str, line: Span, date: FoundDate) -> Byline | None:
    """A line that holds a day and, beside it, no more than an outlet or an issuer."""
    words = line.of(text)
    start, end = date.span.start - line.start, date.span.end - line.start
    before, after = words[:start], words[end:]
    before = re.sub(
        r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s*$",
        "",
        before,
        flags=re.I,
    )
    if len(re.findall(r"[^\W\d_]{2,}", after)) > 4 or words.endswith("."):
        return None
    pieces = [piece for piece in _SPLIT.split(before) if piece.strip(" ,:|–—-(")]
    is_release = any(_RELEASE.search(piece) for piece in pieces)
    named = [piece for piece in pieces if not _RELEASE.search(piece) and not _is_label(piece)]
    if not named:
        by = _BY.search(text, date.span.end, line.end)
        return Byline(date=date, author=Span(*by.span("author")) if by else None)
    if len(named) > 3 or sum(len(piece.split()) for piece in named) > 10:
        return None
    outlet = next((name for name in map(outlet_in, named) if name), None)
    if outlet is None and is_release:
        outlet = named[0].strip(" ,:|–—-")
    if outlet is None and not all(_NAME_ONLY.fullmatch(piece.strip(" :")) for piece in named):
        return None
    return Byline(outlet=outlet, date=date)


def _is_label(piece: str) -> bool:
    match = _DATE_LINE.match(piece.strip())
    return bool(match) and len(piece.strip()[match.end() :].split()) <= 1 if match else False
