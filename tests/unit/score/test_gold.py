import json
from pathlib import Path

import pytest

from whence.score import GoldError, find_gold, gold_values, read_gold

TEXT = 'Mill to close\n\n"We tried," said Ada Roe, 52. Six jobs go.\n'
GOLD = """
complete = { direct = true }
[speakers]
ada = { name = "Ada Roe" }
[[statements]]
id = "try"
report = "r1"
speaker = "ada"
source = "Ada Roe"
cue = "said"
content = "We tried"
kind = "direct"
[[figures]]
id = "jobs"
report = "r1"
words = "Six"
value = 6
measure = "jobs"
[[figures]]
id = "age"
report = "r1"
words = "52"
value = 52
measure = "jobs"
[[measures]]
id = "jobs"
default = "conflict"
[[quote_groups]]
members = [{ statement = "try", words = "tried", variation = ["base"] }]
[[origins]]
n_independent = 1
members = ["try", ["r1", "Mill to close"]]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "r1.txt").write_bytes(TEXT.encode())
    manifest = {"story": "mill", "reports": [{"id": "r1", "file": "r1.txt", "outlet": "Echo"}]}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    return tmp_path


def write(folder: Path, gold: str, name: str = "gold.toml") -> Path:
    (folder / name).write_text(gold)
    return folder / name


def surface(values, spans=None):
    return TEXT[slice(*(spans or values["spans"][0]))]


def test_words_become_offsets(folder):
    gold = gold_values(write(folder, GOLD))
    (statement,) = gold["statements"]
    assert surface(statement) == "We tried"
    assert surface(statement, statement["source_span"]) == "Ada Roe"
    assert surface(statement, statement["cue_spans"][0]) == "said"
    assert statement["modality"] == "assert"
    assert [TEXT[f["start"] : f["end"]] for f in gold["figures"]] == ["Six", "52"]
    assert surface(gold["quote_groups"][0]["members"][0]) == "tried"
    assert [surface(member) for member in gold["origins"][0]["members"]] == [
        "We tried",
        "Mill to close",
    ]


def test_a_measure_relates_every_pair_of_its_figures(folder):
    gold = gold_values(write(folder, GOLD))
    assert gold["measures"][0]["relations"] == [{"a": "jobs", "b": "age", "relation": "conflict"}]


def test_gold_is_typed_for_the_scorer(folder):
    gold = read_gold(write(folder, GOLD))
    assert gold.story == "mill"
    assert gold.complete.direct
    assert not gold.complete.figures
    assert gold.reports[0].outlet == "Echo"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("We tried", "We failed", "statements 1: the words “We failed” do not stand in report r1"),
        ('speaker = "ada"', 'speaker = "bob"', "no speaker has the key bob"),
        ('id = "jobs"\nreport', 'idd = "jobs"\nreport', "unknown keys: idd"),
        ("[[origins]]", "[[orgins]]", "unknown parts: orgins"),
        ('members = ["try"', 'members = ["tri"', "no statement or figure has the id tri"),
        ('default = "conflict"', "", "no relation is given for jobs and age"),
        ("value = 6", "", "a figure needs value"),
        ('report = "r1"\nspeaker', 'report = "r9"\nspeaker', "the manifest names no report r9"),
        ("complete = {", "complete = [", "no TOML"),
        ('content = "We tried"\n', "", "statements 1: it lacks or does not know 'content'"),
    ],
)
def test_a_slip_is_refused_with_file_and_entry(folder, old, new, problem):
    path = write(folder, GOLD.replace(old, new, 1))
    with pytest.raises(GoldError) as caught:
        gold_values(path)
    assert str(path) in str(caught.value)
    assert problem in str(caught.value)


def test_gold_without_a_manifest_is_refused(tmp_path):
    with pytest.raises(GoldError, match="no manifest beside the gold"):
        gold_values(write(tmp_path, GOLD))


@pytest.mark.parametrize(
    ("manifest", "problem"),
    [
        ("{", "it is no JSON object"),
        ('{"reports": []}', "missing required field `story`"),
        ('{"story": "mill", "reports": [{"file": "r1.txt"}]}', "missing required field `id`"),
    ],
)
def test_a_manifest_that_gold_cannot_use_is_refused(folder, manifest, problem):
    (folder / "manifest.json").write_text(manifest)
    with pytest.raises(GoldError) as caught:
        gold_values(write(folder, GOLD))
    assert "manifest.json" in str(caught.value)
    assert problem in str(caught.value)


def test_expected_takes_bare_names_and_keeps_what_is_given(folder):
    gold = (
        '[[statements]]\nreport = "r1"\nspeaker = "Ada Roe"\ncontent = "We tried"\nkind = "direct"'
    )
    values = gold_values(write(folder, gold, "expected.toml"))
    assert values["speakers"]["Ada Roe"]["type"] == "person"
    assert values["statements"][0]["given"] == ["content", "kind", "report", "speaker"]


def test_gold_files_are_found_in_the_folder_and_below(folder):
    write(folder, GOLD)
    (folder / "a" / "b").mkdir(parents=True)
    write(folder / "a" / "b", "{}", "gold.json")
    write(folder / "a" / "b", GOLD)
    assert [path.relative_to(folder).as_posix() for path in find_gold(folder)] == [
        "gold.toml",
        "a/b/gold.json",
    ]
