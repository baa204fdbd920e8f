"""Quotations over several paragraphs: each reopens the mark, and only the last closes it."""

from collections.abc import Iterator

from whence.extract.interface import RawAttribution
from whence.model import Quotation, QuotationRole, Span


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
    held = [span for raw in found for span in raw.content]
    for run in runs:
        open_ones = [part.outer for part in run if not _is_held(part, held)]
        holders = [n for n, raw in enumerate(found) if raw.cue and _says_part(raw, run)]
        if open_ones and len(holders) == 1:
            raw = found[holders[0]]
            pieces = tuple(sorted((*raw.content, *open_ones)))
            found = [*found[: holders[0]], raw.replace(content=pieces), *found[holders[0] + 1 :]]
    return found


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


def _is_held(part: Quotation, held: list[Span]) -> bool:
    return any(part.outer.overlaps(span) for span in held)


def _says_part(raw: RawAttribution, run: list[Quotation]) -> bool:
    return any(part.outer.covers(span) for part in run for span in raw.content)
