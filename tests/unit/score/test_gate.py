import pytest

from whence.score import GoldError
from whence.score.gate import Corpus, digest_of, find_breaches, read_floors

CORPUS = Corpus(
    path="x", digest="d", floors={"edge F1": 0.8, "stmt F1": 0.5}, ceilings={"traps hit (of)": 1}
)


def test_kept_floors_give_no_breach():
    measured = {"edge F1": 0.8, "stmt F1": 0.9, "traps hit (of)": "1/12"}
    assert find_breaches("demo", CORPUS, measured) == ()


def test_each_broken_bound_is_named():
    measured = {"edge F1": 0.79, "stmt F1": None, "traps hit (of)": "2/12"}
    assert [str(breach) for breach in find_breaches("demo", CORPUS, measured)] == [
        "demo: edge F1 is 0.790, the bound is 0.800",
        "demo: stmt F1 is not measured, the bound is 0.500",
        "demo: traps hit (of) is 2.000, the bound is 1.000",
    ]


def test_the_digest_knows_texts_gold_and_names(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "notes.md").write_text("aside")
    first = digest_of(tmp_path)
    (tmp_path / "notes.md").write_text("another")
    assert digest_of(tmp_path) == first
    (tmp_path / "a.txt").write_text("two")
    assert digest_of(tmp_path) != first
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert digest_of(tmp_path) != first


def test_floors_with_a_slip_are_refused(tmp_path):
    path = tmp_path / "floors.toml"
    path.write_text('[demo]\npath = "x"\ndigest = "d"\nfloor = { a = 1 }\n')
    with pytest.raises(GoldError, match="floors cannot be read"):
        read_floors(path)
    path.write_text('[demo]\npath = "x"\ndigest = "d"\nfloors = { a = 1 }\n')
    assert read_floors(path)["demo"].floors == {"a": 1.0}
