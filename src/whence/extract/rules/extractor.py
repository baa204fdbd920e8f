"""The rule extractor: paragraph by paragraph, frame by frame."""

from collections import defaultdict

from whence.extract.interface import Findings, RawAttribution
from whence.extract.passages import Passage
from whence.extract.quotations import find_quotations
from whence.extract.rules.frames import Draft, read_frame, read_nested
from whence.model import Quotation, Span, Spans


class RuleExtractor:
    """Finds attributions without a trained model; the same text gives the same findings."""

    name = "rules"

    def find(self, text: str, blocks: Spans) -> Findings:
        """What stands in the given blocks (see `whence.extract.interface.Extractor`)."""
        by_block = _by_block(find_quotations(text, blocks), blocks)
        found: list[RawAttribution] = []
        for block, quotations in zip(blocks, by_block, strict=True):
            passage = Passage(text, block, quotations)
            for first, stop in passage.frames:
                drafts = read_frame(passage, first, stop)
                drafts += read_nested(passage, drafts)
                found.extend(_raw(passage, draft) for draft in drafts)
        return Findings(attributions=tuple(found))


def _by_block(quotations: tuple[Quotation, ...], blocks: Spans) -> list[list[Quotation]]:
    """Quotations of each block, in order."""
    grouped: dict[int, list[Quotation]] = defaultdict(list)
    index = 0
    for quotation in quotations:
        while index < len(blocks) and blocks[index].end <= quotation.outer.start:
            index += 1
        grouped[index].append(quotation)
    return [grouped[number] for number in range(len(blocks))]


def _raw(passage: Passage, draft: Draft) -> RawAttribution:
    def spans(ranges: list[tuple[int, int]]) -> Spans:
        return tuple(Span(*passage.span(first, stop)) for first, stop in sorted(ranges))

    return RawAttribution(
        source=spans(draft.source),
        cue=spans(draft.cue),
        content=spans(draft.content),
        score=draft.score,
        depth=draft.depth,
    )
