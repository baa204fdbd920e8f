"""The built wheel in an empty environment does what the checkout does."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.install

MOST_MEGABYTES = 350
UNWANTED = {"torch", "transformers", "huggingface-hub", "tokenizers", "jpype1", "pyspark"}


def run(*command: object, cwd: Path) -> str:
    done = subprocess.run(
        [str(c) for c in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def environment(tmp_path_factory, wheel) -> Path:
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    pip = (folder / "venv" / "bin" / "python", "-m", "pip", "install", "-q")
    run(
        *pip,
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
        ROOT / "requirements/run.txt",
        cwd=folder,
    )
    run(*pip, "--disable-pip-version-check", "--no-deps", wheel, cwd=folder)
    return folder


def test_wheel_holds_program_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert any(name.endswith("show/templates/page.html.j2") for name in names)
    assert any(name.endswith("demo/manifest.json") for name in names)
    tops = {name.split("/")[0].split("-")[0] for name in names}
    assert tops == {"whence"}


def test_demo_runs_from_the_wheel(environment):
    out = run(environment / "venv/bin/whence", "demo", cwd=environment)
    page = next(environment.glob("*.html"))
    assert page.name in out
    assert "origin" in out
    assert page.stat().st_size > 20_000


def test_install_is_small_and_plain(environment):
    site = next((environment / "venv/lib").glob("python*/site-packages"))
    size = sum(f.stat().st_size for f in site.rglob("*") if f.is_file() and not f.is_symlink())
    assert size / 1e6 < MOST_MEGABYTES
    listing = run(
        environment / "venv/bin/python", "-m", "pip", "list", "--format=freeze", cwd=environment
    )
    installed = {line.split("==")[0].lower() for line in listing.splitlines()}
    assert not installed & UNWANTED
