"""Rare wording that few reports share: runs of words below a passage, and single rare words.

Two writers who know nothing of each other call a thing by its name and use the phrases of the
trade. What few would have hit on by themselves points to a common text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from whence.derive.material import Material
from whence.derive.signs.signs import Sign
from whence.derive.stemma.passages import SHINGLE, ReportWords, index_words
from whence.lexicon.frequencies import rarity_of
from whence.lexicon.stems import is_content
from whence.model import Edge, Span, Value
from whence.text import fold_case

# Measured on 147 pairs of outlets that told of one event each for themselves (BASIL, train,
# November 2026): five pairs share a run of 50 or more, each plainly out of one text; 30 is usual
# for names of offices and charges. 9 pairs share three rare words that the third lacks, one four,
# none more.
_LEAST_RUN = 30
_SURE_RUN = 80
_RARE = 17
_LEAST_WORDS = 5
_SURE_WORDS = 10
_LEAST_SHARE = 0.02
"""Share of the shorter text's different words that must be rare and shared."""
_MOST_SCORE = 0.9
_LEAST_REPORTS = 6
"""Reports from which a word that two have is rare in the story."""
_LETTERS = 4
_SHARERS = 5
"""A run may stand in one report of so many, or in two."""
_MOST_SHOWN = 3


class _Words(Value, frozen=True, kw_only=True):
    """The words of the story as the rules need them."""

    of: dict[str, ReportWords]
    forms: dict[int, str]
    """Number → word, of those that some report writes small: no names, no numbers."""
    counts: Counter[int]
    """How often each stands in the story."""


class _Run(Value, frozen=True, kw_only=True):
    """The same words in some reports, and what they weigh."""

    places: dict[str, Span]
    weight: float


def find_choices(
    material: Material, words: dict[str, ReportWords], edges: tuple[Edge, ...]
) -> tuple[Sign, ...]:
    """Rare wording that few reports share outside quotations and what they attribute.

    Pairs that longer passages join need no more, and one outlet's reports share its house style.

    Args:
        material: The story.
        words: The words of each report.
        edges: Edges found so far.
    """
    story = _gather(material, words)
    done = {
        frozenset((edge.report, edge.target))
        for edge in edges
        if any(piece.kind == "shared-passage" for piece in edge.evidence)
    }
    runs: dict[tuple[str, ...], list[_Run]] = defaultdict(list)
    for run in _find_runs(material, story):
        runs[tuple(sorted(run.places))].append(run)
    found = [
        _run_sign(material, runs[key]) for key in sorted(runs) if _is_open(material, key, done)
    ]
    found += [
        sign
        for key, sign in _find_rare_words(material, story)
        if key not in runs and _is_open(material, key, done)
    ]
    return tuple(found)


def _is_open(material: Material, reports: tuple[str, ...], done: set[frozenset[str]]) -> bool:
    """Whether a sign that the reports share tells something new."""
    outlets = {material.by_id[report].outlet or report for report in reports}
    first = reports[0]
    return len(outlets) > 1 and any(frozenset((first, r)) not in done for r in reports[1:])


def _gather(material: Material, words: dict[str, ReportWords]) -> _Words:
    forms: dict[int, str] = {}
    counts: Counter[int] = Counter()
    for report in material.reports:
        here = words[report.id]
        counts.update(here.ids)
        for number, span in zip(here.ids, here.spans, strict=True):
            if number not in forms and report.text[span.start].islower():
                word = fold_case(span.of(report.text))
                if is_content(word) and not any(c.isdigit() for c in word):
                    forms[number] = word
    free = {report.id: _free(material, words[report.id]) for report in material.reports}
    return _Words(of=free, forms=forms, counts=counts)


def _free(material: Material, words: ReportWords) -> ReportWords:
    """The words with those that a report attributes to somebody marked like quoted ones."""
    covered = sorted(
        span for a in material.extraction_of[words.report].attributions for span in a.content
    )
    marks = list(words.is_quoted)
    place = 0
    for number, span in enumerate(words.spans):
        while place < len(covered) and covered[place].end <= span.start:
            place += 1
        if place < len(covered) and covered[place].start <= span.start:
            marks[number] = True
    return words.replace(is_quoted=tuple(marks))


def _find_runs(material: Material, story: _Words) -> Iterator[_Run]:
    """Runs of words that the same few reports share, each as long as it goes."""
    first: dict[str, dict[int, int]] = {}
    sharers: dict[int, list[str]] = defaultdict(list)
    for report in sorted(story.of):
        index = index_words(story.of[report])
        where: dict[int, int] = {}
        for value, position in zip(index.hashes.tolist(), index.positions.tolist(), strict=True):
            where.setdefault(value, position)
        first[report] = where
        for value in where:
            sharers[value].append(report)
    most = max(2, len(story.of) // _SHARERS)
    for report in sorted(first):
        run: list[dict[str, int]] = []
        for value, _ in sorted(first[report].items(), key=lambda item: item[1]):
            sharing = sharers[value]
            if not 2 <= len(sharing) <= most or sharing[0] != report:
                continue
            here = {name: first[name][value] for name in sharing}
            if run and here != {name: position + 1 for name, position in run[-1].items()}:
                yield from _weigh(story, run)
                run = []
            run.append(here)
        yield from _weigh(story, run)


def _weigh(story: _Words, run: list[dict[str, int]]) -> Iterator[_Run]:
    """The run, if it weighs enough.

    A word weighs its rarity in English, times the share of its places in the story that the run
    makes up: what the story is about weighs little.
    """
    if not run:
        return
    begin, last = run[0], run[-1]
    places = {}
    for report in begin:
        spans = story.of[report].spans
        places[report] = Span(spans[begin[report]].start, spans[last[report] + SHINGLE - 1].end)
    report = next(iter(begin))
    numbers = story.of[report].ids[begin[report] : last[report] + SHINGLE]
    weight = sum(
        rarity_of(story.forms[number]) * min(1.0, len(begin) / story.counts[number])
        for number in sorted(set(numbers))
        if number in story.forms
    )
    if weight >= _LEAST_RUN:
        yield _Run(places=places, weight=weight)


def _run_sign(material: Material, runs: list[_Run]) -> Sign:
    """What some reports share in runs of words, the heaviest shown."""
    runs = sorted(runs, key=lambda run: (-run.weight, sorted(run.places.items())))
    doubt = 1.0
    for run in runs:
        doubt *= 1 - min(_MOST_SCORE, run.weight / _SURE_RUN)
    shown = runs[:_MOST_SHOWN]
    report = min(shown[0].places)
    text = material.by_id[report].text
    quoted = [f"“{' '.join(run.places[report].of(text).split())}”" for run in shown]
    return Sign(
        kind="shared-wording",
        score=round(min(_MOST_SCORE, 1 - doubt), 3),
        words=f"have the words {' and '.join(quoted)}, which few would hit on by themselves",
        places={name: tuple(run.places[name] for run in shown) for name in shown[0].places},
    )


def _find_rare_words(material: Material, story: _Words) -> Iterator[tuple[tuple[str, ...], Sign]]:
    """Rare words that two reports have and no other, where there are many of them."""
    if len(story.of) < _LEAST_REPORTS:
        return
    where: dict[int, dict[str, Span]] = defaultdict(dict)
    sizes: dict[str, int] = {}
    for report in sorted(story.of):
        here = story.of[report]
        sizes[report] = len(set(here.ids))
        for number, span, is_told in zip(here.ids, here.spans, here.is_quoted, strict=True):
            form = story.forms.get(number, "")
            if len(form) >= _LETTERS and rarity_of(form) >= _RARE:
                where[number].setdefault(report, Span(0, 0) if is_told else span)
    pairs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, places in where.items():
        if len(places) == 2 and all(span.end for span in places.values()):
            pairs[tuple(sorted(places))].append(number)
    for pair in sorted(pairs):
        numbers = sorted(pairs[pair], key=lambda n: where[n][pair[0]])
        if len(numbers) < max(_LEAST_WORDS, _LEAST_SHARE * min(sizes[r] for r in pair)):
            continue
        listed = ", ".join(story.forms[number] for number in numbers[:_LEAST_WORDS])
        sign = Sign(
            kind="shared-words",
            score=round(min(_MOST_SCORE, len(numbers) / _SURE_WORDS), 3),
            words=f"have {len(numbers)} rare words that no other report has: {listed}",
            places={r: tuple(where[n][r] for n in numbers[:_LEAST_WORDS]) for r in pair},
        )
        yield pair, sign
