"""On which day somebody spoke, as the sentence of the cue or another sentence tells."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from whence.lexicon import load_table
from whence.model import Attribution, Report, Span, Spans, Timex, hull
from whence.text import fold_case

_AROUND = 240
_NEAR = 90
_STOP = re.compile(r"[.!?][\"')”’]*\s|\n[ \t\r]*\n")
_BESIDE = re.compile(r"[\s,]*(?:(?:late|early|earlier)\s+)?(?:on\s+)?(?:the\s+)?")
_CLAUSE = re.compile(r"\b(?:who|which|whose|when|after|before|since)\b")
_WORD = re.compile(r"[^\W\d_]{2,40}")
_VENUES = re.compile(rf"\b(?:{'|'.join(load_table('measures')['venues'])})\b")
_PRONOUNS = frozenset("he she they it we i who".split())
_NO_KEYS = frozenset("the a an mr mrs ms dr he she they it we in on at his her its our".split())


class Tellings:
    """The days on which the sources of a report spoke, by attribution."""

    def __init__(
        self, report: Report, times: list[Timex], attributions: tuple[Attribution, ...]
    ) -> None:
        self._text = report.text
        self._times = [t for t in times if _is_day(t)]
        self._starts = [t.span.start for t in self._times]
        self._told: dict[str, Timex] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._by_key: dict[str, Timex] = {}
        self._days: set[Span] = set()
        if not self._times:
            return
        last: tuple[str, ...] = ()
        for attribution in attributions:
            last = self._keys[attribution.id] = self._keys_of(attribution.source, last)
            told = self._of(attribution)
            if told is not None:
                self._told[attribution.id] = told
                self._days.add(told.span)
                for key in last:
                    self._by_key.setdefault(key, told)
        for key, timex in self._venues():
            self._by_key.setdefault(key, timex)

    def of(self, attribution: str | None) -> Timex | None:
        """The day that stands beside the attribution's cue: "said on Tuesday"."""
        return self._told.get(attribution or "")

    def is_telling(self, timex: Timex) -> bool:
        """Whether it is the day of any attribution's cue."""
        return timex.span in self._days

    def elsewhere(self, attribution: str | None) -> Timex | None:
        """The day on which its source is told to have spoken anywhere in the report."""
        keys = self._keys.get(attribution or "", ())
        return next((self._by_key[key] for key in keys if key in self._by_key), None)

    def _of(self, attribution: Attribution) -> Timex | None:
        if not attribution.cue:
            return None
        cue = hull(attribution.cue)
        region = self._sentence(hull((*attribution.source, cue)))
        best: tuple[int, int, Timex] | None = None
        n = bisect_left(self._starts, region.start)
        while n < len(self._times) and self._starts[n] < region.end:
            timex = self._times[n]
            gap = max(timex.span.start - cue.end, cue.start - timex.span.end)
            if gap <= _NEAR and self._is_of_cue(timex.span, cue, attribution.content):
                best = min(best or (gap, n, timex), (gap, n, timex))
            n += 1
        return best[2] if best else None

    def _is_of_cue(self, span: Span, cue: Span, content: Spans) -> bool:
        """Whether a date outside the content, or right after the cue, is that of the speaking."""
        text = self._text
        if text[span.end : span.end + 2] in ("'s", "’s"):
            return False
        if span.start >= cue.end and _BESIDE.fullmatch(text[cue.end : span.start].lower()):
            return True
        if any(piece.overlaps(span) for piece in content):
            return False
        if content and cue.end <= content[0].start and content[-1].end <= span.start:
            # "Police said that 9,000 marched on Sunday": the content goes on past its found end.
            return "," in text[content[-1].end : span.start]
        low, high = sorted((cue, span))
        return not _CLAUSE.search(text[low.end : high.start].lower())

    def _sentence(self, span: Span) -> Span:
        start = max(0, span.start - _AROUND)
        for match in _STOP.finditer(self._text, start, span.start):
            start = match.end()
        after = _STOP.search(self._text, span.end, span.end + _AROUND)
        return Span(start, after.start() if after else min(len(self._text), span.end + _AROUND))

    def _keys_of(self, source: Spans, last: tuple[str, ...]) -> tuple[str, ...]:
        """What a source is known by: its capital words, the last first; else its last word."""
        if not source:
            return ()
        words = _WORD.findall(" ".join(span.of(self._text)[:120] for span in source[:2]))
        names = [w for w in words if w[0].isupper() and w.lower() not in _NO_KEYS]
        if names:
            return tuple(fold_case(word) for word in reversed(names))
        if words and words[-1].lower() in _PRONOUNS:
            return last
        return (fold_case(words[-1]),) if words else ()

    def _venues(self) -> Iterator[tuple[str, Timex]]:
        """Names in sentences such as "Holt spoke at a press conference on Tuesday"."""
        for timex in self._times:
            sentence = self._sentence(timex.span)
            words = sentence.of(self._text)
            if _VENUES.search(words.lower()):
                for word in _WORD.findall(words):
                    if word[0].isupper() and word.lower() not in _NO_KEYS:
                        yield fold_case(word), timex


def _is_day(timex: Timex) -> bool:
    return len((timex.value or "").partition("T")[0]) == 10
