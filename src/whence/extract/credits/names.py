"""Names of outlets in running text: known ones, and unknown ones by the shape of the name."""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from whence.extract.credits.others import Others
from whence.lexicon import load_table
from whence.lexicon.bodies import DEMONYMS, PLACES
from whence.lexicon.frequencies import RAREST, rarity_of
from whence.lexicon.people import COURTESY_TITLES
from whence.model import Span, TargetKind, Value
from whence.text import fold_letters

_OUTLETS = load_table("outlets")
_WORDS = load_table("credits")

_MEDIA_NOUNS = frozenset(_WORDS["media_nouns"])
_WEAK_NOUNS = frozenset(_WORDS["weak_nouns"])
_OPENERS = frozenset(_WORDS["media_openers"])
_FOREIGN_ARTICLES = frozenset(_WORDS["foreign_articles"]) - {"A", "O", "Al", "Die", "Das", "De"}
_NOT_OUTLETS = frozenset(_WORDS["not_outlets"])
_OUTLET_WORDS = frozenset(_WORDS["outlet_words"])
_AMBIGUOUS = frozenset(_OUTLETS["ambiguous"])

_TOKEN = re.compile(r"[^\W_][\w'’&/+.\-]{0,40}")
_SENTENCE_END = re.compile(r"[.!?:\n“\"‘«]")
_POSSESSIVE = ("'s", "’s")
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:\d{1,2}|-TV|-FM|-AM|-\d{1,2})?$")
_DOMAIN = re.compile(
    r"[A-Za-z0-9][\w-]+\.(?:com|net|org|info|tv|co\.uk|com\.au|ie|ca|eu|news|biz|ru|de|at|fr|it|es|"
    r"nl|se|no|dk|pl|cz|ch|be|jp|cn|mx|br|za|in|io|me)$"
)
_SITE_CASE = re.compile(r"[^\W\da-z_]|[a-z][A-Z]")
_CAMEL = re.compile(r"(?:[A-Z][a-z]+){2,4}$|[A-Z][a-z]+(?:TV|FM|UK|US|24)$")
_SURNAMES = ("Mc", "Mac", "De", "Di", "Du", "Van", "Fitz", "Le", "La", "Del", "St")
"""Beginnings of surnames with a capital inside: ``DeMint``, ``McRae``."""
_MEMBERS = frozenset(["Republican", "Democrat"])
_JOINERS = frozenset(["of", "the", "&", "de", "del", "della", "di", "du", "der", "y", "und", "for"])
_NO_OPENING = frozenset(
    "The A An But And As In On At By For From After Before When While If Since Then Now "
    "Earlier Later According Meanwhile However Citing Quoting Speaking Monday Tuesday "
    "Wednesday Thursday Friday Saturday Sunday January February March April May June July "
    "August September October November December He She It They We I You His Her Their Our My "
    "This That These Those Photo Image Via Also Both Last Today Yesterday One Two British "
    "American French German Italian Russian Spanish Mexican Canadian Australian Israeli "
    "Turkish Indian Chinese Japanese Iraqi Iranian Syrian Lebanese Egyptian Kurdish Nigerian "
    "Pakistani Afghan Saudi Austrian Swiss Dutch Swedish Polish Greek Brazilian Irish "
    "Scottish Korean Bosnian Serbian Croatian Moroccan Libyan Despite Following Amid Describing "
    "Denying Dismissing Responding Confirming Unconfirmed Conflicting Initial Several Some Many "
    "Other Various Numerous Recent False Until Unlike Breaking Local".split()
)
_AGENCY_WORDS = frozenset("agency news press service wire newswire bureau".split())
_COUNTRIES = frozenset("US UK EU UN USA UAE".split())
_DESCRIBING = ("-language", "-based", "-owned", "-run", "-funded", "-backed", "-led")
NO_OTHERS = Others()
_LONGEST = 6
_SIGNS = (4, 5, 6, 7)
"""Letters of a call sign."""


class Certainty(IntEnum):
    """How sure it is that the words name an outlet, before their context is read."""

    POSSIBLE = 1
    """Any capitalised name: only a strong context, or two, make it an outlet."""
    LIKELY = 2
    """A common word that is also an outlet ("Time"), or the shape of a site's name."""
    SURE = 3


class OutletName(Value, frozen=True, kw_only=True):
    """Words that may name an outlet."""

    span: Span
    name: str
    kind: TargetKind
    certainty: Certainty
    is_known: bool = False
    """Whether the lexicon of outlets has it."""


class _Token(Value, frozen=True, kw_only=True):
    start: int
    end: int
    surface: str
    ends_name: bool
    """Possessive: "Mexico's Proceso" are two names."""
    joined: bool
    """Only one space stands between it and the token before."""
    opens_sentence: bool


def _entries() -> Iterator[tuple[tuple[str, ...], str, TargetKind]]:
    for table, kind in (("agencies", TargetKind.AGENCY), ("outlets", TargetKind.OUTLET)):
        for row in _OUTLETS[table]:
            for name in (row["name"], *row["aliases"]):
                if "(" in name:
                    continue
                words = tuple(fold_letters(word) for word in name.split())
                yield (words[1:] if words[0] == "the" and len(words) > 1 else words), name, kind


_KNOWN: dict[tuple[str, ...], tuple[str, TargetKind]] = {}
for _key, _name, _kind in _entries():
    _KNOWN.setdefault(_key, (_name, _kind))
_FIRST_WORDS = frozenset(key[0] for key in _KNOWN)


@lru_cache(maxsize=512)  # chains and credits ask for the same blocks of a report
def find_outlet_names(
    text: str,
    block: Span,
    *,
    own: str | None = None,
    told: frozenset[str] = frozenset(),
    others: Others = NO_OTHERS,
) -> tuple[OutletName, ...]:
    """The words of a block that may name an outlet, in order, not overlapping.

    Known names first, longest first; then names that end in a media noun ("Lorn Gazette"), begin
    with one ("Radio Lorn"), are call signs or site names; then any other capitalised name as a
    possible one.

    Args:
        text: The report's text.
        block: Where to look.
        own: The report's own outlet, if it is known: its name is sure whatever its shape.
        told: Single words that the report uses as outlets: they are likely whatever their shape.
        others: People and places of the report, whose names are no possible outlets.
    """
    tokens = _find_tokens(text, block)
    own_keys = _own_keys(own)
    found: list[OutletName] = []
    position = 0
    while position < len(tokens):
        if _is_plain(tokens[position].surface):
            position += 1
            continue
        hit = (
            _match_own(tokens, position, text, own_keys)
            or _match_known(tokens, position, text)
            or _match_shape(tokens, position, text)
        )
        if hit is None:
            position += 1
            continue
        name, position = hit
        if name.certainty is Certainty.POSSIBLE:
            if others.has(name.name) or name.name.lower() in DEMONYMS:
                continue
            if name.name in told:
                name = name.replace(certainty=Certainty.LIKELY)
        found.append(name)
    return tuple(found)


def _find_tokens(text: str, block: Span) -> list[_Token]:
    tokens: list[_Token] = []
    last = block.start
    for match in _TOKEN.finditer(text, block.start, block.end):
        whole, start = match.group(), match.start()
        surface = whole.rstrip(".-/'’&+")
        if not surface:
            continue
        bare = surface[:-2] if len(surface) > 2 and surface.endswith(_POSSESSIVE) else surface
        between = text[last:start]
        tokens.append(
            _Token(
                start=start,
                end=start + len(bare),
                surface=bare,
                ends_name=len(bare) < len(surface) or whole[len(surface) :][:1] in ("'", "’"),
                joined=between in (" ", " & ", "\u00a0"),
                opens_sentence=not tokens
                or (between != " " and _SENTENCE_END.search(between) is not None),
            )
        )
        last = start + len(surface)
    return tokens


def _match_known(tokens: list[_Token], position: int, text: str) -> tuple[OutletName, int] | None:
    first = tokens[position]
    if not _may_open(first.surface):
        return None
    if fold_letters(first.surface) not in _FIRST_WORDS:
        return None
    limit = min(len(tokens), position + _LONGEST)
    stop = position + 1
    while stop < limit and tokens[stop].joined and not tokens[stop - 1].ends_name:
        stop += 1
    for end in range(stop, position, -1):
        key = tuple(fold_letters(token.surface) for token in tokens[position:end])
        entry = _KNOWN.get(key)
        if entry is None or not _same_letters(entry[0], text[first.start : tokens[end - 1].end]):
            continue
        if _runs_on(tokens, end) and end == position + 1 and _is_common(first.surface):
            return None
        if _begins_a_body(tokens, position, end):
            continue
        span = Span(first.start, tokens[end - 1].end)
        certainty = Certainty.SURE
        common = _is_common(first.surface) or entry[0].startswith("The ")
        if end == position + 1 and common:
            has_article = position > 0 and tokens[position - 1].surface.lower() == "the"
            certainty = Certainty.SURE if has_article else Certainty.LIKELY
            if first.opens_sentence and not has_article:
                certainty = Certainty.POSSIBLE
        return (
            OutletName(
                span=span,
                name=span.of(text),
                kind=entry[1],
                certainty=certainty,
                is_known=True,
            ),
            end,
        )
    return None


def _own_keys(own: str | None) -> frozenset[tuple[str, ...]]:
    """The outlet's name word by word, its initials, and an agency's name without what it is."""
    if not own:
        return frozenset()
    words = tuple(fold_letters(word.strip(".,")) for word in own.split())
    if words and words[0] == "the" and len(words) > 1:
        words = words[1:]
    keys = {words}
    capitals = [word for word in words if word not in _JOINERS]
    for named in (words, capitals):
        if len(named) > 2:
            keys.add(("".join(word[0] for word in named if word),))
    bare = words
    while len(bare) > 1 and bare[-1] in _AGENCY_WORDS:
        bare = bare[:-1]
    if words and words[-1] in _AGENCY_WORDS:
        keys.add(bare)
    return frozenset(keys)


def _match_own(
    tokens: list[_Token], position: int, text: str, keys: frozenset[tuple[str, ...]]
) -> tuple[OutletName, int] | None:
    for key in sorted(keys, key=len, reverse=True):
        run = tokens[position : position + len(key)]
        if len(run) < len(key) or not run[0].surface[0].isupper():
            continue
        if tuple(fold_letters(token.surface) for token in run) != key:
            continue
        if any(not token.joined for token in run[1:]):
            continue
        span = Span(run[0].start, run[-1].end)
        name = OutletName(
            span=span,
            name=span.of(text),
            kind=TargetKind.OUTLET,
            certainty=Certainty.SURE,
        )
        return name, position + len(key)
    return None


def _is_plain(surface: str) -> bool:
    """Whether no name can begin with a word, because it is in plain lower case."""
    return (
        surface.islower()
        and surface.isascii()
        and surface[0].isalpha()
        and "." not in surface
        and surface != "dpa"
    )


def _may_open(surface: str) -> bool:
    if surface[0].isdigit() or (not surface.islower() and any(c.isupper() for c in surface)):
        return True
    return surface in ("dpa", "news.com.au")


def _is_common(surface: str) -> bool:
    return surface in _AMBIGUOUS or surface in _MEDIA_NOUNS


def _same_letters(known: str, surface: str) -> bool:
    """Whether capitals agree as far as they must: "AP" is not "ap", nor "Time" "time"."""
    bare = known[4:] if known.startswith("The ") else known
    if bare.isupper() and len(bare) <= 5:
        return surface == bare
    return surface[0].isupper() or surface[0] == bare[0] or surface[0].isdigit()


def _runs_on(tokens: list[_Token], end: int) -> bool:
    """Whether a capitalised word follows at once: "Times Square", "Sky Lopez"."""
    return (
        end < len(tokens)
        and tokens[end].joined
        and not tokens[end - 1].ends_name
        and tokens[end].surface[0].isupper()
        and tokens[end].surface not in _NO_OPENING
    )


def _begins_a_body(tokens: list[_Token], position: int, end: int) -> bool:
    """Whether a known name only opens a body's: "the National Grain Office" is no newspaper."""
    if not _runs_on(tokens, end):
        return False
    rest = tokens[end : _end_of_run(tokens, position)]
    return any(token.surface in _NOT_OUTLETS for token in rest)


def _match_shape(tokens: list[_Token], position: int, text: str) -> tuple[OutletName, int] | None:
    """A name by its shape, beginning at a capitalised word that may open a name."""
    first = tokens[position]
    if not (_SITE_CASE.match(first.surface) or _DOMAIN.match(first.surface)):
        return None
    if first.surface in _NO_OPENING or first.surface.lower() in COURTESY_TITLES:
        return None
    end = _end_of_run(tokens, position)
    run = tokens[position:end]
    words = [token.surface for token in run]
    cut, certainty = _pick_shape(words)
    if certainty is None:
        return None
    if cut == 1 and certainty >= Certainty.LIKELY and words[0] in _MEDIA_NOUNS:
        article = position > 0 and tokens[position - 1].surface.lower() == "the"
        if not article or len(words) > 1:
            return None
    span = Span(first.start, run[cut - 1].end)
    name = OutletName(span=span, name=span.of(text), kind=TargetKind.OUTLET, certainty=certainty)
    return name, position + cut


def _end_of_run(tokens: list[_Token], position: int) -> int:
    """Where the capitalised words that begin at a position end; joiners only between two."""
    end = position + 1
    while end < len(tokens) and end - position < 8:
        token = tokens[end]
        if not token.joined or tokens[end - 1].ends_name:
            break
        capital = token.surface[0].isupper() or token.surface[0].isdigit()
        if capital and token.surface not in _NO_OPENING:
            end += 1
            continue
        following = tokens[end + 1] if end + 1 < len(tokens) else None
        joins = token.surface in _JOINERS or token.surface[:2] in ("d'", "d’", "l'", "l’")
        if token.surface[:2] in ("d'", "d’", "l'", "l’"):
            end += 1
            continue
        if joins and following and following.joined and following.surface[0].isupper():
            end += 2
            continue
        break
    return min(end, len(tokens))


def _pick_shape(words: list[str]) -> tuple[int, Certainty | None]:
    """How many words of a run make the name, and how sure that is; None for no name."""
    first = words[0]
    if any(word in _NOT_OUTLETS for word in words) or first.endswith(_DESCRIBING):
        return 0, None
    if len(words) == 1 and first.replace(".", "") in _COUNTRIES:
        return 0, None
    if len(words) > 2 and words[-1] == "Agency" and words[-2] in ("News", "Press", "Information"):
        return len(words), Certainty.SURE
    if _DOMAIN.match(first) or _is_call_sign(first):
        cut = 2 if len(words) > 1 and words[1] in ("News", "TV", "Radio") else 1
        return cut, Certainty.LIKELY
    nouns = [
        i for i, word in enumerate(words) if word in _MEDIA_NOUNS or word.endswith(("-TV", "News"))
    ]
    if nouns:
        last = nouns[-1]
        if last + 1 < len(words) and words[last + 1] in ("of", "de", "for"):
            return len(words), Certainty.SURE
        if words[-1] in _MEMBERS and " ".join(words[:-1]).lower() in PLACES:
            return len(words), Certainty.POSSIBLE  # "the Arizona Republican" is a senator
        if last == len(words) - 1 or (last >= 1 and words[last] not in _WEAK_NOUNS):
            return last + 1, Certainty.SURE if words[last] not in _WEAK_NOUNS else Certainty.LIKELY
        if first in _OPENERS:
            return len(words), Certainty.SURE
        return 0, None
    if first in _OPENERS and len(words) > 1:
        return len(words), Certainty.SURE
    if first in _FOREIGN_ARTICLES and len(words) > 1 and words[1] in _OPENERS:
        return len(words), Certainty.SURE
    if len(words) == 1 and _CAMEL.match(first) and not first.startswith(_SURNAMES):
        return 1, Certainty.LIKELY
    if len(words) <= 4:
        return len(words), Certainty.POSSIBLE
    return 0, None


def _is_call_sign(word: str) -> bool:
    """Whether a word is a station's: KRLN, not the WERE and WITH of a headline in capitals."""
    if not _CALL_SIGN.match(word) or len(word) not in _SIGNS:
        return False
    return rarity_of(word.lower()) >= RAREST


def is_outlet_word(word: str) -> bool:
    """Whether a common noun says that the name beside it is an outlet: newspaper, site."""
    return word in _OUTLET_WORDS
