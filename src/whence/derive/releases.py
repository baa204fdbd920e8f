"""Whether a report is a release itself rather than an outlet's report of one."""

import re

from whence.model import Report

_OPENING = 240
_RELEASE = re.compile(
    r"^\W{0,4}(?:press|news|media) (?:release|statement)\b|\bfor immediate release\b"
    r"|^\W{0,4}statement (?:by|from|of) ",
    re.IGNORECASE | re.MULTILINE,
)


def is_release(report: Report) -> bool:
    """Whether the text opens as a press release does."""
    return bool(_RELEASE.search(report.text[:_OPENING]))
