"""Credit phrases that stand before an outlet's name: "told the", "according to a report in"."""

from whence.extract.credits.names import Certainty, OutletName, is_outlet_word
from whence.extract.credits.pieces import DAYS, KINDS, STAFF_NOUNS, WORDS, Piece, Slot, stands_alone
from whence.model import CreditKind, Span

_PHRASES: dict[tuple[str, ...], CreditKind] = {
    tuple(phrase.split()): KINDS[kind]
    for kind in ("reported", "cited", "told", "obtained", "photo")
    for phrase in WORDS["before"][kind]
}
_LONGEST = max(len(phrase) for phrase in _PHRASES)
_INVERTED = frozenset(WORDS["before"]["inverted"])
_MODIFIERS = frozenset(WORDS["modifiers"])
_PEOPLES_ENDS = tuple(WORDS["before"]["peoples_ends"])
_PEOPLES = frozenset(WORDS["before"]["peoples"]) | DAYS
_HYPHENED = ("-based", "-language", "-owned", "-run", "-funded")
_STRONG = ("first reported", "h/t", "hat tip", "article", "report ", "interview")
_WITH_ARTICLE = frozenset("told tells quoted cited published reported printed interviewed".split())
_SPOKEN = frozenset(["told", "tells"])
_BODIES = frozenset(WORDS["not_outlets"])
_AFFILIATES = frozenset(["affiliate", "affiliates"])
_ANYBODY = frozenset(["sources", "insiders", "executives", "employees", "staffers"])
_LONGEST_NAME = 4
_STEPS = 9


def find_before(left: list[Piece], right: list[Piece], name: OutletName) -> Slot | None:
    """The credit phrase before a name, over modifiers such as "the British tabloid"."""
    if right and (right[0].low in _AFFILIATES or right[0].low in _ANYBODY):
        return None  # "told CNN affiliate KXVT", "citing BBC sources"
    stop = len(left)
    outlet_word = bool(right) and is_outlet_word(right[0].low)
    is_staff = False
    for _ in range(_STEPS):
        if stop == 0:
            return None
        hit = _phrase_at(left, stop)
        if hit is not None:
            kind, length = hit
            begin = stop - length
            if not _may_be(left, begin, stop, kind, name):
                return None
            sure = outlet_word or _is_told_to_acronym(left, begin, stop, name)
            return Slot(
                kind=kind,
                phrase=Span(left[begin].span.start, name.span.end),
                is_strong=sure or _is_strong(left, begin, stop, right, name),
                is_sure=sure,
            )
        word = left[stop - 1].word
        is_staff = is_staff or word in STAFF_NOUNS
        if is_outlet_word(word.lower()) or word in _AFFILIATES:
            outlet_word = True
        elif word == "," and is_staff:
            stop = _before_name(left, stop - 1) + 1
        elif not _is_modifier(word) and not _has_affiliate(left, stop):
            return None
        stop -= 1
    return None


def _before_name(left: list[Piece], stop: int) -> int:
    """Where the capitals before an apposition begin: "told Ines Vahl, a reporter at"."""
    first = stop
    while first > 0 and stop - first < _LONGEST_NAME and left[first - 1].word[0].isupper():
        first -= 1
    return first


def _has_affiliate(left: list[Piece], stop: int) -> bool:
    """Whether a word is the network in "told CNN affiliate KXVT"."""
    return stop < len(left) and left[stop].low in _AFFILIATES and left[stop - 1].word[0].isupper()


def _phrase_at(left: list[Piece], stop: int) -> tuple[CreditKind, int] | None:
    for length in range(min(_LONGEST, stop), 0, -1):
        kind = _PHRASES.get(tuple(piece.low for piece in left[stop - length : stop]))
        if kind is not None:
            return kind, length
    return None


def _may_be(left: list[Piece], begin: int, stop: int, kind: CreditKind, name: OutletName) -> bool:
    """Photo words count in a credit line, "source" and "per" only where a line begins."""
    before = left[begin - 1].word if begin > 0 else ""
    if kind is CreditKind.PHOTO:
        return before in ("", "[", "(", "|", ":", ".", "-", '"') or name.is_known
    if left[stop - 1].low in ("source", "sources", "per", "quote", "cite"):
        return before in ("", "[", "(", "|", "as", ".", ":")
    return True


def _is_strong(
    left: list[Piece], begin: int, stop: int, right: list[Piece], name: OutletName
) -> bool:
    """Phrases that only outlets follow; "told the" too, since people have no article."""
    words = " ".join(piece.low for piece in left[begin:stop])
    if words.startswith(_STRONG) or "interview" in words:
        return True
    article = stop < len(left) and left[-1].low == "the"
    return (
        article
        and left[begin].low in _WITH_ARTICLE
        and not name.name.isupper()
        and stands_alone(right)
    )


def _is_told_to_acronym(left: list[Piece], begin: int, stop: int, name: OutletName) -> bool:
    """Whether three to five capitals were told, without article: "told AFP" names no person."""
    word = name.name
    if not (word.isalpha() and word.isupper() and 3 <= len(word) <= 5) or word in _BODIES:
        return False
    return left[begin].low in _SPOKEN and stop == len(left)


def _is_modifier(word: str) -> bool:
    low = word.lower()
    if low in _MODIFIERS or low in (":", "'s", '"') or low.endswith(_HYPHENED):
        return True
    if not word[0].isupper() or len(word) < 2:
        return False
    return low.endswith(("'s", "s'")) or low.endswith(_PEOPLES_ENDS) or low in _PEOPLES


def find_inverted(left: list[Piece], right: list[Piece], name: OutletName) -> Slot | None:
    """A verb before the name where the clause ends after it: "…, reports the Mirror."."""
    stop = len(left)
    if stop and left[stop - 1].low == "the":
        stop -= 1
    if not stop or left[stop - 1].low not in _INVERTED:
        return None
    before = left[stop - 2].word if stop > 1 else ""
    after = right[0].low if right else "."
    closes = after in '.,;:)]"' or after in ("on", "in", "that", "last", "'") or after in DAYS
    if before not in ('"', ",", "'", ")", "]", "", ";", "-") or not closes:
        return None
    return Slot(
        kind=CreditKind.REPORTED,
        phrase=Span(left[stop - 1].span.start, name.span.end),
        is_strong=left[stop - 1].low in ("reports", "reported")
        and name.certainty > Certainty.POSSIBLE,
    )
