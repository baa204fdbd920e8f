"""A story in a screenful of plain text, for the terminal."""

from whence.model import Basis, Contribution, Figure, Relation, Statement, Story
from whence.show.counts import count_story, count_words
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
        names = name_few(index.speaker_names(statement))
        lines.append(f"  {cut_at_word(index.statement_text(statement), _WIDTH - 4)}")
        rests = f"    {names or 'nobody named'}: {count_words(len(reports), 'report')}"
        if basis:
            rests += f", {_span_of_counts(basis)}"
        lines.append(rests)
        lines += [
            f"    {cut_at_word(reason, _WIDTH - 6)}"
            for reason in (basis.reasons[:1] if basis else ())
        ]
    return ["What most outlets repeat, and what it rests on:", *lines] if lines else []


def _span_of_counts(basis: Basis) -> str:
    if basis.count_low == basis.count_high:
        return count_words(basis.count, "origin")
    return f"{count_words(basis.count, 'origin')} ({basis.count_low} to {basis.count_high})"


def _figures(index: StoryIndex) -> list[str]:
    """Counts that cannot both hold, each pair once however many reports give it."""
    lines: list[str] = []
    for measure in index.story.comparison.measures:
        counters = index.counters_of(measure)
        for relation in index.pairs_of(measure):
            if relation.relation is Relation.CONFLICT:
                ends = (index.figures[relation.a], index.figures[relation.b])
                told = sorted(_told(index, figure, counters[figure.id]) for figure in ends)
                lines.append(f"  {cut_at_word(measure.what, 40)}: {' against '.join(told)}")
    return ["Figures in conflict:", *_capped(lines)] if lines else []


def _told(index: StoryIndex, figure: Figure, counter: str) -> str:
    """``12 (the union)``; the outlet where nobody else counts."""
    counter = counter or index.outlet_name(figure.report)
    return f"{format_amount(figure)} ({cut_at_word(counter, 32)})"


def _alarms(story: Story) -> list[str]:
    lines = [
        f"  circular reporting: {cycle.reason}" for cycle in story.descent.cycles if cycle.is_alarm
    ]
    lines += [
        f"  {check.kind}: {cut_at_word(check.message, _WIDTH - 20)}"
        for check in story.descent.checks
    ]
    lines += [
        f"  {t.kind}: {cut_at_word(t.reason, _WIDTH - 20)}" for t in story.comparison.tensions
    ]
    return ["Worth a look:", *_capped(lines)] if lines else []


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
