"""The command line in a folder of its own, and two reports to give it."""

import pytest
from typer.testing import CliRunner

from tests.unit.cli.quay import ONE, TWO
from whence.cli.app import app


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
