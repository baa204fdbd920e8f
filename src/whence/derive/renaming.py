"""Credits to outlets that only the other reports show to be outlets."""

import re
from collections import Counter

from whence.lexicon import load_table
from whence.lexicon.outlets import bare_name, fold_outlet, without_article
from whence.model import (
    Credit,
    CreditKind,
    Extraction,
    PartKind,
    Report,
    Span,
    TargetKind,
    content_id,
)

_WORDS = load_table("credits")
_NAMED = (TargetKind.OUTLET, TargetKind.AGENCY)
_READ = frozenset({PartKind.BODY, PartKind.STANDFIRST, PartKind.CREDIT})
_MOST_NAMES = 400
_AGENCY = re.compile(r" (?:News |Press |Wire )?(?:Agency|Service|Wire|Newswire)$")


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


_BEFORE = (
    rf"(?P<told>{_any_of(_WORDS['before']['told'])})|"
    rf"(?P<reported>{_any_of(_WORDS['before']['reported'])}|rumou?rs? from|news from)|"
    rf"(?P<cited>according to|citing|quoting|via|h/t|hat tip to|[Ss]ource:)"
)
_AFTER = (
    r"(?:has |have |had |also |first |originally |initially )*"
    r"(?:reports?|reported|says|said|writes|wrote|claims|claimed|notes|noted|quotes|quoted|learned|"
    r"revealed|published)"
)


def find_renamed(
    reports: tuple[Report, ...], extractions: tuple[Extraction, ...]
) -> tuple[Extraction, ...]:
    """The extractions with credits added to names that other reports show to be outlets.

    A report alone cannot know that "Tern Harbour" is an outlet. Where another report of the set
    credits it in words that fit nothing else, or is published by it, the same name in a credit
    phrase is a credit here too.
    """
    names = _list_names(reports, extractions)
    if not names:
        return extractions
    pattern = re.compile(
        rf"\b(?:{_BEFORE})\s+(?:the |The )?(?P<after>{_any_of(sorted(names))})\b"
        rf"|\b(?:[Tt]he )?(?P<subject>{_any_of(sorted(names))})\s+{_AFTER}\b"
    )
    texts = {report.id: report for report in reports}
    return tuple(
        _with_renamed(texts[extraction.report], extraction, pattern) for extraction in extractions
    )


def _list_names(reports: tuple[Report, ...], extractions: tuple[Extraction, ...]) -> set[str]:
    """Names that are outlets somewhere: of two words, or an agency's without what it is."""
    counts: Counter[str] = Counter()
    agencies: set[str] = set()
    for report in reports:
        if report.outlet:
            counts[without_article(report.outlet)] += 1
            short = _AGENCY.sub("", report.outlet)
            if short != report.outlet and len(short) > 3:
                counts[short] += 1
                agencies.add(short)
    for extraction in extractions:
        for credit in extraction.credits:
            if credit.target_kind in _NAMED and credit.kind is not CreditKind.PHOTO:
                counts[without_article(credit.target)] += 1
    kept = [name for name, _ in counts.most_common() if " " in bare_name(name) or name in agencies]
    return set(kept[:_MOST_NAMES])


def _with_renamed(report: Report, extraction: Extraction, pattern: re.Pattern[str]) -> Extraction:
    taken = [credit.target_span for credit in extraction.credits]
    own = fold_outlet(report.outlet) if report.outlet else None
    found = []
    blocks = [part.span for part in report.parts if part.kind in _READ]
    for block in blocks or [Span(0, len(report.text))]:
        for match in pattern.finditer(report.text, block.start, block.end):
            group = "after" if match.group("after") else "subject"
            span = Span(*match.span(group))
            if any(span.overlaps(other) for other in taken):
                continue
            found.append(
                Credit(
                    id=content_id("credit", report.id, "renamed", span),
                    report=report.id,
                    kind=_kind_of(match),
                    target=span.of(report.text),
                    target_kind=TargetKind.OUTLET,
                    target_span=span,
                    phrase=Span(*match.span()),
                    is_self=fold_outlet(span.of(report.text)) == own,
                )
            )
    if not found:
        return extraction
    credits = sorted((*extraction.credits, *found), key=lambda credit: (credit.phrase, credit.id))
    return extraction.replace(credits=tuple(credits))


def _kind_of(match: re.Match[str]) -> CreditKind:
    if match.group("told"):
        return CreditKind.TOLD
    return CreditKind.CITED if match.group("cited") else CreditKind.REPORTED
