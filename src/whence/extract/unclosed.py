"""Where a quotation ends whose closing mark is missing."""

import re
from typing import Final

_VERBS: Final = (
    r"(?:said|says|added|adds|told|tells|wrote|writes|explained|explains|asked|asks|recalled|"
    r"insisted|warned|replied|shouted|continued)"
)
_WHO: Final = (
    r"(?:he|she|they|(?:(?:the|an?|his|her|their|one|two)\s)?(?:[\w’'-]{1,24}\s){0,3}"
    r"[^\W\d_][\w’'.-]{0,24})"
)
_CUE: Final = re.compile(
    rf"[,?!…](?=\s(?:{_VERBS}\s(?:(?:he|she|they)\b|(?:[a-z’'-]{{1,24}}\s){{0,5}}[^\W\d_a-z])|{_WHO}\s{_VERBS}\b))"
)
"""What a quotation ends with, before "said councillor Orr", "she said", "the mayor told"."""
_SHORTEST: Final = 12


def end_of_unclosed(text: str, start: int, end: int) -> int:
    """The character at which an unclosed quotation ends: its first cue, else ``end``.

    The mark that stands before the cue is within the quotation, as careful papers set it.
    """
    match = _CUE.search(text, min(start + _SHORTEST, end), end)
    return match.end() if match is not None else end
