"""Statements that cannot both stand, set against each other."""

from collections.abc import Iterable, Mapping, Sequence

from whence.compare.statements.contents import Pair
from whence.compare.statements.grouping import is_flip, is_flipped
from whence.model import (
    Alignment,
    Attribution,
    Extraction,
    Judgement,
    Modality,
    Opposition,
    OppositionKind,
    Statement,
)


def find_oppositions(
    statements: Sequence[Statement],
    alignments: Sequence[Alignment],
    opposed: Sequence[Pair],
    extractions: Sequence[Extraction],
) -> tuple[Opposition, ...]:
    """Pairs of statements of which one denies or contradicts the other, each pair once.

    They share their matter and differ in polarity: one has a negation, or its cue denies. A
    quotation whose meaning an edit turned stands against the wording it was made from.
    """
    owners = {member.attribution: s.id for s in statements for member in s.members}
    attributions = {a.id: a for e in extractions for a in e.attributions}
    found: dict[tuple[str, str], Opposition] = {}
    for opposition in (
        *_turned(alignments, owners),
        *_opposed(opposed, owners, attributions),
    ):
        key = (opposition.a, opposition.b)
        if opposition.a != opposition.b:
            found.setdefault(key, opposition)
    return tuple(found[key] for key in sorted(found))


def _turned(alignments: Sequence[Alignment], owners: Mapping[str, str]) -> Iterable[Opposition]:
    for alignment in alignments:
        base = owners.get(alignment.base.attribution)
        for wording in alignment.variants:
            other = owners.get(wording.attribution)
            if base is None or other is None or not is_flipped(wording):
                continue
            reason = next(edit.reason for edit in wording.edits if is_flip(edit))
            yield _opposition(
                base,
                other,
                OppositionKind.CONTRADICTS,
                Judgement.YES,
                f"one quotation in two wordings of opposite sense: {reason}",
            )


def _opposed(
    pairs: Sequence[Pair], owners: Mapping[str, str], attributions: Mapping[str, Attribution]
) -> Iterable[Opposition]:
    for pair in pairs:
        ids = pair.a.unit.attribution, pair.b.unit.attribution
        a, b = owners.get(ids[0]), owners.get(ids[1])
        if a is None or b is None or any(key not in attributions for key in ids):
            continue
        one, other = (attributions[key] for key in ids)
        if one.report == other.report and any(
            x.overlaps(y) for x in one.content for y in other.content
        ):
            continue
        denies = Modality.DENIED in (one.modality, other.modality)
        words = ", ".join(pair.found.words[:8])
        yield _opposition(
            a,
            b,
            OppositionKind.DENIES if denies else OppositionKind.CONTRADICTS,
            Judgement.YES if pair.found.share_of_heavier >= 0.7 else Judgement.UNSURE,
            f"same matter ({words}), {'one denies it' if denies else 'one has a negation'}",
        )


def _opposition(
    a: str, b: str, kind: OppositionKind, judgement: Judgement, reason: str
) -> Opposition:
    first, second = sorted((a, b))
    return Opposition(a=first, b=second, kind=kind, judgement=judgement, reason=reason)
