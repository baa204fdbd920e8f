"""How quickly ``whence extract`` goes through PolNeAR's development part, start and output included.

    python -m benchmarks.extracting --data ../shared/data [--extractor rules] [--threads 1 2]

For each number of threads, the quickest of several runs: seconds, words a second, core-seconds (of
user and system together), how much of two cores that is, and the peak memory of the largest of its
processes. The last line is one article alone. Run it on an idle machine: seconds count whatever
else runs beside it, and core-seconds do so too where caches are shared.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

CORES = 2


class Run(NamedTuple):
    seconds: float
    core_seconds: float
    mebibytes: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--extractor", default="model")
    parser.add_argument("--threads", type=int, nargs="*", default=[1, CORES])
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with gzip.open(arguments.data / "polnear" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    print("threads  words  seconds  words/s  core-s  of two cores  MiB")
    for threads in arguments.threads:
        measure(texts, arguments, threads)
    measure(texts[:1], arguments, CORES)


def measure(texts: list[str], arguments: argparse.Namespace, threads: int) -> None:
    """Print the quickest of several runs over some texts."""
    words = sum(len(text.split()) for text in texts)
    with tempfile.TemporaryDirectory() as folder:
        given, found = Path(folder, "given.jsonl"), Path(folder, "found.jsonl")
        records = ({"id": str(n), "text": text} for n, text in enumerate(texts))
        given.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        command = ["extract", str(given), "--output", str(found), "--threads", str(threads)]
        command += ["--extractor", arguments.extractor, "--quiet"]
        best = min(run(command) for _ in range(arguments.runs))
    print(
        f"{threads:7} {words:6} {best.seconds:8.2f} {words / best.seconds:8.0f}"
        f" {best.core_seconds:7.2f} {best.core_seconds / best.seconds / CORES:13.0%}"
        f" {best.mebibytes:4.0f}"
    )


def run(command: list[str]) -> Run:
    """What one run of the command ``whence`` takes."""
    begun = time.perf_counter()
    process = subprocess.Popen([Path(sys.executable).with_name("whence"), *command])
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"whence {' '.join(command)} gave {process.returncode}")
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
