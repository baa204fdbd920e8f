"""What stands behind a source and is no part of it: "in particular", "on Monday"."""

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
_LONGEST: Final = 48


def cut_tails(text: str, found: list[RawAttribution]) -> list[RawAttribution]:
    """The attributions, their sources without "in particular", a loose "with" or a date behind.

    A source of one word ("who") stays, and a date that tells which poll or report is meant.
    """
    return [_cut(text, raw) if raw.source else raw for raw in found]


def _cut(text: str, raw: RawAttribution) -> RawAttribution:
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
