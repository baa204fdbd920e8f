"""Which statements bear out which: other people who say the same, in other words."""

import re
from collections import Counter, defaultdict
from math import log

from whence.derive.material import Material
from whence.derive.voices import is_same_voice
from whence.lexicon import load_table
from whence.lexicon.stems import is_content, stem
from whence.model import Attribution, Modality, OppositionKind, Report, Span, Statement, Value
from whence.text import (
    Meanings,
    Telling,
    find_periods,
    find_sentences,
    find_words,
    fold_case,
    periods_differ,
)

_MEANING = load_table("meaning")
_NEGATORS = frozenset(_MEANING["negators"])
_HEDGES = frozenset(_MEANING["hedges"])
_CLASSES = {
    stem(word): stem(words[0])
    for words in reversed(load_table("synonyms")["classes"])
    for word in words
}
_NUMBERS = load_table("numbers")
_NUMBER_WORDS = {
    word: str(int(value))
    for part in ("ones", "tens")
    for word, value in _NUMBERS[part].items()
    if value >= 2
}
_Key = str | tuple[str, str, str, str]
_ASSERTING = frozenset({Modality.ASSERTED, Modality.HEDGED, Modality.DENIED})

_LEAST_SHARED = 3
_FEWEST = 2
"""Fewer shared words prove nothing; two do where they are nearly all that is said."""
_NEARLY_ALL = 0.8
_LEAST_WEIGHT = 1.1
_WHOLE = 0.95
_LEAST_WHOLE = 0.85
"""What the shared words must tell where they are all that is said."""
_COVERED = 0.55
"""Share of what a statement says, weighed by rarity, that the other must say too."""
_LEAST_COVERED = 0.3
"""The same where both come near in what they mean."""
_AGAIN = 0.35
_YEAR = re.compile(r"(?:19|20)\d\d")
_HALF = 0.5
_SAME_RUNS = 0.8
"""Share of its runs of four words by which a sentence stands word for word in the other."""
_FOCUS = 0.3
"""Share of the other's sentence that this must be: no long sentence bears out every short one."""
_COMMON = 40
"""A word in more statements than this finds no candidates."""
_RARE = 12
"""A word in no more statements than this finds candidates alone, where meanings are known."""


class Saying(Value, frozen=True, kw_only=True):
    """One sentence of one attribution by what it says."""

    statement: str
    attribution: str
    voice: str | None
    stems: frozenset[str]
    runs: frozenset[tuple[str, str, str, str]]
    """Every four words in a row."""
    numbers: frozenset[str]
    is_negative: bool
    forms: dict[str, str]
    """Stem → the word it stands for."""
    is_whole: bool
    """Whether it is all that the attribution says: then it means what the attribution means."""


class Support(Value, frozen=True, kw_only=True):
    """An attribution of another statement that says what the statement says."""

    statement: str
    attribution: str
    shared: tuple[str, ...]
    """The words both have, as the statement has them."""
    nearness: float = 0.0
    """How near the two come in what they mean, where that is known."""


def find_support(material: Material) -> dict[str, tuple[Support, ...]]:
    """For each statement the attributions of other statements that bear it out.

    The relation has a direction: a long statement bears out a short one that says part of it,
    not the other way round. Polarity must agree, numbers must not differ, and the words shared
    must tell something in this story; fewer will do where the meanings come near. Statements set
    against each other never support.
    """
    sayings = _list_sayings(material)
    judge = _Judge(material, sayings)
    by_statement: dict[str, list[Saying]] = defaultdict(list)
    where: dict[_Key, set[str]] = defaultdict(set)
    for saying in sayings:
        by_statement[saying.statement].append(saying)
        for key in _keys_of(saying):
            where[key].add(saying.statement)
    against = _list_opposed(material)
    found = {}
    for statement in sorted(by_statement):
        mine = by_statement[statement]
        supports = []
        for other in _list_candidates(mine, where, statement, fewest=judge.fewest):
            if frozenset((statement, other)) in against:
                continue
            supports += _supports_by(mine, by_statement[other], judge)
        if supports:
            found[statement] = tuple(supports)
    return found


def _list_sayings(material: Material) -> list[Saying]:
    sayings = []
    for statement in material.comparison.statements:
        seen: set[tuple[frozenset[str], bool, str]] = set()
        for member in _members(material, statement):
            report = material.by_id[member.report]
            for saying in _read(report, statement.id, member, material.voice_of(member.id)):
                key = (saying.stems, saying.is_negative, member.id)
                if saying.stems and key not in seen:
                    seen.add(key)
                    sayings.append(saying)
    return sayings


def _members(material: Material, statement: Statement) -> list[Attribution]:
    found = [material.attributions.get(member.attribution) for member in statement.members]
    return [a for a in found if a is not None and a.modality in _ASSERTING]


def _read(
    report: Report, statement: str, attribution: Attribution, voice: str | None
) -> list[Saying]:
    """The sentences of a content, each with its stems, numbers and polarity."""
    sayings = []
    for span in attribution.content:
        for sentence in find_sentences(report.text, span) or (span,):
            sayings.append(_read_sentence(report, statement, attribution, sentence, voice))
    if len(sayings) == 1:
        return [sayings[0].replace(is_whole=True)]
    return sayings


def _read_sentence(
    report: Report, statement: str, attribution: Attribution, sentence: Span, voice: str | None
) -> Saying:
    forms: dict[str, str] = {}
    words: list[str] = []
    numbers: set[str] = set()
    negations = int(attribution.modality is Modality.DENIED)
    for span in find_words(report.text, sentence):
        word = fold_case(span.of(report.text))
        words.append(word)
        if word in _NEGATORS or word.endswith("n't"):
            negations += 1
        elif word[0].isdigit() or word in _NUMBER_WORDS:
            number = _NUMBER_WORDS.get(word, word)
            numbers.add(number)
            forms.setdefault(number, word)
        elif is_content(word) and word not in _HEDGES:
            stemmed = stem(word)
            forms.setdefault(_CLASSES.get(stemmed, stemmed), word)
    return Saying(
        statement=statement,
        attribution=attribution.id,
        voice=voice,
        stems=frozenset(forms),
        forms=forms,
        runs=frozenset(zip(words, words[1:], words[2:], words[3:], strict=False)),
        numbers=frozenset(numbers),
        is_negative=negations % 2 == 1,
        is_whole=False,
    )


def _weigh(sayings: list[Saying]) -> dict[str, float]:
    """How much each stem tells: near 1 where few statements have it."""
    counts: Counter[str] = Counter()
    statements: dict[str, set[str]] = defaultdict(set)
    for saying in sayings:
        statements[saying.statement] |= saying.stems
    for stems in statements.values():
        counts.update(stems)
    scale = log(len(statements) + 2)
    return {word: max(0.1, 1.0 - log(count) / scale) for word, count in counts.items()}


def _list_opposed(material: Material) -> set[frozenset[str]]:
    return {
        frozenset((o.a, o.b))
        for o in material.comparison.oppositions
        if o.kind in (OppositionKind.DENIES, OppositionKind.CONTRADICTS)
    }


def _keys_of(saying: Saying) -> set[_Key]:
    return {*saying.stems, *saying.runs}


def _list_candidates(
    mine: list[Saying], where: dict[_Key, set[str]], statement: str, *, fewest: int
) -> list[str]:
    """Other statements that share telling words or runs, in order.

    One word is enough where fewest says so, if few statements have it.
    """
    least = min(_FEWEST, max(len(saying.stems) for saying in mine))
    counts: Counter[str] = Counter()
    for key in {key for saying in mine for key in _keys_of(saying)}:
        if len(where[key]) <= _COMMON:
            worth = least if fewest == 1 and len(where[key]) <= _RARE else 1
            counts.update(
                dict.fromkeys((other for other in where[key] if other != statement), worth)
            )
    return sorted(other for other, count in counts.items() if count >= least)


def _supports_by(mine: list[Saying], theirs: list[Saying], judge: "_Judge") -> list[Support]:
    """One support for each attribution of the other statement that says what mine says.

    It must bear out half of the members at least: a fuller member says more than the statement,
    and who bears out the rest of it bears out another claim.
    """
    members = _by_attribution(mine)
    told = [
        sayings
        for sayings in members.values()
        if sum(len(saying.stems) for saying in sayings) >= _LEAST_SHARED
    ] or list(members.values())
    found = []
    for other, sayings in _by_attribution(theirs).items():
        if other in members:
            continue
        borne = [pair for member in told if (pair := judge.pick_pair(member, sayings))]
        if borne and 2 * len(borne) >= len(told):
            a, b = borne[0]
            found.append(
                Support(
                    statement=b.statement,
                    attribution=other,
                    shared=tuple(a.forms[word] for word in sorted(a.stems & b.stems)),
                    nearness=judge.nearness(a, b),
                )
            )
    return found


def _by_attribution(sayings: list[Saying]) -> dict[str, list[Saying]]:
    found: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        found[saying.attribution].append(saying)
    return found


class _Judge:
    """Says whether one sentence bears out another, in the light of all that the story says."""

    def __init__(self, material: Material, sayings: list[Saying]) -> None:
        self._material = material
        self._rarity = _weigh(sayings)
        attributions = [
            material.attributions[name]
            for name in sorted({s.attribution for s in sayings if s.is_whole})
        ]
        self._meanings = Meanings(
            Telling(key=a.id, group=a.report, spans=a.content, vector=a.meaning)
            for a in attributions
        )
        self._periods = {
            a.id: find_periods(material.extraction_of[a.report].timexes, a.content)
            for a in attributions
        }
        self.fewest = 1 if self._meanings else _FEWEST
        """Shared words and runs below which two sentences are not compared."""

    def nearness(self, a: Saying, b: Saying) -> float:
        """How near two sentences come in what they mean; 0 where that is not known."""
        if not (a.is_whole and b.is_whole):
            return 0.0
        return self._meanings.nearness(a.attribution, b.attribution)

    def pick_pair(self, mine: list[Saying], theirs: list[Saying]) -> tuple[Saying, Saying] | None:
        """The first sentence of one attribution that one of another bears out, and that one."""
        for a in mine:
            for b in theirs:
                if self.bears_out(a, b):
                    return a, b
        return None

    def bears_out(self, a: Saying, b: Saying) -> bool:
        """Whether ``b`` says what ``a`` says."""
        if a.is_negative != b.is_negative or _numbers_differ(a.numbers, b.numbers):
            return False
        if len(a.runs) >= _FEWEST and len(a.runs & b.runs) >= _SAME_RUNS * len(a.runs):
            return True
        shared = a.stems & b.stems
        if not shared:
            return False
        weight = _total(shared, self._rarity)
        covered = weight / _total(a.stems, self._rarity)
        focus = weight / _total(b.stems, self._rarity)
        is_one_voice = a.voice is not None and a.voice == b.voice
        if is_one_voice and _is_repeated(shared, weight, covered, focus):
            return True
        return _covers(shared, weight, covered, focus) or self._means(a, b, covered, focus)

    def _means(self, a: Saying, b: Saying, covered: float, focus: float) -> bool:
        """Whether both mean one thing; of the words then fewer must be the same."""
        if not self.nearness(a, b) or covered < _LEAST_COVERED:
            return False
        if periods_differ(self._periods[a.attribution], self._periods[b.attribution]):
            return False
        is_one_voice = self._is_one_voice(a.voice, b.voice)
        is_all = min(covered, focus) >= _WHOLE
        if not is_one_voice and not is_all and len(a.stems & b.stems) < _FEWEST:
            return False
        return self._meanings.say_one_thing(
            a.attribution,
            b.attribution,
            lighter=max(covered, focus),
            heavier=min(covered, focus),
            has_same_number=bool(a.numbers & b.numbers),
            is_one_voice=is_one_voice,
        )

    def _is_one_voice(self, a: str | None, b: str | None) -> bool:
        return a is not None and b is not None and is_same_voice(self._material, a, b)


def _covers(shared: frozenset[str], weight: float, covered: float, focus: float) -> bool:
    """Whether the shared words are enough, whoever speaks."""
    if len(shared) < _FEWEST:
        return False
    least = _LEAST_WEIGHT if covered < _WHOLE else _LEAST_WHOLE
    if weight < least or focus < _FOCUS:
        return False
    return covered >= (_COVERED if len(shared) >= _LEAST_SHARED else _NEARLY_ALL)


def _numbers_differ(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both give numbers and none agrees; a year is compared with years alone."""
    for years in (True, False):
        ours = {number for number in a if bool(_YEAR.fullmatch(number)) is years}
        theirs = {number for number in b if bool(_YEAR.fullmatch(number)) is years}
        if ours and theirs and not ours & theirs:
            return True
    return False


def _is_repeated(shared: frozenset[str], weight: float, covered: float, focus: float) -> bool:
    """Whether one voice says the same again: less must be shared than between two people."""
    if covered >= _WHOLE and focus >= _HALF and weight >= _HALF:
        return True
    return len(shared) >= _FEWEST and weight >= 1.0 and covered >= _AGAIN and focus >= _FOCUS


def _total(stems: frozenset[str], rarity: dict[str, float]) -> float:
    return sum(rarity[word] for word in sorted(stems))
