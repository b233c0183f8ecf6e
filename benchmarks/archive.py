"""How fast archives are parsed: against a plain loop, on more workers, in how much memory.

    python benchmarks/archive.py [--documents N] [--runs N] [--memory]

The archive is made of the composed study's texts (examples/technology), put together to reports of
some length.  Each figure is the median of the runs; run it on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

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
    for path in sorted(Path(sys.argv[1]).iterdir()):
        document = unreport.read(path)
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


def run(script: str, *args: object) -> None:
    """Run a script from its start to its end."""
    subprocess.run([sys.executable, "-c", script, *map(str, args)], check=True)  # noqa: S603


def batch(folder: Path, workers: int) -> None:
    """Parse a folder into tables, and throw them away."""
    with tempfile.TemporaryDirectory() as out:
        run(BATCH, folder, out, workers)


def median(run: Callable[[], object], runs: int) -> float:
    """Seconds that a run takes."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        run()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


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


def start() -> None:
    """Parse one short file from the command line."""
    with tempfile.TemporaryDirectory() as base:
        (path := Path(base, "a.txt")).write_text("1. We met.\n")
        command = [sys.executable, "-m", "unreport", "batch", str(path), "--out", f"{base}/out"]
        subprocess.run([*command, "-q"], check=True)  # noqa: S603


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=600)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--memory", action="store_true", help="also 500 and 5,000 documents")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as base:
        make(folder := Path(base), given.documents)
        plain = median(lambda: run(LOOP, folder), given.runs)
        one, two = (median(lambda n=n: batch(folder, n), given.runs) for n in (1, 2))
    print(f"plain loop   {plain:6.1f} s  {given.documents / plain:6.1f} documents a second")
    print(f"one worker   {one:6.1f} s  {100 * (one / plain - 1):+.0f} %")
    print(f"two workers  {two:6.1f} s  {one / two:.2f} times one worker")
    print(f"start and end of a run of one file  {median(start, given.runs):.2f} s")
    for documents in (500, 5_000) if given.memory else ():
        print(f"memory of the parent, {documents:5} documents  {memory(documents)} MB")


if __name__ == "__main__":
    main()
