"""How fast archives are parsed: against a plain loop, on more workers, in how much memory.

    python benchmarks/archive.py [--documents N | --folder FOLDER] [--runs N] [--memory]

The archive is made of the composed study's texts (examples/technology), put together to reports of
some length, or it is a folder of files: PDFs, for example.  Each figure is the median of the runs;
run it on a machine that does nothing else.  The seconds of processor time that stand beside it, of
the parent and of the workers, can be compared on a busy machine as well.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "examples" / "technology"))

import make_archive  # noqa: E402

REPEATED = 12  # a text of about 15 kB, as a draft report has
LANGUAGES = tuple(make_archive.WORDS)


def make(folder: Path, documents: int) -> None:
    """Write the texts, no two alike."""
    for n in range(documents):
        language = LANGUAGES[n % len(LANGUAGES)]
        head, _, body = make_archive.report(language, 2014 + n % 6, n % 3).partition("\n\n")
        text = "\n\n".join([head, *[body] * REPEATED, f"Copy {n}."])
        (folder / f"{n:05}.txt").write_text(text, encoding="utf-8")


# What one would write without `unreport batch`
LOOP = """
import sys, tempfile, unreport
from pathlib import Path
with tempfile.TemporaryFile() as file:
    for path in sorted(Path(sys.argv[1]).iterdir())[int(sys.argv[2]) :: int(sys.argv[3])]:
        try:
            document = unreport.read(path)
        except unreport.UnreportError:
            continue
        report = unreport.parse_document(document)
        unreport.check(report, document)
        file.write(unreport.to_json(report).encode() + b"\\n")
"""
# The same, and the tables, in worker processes
BATCH = """
import sys
from pathlib import Path
from unreport import Job, Limits, write_archive
job = Job(sources=(sys.argv[1],), out=Path(sys.argv[2]), limits=Limits(workers=int(sys.argv[3])))
write_archive(job)
"""


PROCESSOR_TIME = """
import os
spent = os.times()
print(spent.user + spent.system, spent.children_user + spent.children_system)
"""


class Cost(NamedTuple):
    """Seconds that a run takes: elapsed, and of processor time in it and in its workers."""

    elapsed: float
    parent: float
    workers: float

    def __str__(self) -> str:
        return f"{self.elapsed:6.1f} s  processor {self.parent:6.2f} + {self.workers:6.2f} s"


def run(script: str, *args: object) -> Cost:
    """Run a script from its start to its end."""
    command = [sys.executable, "-c", script + PROCESSOR_TIME, *map(str, args)]
    begun = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    elapsed = time.perf_counter() - begun
    parent, workers = map(float, done.stdout.split()[-2:])
    return Cost(elapsed, parent, workers)


def side_by_side(folder: Path, loops: int) -> Cost:
    """Parse a folder in plain loops that know nothing of each other, each every n-th file.

    How much faster than one loop this is, is what the machine's processors allow.
    """
    with ThreadPoolExecutor(loops) as pool:
        begun = time.perf_counter()
        costs = list(pool.map(lambda turn: run(LOOP, folder, turn, loops), range(loops)))
        elapsed = time.perf_counter() - begun
    return Cost(elapsed, sum(cost.parent for cost in costs), 0.0)


def batch(folder: Path, workers: int) -> Cost:
    """Parse a folder into tables, and throw them away."""
    with tempfile.TemporaryDirectory() as out:
        return run(BATCH, folder, out, workers)


def median(run: Callable[[], Cost], runs: int) -> Cost:
    """What a run costs; of each figure the median."""
    return Cost(*map(statistics.median, zip(*(run() for _ in range(runs)), strict=True)))


MEMORY = """
import resource, sys
from pathlib import Path
from unreport import Job, Limits, write_archive
write_archive(Job(sources=(sys.argv[1],), out=Path(sys.argv[2]), limits=Limits(workers=2)))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def memory(documents: int) -> int:
    """Megabytes that the parent takes at most."""
    with tempfile.TemporaryDirectory() as base:
        (folder := Path(base, "archive")).mkdir()
        make(folder, documents)
        command = [sys.executable, "-c", MEMORY, str(folder), str(Path(base, "out"))]
        return int(subprocess.run(command, capture_output=True, check=True).stdout)  # noqa: S603


def start() -> float:
    """Seconds to parse one short file from the command line."""
    with tempfile.TemporaryDirectory() as base:
        (path := Path(base, "a.txt")).write_text("1. We met.\n")
        command = [sys.executable, "-m", "unreport", "batch", str(path), "--out", f"{base}/out"]
        begun = time.perf_counter()
        subprocess.run([*command, "-q"], check=True)  # noqa: S603
        return time.perf_counter() - begun


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=600)
    parser.add_argument("--folder", type=Path, help="of files, instead of composed texts")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--memory", action="store_true", help="also 500 and 5,000 documents")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as base:
        folder = given.folder or Path(base)
        if not given.folder:
            make(folder, given.documents)
        compare(folder, given.runs)
    started = statistics.median(start() for _ in range(given.runs))
    print(f"start and end of a run of one file  {started:.2f} s")
    for documents in (500, 5_000) if given.memory else ():
        print(f"memory of the parent, {documents:5} documents  {memory(documents)} MB")


def compare(folder: Path, runs: int) -> None:
    """Print what the files of a folder cost in loops and with one and two workers."""
    files = sum(1 for _ in folder.iterdir())
    plain = median(lambda: run(LOOP, folder, 0, 1), runs)
    beside = median(lambda: side_by_side(folder, 2), runs)
    one, two = (median(lambda n=n: batch(folder, n), runs) for n in (1, 2))
    print(f"{files} files, the processor time that of the parent and of its workers")
    print(f"plain loop   {plain}  {files / plain.elapsed:6.1f} files a second")
    print(f"two loops    {beside}  {plain.elapsed / beside.elapsed:.2f} times one, side by side")
    print(f"one worker   {one}  {100 * (one.elapsed / plain.elapsed - 1):+.0f} %")
    print(f"two workers  {two}  {one.elapsed / two.elapsed:.2f} times one worker")


if __name__ == "__main__":
    main()
