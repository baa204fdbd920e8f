"""Credits to names that only the other reports show to be outlets."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from whence.derive.stemma.naming import StoryName, list_names
from whence.lexicon import load_table
from whence.lexicon.outlets import fold_outlet, is_short_for, without_article
from whence.lexicon.tellings import any_of, find_telling
from whence.model import (
    Credit,
    CreditKind,
    Extraction,
    PartKind,
    Report,
    Span,
    TargetKind,
    Value,
    content_id,
)
from whence.text import fold_case

_WORDS = load_table("credits")
_READ = frozenset({PartKind.BODY, PartKind.STANDFIRST, PartKind.CREDIT, PartKind.HEADLINE})
_LINES = frozenset({PartKind.BYLINE, PartKind.CREDIT})
_WINDOW = 110


_BEFORE = _WORDS["before"]
_CITED = [
    "according to", "citing", "quoting", "quoted by", "quoted in", "cited by", "via", "via:", "h/t",
    "h/t:", "h/t to", "hat tip", "hat tip:", "hat tip to", "source:", "sources:", "crediting",
    "attributed to", "as per",
]  # fmt: skip
_FROM = [
    "comes from", "come from", "came from", "coming from", "taken from", "lifted from",
    "copied from", "borrowed from", "originated with", "originated in", "originates from",
    "news from", "rumours from", "rumors from", "broke in", "broken by", "speaking on",
    "spoke on", "spoken on", "told listeners of", "told viewers of", "a call to",
]  # fmt: skip
_GAVE = ["gave", "gives", "had reported", "broke the story"]
_VERBS = any_of([*_WORDS["after"]["reported"], *_WORDS["after"]["cited"], *_GAVE])
_RECEIVING = any_of(_WORDS["telling"]["receiving"])
_BETWEEN = any_of([*_WORDS["modifiers"], *_WORDS["outlet_words"], *_WORDS["before"]["peoples"]])
_NOUN = any_of([word for word in _WORDS["outlet_words"] if word.islower()])
_PEOPLE = rf"\w{{2,15}}(?:{any_of(_WORDS['before']['peoples_ends'])})"
_LEFT = re.compile(
    rf"(?<![^\W_])(?:(?P<told>{any_of([*_BEFORE['told'], 'speaking on', 'spoke on'])})"
    rf"|(?P<obtained>{any_of(_BEFORE['obtained'])})"
    rf"|(?P<cited>{any_of(_CITED)})"
    rf"|(?P<reported>{any_of([*_BEFORE['reported'], *_FROM])}))"
    rf"(?:(?:\s+(?:{_BETWEEN}|{_PEOPLE}|[\w']{{2,20}}-[\w-]{{2,20}})){{0,6}}"
    rf"|\s+(?:[\w'-]+,?\s+){{0,4}}(?:media )?(?:{_NOUN}),?)\s+[\"'“‘]?$"
)
_INVERTED = re.compile(
    r"[,\"”'’)\]]\s*(?:reports|reported|writes|wrote|says|said|notes|noted|claims|claimed|adds)"
    r"\s+(?:the\s+)?$"
)
_CLOSES = re.compile(r"\s*(?:[.,;:)\]\"”]|$)|\s(?:on|in|that|last|this|today|yesterday)\b")
_AUXILIARY = (
    r"(?:has|have|had|also|first|later|originally|initially|earlier|then|now|exclusively|further|"
    r"previously|subsequently|itself|even|since|today|yesterday|wrongly|\w{3,9}day|on)"
)
_RIGHT = re.compile(
    rf"(?:,\s[^.;:\"“”\n]{{3,70}},)?(?:,?\s(?:which|who))?(?:\s{_AUXILIARY}){{0,3}}"
    rf"\s(?:(?P<verb>{_VERBS})|(?:was|were|been)\s(?:{_RECEIVING})(?! to\b))(?![^\W_])"
)
_POSSESSED = re.compile(
    rf"['’]s\s(?:\w+\s){{0,2}}?(?:{any_of([*_WORDS['after']['text_nouns'], 'claim', 'claims'])})"
    r"(?![^\W_])"
)
_PICTURE = re.compile(r"photo|image|picture|video|screen ?grab|graphic|courtesy", re.IGNORECASE)
_OUTLET_NOUN = r"(?:newspaper|paper|website|site|blog|station|broadcaster|magazine|tabloid|agency)"
_BACK = re.compile(
    rf"(?<![^\W_])(?:(?P<told>told|tells|telling|interview with|spoke to|speaking to)"
    rf"\s(?:the|the same)\s{_OUTLET_NOUN}\b"
    rf"|the(?:\ssame)?\s{_OUTLET_NOUN}\s(?:{_AUXILIARY}\s){{0,2}}"
    r"(?:says?|said|reports?|reported|writes|wrote|adds|added|quoted|claims|claimed)\b)",
    re.IGNORECASE,
)
_BACKWARD = re.compile(rf"the(?: same)? {_OUTLET_NOUN}")
_ON_AIR = re.compile(r"station|broadcaster")
_BROADCASTS = re.compile(r"\b(?:radio|tv|television|channel|fm|broadcasting)\b", re.IGNORECASE)
_FAR = 700
_MOST_BEFORE = 12
"""Names that are looked through for the one that "the site" means."""
_BESIDE = 6
"""Characters between "the site" and the name that follows it: " The "."""


class _Here(Value, frozen=True, kw_only=True):
    """A form of an outlet's name where it stands in a report."""

    name: StoryName
    span: Span
    block: Span
    part: PartKind


def find_renamed(
    reports: tuple[Report, ...], extractions: tuple[Extraction, ...]
) -> tuple[Extraction, ...]:
    """The extractions with credits added to names that other reports show to be outlets.

    A report alone cannot know that "Tern Harbour" is an outlet. Where another report of the set
    credits it in words that fit nothing else, or is published by it, the same name in a credit
    phrase, in brackets, or in a byline or footer is a credit here too; and "the paper" after it
    means it.
    """
    by_id = {extraction.report: extraction for extraction in extractions}
    known = tuple(sorted((r for r in reports if r.id in by_id), key=lambda report: report.id))
    names = list_names(known, tuple(by_id[report.id] for report in known))
    if not names:
        return extractions
    pattern = re.compile(rf"(?<![^\W_])(?:{any_of(sorted(names))})(?![^\W_])")
    texts = {report.id: report for report in reports}
    return tuple(
        _with_renamed(texts[extraction.report], extraction, names, pattern)
        for extraction in extractions
    )


def _with_renamed(
    report: Report, extraction: Extraction, names: dict[str, StoryName], pattern: re.Pattern[str]
) -> Extraction:
    here = _find_names(report, names, pattern)
    kept = _without_backward(report, extraction.credits, here)
    taken = _cover(credit.target_span for credit in kept)
    folded = fold_case(report.text)
    found = []
    for place in here:
        if place.span.start in taken or place.span.end - 1 in taken:
            continue
        hit = _read_phrase(report, folded, place)
        if hit is not None:
            found.append(_credit(report, place.name, place.span, *hit))
    found += _find_back(report, folded, here, [*kept, *found])
    if not found:
        return extraction
    credits = sorted((*kept, *found), key=lambda credit: (credit.phrase, credit.id))
    return extraction.replace(credits=tuple(credits))


def _cover(spans: Iterable[Span]) -> set[int]:
    return {position for span in spans for position in range(span.start, span.end)}


def _without_backward(
    report: Report, credits: tuple[Credit, ...], here: list[_Here]
) -> list[Credit]:
    """The credits without those to "the site" that a name of the story stands beside or nearer to.

    The report alone took the outlet that it credits last; the story knows more names.
    """
    kept = []
    ordered = sorted(here, key=lambda place: place.span)
    starts = [place.span.start for place in ordered]
    for credit in credits:
        words = fold_case(credit.target_span.of(report.text))
        if _BACKWARD.fullmatch(words):
            after = bisect_left(starts, credit.target_span.end)
            if after < len(starts) and starts[after] - credit.target_span.end <= _BESIDE:
                continue
            before = bisect_left(starts, credit.phrase.start)
            if before and not _is_same(ordered[before - 1].name.full, credit.target):
                continue
        kept.append(credit)
    return kept


def _is_same(a: str, b: str) -> bool:
    return fold_outlet(a) == fold_outlet(b) or is_short_for(b, a) or is_short_for(a, b)


def _find_names(
    report: Report, names: dict[str, StoryName], pattern: re.Pattern[str]
) -> list[_Here]:
    """Every place of a report where an outlet is named, with the part that it stands in."""
    parts = [(part.span, part.kind) for part in report.parts] or [
        (Span(0, len(report.text)), PartKind.BODY)
    ]
    found = []
    for block, kind in parts:
        if kind not in _READ | _LINES:
            continue
        for match in pattern.finditer(report.text, block.start, block.end):
            name = names[match.group()]
            article = report.text[max(block.start, match.start() - 4) : match.start()]
            bracketed = article.endswith("[") or kind in _LINES
            if name.needs_article and article.lower() != "the " and not bracketed:
                continue
            found.append(_Here(name=name, span=Span(*match.span()), block=block, part=kind))
    return found


def _read_phrase(report: Report, folded: str, here: _Here) -> tuple[CreditKind, Span] | None:
    """What the words round a name say of it, and where they stand; None for no credit."""
    span, block = here.span, here.block
    left = folded[max(block.start, span.start - _WINDOW) : span.start]
    right = folded[span.end : min(block.end, span.end + _WINDOW)]
    if here.part in _LINES or (here.name.is_agency and _is_enclosed(left, right, block, span)):
        return _read_line(here, left)
    opening = left.removesuffix("the ")
    if opening.endswith("[") and right.startswith("]"):
        return CreditKind.CITED, Span(span.start - len(left) + len(opening) - 1, span.end + 1)
    before = _LEFT.search(left)
    if before is not None:
        kind = next(k for k in ("told", "obtained", "cited", "reported") if before.group(k))
        start = span.start - len(left) + before.start()
        return CreditKind(kind), Span(start, span.end)
    telling = find_telling(left, right)
    if telling is not None:
        return CreditKind(telling.kind), Span(span.start - len(left) + telling.start, span.end)
    inverted = _INVERTED.search(left)
    if inverted is not None and _CLOSES.match(right):
        start = span.start - len(left) + inverted.start() + 1
        return CreditKind.REPORTED, Span(start, span.end)
    if here.part is PartKind.HEADLINE:
        return None
    after = _POSSESSED.match(right) or _RIGHT.match(right)
    if after is not None:
        return CreditKind.REPORTED, Span(span.start, span.end + after.end())
    return None


def _is_enclosed(left: str, right: str, block: Span, span: Span) -> bool:
    """Whether the name stands in brackets where its paragraph ends: "… of waterfowl. (NPN)"."""
    closes = left.endswith("(") and right.startswith(")")
    return closes and not right[1:].strip(" .") and span.end + len(right) >= block.end


def _read_line(here: _Here, left: str) -> tuple[CreditKind, Span] | None:
    if _PICTURE.search(left):
        return None
    kind = CreditKind.AGENCY if here.name.is_agency else CreditKind.CITED
    return kind, here.span


def _find_back(
    report: Report, folded: str, here: list[_Here], credits: list[Credit]
) -> list[Credit]:
    """Credits to "the paper" or "the site" where the outlet named last is another's."""
    taken = _cover(credit.phrase for credit in credits)
    own = fold_outlet(report.outlet) if report.outlet else None
    named = sorted(
        [(place.span, place.name.full) for place in here]
        + [(c.target_span, c.target) for c in credits if c.target_kind is TargetKind.OUTLET]
    )
    starts = [span.start for span, _ in named]
    found = []
    for block in _read_blocks(report) if here else []:
        for match in _BACK.finditer(folded, block.start, block.end):
            phrase = Span(*match.span())
            if phrase.start in taken or phrase.end - 1 in taken:
                continue
            last = bisect_left(starts, phrase.start)
            first = bisect_left(starts, phrase.start - _FAR)
            near = [name for _, name in named[max(first, last - _MOST_BEFORE) : last]]
            on_air = bool(_ON_AIR.search(match.group()))
            fitting = [name for name in near if bool(_BROADCASTS.search(name)) is on_air]
            if not fitting or fold_outlet(fitting[-1]) == own:
                continue
            kind = CreditKind.TOLD if match.group("told") else CreditKind.REPORTED
            name = StoryName(surface=fitting[-1], full=fitting[-1])
            found.append(_credit(report, name, phrase, kind, phrase))
    return found


def _read_blocks(report: Report) -> list[Span]:
    blocks = [p.span for p in report.parts if p.kind in (PartKind.BODY, PartKind.STANDFIRST)]
    return blocks if report.parts else [Span(0, len(report.text))]


def _credit(
    report: Report, name: StoryName, target: Span, kind: CreditKind, phrase: Span
) -> Credit:
    own = report.outlet is not None and fold_outlet(name.full) == fold_outlet(report.outlet)
    return Credit(
        id=content_id("credit", report.id, "renamed", phrase),
        report=report.id,
        kind=kind,
        target=without_article(name.full),
        target_kind=TargetKind.AGENCY if name.is_agency else TargetKind.OUTLET,
        target_span=target,
        phrase=phrase,
        is_self=own,
    )
