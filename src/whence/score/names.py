"""When two names mean the same speaker, outlet or document for the scorer."""

import re
from collections import Counter

from whence.score.shapes import Gold, GoldSpeaker


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PRONOUNS = _words("he she they it we i you one him her them who his its their this these that")
HONORIFICS = _words(
    "mr mrs ms miss dr prof sir sen senator rep representative gov governor president minister "
    "mayor captain capt chief judge lord lady"
)
ARTICLES = frozenset(("the", "a", "an"))
_WORD = re.compile(r"[^\W_]+")
_GENITIVE = re.compile(r"'s\b")


def fold_name(name: str | None) -> str:
    """The name in lower case without article, leading titles, genitive and punctuation."""
    if not name:
        return ""
    lowered = name.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    lowered = lowered.replace("\N{LEFT SINGLE QUOTATION MARK}", "'")
    words = _WORD.findall(_GENITIVE.sub("", lowered))
    while words and (words[0] in ARTICLES or (words[0] in HONORIFICS and len(words) > 1)):
        words = words[1:]
    return " ".join(words)


def _is_named_person(speaker: GoldSpeaker) -> bool:
    return speaker.type == "person" and speaker.named


class SpeakerNames:
    """The names under which each gold speaker counts as found."""

    def __init__(self, gold: Gold) -> None:
        self._speakers = gold.speakers
        surnames = Counter(
            fold_name(speaker.name).split()[-1]
            for speaker in gold.speakers.values()
            if _is_named_person(speaker) and fold_name(speaker.name)
        )
        self._accepted: dict[str, frozenset[str]] = {}
        for key, speaker in gold.speakers.items():
            names = {fold_name(name) for name in (speaker.name, *speaker.aliases)}
            names = {name for name in names if name and name not in PRONOUNS}
            words = fold_name(speaker.name).split()
            if _is_named_person(speaker) and words and surnames[words[-1]] == 1:
                names.add(words[-1])
            self._accepted[key] = frozenset(names)

    def matches(self, given: str | None, key: str, source_text: str | None = None) -> bool:
        """Whether a given name means this gold speaker.

        A named person needs an accepted name, or the surname with first name or initial;
        anybody else also counts when half of the words are shared.
        """
        name = fold_name(given)
        if not name or name in PRONOUNS:
            return False
        accepted = set(self._accepted[key])
        if source_text and fold_name(source_text) not in PRONOUNS:
            accepted.add(fold_name(source_text))
        if name in accepted:
            return True
        speaker = self._speakers[key]
        if _is_named_person(speaker):
            return _same_person(name.split(), fold_name(speaker.name).split())
        mine = set(name.split())
        return any(_overlap(mine, set(other.split())) >= 0.5 for other in accepted)


def _same_person(given: list[str], wanted: list[str]) -> bool:
    if len(given) < 2 or len(wanted) < 2 or given[-1] != wanted[-1]:
        return False
    return given[0] == wanted[0] or (len(given[0]) == 1 and given[0] == wanted[0][0])


def _overlap(left: set[str], right: set[str]) -> float:
    return len(left & right) / len(left | right) if right else 0.0


class TargetNames:
    """Folds the names of carriers, outlets and documents; outlets in the set become report ids."""

    def __init__(self, gold: Gold) -> None:
        self._same: dict[str, str] = {}
        for name, others in gold.carrier_aliases.items():
            for alias in (name, *others):
                self._same[fold_name(alias)] = fold_name(name)
        for speaker in gold.speakers.values():
            for alias in (speaker.name, *speaker.aliases):
                if fold_name(alias) not in PRONOUNS:
                    self._same.setdefault(fold_name(alias), fold_name(speaker.name))
        self._reports = {
            self.fold(report.outlet): report.id for report in gold.reports if report.outlet
        }
        self._ids = frozenset(report.id for report in gold.reports)

    def fold(self, name: str) -> str:
        """The one name that stands for all aliases of a carrier."""
        folded = fold_name(name)
        return self._same.get(folded, folded)

    def node(self, name: str) -> str:
        """The report id of an outlet in the set, else the folded name."""
        if name in self._ids:
            return name
        folded = self.fold(name)
        return self._reports.get(folded, folded)
