"""The command itself: its version and its help."""

import sys

import pytest

from whence import __version__
from whence.cli.main import main


def test_version(monkeypatch, capsys, run):
    monkeypatch.setattr(sys, "argv", ["whence", "--version"])
    main()
    assert capsys.readouterr().out == f"whence {__version__}\n"
    assert run("--version").stdout == f"whence {__version__}\n"


@pytest.mark.parametrize("command", ["trace", "extract", "demo", "schema"])
def test_help_has_an_example_of_each_command(run, command):
    done = run(command, "--help")
    assert done.exit_code == 0
    assert f"whence {command}" in done.stdout
    assert "Example" in done.stdout
