"""What stands beside a source and is no part of it: "in particular", "on Monday", a mark."""

import re
from typing import Final

from whence.extract.interface import RawAttribution
from whence.model import Span

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_DAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
_LOOSE: Final = re.compile(
    r"(?:,? (?:in particular|for instance|for example)|,? (?:with|and|or|but|who|which|that))$"
)
_WHEN: Final = re.compile(
    rf"(?<! of)(?<! for) (?:(?:in|since) (?:(?:late|early|mid-?) ?)?"
    rf"(?:{_MONTH}(?: \d{{4}})?|\d{{4}})"
    rf"|(?:on )?{_DAY}|on {_MONTH} \d{{1,2}}|(?:this|last) (?:week|month|year))$"
)
_DATED: Final = re.compile(
    r",|\b(?:who|which|that|poll|polls|survey|study|report|figures|letter|speech|statement|tests?"
    r"|article|interview|voters?|\w+(?:ed|en|ing))\b",
    re.IGNORECASE,
)
"""Words behind which a date belongs to the source: "a poll in May", "voters who moved in 2014"."""
_MARK: Final = re.compile(r"[\"'”’»,.;:–—-]{1,2}\s")
_DASH: Final = re.compile(r"\s[–—-]{1,2}\s?$")
_DASHED: Final = re.compile(r"\s[–—-]{1,2}\s")
_LONGEST: Final = 48


def cut_tails(text: str, found: list[RawAttribution]) -> list[RawAttribution]:
    """The attributions, their sources without "in particular", a loose "with", a date or a dash.

    A source of one word ("who") stays, and a date that tells which poll or report is meant.
    """
    return [_cut(text, raw) if raw.source else raw for raw in found]


def _cut(text: str, raw: RawAttribution) -> RawAttribution:
    raw = _without_marks(text, raw)
    last = raw.source[-1]
    end = last.start + len(text[last.start : last.end].rstrip(", "))
    loose = _LOOSE.search(text, max(last.start + 1, end - _LONGEST), end)
    if loose is not None:
        end = loose.start()
    when = _WHEN.search(text, max(last.start + 1, end - _LONGEST), end)
    if when is not None and not _DATED.search(text, last.start, when.start()):
        end = when.start()
    elif loose is None:
        return raw
    return raw.replace(source=(*raw.source[:-1], Span(last.start, end)))


def _without_marks(text: str, raw: RawAttribution) -> RawAttribution:
    """The attribution, its source without the mark of a quotation before it or a dash behind.

    A dash that closes a parenthesis stays: "Orr – a pilot –".
    """
    first, last = raw.source[0], raw.source[-1]
    before = _MARK.match(text, *first)
    behind = _DASH.search(text, max(last.start + 1, last.end - 4), last.end)
    if before is not None and before.end() < first.end:
        first = Span(before.end(), first.end)
        raw = raw.replace(source=(first, *raw.source[1:]))
    if behind is not None and not _DASHED.search(text, last.start, behind.start()):
        last = Span(raw.source[-1].start, behind.start())
        raw = raw.replace(source=(*raw.source[:-1], last))
    return raw
