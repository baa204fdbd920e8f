"""Whether two names mean one outlet: articles dropped, short forms and initials followed home."""

import re

from whence.extract.credits.names import OutletName
from whence.lexicon import load_table
from whence.model import Report
from whence.text import fold_letters

_OUTLETS = load_table("outlets")
_PUNCTUATION = re.compile(r"[^\w\s]")
_ARTICLES = frozenset(["the", "a", "an"])


def _bare(name: str) -> str:
    words = _PUNCTUATION.sub(" ", fold_letters(name)).split()
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words)


_CANONICAL: dict[str, str] = {}
for _table in ("agencies", "outlets"):
    for _row in _OUTLETS[_table]:
        for _alias in (_row["name"], *_row["aliases"]):
            _CANONICAL.setdefault(_bare(_alias), _bare(_row["name"]))


def fold_outlet(name: str) -> str:
    """The key of an outlet: equal for all known names of one outlet, and for its name with "the"."""
    bare = _bare(name)
    return _CANONICAL.get(bare, bare)


def is_short_for(short: str, full: str) -> bool:
    """Whether one name is a short form of another: its last words, its first, or its initials."""
    a, b = _bare(short).split(), _bare(full).split()
    if not a or len(a) >= len(b):
        return len(a) == 1 and len(b) > 1 and _initials(b) == a[0]
    if a == b[-len(a) :] or a == b[: len(a)]:
        return True
    return len(a) == 1 and (_initials(b) == a[0] or a[0] in b)


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)


def pick_full_name(report: Report, name: OutletName, names: list[OutletName]) -> str:
    """The fullest name that the report itself gives to the outlet, without article.

    "The Journal" after "the Wall Street Journal" is the Wall Street Journal; so is "the AT" after
    "the Austrian Times". In its own report an outlet's short name is the outlet.
    """
    best = name.name
    if report.outlet and is_short_for(best, report.outlet) and not name.is_known:
        best = report.outlet
    for other in names:
        if other.span.start > name.span.start:
            break
        same = fold_outlet(other.name) == fold_outlet(name.name)
        if len(other.name) > len(best) and (same or _follows(name, other)):
            best = other.name
    return _without_article(best)


def _follows(name: OutletName, other: OutletName) -> bool:
    """Whether a later name may be short for an earlier one; "Times" alone is no name of its own."""
    if not is_short_for(name.name, other.name):
        return False
    return not name.is_known or " " not in name.name


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() == "the" else name


def is_own(target: str, surface: str, report: Report) -> bool:
    """Whether a name means the report's own outlet."""
    if not report.outlet:
        return False
    own = fold_outlet(report.outlet)
    if fold_outlet(target) == own or fold_outlet(surface) == own:
        return True
    return is_short_for(target, report.outlet) and fold_outlet(target) == _bare(target)
