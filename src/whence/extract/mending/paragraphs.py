"""Quotations over several paragraphs: each reopens the mark, and only the last closes it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from whence.extract.interface import RawAttribution
from whence.model import Quotation, QuotationRole
from whence.text import Holding


def carry_over(
    quotations: tuple[Quotation, ...], found: list[RawAttribution]
) -> list[RawAttribution]:
    """The attributions, each quotation with the paragraphs of it that nothing holds.

    Who says one paragraph of a quotation says those before and behind it, up to the mark that
    closes it. What another attribution holds is left to that.
    """
    runs = [run for run in _list_runs(quotations) if len(run) > 1]
    if not runs:
        return found
    held = Holding(span for raw in found for span in raw.content)
    mended = list(found)
    for run, holders in zip(runs, _list_holders(runs, found), strict=True):
        left = [part.outer for part in run if not held.count(part.outer)]
        if left and len(holders) == 1:
            (number,) = holders
            raw = mended[number]
            mended[number] = raw.replace(content=tuple(sorted((*raw.content, *left))))
    return mended


def _list_runs(quotations: tuple[Quotation, ...]) -> Iterator[list[Quotation]]:
    """Spoken quotations in groups, each with those that go on from it."""
    run: list[Quotation] = []
    for quotation in quotations:
        if quotation.depth or quotation.role is not QuotationRole.SPEECH:
            continue
        if run and not quotation.continues:
            yield run
            run = []
        run.append(quotation)
    if run:
        yield run


def _list_holders(runs: list[list[Quotation]], found: list[RawAttribution]) -> list[set[int]]:
    """For each run the numbers of the attributions with a cue that have a piece inside it."""
    parts = sorted((part.outer, number) for number, run in enumerate(runs) for part in run)
    starts = [outer.start for outer, _ in parts]
    holders: dict[int, set[int]] = defaultdict(set)
    for number, raw in enumerate(found):
        for span in raw.content if raw.cue else ():
            at = bisect_right(starts, span.start) - 1
            if at >= 0 and parts[at][0].covers(span):
                holders[parts[at][1]].add(number)
    return [holders[number] for number in range(len(runs))]
