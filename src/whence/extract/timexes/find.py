"""The front door: every time expression of a report, with its value."""

import itertools
from datetime import date

from whence.extract.numerals import Tokens, find_tokens
from whence.extract.timexes.calendar import bounds
from whence.extract.timexes.direction import find_direction, is_sure
from whence.extract.timexes.grammar import find_phrases
from whence.extract.timexes.moments import Moment, parse_moment
from whence.extract.timexes.phrases import Clock, Fixed, Meaning, Month, Offset, Phrase, Weekday
from whence.extract.timexes.values import Resolver
from whence.model import Direction, PartKind, Report, Spans, Timex, TimexType, content_id

_ENDS = frozenset((".", "!", "?", "\n"))
_JOINS = frozenset(("to", "and", "-", "or", "until", "through", "till", "/"))
_UNREAD = frozenset((PartKind.FURNITURE,))


def find_timexes(report: Report, *, tokens: Tokens | None = None) -> tuple[Timex, ...]:
    """The time expressions of a report in order of text, as TIMEX3.

    Values are no more precise than known. Without a publication date relative expressions stay
    unresolved (value None), unless the report itself pins one: ``yesterday (3 June 2015)``.

    Args:
        report: Where to look.
        tokens: Its tokens, if they are known already.
    """
    tokens = find_tokens(report.text) if tokens is None else tokens
    phrases = [phrase for phrase in find_phrases(tokens) if not _is_skipped(report, tokens, phrase)]
    phrases = _with_years(tokens, phrases)
    published = parse_moment(report.published.value if report.published else None)
    resolver = Resolver(
        published or _pinned(tokens, phrases),
        is_narrative=_is_narrative(phrases, published),
        is_day_first=_is_day_first(report, phrases, tokens),
    )
    found: list[Timex] = []
    for n, phrase in enumerate(phrases):
        before = phrases[n - 1].stop if n else 0
        resolver.is_near = n > 0 and _is_near(tokens, before, phrase.first)
        found.append(_timex(report, tokens, phrase, resolver))
    return tuple(found)


def _is_near(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether no sentence ends between two places that are a clause apart."""
    return stop - first < 20 and not any(word in _ENDS for word in tokens.word[first:stop])


def _is_skipped(report: Report, tokens: Tokens, phrase: Phrase) -> bool:
    return bool(report.parts) and report.part_at(tokens.start[phrase.first]) in _UNREAD


def _with_years(tokens: Tokens, phrases: list[Phrase]) -> list[Phrase]:
    """``from June to August 2013``: the first month takes the year of the second."""
    found = list(phrases)
    for i in range(len(found) - 2, -1, -1):
        first, second = found[i], found[i + 1]
        if second.first - first.stop == 1 and tokens.word[first.stop] in _JOINS:
            a, b = first.meaning, second.meaning
            if (
                isinstance(a, Month)
                and isinstance(b, Month)
                and b.year
                and a.year is None
                and a.year_offset is None
                and (a.day is None) == (b.day is None)
            ):
                year = b.year - ((a.month, a.day or 0) > (b.month, b.day or 0))
                found[i] = first._replace(meaning=a._replace(year=year))
    return found


def _timex(report: Report, tokens: Tokens, phrase: Phrase, resolver: Resolver) -> Timex:
    span = tokens.span(phrase.first, phrase.stop)
    side = Direction.UNKNOWN
    if _needs_side(phrase.meaning):
        side = find_direction(tokens, phrase.first, phrase.stop)
        resolver.is_sure = is_sure(tokens, phrase.first, side)
    answer = resolver.resolve(phrase.meaning, side)
    value = answer.value
    if phrase.type in (TimexType.DATE, TimexType.TIME) and not _is_comparison(phrase.meaning):
        resolver.remember(value)
    limits = bounds(value) if phrase.type in (TimexType.DATE, TimexType.TIME) else None
    anchor: Spans = (tokens.span(*phrase.anchor),) if phrase.anchor else ()
    return Timex(
        id=content_id("t", report.id, span.start, span.end),
        report=report.id,
        span=span,
        type=phrase.type,
        value=value,
        mod=phrase.mod,
        quant=phrase.quant,
        freq=phrase.freq,
        direction=answer.direction,
        is_relative=answer.is_relative,
        anchor=anchor,
        earliest=limits[0].isoformat() if limits else None,
        latest=limits[1].isoformat() if limits else None,
        alternatives=answer.alternatives,
        reason=answer.reason,
    )


def _needs_side(meaning: Meaning) -> bool:
    if isinstance(meaning, Clock):
        return meaning.date is not None and _needs_side(meaning.date)
    return not isinstance(meaning, Fixed | Offset)


def _is_comparison(meaning: Meaning) -> bool:
    """``a year ago``, ``year-earlier``: said beside the time told, which stays the one told."""
    return isinstance(meaning, Offset) and meaning.keeps_grain and meaning.amount == -1


def _pinned(tokens: Tokens, phrases: list[Phrase]) -> Moment | None:
    """Publication as the report itself pins it: ``yesterday (3 June 2015)``."""
    for first, second in itertools.pairwise(phrases):
        if second.first - first.stop > 2:
            continue
        for relative, fixed in ((first, second), (second, first)):
            offset, day = relative.meaning, _full_day(fixed.meaning)
            if (
                day
                and isinstance(offset, Offset)
                and offset.unit == "D"
                and not offset.from_reference
            ):
                ordinal = day.toordinal() - round(offset.amount)
                if 1 <= ordinal <= date.max.toordinal():
                    return Moment(date.fromordinal(ordinal), "D")
    return None


def _full_day(meaning: Meaning) -> date | None:
    if isinstance(meaning, Month) and meaning.year and meaning.day:
        moment = parse_moment(f"{meaning.year:04d}-{meaning.month:02d}-{meaning.day:02d}")
    elif isinstance(meaning, Fixed):
        moment = parse_moment(meaning.value)
    else:
        return None
    return moment.day if moment and moment.grain == "D" else None


def _is_narrative(phrases: list[Phrase], published: Moment | None) -> bool:
    """Whether a text tells of far-off years: then a bare month belongs to the year told last."""
    far = near = 0
    for phrase in phrases:
        meaning = phrase.meaning
        year = None
        if isinstance(meaning, Month):
            year = meaning.year
        elif isinstance(meaning, Fixed) and len(meaning.value) == 4 and meaning.value.isdigit():
            year = int(meaning.value)
        if year is not None:
            if published is None or abs(year - published.day.year) > 1:
                far += 1
        elif isinstance(meaning, Weekday) or (
            isinstance(meaning, Offset) and not meaning.from_reference
        ):
            near += 1
    return far >= 6 and far > 2 * near


def _is_day_first(report: Report, phrases: list[Phrase], tokens: Tokens) -> bool | None:
    """Whether the report writes days first: as its other dates do, else by its address."""
    day_first = month_first = 0
    for phrase in phrases:
        meaning = phrase.meaning
        if isinstance(meaning, Month) and meaning.day:
            if tokens.word[phrase.first][:1].isdecimal():
                day_first += 1
            elif tokens.word[phrase.first].isalpha():
                month_first += 1
        elif (
            isinstance(meaning, Fixed)
            and len(meaning.value) == 10
            and "/" in tokens.word[phrase.first : phrase.stop]
        ):
            first = tokens.word[phrase.first]
            day_first += int(first) > 12 if first.isdecimal() else 0
            month_first += first.isdecimal() and int(first) <= 12
    if day_first != month_first:
        return day_first > month_first
    host = (report.url or "").partition("//")[2].partition("/")[0].lower()
    if host.endswith((".uk", ".ie", ".au", ".nz", ".in", ".za", ".de", ".fr", ".ng", ".ke", ".pk")):
        return True
    return False if host.endswith((".gov", ".us", ".mil")) else None
