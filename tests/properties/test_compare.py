"""What holds for every comparison: order, copies, spans, growth, odd text."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factory import make_resolution, make_telling
from whence.compare import compare
from whence.compare.speakers import Speakers
from whence.compare.statements.contents import Content, Contents
from whence.compare.statements.profiles import Rarity, profile
from whence.compare.wording.clusters import Clusters, gather_forms
from whence.compare.wording.units import Texts, find_units
from whence.compare.wording.weights import Weights
from whence.model import Comparison, Report, Span, Variation
from whence.text import Meanings

SPEAKERS = ("Ada Fenn", "Nils Brod", "Iva Morn")
PIECES = (
    "The lamp went out at two",
    "and nobody noticed until dawn",
    "I counted sixty goats on the pier",
    "We will not pay for the boat",
    "we will pay for the boat",
    "There is no danger to the harbour ...",
    "it was [the keeper] who saw it",
    "twenty-one of them never came home",
    "f*** the lamp",
)
OUTSIDE = ("She spoke on Monday.", "Rain fell on Velm.", "The lamp went out at two, it is said.")

quotations = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(
    lambda pieces: "“" + ". ".join(pieces) + ".”"
)
texts = st.lists(st.one_of(quotations, st.sampled_from(OUTSIDE)), min_size=1, max_size=5).map(
    "\n".join
)
odd_texts = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.text(alphabet="“”‘’\"'.…[]()-— \n\x00aé🐻", max_size=30),
        quotations,
    ),
    max_size=6,
).map("".join)
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def tellings_of(reports: list[str], ids: list[str]):
    tellings = []
    for text, name in zip(reports, ids, strict=True):
        speaker = SPEAKERS[len(text) % 3]
        present = {piece: speaker for piece in PIECES if piece in text}
        first = dict(list(present.items())[:1])
        tellings.append(make_telling(text, name, speakers=first))
    return tellings


def compared(tellings) -> Comparison:
    return compare(
        tuple(report for report, _, _ in tellings),
        tuple(extraction for _, extraction, _ in tellings),
        make_resolution(*tellings),
    )


def wordings_in(comparison: Comparison):
    for alignment in comparison.alignments:
        yield from (alignment.base, *alignment.variants)


def assert_true(span: Span, report: Report) -> None:
    assert 0 <= span.start < span.end <= len(report.text)


@QUICK
@given(st.lists(texts, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(reports, chance):
    tellings = tellings_of(reports, [f"r{n}" for n in range(len(reports))])
    mixed = list(tellings)
    chance.shuffle(mixed)
    assert compared(mixed) == compared(tellings)


@QUICK
@given(st.lists(texts, min_size=1, max_size=3))
def test_a_copy_of_a_report_has_the_same_words_in_the_same_units(reports):
    reports = [*reports, reports[0]]
    tellings = tellings_of(reports, [f"r{n}" for n in range(len(reports))])
    comparison = compared(tellings)
    copy = f"r{len(reports) - 1}"
    for alignment in comparison.alignments:
        wordings = (alignment.base, *alignment.variants)
        here = sorted(w.spans for w in wordings if w.report == "r0")
        there = sorted(w.spans for w in wordings if w.report == copy)
        assert here == there
        if alignment.base.report == "r0":
            same = [w for w in alignment.variants if w.report == copy]
            same = [w for w in same if w.spans == alignment.base.spans]
            assert all(Variation.MEANING_CHANGED not in w.variations for w in same)
            assert all(w.score == 1.0 for w in same)


@QUICK
@given(st.lists(st.one_of(texts, odd_texts), min_size=1, max_size=4))
def test_spans_are_true_and_every_attribution_is_in_one_statement(reports):
    tellings = tellings_of(reports, [f"r{n}" for n in range(len(reports))])
    comparison = compared(tellings)
    by_id = {report.id: report for report, _, _ in tellings}
    for wording in wordings_in(comparison):
        assert wording.spans
        for span in wording.spans:
            assert_true(span, by_id[wording.report])
    for alignment in comparison.alignments:
        for wording in alignment.variants:
            for edit in wording.edits:
                for span, report in (
                    (edit.base, alignment.base.report),
                    (edit.variant, wording.report),
                ):
                    if span is not None:
                        assert_true(span, by_id[report])
            assert wording.variations
    members = [m.attribution for s in comparison.statements for m in s.members]
    stated = [a.id for _, extraction, _ in tellings for a in extraction.attributions if a.content]
    assert sorted(members) == sorted(stated)


@QUICK
@given(st.lists(odd_texts, min_size=1, max_size=3))
def test_odd_text_never_raises(reports):
    compared(tellings_of(reports, [f"r{n}" for n in range(len(reports))]))


def rumour(count: int, chance: random.Random) -> list[str]:
    """Reports of one rumour: some quotations of their own, some that many share, cut anyhow."""
    words = [f"{a}{b}" for a in "bdfgklmnprst" for b in ("ale", "orn", "isk", "umber", "ent")]
    shared = [" ".join(chance.choices(words, k=14)) for _ in range(6)]
    reports = []
    for _ in range(count):
        lines = []
        for one in chance.sample(shared, 3):
            cut = one.split()[chance.randrange(3) : 14 - chance.randrange(4)]
            lines.append(f"“{' '.join(cut)}.”")
        lines.append(f"“{' '.join(chance.choices(words, k=12))}.”")
        reports.append("\n".join(lines))
    return reports


def alignments_needed(count: int) -> int:
    tellings = tellings_of(rumour(count, random.Random(7)), [f"r{n:03}" for n in range(count)])
    found = Texts(report for report, _, _ in tellings)
    resolution = make_resolution(*tellings)
    units = [
        unit
        for _, extraction, _ in tellings
        for unit in find_units(extraction, resolution, found)[0]
    ]
    weights = Weights({unit.words.keys for unit in units})
    clusters = Clusters(weights, Speakers(resolution))
    for form in gather_forms(units, found):
        clusters.add(form)
    return clusters.alignments


def comparisons_needed(count: int) -> int:
    tellings = tellings_of(rumour(count, random.Random(7)), [f"r{n:03}" for n in range(count)])
    found = Texts(report for report, _, _ in tellings)
    resolution = make_resolution(*tellings)
    contents = [
        Content(unit=unit, profile=profile(unit.words, found.text(unit.report)))
        for _, extraction, _ in tellings
        for unit in find_units(extraction, resolution, found)[0]
    ]
    rarity = Rarity({content.profile.stems for content in contents})
    gathering = Contents(rarity, Speakers(resolution), Meanings({}))
    for content in contents:
        gathering.add(content)
    return gathering.comparisons


@pytest.mark.parametrize("needed", [alignments_needed, comparisons_needed])
def test_work_grows_with_the_reports_and_not_with_their_pairs(needed):
    few, many = needed(30), needed(120)
    assert few > 0
    assert many <= 6 * few, (few, many)


@pytest.mark.parametrize(
    "text",
    [
        "“" * 10_000,
        "“a” " * 3_000,
        "“" + "the lamp went out " * 20_000 + "”",
        "[" * 20_000 + "“it went out at two”",
        "'" * 20_000,
        "f" + "*" * 20_000,
        "1," * 20_000,
    ],
    ids=[
        "open marks",
        "many marks",
        "one long quotation",
        "brackets",
        "apostrophes",
        "stars",
        "commas",
    ],
)
def test_hard_text_is_done_in_time(text):
    compared([make_telling(text, "r1"), make_telling("“It went out at two.”", "r2")])
