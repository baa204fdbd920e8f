"""``whence trace``, ``demo`` and ``schema``: what goes where, and what costs no other report."""

import json

import pytest

from tests.unit.cli.quay import ONE, TWO
from whence.cli import tracing


def test_writes_a_page_here_and_prints_its_path_and_a_summary(run, reports, tmp_path):
    done = run("trace", reports, "--extractor", "rules")
    assert (done.exit_code, done.stderr) == (0, "")
    page = (tmp_path / "whence-quay.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert done.stdout.startswith("Page: whence-quay.html\n")
    assert "2 reports" in done.stdout


def test_json_goes_to_standard_output_and_notices_elsewhere(run, reports):
    done = run("trace", reports, "--format", "json", "--extractor", "rules")
    story = json.loads(done.stdout)
    assert (story["format"], story["slug"]) == ("whence-story/1", "quay")
    assert done.stderr.startswith("whence: two does not say when it appeared")


def test_eval_to_a_file_prints_nothing_when_quiet(run, reports, tmp_path):
    place = tmp_path / "out.json"
    done = run("trace", reports, "-f", "eval", "-o", place, "-q", "--extractor", "rules")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    assert json.loads(place.read_bytes())["format"] == "whence-eval/1"


def test_page_to_standard_output_stands_alone(run, reports):
    done = run("trace", reports, "--output", "-", "--extractor", "rules")
    assert done.stdout.lower().startswith("<!doctype html>")
    assert "Page:" not in done.stdout


def test_order_of_inputs_changes_nothing(run, reports):
    one, two = reports / "one.txt", reports / "two.txt"
    outputs = {
        run("trace", *files, "-f", "json", "--extractor", "rules").stdout
        for files in ((one, two), (two, one))
    }
    assert len(outputs) == 1


def test_one_missing_report_is_named_and_the_rest_traced(run, reports, tmp_path):
    done = run("trace", reports, "none.txt", "--extractor", "rules")
    assert done.exit_code == 1
    assert done.stderr == (
        "whence: none.txt: there is no such file; look at the name and the folder.\n"
    )
    assert (tmp_path / "whence-quay.html").exists()


def test_nothing_to_read_fails_with_one_sentence(run):
    done = run("trace", "none.txt")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1


def test_a_report_that_stops_whence_costs_no_other(run, reports, monkeypatch):
    class Stumbling:
        name = "stumbling"

        def find(self, text, blocks):
            if text == TWO:
                raise RuntimeError("secret detail")
            return tracing.pick_extractor(tracing.Options(extractor="rules")).find(text, blocks)

    pick = tracing.pick_extractor
    monkeypatch.setattr(
        tracing,
        "pick_extractor",
        lambda options: Stumbling() if options.extractor == "model" else pick(options),
    )
    done = run("trace", reports, "-f", "json", "--extractor", "model")
    assert done.exit_code == 1
    assert [report["id"] for report in json.loads(done.stdout)["reports"]] == ["one"]
    assert "two stopped Whence (RuntimeError)" in done.stderr
    assert "secret" not in done.stderr


def test_output_over_an_input_is_refused(run, reports):
    done = run("trace", reports / "one.txt", "--output", reports / "one.txt")
    assert done.exit_code == 1
    assert (reports / "one.txt").read_text(encoding="utf-8") == ONE


def test_output_over_a_report_of_an_input_folder_is_refused(run, reports):
    done = run("trace", reports, "--output", reports / "one.txt", "--extractor", "rules")
    assert done.exit_code == 1
    assert "it is one of the inputs" in done.stderr
    assert (reports / "one.txt").read_text(encoding="utf-8") == ONE


def test_a_page_written_among_the_reports_is_no_report(run, reports, monkeypatch):
    monkeypatch.chdir(reports)
    first, second = (run("trace", ".", "--extractor", "rules") for _ in range(2))
    assert (first.exit_code, second.stdout) == (0, first.stdout)
    done = run("trace", "whence-quay.html")
    assert done.stderr == (
        "whence: whence-quay.html: it is a page that Whence wrote; name the reports it was "
        "made from.\n"
    )


def test_folders_of_the_output_are_made(run, reports, tmp_path):
    done = run("trace", reports, "-o", "new/deep/page.html", "--extractor", "rules")
    assert done.exit_code == 0
    assert [path.name for path in (tmp_path / "new" / "deep").iterdir()] == ["page.html"]


@pytest.mark.parametrize("place", ["quay", "new/", "quay/one.txt/page.html"])
def test_a_place_that_cannot_be_written_fails_with_one_sentence(run, reports, place):
    done = run("trace", reports / "two.txt", "-o", place, "--extractor", "rules")
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1].startswith(f"whence: {place}: it cannot be written")


def test_a_device_is_written_to_and_not_replaced(run, reports):
    done = run("trace", reports, "-o", "/dev/null", "-q", "--extractor", "rules")
    assert done.exit_code == 0
    with open("/dev/null", "rb") as device:
        assert device.read() == b""


@pytest.mark.parametrize(
    "arguments",
    [
        ("trace",),
        ("trace", "x", "--format", "pdf"),
        ("trace", "x", "--threads", "-1"),
        ("trace", "x", "--extractor", "magic"),
        ("trace", "x", "--frobnicate"),
        ("trce", "x"),
        ("score",),
    ],
)
def test_wrong_use_is_2(run, arguments):
    assert run(*arguments).exit_code == 2


def test_schema_is_one_of_the_story_that_trace_writes(run, reports):
    schema = json.loads(run("schema").stdout)
    story = json.loads(run("trace", reports, "-f", "json", "--extractor", "rules").stdout)
    required = schema["$defs"]["Story"]["required"]
    assert set(required) <= set(story)


def test_demo_writes_its_page(run, tmp_path):
    done = run("demo", "--extractor", "rules", "--output", "demo.html")
    assert done.exit_code == 0
    assert (tmp_path / "demo.html").stat().st_size > 10_000
    assert "reports" in done.stdout
