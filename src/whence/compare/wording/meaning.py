"""Whether a change of words turns what is said: negation, number, time, person, name, hedge."""

from collections.abc import Sequence

from whence.compare.wording.folding import number_value
from whence.compare.wording.weights import stem
from whence.lexicon import load_table

_TABLE = load_table("meaning")
NEGATORS = frozenset(_TABLE["negators"])
DENIALS = frozenset(_TABLE["denials"])
HEDGES = frozenset(_TABLE["hedges"])
CLAIM_HEDGES = HEDGES - frozenset(_TABLE["number_hedges"])
_TIMES = frozenset(_TABLE["times"])
_QUANTITIES = frozenset(_TABLE["quantities"])
_PERSONS = {
    word: number
    for number, name in enumerate(("first", "second", "third"), start=1)
    for word in _TABLE["persons"][name]
}
_OPPOSITES = frozenset(
    pair for a, b in _TABLE["opposites"] for pair in ((stem(a), stem(b)), (stem(b), stem(a)))
)
_ENDS_SCOPE = ".,;:!?—–\"“”‘«'"
_CLAUSE_OPENERS = frozenset("but and because so although though while".split())


def is_negative(keys: Sequence[str]) -> bool:
    """Whether an odd number of negations stands among the words."""
    return sum(1 for key in keys if key in NEGATORS) % 2 == 1


def changed_meaning(base: Sequence[str], variant: Sequence[str]) -> str:
    """What turns when the first words are exchanged for the second; empty if nothing does.

    Either side may be empty: words lost or gained.
    """
    if is_negative(base) != is_negative(variant):
        return "negation lost" if is_negative(base) else "negation gained"
    gone, come = _only(base, variant), _only(variant, base)
    lost_numbers = [key for key in gone if number_value(key) is not None]
    new_numbers = [key for key in come if number_value(key) is not None]
    if lost_numbers and new_numbers:
        return f"number changed from {lost_numbers[0]} to {new_numbers[0]}"
    for words, what in ((_TIMES, "time"), (_QUANTITIES, "quantity")):
        lost = [key for key in gone if key in words]
        new = [key for key in come if key in words]
        if lost and new:
            return f"{what} changed from {lost[0]} to {new[0]}"
    if (opposed := opposite(gone, come)) is not None:
        return f"{opposed[0]} turned into {opposed[1]}"
    if (persons := _persons(gone, come)) is not None:
        return f"person changed from {persons[0]} to {persons[1]}"
    hedge = next((key for key in gone if key in CLAIM_HEDGES), None)
    if hedge and len(base) <= 2 and not any(key in CLAIM_HEDGES for key in come):
        return f"hedge dropped: {hedge}"
    return ""


def opposite(a: Sequence[str], b: Sequence[str]) -> tuple[str, str] | None:
    """The first pair of words, one of each side, that say the opposite of each other."""
    for one in a:
        for other in b:
            if (stem(one), stem(other)) in _OPPOSITES:
                return one, other
    return None


def lost_hedge(prefix: Sequence[str], between: Sequence[str]) -> str:
    """A hedge right before what is left when a beginning is cut off; empty if there is none."""
    for back in range(1, min(3, len(prefix)) + 1):
        if any(mark in between[-back] for mark in _ENDS_SCOPE):
            return ""
        if prefix[-back] in CLAIM_HEDGES:
            return prefix[-back]
    return ""


def _persons(gone: Sequence[str], come: Sequence[str]) -> tuple[str, str] | None:
    lost = [key for key in gone if key in _PERSONS]
    new = [key for key in come if key in _PERSONS]
    if len(lost) == 1 and len(new) == 1 and _PERSONS[lost[0]] != _PERSONS[new[0]]:
        return lost[0], new[0]
    return None


def _only(a: Sequence[str], b: Sequence[str]) -> list[str]:
    there = frozenset(b)
    return [key for key in a if key not in there]


def lost_scope(prefix: Sequence[str], between: Sequence[str]) -> str:
    """The refusal that governed what is left when a beginning is cut off; empty if none did.

    Args:
        prefix: The words cut off, in order.
        between: What stands after each of them: a stop or comma ends the search, and so does an
            inner quotation mark.
    """
    for back in range(1, min(7, len(prefix)) + 1):
        after = between[-back]
        key = prefix[-back]
        if any(mark in after for mark in _ENDS_SCOPE) or " - " in after:
            return ""
        if key in NEGATORS or (key in DENIALS and back <= 4):
            return key
        if key in _CLAUSE_OPENERS:
            return ""
    return ""
