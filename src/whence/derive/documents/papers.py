"""Documents as each report tells of them: what it calls them, who has them, what they say."""

import re
from collections import defaultdict

from whence.derive.material import Material
from whence.derive.stemma.credited import sentence_of
from whence.lexicon.documents import OTHER_WORDS, WEAK_WORDS, NamedDocument, name_documents
from whence.lexicon.stems import is_content, stem
from whence.model import (
    Attribution,
    CreditKind,
    Entity,
    MentionForm,
    MentionKind,
    Place,
    Report,
    Span,
    TargetKind,
    TimexType,
    Value,
    hull,
)
from whence.text import fold_case

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_COPY = re.compile(
    r"(?:(?:an?|the) )?(?:leaked )?(?:cop(?:y|ies)|drafts?|excerpts?|parts?) of ", re.I
)
_BEHIND = re.compile(
    r"(?:,? (?:by|of|from|to|about|on|between|dated|(?:signed|written|drafted|compiled|sent) by)"
    r"(?! which)(?: (?!that |which |who |and |but )[^\s,;.:“”\"]{1,30}){1,6}){1,3}"
)
_BY = re.compile(r"(?<![^\W_])(?:by|from) ([^\n,;.:]{1,60})")
_OWNER = re.compile(r"([^\W_]+)['’]s?\s")
_LONG = 60
"""Letters of a name beyond which only the noun with what stands before it is taken."""
_MOST_SAID = 8
"""Contents of a document that are compared with those of another."""


class Said(Value, frozen=True, kw_only=True):
    """What a document says in one place: the sentence that it stands in, or its attribution."""

    place: Place
    stems: frozenset[str]


class Paper(Value, frozen=True, kw_only=True):
    """One document as one report tells of it."""

    report: str
    noun: str
    name: str
    """As the report names it first: "an internal memo"."""
    places: tuple[Place, ...]
    """Where it is named, or said to be in somebody's hands."""
    words: dict[str, str] = {}
    """Words that tell it from another, by stem: whose it is, what of."""
    authors: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    said: tuple[Said, ...] = ()
    """What it says, as far as the report gives it."""
    attributions: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    """Keys of the outlets that have it, as the report says."""
    is_held: bool = False
    """Whether the report's own outlet has it."""
    is_record: bool = False
    """Court papers and the like, which anybody may ask for."""


class _Named(Value, frozen=True, kw_only=True):
    """A document in one place of a report."""

    where: NamedDocument
    about: Span
    """The name with what stands behind it: "a memo by the director"."""
    place: Span
    attribution: str | None = None
    holder: str | None = None
    is_held: bool = False
    is_record: bool = False


def list_papers(material: Material) -> tuple[Paper, ...]:
    """The documents that each report cites or says that an outlet has, in order of report."""
    return tuple(p for report in material.reports for p in _list_in_report(material, report))


def _list_in_report(material: Material, report: Report) -> list[Paper]:
    named = [*_from_sources(material, report), *_from_credits(material, report)]
    papers: dict[str, list[list[_Named]]] = defaultdict(list)
    for here in sorted(named, key=lambda n: (n.where, n.place, n.attribution or "")):
        of_noun = papers[here.where.key]
        if of_noun and _is_same(material, report, of_noun[-1], here):
            of_noun[-1].append(here)
        else:
            of_noun.append([here])
    return [_paper(material, report, group) for key in sorted(papers) for group in papers[key]]


def _from_sources(material: Material, report: Report) -> list[_Named]:
    """Documents that are the source of an attribution: "a memo by the director says"."""
    found = []
    for attribution in material.extraction_of[report.id].attributions:
        speaker = material.entities.get(material.resolution.speakers.get(attribution.id, ""))
        if not attribution.source or (speaker is not None and material.is_outlet(speaker)):
            continue
        source = attribution.source[0]
        copy = _COPY.match(report.text, source.start, source.end)
        start = copy.end() if copy else source.start
        first = next(iter(name_documents(report.text, start, source.end)), None)
        if first is not None and first.start == start:
            found.append(
                _Named(where=first, about=source, place=source, attribution=attribution.id)
            )
        elif speaker is not None and speaker.kind is MentionKind.DOCUMENT:
            found += _from_pronoun(material, report, attribution, speaker)
    return found


def _from_pronoun(
    material: Material, report: Report, attribution: Attribution, speaker: Entity
) -> list[_Named]:
    """The document that "it" means, where it is named last before: "the memo …, it notes"."""
    spans = [
        mention.span
        for mention in material.extraction_of[report.id].mentions
        if mention.form is not MentionForm.PRONOUN
        and mention.span.end <= attribution.source[0].start
        and material.resolution.mention_entities.get(mention.id) == speaker.id
    ]
    last = max(spans, default=None)
    where = next(iter(name_documents(report.text, last.start, last.end)), None) if last else None
    if last is None or where is None:
        return []
    return [_Named(where=where, about=last, place=last, attribution=attribution.id)]


def _from_credits(material: Material, report: Report) -> list[_Named]:
    """Documents that an outlet has, and court papers and other records."""
    credits = material.credits(report.id)
    holders = {
        c.phrase: c
        for c in credits
        if c.kind is CreditKind.OBTAINED and c.target_kind is not TargetKind.DOCUMENT
    }
    found = []
    for credit in credits:
        if credit.target_kind is not TargetKind.DOCUMENT or credit.kind is CreditKind.RELEASE:
            continue
        target = credit.target_span
        for where in name_documents(report.text, target.start, target.end)[:1]:
            behind = _BEHIND.match(report.text, where.end, where.end + 120)
            holder = holders.get(credit.phrase)
            found.append(
                _Named(
                    where=where,
                    about=Span(where.start, behind.end() if behind else where.end),
                    place=credit.phrase,
                    holder=material.outlets.key_of(holder.target) if holder else None,
                    is_held=holder is not None and holder.is_self,
                    is_record=credit.kind is CreditKind.DOCUMENT,
                )
            )
    return found


def _is_same(material: Material, report: Report, known: list[_Named], here: _Named) -> bool:
    """Whether a document is the one of that noun that the report spoke of last."""
    name = report.text[here.where.start : here.where.end]
    if OTHER_WORDS & {word.group() for word in _WORD.finditer(fold_case(name))}:
        return False
    return not clash(_paper(material, report, known), _paper(material, report, [here]))


def clash(a: Paper, b: Paper) -> str:
    """Why two documents of one noun cannot be one, in words; empty where nothing speaks against."""
    if a.days and b.days and not any(_is_within(x, y) for x in a.days for y in b.days):
        return "they bear different dates"
    if a.authors and b.authors and not a.authors & b.authors:
        return "they are by different authors"
    return ""


def _is_within(a: str, b: str) -> bool:
    """Whether one date is the other, or a day of its month."""
    return a.startswith(b) or b.startswith(a)


def _paper(material: Material, report: Report, group: list[_Named]) -> Paper:
    """What a report tells of one document in all its places together."""
    first = group[0].where
    noun = _stems(f"{report.text[first.start : first.end].split()[-1]} {first.key}")
    words, authors, days = dict[str, str](), set[str](), set[str]()
    for here in group:
        about, dated = _read_about(material, report, here.about)
        owners = _OWNER.findall(report.text[here.where.start : here.where.end])
        words |= _stems(about)
        authors |= _stems(" ".join([*_BY.findall(about), *owners])).keys()
        days |= dated
    attributions = tuple(here.attribution for here in group if here.attribution)
    return Paper(
        report=report.id,
        noun=first.key,
        name=_name(report, group[0]),
        places=tuple(dict.fromkeys(Place(report=report.id, span=here.place) for here in group)),
        words={s: word for s, word in words.items() if s not in noun and word not in WEAK_WORDS},
        authors=frozenset(s for s in authors if s in words and s not in noun),
        days=frozenset(days),
        said=tuple(_said(material, report, here) for here in group[:_MOST_SAID]),
        attributions=attributions,
        holders=tuple(dict.fromkeys(h.holder for h in group if h.holder and not h.is_held)),
        is_held=any(here.is_held for here in group),
        is_record=any(here.is_record for here in group),
    )


def _read_about(material: Material, report: Report, about: Span) -> tuple[str, set[str]]:
    """The words about a document without dates and without who has it; the dates."""
    extraction = material.extraction_of[report.id]
    dates = [t for t in extraction.timexes if t.type is TimexType.DATE and about.covers(t.span)]
    letters = list(about.of(report.text))
    held = [c.phrase for c in extraction.credits if c.kind is CreditKind.OBTAINED]
    for span in [*held, *(timex.span for timex in dates)]:
        for position in range(max(span.start, about.start), min(span.end, about.end)):
            letters[position - about.start] = "\n"
    return "".join(letters), {timex.value for timex in dates if timex.value}


def _name(report: Report, here: _Named) -> str:
    """The document as the report names it, with its author or subject where that is short."""
    behind = _BEHIND.match(report.text, here.where.end, here.about.end)
    end = behind.end() if behind and behind.end() - here.where.start <= _LONG else here.where.end
    return report.text[here.where.start : end]


def _said(material: Material, report: Report, here: _Named) -> Said:
    attribution = material.attributions.get(here.attribution or "")
    pieces = attribution.content if attribution else (sentence_of(report, here.place),)
    stems = _stems(" ".join(span.of(report.text) for span in pieces))
    return Said(place=Place(report=report.id, span=hull(pieces)), stems=frozenset(stems))


def _stems(text: str) -> dict[str, str]:
    """The words that carry matter, by stem."""
    words = (match.group() for match in _WORD.finditer(fold_case(text)))
    return {stem(word): word for word in words if is_content(word)}
