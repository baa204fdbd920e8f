"""What stands between quotation marks, in every style that papers use, in linear time."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from whence.extract.marks import MARK, Turn, family_of, is_single, turn_of
from whence.extract.roles import role_of
from whence.extract.unclosed import end_of_unclosed
from whence.model import Quotation, QuotationRole, Span, Spans

LONGEST_OPEN: Final = 3000
"""Characters that a quotation without its closing mark may run to the end of its paragraph."""
LONGEST_SINGLE: Final = 1500
"""Characters between two single marks; further apart they are apostrophes."""
DEEPEST: Final = 8
_STOPS: Final = (". ", "! ", "? ", ".\n", "!\n", "?\n")


class _Open:
    """A mark that waits for its partner."""

    __slots__ = ("continues", "doubtful", "end", "family", "mark", "start")

    def __init__(self, mark: str, start: int, end: int, *, continues: bool) -> None:
        self.mark, self.family = mark, family_of(mark)
        self.start, self.end = start, end
        self.continues = continues
        self.doubtful: tuple[int, int] | None = None


class _Pair:
    """A quotation before its role and depth are known."""

    __slots__ = ("balanced", "close", "continues", "open")

    def __init__(
        self, opened: tuple[int, int], close: tuple[int, int], *, continues: bool, balanced: bool
    ) -> None:
        self.open, self.close = opened, close
        self.continues, self.balanced = continues, balanced


def find_quotations(text: str, blocks: Spans) -> tuple[Quotation, ...]:
    """The quotations of the blocks in order, inner ones after the one they stand in.

    A quotation that a paragraph leaves open and the next one takes up with a new opening mark
    is one quotation a paragraph, the later ones with ``continues``. One that is never closed
    ends before its cue, else with its paragraph, or with its first sentence where the paragraph
    is very long.

    Args:
        text: The whole text; spans count its code points.
        blocks: Paragraphs in order, not overlapping.
    """
    found: list[Quotation] = []
    carried = ""
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        pairs, carried = _pair(text, block, carried, _first_mark(text, following))
        found.extend(_with_depth(text, block, pairs))
    return tuple(found)


def _first_mark(text: str, block: Span | None) -> str:
    """The family of the mark that a block opens with; empty if it opens with none."""
    if block is None:
        return ""
    start = block.start
    while start < block.end and text[start].isspace():
        start += 1
    match = MARK.match(text, start, block.end)
    if match is None:
        return ""
    turn = turn_of(text, start, match.end(), low=block.start, high=block.end)
    return "" if turn is Turn.NOTHING else family_of(match.group())


def _pair(text: str, block: Span, carried: str, following: str) -> tuple[list[_Pair], str]:
    """Pairs of marks in one block, and the family of the mark that it leaves open."""
    pairs: list[_Pair] = []
    waiting: list[_Open] = []
    first = True
    for match in MARK.finditer(text, block.start, block.end):
        mark, start, end = match.group(), match.start(), match.end()
        turn = turn_of(text, start, end, low=block.start, high=block.end)
        continues = first and carried == family_of(mark) and not text[block.start : start].strip()
        first = False
        if turn is Turn.NOTHING:
            continue
        if continues and turn is not Turn.CLOSES:
            waiting.append(_Open(mark, start, end, continues=True))
        elif turn is Turn.MAY_CLOSE:
            _doubt(waiting, family_of(mark), start, end)
        elif _closes(waiting, mark, turn):
            _close(waiting, pairs, mark, start, end)
        elif turn in (Turn.OPENS, Turn.EITHER) and len(waiting) < DEEPEST:
            _reopen(waiting, pairs, mark, start, text)
            waiting.append(_Open(mark, start, end, continues=False))
    left = ""
    for opened in reversed(waiting):
        goes_on = opened is waiting[0] and opened.family == following
        if is_single(opened.mark) and not (goes_on and _is_left_open(text, block, opened)):
            _settle(opened, pairs)
            continue
        left = opened.family if goes_on else left
        _end_open(text, block, opened, pairs, taken_up=bool(left))
    pairs.sort(key=lambda pair: (pair.open[0], -pair.close[1]))
    return pairs, left


def _is_left_open(text: str, block: Span, opened: _Open) -> bool:
    """Whether a single mark opens all the rest of a paragraph, and no apostrophe closes that."""
    before = text[block.start : opened.start].rstrip()
    after = text[opened.doubtful[1] if opened.doubtful else opened.end : block.end].strip(" .,!?")
    return (not before or before[-1] in ":,") and bool(after)


def _closes(waiting: list[_Open], mark: str, turn: Turn) -> bool:
    """Whether a mark ends a quotation that is open."""
    if not waiting or turn is Turn.OPENS:
        return False
    family = family_of(mark)
    if family in ("guillemet", "small"):
        for opened in reversed(waiting):
            if opened.family == family:
                return opened.mark != mark
        return False
    return any(_pairs_with(opened, family) for opened in waiting)


def _pairs_with(opened: _Open, family: str) -> bool:
    if opened.family == family:
        return True
    # Careless editing mixes curly and straight forms of one mark.
    mixed = {opened.family, family}
    return mixed in ({"double", "straight"}, {"single", "typed-single"}, {"double", "typed"})


def _close(waiting: list[_Open], pairs: list[_Pair], mark: str, start: int, end: int) -> None:
    """End the innermost quotation that this mark can end; what it holds open is given up."""
    family = family_of(mark)
    exact = any(opened.family == family for opened in waiting)
    while waiting:
        opened = waiting.pop()
        fits = opened.family == family if exact else _pairs_with(opened, family)
        if fits:
            if is_single(mark) and start - opened.end > LONGEST_SINGLE:
                return
            pairs.append(
                _Pair(
                    (opened.start, opened.end),
                    (start, end),
                    continues=opened.continues,
                    balanced=True,
                )
            )
            return
        if not _settle(opened, pairs) and not is_single(opened.mark):
            pairs.append(
                _Pair(
                    (opened.start, opened.end),
                    (start, start),
                    continues=opened.continues,
                    balanced=False,
                )
            )


def _doubt(waiting: list[_Open], family: str, start: int, end: int) -> None:
    """Remember the first mark that may be the end of the innermost single quotation."""
    if waiting and _pairs_with(waiting[-1], family) and waiting[-1].doubtful is None:
        waiting[-1].doubtful = (start, end)


def _settle(opened: _Open, pairs: list[_Pair]) -> bool:
    """Close an open single quotation at its doubtful mark, if it has one."""
    if opened.doubtful is None or opened.doubtful[0] - opened.end > LONGEST_SINGLE:
        return False
    pairs.append(
        _Pair(
            (opened.start, opened.end), opened.doubtful, continues=opened.continues, balanced=True
        )
    )
    return True


def _reopen(waiting: list[_Open], pairs: list[_Pair], mark: str, start: int, text: str) -> None:
    """Give up an open quotation of the same marks: one inside itself was never closed."""
    if not waiting or waiting[-1].family != family_of(mark):
        return
    opened = waiting.pop()
    if _settle(opened, pairs) or is_single(mark):
        return
    if start - opened.end <= LONGEST_OPEN:
        end = opened.end + len(text[opened.end : start].rstrip())
        pairs.append(
            _Pair(
                (opened.start, opened.end), (end, end), continues=opened.continues, balanced=False
            )
        )


def _end_open(text: str, block: Span, opened: _Open, pairs: list[_Pair], *, taken_up: bool) -> None:
    """End a quotation whose closing mark never comes."""
    end = block.end
    if end - opened.end > LONGEST_OPEN:
        window = text[opened.end : opened.end + LONGEST_OPEN]
        stops = [window.find(stop) for stop in _STOPS]
        found = min((stop for stop in stops if stop >= 0), default=-1)
        if found < 0:
            return
        end = opened.end + found + 1
    if not taken_up:
        end = end_of_unclosed(text, opened.end, end)
    end = opened.end + len(text[opened.end : end].rstrip())
    if end > opened.end:
        pairs.append(
            _Pair(
                (opened.start, opened.end),
                (end, end),
                continues=opened.continues,
                balanced=taken_up,
            )
        )


def _with_depth(text: str, block: Span, pairs: list[_Pair]) -> list[Quotation]:
    """Pairs as values: white space inside the marks trimmed, depth counted, role decided."""
    found: list[Quotation] = []
    ends: list[int] = []
    for pair in pairs:
        while ends and ends[-1] <= pair.open[0]:
            ends.pop()
        start, end = pair.open[1], pair.close[0]
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start >= end or (ends and pair.close[1] > ends[-1]):
            continue
        span, outer = Span(start, end), Span(pair.open[0], pair.close[1])
        depth = len(ends)
        ends.append(pair.close[1])
        role = QuotationRole.SPEECH if pair.continues else role_of(text, block, span, outer)
        found.append(
            Quotation(
                span=span,
                outer=outer,
                role=role,
                depth=depth,
                continues=pair.continues,
                is_balanced=pair.balanced,
            )
        )
    return found


def with_marks(content: Spans, quotations: tuple[Quotation, ...]) -> Spans:
    """The pieces of a content with the quotation marks that stand right outside them.

    Attributions leave outer marks out; sets such as PolNeAR count them in.
    """
    pieces: list[Span] = []
    for piece in content:
        start, end = piece
        index = bisect_left(quotations, piece.start, key=lambda held: held.span.start)
        while index < len(quotations) and quotations[index].span.start == piece.start:
            start = min(start, quotations[index].outer.start)
            index += 1
        for held in _ending_before(quotations, piece.end):
            if held.span.end == piece.end:
                end = max(end, held.outer.end)
        pieces.append(Span(start, end))
    return tuple(pieces)


def without_marks(content: Spans, quotations: tuple[Quotation, ...]) -> Spans:
    """The pieces of a content with quotation marks at their edges cut off."""
    pieces: list[Span] = []
    for piece in content:
        start, end = piece
        index = bisect_left(quotations, piece.start, key=lambda held: held.outer.start)
        while index < len(quotations) and quotations[index].outer.start == start:
            start = quotations[index].span.start
            index += 1
        for held in _ending_before(quotations, piece.end):
            if held.outer.end == end and held.span.start >= piece.start:
                end = held.span.end
        if start < end:
            pieces.append(Span(start, end))
    return tuple(pieces) or content


def _ending_before(quotations: tuple[Quotation, ...], position: int) -> Iterator[Quotation]:
    """The quotations that begin before a character, backwards to the outer one."""
    index = bisect_left(quotations, position, key=lambda held: held.span.start) - 1
    for _ in range(DEEPEST * 4):
        if index < 0:
            return
        yield quotations[index]
        if quotations[index].depth == 0:
            return
        index -= 1


def is_inside(quotations: tuple[Quotation, ...], position: int) -> bool:
    """Whether a character stands inside a quotation."""
    return any(
        held.span.start <= position < held.span.end
        for held in _ending_before(quotations, position + 1)
    )
