"""Whether a report is a release itself rather than an outlet's report of one."""

import re
from functools import lru_cache

from whence.lexicon.outlets import bare_name, is_known_outlet
from whence.lexicon.tables import load_table
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
_WIDE = frozenset({"world"})
"""In the names of media as of bodies: "World Skiff Federation"."""
_OF = re.compile(r" (?:of|for) ")
_OFFICE = (
    r"(?:chief executive|managing director|director|president|chair(?:man|woman)?|head"
    r"|spokes(?:man|woman|person)|secretary[- ]general)"
)
_ENDS = (
    r"(?=\Z|\s?[\n,.;:\"”()–—]"
    r"|\s(?:said|says|told|tells|added|adds|announced|explained|confirmed)\b)"
)
"""Behind a name that does not run on: "the chairman of the Vale said", not "of the Vale Inn"."""


def is_release(report: Report) -> bool:
    """Whether the text opens as a press release does, or a body that is no outlet puts it out.

    A body is known by its name, or by an officer of its own whom the text quotes or introduces.
    """
    if _RELEASE.search(report.text[:_OPENING]):
        return True
    outlet = report.outlet or ""
    if not outlet or _MEDIA & set(bare_name(outlet).split()) - _WIDE or is_known_outlet(outlet):
        return False
    return _is_body(outlet) or _has_officers(outlet, report.text)


def _is_body(outlet: str) -> bool:
    """Whether the name is that of a hospital, a police force and the like."""
    return bool(_BODIES & set(_OF.split(bare_name(outlet), maxsplit=1)[0].split()[-1:]))


@lru_cache(maxsize=256)  # asked for at every attribution of a report
def _has_officers(outlet: str, text: str) -> bool:
    """Whether the text tells of "the chief executive of" the one who puts it out."""
    name = re.escape(outlet)
    officer = rf"\b{_OFFICE} (?:of|for|at) (?:the )?{name}{_ENDS}"
    return re.search(officer, text, re.IGNORECASE) is not None
