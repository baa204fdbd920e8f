"""Front door: everybody and everything that a report mentions."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from whence.extract.blocks import find_blocks
from whence.extract.interface import RawAntecedent, RawMention
from whence.extract.mentions.appositions import find_apposition
from whence.extract.mentions.descriptions import (
    Description,
    find_descriptions,
    find_pronouns,
)
from whence.extract.mentions.joint import find_parts
from whence.extract.mentions.kinds import is_adjective, refine_kind, settle_given
from whence.extract.mentions.names import Name, find_names, is_name, name_at, plain_key
from whence.extract.mentions.sources import make_mention, read_source
from whence.extract.mentions.words import Words, read_words
from whence.lexicon.bodies import SINGLE_BODIES
from whence.model import (
    Attribution,
    Mention,
    MentionForm,
    MentionKind,
    Report,
    Span,
    hull,
)

_LONGEST_SOURCE = 400
_BODIES = (MentionKind.ORGANISATION, MentionKind.OUTLET)


def find_mentions(
    report: Report,
    attributions: tuple[Attribution, ...] = (),
    raw_mentions: tuple[RawMention, ...] = (),
    antecedents: tuple[RawAntecedent, ...] = (),
) -> tuple[Mention, ...]:
    """The mentions of a report in order of text: names, descriptions, pronouns.

    Every source of an attribution is one mention over all its words; every carrier is one.

    Args:
        report: The report to read.
        attributions: Its attributions; their sources and carriers become mentions.
        raw_mentions: Names that the extractor found; without any, names are found by rule.
        antecedents: What pronouns stand for, as the extractor sees it.
    """
    words = read_words(report.text, find_blocks(report))
    sources = {span for a in attributions if (span := source_span(a)) is not None}
    names = _given_names(words, raw_mentions, sources) if raw_mentions else find_names(words)
    descriptions = find_descriptions(words, names)
    found: dict[Span, Mention] = {}
    for mention in _plain_mentions(report, words, names, descriptions):
        found.setdefault(mention.span, mention)
    _add_sources(report, attributions, found)
    _add_carriers(report, attributions, found)
    _add_antecedents(antecedents, found)
    return tuple(sorted(found.values(), key=lambda mention: mention.span))


def _given_names(
    words: Words, raw_mentions: Iterable[RawMention], sources: set[Span]
) -> tuple[Name, ...]:
    """The extractor's names, set on whole words, and names that it passed over."""
    starts = [span.start for span in words.spans]
    ends = [span.end for span in words.spans]
    ordered = sorted(_apart(words.text, raw_mentions), key=lambda raw: raw.span)
    kinds = settle_given(words.text, ordered)
    surnames = _surnames(words.text, ordered)
    found: list[Name] = []
    reached = 0
    for raw in ordered:
        first = max(reached, bisect_right(ends, raw.span.start))
        last = bisect_left(starts, raw.span.end)
        if first >= last or raw.kind is MentionKind.UNKNOWN:
            continue
        if is_name(words, first, last) or raw.span.of(words.text) in surnames:
            kind = refine_kind(words.surface(first, last), kinds[raw.span])
            if not is_adjective(words, first, last, kind):
                found.append(name_at(words, first, last, kind))
            reached = last
    passed_over = _passed_over(words, found, sources)
    return tuple(sorted((*found, *passed_over), key=lambda name: name.head))


def _surnames(text: str, mentions: Iterable[RawMention]) -> frozenset[str]:
    """The last words of people's full names, which are names though some are trades: "Hunter"."""
    return frozenset(
        raw.span.of(text).split()[-1]
        for raw in mentions
        if raw.kind is MentionKind.PERSON and " " in raw.span.of(text)
    )


def _apart(text: str, raw_mentions: Iterable[RawMention]) -> Iterable[RawMention]:
    """The extractor's names, a town with its country as two ("Lome, Togo")."""
    for raw in raw_mentions:
        comma = text.find(", ", *raw.span) if raw.kind is MentionKind.PLACE else -1
        if comma < 0:
            yield raw
        else:
            yield raw.replace(span=Span(raw.span.start, comma))
            yield raw.replace(span=Span(comma + 2, raw.span.end))


def _passed_over(words: Words, found: list[Name], sources: set[Span]) -> Iterable[Name]:
    """Names found by rule that the extractor found elsewhere in the report, or their last word.

    People named in a source are added even where it never found them, and so are bodies that have
    one name in all the world ("the Kremlin").
    """
    kinds: dict[str, MentionKind] = {}
    for name in found:
        key = plain_key(words, name)
        kinds.setdefault(key, name.kind)
        if name.kind is MentionKind.PERSON:
            kinds.setdefault(key.split()[-1], name.kind)
    taken = {index for name in found for index in range(name.first, name.last)}
    ordered = sorted(sources)
    for name in find_names(words):
        if not taken.isdisjoint(range(name.first, name.last)):
            continue
        key = plain_key(words, name)
        kind = kinds.get(key, MentionKind.ORGANISATION if key in SINGLE_BODIES else None)
        if kind is not None:
            yield name_at(words, name.first, name.last, kind)
        elif name.kind is MentionKind.PERSON and name.is_sure and _is_within(ordered, name.head):
            yield name


def _is_within(ordered: list[Span], span: Span) -> bool:
    """Whether one of some spans in order covers a span."""
    index = bisect_right(ordered, Span(span.start, span.start + 1_000_000))
    return any(other.covers(span) for other in ordered[max(0, index - 3) : index])


def _plain_mentions(
    report: Report,
    words: Words,
    names: tuple[Name, ...],
    descriptions: tuple[Description, ...],
) -> Iterable[Mention]:
    for position, name in enumerate(names):
        roles: list[Span] = []
        affiliation: Span | None = None
        if name.begins < name.first:
            roles.append(words.span(name.begins, name.first))
            affiliation = _body_within(roles[0], names, position)
        if name.kind is MentionKind.PERSON:
            apposed = find_apposition(words, name, descriptions)
            if apposed is not None:
                roles.append(apposed.span)
                affiliation = apposed.affiliation or affiliation
        yield make_mention(
            report.id,
            name.span,
            kind=name.kind,
            form=MentionForm.NAME,
            head=name.head,
            role=tuple(sorted(roles)),
            affiliation=affiliation,
        )
    for described in descriptions:
        yield make_mention(
            report.id,
            described.span,
            kind=described.kind,
            form=MentionForm.DESCRIPTION,
            role=(described.role,),
            affiliation=described.affiliation or _body_in(described.span, names),
        )
    for span in find_pronouns(words):
        yield make_mention(report.id, span, kind=MentionKind.UNKNOWN, form=MentionForm.PRONOUN)


def _body_within(role: Span, names: tuple[Name, ...], position: int) -> Span | None:
    """The body that the role before a name belongs to: ``White House`` of its spokesman."""
    for name in names[max(0, position - 2) : position]:
        if role.covers(name.head) and name.kind in _BODIES:
            return name.head
    return None


def _body_in(span: Span, names: tuple[Name, ...]) -> Span | None:
    """The body whose name opens a description: ``NRSC`` of its spokesman."""
    index = bisect_left(names, span.start, key=lambda name: name.head.start)
    for name in names[index : index + 2]:
        if span.covers(name.head) and name.kind in _BODIES:
            return name.head
    return None


def _add_sources(
    report: Report, attributions: tuple[Attribution, ...], found: dict[Span, Mention]
) -> None:
    """One mention over the words of every source; the name inside it goes into it."""
    ordered = sorted(found)
    done: set[Span] = set()
    for attribution in attributions:
        span = source_span(attribution)
        if span is None or span in done or span.end - span.start > _LONGEST_SOURCE:
            continue
        done.add(span)
        inside: list[Mention] = []
        for index in range(max(0, bisect_left(ordered, span) - 12), len(ordered)):
            other = ordered[index]
            if other.start >= span.end:
                break
            if other in found and span.start <= other.start and other.end <= span.end + 1:
                inside.append(found[other])
        parts = find_parts(report.text, span, inside)
        for part in parts:
            _add_source(report, part, [held for held in inside if part.covers(held.span)], found)
        if parts:
            found[span] = make_mention(
                report.id,
                span,
                kind=MentionKind.GROUP,
                form=MentionForm.DESCRIPTION,
                parts=parts,
            )
        else:
            _add_source(report, span, inside, found)


def _add_source(
    report: Report, span: Span, inside: list[Mention], found: dict[Span, Mention]
) -> None:
    """One mention over all the words of a source, in place of the name that heads it."""
    mention = read_source(report.id, report.text, span, inside)
    for part in inside:
        if part.span != span and part.head is not None and part.head == mention.head:
            del found[part.span]
    found[span] = mention


def source_span(attribution: Attribution) -> Span | None:
    """The characters of an attribution's source as one span; None where it names nobody."""
    if not attribution.source:
        return None
    return hull(attribution.source)


def _add_carriers(
    report: Report, attributions: tuple[Attribution, ...], found: dict[Span, Mention]
) -> None:
    for attribution in attributions:
        for carrier in attribution.via:
            for span in carrier.spans:
                if any(span.overlaps(other) for other in _near(found, span)):
                    continue
                found[span] = make_mention(
                    report.id,
                    span,
                    kind=MentionKind.OUTLET,
                    form=MentionForm.NAME,
                    head=span,
                )


def _add_antecedents(antecedents: tuple[RawAntecedent, ...], found: dict[Span, Mention]) -> None:
    """Notes on every pronoun what the extractor takes it to stand for."""
    for raw in antecedents:
        mention = found.get(raw.pronoun)
        if mention is not None and mention.form is MentionForm.PRONOUN:
            found[raw.pronoun] = mention.replace(
                antecedent=raw.antecedent, antecedent_score=raw.score
            )


def _near(found: dict[Span, Mention], span: Span) -> Iterable[Span]:
    if span in found:
        return (span,)
    return [other for other in found if other.overlaps(span)]
