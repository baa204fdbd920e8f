"""Paragraphs that stand apart from a flowing text: captions, links, headlines of other reports."""

import re

from whence.read.drafts import Block
from whence.read.lines import caption_or_credit, has_final_stop, is_title, kind_of_line

_SPEAKS = re.compile(
    r"[.!?][\"”’)]?\s|[\"“”«»@]|\b(?:said|says|told|according|reports?|reported)\b"
)


def is_flowing(text: str, blocks: tuple[Block, ...]) -> bool:
    """Whether longer paragraphs nearly all end with a stop, so that one without stands out."""
    ends = [
        has_final_stop(text[max(block.span.start, block.span.end - 8) : block.span.end])
        for block in blocks
        if block.span.end - block.span.start > 60
    ]
    return len(ends) >= 4 and sum(ends) >= 0.75 * len(ends)


def is_stray(words: str) -> bool:
    """A line of some length that ends nowhere: a caption or a link amid paragraphs that do.

    A paragraph whose last stop was forgotten is longer, or has a stop or quoted words inside it.
    """
    return (
        len(words) <= 160
        and words.count(" ") >= 5
        and words[0].isupper()
        and not has_final_stop(words)
        and _SPEAKS.search(words) is None
    )


def find_related(text: str, blocks: tuple[Block, ...], first: int) -> int:
    """Where a run of other reports' headlines at the end begins: titles without a stop."""
    number = len(blocks)
    while number > first + 1:
        words = blocks[number - 1].span.of(text)
        is_link = is_title(words) and words[0].isalnum() and not has_final_stop(words)
        if len(words) > 160 or not is_link or kind_of_line(words) or caption_or_credit(words):
            break
        number -= 1
    return number
