"""What the reader of the answer should know about the times of a report."""

from whence.model import Notice, Report, Timex


def find_notices(report: Report, timexes: tuple[Timex, ...]) -> tuple[Notice, ...]:
    """Times that stay open, and why: no publication date, or a day that can be read two ways."""
    found: list[Notice] = []
    unresolved = [timex for timex in timexes if timex.is_relative and timex.value is None]
    if unresolved and (report.published is None or len(report.published.value) < 10):
        known = "no publication date" if report.published is None else "no exact publication date"
        count = len(unresolved)
        found.append(
            Notice(
                kind="times-unresolved",
                message=(
                    f"{count} relative time{'' if count == 1 else 's'} of {report.id} "
                    f"({unresolved[0].span.of(report.text)} …) cannot be dated: {known} is known; "
                    "give one in the manifest."
                ),
                report=report.id,
                span=unresolved[0].span,
            )
        )
    for timex in timexes:
        if timex.alternatives:
            found.append(
                Notice(
                    kind="date-ambiguous",
                    message=(
                        f"{timex.span.of(report.text)} in {report.id} can mean "
                        f"{' or '.join(timex.alternatives)}; it is left open."
                    ),
                    report=report.id,
                    span=timex.span,
                )
            )
    return tuple(found)
