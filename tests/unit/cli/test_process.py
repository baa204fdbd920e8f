"""The command as a process of its own: how it starts, and how it ends when others end first."""

import subprocess
import sys

from whence import __version__

WHENCE = [sys.executable, "-m", "whence"]


def test_version_loads_nothing_but_the_standard_library():
    code = (
        "import sys; sys.argv = ['whence', '--version']; from whence.cli.main import main; main()"
    )
    check = "; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", code + check], capture_output=True, text=True, check=True
    )
    version, modules = done.stdout.splitlines()
    assert version == f"whence {__version__}"
    assert not {"msgspec", "typer", "numpy", "lxml", "trafilatura"} & set(modules.split())


def test_help_loads_no_stage():
    code = (
        "import sys; from whence.cli.app import app; from typer.testing import CliRunner; "
        "assert CliRunner().invoke(app, ['trace', '--help']).exit_code == 0; "
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not {"numpy", "lxml", "trafilatura", "jinja2", "whence.pipeline"} & loaded


def test_tracing_texts_loads_neither_the_page_reader_nor_the_language_model(tmp_path):
    (tmp_path / "one.txt").write_text("The quay is shut, said the board of the port. " * 3)
    code = "import sys; from whence import read; read(sys.argv[1]); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert not {"trafilatura", "lxml", "py3langid"} & set(done.stdout.split())


def test_a_reader_that_leaves_early_is_no_error(tmp_path):
    report = tmp_path / "one.jsonl"
    line = '{"id": "a", "text": "The quay is shut, said the board. It will open in May."}\n'
    report.write_text(line * 400)
    command = [*WHENCE, "extract", str(report), "--extractor", "rules"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_read_is_a_function_whoever_comes_first():
    code = (
        "import whence.read.reading; from whence import read; import whence; "
        "from whence.read import read_reports; assert read is whence.read is read_reports"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
