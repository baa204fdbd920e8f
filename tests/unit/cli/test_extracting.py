"""``whence extract``: a line for each report, in order, as it is read."""

import io
import json
import os
import signal
import sys

import pytest

from tests.unit.cli.quay import ONE, TWO
from whence.cli import extracting
from whence.cli.console import Console


def lines_of(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_gives_a_line_for_each_in_order_with_offsets_into_the_given_text(run, tmp_path):
    texts = {"z": ONE, "a": "Nothing.", "m": TWO}
    source = tmp_path / "in.jsonl"
    source.write_text(
        "".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items())
    )
    done = run("extract", source, "--extractor", "rules")
    found = lines_of(done)
    assert [line["id"] for line in found] == ["z", "a", "m"]
    for line in found:
        assert {"id", "attributions", "nested", "figures", "timexes"} == set(line)
    (said,) = [
        attribution
        for attribution in found[0]["attributions"]
        if any("said" in ONE[s:e] for s, e in attribution["cue"])
    ]
    ((start, end),) = said["content"]
    assert "It will be shut for a month" in ONE[start:end]
    assert said["kind"] == "direct"
    assert "meaning" not in said


def test_writes_a_file_and_takes_texts_and_pages(run, reports, tmp_path):
    page = tmp_path / "p.html"
    page.write_text(f"<h1>Quay</h1><p>{ONE}</p>", encoding="utf-8")
    done = run("extract", reports / "one.txt", page, "-o", "found.jsonl", "--extractor", "rules")
    assert (done.exit_code, done.stdout) == (0, "")
    assert len((tmp_path / "found.jsonl").read_text().splitlines()) == 2


def test_a_place_that_would_be_read_is_refused(run, reports):
    for place in (reports / "found.jsonl", reports / "one.txt"):
        done = run("extract", reports, "-o", place, "--extractor", "rules")
        assert done.exit_code == 1
        assert "it would be read as a report of" in done.stderr
    assert sorted(path.name for path in reports.iterdir()) == ["one.txt", "two.txt"]
    assert (reports / "one.txt").read_text(encoding="utf-8") == ONE


def test_standard_input_goes_to_standard_output(run):
    given = json.dumps({"id": "a", "text": TWO}) + "\n" + json.dumps({"id": "b", "text": ONE})
    done = run("extract", "-", "--extractor", "rules", given=given)
    assert [line["id"] for line in lines_of(done)] == ["a", "b"]


def test_lines_come_as_they_are_read(monkeypatch, tmp_path):
    """The second report is read only after the first line is out."""
    seen = []

    class Pipe(io.BytesIO):
        def readline(self, size=-1):
            seen.append(len(written.getvalue().splitlines()))
            return super().readline(size)

    written = io.BytesIO()
    lines = b"".join(json.dumps({"id": i, "text": TWO}).encode() + b"\n" for i in range(3))
    monkeypatch.setattr(sys, "stdin", type("In", (), {"buffer": Pipe(lines)}))
    monkeypatch.setattr(sys, "stdout", type("Out", (), {"buffer": written}))
    options = extracting.Options(extractor="rules")
    status = extracting.run_extract(["-"], output="-", options=options, console=Console())
    assert status == 0
    assert seen == [0, 1, 2, 3]


def test_a_broken_line_is_named_and_the_others_are_there(run, tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": "a", "text": "One."}\n{"id": \n{"id": "c", "text": "Three."}\n')
    done = run("extract", source, "--extractor", "rules")
    assert done.exit_code == 1
    assert [line["id"] for line in lines_of(done)] == ["a", "c"]
    assert "in.jsonl, line 2, column" in done.stderr


@pytest.fixture
def much(monkeypatch):
    """Whatever is given counts as much."""
    monkeypatch.setattr(extracting, "MUCH", 1)


def test_processes_give_what_one_gives(run, tmp_path, monkeypatch, much):
    texts = [ONE, "Nothing.", TWO, ONE + TWO, "“"] * 4
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts)]
    source = tmp_path / "in.jsonl"
    source.write_text("\n".join([*lines[:7], '{"id": ', *lines[7:]]))
    several = run("extract", source, "--extractor", "rules", "--threads", "2")
    alone = run("extract", source, "--extractor", "rules", "--threads", "1")
    assert [line["id"] for line in lines_of(several)] == [str(n) for n in range(20)]
    assert (several.exit_code, several.stdout) == (alone.exit_code, alone.stdout)
    assert "in.jsonl, line 8" in several.stderr


def test_an_extractor_that_cannot_be_had_is_told_once(run, tmp_path, monkeypatch, much):
    def missing(options):
        raise extracting.ExtractorError("The model is missing; install Whence anew.")

    monkeypatch.setattr(extracting, "_extractor_of", missing)
    (tmp_path / "one.txt").write_text(ONE)
    done = run("extract", tmp_path / "one.txt", "--threads", "2")
    assert done.exit_code == 1
    assert done.stderr.strip().endswith("The model is missing; install Whence anew.")


def end(options, read):
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_is_ended_is_one_sentence(run, tmp_path, monkeypatch, much):
    monkeypatch.setattr(extracting, "_work_alone", end)
    (tmp_path / "one.txt").write_text(ONE)
    done = run("extract", tmp_path / "one.txt", "--extractor", "rules", "--threads", "2")
    assert done.exit_code == 1
    assert done.stderr.strip().endswith("run this again with --threads 1.")
    assert "Traceback" not in done.stderr


def test_a_machine_without_processes_is_told_of(run, tmp_path, monkeypatch, much):
    def refuse(*_, **__):
        raise NotImplementedError("no semaphores")

    monkeypatch.setattr(extracting, "ProcessPoolExecutor", refuse)
    (tmp_path / "one.txt").write_text(ONE)
    done = run("extract", tmp_path / "one.txt", "--extractor", "rules", "--threads", "2")
    assert done.exit_code == 1
    assert "(no semaphores); run this again with --threads 1." in done.stderr
