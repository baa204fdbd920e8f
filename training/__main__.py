"""Command line of the training: from the annotated data to the file in the package.

`python -m training all` does everything: fetches the pretrained encoder, compares our word
pieces with the reference, trains, writes the files of the package and measures them.
"""

import argparse
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "src/whence/extract/neural/data"
COMMANDS = ("check", "train", "export", "evaluate", "all")


def main() -> None:
    """Run one command, or all of them in turn."""
    given = _parser().parse_args()
    commands = COMMANDS[:-1] if given.command == "all" else (given.command,)
    for command in commands:
        _STEPS[command](given)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--data", type=Path, default=ROOT / "../shared/data")
    parser.add_argument("--base", type=Path, default=ROOT / "training/.base")
    parser.add_argument("--runs", type=Path, default=ROOT / "training/.runs")
    parser.add_argument("--files", type=Path, default=SHIPPED, help="folder of the shipped files")
    parser.add_argument("--threads", type=int, default=1, help="threads of each process")
    parser.add_argument("--workers", type=int, default=2, help="processes, if there is no GPU")
    parser.add_argument(
        "--documents", type=int, help="read only so many of each data set: to try out the road"
    )
    parser.add_argument("--stop-after", type=int, help="stop after so many steps, to go on later")
    return parser


def _check(given: argparse.Namespace) -> None:
    from training.pieces import compare_pieces

    count, different = compare_pieces(given.data, given.base)
    print(f"{count} texts, {len(different)} cut in another way than by the reference", *different)


def _train(given: argparse.Namespace) -> None:
    from training.recipe import RUNS, TUNING
    from training.run import Place, train
    from training.wordings import tune

    def place(name: str) -> Place:
        return Place(
            data=given.data,
            base=given.base,
            folder=given.runs / name,
            threads=given.threads,
            workers=given.workers,
            documents=given.documents,
        )

    for recipe in RUNS:
        if not train(recipe, place(recipe.name), stop_after=given.stop_after):
            print(f"stopped in the run named {recipe.name}; the same command goes on")
            return
    tune(TUNING, place(TUNING.name))


def _export(given: argparse.Namespace) -> None:
    from training.export import export
    from training.recipe import TUNING
    from training.run import CHECKPOINT

    export(given.runs / TUNING.name / CHECKPOINT, given.base, given.files)


def _evaluate(given: argparse.Namespace) -> None:
    from training.evaluate import evaluate, print_table

    print_table(evaluate(given.data, given.runs, threads=2))


_STEPS = {"check": _check, "train": _train, "export": _export, "evaluate": _evaluate}


if __name__ == "__main__":
    main()
