"""Command line of the training: `python -m training --help`."""

import argparse
from pathlib import Path

from training.recipe import Recipe
from training.run import Place, train

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Run one command, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("command", choices=("train",))
    parser.add_argument("--data", type=Path, default=ROOT / "../shared/data")
    parser.add_argument("--base", type=Path, default=ROOT / "training/.base")
    parser.add_argument("--runs", type=Path, default=ROOT / "training/.runs/main")
    parser.add_argument("--threads", type=int, default=1, help="threads of each process")
    parser.add_argument("--workers", type=int, default=2, help="processes, if there is no GPU")
    parser.add_argument("--stop-after", type=int, help="stop after so many steps, to go on later")
    parser.add_argument("--last-step", type=int, help="end the run early, rates led to zero")
    given = parser.parse_args()
    place = Place(
        data=given.data,
        base=given.base,
        folder=given.runs,
        threads=given.threads,
        workers=given.workers,
    )
    train(Recipe(last_step=given.last_step), place, stop_after=given.stop_after)


if __name__ == "__main__":
    main()
