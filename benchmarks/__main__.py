"""Measures what each step costs and how that grows: `python -m benchmarks`, or `make benchmark`.

Writes benchmarks/results.csv, which the site shows. Times are processor time of the step and its
children, medians of several runs; memory is the most that one process held. Nothing is judged here.
"""

import argparse
import csv
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import made_up
from benchmarks.results import RESULTS, Result, write
from benchmarks.stages import FIGURES, STAGES, Stage

SIZES = [5, 20, 80, 320]
RUNS = 3


class Cost(NamedTuple):
    """Processor seconds and megabytes of one run."""

    seconds: float
    megabytes: float


class Known(NamedTuple):
    """What a size before has shown."""

    figures: int
    seconds: float


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="benchmark", description=str(__doc__).partition("\n\n")[0]
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of documents")
    parser.add_argument("--runs", type=int, default=RUNS, help="runs of each step")
    parser.add_argument("--stages", nargs="+", help="only these steps")
    parser.add_argument("--write", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    results = list(measured(options.sizes, options.runs, options.stages or []))
    if options.write:
        write(results)
    return 0


def measured(sizes: list[int], runs: int, only: list[str]) -> Iterator[Result]:
    """The results of each size and step, told as they come."""
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} processors, medians of {runs} runs"
    )
    before: dict[str, Known] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "project"
            made_up.write(root, Path(), size)
            cost(STAGES[0], root)  # the other steps need what it writes
            for stage in STAGES:
                if size <= stage.most and (not only or stage.name in only):
                    for result in results_of(stage, root, size, runs, before):
                        print(told(result), flush=True)
                        yield result


def results_of(
    stage: Stage, root: Path, size: int, runs: int, before: dict[str, Known]
) -> Iterator[Result]:
    """What a step costs in all and a figure, how that grows from the size before, and what it wrote
    weighs.
    """
    costs = [cost(stage, root) for _ in range(runs)]
    seconds = statistics.median(each.seconds for each in costs)
    megabytes = statistics.median(each.megabytes for each in costs)
    known = Known(number_of_figures(root), seconds)
    yield Result(stage.name, stage.does, size, f"{seconds:.2f}", "s")
    yield Result(
        stage.name, f"{stage.does}, a figure", size, f"{1000 * seconds / known.figures:.3f}", "ms"
    )
    yield Result(stage.name, f"{stage.does}, memory", size, f"{megabytes:.0f}", "MB")
    if growth := grown(before.get(stage.name), known):
        yield Result(
            stage.name, f"{stage.does}, growth from the size before", size, growth, "exponent"
        )
    before[stage.name] = known
    for each in stage.weighs(root):
        yield Result(stage.name, each.what, size, f"{each.amount:.3g}", each.unit)


def cost(stage: Stage, root: Path) -> Cost:
    stage.prepare(root)
    quiet = subprocess.DEVNULL
    with subprocess.Popen(stage.command(root), stdout=quiet) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{stage.name} failed with exit code {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def grown(before: Known | None, now: Known) -> str:
    """How time grows with figures from the size before: 1 is in step, 2 is with the square."""
    if before is None or now.figures <= before.figures or before.seconds <= 0:
        return ""
    return f"{math.log(now.seconds / before.seconds) / math.log(now.figures / before.figures):.2f}"


def number_of_figures(root: Path) -> int:
    with (root / FIGURES).open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1


def told(result: Result) -> str:
    return (
        f"{result.command:13} {result.size:6,} documents {result.median:>9} {result.unit:8} "
        f"{result.what}"
    )


if __name__ == "__main__":
    sys.exit(main())
