"""``whence score``: a table, or what does not fit and where."""

import json

import pytest


def test_attributions_of_gold_against_itself_are_all_right(run, tmp_path):
    line = {
        "id": "a",
        "text": "“No,” said Ann.",
        "attributions": [{"source": [[11, 14]], "cue": [[6, 10]], "content": [[0, 5]]}],
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(line) + "\n")
    done = run("score", "attributions", "gold.jsonl", "gold.jsonl")
    assert done.exit_code == 0
    row = next(line for line in done.stdout.splitlines() if line.startswith("span content"))
    assert row.split()[2:] == ["100.0", "100.0", "100.0"]


def test_a_line_that_does_not_fit_is_named(run, tmp_path):
    (tmp_path / "gold.jsonl").write_text('{"id": 1}\n')
    done = run("score", "attributions", "gold.jsonl", "gold.jsonl")
    assert done.exit_code == 1
    assert "gold.jsonl, line 1" in done.stderr


def test_output_that_is_none_is_named(run, tmp_path):
    (tmp_path / "gold").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "gold" / "gold.json").write_text('{"story": "mill", "reports": []}')
    (tmp_path / "out" / "mill.json").write_text("[]")
    done = run("score", "stories", "gold", "out")
    assert done.exit_code == 1
    assert done.stderr.startswith("whence: out/mill.json: it is no output of trace")


@pytest.mark.parametrize("kind", ["attributions", "stories"])
def test_missing_gold_is_one_sentence(run, kind):
    done = run("score", kind, "none", "none")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
