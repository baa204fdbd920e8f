"""Our own gold agrees with itself: given back as output, it is right in everything."""

from pathlib import Path

import pytest

from whence.score import Gold, Output, find_gold, read_gold, score_story
from whence.score.shapes import Member, SystemReport, SystemStatement

TESTS = Path(__file__).parents[1]
FILES = (
    find_gold(TESTS.parent / "src" / "whence" / "demo")
    + find_gold(TESTS / "origins")
    + find_gold(TESTS / "hearings")
    + find_gold(TESTS / "newsrooms")
    + find_gold(TESTS / "wires")
    + find_gold(TESTS / "bureaus")
)
#: Figures that no output could miss.
ALWAYS = {"traps hit (of)", "origin count acc where > 1"}


def output_of(gold: Gold) -> Output:
    names = {key: speaker.name for key, speaker in gold.speakers.items()}
    return Output(
        story=gold.story,
        statements=tuple(
            SystemStatement(
                id=s.id,
                report=s.report,
                spans=s.spans,
                speaker=names[s.speaker],
                kind=s.kind,
                carriers=s.carriers,
                modality=s.modality,
            )
            for s in gold.statements
        ),
        quote_groups=gold.quote_groups,
        figures=tuple(
            type(f)(
                id=f.id,
                report=f.report,
                start=f.start,
                end=f.end,
                low=f.low,
                high=f.high,
                unit=f.unit,
                qualifier=f.qualifier,
                as_of=f.as_of,
                source=names.get(f.source or ""),
            )
            for f in gold.figures
        ),
        measures=gold.measures,
        dates=gold.dates,
        derivations=gold.derivations,
        origins=gold.origins,
        reports=tuple(SystemReport(id=r.id, contribution=r.contribution) for r in gold.reports),
    )


def test_there_is_gold():
    assert len(FILES) >= 13


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_gold_is_right_about_itself(path: Path):
    gold = read_gold(path)
    table = score_story(gold, output_of(gold)).table()
    wrong = {
        name: value
        for name, value in table.items()
        if name not in ALWAYS and value not in (None, 1) and not name.startswith("  ")
    }
    assert not wrong


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_every_group_has_one_base(path: Path):
    def bases(members: tuple[Member, ...]) -> int:
        return sum("base" in (member.variation or ()) for member in members)

    assert all(bases(group.members) == 1 for group in read_gold(path).quote_groups)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_counts_of_origins_are_reachable(path: Path):
    for origin in read_gold(path).origins:
        assert origin.n_independent is not None
        assert 1 <= origin.n_independent <= len(origin.members), origin.claim
        assert not origin.n_acceptable or origin.n_independent in origin.n_acceptable, origin.claim
