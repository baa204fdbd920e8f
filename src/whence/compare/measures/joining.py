"""Which figures count the same thing: by what is counted and around it, never by value alone."""

from collections import defaultdict
from typing import NamedTuple

from whence.compare.measures.profiles import EVENTS, TOLLS, Profile
from whence.compare.measures.within import can_both_hold, days_between
from whence.model import Evidence, Hedge, Judgement, Place

# Least score to join, and the score from which a join is sure. Chosen on the gold stories, November
# 2026: with 2.5 "police officers" join "people", with 3.5 figures without a noun stay alone.
JOIN = 3.0
SURE = 4.0
_LOOKED_AT = 8
_FEWEST_KNOWN = 3


class Link(NamedTuple):
    """How well two figures match, with the reasons in words."""

    score: float
    reason: str


class Group(NamedTuple):
    """Figures of one measure, in order, with why the last ones joined."""

    members: list[Profile]
    evidence: list[Evidence]
    weakest: float

    @property
    def judgement(self) -> Judgement:
        """Yes where every join was sure."""
        return Judgement.YES if self.weakest >= SURE else Judgement.UNSURE


def group_profiles(profiles: list[Profile]) -> list[Group]:
    """The figures in groups of one measure; groups of one are left out.

    Each figure is held against the first members of the groups that share its dimension and a word
    with it, so that time grows with figures, not with pairs.
    """
    groups: list[_Group] = []
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    loose: list[Profile] = []
    for profile in profiles:
        if profile.dimension == "score":
            continue
        keys = [(profile.dimension, key) for key in sorted(_keys(profile))]
        best: tuple[float, int, Link, Profile] | None = None
        seen = sorted({n for key in keys for n in index[key][:64]})
        for n in seen:
            found = groups[n].best_link(profile)
            if found and (best is None or found[0].score > best[0]):
                best = (found[0].score, n, found[0], found[1])
        if best is not None and best[0] >= _needed(best[3], profile):
            n = best[1]
            groups[n].add(profile, best[2], best[3])
        elif _is_bare(profile):
            loose.append(profile)
            continue
        else:
            n = len(groups)
            groups.append(_Group(profile))
        for key in keys:
            if n not in index[key]:
                index[key].append(n)
    _attach_loose(groups, loose)
    return [Group(g.members, g.evidence, g.weakest) for g in groups if len(g.members) > 1]


def _needed(a: Profile, b: Profile) -> float:
    """The least score to join: more where the values differ, for they may count two things.

    That one lies in the vague bounds of the other says little: "dozens" holds any 40.
    """
    if a.dimension in _PHYSICAL:
        return JOIN
    if a.figure.kind is not b.figure.kind and (a.low, a.high) != (b.low, b.high):
        return JOIN + 2.0  # "half of the voters" and "86 percent of the voters" are of two sorts
    is_vague = Hedge.VAGUE in (a.figure.hedge, b.figure.hedge) and a.figure.hedge != b.figure.hedge
    if _overlap(a, b) and not is_vague:
        return JOIN
    return JOIN + 1.0 if a.dimension in ("count", "percent") else JOIN + 1.5


def _overlap(a: Profile, b: Profile) -> bool:
    low = max(
        a.low if a.low is not None else float("-inf"), b.low if b.low is not None else float("-inf")
    )
    high = min(
        a.high if a.high is not None else float("inf"),
        b.high if b.high is not None else float("inf"),
    )
    return low <= high


def _keys(profile: Profile) -> set[str]:
    keys = {f"value {profile.low} {profile.high}"}
    if profile.head:
        keys.add(profile.head)
    if profile.event:
        keys.add(f"event {profile.event}")
    if profile.name:
        keys.add(f"name {profile.name}")
    return keys | profile.nouns | profile.words


def _is_bare(profile: Profile) -> bool:
    """A measure whose thing the sentence leaves out: ``Its figure is 300 to 400 m³``."""
    return profile.head is None and profile.dimension in _PHYSICAL


_PHYSICAL = frozenset(("area", "volume", "weight", "concentration", "power", "energy"))


class _Group:
    def __init__(self, first: Profile) -> None:
        self.members = [first]
        self.evidence: list[Evidence] = []
        self.weakest = 9.0

    def best_link(self, profile: Profile) -> tuple[Link, Profile] | None:
        if any(_are_two_things(member, profile) for member in self.members[-_LOOKED_AT:]):
            return None
        links = [(link_profiles(member, profile), member) for member in self.members[:_LOOKED_AT]]
        mean = sum(link.score for link, _ in links) / len(links)
        best = max(links, key=lambda pair: pair[0].score)
        is_age = profile.dimension == "age"
        return best if is_age or mean >= JOIN / 2 else None

    def add(self, profile: Profile, link: Link, member: Profile) -> None:
        self.members.append(profile)
        self.weakest = min(self.weakest, link.score)
        places = tuple(Place(report=p.figure.report, span=p.figure.span) for p in (member, profile))
        score = min(1.0, link.score / 6)
        self.evidence.append(
            Evidence(kind="same-count", score=round(score, 3), reason=link.reason, places=places)
        )


def _are_two_things(a: Profile, b: Profile) -> bool:
    """Whether one voice gives both in one report and they exclude each other.

    Six killed in the raid, 67 a year before: nobody contradicts himself, but counts grow, and a
    report may look back at what was said before.
    """
    if a.figure.report != b.figure.report or a.counter != b.counter or can_both_hold(a, b):
        return False
    if a.figure.is_earlier or b.figure.is_earlier or a.is_part or b.is_part:
        return False
    if a.figure.is_running_total or b.figure.is_running_total:
        return False
    return not (a.goes_on and b.goes_on and days_between(a, b))


def _attach_loose(groups: list[_Group], loose: list[Profile]) -> None:
    """A measure without its noun belongs to the only thing of its dimension in the story."""
    for profile in loose:
        of_kind = [g for g in groups if g.members[0].dimension == profile.dimension]
        same_label = [g for g in of_kind if g.members[0].label == profile.label]
        if len(same_label) == 1:
            reason = f"the only {profile.dimension} that the story tells of"
            same_label[0].add(profile, Link(JOIN, reason), same_label[0].members[0])
        else:
            groups.append(_Group(profile))


def link_profiles(a: Profile, b: Profile) -> Link:
    """How well two figures match in what they count; below ``JOIN`` they do not."""
    if a.dimension != b.dimension or a.label != b.label:
        return Link(-9.0, "different kinds of number")
    if a.sentence == b.sentence and (a.is_part or b.is_part):
        return Link(-9.0, "one is part of the other")
    if a.sentence == b.sentence and (a.low, a.high) != (b.low, b.high):
        looks_back = a.figure.is_earlier or b.figure.is_earlier
        if looks_back and (a.head == b.head or not (a.head and b.head)):
            return Link(SURE, "told as one count, before and now")
        return Link(-1.0, "told side by side in one sentence")
    if a.dimension == "age":
        return _link_ages(a, b)
    parts = [
        _heads(a, b),
        _events(a, b),
        _words(a, b),
        _values(a, b),
        _kinds(a),
        _told(a, b),
        _parts(a, b),
    ]
    score = sum(part[0] for part in parts)
    reason = "; ".join(part[1] for part in parts if part[1] and part[0] > 0)
    return Link(score, reason or "nothing shared")


def _heads(a: Profile, b: Profile) -> tuple[float, str]:
    if a.head != b.head and _are_known_few(a, b):
        return 2.0, "as many, told of before"
    if a.head is None or b.head is None:
        return 0.0, ""
    if a.head == b.head:
        bonus = min(1.0, 0.5 * len((a.nouns & b.nouns) - {a.head}))
        return 2.0 + bonus, f"both count “{a.head}”"
    is_count = a.dimension == "count"
    if _is_deed(a, b) or _is_deed(b, a):
        return 1.0, f"“{a.head}” and “{b.head}” count the same"
    if a.head in _stemmed(b) or b.head in _stemmed(a):
        return 1.5, f"“{a.head}” and “{b.head}” name the same"
    if a.is_person and b.is_person:
        is_same = (a.low, a.high) == (b.low, b.high)
        if "person" in (a.head, b.head):
            return (0.0 if is_same else -1.0), ""
        if is_same and a.event == b.event and a.event in TOLLS:
            return 0.0, ""  # ten militants killed, ten fighters killed
    differ = a.dimension not in _PHYSICAL and not _overlap(a, b)
    return (-2.0, "") if is_count or differ else (-0.5, "")


def _are_known_few(a: Profile, b: Profile) -> bool:
    """``five detainees`` and ``the five men``: people by their number, told of before.

    Twos are too many in any story.
    """
    if a.dimension != "count" or (a.low, a.high) != (b.low, b.high) or a.low != a.high:
        return False
    if not (a.is_definite or b.is_definite) or (a.low or 0) < _FEWEST_KNOWN:
        return False
    return all(profile.is_person or profile.head is None for profile in (a, b))


def _is_deed(a: Profile, b: Profile) -> bool:
    """``4,873 deaths`` beside ``people died``: the noun of one is what befell the other."""
    return b.is_person and b.event is not None and EVENTS.get(a.head or "") == b.event


def _is_toll_noun(profile: Profile) -> bool:
    """Whether a toll stands without those it counts: "rises to nine", "the dead at 12"."""
    return profile.head is None or EVENTS.get(profile.head) == profile.event


def _stemmed(profile: Profile) -> frozenset[str]:
    return profile.nouns | frozenset(noun + "e" for noun in profile.nouns)


def _events(a: Profile, b: Profile) -> tuple[float, str]:
    if a.event is None or b.event is None:
        return 0.0, ""
    if a.event == b.event:
        if a.event in TOLLS and (_is_toll_noun(a) or _is_toll_noun(b)):
            # "the toll rises to nine", "the dead at 12": whose toll goes without saying.
            return 4.0, f"tolls of one story ({a.event})"
        return 2.0, f"the same befalls them ({a.event})"
    return (-2.0, "") if a.dimension == "count" else (-0.5, "")


def _words(a: Profile, b: Profile) -> tuple[float, str]:
    shared = sorted(a.words & b.words)
    if not shared:
        return 0.0, ""
    each = 0.6 if a.dimension == "count" else 1.0
    return min(3.0, each * len(shared)), "shared words: " + ", ".join(shared[:5])


def _values(a: Profile, b: Profile) -> tuple[float, str]:
    if (a.low, a.high) != (b.low, b.high):
        return (-2.0 if _are_far_apart(a, b) else 0.0), ""
    value = a.low if a.low is not None else a.high
    digits = len(f"{value:g}".strip("0").replace(".", "").rstrip("0")) if value else 1
    return (2.0 if digits >= 2 and a.dimension.startswith("money") else 1.0), "the same value"


def _are_far_apart(a: Profile, b: Profile) -> bool:
    """Counts of which one is thirty times the other seldom are of one thing."""
    one = a.low if a.low is not None else a.high
    two = b.low if b.low is not None else b.high
    if not one or not two:
        return False
    return max(one, two) > 30 * min(one, two) > 0


def _told(a: Profile, b: Profile) -> tuple[float, str]:
    """Two countings ("police counted", "organisers put … at"), or two totals so far."""
    if a.figure.counter and b.figure.counter and a.head and a.head == b.head:
        return 2.0, "both tell of a counting"
    if a.figure.is_running_total and b.figure.is_running_total and len(a.words & b.words) > 1:
        return 1.5, "both tell of a total so far"
    return 0.0, ""


def _parts(a: Profile, b: Profile) -> tuple[float, str]:
    """``two of the officers`` is another count than that of the officers."""
    return (-2.0 if a.is_part != b.is_part and not _overlap(a, b) else 0.0), ""


def _kinds(a: Profile) -> tuple[float, str]:
    return (1.0, f"both a {a.dimension}") if a.dimension in _PHYSICAL else (0.0, "")


def _link_ages(a: Profile, b: Profile) -> Link:
    """Ages are of one person: by name, or by the same years where one is not named."""
    if a.name and b.name:
        return Link(5.0, f"age of {a.name}") if a.name == b.name else Link(-9.0, "different names")
    if (a.low, a.high) == (b.low, b.high) and a.low is not None:
        shared = len(a.words & b.words)
        return Link(3.0 + 0.3 * shared, "the same age, told of one person")
    return Link(-1.0, "different ages, no name")
