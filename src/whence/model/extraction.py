"""All that was found in one report."""

from whence.model.attribution import Attribution, Quotation
from whence.model.base import Value
from whence.model.credit import Credit
from whence.model.figure import Figure
from whence.model.report import Notice
from whence.model.source import Mention
from whence.model.timex import Event, Timex


class Extraction(Value, frozen=True, kw_only=True):
    """Findings of one report, each list in order of text."""

    report: str
    attributions: tuple[Attribution, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    timexes: tuple[Timex, ...] = ()
    events: tuple[Event, ...] = ()
    credits: tuple[Credit, ...] = ()
    notices: tuple[Notice, ...] = ()
    """What the reader of the answer should know, e.g. that relative times stay unresolved."""
