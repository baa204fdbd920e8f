"""What each sentence of an attribution says, as far as its words tell."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from whence.derive.material import Material
from whence.lexicon import load_table
from whence.lexicon.concepts import find_classes, unfold_phrases
from whence.lexicon.negation import Reach, find_reach
from whence.lexicon.stems import is_content, stem
from whence.model import (
    Anonymity,
    Attribution,
    Extraction,
    MentionForm,
    MentionKind,
    Modality,
    Span,
    Statement,
    TimexType,
    Value,
)
from whence.text import find_periods, find_sentences, find_words, fold_case
from whence.text.periods import Period

_MEANING = load_table("meaning")
_PASSED_OVER = frozenset(
    [*_MEANING["negators"], *_MEANING["hedges"], *load_table("function_words")["slight"]]
)
_NUMBERS = load_table("numbers")
_NUMBER_WORDS = {
    word: str(int(value))
    for part in ("ones", "tens")
    for word, value in _NUMBERS[part].items()
    if value >= 2
}
_ASSERTING = frozenset({Modality.ASSERTED, Modality.HEDGED, Modality.DENIED})
_LEAST_NUMBER = 2
_SCALE = re.compile(r"(?<=\w) (?:hundred|thousand|million|billion|trillion|dozen)$", re.IGNORECASE)
_DATE = len("2014-08-05")
_DAY = "on "
_ENTITY = "@"
_CLASS = "~"
_BOTH = "±"
_ENDS_CLAUSE = frozenset(",;:()–—")
_NAMED = (MentionKind.ORGANISATION, MentionKind.PLACE)
_DEEPEST = 4
"""Mentions that may begin before a word and hold it: one within the other."""
Run = tuple[str, str, str, str]


class Saying(Value, frozen=True, kw_only=True):
    """One sentence of one attribution by what it says."""

    statement: str
    attribution: str
    voice: str | None
    order: tuple[str, ...]
    """What it speaks of, in order: stems, numbers, days, persons, places and bodies."""
    concepts: dict[str, frozenset[str]]
    """For each of these what it may be matched by: itself, and the classes of its synonyms."""
    touched: frozenset[str]
    """All of that together."""
    forms: dict[str, str]
    """For each of these the words that it stands for."""
    spare: frozenset[str]
    """Of these the days, and persons that only a pronoun means: another who says the same may
    leave them out."""
    names: frozenset[str]
    """Of these what is written as a name."""
    runs: frozenset[Run]
    """Every four words in a row."""
    numbers: frozenset[str]
    periods: tuple[Period, ...]
    """The days that it names."""
    reach: dict[str, Reach]
    """How each thing spoken of stands to the negations, or to a cue that denies."""
    span: Span
    meaning: bytes = b""
    """The vector of what it means; empty where that is not known."""

    @property
    def key(self) -> str:
        """What tells it from all other sayings of the story."""
        return f"{self.attribution} {self.span.start}"


def list_sayings(material: Material) -> list[Saying]:
    """Every sentence of every statement's members that assert something."""
    readers = {report.id: _Reader(material, report.id) for report in material.reports}
    sayings = []
    for statement in material.comparison.statements:
        seen: set[tuple[frozenset[tuple[str, Reach]], str]] = set()
        for member in _members(material, statement):
            for saying in readers[member.report].read(statement.id, member):
                key = (frozenset(saying.reach.items()), member.id)
                if saying.order and key not in seen:
                    seen.add(key)
                    sayings.append(saying)
    return sayings


def _members(material: Material, statement: Statement) -> list[Attribution]:
    found = [material.attributions.get(member.attribution) for member in statement.members]
    return [a for a in found if a is not None and a.modality in _ASSERTING]


class _Term(Value, frozen=True, kw_only=True):
    """One thing spoken of."""

    key: str
    concepts: frozenset[str]
    form: str
    is_spare: bool = False
    is_name: bool = False


class _Held(Value, frozen=True, kw_only=True):
    """Words that stand for a day, for somebody or for a number."""

    span: Span
    term: _Term
    periods: tuple[Period, ...] = ()


class _Reader:
    """Reads contents of one report."""

    def __init__(self, material: Material, report: str) -> None:
        self._material = material
        self._text = material.by_id[report].text
        extraction = material.extraction_of[report]
        self._held = sorted(
            [
                *_list_days(extraction, self._text),
                *_list_named(material, extraction),
                *_list_numbers(extraction, self._text),
            ],
            key=lambda held: (held.span.start, -held.span.end),
        )

    def read(self, statement: str, attribution: Attribution) -> list[Saying]:
        """What each sentence of an attribution's content says."""
        sayings = []
        for span in attribution.content:
            for sentence in find_sentences(self._text, span) or (span,):
                sayings.append(self._read_sentence(statement, attribution, sentence))
        return sayings

    def _read_sentence(self, statement: str, attribution: Attribution, sentence: Span) -> Saying:
        spans = [
            word for word in find_words(self._text, sentence) if self._text[word.start].isalnum()
        ]
        words = [fold_case(span.of(self._text)) for span in spans]
        reaches = find_reach(words, _list_breaks(self._text, spans))
        terms: list[_Term] = []
        periods: dict[Period, None] = {}
        reach: dict[str, Reach] = {}
        both: set[str] = set()
        is_denied = attribution.modality is Modality.DENIED
        for span, word, how in zip(spans, unfold_phrases(words), reaches, strict=True):
            held = self._pick_held(span.start)
            if held is not None:
                found = [held.term]
                periods |= dict.fromkeys(held.periods)
            else:
                is_name = span.start > sentence.start and self._text[span.start].isupper()
                found = _read_word(word, is_name=is_name)
            how = how.turned() if is_denied else how
            terms += found
            for term in found:
                if {how, reach.setdefault(term.key, how)} == {Reach.NONE, Reach.UNDER}:
                    both.add(term.key)
        concepts = {
            term.key: _as_both(term.concepts) if term.key in both else term.concepts
            for term in reversed(terms)
        }
        names = {term.key for term in terms if term.is_name}
        if 2 * len(names) > len(concepts):
            names = set()  # a headline in capitals: they tell nothing
        return Saying(
            statement=statement,
            attribution=attribution.id,
            voice=self._material.voice_of(attribution.id),
            order=tuple(dict.fromkeys(term.key for term in terms)),
            concepts=concepts,
            touched=frozenset().union(*concepts.values()),
            forms={term.key: term.form for term in reversed(terms)},
            spare=frozenset(concepts) - {term.key for term in terms if not term.is_spare},
            names=frozenset(names | {key for key in concepts if key.startswith(_ENTITY)}),
            runs=frozenset(zip(words, words[1:], words[2:], words[3:], strict=False)),
            numbers=frozenset(key for key in concepts if key[0].isdigit()),
            periods=tuple(periods),
            reach=reach,
            span=sentence,
            meaning=attribution.meaning_of(sentence),
        )

    def _pick_held(self, position: int) -> _Held | None:
        at = bisect_right(self._held, position, key=lambda held: held.span.start)
        for held in reversed(self._held[max(0, at - _DEEPEST) : at]):
            if position < held.span.end:
                return held
        return None


def _list_breaks(text: str, spans: Sequence[Span]) -> Iterator[int]:
    """Numbers of the words before which a mark ends a clause."""
    for number, (before, after) in enumerate(pairwise(spans), start=1):
        if not _ENDS_CLAUSE.isdisjoint(text[before.end : after.start]):
            yield number


def _read_word(word: str, *, is_name: bool) -> list[_Term]:
    """What a word speaks of, if it is more than grammar."""
    if word[:1].isdigit() or word in _NUMBER_WORDS:
        number = _NUMBER_WORDS.get(word, word)
        return [_Term(key=number, concepts=frozenset([number]), form=word)]
    if not is_content(word) or word in _PASSED_OVER:
        return []
    key = stem(word)
    concepts = frozenset(f"{_CLASS}{name}" for name in find_classes(word)) | {key}
    return [_Term(key=key, concepts=concepts, form=word, is_name=is_name)]


def _as_both(concepts: frozenset[str]) -> frozenset[str]:
    """Of a thing of which one sentence says that it is and is not: nothing else matches it."""
    return frozenset(f"{_BOTH}{concept}" for concept in concepts)


def _list_days(extraction: Extraction, text: str) -> list[_Held]:
    """Days and dates by their values, so that "on Friday" meets "on 7 March"."""
    found = []
    for timex in extraction.timexes:
        if timex.type in (TimexType.DATE, TimexType.TIME) and timex.value is not None:
            key = f"{_DAY}{timex.value[:_DATE]}"
            term = _Term(
                key=key,
                concepts=frozenset([key]),
                form=timex.span.of(text),
                is_spare=True,
            )
            periods = find_periods((timex,), (timex.span,))
            found.append(_Held(span=timex.span, term=term, periods=periods))
    return found


def _list_numbers(extraction: Extraction, text: str) -> list[_Held]:
    """Numbers by their values, so that "fifty-eight" meets "58" and "a dozen" meets "12"."""
    found = []
    for figure in extraction.figures:
        bounds = {bound for bound in (figure.low, figure.high) if bound is not None}
        if len(bounds) == 1 and min(bounds) >= _LEAST_NUMBER:
            key = f"{min(bounds):.12g}"
            words = figure.number.of(text)
            scale = _SCALE.search(words)
            span = (
                Span(figure.number.start, figure.number.start + scale.start())
                if scale
                else figure.number
            )
            term = _Term(key=key, concepts=frozenset([key]), form=words)
            found.append(_Held(span=span, term=term))
    return found


def _list_named(material: Material, extraction: Extraction) -> list[_Held]:
    """Persons, whether by name, description or pronoun; bodies and places by name."""
    found = []
    for mention in extraction.mentions:
        entity = material.entities.get(material.resolution.mention_entities.get(mention.id, ""))
        if entity is None or entity.anonymity is not Anonymity.NAMED:
            continue
        is_person = entity.kind is MentionKind.PERSON
        is_name = mention.form is MentionForm.NAME and entity.kind in _NAMED
        if (is_person or is_name) and any(c.isupper() for c in entity.name):
            key = f"{_ENTITY}{entity.id}"
            is_spare = mention.form is MentionForm.PRONOUN
            words = () if is_person else map(stem, fold_case(entity.name).split())
            term = _Term(
                key=key, concepts=frozenset([key, *words]), form=entity.name, is_spare=is_spare
            )
            found.append(_Held(span=mention.span, term=term))
    return found
