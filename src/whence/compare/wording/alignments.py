"""Wordings of one unit over all reports, lined up against the base."""

from collections import defaultdict

from whence.compare.wording.units import Texts, Unit
from whence.model import Alignment, Variation, Wording, content_id


def align_wordings(
    quoted: tuple[Unit, ...], unquoted: tuple[Unit, ...], texts: Texts
) -> tuple[Alignment, ...]:
    """The units that several wordings share, each with its base and its variants."""
    same: dict[tuple[str, ...], list[Unit]] = defaultdict(list)
    for unit in quoted:
        same[unit.words.keys].append(unit)
    found: list[Alignment] = []
    for keys in sorted(same):
        units = sorted(same[keys], key=lambda unit: (unit.report, unit.spans))
        if len(units) < 2 or len(keys) < 3:
            continue
        base, *others = units
        name = content_id("unit", base.report, base.spans)
        found.append(
            Alignment(
                id=name,
                passage=content_id("passage", base.report, base.attribution),
                base=_wording(base),
                variants=tuple(_wording(other, Variation.IDENTICAL) for other in others),
            )
        )
    return tuple(sorted(found, key=lambda alignment: alignment.id))


def _wording(unit: Unit, *variations: Variation) -> Wording:
    return Wording(
        report=unit.report,
        attribution=unit.attribution,
        spans=unit.spans,
        variations=variations,
    )
