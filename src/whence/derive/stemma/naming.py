"""What the outlets of a story are called, in full and for short, over all its reports."""

import re
from collections import defaultdict

from whence.lexicon import load_table
from whence.lexicon.outlets import bare_name, fold_outlet, is_known_outlet, without_article
from whence.model import CreditKind, Extraction, MarkKind, Report, TargetKind, Value
from whence.text import fold_case

_WORDS = load_table("credits")
_MEDIA_NOUNS = frozenset(_WORDS["media_nouns"])
_NAMED = (TargetKind.OUTLET, TargetKind.AGENCY)
_AGENCY_END = re.compile(
    r" (?:News |Press |Wire )?(?:Agency|Service|Wire|Newswire|Network|Association)$"
)
_LOWER = re.compile(r"(?<![^\W_])[a-z][a-z'-]{2,}")
_MOST_NAMES = 400
_LEAST_SHORT = 4
"""Letters of a short form; initials may have three."""
_INITIALS = range(3, 6)


class StoryName(Value, frozen=True, kw_only=True):
    """A form by which reports of a story name one of its outlets."""

    surface: str
    """As it is written, without article."""
    full: str
    """The outlet's full name."""
    needs_article: bool = False
    """"the Comet" for the Daily Comet; "The Quill", of which the word alone means something."""
    is_agency: bool = False
    is_initials: bool = False


def list_names(
    reports: tuple[Report, ...], extractions: tuple[Extraction, ...]
) -> dict[str, StoryName]:
    """Every form that names one outlet of the story and no other, by its surface.

    An outlet that publishes a report is known by its name, by the noun at its end or before "of",
    and by its initials. An outlet that is only credited is known by a name of two words or more,
    by initials that some report spells out, or by one word that two reports credit. Words that the
    reports also write small name nobody.

    Args:
        reports: The reports of the story.
        extractions: What was found in each; their credits name outlets.
    """
    forms: dict[str, dict[str, StoryName]] = defaultdict(dict)
    small = _list_small_words(reports)
    agencies = _list_agencies(reports, extractions)
    for report in reports:
        if report.outlet:
            for form in _forms_of(report.outlet, small, is_agency=report.outlet in agencies):
                forms[form.surface][fold_outlet(form.full)] = form
    for report in reports:
        for mark in report.agency_marks:
            if mark.kind is not MarkKind.PHOTO and mark.agency not in forms:
                full = _spell_out(mark.agency, reports)
                for surface in (mark.agency, full):
                    forms[surface][fold_outlet(full)] = StoryName(
                        surface=surface, full=full, is_agency=True
                    )
    credited: dict[str, set[str]] = defaultdict(set)
    for extraction in extractions:
        for credit in extraction.credits:
            if credit.target_kind in _NAMED and credit.kind is not CreditKind.PHOTO:
                credited[without_article(credit.target)].add(extraction.report)
    for name, where in sorted(credited.items(), key=lambda item: (-len(item[1]), item[0])):
        full = _spell_out(name, reports)
        plain = " " not in bare_name(full)
        if name in forms or (plain and (len(where) < 2 or fold_case(name) in small)):
            continue
        for surface in (name, full):
            if surface not in forms:
                forms[surface][fold_outlet(full)] = StoryName(surface=surface, full=full)
    single = {s: next(iter(found.values())) for s, found in forms.items() if len(found) == 1}
    return dict(list(single.items())[:_MOST_NAMES])


def _list_small_words(reports: tuple[Report, ...]) -> frozenset[str]:
    return frozenset(word for report in reports for word in _LOWER.findall(report.text))


def _list_agencies(
    reports: tuple[Report, ...], extractions: tuple[Extraction, ...]
) -> frozenset[str]:
    """Outlets of the set that are agencies: by their own dateline or by their name."""
    marked = {
        report.outlet
        for report, extraction in zip(reports, extractions, strict=True)
        for credit in extraction.credits
        if credit.kind is CreditKind.AGENCY and credit.is_self and report.outlet
    }
    datelined = {
        report.outlet
        for report in reports
        for mark in report.agency_marks
        if report.outlet
        and mark.kind is MarkKind.DATELINE
        and mark.agency in (report.outlet, _initials_of(report.outlet))
    }
    named = {r.outlet for r in reports if r.outlet and _AGENCY_END.search(r.outlet)}
    return frozenset(marked | datelined | named)


def _spell_out(name: str, reports: tuple[Report, ...]) -> str:
    """The full name that some report writes for initials, with a noun of media in it; else they."""
    if not (name.isalpha() and name.isupper() and len(name) in _INITIALS) or is_known_outlet(name):
        return name
    joined = r"\s(?:(?:of|and|for)\s(?:the\s)?)?".join(f"{letter}[a-z]{{2,20}}" for letter in name)
    pattern = re.compile(rf"(?<![^\W_]){joined}(?![^\W_])")
    for report in reports:
        for match in pattern.finditer(report.text):
            if _MEDIA_NOUNS & set(match.group().split()):
                return match.group()
    return name


def _initials_of(name: str) -> str:
    return "".join(word[0] for word in without_article(name).split() if word[0].isupper())


def _forms_of(outlet: str, small: frozenset[str], *, is_agency: bool) -> list[StoryName]:
    name = without_article(outlet)
    words = name.split()
    has_article = name != outlet
    if len(words) == 1:
        if is_known_outlet(outlet):
            return []
        needs = has_article or fold_case(name) in small
        return [StoryName(surface=name, full=outlet, needs_article=needs, is_agency=is_agency)]
    forms = [StoryName(surface=name, full=outlet, is_agency=is_agency)]
    before_of = words[0] if len(words) > 2 and words[1] == "of" else ""
    for short in sorted({words[-1], before_of} & _MEDIA_NOUNS):
        if len(short) >= _LEAST_SHORT:
            forms.append(StoryName(surface=short, full=outlet, needs_article=True))
    stem = _AGENCY_END.sub("", name)
    if is_agency and stem != name and len(stem) >= _LEAST_SHORT:
        forms.append(StoryName(surface=stem, full=outlet, is_agency=True))
    initials = _initials_of(outlet)
    if len(initials) in _INITIALS and (is_agency or len(words) >= _INITIALS.start):
        forms.append(
            StoryName(surface=initials, full=outlet, is_agency=is_agency, is_initials=True)
        )
    return forms
