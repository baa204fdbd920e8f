"""Who of those that belong to a body speaks for it: its spokesman does, a nurse of it does not."""

import re
from typing import Final

from whence.lexicon.people import PERSON_NOUNS, SPEAKING_ROLES
from whence.resolve.references import Reference

_NO_LONGER: Final = re.compile(
    r"\b(?:former|formerly|ex|retired|previous|until"
    r"|who (?:was|were|had been|used to|left|quit))\b",
    re.IGNORECASE,
)
_WAS: Final = re.compile(r"\b(?:was|were|had been|used to be) (?:once |then )?$")
_BEFORE: Final = 20


def speaks_for_others(member: Reference, text: str) -> bool:
    """Whether somebody who belongs to a body has a part in it in which he speaks for it.

    A former clerk has none, nor has a nurse of the hospital or a source at the ministry. Where
    nothing is known of the noun, or there is none ("Orla Vance of the miners' union"), he has.

    Args:
        member: The mention that says to which body he belongs.
        text: The report.
    """
    before = text[max(0, member.span.start - _BEFORE) : member.span.start]
    if _NO_LONGER.search(member.surface) or _WAS.search(before):
        return False
    nouns = {noun for noun in (member.noun, *member.roles) if noun in PERSON_NOUNS}
    return not nouns or bool(nouns & SPEAKING_ROLES)
