"""The manual's page of the command line and the commands themselves say the same."""

import re
import shlex
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from whence.cli.app import app
from whence.cli.formats import Extractors, StoryFormat

MANUAL = Path(__file__).parents[2]
PAGE = (MANUAL / "docs" / "command-line.md").read_text(encoding="utf-8")
ROOT = typer.main.get_command(app)


def commands(group=ROOT, name="whence"):
    for key, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{name} {key}")
        else:
            yield f"{name} {key}", command


ALL = dict(commands())


def section(name):
    """What the page says under the heading of a command, or of the group it belongs to."""
    found = re.split(r"^## ", PAGE, flags=re.MULTILINE)
    return next(text for text in found if text.startswith(" ".join(name.split()[:2]) + "\n"))


def usage_of(name):
    """The lines that say how a command is called, as the first example of its section."""
    return re.search(rf"\$ {name} (.*?)(?=\n\$|\n```)", section(name), re.DOTALL).group(1)


def options(command):
    return [name for p in command.params for name in p.opts if name.startswith("--")]


@pytest.mark.parametrize("name", ALL)
def test_every_command_and_option_is_documented(name):
    text = section(name)
    usage = usage_of(name)
    for option in options(ALL[name]):
        if option != "--help":
            assert option in text, f"{name} {option}"
            assert option in usage, f"{name} {option}"


@pytest.mark.parametrize("name", ALL)
def test_every_documented_option_exists(name):
    usage = usage_of(name)
    known = {name for p in ALL[name].params for name in p.opts} | {"--help"}
    assert set(re.findall(r"--[a-z-]+", usage)) <= known


@pytest.mark.parametrize("choice", [*StoryFormat, *Extractors])
def test_choices_are_documented(choice):
    assert f"`{choice}`" in section("whence trace")
    assert choice in usage_of("whence trace")


def examples():
    for page in (MANUAL / "README.md", *sorted((MANUAL / "docs").glob("*.md"))):
        for block in re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
            for line in block.splitlines():
                is_example = line.startswith("$ ") and " whence " in line
                if is_example and "[" not in line and "INPUT" not in line:
                    yield line[2:].partition("  #")[0]


@pytest.mark.parametrize("line", sorted(set(examples())))
def test_examples_are_right_use(line):
    """Files of the examples do not exist; what counts is that the command line takes them."""
    for piece in line.split("|"):
        words = shlex.split(piece.split(">")[0])
        if words[:1] == ["whence"]:
            done = CliRunner().invoke(app, [*words[1:], "--help"])
            assert done.exit_code == 0, piece


def test_exit_statuses_are_those_of_the_help():
    text = CliRunner().invoke(app, ["--help"]).stdout
    for status in ("0", "1", "2"):
        assert re.search(rf"\| {status} \|", PAGE)
        assert status in text.split("Exit status")[1]
