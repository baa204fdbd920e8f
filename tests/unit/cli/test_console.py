"""What reaches the terminal, and how a command ends."""

import io
import sys

import pytest

from whence.cli.console import Console, guarded
from whence.errors import InputError


def end_of(work):
    console = Console()
    with pytest.raises(BaseException) as caught:
        guarded(work, console=console)
    return caught.value.exit_code


def test_errors_of_ours_are_one_sentence(capsys):
    def work():
        raise InputError("x.txt", "it is odd", "mend it")

    assert end_of(work) == 1
    assert capsys.readouterr().err == "whence: x.txt: it is odd; mend it.\n"


def test_a_fault_asks_to_be_reported_and_shows_no_trace(capsys, monkeypatch):
    monkeypatch.delenv("WHENCE_DEBUG", raising=False)

    def work():
        raise KeyError("inner")

    assert end_of(work) == 1
    error = capsys.readouterr().err
    assert "KeyError" in error
    assert "please report it" in error
    assert "Traceback" not in error


def test_a_fault_is_shown_in_full_on_request(monkeypatch):
    monkeypatch.setenv("WHENCE_DEBUG", "1")
    with pytest.raises(KeyError):
        guarded(lambda: {}["x"], console=Console())


def test_an_interrupt_is_quiet(capsys):
    def work():
        raise KeyboardInterrupt

    assert end_of(work) == 130
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
