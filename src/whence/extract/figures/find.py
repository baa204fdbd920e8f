"""The front door: every figure of a report."""

from whence.model import Attribution, Figure, Report, Timex


def find_figures(
    report: Report,
    attributions: tuple[Attribution, ...] = (),
    *,
    timexes: tuple[Timex, ...] = (),
) -> tuple[Figure, ...]:
    """The figures of a report in order of text.

    Args:
        report: Where to look.
        attributions: Who says what in it; the one whose content holds a figure counts it.
        timexes: Its time expressions: they tell dates from counts and say as of when.
    """
    return ()
