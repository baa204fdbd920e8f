"""Whether two names mean one outlet: articles dropped, short forms and initials followed home."""

import re
import unicodedata

from whence.lexicon.tables import load_table

_TABLE = load_table("outlets")
_PUNCTUATION = re.compile(r"[^\w\s]")
_SITE = re.compile(r"\.(?:com|net|org|info|tv|co\.uk|com\.au|fr|de|it|es|ru|news)$", re.IGNORECASE)
_ARTICLES = frozenset(["the", "a", "an"])
_SMALL = frozenset(["of", "the", "and", "for", "in", "de"])
"""Words that initials leave out: the Press Trust of India is PTI."""


def bare_name(name: str) -> str:
    """A name in lower case without accents, marks and article."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"['’]s\b", "s", plain)
    words = _PUNCTUATION.sub(" ", plain).split()
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words)


_CANONICAL: dict[str, str] = {}
_AGENCIES: set[str] = set()
_BY_HOST: dict[str, str] = {}
for _kind in ("agencies", "outlets"):
    for _row in _TABLE[_kind]:
        for _alias in (_row["name"], *_row["aliases"]):
            _CANONICAL.setdefault(bare_name(_alias), bare_name(_row["name"]))
        for _host in _row["domains"]:
            _BY_HOST.setdefault(_host, _row["name"])
        if _kind == "agencies":
            _AGENCIES.add(bare_name(_row["name"]))


def fold_outlet(name: str) -> str:
    """The key of an outlet: equal for all its known names, with or without "the"."""
    bare = bare_name(name)
    if bare in _CANONICAL:
        return _CANONICAL[bare]
    site = _SITE.sub("", name)
    if site == name:
        return bare
    known = outlet_of_host(name.lower().removeprefix("www."))
    bare = bare_name(known or site)
    return _CANONICAL.get(bare, bare)


def is_known_outlet(name: str) -> bool:
    """Whether the table has the name."""
    return bare_name(name) in _CANONICAL


def is_agency(name: str) -> bool:
    """Whether the table has the name as an agency's."""
    return fold_outlet(name) in _AGENCIES


def outlet_of_host(host: str) -> str | None:
    """The outlet whose pages a host serves; None if the table has none."""
    parts = host.split(".")
    for cut in range(len(parts) - 1):
        name = _BY_HOST.get(".".join(parts[cut:]))
        if name is not None:
            return name
    return None


def without_article(name: str) -> str:
    """The name without a leading "the"."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() == "the" else name


def is_short_for(short: str, full: str) -> bool:
    """Whether one name is short for another: its last or first words, one word, initials.

    Capitals within a word are initials too: PressLink is PL. Small words have none.
    """
    a, b = bare_name(short).split(), bare_name(full).split()
    if len(b) == 1:
        capitals = "".join(c for c in full if c.isupper()).lower()
        return len(capitals) > 1 and capitals != b[0] and a == [capitals]
    if not a:
        return False
    initials = "".join(word[0] for word in b)
    capitals = "".join(word[0] for word in b if word not in _SMALL)
    if len(a) >= len(b):
        return False
    if a == b[-len(a) :] or a == b[: len(a)]:
        return True
    return len(a) == 1 and (a[0] in (initials, capitals) or a[0] in b)
