"""Credit phrases that stand after an outlet's name: "reported", "'s Jane Orr writes", "report"."""

from whence.extract.credits.names import Certainty, OutletName, is_outlet_word
from whence.extract.credits.pieces import DAYS, KINDS, STAFF_NOUNS, WORDS, Piece, Slot
from whence.lexicon.documents import DOCUMENT_NOUNS
from whence.model import CreditKind, Span

_AFTER = WORDS["after"]
_VERBS: dict[str, CreditKind] = {
    verb: KINDS[kind] for kind in ("reported", "cited", "told", "obtained") for verb in _AFTER[kind]
}
_VERBS["spoke"] = _VERBS["interviewed"] = CreditKind.TOLD
_NOUNS = frozenset(_AFTER["nouns"])
_TEXT_NOUNS = frozenset(_AFTER["text_nouns"])
_STAFF_VERBS = frozenset(_AFTER["staff_verbs"])
_BETWEEN = frozenset(_AFTER["between"]) | {"which", "who"}
_STRONG = frozenset(["report", "reports", "reported", "quotes"])
_SPEAKING_FOR_ITSELF = tuple(_AFTER["own_people"])
"""An editor of Vogue who speaks of Vogue is a source; a reporter who reports is not."""
_LOOKED = frozenset(["seen", "read"])
"""Verbs that say that an outlet has a document, where one is named beside them."""
_AUXILIARIES = frozenset(["has", "have", "had"])
_NEAR = 8
_BEING = frozenset(["is", "are", "was", "were"])
_RECEIVING = frozenset(WORDS["telling"]["receiving"])
_MAY = frozenset(["can", "may"])
_SHORT_FORM = 3
"""Pieces of a short form in brackets behind a name: "Radio Lorn (RL) reported"."""
_STEPS = 9
_MOST_CAPITALS = 3


def find_after(text: str, left: list[Piece], right: list[Piece], name: OutletName) -> Slot | None:
    """The credit phrase after a name: a reporting verb, or a noun such as "report"."""
    possessive = text[name.span.end : name.span.end + 2].replace("’", "'") in ("'s", "' ")
    position = _after_possessive(right) if possessive else _after_short_form(right)
    outlet_word = bool(left) and is_outlet_word(left[-1].low)
    negated = False
    capitals = 0
    begin = position
    while position < min(len(right), begin + _STEPS):
        piece = right[position]
        if not possessive and _is_told(right, position):
            return _slot(left, name, right[position + 1], CreditKind.TOLD, False, outlet_word)
        kind = _verb_kind(right, position) or _looked_at(left, right, position)
        if kind is not None:
            if negated or (possessive and capitals == 0):
                return None
            strong = not possessive and _is_strong(left, right, position)
            return _slot(left, name, piece, kind, strong, outlet_word)
        if piece.low in _NOUNS and capitals == 0:
            is_credit = _is_credit_noun(right, position)
            return (
                _slot(left, name, piece, CreditKind.REPORTED, False, False) if is_credit else None
            )
        if piece.low in STAFF_NOUNS and possessive and _is_credit_noun(right, position):
            return _slot(left, name, piece, CreditKind.REPORTED, False, False)
        if piece.word.startswith(_SPEAKING_FOR_ITSELF):
            return None
        if piece.low in ("not", "n't", "never"):
            negated = True
        elif _is_staff(piece, possessive, name) and capitals < _MOST_CAPITALS:
            capitals += 1
        elif not _may_stand_between(right, position):
            return None
        if possessive and capitals and is_outlet_word(piece.low):
            return None  # "Britain's Telegraph newspaper reported": the outlet is another
        outlet_word = outlet_word or is_outlet_word(piece.low)
        position += 1
    return None


def _after_possessive(right: list[Piece]) -> int:
    return 2 if len(right) > 1 and right[1].word == "s" else 1


def _after_short_form(right: list[Piece]) -> int:
    closes = [n for n, piece in enumerate(right[:_SHORT_FORM]) if piece.low == ")"]
    return closes[0] + 1 if closes and right[0].low == "(" else 0


def _is_told(right: list[Piece], position: int) -> bool:
    """Whether the outlet is told something: "was told that", not "was told to pay"."""
    if right[position].low not in ("was", "were", "been") or position + 1 >= len(right):
        return False
    return right[position + 1].low in _RECEIVING and not _next_is(right, position + 1, ("to",))


def _verb_kind(right: list[Piece], position: int) -> CreditKind | None:
    low = right[position].low
    if low == "first" and not _next_is(right, position, ("to", "reported")):
        return None
    return _VERBS.get(low)


def _looked_at(left: list[Piece], right: list[Piece], position: int) -> CreditKind | None:
    """Whether the outlet has seen a document: "has seen the memo", "the memo, which X has read"."""
    if right[position].low not in _LOOKED or position == 0:
        return None
    if right[position - 1].low not in _AUXILIARIES:
        return None
    which = [n for n, piece in enumerate(left[-3:]) if piece.low in ("which", "that")]
    behind = left[: len(left) - len(left[-3:]) + which[-1]][-2:] if which else []
    beside = [*behind, *right[position + 1 : position + 1 + _NEAR]]
    is_document = any(piece.low in DOCUMENT_NOUNS for piece in beside)
    return CreditKind.OBTAINED if is_document else None


def _is_strong(left: list[Piece], right: list[Piece], position: int) -> bool:
    """Whether a plain reporting verb follows, with no more than an auxiliary before it."""
    if right[position].low not in _STRONG:
        return False
    return all(piece.low in ("has", "have", "had", "also", "first") for piece in right[:position])


def _is_staff(piece: Piece, possessive: bool, name: OutletName) -> bool:
    """Whether a capital may begin the name of the outlet's own reporter."""
    if piece.low in DAYS:
        return False
    return piece.word[0].isupper() and (possessive or name.certainty is Certainty.SURE)


def _may_stand_between(right: list[Piece], position: int) -> bool:
    low = right[position].low
    if low in _MAY:
        return _next_is(right, position, ("reveal", "report", "confirm", "disclose", "exclusively"))
    if low in _BEING:
        return position + 1 < len(right) and right[position + 1].low.endswith("ing")
    if low == "," and position == 0:
        return _next_is(right, position, ("citing", "quoting", "which", "who"))
    return low in _BETWEEN or low.endswith("ly")


def _next_is(right: list[Piece], position: int, words: tuple[str, ...]) -> bool:
    return position + 1 < len(right) and right[position + 1].low in words


def _is_credit_noun(right: list[Piece], position: int) -> bool:
    """Whether "Reuters report" is a credit: texts are; reporters must say or see something."""
    if right[position].low in _TEXT_NOUNS:
        return True
    return any(piece.low in _STAFF_VERBS for piece in right[position + 1 : position + 6])


def _slot(
    left: list[Piece],
    name: OutletName,
    last: Piece,
    kind: CreditKind,
    strong: bool,
    sure: bool,
) -> Slot:
    begin = left[-1].span.start if left and left[-1].low == "the" else name.span.start
    return Slot(
        kind=kind, phrase=Span(begin, last.span.end), is_strong=strong or sure, is_sure=sure
    )
