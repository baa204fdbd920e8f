"""Offices without a name in one report and those who hold them, by name, in another."""

from typing import Final

from whence.lexicon.people import UNIQUE_OFFICES
from whence.model import Evidence, Place
from whence.resolve.across import Group, Rival, absorb
from whence.resolve.chains import first_name
from whence.resolve.describing import modifiers_clash
from whence.resolve.naming import clash

_TIED: Final = frozenset(
    "former ex ex- acting deputy interim outgoing then designate elect shadow late previous "
    "assistant vice".split()
)
"""Words that make another office of an office."""
_SMALL: Final = frozenset("the a an of for and in 's ’s".split())
_SAME: Final = 0.8
_MAYBE: Final = 0.5


def join_officeholders(named: list[Group], unnamed: list[Group]) -> tuple[list[Group], list[Rival]]:
    """The nameless groups that are left, and the pairs of office and holder that stay open.

    "The interior minister" is "Interior Minister Ana Dorne" of another report, since the story
    names one interior minister and says so in those words. A bare "the mayor", or "the mayor of
    Lorn" where no report says that of her, may be the one mayor whom the story names: it stays a
    possibility. Only offices that one person holds at a time are looked at, never unnamed sources.
    A report may name the holder as well, as long as it does not say there that she is it.
    """
    holders: dict[str, list[Group]] = {}
    for group in named:
        for role in sorted(UNIQUE_OFFICES & group.roles.keys()):
            holders.setdefault(role, []).append(group)
    kept: list[Group] = []
    found: list[Rival] = []
    for group in unnamed:
        joined = False
        for role in sorted(UNIQUE_OFFICES & group.roles.keys(), key=lambda r: (-len(r), r)):
            holder = _only_holder(group, role, holders.get(role, []))
            if holder is None or joined:
                continue
            if _says_the_same(group, holder, role):
                reason = f"the only {role} that the story names"
                absorb(holder, group, _evidence(_SAME, reason, group, holder))
                joined = True
            else:
                reason = f"both are called {role}"
                found.append(Rival(holder, group, _evidence(_MAYBE, reason, group, holder)))
        if not joined:
            kept.append(group)
    return kept, [rival for rival in found if any(rival.b is group for group in kept)]


def _only_holder(group: Group, role: str, holders: list[Group]) -> Group | None:
    """The one named person who may be meant by an office; None for none or several."""
    report, chain = group.chains[0]
    others = [
        other
        for other in holders
        if all(role not in held.roles for where, held in other.chains if where == report)
        and not clash(group.gender, other.gender)
        and not modifiers_clash(group.roles[role], other.roles[role], role)
        and not _TIED & (_words(group.roles[role]) ^ _words(other.roles[role]))
    ]
    if len(others) != 1 or not any(member.is_definite for member in chain.members):
        return None
    return others[0]


def _says_the_same(group: Group, holder: Group, role: str) -> bool:
    """Whether the holder is given the whole office, word by word, and it has two words or more."""
    mine, theirs = _words(group.roles[role]), _words(holder.roles[role])
    return len(mine) > 1 and mine <= theirs


def _words(surface: str) -> frozenset[str]:
    words = surface.lower().replace("’", "'").replace("'s", " ").replace(",", " ").split()
    return frozenset(words) - _SMALL


def _evidence(score: float, reason: str, a: Group, b: Group) -> Evidence:
    places = tuple(
        Place(report=report, span=first_name(chain).span)
        for report, chain in (b.chains[0], a.chains[0])
    )
    return Evidence(kind="across-reports", score=score, reason=reason, places=places)
