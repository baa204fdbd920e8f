"""The manual says what is so: options, links, examples."""

import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from whence.options import Options
from whence.show.views.wordings import VARIATIONS

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_every_option_is_documented():
    page = (ROOT / "docs" / "options.md").read_text(encoding="utf-8")
    for field in msgspec.structs.fields(Options):
        meaning = msgspec.json.schema(Options)["$defs"]["Options"]["properties"][field.name]
        assert f"`{field.name}`" in page
        assert meaning["description"] in page


def test_page_and_manual_say_the_same_of_every_variation():
    page = (ROOT / "docs" / "wording.md").read_text(encoding="utf-8")
    for name, meaning in VARIATIONS.items():
        assert f"| {name} | {meaning} |" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http", "mailto:")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def python_examples():
    for page in PAGES:
        for code in re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            yield pytest.param(code, id=f"{page.name}: {code.splitlines()[-1].strip()}")


@pytest.mark.parametrize("code", list(python_examples()))
def test_python_examples_run(code, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "one.txt").write_text("The mayor of Lenna said the quay was shut.\n")
    found: dict[str, object] = {}
    exec(code, found)
    assert found["story"].reports[0].id == "one"


def test_all_pages_are_in_the_index():
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        if page.stem != "index":
            assert re.search(rf"^{page.stem}$", index, re.MULTILINE), page.name


def test_manual_builds(tmp_path):
    command = [sys.executable, "-m", "sphinx", "-q", "-E", str(ROOT / "docs"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    errors = [line for line in done.stderr.splitlines() if "ERROR" in line or "CRITICAL" in line]
    assert errors == []
    assert (tmp_path / "concepts.html").exists()
