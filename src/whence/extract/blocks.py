"""Where in a report to look: the paragraphs that tell something, furniture left out."""

import re
from typing import Final

from whence.model import PartKind, Report, Span, Spans

TELLING: Final = frozenset(
    {PartKind.HEADLINE, PartKind.STANDFIRST, PartKind.BODY, PartKind.CAPTION}
)
_LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")


def find_blocks(report: Report) -> Spans:
    """The paragraphs of headline, standfirst, body and captions, in order of text.

    A report without parts is cut at its line ends.
    """
    if report.parts:
        telling = [part.span for part in report.parts if part.kind in TELLING]
    else:
        telling = [Span(0, len(report.text))]
    found: list[Span] = []
    for span in sorted(telling):
        for match in _LINE.finditer(report.text, span.start, span.end):
            if not match.group().isspace():
                found.append(Span(match.start(), match.end()))
    return tuple(found)
