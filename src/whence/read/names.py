"""Names of agencies and outlets, and whose address a page has."""

import re
from urllib.parse import urlsplit

from whence.lexicon import load_table
from whence.lexicon.outlets import outlet_of_host
from whence.model import Span

_TABLE = load_table("outlets")
_NOTE = re.compile(r"\s*\([^()]*\)$")


def _by_name(rows: list[dict[str, list[str]]]) -> dict[str, str]:
    names: dict[str, str] = {}
    for row in rows:
        name = _NOTE.sub("", str(row["name"]))
        for variant in (name, *row["aliases"]):
            names.setdefault(variant, name)
    return names


_AGENCIES = _by_name(_TABLE["agencies"])
AGENCIES = {name.upper(): usual for name, usual in _AGENCIES.items() if len(name) > 4} | _AGENCIES
"""Every name of an agency, long ones in capitals too, with its usual one."""
OUTLETS = _by_name(_TABLE["outlets"])
"""Every name of an outlet, with its usual one."""
_AMBIGUOUS = frozenset(_TABLE["ambiguous"])
# Second-level names under which others are registered, as in "herald.co.nz".
_SHARED = frozenset("ac co com edu gov go gob gov.uk info mil ne net or org".split())


def _pattern(names: list[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(r"(?<![\w&])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w&])")


_AGENCY = _pattern(list(AGENCIES))
# A name that calls itself an agency: "Alpine News Service", "Norsund Press Agency".
_CALLED_AGENCY = re.compile(
    r"\b(?:The |the )?(?P<name>(?!(?:The|With|From|And|By|News|Press|Wire) )"
    r"[A-Z][\w’'-]{1,24}(?: [A-Z][\w’'-]{1,24}){0,3} "
    r"(?:(?:News|Press|Wire) (?:Agency|Service)|Newswire|Press Association|Wire))\b"
)


def find_agencies(text: str, span: Span, *, sure: bool) -> tuple[tuple[str, Span], ...]:
    """Agencies named in a stretch, each with its usual name and where it is named.

    Made for lines around a body, where a name that only calls itself an agency is one too.

    Args:
        text: The whole text.
        span: Where to look.
        sure: Leave out names that are common words too ("Rex", "Petra").
    """
    found = [
        (AGENCIES[match.group()], Span(*match.span()))
        for match in _AGENCY.finditer(text, span.start, span.end)
        if not (sure and match.group() in _AMBIGUOUS)
    ]
    for match in _CALLED_AGENCY.finditer(text, span.start, span.end):
        called = Span(*match.span("name"))
        if not any(known.overlaps(called) for _, known in found):
            found.append((match["name"], called))
    return tuple(sorted(found, key=lambda item: item[1]))


def usual_name(name: str) -> str | None:
    """The usual name of a known outlet or agency; None if the name is not known."""
    plain = " ".join(name.split())
    for variant in (plain, plain.removeprefix("The "), plain.removeprefix("the "), f"The {plain}"):
        if variant in OUTLETS:
            return OUTLETS[variant]
        if variant in AGENCIES:
            return AGENCIES[variant]
    return None


def outlet_of_address(url: str) -> str | None:
    """The outlet whose address this is: its name if known, else the registered domain."""
    try:
        host = (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return None
    labels = host.split(".")
    if len(labels) < 2 or not all(labels) or labels[-1].isdigit():
        return None
    known = outlet_of_host(host)
    if known:
        return _NOTE.sub("", known)
    registered = 3 if len(labels) > 2 and labels[-2] in _SHARED and len(labels[-1]) == 2 else 2
    return ".".join(labels[-registered:])
