"""Dates as date lines, bylines, addresses and metadata write them, no more precise than that."""

import re
from datetime import date, datetime, timedelta, timezone

from whence.lexicon import load_table
from whence.model import Span, Value

_MONTHS: dict[str, int] = load_table("times")["months"]
# Zones whose offset never changes. "ET" or "CST" mean more than one and leave the time out.
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 60, "wet": 0, "west": 60, "cet": 60, "cest": 120,
    "eet": 120, "eest": 180, "msk": 180, "est": -300, "edt": -240, "cdt": -300, "mdt": -360,
    "mst": -420, "pst": -480, "pdt": -420, "jst": 540, "kst": 540, "hkt": 480, "sgt": 480,
    "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "pkt": 300, "sast": 120, "eat": 180,
    "wat": 60,
}  # fmt: skip
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b",
        rf"\b{_DAY}(?:\s+of)?[\s-]{{1,3}}{_MONTH}(?:,?[\s-]{{1,3}}{_YEAR})?",
        rf"\b{_MONTH}\s{{0,3}}{_DAY}(?:,?\s{{1,3}}{_YEAR})?",
        rf"\b{_MONTH},?\s{{1,3}}{_YEAR}",
        r"\b(?P<day>1[3-9]|2\d|3[01])[./](?P<number>0?[1-9]|1[0-2])[./](?P<year>20\d\d)\b",
        r"\b(?P<number>0?[1-9]|1[0-2])[./](?P<day>1[3-9]|2\d|3[01])[./](?P<year>20\d\d)\b",
    )
)
_TIME = re.compile(
    r"(?:[T,;|\s]|\bat\b|\bon\b|\bà\b){0,6}(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)"
    r"(?::[0-5]\d(?:\.\d{1,9})?)?\s{0,2}(?P<half>[ap]\.?m\b\.?)?\s{0,2}"
    r"\(?(?P<zone>[+-]\d\d:?\d\d|[A-Z]{1,4})?(?![a-z])",
)
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d)(?::\d\d(?:[.,]\d{1,9})?)?"
    r"(?:\s?(?P<zone>Z|[+-]\d\d:?\d\d))?)?"
)
_MONTH_ONLY = re.compile(r"\d{4}(?:-\d\d)?")
_IN_ADDRESS = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[/_-]?(?P<month>0[1-9]|1[0-2])[/_-]?(?P<day>0[1-9]|[12]\d|3[01])(?![1-9])"),
    re.compile(r"/(?P<day>0[1-9]|[12]\d|3[01])[/-](?P<month>0[1-9]|1[0-2])[/-](?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>[a-z]{3})/(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])(?!\d)"),
)  # fmt: skip


class FoundDate(Value, frozen=True, kw_only=True):
    """A date in a text. Without a year ``value`` is ``--06-10``."""

    value: str
    span: Span

    @property
    def has_year(self) -> bool:
        """Whether the date says its year."""
        return not self.value.startswith("--")


def find_date(text: str, span: Span) -> FoundDate | None:
    """The first date in a stretch, with its time if the time has a zone; None if there is none."""
    found: FoundDate | None = None
    for pattern in _DATES:
        match = pattern.search(text, span.start, span.end)
        if match and (found is None or match.start() < found.span.start):
            found = _found(text, match, span) or found
    return found


def parse_date(value: str) -> str | None:
    """A date that a manifest or metadata gives, in the form of the model; None if it is none.

    A month stays a month and a day a day. A time without a zone is left out: nobody can say when
    that was.
    """
    plain = value.strip()
    if _MONTH_ONLY.fullmatch(plain):
        return plain if len(plain) == 4 or 1 <= int(plain[5:]) <= 12 else None
    match = _ISO.match(plain)
    if match:
        if not _is_day(match["day"]):
            return None
        if not match["time"] or not match["zone"]:
            return match["day"]
        return _with_time(match["day"], match["time"], match["zone"])
    found = find_date(plain, Span(0, min(len(plain), 100)))
    return found.value if found and found.has_year else None


def date_in_address(url: str) -> str | None:
    """The date in a page's address (``/2014/08/05/``), a month if there is no day, else None."""
    path = url.split("//", 1)[-1].partition("/")[2]
    for pattern in _IN_ADDRESS:
        match = pattern.search("/" + path[:300])
        if not match:
            continue
        parts = match.groupdict()
        month = parts["month"] if parts["month"].isdigit() else _month_number(parts["month"])
        value = "-".join(part for part in (parts["year"], month, parts.get("day")) if part)
        if len(value) == 7 or (len(value) == 10 and _is_day(value)):
            return value
    return None


def _found(text: str, match: re.Match[str], limit: Span) -> FoundDate | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else _MONTHS[_letters(parts["month"])]
    day = f"-{int(parts['day']):02}" if parts.get("day") else ""
    year = parts.get("year")
    value = f"{year or '-'}-{month:02}{day}"
    if day and not _is_day(value if year else f"2024-{month:02}{day}"):
        return None
    span = Span(*match.span())
    clock = _TIME.match(text, span.end, limit.end) if year and day else None
    if clock and clock["zone"]:
        timed = _with_time(value, _clock(clock), clock["zone"])
        if timed != value:
            return FoundDate(value=timed, span=Span(span.start, clock.end()))
    return FoundDate(value=value, span=span)


def _clock(match: re.Match[str]) -> str:
    hour = int(match["hour"])
    half = (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02}:{match['minute']}"


def _with_time(day: str, clock: str, zone: str) -> str:
    """Day and time with the zone as an offset; the day alone where the zone is not known."""
    name = zone.lower()
    if name in _ZONES:
        minutes = _ZONES[name]
    elif name[0] in "+-":
        minutes = int(name[1:3]) * 60 + int(name[-2:])
        minutes = -minutes if name[0] == "-" else minutes
    else:
        return day
    if abs(minutes) >= 24 * 60:
        return day
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}").replace(
            tzinfo=timezone(timedelta(minutes=minutes))
        )
    except ValueError:
        return day
    return moment.isoformat(timespec="minutes").replace("+00:00", "Z")


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _letters(name: str) -> str:
    return name.lower().rstrip(".")


def _month_number(name: str) -> str:
    return f"{_MONTHS[name]:02}" if name in _MONTHS else ""
