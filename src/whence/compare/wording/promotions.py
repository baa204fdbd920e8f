"""Quotation marks put round words that other reports tell without them."""

from collections.abc import Sequence

from whence.compare.wording.clusters import Piece
from whence.compare.wording.matching import match
from whence.compare.wording.units import Texts
from whence.compare.wording.weights import Weights

FEWEST_WORDS = 5
"""A shorter quotation is a fragment that others may well print without marks."""

_FIRST_PERSON = frozenset("i me my mine we us our ours you your".split())
_TOLD_OF = frozenset("he she they his her their him them".split())
_TOLD_TENSE = frozenset("would had was were could might".split())


def promoted_from(
    quoted: Sequence[Piece], told: Sequence[Piece], weights: Weights, texts: Texts
) -> Piece | None:
    """The unquoted wording that quotation marks were put round elsewhere; None as a rule.

    The quoted words must be those of the telling, at length, and no more reports may quote them
    than tell them with a speaker; and either every report that has them in marks came out after
    the telling, or they speak as a reporter does of the speaker.
    """
    told = [piece for piece in told if piece.unit.attribution]
    if not told or any(len(piece.keys) < FEWEST_WORDS for piece in quoted):
        return None
    if len({p.unit.report for p in quoted}) > len({p.unit.report for p in told}):
        return None
    dates = [texts.date(piece.unit.report) for piece in quoted]
    reports = {piece.unit.report for piece in quoted}
    for piece in sorted(told, key=lambda p: (texts.date(p.unit.report), p.unit.report, p.first)):
        if piece.unit.report in reports:
            continue
        if not all(_same_words(piece, other, weights) for other in quoted):
            continue
        date = texts.date(piece.unit.report)
        is_first = bool(date) and all(other and date < other for other in dates)
        if is_first or all(_reads_as_told(other) for other in quoted):
            return piece
    return None


def _same_words(told: Piece, quoted: Piece, weights: Weights) -> bool:
    found = match(told.keys, quoted.keys, weights)
    return found.longest >= FEWEST_WORDS and found.weight >= 0.85 * weights.total(quoted.keys)


def _reads_as_told(piece: Piece) -> bool:
    keys = frozenset(piece.keys)
    return not keys & _FIRST_PERSON and bool(keys & _TOLD_OF) and bool(keys & _TOLD_TENSE)
