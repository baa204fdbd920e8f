"""Time and memory of everything after extraction, at 50, 100, 200 and 300 reports.

Takes the rumours of the FNC set one after the other until there are enough reports and traces them
as one story::

    python benchmarks/compare_scaling.py --data ../shared/data --sizes 50,100,200,300
"""

import argparse
import gzip
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from whence.compare import compare
from whence.derive import derive
from whence.extract import extract, pick_extractor
from whence.model import Report
from whence.options import Options
from whence.read import read_reports
from whence.resolve import resolve


def reports_of(data: Path, split: str, size: int, scratch: Path) -> tuple[Report, ...]:
    """The first reports of the set, read as the command line reads them."""
    found: list[dict[str, str]] = []
    with gzip.open(data / "fnc" / f"{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for article in json.loads(line)["articles"]:
                found.append({"id": article["id"], "text": article["text"]})
            if len(found) >= size:
                break
    path = scratch / f"fnc_{size}.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in found[:size]), encoding="utf-8")
    return tuple(sorted(read_reports(str(path)).reports, key=lambda report: report.id))


def timed(name: str, size: int, call: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401 - whatever the stage gives
    """What the call gives; prints how long it took."""
    start = time.perf_counter()
    result = call(*arguments)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{size:5d} reports  {name:8s} {time.perf_counter() - start:7.2f} s  {peak:6.0f} MB peak")
    return result


def main() -> None:
    """Prints one line for each stage and size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--split", default="dev")
    parser.add_argument("--sizes", default="50,100,200,300")
    parser.add_argument("--scratch", type=Path, default=Path("/tmp"))
    parser.add_argument("--extractor", default="rules")
    arguments = parser.parse_args()
    options = Options(extractor=arguments.extractor)
    finder = pick_extractor(options)
    for size in map(int, arguments.sizes.split(",")):
        reports = reports_of(arguments.data, arguments.split, size, arguments.scratch)
        start = time.perf_counter()
        extractions = tuple(
            extract(report, extractor=finder, options=options) for report in reports
        )
        print(f"{size:5d} reports  extract  {time.perf_counter() - start:7.2f} s")
        resolution = timed("resolve", size, resolve, reports, extractions)
        comparison = timed("compare", size, compare, reports, extractions, resolution)
        timed("derive", size, derive, reports, extractions, resolution, comparison)
        print(
            f"{size:5d} reports  {len(comparison.alignments)} alignments, "
            f"{len(comparison.statements)} statements"
        )


if __name__ == "__main__":
    main()
