"""The words of a report with the keys they are compared by, found once for all comparing."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from whence.compare.wording.folding import SCALES, fold_word, number_value
from whence.model import Span, Spans, Value

# A word whose first letter an editor changed ("[T]he"); a number; a word with inner apostrophes or
# hidden letters; a sign that counts as a word. Every alternative begins with another class of
# character, so the scan is linear.
_WORD = re.compile(
    r"\[[^\W\d_]\][^\W\d_]+|\d+(?:[.,]\d+)*[^\W\d_]{0,12}"
    r"|[^\W\d_]\w*(?:['’][^\W\d_]+|\*+\w*|-{2,4}[^\W\d_]{1,4}(?![\w-]))*"
    r"|\*{3,}|[%$€£¥&]"
)
_BRACKETED = re.compile(r"\[[^\[\]\n]{1,120}\]|\([^()\n]{1,60}\)")
_ELLIPSIS = re.compile(r"…|\.{3,}|\. \. \.|\[\s?\.\s?\.\s?\.?\s?\]")
_CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "%": "percent"}


class Words(Value, frozen=True, kw_only=True):
    """Words in order of text: key, place, whether in brackets, whether with a capital."""

    keys: tuple[str, ...]
    spans: Spans
    bracketed: tuple[bool, ...]
    capitals: tuple[bool, ...]

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.keys)

    def between(self, span: Span) -> tuple[int, int]:
        """First and last + 1 of the words that lie wholly in a span."""
        first = bisect_left(self.spans, (span.start, -1))
        last = bisect_left(self.spans, (span.end, -1))
        while last > first and self.spans[last - 1].end > span.end:
            last -= 1
        return first, max(first, last)

    def pick(self, numbers: Iterable[int]) -> "Words":
        """The words with the given numbers."""
        chosen = tuple(numbers)
        return Words(
            keys=tuple(self.keys[n] for n in chosen),
            spans=tuple(self.spans[n] for n in chosen),
            bracketed=tuple(self.bracketed[n] for n in chosen),
            capitals=tuple(self.capitals[n] for n in chosen),
        )


def find_keyed_words(text: str) -> Words:
    """The words of a whole text, numbers of several words joined into one ("twenty-one")."""
    keys: list[str] = []
    spans: list[Span] = []
    for match in _WORD.finditer(text):
        start = match.start()
        surface = match.group()
        if surface in _CURRENCIES:
            keys.append(_CURRENCIES[surface])
            spans.append(Span(start, match.end()))
            continue
        if surface[0] == "[":
            keys.append(fold_word(surface[1] + surface[3:])[0][0])
            spans.append(Span(start, match.end()))
            continue
        for key, length in fold_word(surface):
            for part in key.split(" "):
                keys.append(part)
                spans.append(Span(start, start + length))
            start += length
    keys, spans = _join_numbers(text, keys, spans)
    return Words(
        keys=tuple(keys),
        spans=tuple(spans),
        bracketed=_bracketed(text, spans),
        capitals=tuple(text[span.start].isupper() for span in spans),
    )


def _join_numbers(
    text: str, keys: Sequence[str], spans: Sequence[Span]
) -> tuple[list[str], list[Span]]:
    joined: list[str] = []
    places: list[Span] = []
    for key, span in zip(keys, spans, strict=True):
        if joined and places[-1].end <= span.start <= places[-1].end + 1:
            spelled = text[places[-1].start].isalpha() and text[span.start].isalpha()
            merged = _joined(joined[-1], key, spelled=spelled)
            if merged is not None:
                joined[-1] = merged
                places[-1] = Span(places[-1].start, span.end)
                continue
        joined.append(key)
        places.append(span)
    return joined, places


def _joined(before: str, key: str, *, spelled: bool) -> str | None:
    """One key for two words of one number, None where they are two words."""
    if before == "per" and key == "cent":
        return "percent"
    first = number_value(before)
    if key in SCALES:
        if before == "a":
            return str(SCALES[key])
        return _plain(first * SCALES[key]) if first is not None and first < SCALES[key] else None
    second = number_value(key)
    if first is None or second is None or not spelled:
        return None
    if 20 <= first <= 90 and first % 10 == 0 and 1 <= second <= 9:
        return _plain(first + second)
    return None


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.6g}"


def _bracketed(text: str, spans: Sequence[Span]) -> tuple[bool, ...]:
    marks = [Span(*match.span()) for match in _BRACKETED.finditer(text)]
    found: list[bool] = []
    at = 0
    for span in spans:
        while at < len(marks) and marks[at].end <= span.start:
            at += 1
        inside = at < len(marks) and marks[at].start < span.start
        found.append(inside)
    return tuple(found)


def has_ellipsis(between: str) -> bool:
    """Whether an omission is marked in the characters between two words."""
    return bool(_ELLIPSIS.search(between))
