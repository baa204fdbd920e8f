"""How well the statements of a story were found, and what was said about each."""

from collections import defaultdict

import msgspec

from whence.score.names import SpeakerNames, TargetNames
from whence.score.rates import Hits, Rate
from whence.score.shapes import Gold, GoldStatement, Output, SystemStatement

KINDS = ("direct", "mixed", "indirect")


class StatementScore(msgspec.Struct, frozen=True, kw_only=True):
    """Counts over the statements of one story, or of several added up."""

    found: Hits
    strict: Hits
    coverage: Hits
    coverage_by_kind: dict[str, Rate]
    speaker: Rate
    kind: Rate
    carriers: Rate
    carriers_where_any: Rate
    modality: Rate
    traps: Rate


class _Sides:
    """Gold and system statements of one story, with the characters each covers."""

    def __init__(self, gold: Gold, output: Output) -> None:
        self.gold = gold
        self.names = SpeakerNames(gold)
        self.targets = TargetNames(gold)
        self.wanted = gold.statements
        self.given = output.statements
        self.wanted_cells = [statement.cells() for statement in self.wanted]
        self.given_cells = [statement.cells() for statement in self.given]
        self.by_report: dict[str, list[int]] = defaultdict(list)
        for number, statement in enumerate(self.given):
            self.by_report[statement.report].append(number)
        self.traps = [(trap.report, trap.cells()) for trap in gold.not_statements]

    def right_speaker(self, wanted: GoldStatement, given: SystemStatement) -> bool:
        """Whether the system names the gold speaker or an accepted alternative."""
        return self.names.matches(given.speaker, wanted.speaker, wanted.source_text) or any(
            self.names.matches(given.speaker, other) for other in wanted.speaker_alt
        )

    def on_trap(self, number: int) -> bool:
        """Whether half of a system statement lies on something that is no statement."""
        cells, report = self.given_cells[number], self.given[number].report
        return bool(cells) and any(
            place == report and 2 * len(trap & cells) >= len(cells) for place, trap in self.traps
        )


def _match(sides: _Sides) -> dict[int, int]:
    """Gold number to system number, one to one, best pairs first (right speaker, then overlap)."""
    pairs: list[tuple[tuple[int, float, bool, bool], int, int]] = []
    for number, wanted in enumerate(sides.wanted):
        mine = sides.wanted_cells[number]
        for other in sides.by_report.get(wanted.report, ()):
            given, theirs = sides.given[other], sides.given_cells[other]
            union = len(mine | theirs)
            overlap = len(mine & theirs) / union if union else 0.0
            if overlap < 0.5:
                continue
            if sides.names.matches(given.speaker, wanted.speaker, wanted.source_text):
                speaker = 2
            else:
                speaker = int(sides.right_speaker(wanted, given))
            rank = (speaker, overlap, given.kind == wanted.kind, not wanted.optional)
            pairs.append((rank, number, other))
    pairs.sort(key=lambda pair: pair[0], reverse=True)
    matched: dict[int, int] = {}
    used: set[int] = set()
    for _, number, other in pairs:
        if number not in matched and other not in used:
            matched[number] = other
            used.add(other)
    return matched


def match_statements(gold: Gold, output: Output) -> dict[int, int]:
    """The system statement of each gold statement, both by number; half of the words must agree."""
    return _match(_Sides(gold, output))


def score_statements(gold: Gold, output: Output) -> StatementScore:
    """Counts for one story: found, strictly right, covered, and the answers about matched ones."""
    sides = _Sides(gold, output)
    matched = _match(sides)
    matched_given = {other: number for number, other in matched.items()}
    traps = false_alarms = 0
    for number, given in enumerate(sides.given):
        if number in matched_given:
            continue
        trapped = sides.on_trap(number)
        traps += trapped
        false_alarms += trapped or gold.complete.indirect or given.kind != "indirect"
    right = [
        (number, other)
        for number, other in matched.items()
        if sides.right_speaker(sides.wanted[number], sides.given[other])
    ]
    asked = [number for number, wanted in enumerate(sides.wanted) if not wanted.optional]
    found = sum(number in matched for number in asked)
    strict = sum(not sides.wanted[number].optional for number, _ in right)
    given_total = false_alarms + found
    coverage, by_kind = _coverage(sides, matched_given, asked)
    carriers, some, modality = _answers(sides, right)
    kind = sum(sides.given[j].kind == sides.wanted[i].kind for i, j in right)
    return StatementScore(
        found=Hits.of(found, given_total, len(asked)),
        strict=Hits.of(strict, given_total, len(asked)),
        coverage=coverage,
        coverage_by_kind=by_kind,
        speaker=Rate(right=len(right), total=len(matched)),
        kind=Rate(right=kind, total=len(right)),
        carriers=carriers,
        carriers_where_any=some,
        modality=modality,
        traps=Rate(right=traps, total=len(sides.traps)),
    )


def _coverage(
    sides: _Sides, matched_given: dict[int, int], asked: list[int]
) -> tuple[Hits, dict[str, Rate]]:
    """Coverage by characters of the right speaker, indifferent to how passages are cut up."""
    reached: dict[int, set[int]] = defaultdict(set)
    backed: dict[int, set[int]] = defaultdict(set)
    for number, wanted in enumerate(sides.wanted):
        for other in sides.by_report.get(wanted.report, ()):
            if sides.right_speaker(wanted, sides.given[other]):
                reached[number] |= sides.given_cells[other]
                backed[other] |= sides.wanted_cells[number]
    covered = {
        number: 2 * len(reached[number] & sides.wanted_cells[number])
        >= len(sides.wanted_cells[number])
        for number in asked
    }
    by_kind = {
        kind: Rate(
            right=sum(covered[i] for i in asked if sides.wanted[i].kind == kind),
            total=sum(sides.wanted[i].kind == kind for i in asked),
        )
        for kind in KINDS
    }
    counted = true = 0
    for number, given in enumerate(sides.given):
        if number in matched_given and sides.wanted[matched_given[number]].optional:
            continue
        cells = sides.given_cells[number]
        good = 2 * len(backed[number] & cells) >= max(1, len(cells))
        true += good
        counted += (
            good
            or sides.gold.complete.indirect
            or given.kind != "indirect"
            or sides.on_trap(number)
        )
    hits = Hits(
        system_right=true, system=counted, gold_right=sum(covered.values()), gold=len(asked)
    )
    return hits, by_kind


def _answers(sides: _Sides, right: list[tuple[int, int]]) -> tuple[Rate, Rate, Rate]:
    """Carriers, carriers where there are any, and modality, over matches of the right speaker."""
    carriers, some, modality = Rate(), Rate(), Rate()
    for number, other in right:
        wanted, given = sides.wanted[number], sides.given[other]
        need = {sides.targets.fold(name) for name in wanted.carriers}
        speakers = (*wanted.speaker_alt, wanted.speaker)
        allowed = need | {sides.targets.fold(name) for name in wanted.carriers_inherited}
        allowed |= {sides.targets.fold(sides.gold.speakers[key].name) for key in speakers}
        got = {sides.targets.fold(name) for name in given.carriers}
        good = Rate(right=need <= got <= allowed, total=1)
        carriers += good
        if need or got:
            some += good
        if given.modality:
            modality += Rate(right=given.modality == wanted.modality, total=1)
    return carriers, some, modality
