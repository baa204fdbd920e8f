"""The rule extractor: paragraph by paragraph, frame by frame."""

from collections import defaultdict

from whence.extract.interface import Findings, RawAttribution
from whence.extract.passages import Passage
from whence.extract.quotations import find_quotations
from whence.extract.rules.drafts import Draft
from whence.extract.rules.ends import is_tail
from whence.extract.rules.frames import read_frame, read_nested, read_quoted
from whence.extract.rules.speech import Speech, read_headline, read_labels, read_signed
from whence.model import Quotation, Spans

Frames = list[tuple[int, int, list[Draft]]]


class RuleExtractor:
    """Finds attributions without a trained model; the same text gives the same findings."""

    name = "rules"

    def find(self, text: str, blocks: Spans) -> Findings:
        """What stands in the given blocks (see `whence.extract.interface.Extractor`)."""
        by_block = _by_block(find_quotations(text, blocks), blocks)
        labelled = read_labels(text, blocks)
        taken = {content.end for raw in labelled for content in raw.content}
        speech = Speech()
        layouts: list[RawAttribution] = labelled
        for block, quotations in zip(blocks, by_block, strict=True):
            end = block.start + len(text[block.start : block.end].rstrip())
            if end in taken:
                continue
            signed = read_signed(text, block, quotations[0].outer) if len(quotations) == 1 else None
            if signed is not None:
                layouts.append(signed)
                continue
            passage = Passage(text, block, quotations)
            if block is blocks[0] and (headline := read_headline(text, passage)) is not None:
                layouts.append(headline)
                continue
            speech.add(passage, _read_frames(passage))
            speech.add_inner(read_quoted(text, quotations))
        found = [item.raw() for item in speech.found if item.content] + layouts
        return Findings(attributions=tuple(sorted(found, key=lambda raw: raw.content)))


def _read_frames(passage: Passage) -> Frames:
    """The drafts of each frame; a frame that only cues the one before is joined to it."""
    frames: Frames = []
    for first, stop in passage.frames:
        uncued = bool(frames) and not frames[-1][2] and passage.at(first - 1) == "]"
        if uncued and is_tail(passage, first, stop):
            first = frames.pop()[0]
        drafts = read_frame(passage, first, stop)
        drafts += read_nested(passage, drafts)
        frames.append((first, stop, drafts))
    return frames


def _by_block(quotations: tuple[Quotation, ...], blocks: Spans) -> list[list[Quotation]]:
    """Quotations of each block, in order."""
    grouped: dict[int, list[Quotation]] = defaultdict(list)
    index = 0
    for quotation in quotations:
        while index < len(blocks) and blocks[index].end <= quotation.outer.start:
            index += 1
        grouped[index].append(quotation)
    return [grouped[number] for number in range(len(blocks))]
