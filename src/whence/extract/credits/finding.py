"""The credits of one report: from its attributions, its phrases, its marks and its links."""

from whence.model import Attribution, Credit, CreditKind, MarkKind, Report, TargetKind, content_id


def find_credits(report: Report, attributions: tuple[Attribution, ...]) -> tuple[Credit, ...]:
    """The credits of a report in order of text.

    Args:
        report: The report.
        attributions: What was found in it; their carriers are credits too.
    """
    found = [
        Credit(
            id=content_id("credit", report.id, mark.span),
            report=report.id,
            kind=CreditKind.PHOTO if mark.kind is MarkKind.PHOTO else CreditKind.AGENCY,
            target=mark.agency,
            target_kind=TargetKind.AGENCY,
            target_span=mark.span,
            phrase=mark.span,
        )
        for mark in report.agency_marks
    ]
    return tuple(sorted(found, key=lambda credit: (credit.phrase, credit.kind)))
