"""What a report says a named person is, in commas or brackets beside the name."""

from bisect import bisect_left

from whence.extract.mentions.descriptions import Description
from whence.extract.mentions.names import Name
from whence.extract.mentions.words import Words
from whence.model import MentionKind


def find_apposition(
    words: Words, name: Name, descriptions: tuple[Description, ...]
) -> Description | None:
    """The description that a name stands in apposition to, after or before it; None for none.

    After: "Ilse Brand, the chief executive," or "Arlo Finch, 71, a retired teacher". Before:
    "the environment minister, Otto Brand,". The comma, bracket or dash between the two is required.
    """
    after = _skip_age(words, name.last)
    index = bisect_left(descriptions, name.first, key=lambda described: described.first)
    if after is not None:
        follows = None
        for later in descriptions[index : index + 4]:
            # Of two that begin together the longer: "the chief executive's brother-in-law".
            if after <= later.first <= after + 1 and later.kind is MentionKind.PERSON:
                follows = later
        if follows is not None:
            return follows
    if index > 0 and name.first >= 2:
        before = descriptions[index - 1]
        comma = name.begins - 1
        if (
            before.kind is MentionKind.PERSON
            and before.span.end <= words.spans[comma].start
            and words.lowers[comma] == ","
            and words.spans[comma].start - before.span.end <= 1
            and words.block[comma] == words.block[name.first]
        ):
            return before
    return None


def _skip_age(words: Words, index: int) -> int | None:
    """Index behind the mark, and an age, that divide a name from its apposition."""
    count = len(words.spans)
    if index + 1 >= count or words.block[index] != words.block[index - 1]:
        return None
    if words.lowers[index] not in (",", "(", "–", "—", "-"):
        return None
    index += 1
    if words.lowers[index].isdigit() and index + 2 < count and words.lowers[index + 1] == ",":
        index += 2
    return index
