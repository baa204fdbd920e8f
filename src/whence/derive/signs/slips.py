"""Slips that few reports share against the rest: a misspelt name, a wrong number, a wrong day.

Copyists betray themselves by the errors that they share (Lachmann's common errors): two reporters
seldom misspell one name alike or mistake a figure for the same other one.
"""

import re
from collections import defaultdict

from whence.derive.material import Material
from whence.derive.signs.misdated import list_wrong_weekdays, pair_days
from whence.derive.signs.signs import Joined, Places, Sign, count_knots
from whence.lexicon import load_table
from whence.lexicon.frequencies import RAREST, rarity_of
from whence.model import PartKind, Relation, Span
from whence.text import fold_case

_NAME = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W\d_]{4,30}(?![^\W_])")
_SMALL = re.compile(r"(?<![^\W_])[a-z]{4,}")
_OPENS = re.compile(r"(?:^|[.!?:\n“\"‘(\[—–-])\s*$")
_DIALECT = load_table("spelling")
_STEM = re.compile("|".join(sorted(_DIALECT["stems"])))
_LONG = 7
"""Letters from which a name is told from another without a name beside it."""
_LEAST = 2
_DIGITS = 2
"""Significant digits from which a number is no guess that two may make alike."""
_READ = frozenset({PartKind.BODY, PartKind.STANDFIRST, PartKind.CAPTION, PartKind.HEADLINE})
_SCORE = {"shared-misspelling": 0.7, "shared-number": 0.6, "shared-date": 0.6}
_WORDS = {
    "shared-misspelling": "write “{form}” where others have “{usual}”",
    "shared-number": "give “{form}” where others have “{usual}”",
    "shared-date": "date it {form} where others have {usual}",
}


def find_slips(material: Material, joined: Joined) -> tuple[Sign, ...]:
    """Every form that at least two reports share and that most of the rest write otherwise.

    Reports that an edge joins count once, lest what is copied most should pass for right. A weekday
    that is not that of its date is wrong whatever the rest have.

    Args:
        material: The story.
        joined: Report → reports that an edge joins it to.
    """
    found = []
    for kind, first, second in [
        *_pair_names(material),
        *_pair_figures(material),
        *(("shared-date", first, second) for first, second in pair_days(material)),
    ]:
        if first[0] == second[0]:
            continue
        forms = sorted([first, second], key=lambda f: (count_knots(set(f[1]), joined), f[0]))
        (form, few), (usual, many) = forms
        alone = {report: span for report, span in few.items() if report not in many}
        rare = count_knots(set(alone), joined) < count_knots(set(many), joined)
        if len(alone) >= _LEAST and rare and len(many) >= _LEAST:
            words = _WORDS[kind].format(form=form, usual=usual)
            found.append(Sign(kind=kind, score=_SCORE[kind], words=words, places=alone))
    found += list_wrong_weekdays(material)
    return tuple(sorted(found, key=lambda sign: (sign.kind, sign.words)))


_Form = tuple[str, Places]
_Pair = tuple[str, _Form, _Form]


def _pair_names(material: Material) -> list[_Pair]:
    """Names that differ by one letter, beside the same other name or long enough to be one."""
    places, beside = _list_names(material)
    by_gap: dict[str, list[str]] = defaultdict(list)
    for name in sorted(places):
        for gap in {name[:i] + name[i + 1 :] for i in range(1, len(name))} | {name}:
            by_gap[gap].append(name)
    pairs = sorted({(a, b) for near in by_gap.values() for a in near for b in near if a < b})
    return [
        ("shared-misspelling", (a.title(), places[a]), (b.title(), places[b]))
        for a, b in pairs
        if _is_slip(a, b) and (min(len(a), len(b)) >= _LONG or beside[a] & beside[b])
    ]


def _list_names(material: Material) -> tuple[dict[str, Places], dict[str, set[str]]]:
    """Capitalised words that no report writes small, with the capitals beside each."""
    small = {word for report in material.reports for word in _SMALL.findall(report.text)}
    places: dict[str, Places] = defaultdict(dict)
    beside: dict[str, set[str]] = defaultdict(set)
    middle: set[str] = set()
    for report in material.reports:
        blocks = [part.span for part in report.parts if part.kind in _READ]
        for block in blocks or [Span(0, len(report.text))]:
            before: re.Match[str] | None = None
            for match in _NAME.finditer(report.text, block.start, block.end):
                name = fold_case(match.group())
                if name in small or match.group().isupper():
                    before = None
                    continue
                places[name].setdefault(report.id, (Span(*match.span()),))
                if before and report.text[before.end() : match.start()] in (" ", "\u00a0"):
                    beside[name].add(fold_case(before.group()))
                    beside[fold_case(before.group())].add(name)
                if not _OPENS.search(report.text, max(0, match.start() - 4), match.start()):
                    middle.add(name)
                before = match
    return {name: places[name] for name in places if name in middle}, beside


def _is_slip(a: str, b: str) -> bool:
    """Whether two words are one name in two spellings: no plural, no people's name, no dialect.

    Of two that are both met in running English neither is a slip for the other.
    """
    short, long = sorted((a, b), key=len)
    if max(rarity_of(a), rarity_of(b)) < RAREST:
        return False
    if long.startswith(short) or _fold_dialect(a) == _fold_dialect(b):
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) <= 2
    return len(long) - len(short) == 1


def _fold_dialect(word: str) -> str:
    if word in _DIALECT["words"]:
        return str(_DIALECT["words"][word])
    return _STEM.sub(lambda match: str(_DIALECT["stems"][match.group()]), word)


def _pair_figures(material: Material) -> list[_Pair]:
    """Figures of one measure that cannot both hold, of two significant digits or more."""
    pairs: dict[tuple[str, str, str], _Pair] = {}
    for measure in material.comparison.measures:
        places: dict[float, Places] = defaultdict(dict)
        words: dict[float, str] = {}
        clash: set[tuple[float, float]] = set()
        for figure_id in measure.figures:
            figure = material.figures.get(figure_id)
            if figure and figure.low is not None and figure.low == figure.high:
                places[figure.low].setdefault(figure.report, (figure.span,))
                number = figure.number.of(material.by_id[figure.report].text)
                words.setdefault(figure.low, number)
        for relation in measure.relations:
            a, b = material.figures.get(relation.a), material.figures.get(relation.b)
            if relation.relation is Relation.CONFLICT and a and b and a.low and b.low:
                clash.add((min(a.low, b.low), max(a.low, b.low)))
        for a_low, b_low in sorted(clash):
            if a_low in places and b_low in places and _is_precise(a_low) and _is_precise(b_low):
                first, second = (words[a_low], places[a_low]), (words[b_low], places[b_low])
                pairs[measure.id, words[a_low], words[b_low]] = ("shared-number", first, second)
    return [pairs[key] for key in sorted(pairs)]


def _is_precise(value: float) -> bool:
    digits = f"{value:.6f}".rstrip("0").rstrip(".").replace(".", "").strip("0")
    return len(digits) >= _DIGITS
