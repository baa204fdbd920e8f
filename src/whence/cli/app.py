"""The command ``whence``: what it takes, and what its exit status means.

Commands import what they need when they run, and only here: loading all of it takes longer than
most answers (``whence --help`` would wait for the HTML reader and the model's runtime).
"""
# ruff: noqa: D301  # in help, a line of backspace keeps the lines after it as they are

from pathlib import Path
from typing import Annotated, Final

import typer

from whence import __version__
from whence.cli.console import Console, guarded
from whence.cli.formats import Extractors, StoryFormat
from whence.options import DEFAULTS, Options

DEFAULT_EXTRACTOR: Final = Extractors(DEFAULTS.extractor)

app = typer.Typer(
    name="whence",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
score_app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Score output of Whence, or of any system, against gold.",
)
app.add_typer(score_app, name="score")

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files (.txt .md .html .htm .jsonl), folders, a manifest.json, or - (standard input).",
        show_default=False,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Extractor = Annotated[Extractors, typer.Option("--extractor", help="What finds the attributions.")]
Threads = Annotated[
    int,
    typer.Option("--threads", min=0, help="Cores to work on; 0 means all, at most two."),
]
SpeechOnly = Annotated[
    bool,
    typer.Option(
        "--speech-only", help="Leave out beliefs, intentions and feelings that nobody uttered."
    ),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="PATH", help="Where to write; - for standard output."),
]


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"whence {__version__}")
        raise typer.Exit


@app.callback()
def whence(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Show who said what in the reports of a news story, and by way of whom.

    Each statement comes with the number of independent origins it rests on. Nothing is sent or
    fetched.

    \b
    Examples:
      whence demo
      whence trace reports/
      whence trace manifest.json --output story.html

    Exit status: 0 all went well, 1 something failed, 2 wrong use.
    """


@app.command()
def trace(
    inputs: Inputs,
    format: Annotated[
        StoryFormat,
        typer.Option("--format", "-f", help="A page, the whole story, or the exchange format."),
    ] = StoryFormat.HTML,
    output: Output = None,
    extractor: Extractor = DEFAULT_EXTRACTOR,
    threads: Threads = DEFAULTS.threads,
    speech_only: SpeechOnly = DEFAULTS.speech_only,
    quiet: Quiet = False,
) -> None:
    """Trace the reports of one story.

    Writes a page (whence-STORY.html here, unless --output says otherwise), prints where it lies
    and a summary. With --format json or eval it prints the story itself.

    \b
    Examples:
      whence trace reports/
      whence trace one.html two.txt three.txt --output story.html
      whence trace manifest.json --format json > story.json
      curl -s https://news.example/item.html | whence trace - other.txt
    """
    console = Console(quiet=quiet)

    def work() -> int:
        from whence.cli.tracing import run_trace

        return run_trace(
            inputs,
            format=format,
            output=output,
            options=Options(extractor=extractor.value, threads=threads, speech_only=speech_only),
            console=console,
        )

    guarded(work, console=console)


@app.command()
def extract(
    inputs: Inputs,
    output: Output = None,
    extractor: Extractor = DEFAULT_EXTRACTOR,
    threads: Threads = DEFAULTS.threads,
    speech_only: SpeechOnly = DEFAULTS.speech_only,
    quiet: Quiet = False,
) -> None:
    """Find who said what, figures and dates in each report by itself.

    Takes one object {"id": ..., "text": ...} a line, or texts and pages; gives one object a line
    in the same order, with offsets into the text, as soon as each is done.

    \b
    Examples:
      whence extract reports.jsonl --output found.jsonl
      whence extract article.html
      cat reports.jsonl | whence extract - > found.jsonl
    """
    console = Console(quiet=quiet)

    def work() -> int:
        from whence.cli.extracting import run_extract

        return run_extract(
            inputs,
            output=output,
            options=Options(extractor=extractor.value, threads=threads, speech_only=speech_only),
            console=console,
        )

    guarded(work, console=console)


@app.command()
def demo(
    output: Output = None,
    extractor: Extractor = DEFAULT_EXTRACTOR,
    threads: Threads = DEFAULTS.threads,
    speech_only: SpeechOnly = DEFAULTS.speech_only,
    quiet: Quiet = False,
) -> None:
    """Trace the invented story that ships with Whence.

    \b
    Examples:
      whence demo
      whence demo --output demo.html
    """
    console = Console(quiet=quiet)

    def work() -> int:
        from whence.cli.tracing import run_demo

        return run_demo(
            output=output,
            options=Options(extractor=extractor.value, threads=threads, speech_only=speech_only),
            console=console,
        )

    guarded(work, console=console)


@app.command()
def schema(output: Output = None) -> None:
    """Print the JSON Schema of what trace --format json writes.

    \b
    Example:
      whence schema > story.schema.json
    """
    console = Console()

    def work() -> int:
        from whence.cli.tracing import run_schema

        return run_schema(output=output, console=console)

    guarded(work, console=console)


@score_app.command("attributions")
def score_attributions(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Gold, one text a line (.jsonl, .gz).")
    ],
    system: Annotated[Path, typer.Argument(metavar="SYSTEM", help="What extract wrote.")],
) -> None:
    """Score attributions found in single reports.

    \b
    Example:
      whence extract gold.jsonl.gz --output found.jsonl
      whence score attributions gold.jsonl.gz found.jsonl
    """
    console = Console()

    def work() -> int:
        from whence.cli.scoring import run_score_attributions

        return run_score_attributions(gold, system, console=console)

    guarded(work, console=console)


@score_app.command("stories")
def score_stories(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder of stories with gold.")],
    system: Annotated[
        Path,
        typer.Argument(metavar="SYSTEM", help="Folder of STORY.json from trace --format eval."),
    ],
) -> None:
    """Score traced stories, per story and in all.

    \b
    Example:
      whence trace gold/flood --format eval --output out/flood.json
      whence score stories gold out
    """
    console = Console()

    def work() -> int:
        from whence.cli.scoring import run_score_stories

        return run_score_stories(gold, system, console=console)

    guarded(work, console=console)
