"""How deriving grows with the number of reports: seconds and memory after extraction.

Run with a folder of data that holds ``fnc/dev.jsonl.gz``:

    python benchmarks/derive_scaling.py --data ../shared/data 50 100 200 300

Several rumours are put together into one story, so that some reports are near copies and most
share nothing. Extraction, resolution and comparison are timed apart.
"""

import argparse
import gzip
import io
import itertools
import json
import resource
import time
from pathlib import Path

from whence.compare import compare
from whence.derive import derive
from whence.extract import extract, pick_extractor
from whence.model import Extraction, Report
from whence.options import Options
from whence.read import read_reports
from whence.resolve import resolve


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("sizes", type=int, nargs="*", default=[50, 100, 200, 300])
    arguments = parser.parse_args()
    found = [extract_one(report) for report in read_story(arguments.data, max(arguments.sizes))]
    print("reports  resolve  compare   derive  bases  edges  MiB")
    for size in arguments.sizes:
        measure(found[:size])


def read_story(data: Path, size: int) -> list[Report]:
    """The first reports of the largest rumours."""
    lines = gzip.open(data / "fnc" / "dev.jsonl.gz", "rt", encoding="utf-8")
    stories = sorted(map(json.loads, lines), key=lambda s: (-len(s["articles"]), s["story"]))
    articles = [article for story in stories for article in story["articles"]][:size]
    rows = "\n".join(json.dumps({"id": a["id"], "text": a["text"]}) for a in articles)
    return list(read_reports("-", stdin=io.BytesIO(rows.encode())).reports)


def extract_one(report: Report) -> tuple[Report, Extraction]:
    options = Options(extractor="rules")
    return report, extract(report, extractor=pick_extractor(options), options=options)


def measure(found: list[tuple[Report, Extraction]]) -> None:
    ordered = sorted(found, key=lambda pair: pair[0].id)
    reports = tuple(report for report, _ in ordered)
    extractions = tuple(extraction for _, extraction in ordered)
    marks = [time.perf_counter()]
    resolution = resolve(reports, extractions)
    marks.append(time.perf_counter())
    comparison = compare(reports, extractions, resolution)
    marks.append(time.perf_counter())
    descent = derive(reports, extractions, resolution, comparison)
    marks.append(time.perf_counter())
    seconds = [f"{b - a:8.2f}" for a, b in itertools.pairwise(marks)]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{len(reports):7d} {' '.join(seconds)} {len(descent.bases):6d}"
        f" {len(descent.edges):6d} {memory:4d}"
    )


if __name__ == "__main__":
    main()
