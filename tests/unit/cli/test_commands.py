"""The commands: what they print where, what they write, and how they end."""

import io
import json
import sys

import pytest
from typer.testing import CliRunner

from whence import __version__
from whence.cli import extracting, tracing
from whence.cli.app import app
from whence.cli.console import Console, guarded
from whence.cli.main import main
from whence.errors import InputError

ONE = (
    "Crack closes north quay\n\nLenna Courier, 6 May 2031\n\nThe board closed the quay on Tuesday."
    "\n\n“It will be shut for a month,” said Ilse Marant, who chairs the board.\n"
)
TWO = (
    "The north quay is closed, the board of Lenna says.\n\n“It will be shut for a month,” its head "
    "Ilse Marant told the Lenna Courier.\n\nSome 40 boats must land at Port Oskar.\n"
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs the command line in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WHENCE_DEBUG", raising=False)

    def call(*arguments, given=None):
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=given)

    return call


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "quay"
    folder.mkdir()
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "two.txt").write_text(TWO, encoding="utf-8")
    return folder


class TestTrace:
    def test_writes_a_page_here_and_prints_its_path_and_a_summary(self, run, reports, tmp_path):
        done = run("trace", reports, "--extractor", "rules")
        assert (done.exit_code, done.stderr) == (0, "")
        page = (tmp_path / "whence-quay.html").read_text(encoding="utf-8")
        assert page.lower().startswith("<!doctype html>")
        assert done.stdout.startswith("Page: whence-quay.html\n")
        assert "2 reports" in done.stdout

    def test_json_goes_to_standard_output_and_notices_elsewhere(self, run, reports):
        done = run("trace", reports, "--format", "json", "--extractor", "rules")
        story = json.loads(done.stdout)
        assert (story["format"], story["slug"]) == ("whence-story/1", "quay")
        assert done.stderr.startswith("whence: two does not say when it appeared")

    def test_eval_to_a_file_prints_nothing_when_quiet(self, run, reports, tmp_path):
        place = tmp_path / "out.json"
        done = run("trace", reports, "-f", "eval", "-o", place, "-q", "--extractor", "rules")
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
        assert json.loads(place.read_bytes())["format"] == "whence-eval/1"

    def test_page_to_standard_output_stands_alone(self, run, reports):
        done = run("trace", reports, "--output", "-", "--extractor", "rules")
        assert done.stdout.lower().startswith("<!doctype html>")
        assert "Page:" not in done.stdout

    def test_order_of_inputs_changes_nothing(self, run, reports):
        one, two = reports / "one.txt", reports / "two.txt"
        outputs = {
            run("trace", *files, "-f", "json", "--extractor", "rules").stdout
            for files in ((one, two), (two, one))
        }
        assert len(outputs) == 1

    def test_one_missing_report_is_named_and_the_rest_traced(self, run, reports, tmp_path):
        done = run("trace", reports, "none.txt", "--extractor", "rules")
        assert done.exit_code == 1
        assert done.stderr == (
            "whence: none.txt: there is no such file; look at the name and the folder.\n"
        )
        assert (tmp_path / "whence-quay.html").exists()

    def test_nothing_to_read_fails_with_one_sentence(self, run):
        done = run("trace", "none.txt")
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr.count("\n") == 1

    def test_a_report_that_stops_whence_costs_no_other(self, run, reports, monkeypatch):
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

    def test_output_over_an_input_is_refused(self, run, reports):
        done = run("trace", reports / "one.txt", "--output", reports / "one.txt")
        assert done.exit_code == 1
        assert (reports / "one.txt").read_text(encoding="utf-8") == ONE

    def test_output_over_a_report_of_an_input_folder_is_refused(self, run, reports):
        done = run("trace", reports, "--output", reports / "one.txt", "--extractor", "rules")
        assert done.exit_code == 1
        assert "it is one of the inputs" in done.stderr
        assert (reports / "one.txt").read_text(encoding="utf-8") == ONE

    def test_a_page_written_among_the_reports_is_no_report(self, run, reports, monkeypatch):
        monkeypatch.chdir(reports)
        first, second = (run("trace", ".", "--extractor", "rules") for _ in range(2))
        assert (first.exit_code, second.stdout) == (0, first.stdout)
        done = run("trace", "whence-quay.html")
        assert done.stderr == (
            "whence: whence-quay.html: it is a page that Whence wrote; name the reports it was "
            "made from.\n"
        )

    def test_folders_of_the_output_are_made(self, run, reports, tmp_path):
        done = run("trace", reports, "-o", "new/deep/page.html", "--extractor", "rules")
        assert done.exit_code == 0
        assert [path.name for path in (tmp_path / "new" / "deep").iterdir()] == ["page.html"]

    @pytest.mark.parametrize("place", ["quay", "quay/one.txt/page.html"])
    def test_a_place_that_cannot_be_written_fails_with_one_sentence(self, run, reports, place):
        done = run("trace", reports / "two.txt", "-o", place, "--extractor", "rules")
        assert done.exit_code == 1
        assert done.stderr.splitlines()[-1].startswith(f"whence: {place}: it cannot be written")

    def test_a_device_is_written_to_and_not_replaced(self, run, reports):
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
    def test_wrong_use_is_2(self, run, arguments):
        assert run(*arguments).exit_code == 2


class TestExtract:
    def lines(self, done):
        return [json.loads(line) for line in done.stdout.splitlines()]

    def test_gives_a_line_for_each_in_order_with_offsets_into_the_given_text(self, run, tmp_path):
        texts = {"z": ONE, "a": "Nothing.", "m": TWO}
        source = tmp_path / "in.jsonl"
        source.write_text(
            "".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items())
        )
        done = run("extract", source, "--extractor", "rules")
        found = self.lines(done)
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

    def test_writes_a_file_and_takes_texts_and_pages(self, run, reports, tmp_path):
        page = tmp_path / "p.html"
        page.write_text(f"<h1>Quay</h1><p>{ONE}</p>", encoding="utf-8")
        done = run(
            "extract", reports / "one.txt", page, "-o", "found.jsonl", "--extractor", "rules"
        )
        assert (done.exit_code, done.stdout) == (0, "")
        assert len((tmp_path / "found.jsonl").read_text().splitlines()) == 2

    def test_a_place_that_would_be_read_is_refused(self, run, reports):
        for place in (reports / "found.jsonl", reports / "one.txt"):
            done = run("extract", reports, "-o", place, "--extractor", "rules")
            assert done.exit_code == 1
            assert "it would be read as a report of" in done.stderr
        assert sorted(path.name for path in reports.iterdir()) == ["one.txt", "two.txt"]
        assert (reports / "one.txt").read_text(encoding="utf-8") == ONE

    def test_standard_input_goes_to_standard_output(self, run):
        given = json.dumps({"id": "a", "text": TWO}) + "\n" + json.dumps({"id": "b", "text": ONE})
        done = run("extract", "-", "--extractor", "rules", given=given)
        assert [line["id"] for line in self.lines(done)] == ["a", "b"]

    def test_lines_come_as_they_are_read(self, monkeypatch, tmp_path):
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

    def test_a_broken_line_is_named_and_the_others_are_there(self, run, tmp_path):
        source = tmp_path / "in.jsonl"
        source.write_text('{"id": "a", "text": "One."}\n{"id": \n{"id": "c", "text": "Three."}\n')
        done = run("extract", source, "--extractor", "rules")
        assert done.exit_code == 1
        assert [line["id"] for line in self.lines(done)] == ["a", "c"]
        assert "in.jsonl, line 2, column" in done.stderr


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


class TestScore:
    def test_attributions_of_gold_against_itself_are_all_right(self, run, tmp_path):
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

    def test_a_line_that_does_not_fit_is_named(self, run, tmp_path):
        (tmp_path / "gold.jsonl").write_text('{"id": 1}\n')
        done = run("score", "attributions", "gold.jsonl", "gold.jsonl")
        assert done.exit_code == 1
        assert "gold.jsonl, line 1" in done.stderr

    def test_output_that_is_none_is_named(self, run, tmp_path):
        (tmp_path / "gold").mkdir()
        (tmp_path / "out").mkdir()
        (tmp_path / "gold" / "gold.json").write_text('{"story": "mill", "reports": []}')
        (tmp_path / "out" / "mill.json").write_text("[]")
        done = run("score", "stories", "gold", "out")
        assert done.exit_code == 1
        assert done.stderr.startswith("whence: out/mill.json: it is no output of trace")

    @pytest.mark.parametrize("kind", ["attributions", "stories"])
    def test_missing_gold_is_one_sentence(self, run, kind):
        done = run("score", kind, "none", "none")
        assert done.exit_code == 1
        assert done.stderr.count("\n") == 1


class TestEnds:
    def end(self, work):
        console = Console()
        with pytest.raises(BaseException) as caught:
            guarded(work, console=console)
        return caught.value.exit_code

    def test_errors_of_ours_are_one_sentence(self, capsys):
        def work():
            raise InputError("x.txt", "it is odd", "mend it")

        assert self.end(work) == 1
        assert capsys.readouterr().err == "whence: x.txt: it is odd; mend it.\n"

    def test_a_fault_asks_to_be_reported_and_shows_no_trace(self, capsys, monkeypatch):
        monkeypatch.delenv("WHENCE_DEBUG", raising=False)

        def work():
            raise KeyError("inner")

        assert self.end(work) == 1
        error = capsys.readouterr().err
        assert "KeyError" in error
        assert "please report it" in error
        assert "Traceback" not in error

    def test_a_fault_is_shown_in_full_on_request(self, monkeypatch):
        monkeypatch.setenv("WHENCE_DEBUG", "1")
        with pytest.raises(KeyError):
            guarded(lambda: {}["x"], console=Console())

    def test_an_interrupt_is_quiet(self, capsys):
        def work():
            raise KeyboardInterrupt

        assert self.end(work) == 130
        assert capsys.readouterr().err == ""


def test_messages_survive_a_terminal_that_lacks_their_letters(monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stderr", stream)
    Console().complain("“naïve”.txt: there is no such file.")
    stream.flush()
    assert stream.buffer.getvalue() == b"whence: ?na?ve?.txt: there is no such file.\n"


def test_words_of_reports_give_the_terminal_no_orders(run, tmp_path):
    said = "“The quay is \x1b[31mshut\x1b]0;mine\x07 \u202efor a month\x9b2J,” Ilse Marant said.\n"
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"Crack closes north quay\n\n{said}", encoding="utf-8")
    done = run("trace", "one.txt", "two.txt", "--extractor", "rules")
    assert "shut" in done.stdout
    assert not set("\x1b\x07\u202e\x9b") & set(done.stdout + done.stderr)


def test_progress_is_silent_where_nobody_looks(capsys):
    Console().progress("Reading report 1 of 2")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("arguments", [["--version"]])
def test_version(arguments, monkeypatch, capsys, run):
    monkeypatch.setattr(sys, "argv", ["whence", *arguments])
    main()
    assert capsys.readouterr().out == f"whence {__version__}\n"
    assert run("--version").stdout == f"whence {__version__}\n"


@pytest.mark.parametrize("command", ["trace", "extract", "demo", "schema"])
def test_help_has_an_example_of_each_command(run, command):
    done = run(command, "--help")
    assert done.exit_code == 0
    assert f"whence {command}" in done.stdout
    assert "Example" in done.stdout
