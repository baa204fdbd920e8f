"""What a figure leaves to the one before it: unit, what is counted, what befell it."""

from whence.extract.figures.amounts import Amount
from whence.extract.figures.counted import EVENTS
from whence.extract.numerals import Tokens
from whence.lexicon import load_table
from whence.model import Figure, FigureKind

ENDS = frozenset((".", "!", "?", "\n"))


_PARTS = frozenset(("including", "whom", "them", "among", "which"))


def continued(tokens: Tokens, figure: Figure, last: Figure, amount: Amount, before: int) -> Figure:
    """The figure with what it leaves to the one before it in its sentence.

    The unit (``950 cubic metres, nearly the 1,000 given by …``), what is counted (``14 officers …,
    arrests of 22``), or what befell it (``30 held, including 22 officers``).
    """
    between = tokens.word[before : amount.first]
    is_toll = EVENTS.get(figure.counted_head or "") == "kill"
    anaphoric = _is_anaphoric(tokens, amount, between) and last.kind is FigureKind.COUNT
    if anaphoric and not is_toll:
        return figure.replace(counted_head=last.counted_head, counted_event=last.counted_event)
    if len(between) > 24 or any(word in ENDS for word in between):
        return figure
    if figure.kind is FigureKind.COUNT and last.unit and _is_bare(tokens, amount):
        values = (
            [v for v in (figure.low, figure.high) if v],
            [v for v in (last.low, last.high) if v],
        )
        if (
            values[0]
            and values[1]
            and last.kind in _MEASURED
            and 0.05 < values[0][0] / values[1][0] < 20
        ):
            return figure.replace(unit=last.unit, kind=last.kind)
    if figure.kind is last.kind is FigureKind.COUNT:
        noun = tokens.at(amount.stop)
        if (
            last.counted_head
            and _is_bare(tokens, amount)
            and (figure.counted_head is None or not noun.isalpha())
            and not is_toll
        ):
            return figure.replace(counted_head=last.counted_head)
        if figure.counted_event is None and _PARTS & set(between):
            return figure.replace(counted_event=last.counted_event)
    return figure


_SAYS = frozenset(load_table("counting")["says"])
_NUMBER_NOUNS = frozenset(("number", "figure", "toll", "count", "total", "tally", "estimate"))


def _is_anaphoric(tokens: Tokens, amount: Amount, between: list[str]) -> bool:
    """``The organisers put the number at 85,000``, ``the union says 12``: of what was counted."""
    near = between[-6:]
    if amount.kind is not FigureKind.COUNT or len(between) >= 48 or not _is_bare(tokens, amount):
        return False
    if _SAYS & set(near[-1:]):
        return True
    return bool(_NUMBER_NOUNS & set(near)) and not any(word in ENDS for word in near)


_MEASURED = frozenset((FigureKind.MEASURE, FigureKind.MONEY, FigureKind.PERCENT))


def _is_bare(tokens: Tokens, amount: Amount) -> bool:
    """Whether no noun follows the number: ``the 1,000 given by …``."""
    after = tokens.at(amount.stop)
    return not after[:1].isalpha() or after in _NO_NOUNS


_NO_NOUNS = frozenset(
    "given reported estimated claimed in on at by from and or but that who before".split()
)
