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

import unreport  # noqa: E402
from unreport.batch import Job, write_archive  # noqa: E402
from unreport.examine import parse_checked  # noqa: E402
from unreport.workers import Limits  # noqa: E402

REPEATED = 12  # a text of about 15 kB, as a draft report has
LANGUAGES = tuple(make_archive.WORDS)


def make(folder: Path, documents: int) -> None:
    """Write the texts, no two alike."""
    for n in range(documents):
        language = LANGUAGES[n % len(LANGUAGES)]
        head, _, body = make_archive.report(language, 2014 + n % 6, n % 3).partition("\n\n")
        text = "\n\n".join([head, *[body] * REPEATED, f"Copy {n}."])
        (folder / f"{n:05}.txt").write_text(text, encoding="utf-8")


def loop(folder: Path) -> None:
    """What one would write without `unreport batch`."""
    with tempfile.TemporaryFile() as file:
        for path in sorted(folder.iterdir()):
            report, _ = parse_checked(path.read_bytes(), name=path.name)
            file.write(unreport.to_json(report).encode() + b"\n")


def batch(folder: Path, workers: int) -> None:
    """The same, and the tables, in worker processes."""
    with tempfile.TemporaryDirectory() as out:
        write_archive(Job(sources=(folder,), out=Path(out), limits=Limits(workers=workers)))


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
from unreport.batch import Job, write_archive
from unreport.workers import Limits
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
        plain = median(lambda: loop(folder), given.runs)
        one, two = (median(lambda n=n: batch(folder, n), given.runs) for n in (1, 2))
    print(f"plain loop   {plain:6.1f} s  {given.documents / plain:6.1f} documents a second")
    print(f"one worker   {one:6.1f} s  {100 * (one / plain - 1):+.0f} %")
    print(f"two workers  {two:6.1f} s  {one / two:.2f} times one worker")
    print(f"start and end of a run of one file  {median(start, given.runs):.2f} s")
    for documents in (500, 5_000) if given.memory else ():
        print(f"memory of the parent, {documents:5} documents  {memory(documents)} MB")


if __name__ == "__main__":
    main()
