"""Whether a report is a release itself rather than an outlet's report of one."""

import re

from whence.lexicon import load_table
from whence.lexicon.outlets import bare_name, is_known_outlet
from whence.model import Report

_OPENING = 240
_RELEASE = re.compile(
    r"^\W{0,4}(?:press|news|media) (?:release|statement)\b|\bfor immediate release\b"
    r"|^\W{0,4}statement (?:by|from|of) "
    r"|\A\W{0,4}(?:\w+ )?statement (?:on|about|regarding|concerning) ",
    re.IGNORECASE | re.MULTILINE,
)
_TABLE = load_table("credits")
_MEDIA = frozenset(
    word.lower()
    for name in ("media_nouns", "media_openers", "outlet_words")
    for word in _TABLE[name]
)
_BODIES = frozenset(word.lower() for word in _TABLE["not_outlets"]) - {"union"}
"""Last words of the names of bodies; unions are newspapers too."""
_OF = re.compile(r" (?:of|for) ")


def is_release(report: Report) -> bool:
    """Whether the text opens as a press release does, or a body that is no outlet puts it out."""
    return bool(_RELEASE.search(report.text[:_OPENING])) or _is_body(report.outlet or "")


def _is_body(outlet: str) -> bool:
    """Whether the name is that of a hospital, a police force and the like, and of no outlet."""
    name = bare_name(outlet)
    head = _OF.split(name, maxsplit=1)[0].split()[-1:]
    return bool(_BODIES & set(head)) and not (_MEDIA & set(name.split()) or is_known_outlet(outlet))
