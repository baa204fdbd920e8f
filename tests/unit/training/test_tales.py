import random

import pytest

from training.tales import DEV, TRAIN, Tale, deal, read_tales

FERRY = Tale(
    title="A ferry",
    claims=(
        ("it left late", "“We were late”", "a late start"),
        ("nobody steered", "The wheel was unmanned."),
    ),
)


@pytest.mark.parametrize("folder", [TRAIN, DEV])
def test_every_story_has_claims_in_several_wordings(folder):
    tales = read_tales(folder)

    assert len(tales) >= 24
    for tale in tales:
        wordings = [wording for claim in tale.claims for wording in claim]
        assert len(tale.claims) >= 8, tale.title
        assert min(map(len, tale.claims)) >= 3, tale.title
        assert len(set(wordings)) == len(wordings), tale.title
        assert all(wordings), tale.title


def test_no_story_is_both_learned_and_measured():
    def wordings(folder):
        return {w for tale in read_tales(folder) for claim in tale.claims for w in claim}

    assert not wordings(TRAIN) & wordings(DEV)


def test_reports_share_out_all_wordings_and_tell_no_claim_twice():
    reports = deal(FERRY, random.Random(3))

    told = [
        (claim, report.text[start:end])
        for report in reports
        for claim, (start, end) in zip(report.claims, report.spans, strict=True)
    ]
    assert sorted(told) == [
        (0, "a late start"),
        (0, "it left late"),
        (0, "“We were late”"),
        (1, "The wheel was unmanned"),
        (1, "nobody steered"),
    ]
    assert all(len(set(report.claims)) == len(report.claims) for report in reports)


def test_the_same_seed_deals_the_same():
    assert deal(FERRY, random.Random(3)) == deal(FERRY, random.Random(3))
