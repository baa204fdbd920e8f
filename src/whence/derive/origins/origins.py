"""Hearings of one statement, put together until each group is one origin."""

from collections import defaultdict
from itertools import combinations

from whence.derive.groups import Groups
from whence.derive.material import Material
from whence.derive.origins.by_voice import split_by_voice
from whence.derive.origins.silences import find_silent_ties
from whence.derive.origins.ties import OneVoice, find_ties
from whence.derive.origins.types import Copies, Hearing, OriginGroup, rank_of


def group_hearings(
    material: Material,
    hearings: tuple[Hearing, ...],
    same_words: dict[str, set[str]],
    copies: Copies,
) -> list[OriginGroup]:
    """The origins of one statement, the best known first.

    Voices first: whoever cannot be told from another voice is held to be it. Then, of one voice,
    what the ties join is one origin. Where nothing says how a report has the words, it is counted
    with the others and raises only the upper bound.
    """
    groups: list[OriginGroup] = []
    for voice, members in split_by_voice(material, hearings, same_words):
        one = OneVoice(
            material=material, hearings=tuple(members), same_words=same_words, copies=copies
        )
        groups += _group_one_voice(one, voice)
    return sorted(groups, key=lambda g: (-len({h.report for h in g.hearings}), g.keys))


def _group_one_voice(one: OneVoice, voice: str | None) -> list[OriginGroup]:
    origins = Groups((hearing.key for hearing in one.hearings), rank=rank_of)
    joined = [tie for tie in find_ties(one) if origins.join(tie.a, tie.b)]
    for tie in tuple(find_silent_ties(one, origins)):
        origins.join(tie.a, tie.b)
    members: dict[str, list[Hearing]] = defaultdict(list)
    for hearing in sorted(one.hearings, key=lambda h: (h.report, h.attribution)):
        members[origins.find(hearing.key)].append(hearing)
    reasons: dict[str, list[str]] = defaultdict(list)
    for tie in joined:
        reasons[origins.find(tie.a)].append(tie.reason)
    return [
        OriginGroup(
            keys=tuple(sorted({_story_key(h, voice) for h in group})),
            voice=voice,
            hearings=tuple(group),
            root=min(group, key=_rank),
            merged=tuple(dict.fromkeys(filter(None, reasons[key]))),
            loose=_count_apart(one, group) - 1,
        )
        for key, group in sorted(members.items())
    ]


def _rank(hearing: Hearing) -> tuple[bool | str, ...]:
    """The order of hearings by how much they say of where the words were heard."""
    return (
        not hearing.is_known,
        not hearing.is_public,
        not hearing.is_own,
        not hearing.is_heard,
        hearing.inherited,
        hearing.report,
        hearing.attribution,
    )


def _story_key(hearing: Hearing, voice: str | None) -> str:
    """A hearing's name over the whole story; an unknown one of a voice is the same everywhere."""
    what = hearing.key if hearing.is_known else "unknown"
    return f"{what}|{voice or hearing.report}"


def _count_apart(one: OneVoice, members: list[Hearing]) -> int:
    """How many hearings an origin can have been at most.

    Two are one for sure if they have one key or stand in one report, if their reports share a text,
    or if both reports say nothing of it and give the same quoted words.
    """
    apart = Groups(hearing.key for hearing in members)
    for a, b in combinations(members, 2):
        silent = not a.is_known and not b.is_known
        same = silent and b.attribution in one.same_words.get(a.attribution, set())
        if same or one.copies.share(a.report, b.report):
            apart.join(a.key, b.key)
    return len(apart.members())
