"""Which statements bear out which: other people who say the same, in other words."""

from collections import Counter, defaultdict

from whence.derive.material import Material
from whence.derive.origins.agreeing import Judge
from whence.derive.origins.sayings import Run, Saying, list_sayings
from whence.derive.origins.shared_words import FEWEST
from whence.model import OppositionKind, Value

_Key = str | Run
_LEAST_SHARED = 3
_COMMON = 40
"""A word in more statements than this finds no candidates."""
_RARE = 12
"""A word in no more statements than this finds candidates alone, where meanings are known."""


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
    sayings = list_sayings(material)
    judge = Judge(material, sayings)
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


def _list_opposed(material: Material) -> set[frozenset[str]]:
    return {
        frozenset((o.a, o.b))
        for o in material.comparison.oppositions
        if o.kind in (OppositionKind.DENIES, OppositionKind.CONTRADICTS)
    }


def _keys_of(saying: Saying) -> set[_Key]:
    return {*saying.touched, *saying.runs}


def _list_candidates(
    mine: list[Saying], where: dict[_Key, set[str]], statement: str, *, fewest: int
) -> list[str]:
    """Other statements that share telling words or runs, in order.

    One word is enough where fewest says so, if few statements have it.
    """
    least = min(FEWEST, max(len(saying.order) for saying in mine))
    counts: Counter[str] = Counter()
    for key in {key for saying in mine for key in _keys_of(saying)}:
        if len(where[key]) <= _COMMON:
            worth = least if fewest == 1 and len(where[key]) <= _RARE else 1
            counts.update(
                dict.fromkeys((other for other in where[key] if other != statement), worth)
            )
    return sorted(other for other, count in counts.items() if count >= least)


def _supports_by(mine: list[Saying], theirs: list[Saying], judge: Judge) -> list[Support]:
    """One support for each attribution of the other statement that says what mine says.

    It must bear out half of the members at least: a fuller member says more than the statement,
    and who bears out the rest of it bears out another claim.
    """
    members = _by_attribution(mine)
    told = [
        sayings
        for sayings in members.values()
        if sum(len(saying.order) for saying in sayings) >= _LEAST_SHARED
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
                    shared=tuple(a.forms[key] for key in judge.compare(a, b).keys),
                    nearness=judge.nearness(a, b),
                )
            )
    return found


def _by_attribution(sayings: list[Saying]) -> dict[str, list[Saying]]:
    found: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        found[saying.attribution].append(saying)
    return found
