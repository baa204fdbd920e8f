"""A story in a screenful of plain text, for the terminal."""

from whence.model import (
    Basis,
    CheckKind,
    Contribution,
    Measure,
    Modality,
    Relation,
    Statement,
    Story,
)
from whence.show.counts import (
    count_story,
    count_words,
    tell_hearings,
    tell_relays,
    tell_spread,
)
from whence.show.index import StoryIndex
from whence.show.views.pieces import cut_at_word, name_few
from whence.text import format_amount

_WIDTH = 88
_MOST_STATEMENTS = 5
_MOST_LINES = 6
_FEW = 3


def render_summary(story: Story) -> str:
    """Head line, what most outlets repeat and what it rests on, conflicts, warnings."""
    index = StoryIndex(story)
    sections = [
        [count_story(story).headline()],
        _reports(story),
        _statements(index),
        _figures(index),
        _alarms(story),
        _notices(story),
    ]
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def _reports(story: Story) -> list[str]:
    kinds = [o.contribution for o in story.descent.originality]
    counts = [(kind, kinds.count(kind)) for kind in Contribution if kind in kinds]
    if not counts:
        return []
    return ["Reports: " + ", ".join(f"{n} {kind}" for kind, n in counts)]


def rank_statements(index: StoryIndex) -> list[tuple[Statement, Basis | None]]:
    """Statements by what matters: most outlets first, then fewest origins, then as they stand."""
    ranked = []
    for position, statement in enumerate(index.story.comparison.statements):
        bases = index.bases.get(statement.id)
        basis = bases[0] if bases else None
        reports = {member.report for member in statement.members}
        outlets = {index.outlet_name(report) for report in reports}
        key = (-len(outlets), -len(reports), basis.count if basis else 0, position)
        ranked.append((key, statement, basis))
    ranked.sort(key=lambda item: item[0])
    return [(statement, basis) for _, statement, basis in ranked]


def _statements(index: StoryIndex) -> list[str]:
    lines = []
    for statement, basis in rank_statements(index)[:_MOST_STATEMENTS]:
        reports = {member.report for member in statement.members}
        if len(reports) < 2:
            break
        lines.append(f"  {cut_at_word(index.statement_text(statement), _WIDTH - 4)}")
        carried = f"{_speakers(index, statement)}: {count_words(len(reports), 'report')}"
        told = [carried] if basis is None else [f"{carried}, {_origins(basis)}", *_basis(basis)]
        lines += [f"    {cut_at_word(line, _WIDTH - 4)}" for line in told]
    return ["What most outlets repeat, and what it rests on:", *lines] if lines else []


def _speakers(index: StoryIndex, statement: Statement) -> str:
    """``The ministry (denied)``."""
    names = name_few(index.speaker_names(statement)) or "nobody named"
    modality = index.modality_of(statement)
    return names if modality is Modality.ASSERTED else f"{names} ({modality})"


def _origins(basis: Basis) -> str:
    spread = tell_spread(basis)
    return count_words(basis.count, "origin") + (f" ({spread})" if spread else "")


def _basis(basis: Basis) -> list[str]:
    """What it rests on, and how those who repeat it treat whom they took it from."""
    relays = tell_relays(basis)
    return [line for line in (tell_hearings(basis), relays and f"relays: {relays}") if line]


def _figures(index: StoryIndex) -> list[str]:
    """Counts that cannot both hold, by measure."""
    lines = [line for m in index.story.comparison.measures for line in _conflicts(index, m)]
    return ["Figures in conflict:", *_capped(lines)] if lines else []


def _conflicts(index: StoryIndex, measure: Measure) -> list[str]:
    """Each two numbers of a measure once, with everybody who gives them.

    ``people killed: 12 (the union) against 9 (the hospital, the mayor)``; the outlet stands where
    nobody else counts.
    """
    counters = index.counters_of(measure)
    found: dict[tuple[str, str], tuple[dict[str, None], dict[str, None]]] = {}
    for relation in index.pairs_of(measure):
        if relation.relation is Relation.CONFLICT:
            figures = [index.figures[relation.a], index.figures[relation.b]]
            a, b = sorted(figures, key=format_amount)
            by_a, by_b = found.setdefault((format_amount(a), format_amount(b)), ({}, {}))
            by_a[counters[a.id] or index.outlet_name(a.report)] = None
            by_b[counters[b.id] or index.outlet_name(b.report)] = None
    what = cut_at_word(measure.what, 40)
    return [
        f"  {what}: {a} ({_few(by_a)}) against {b} ({_few(by_b)})"
        for (a, b), (by_a, by_b) in found.items()
    ]


def _few(names: dict[str, None]) -> str:
    return name_few(tuple(cut_at_word(name, 32) for name in names))


def _alarms(story: Story) -> list[str]:
    """Circles each by itself; of the other checks and tensions one of each kind, counted."""
    lines = [
        f"  circular reporting: {cycle.reason}" for cycle in story.descent.cycles if cycle.is_alarm
    ]
    kinds: dict[str, list[str]] = {}
    for check in story.descent.checks:
        if check.kind is not CheckKind.CIRCULAR:
            kinds.setdefault(check.kind, []).append(check.message)
    for tension in story.comparison.tensions:
        kinds.setdefault(tension.kind, []).append(tension.reason)
    for kind, messages in kinds.items():
        times = f" ({len(messages)} times)" if len(messages) > 1 else ""
        lines.append(f"  {cut_at_word(f'{kind}{times}: {messages[0]}', _WIDTH - 2)}")
    return ["Worth a look:", *lines] if lines else []


def _notices(story: Story) -> list[str]:
    lines = [f"  {cut_at_word(message, 2 * _WIDTH)}" for message in gather_notices(story)]
    return ["Warnings:", *_capped(lines)] if lines else []


def gather_notices(story: Story) -> tuple[str, ...]:
    """The warnings of a story, one for each kind: the first, and of how many reports it holds."""
    notices = [*story.notices, *(notice for report in story.reports for notice in report.notices)]
    kinds: dict[str, list[str]] = {}
    for notice in notices:
        kinds.setdefault(notice.kind, []).append(notice.message)
    found: list[str] = []
    for messages in kinds.values():
        unique = list(dict.fromkeys(messages))
        if len(unique) <= _FEW:
            found += unique
        else:
            found.append(f"{unique[0]} ({len(unique) - 1} more warnings of this kind.)")
    return tuple(found)


def _capped(lines: list[str]) -> list[str]:
    rest = len(lines) - _MOST_LINES
    return lines[:_MOST_LINES] + ([f"  … and {rest} more, on the page"] if rest > 0 else [])
