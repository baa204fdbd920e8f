"""How well the wordings of one utterance were brought together, and their edits named."""

from collections import Counter, defaultdict

import msgspec

from whence.score.rates import Rate
from whence.score.shapes import Gold, Member, Output, QuoteGroup

#: From the gravest edit to none; a member's primary label is the gravest it has.
GRAVITY = (
    "meaning_changed",
    "reattributed",
    "quote_promoted",
    "paraphrase",
    "reworded",
    "tense",
    "censored",
    "inserted",
    "spliced",
    "trimmed",
    "identical",
)
#: Labels that say nothing about the wording itself, and what they count as.
FOLDED = {
    "spelling": "identical",
    "merged": "identical",
    "split": "identical",
    "misquoted_source": "identical",
    "base": "identical",
    "omitted_mark": "trimmed",
}


class GroupScore(msgspec.Struct, frozen=True, kw_only=True):
    """B-cubed sums over gold members, and how many labels were right."""

    precision: Rate
    recall: Rate
    exact: Rate
    jaccard: Rate
    primary: Rate

    @property
    def b3(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of the grouping; all 1 where gold has no member."""
        precision = 1.0 if self.precision.share is None else self.precision.share
        recall = 1.0 if self.recall.share is None else self.recall.share
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0


class _Item(msgspec.Struct, frozen=True, kw_only=True):
    """A gold member with its unit, its passage and the characters it covers."""

    unit: str
    passage: str
    member: Member
    cells: frozenset[int]


def primary_label(labels: frozenset[str]) -> str:
    """The gravest of the labels after folding those that leave the wording alone."""
    folded = {FOLDED.get(label, label) for label in labels}
    return next((label for label in GRAVITY if label in folded), "identical")


def score_groups(gold: Gold, output: Output, *, types: tuple[str, ...]) -> GroupScore:
    """Grouping and labels for one story, over the gold groups of the given types."""
    items = [
        _Item(unit=group.id, passage=group.passage, member=member, cells=member.cells())
        for group in gold.quote_groups
        if group.type in types
        for member in group.members
    ]
    places = _choose_groups(items, output)
    by_place: dict[int | tuple[str, int], list[int]] = defaultdict(list)
    by_unit: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        by_place[places[number]].append(number)
        by_unit[item.unit].append(number)
    precision = recall = 0.0
    for number, item in enumerate(items):
        same_place, same_unit = by_place[places[number]], by_unit[item.unit]
        shared = sum(items[other].passage == item.passage for other in same_place)
        precision += shared / len(same_place)
        recall += sum(places[other] == places[number] for other in same_unit) / len(same_unit)
    exact, jaccard, primary = _score_labels(items, places, output.quote_groups)
    return GroupScore(
        precision=Rate(right=precision, total=len(items)),
        recall=Rate(right=recall, total=len(items)),
        exact=exact,
        jaccard=jaccard,
        primary=primary,
    )


def _choose_groups(items: list[_Item], output: Output) -> list[int | tuple[str, int]]:
    """The system group of each gold member; a member that no group covers stands alone.

    Of several groups that cover half of it, one that covers nearly all is preferred, then the
    one that covers most members of the unit, then the larger cover.
    """
    covered: list[dict[str, set[int]]] = []
    for group in output.quote_groups:
        cells: dict[str, set[int]] = defaultdict(set)
        for member in group.members:
            cells[member.report] |= member.cells()
        covered.append(cells)
    options: list[list[tuple[float, int]]] = []
    for item in items:
        shares = (
            (len(item.cells & cells.get(item.member.report, set())) / max(1, len(item.cells)), k)
            for k, cells in enumerate(covered)
        )
        options.append([(share, k) for share, k in shares if share >= 0.5])
    votes = Counter((items[i].unit, k) for i, found in enumerate(options) for _, k in found)
    places: list[int | tuple[str, int]] = []
    for number, found in enumerate(options):
        if not found:
            places.append(("none", number))
            continue
        unit = items[number].unit
        best = max(found, key=lambda option: (option[0] >= 0.95, votes[unit, option[1]], option[0]))
        places.append(best[1])
    return places


def _score_labels(
    items: list[_Item], places: list[int | tuple[str, int]], groups: tuple[QuoteGroup, ...]
) -> tuple[Rate, Rate, Rate]:
    """Exact set, Jaccard and primary label, over members other than the base that were grouped."""
    total = 0
    exact = jaccard = primary = 0.0
    for item, place in zip(items, places, strict=True):
        wanted_labels = item.member.variation or ()
        if "base" in wanted_labels or isinstance(place, tuple):
            continue
        total += 1
        best = _closest(item, groups[place].members)
        if best is None or best.variation is None:
            continue
        wanted = frozenset(wanted_labels)
        given = frozenset(best.variation) - {"base"}
        exact += wanted == given
        jaccard += len(wanted & given) / len(wanted | given) if wanted | given else 1
        primary += primary_label(wanted) == primary_label(given)
    return (
        Rate(right=exact, total=total),
        Rate(right=jaccard, total=total),
        Rate(right=primary, total=total),
    )


def _closest(item: _Item, members: tuple[Member, ...]) -> Member | None:
    """The labelled system member that overlaps a gold member most."""
    best: Member | None = None
    best_overlap = 0.0
    for member in members:
        if member.report != item.member.report or member.variation is None:
            continue
        cells = member.cells()
        overlap = len(cells & item.cells) / len(cells | item.cells) if cells & item.cells else 0.0
        if overlap > best_overlap:
            best, best_overlap = member, overlap
    return best
