"""Addresses inside the page: every claim leads to the characters it stands on."""

from collections.abc import Iterable

from whence.model import Place, Report, Span, Spans, Value
from whence.show.views.pieces import join_pieces


class Ref(Value, frozen=True, kw_only=True):
    """A link to characters of a report, with their words."""

    href: str
    label: str
    """Outlet, else report id."""
    words: str
    """The characters themselves, shortened in the middle where long."""


class Places:
    """Gives links to characters and remembers which anchors the report texts must carry."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._reports = {report.id: report for report in reports}
        self._numbers = {report_id: n for n, report_id in enumerate(self._reports, 1)}
        self.anchors: dict[str, set[Span]] = {report_id: set() for report_id in self._reports}

    def number(self, report_id: str) -> int:
        """The 1-based number of a report on the page."""
        return self._numbers[report_id]

    def anchor(self, report_id: str, span: Span) -> str:
        """The element id that stands before these characters."""
        self.anchors[report_id].add(span)
        return f"t{self._numbers[report_id]}-{span.start}-{span.end}"

    def label(self, report_id: str) -> str:
        """Outlet and number of a report: ``Harbour Post (3)``."""
        report = self._reports[report_id]
        return report.outlet or report.id

    def ref(self, report_id: str, spans: Spans | Span, *, width: int = 240) -> Ref:
        """A link to the first of the spans with the words of all of them."""
        pieces = (spans,) if isinstance(spans, Span) else spans
        text = self._reports[report_id].text
        words = join_pieces(text, pieces)
        return Ref(
            href="#" + self.anchor(report_id, pieces[0])
            if pieces
            else f"#{self.report(report_id)}",
            label=self.label(report_id),
            words=shorten(words, width),
        )

    def refs(self, places: Iterable[Place], *, width: int = 160) -> tuple[Ref, ...]:
        """A link for each place, each once."""
        return tuple(
            self.ref(place.report, place.span, width=width)
            for place in dict.fromkeys(places)
            if place.report in self._reports
        )

    def report(self, report_id: str) -> str:
        """The element id of a whole report."""
        return f"report-{self._numbers[report_id]}"


def shorten(words: str, width: int) -> str:
    """At most ``width`` characters, cut in the middle, at words where there are any."""
    if len(words) <= width:
        return words
    half = (width - 3) // 2
    head, tail = words[:half], words[-half:]
    if " " in head[half // 2 :] and not words[half].isspace():
        head = head[: head.rindex(" ")]
    if " " in tail[: half // 2] and not words[-half - 1].isspace():
        tail = tail[tail.index(" ") :]
    return f"{head.rstrip()} … {tail.lstrip()}"
