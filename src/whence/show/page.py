"""The page: one HTML file with everything in it and nothing from outside."""

import base64
import hashlib
from importlib import resources

import jinja2
from markupsafe import Markup

from whence.model import Story, Value
from whence.show.counts import StoryCounts, count_story, count_words
from whence.show.index import StoryIndex
from whence.show.summary import gather_notices
from whence.show.views.days import format_when
from whence.show.views.figures import MeasureView, measure_title, view_measures
from whence.show.views.pieces import cut_at_word, name_few
from whence.show.views.places import Places
from whence.show.views.sources import CheckView, SourceView, view_checks, view_sources
from whence.show.views.statements import StatementView, view_statements
from whence.show.views.stemma import StemmaView, view_stemma
from whence.show.views.texts import TextView, view_texts
from whence.show.views.timeline import TimelineView, view_timeline
from whence.show.views.wordings import VARIATIONS, AlignmentView, view_alignments

_BRIEF, _FIRST = 4, 12


class Raised(Value, frozen=True, kw_only=True):
    """Something worth a look, and the section that tells of it."""

    words: str
    """``2 pairs of counts in conflict``."""
    href: str


class PageView(Value, frozen=True, kw_only=True):
    """Everything the template shows, as plain values."""

    title: str
    counts: StoryCounts
    brief: tuple[StatementView, ...]
    """What most outlets repeat: the story in a few lines."""
    repeated: tuple[StatementView, ...]
    """Statements of several outlets; the first few of all where there are none."""
    single: tuple[StatementView, ...]
    """Statements that one outlet alone carries."""
    raised: tuple[Raised, ...]
    stemma: StemmaView
    alignments: tuple[AlignmentView, ...]
    measures: tuple[MeasureView, ...]
    timeline: TimelineView
    sources: tuple[SourceView, ...]
    checks: tuple[CheckView, ...]
    cycles: tuple[str, ...]
    texts: tuple[TextView, ...]
    notices: tuple[str, ...]


def view_page(story: Story) -> PageView:
    """The story as the page shows it; texts come last, when all anchors are known."""
    index = StoryIndex(story)
    places = Places(story.reports)
    statements = view_statements(index, places)
    repeated = tuple(s for s in statements if s.outlets > 1) or statements[:_FIRST]
    shown = {statement.anchor for statement in repeated}
    alignments, measures = view_alignments(index, places), view_measures(index, places)
    timeline, checks = view_timeline(index, places), view_checks(index, places)
    cycles = tuple(cycle.reason for cycle in story.descent.cycles if cycle.is_alarm)
    return PageView(
        title=story.slug.replace("_", " ").replace("-", " ").strip() or "A news story",
        counts=count_story(story),
        brief=repeated[:_BRIEF],
        repeated=repeated,
        single=tuple(s for s in statements if s.anchor not in shown),
        raised=_raised(
            (
                sum(a.changes_meaning for a in alignments),
                "wording",
                " of another meaning",
                "wordings",
            ),
            (len(story.comparison.oppositions), "contradiction", "", "statements"),
            (sum(m.conflicts for m in measures), "pair", " of counts in conflict", "figures"),
            (len(cycles), "circle", " of credits", "stemma"),
            (len(timeline.tensions), "tension", " of time", "timeline"),
            (len(checks), "sourcing check", "", "checks"),
        ),
        stemma=view_stemma(index, places),
        alignments=alignments,
        measures=measures,
        timeline=timeline,
        sources=view_sources(index, places),
        checks=checks,
        cycles=cycles,
        texts=view_texts(index, places),
        notices=gather_notices(story),
    )


def _raised(*found: tuple[int, str, str, str]) -> tuple[Raised, ...]:
    """What there is of each: number, noun, what follows the noun, and the section."""
    return tuple(
        Raised(words=count_words(number, noun) + rest, href=f"#{section}")
        for number, noun, rest, section in found
        if number
    )


def render_html(story: Story) -> str:
    """The page of a story: one HTML file, no external reference, the same for the same story.

    Its Content-Security-Policy lets nothing load and only its own script and style run (by hash,
    CSP Level 3); all words of reports are escaped.
    """
    script, style = _asset("page.js"), _asset("page.css")
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
        f"script-src {_hash(script)}; style-src {_hash(style)}"
    )
    return (
        _environment()
        .get_template("page.html.j2")
        .render(page=view_page(story), policy=policy, script=Markup(script), style=Markup(style))
    )


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("whence.show", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["measure_title"] = measure_title
    environment.filters["when"] = format_when
    environment.filters["cut"] = cut_at_word
    environment.filters["few"] = name_few
    environment.globals["variations"] = VARIATIONS
    return environment


def _asset(name: str) -> str:
    return (resources.files("whence.show") / "assets" / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
