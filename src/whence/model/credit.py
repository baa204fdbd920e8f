"""Words by which a report says where its matter comes from."""

from enum import StrEnum

from whence.model.base import Value
from whence.model.span import Span


class CreditKind(StrEnum):
    """What sort of credit a phrase gives."""

    REPORTED = "reported"
    """"…, Reuters reported", "first reported by"."""
    TOLD = "told"
    """"told the BBC": the outlet heard it."""
    CITED = "cited"
    """"citing", "quoting", "according to The Times"."""
    OBTAINED = "obtained"
    """"documents seen by", "obtained by"."""
    RELEASE = "release"
    """"in a press release", "said in a statement"."""
    DOCUMENT = "document"
    """"court filings show"."""
    AGENCY = "agency"
    """Dateline, byline or footer mark of an agency."""
    LINK = "link"
    """A hyperlink to another outlet."""
    PHOTO = "photo"


class TargetKind(StrEnum):
    """What a credit points to."""

    OUTLET = "outlet"
    AGENCY = "agency"
    DOCUMENT = "document"
    UNKNOWN_MEDIA = "unknown media"
    """"local media", "a newspaper"."""


class Credit(Value, frozen=True, kw_only=True):
    """One credit in one report."""

    id: str
    report: str
    kind: CreditKind
    target: str
    """Who or what is credited, as named, without article."""
    target_kind: TargetKind
    target_span: Span
    phrase: Span
    """The whole phrase: "told the BBC"."""
    is_self: bool = False
    """True when the report credits its own outlet: a claim of original reporting."""
    attribution: str | None = None
    """Id of the attribution it belongs to, if any."""
