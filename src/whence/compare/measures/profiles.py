"""What a figure measures, in a form that can be compared: dimension, head, event, words around."""

import re
from typing import NamedTuple

from whence.compare.measures.counters import Counter, Counters
from whence.lexicon import load_table
from whence.model import Extraction, Figure, FigureKind, Hedge, Report, Resolution, Span
from whence.text import fold_case

_CONVERT: dict[str, tuple[str, float]] = load_table("units")["convert"]
_COUNTED = load_table("counted")
_PERSONS = frozenset(_COUNTED["persons"]["words"])
EVENTS: dict[str, str] = _COUNTED["events"]
_COMMON = frozenset(_COUNTED["stops"]) | frozenset(load_table("measures")["common"])
TOLLS = frozenset(load_table("measures")["tolls"])
COUNTING_ON = frozenset(load_table("measures")["counting_on"])
LIMITS = frozenset(load_table("measures")["limits"])
MORE = frozenset(load_table("measures")["more"])
_WORD = re.compile(r"[^\W\d_]{3,}")
_AROUND = 90
_STOP = re.compile(r"[.!?][\"')”’]*\s|\n[ \t\r]*\n")


class Profile(NamedTuple):
    """A figure with what it can be compared by."""

    figure: Figure
    dimension: str
    """``count``, ``money USD``, ``percent``, ``length`` …: only alike dimensions compare."""
    low: float | None
    high: float | None
    """In the first unit of the dimension."""
    place: float
    head: str | None
    nouns: frozenset[str]
    """Lemmas of the counted noun phrase."""
    is_person: bool
    event: str | None
    words: frozenset[str]
    """Stems of what else stands in the clause."""
    label: str
    """``limit``, ``more``, or nothing: figures of different labels are never one measure."""
    name: str | None
    """Whose age it is."""
    counter: str | None
    """Who counts, as a name to compare by; None for the outlet itself."""
    counter_name: str
    """The same for readers; empty for the outlet itself."""
    as_of: str | None
    """When it was counted or told, else when the report appeared."""
    published: str
    """The day of the report; empty where it is not known."""
    incident: str | None
    """The day of what is counted, where the sentence gives one: ``on 8 June``."""
    goes_on: bool
    """Whether others go on counting: a toll, arrests, ``so far``."""
    is_part: bool
    """``including 22 officers``, ``two of the officers``: part of a whole told beside it."""
    is_definite: bool
    """``the five men``, ``all five``: told of before."""
    sentence: tuple[str, int]
    """Report and start of the sentence: figures told side by side."""


def find_profiles(
    reports: tuple[Report, ...], extractions: tuple[Extraction, ...], resolution: Resolution
) -> list[Profile]:
    """The profiles of all figures of a story, by publication date, then report, then position."""
    by_id = {report.id: report for report in reports}
    counters = Counters(reports, extractions, resolution)
    found: list[Profile] = []
    for extraction in extractions:
        report = by_id[extraction.report]
        folded = fold_case(report.text)
        found += [
            _profile(report, folded, figure, counters.of(figure)) for figure in extraction.figures
        ]
    return sorted(found, key=lambda p: _order(by_id[p.figure.report], p.figure))


def _order(report: Report, figure: Figure) -> tuple[str, str, int]:
    published = report.published.value if report.published else "9999"
    return published, report.id, figure.number.start


def _profile(report: Report, folded: str, figure: Figure, counter: Counter) -> Profile:
    dimension, factor = _dimension(figure)
    sentence = _sentence(report.text, figure.number)
    head = figure.counted_head
    around = Span(
        max(sentence.start, figure.span.start - _AROUND),
        min(sentence.end, figure.span.end + _AROUND),
    )
    before = folded[around.start : figure.number.start]
    nouns = (
        _stems(folded[figure.counted[0].start : figure.counted[0].end]) if figure.counted else set()
    )
    words = _stems(before) | _stems(folded[figure.number.end : around.end])
    words -= {head or "", figure.unit or ""}
    phrase = figure.counted[0].of(report.text) if figure.counted else ""
    published = report.published.value.partition("T")[0] if report.published else None
    return Profile(
        figure=figure,
        dimension=dimension,
        low=None if figure.low is None else figure.low * factor,
        high=None if figure.high is None else figure.high * factor,
        place=figure.scale_digits * factor,
        head=head,
        nouns=frozenset(nouns),
        is_person=head in _PERSONS or phrase[:1].isupper(),
        event=figure.counted_event,
        words=frozenset(words),
        label=_label(before, folded[figure.number.end : figure.number.end + 24]),
        name=_name(report.text, figure) if figure.kind is FigureKind.AGE else None,
        counter=counter.key,
        counter_name=counter.name,
        as_of=figure.as_of or published,
        published=published or "",
        incident=figure.incident,
        goes_on=figure.is_running_total
        or (figure.kind is FigureKind.COUNT and figure.counted_event in COUNTING_ON),
        is_part=bool(_PART.search(before[-40:]))
        or (figure.kind is FigureKind.COUNT and bool(_OF_THE.match(folded, figure.span.end))),
        is_definite=bool(
            _DEFINITE.search(folded[max(0, figure.span.start - 8) : figure.span.start])
        ),
        sentence=(report.id, sentence.start),
    )


_DEFINITE = re.compile(r"\b(?:the|all|these|those)\s+$")
_OF_THE = re.compile(r"\s+of (?:the|its|his|her|their|those|these|our|my)\b")
_PART = re.compile(r"\b(?:including|among (?:them|whom)|of (?:whom|them|which))\W[^.;]{0,24}$")


def _dimension(figure: Figure) -> tuple[str, float]:
    if figure.kind is FigureKind.MONEY:
        return f"money {figure.unit}", 1.0
    if figure.kind in (FigureKind.MEASURE, FigureKind.DURATION) and figure.unit in _CONVERT:
        name, factor = _CONVERT[figure.unit]
        return name, factor
    if figure.kind is FigureKind.AGE:
        return "age", {"months": 1 / 12, "weeks": 1 / 52, "days": 1 / 365}.get(
            figure.unit or "", 1.0
        )
    if figure.kind is FigureKind.RATIO:
        return "percent", 100.0
    return f"{figure.kind} {figure.unit or ''}".strip().replace("percent percent", "percent"), 1.0


def _sentence(text: str, number: Span) -> Span:
    start = max(0, number.start - 400)
    for match in _STOP.finditer(text, start, number.start):
        start = match.end()
    after = _STOP.search(text, number.end, number.end + 400)
    return Span(start, after.start() + 1 if after else min(len(text), number.end + 400))


def _stems(text: str) -> set[str]:
    return {stem(word) for word in _WORD.findall(text) if word not in _COMMON}


def stem(word: str) -> str:
    """A word without its commonest endings, for counting what two clauses share."""
    for ending in ("ing", "ed", "es", "s"):
        if len(word) - len(ending) >= 4 and word.endswith(ending) and not word.endswith("ss"):
            cut = word[: -len(ending)]
            return cut[:-1] if len(cut) > 4 and cut[-1] == cut[-2] else cut.rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word


def _label(before: str, after: str) -> str:
    tail = before.split()[-4:]
    if any(word.strip(",.;:") in LIMITS for word in tail):
        return "limit"
    first = _WORD.findall(after[:16])[:1]
    return "more" if first and first[0] in MORE else ""


def _name(text: str, figure: Figure) -> str | None:
    """The last word of the name that an age stands beside: ``Brandt`` in ``Ilse Brandt, 71,``."""
    before = text[max(0, figure.span.start - 40) : figure.span.start].rstrip(" ,(")
    words = before.split()
    if (
        words
        and words[-1].removeprefix("al-").removeprefix("el-")[:1].isupper()
        and text[figure.span.start - 2 : figure.span.start] in (", ", " (")
    ):
        return fold_case(words[-1].strip(".,'\"“”’"))
    return None


def is_bound(profile: Profile) -> bool:
    """Whether the figure bounds on one side only."""
    return (profile.low is None) != (profile.high is None)


def is_rough(profile: Profile) -> bool:
    """Whether the report itself says that the figure is no exact one."""
    return profile.figure.hedge in (Hedge.ABOUT, Hedge.NEARLY, Hedge.VAGUE)
