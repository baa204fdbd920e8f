"""Which names of outlets, over all reports, mean one outlet, and which reports are its own."""

import re
from collections import Counter, defaultdict

from whence.lexicon.outlets import (
    bare_name,
    fold_outlet,
    is_agency,
    is_known_outlet,
    is_short_for,
    without_article,
)
from whence.model import CreditKind, Extraction, NodeKind, Report, TargetKind, Value, content_id

_ADDRESS = re.compile(r"\.[a-z]{2,4}$")
_NAMED = (TargetKind.OUTLET, TargetKind.AGENCY)


class Outlets(Value, frozen=True, kw_only=True):
    """The outlets of a story: those that publish its reports and those that are credited."""

    names: dict[str, str]
    """Key → the fullest usual name."""
    aliases: dict[str, str]
    """Key of a short form → key of the outlet it stands for."""
    own_reports: dict[str, tuple[str, ...]]
    """Key → ids of its reports in the set, by date, then id."""
    agencies: frozenset[str]
    """Keys of agencies."""

    def key_of(self, name: str) -> str:
        """The key of the outlet that a name means."""
        key = fold_outlet(name)
        return self.aliases.get(key, key)

    def is_outlet(self, name: str) -> bool:
        """Whether the name is an outlet's: one that is credited, that publishes, or is known."""
        key = self.key_of(name)
        return key in self.names or is_known_outlet(name)

    def node_id(self, key: str) -> str:
        """The id of the node of an outlet without a report in the set."""
        return content_id("outlet", key)

    def node_kind(self, key: str) -> NodeKind:
        """Agency or outlet."""
        return NodeKind.AGENCY if key in self.agencies else NodeKind.OUTLET


def gather_outlets(reports: tuple[Report, ...], extractions: tuple[Extraction, ...]) -> Outlets:
    """The outlets of a story, short forms joined to the one full name that they can stand for.

    A short form that could stand for two of the story's outlets stays by itself.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    agencies: set[str] = set()
    for report in reports:
        if report.outlet:
            counts[fold_outlet(report.outlet)][report.outlet] += 2
    for extraction in extractions:
        for credit in extraction.credits:
            if credit.target_kind in _NAMED and credit.kind is not CreditKind.PHOTO:
                key = fold_outlet(credit.target)
                counts[key][without_article(credit.target)] += 1
                if credit.target_kind is TargetKind.AGENCY or is_agency(credit.target):
                    agencies.add(key)
    publishing = {fold_outlet(report.outlet) for report in reports if report.outlet}
    aliases = _join_short_forms(counts, publishing)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for key, surfaces in counts.items():
        names[aliases.get(key, key)].update(surfaces)
    own: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.outlet:
            key = fold_outlet(report.outlet)
            own[aliases.get(key, key)].append(report)
    return Outlets(
        names={key: _pick_name(surfaces) for key, surfaces in sorted(names.items())},
        aliases=aliases,
        own_reports={
            key: tuple(r.id for r in sorted(own[key], key=_by_date)) for key in sorted(own)
        },
        agencies=frozenset(aliases.get(key, key) for key in agencies),
    )


def _by_date(report: Report) -> tuple[str, str]:
    return (report.published.value if report.published else "9999", report.id)


def _join_short_forms(counts: dict[str, Counter[str]], publishing: set[str]) -> dict[str, str]:
    """Key of each short form → key of what it stands for; outlets with reports stay themselves."""
    aliases: dict[str, str] = {}
    fullest = {key: max(sorted(surfaces), key=len) for key, surfaces in counts.items()}
    spaced = {key.replace(" ", ""): key for key in sorted(counts) if " " in key}
    for key in sorted(counts):
        if key in publishing:
            continue
        if " " not in key and key in spaced:
            aliases[key] = spaced[key]
            continue
        if is_known_outlet(key) and any(" " in bare_name(s) for s in counts[key]):
            continue
        full = [
            other
            for other in sorted(counts)
            if other != key and any(is_short_for(s, fullest[other]) for s in sorted(counts[key]))
        ]
        stem = [c for c in full if all(c == o or is_short_for(c, fullest[o]) for o in full)]
        if len(stem) == 1 and stem[0] not in aliases:
            aliases[key] = stem[0]
    return aliases


def _pick_name(surfaces: Counter[str]) -> str:
    """The commonest name that is no address and no acronym; the longest of several."""
    return max(
        sorted(surfaces),
        key=lambda name: (
            not _ADDRESS.search(name),
            not (name.isupper() and len(name) <= 5),
            surfaces[name],
            len(name),
        ),
    )
