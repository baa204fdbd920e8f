"""Scores a system's output for whole stories against gold, per story and in all."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from whence.errors import InputError
from whence.score.figures import FigureScore, score_figures
from whence.score.gold import find_gold, read_gold
from whence.score.groups import GroupScore, score_groups
from whence.score.origins import OriginScore, score_origins
from whence.score.rates import Hits, Rate
from whence.score.shapes import Gold, Output
from whence.score.statements import KINDS, StatementScore, score_statements

ALL_TYPES = ("quote", "paraphrase", "terminology")
Cell = float | str | None
"""A figure as a table shows it."""


class StoryScore(msgspec.Struct, frozen=True, kw_only=True):
    """Every count for one story; scores add up, so that averages weigh every item alike."""

    statements: StatementScore
    quotes: GroupScore
    wordings: GroupScore
    figures: FigureScore
    origins: OriginScore

    def __add__(self, other: "StoryScore") -> "StoryScore":
        return msgspec.convert(_add(self, other), StoryScore)

    def table(self) -> dict[str, Cell]:
        """Every figure by its printed name, shares in 0..1, None where nothing was asked."""
        return {
            **_statement_rows(self.statements),
            **_group_rows(self.quotes, self.wordings),
            **_figure_rows(self.figures),
            **_origin_rows(self.origins),
        }


class StoryTable(msgspec.Struct, frozen=True, kw_only=True):
    """The scores of a set of stories, by slug, by kind, and over all."""

    stories: dict[str, StoryScore]
    kinds: dict[str, StoryScore]
    total: StoryScore
    missing: tuple[str, ...] = ()

    def columns(self) -> dict[str, dict[str, Cell]]:
        """One column of figures per story, then per kind, then for all of them."""
        columns = {slug: score.table() for slug, score in self.stories.items()}
        columns |= {f"ALL {kind}": score.table() for kind, score in self.kinds.items()}
        columns["ALL (micro)"] = self.total.table()
        return columns


def _add(left: object, right: object) -> object:
    """Two scores of one shape added field by field, as plain values."""
    if isinstance(left, Rate | Hits):
        return msgspec.to_builtins(left + right)  # type: ignore[operator]  # same shape on both sides
    if isinstance(left, dict) and isinstance(right, dict):
        return {key: _add(left[key], right[key]) for key in left}
    names = type(left).__struct_fields__  # type: ignore[attr-defined]  # every other value is a struct
    return {name: _add(getattr(left, name), getattr(right, name)) for name in names}


def score_story(gold: Gold, output: Output) -> StoryScore:
    """Every count for one story."""
    return StoryScore(
        statements=score_statements(gold, output),
        quotes=score_groups(gold, output, types=("quote",)),
        wordings=score_groups(gold, output, types=ALL_TYPES),
        figures=score_figures(gold, output),
        origins=score_origins(gold, output),
    )


def read_output(path: Path) -> Output:
    """The system's output in one file; an empty one where the file is missing.

    Raises:
        InputError: if the file holds something else.
    """
    if not path.exists():
        return Output()
    try:
        return msgspec.json.decode(path.read_bytes(), type=Output)
    except msgspec.MsgspecError as error:
        raise InputError(str(path), f"it is no output of trace ({error})") from error


def score_stories(
    gold_root: Path, system_dir: Path, *, stories: Iterable[str] | None = None
) -> StoryTable:
    """The scores of `system_dir/<story>.json` against every gold story under `gold_root`."""
    wanted = None if stories is None else frozenset(stories)
    scores: dict[str, StoryScore] = {}
    kinds: dict[str, StoryScore] = {}
    total: StoryScore | None = None
    missing: list[str] = []
    for path in find_gold(gold_root):
        gold = read_gold(path)
        if wanted is not None and gold.story not in wanted:
            continue
        place = system_dir / f"{gold.story}.json"
        if not place.exists():
            missing.append(gold.story)
        score = score_story(gold, read_output(place))
        scores[gold.story] = score
        kinds[gold.kind] = kinds[gold.kind] + score if gold.kind in kinds else score
        total = score if total is None else total + score
    if total is None:
        total = score_story(Gold(story="", reports=()), Output())
    return StoryTable(stories=scores, kinds=kinds, total=total, missing=tuple(missing))


def _statement_rows(score: StatementScore) -> dict[str, Cell]:
    rows: dict[str, Cell] = {
        "stmt found F1": score.found.f1,
        "stmt P": score.strict.precision,
        "stmt R": score.strict.recall,
        "stmt F1": score.strict.f1,
        "stmt cov P": score.coverage.precision,
        "stmt cov R": score.coverage.recall,
        "stmt cov F1": score.coverage.f1,
    }
    rows |= {f"  cov R {kind}": score.coverage_by_kind[kind].share for kind in KINDS}
    rows |= {
        "speaker acc": score.speaker.share,
        "kind acc": score.kind.share,
        "carrier acc": score.carriers.share,
        "carrier acc where any": score.carriers_where_any.share,
        "modality acc": score.modality.share,
        "traps hit (of)": f"{score.traps.right:.0f}/{score.traps.total:.0f}",
    }
    return rows


def _group_rows(quotes: GroupScore, wordings: GroupScore) -> dict[str, Cell]:
    rows: dict[str, Cell] = {}
    for name, score in (("quote", quotes), ("all", wordings)):
        for label, value in zip(("P", "R", "F1"), score.b3, strict=True):
            rows[f"{name} B3 {label}"] = value
    rows["variation exact"] = wordings.exact.share
    rows["variation jaccard"] = wordings.jaccard.share
    rows["variation primary"] = wordings.primary.share
    return rows


def _figure_rows(score: FigureScore) -> dict[str, Cell]:
    return {
        "figure P": score.value.precision,
        "figure R": score.value.recall,
        "figure F1": score.value.f1,
        "figure source": score.source.share,
        "figure qualifier": score.qualifier.share,
        "figure as-of": score.as_of.share,
        "same-measure F1": score.same_measure.f1,
        "relation acc": score.relation.share,
        "conflict/not acc": score.conflict.share,
        "date acc (of all)": score.date.share,
    }


def _origin_rows(score: OriginScore) -> dict[str, Cell]:
    return {
        "edge P": score.edge.precision,
        "edge R": score.edge.recall,
        "edge F1": score.edge.f1,
        "origin count acc": score.exact.share,
        "origin count acc where > 1": score.exact_where_many.share,
        "origin acceptable": score.acceptable.share,
        "origin found": score.found.share,
        "contribution acc": score.contribution.share,
    }
