"""The clause that tells of an event: what a timeline shows of it."""

import re
from typing import Final

from whence.model import Span
from whence.text import fold_case

LONGEST: Final = 130
"""Characters of a label; a longer clause is cut at a word, with an ellipsis."""

_STARTS = re.compile(
    r"[;:]\s|\s[-–—]{1,2}\s|[“«(\[\n]|(?<=\s)[\"‘']"
    r"|,\s(?:and|but|while|although|though|because|whereas)\s"
    r"|\s(?:but|while|although|because|whereas)\s"
)
_ENDS = re.compile(
    r"[;:]\s|\s[-–—]{1,2}\s|[\"”»)\]\n]"
    r"|,?\s(?:but|while|although|though|because|whereas)\s"
    r"|,\s(?:and|which|who|whose|where|when|as|after|before|adding|saying)\s"
)
_SUBJECTLESS = frozenset(
    "was were is are has had have been be will would which who that and but then".split()
)
_CLOSING = {"“": "”", "«": "»", '"': '"'}
_OPENING = frozenset(_CLOSING)
_EDGES = " \t\r\n,;:-–—.\"“”‘’'«»()[]"


def clause_around(text: str, sentence: Span, core: Span) -> Span:
    """The clause of a sentence that holds ``core``, the words of an event and its date.

    A clause that would begin with its verb reaches back over the break, so that it says who or
    what. Never more than the sentence, which is at most some hundreds of characters.
    """
    words = sentence.of(text)
    first, last = core.start - sentence.start, core.end - sentence.start
    starts = [0, *(match.end() for match in _STARTS.finditer(words, 0, first))]
    ending = _ENDS.search(words, last)
    end = ending.start() if ending else len(words)
    start = starts.pop()
    while starts and not _is_start(words, start, first):
        start = starts.pop()
    while start < first and words[start] in _EDGES:
        start += 1
    while end > last and words[end - 1] in _EDGES:
        end -= 1
    if start and words[start - 1] in _OPENING and _CLOSING[words[start - 1]] in words[start:end]:
        start -= 1
    return Span(sentence.start + start, sentence.start + end)


def _is_start(words: str, start: int, verb: int) -> bool:
    """Whether a clause may begin there: it has a subject, and no quotation ends before its verb."""
    before = words[start:verb]
    if before.count('"') % 2 or before.count("”") > before.count("“"):
        return False
    first = fold_case(before).strip(_EDGES).split(maxsplit=1)
    return bool(first) and first[0] not in _SUBJECTLESS


def cut_at_word(words: str, *, keep: tuple[int, int], longest: int = LONGEST) -> str:
    """The words, whole where they are short; else cut at words round what must be kept."""
    line = " ".join(words.split())
    if len(line) <= longest:
        return line
    first, last = keep
    start = 0 if last <= longest - 2 else max(0, min(first, last - longest + 4))
    if start:
        start = line.find(" ", start - 1) + 1 or start
        line = "… " + line[start:]
    if len(line) > longest:
        cut = line.rfind(" ", 0, longest - 1)
        line = line[: cut if cut > longest // 2 else longest - 2].rstrip(_EDGES) + " …"
    return line
