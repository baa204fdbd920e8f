"""Bad input on the whole road: each is named or noted, and costs the other reports nothing."""

import json

import pytest
from typer.testing import CliRunner

from whence.cli.app import app

GOOD = (
    "Crack closes north quay\n\nLenna Courier, 6 May 2031\n\nThe board closed the quay on Tuesday."
    "\n\n“It will be shut for a month,” said Ilse Marant, who chairs the board.\n"
)
PAGE = """<html><head><title>Quay<script>leak()</script></title><script>leak()</script></head>
<body onload="leak()"><script>leak()</script><h1>Crack<script>leak()</script> closes quay</h1>
<p onclick="leak()">The board closed <script>leak()</script>the quay on Tuesday.</p>
<p>“It will be shut for a month,” <a href="javascript:leak()">said Ilse Marant</a>, who chairs the
board.</p><svg><script>leak()</script></svg><style>leak</style></body></html>"""

READABLE = {
    "line.txt": "The board said so. " + "word " * 60_000,
    "marks.txt": '"' * 10_000,
    "curly.txt": "“" * 5_000 + GOOD + "’" * 5_000,
    "rtl.txt": "אמר ראש המועצה: «הרציף סגור». الرصيف مغلق، قال المجلس.\n" * 20,
    "emoji.txt": "👩‍👩‍👧‍👦 “🙂 shut 🏳️‍🌈,” said Ilse Marant 🦀.\n" * 20,
    "nul.txt": GOOD.replace("quay", "qu\0ay"),
    "stops.txt": "...!!!???" * 2_000,
    "spaces.txt": " \t\u00a0\u200b\n" * 2_000 + "It is shut, said the board.",
    "nested.txt": "(“‘«[" * 2_000 + "said" + "]»’”)" * 2_000,
    "scripts.html": PAGE,
    "deep.html": "<div>" * 5_000 + GOOD + "</div>" * 5_000,
    "tags.html": "<p><b><i>" * 500 + GOOD,
    "latin.txt": GOOD.encode("cp1252"),
    "wide.txt": GOOD.encode("utf-16"),
    "broken.txt": GOOD.encode().replace(b"month", b"mo\xffnth"),
}
UNREADABLE = {
    "void.txt": (b"", "it is empty"),
    "data.txt": (bytes(range(256)) * 8, "like data"),
    "paper.txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF file"),
    "lines.jsonl": (b'{"id": "ok", "text": "It is shut."}\n{"id": \n', "line 2, column"),
    "other.json": (b'{"reports": [\n{"id": 1}]}', "no manifest"),
    "cut.json": (b'{"reports": [\n', "line 2, column 1"),
    "sunk.json": (b"[" * 100_000, "nested too deeply"),
    "blank.html": (b"<html><script>leak()</script></html>", "no text"),
}


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Traces files of a folder of its own; gives the story, standard error and the status."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WHENCE_DEBUG", raising=False)

    def call(files, *more):
        for name, content in {"good.txt": GOOD, **files}.items():
            (tmp_path / name).write_bytes(
                content if isinstance(content, bytes) else content.encode()
            )
        names = ["good.txt", *files, *more]
        done = CliRunner().invoke(
            app, ["trace", *names, "--format", "json", "--extractor", "rules"]
        )
        assert "Traceback" not in done.stderr
        assert "fault in Whence" not in done.stderr
        assert "stopped Whence" not in done.stderr
        assert all(line.startswith("whence: ") for line in done.stderr.splitlines())
        return json.loads(done.stdout), done.stderr, done.exit_code

    return call


def check(story):
    """Every span of every attribution is true, and the good report is read in full."""
    texts = {report["id"]: report["text"] for report in story["reports"]}
    assert texts["good"] == GOOD
    for extraction in story["extractions"]:
        text = texts[extraction["report"]]
        for attribution in extraction["attributions"]:
            for role in ("source", "cue", "content"):
                for start, end in attribution[role]:
                    assert 0 <= start < end <= len(text)
    good = next(e for e in story["extractions"] if e["report"] == "good")
    contents = [GOOD[s:e] for a in good["attributions"] for s, e in a["content"]]
    assert any("It will be shut for a month" in content for content in contents)


@pytest.mark.parametrize("name", READABLE)
def test_what_can_be_read_is_traced(run, name):
    story, _, status = run({name: READABLE[name]})
    assert status == 0
    assert name.split(".")[0] in [report["id"] for report in story["reports"]]
    check(story)


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_named_and_the_rest_traced(run, name):
    content, sentence = UNREADABLE[name]
    story, errors, status = run({name: content})
    assert status == 1
    assert name in errors
    assert sentence in errors
    assert any(sentence in notice["message"] for notice in story["notices"])
    check(story)


def test_a_missing_file_and_an_empty_folder_are_named(run, tmp_path):
    (tmp_path / "bare").mkdir()
    story, errors, status = run({}, "none.txt", "bare")
    assert status == 1
    assert "none.txt: there is no such file" in errors
    assert "bare: the folder holds no reports" in errors
    check(story)


def test_two_reports_with_one_id_keep_the_first(run):
    manifest = {"reports": [{"id": "good", "file": "good.txt"}, {"id": "good", "file": "nul.txt"}]}
    story, _, status = run({"nul.txt": READABLE["nul.txt"]}, "none.txt")
    assert status == 1
    check(story)
    story, errors, status = run({"m.json": json.dumps(manifest), "nul.txt": READABLE["nul.txt"]})
    assert status == 1
    assert 'its id "good" is taken' in errors
    check(story)


def test_nothing_that_a_script_holds_is_text(run):
    story, _, _ = run({"scripts.html": PAGE})
    (report,) = [report for report in story["reports"] if report["id"] == "scripts"]
    assert "leak" not in report["text"].replace("<script>leak()</script>", "")
    assert report["links"] == []
    assert "The board closed the quay on Tuesday." in report["text"]


def test_all_of_it_at_once(run):
    files = {**READABLE, **{name: content for name, (content, _) in UNREADABLE.items()}}
    story, _, status = run({name: files[name] for name in files if name != "line.txt"})
    assert status == 1
    assert len(story["reports"]) == len(READABLE) + 1
    check(story)
