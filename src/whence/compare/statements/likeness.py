"""Whether two contents say one thing: shared words alone never decide."""

from whence.compare.speakers import Relation
from whence.compare.statements.profiles import Profile, Rarity
from whence.model import Value

ALL_SAID = 0.95
"""Share of both contents that must be common where few words are."""
LEAST_SAID = 0.9
"""What these words must weigh together: as much as one that a single content of the story has."""


class Likeness(Value, frozen=True, kw_only=True):
    """How much two contents share, by what the shared words tell."""

    weight: float
    shared: tuple[str, ...]
    """Stems."""
    words: tuple[str, ...]
    """The words that they stand for, both where they differ: "ferry/boat"."""
    share_of_lighter: float
    share_of_heavier: float
    pairs: int
    """Shared stems that stand next to each other in both."""
    plain: int
    """Shared stems that are no names."""
    nearness: float = 0.0
    """How near they come in what they mean, where that is known: a cosine."""
    numbers: tuple[str, ...] = ()
    """Numbers that both have."""


def likeness(a: Profile, b: Profile, rarity: Rarity, *, nearness: float = 0.0) -> Likeness:
    """What two contents share."""
    shared = a.stems & b.stems
    weight = rarity.total(shared)
    totals = sorted((rarity.total(a.stems), rarity.total(b.stems)))
    return Likeness(
        weight=weight,
        shared=tuple(sorted(shared)),
        words=tuple(
            _show(a.forms.get(stem, stem), b.forms.get(stem, stem)) for stem in sorted(shared)
        ),
        share_of_lighter=weight / totals[0] if totals[0] else 0.0,
        share_of_heavier=weight / totals[1] if totals[1] else 0.0,
        pairs=len(a.pairs & b.pairs),
        plain=len(shared - a.names - b.names),
        nearness=nearness,
        numbers=tuple(sorted(a.numbers & b.numbers)),
    )


def _show(a: str, b: str) -> str:
    """A common word as a reader finds it in both."""
    longer, shorter = sorted((a, b), key=lambda word: (-len(word), word))
    return shorter if longer.startswith(shorter) else f"{a}/{b}"


def tell_likeness(found: Likeness) -> str:
    """In words what speaks for two contents saying one thing."""
    words = [word for word in found.words if word not in found.numbers]
    reasons = []
    if found.nearness:
        reasons.append(f"alike in meaning ({found.nearness:.2f})")
    if found.numbers:
        one = len(found.numbers) == 1
        reasons.append(f"same number{'' if one else 's'} {', '.join(found.numbers)}")
    if words:
        reasons.append(f"shared: {', '.join(words[:8])}")
    return "; ".join(reasons)


def counts_differ(a: Profile, b: Profile) -> bool:
    """Whether both count one thing and give it different numbers."""
    ours: dict[str, set[str]] = {}
    for number, what in sorted(a.counts):
        ours.setdefault(what, set()).add(number)
    theirs: dict[str, set[str]] = {}
    for number, what in sorted(b.counts):
        theirs.setdefault(what, set()).add(number)
    return any(what in theirs and not ours[what] & theirs[what] for what in ours)


def numbers_differ(a: Profile, b: Profile) -> bool:
    """Whether both give numbers, of whatever, and none is the same."""
    return bool(a.numbers and b.numbers) and not a.numbers & b.numbers


def says_the_same(found: Likeness, relation: Relation) -> bool:
    """Whether contents that share so much say one thing, given who speaks.

    One speaker's contents need less in common than those of an undecided pair; two different
    speakers say one thing only in nearly the same words.
    """
    count, light, heavy = len(found.shared), found.share_of_lighter, found.share_of_heavier
    if found.plain < 2:
        return False
    if relation is Relation.SAME:
        return (
            (count >= 2 and found.weight >= 0.9 and light >= 0.5 and heavy >= 0.2)
            or (count >= 3 and found.weight >= 1.2 and light >= 0.34 and heavy >= 0.28)
            or (count >= 5 and found.weight >= 1.5 and light >= 0.34 and heavy >= 0.18)
        )
    if relation is Relation.LIKELY:
        return (count >= 3 and found.weight >= 1.2 and light >= 0.45 and heavy >= 0.28) or (
            count >= 2 and found.weight >= 1.0 and light >= 0.6 and heavy >= 0.35
        )
    if relation is Relation.OPEN:
        return count >= 3 and found.weight >= 1.2 and light >= 0.6 and heavy >= 0.35
    return count >= 4 and found.weight >= 1.5 and light >= 0.8 and heavy >= 0.55


def repeats(found: Likeness) -> bool:
    """Whether one report says one thing twice: what it tells apart are two things as a rule."""
    return found.plain >= 2 and found.share_of_lighter >= 0.6 and found.share_of_heavier >= 0.35


def says_the_opposite(found: Likeness, *, is_denial: bool) -> bool:
    """Whether contents of opposite polarity share so much that one denies the other.

    Less is asked where a cue denies ("denied that"): a negation alone may stand on another matter.
    Two words will do where they are all that is said: a ransom was paid, no ransom was paid.
    """
    if found.plain >= 2 and found.share_of_heavier >= ALL_SAID and found.weight >= LEAST_SAID:
        return True
    if len(found.shared) < 3 or found.plain < 2 or found.weight < 1.2:
        return False
    light, heavy = found.share_of_lighter, found.share_of_heavier
    if is_denial:
        return light >= 0.6 and heavy >= 0.35
    return (light >= 0.7 and heavy >= 0.55) or (light >= 0.9 and heavy >= 0.45)
