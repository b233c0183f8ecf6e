"""How long PDFs take, beside other libraries on the same files, and how cost grows with pages.

    python benchmarks/pdf.py FOLDER [FOLDER ...] [--rounds 3] [--limit 20]
    python benchmarks/pdf.py --profile FOLDER [FOLDER ...]
    python benchmarks/pdf.py --growth

See README.md in this folder.
"""

import argparse
import importlib.util
import os
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import pdfplumber

import unreport

REFERENCE = "pdfplumber extract_text"
SIZES = (5, 50, 500)  # pages
ROWS = 45  # of a page
SAMPLE_SECONDS = 0.001
STAGES = {
    "fonts": (
        "/pdffont.",
        "/encodingdb.",
        "/cmapdb.",
        "/fontTools/",
        "/file/font",
        "_fonts.",
        "/to_unicode.",
    ),
    "objects of the file": ("/file/syntax/", "/file/streams.", "/page_tree.", "/pdfminer/"),
    "content streams": ("/content/interpreter.", "/content/syntax.", "_operators.", "/limits."),
    "strings to glyphs": ("/content/", "/file/page_glyphs.", "/file/engine.", "/file/device."),
    "ruling lines, ruled tables": ("/file/", "/pdfplumber/"),
    "rows and words": ("/bidi/baselines/", "/bidi/rows.", "/bidi/clusters.", "font_encodings."),
    "evidence on fonts": ("/bidi/font_faults/", "/bidi/kashida.", "/pdf/spelling/"),
    "logical order": ("/bidi/",),
    "doubts, accounts of letters": ("/pdf/checks/",),
    "regions, tables, reading order": ("/pdf/layout/",),
    "the report": ("/unreport/",),
}
"""Parts of the paths of the modules of each stage; the first that fits counts."""
WORDS = "The Working Group considered the proposals submitted by delegations and agreed to continue"


class Engine(NamedTuple):
    """A library, and what it does with a file; it returns the seconds of processor time."""

    name: str
    seconds: Callable[[Path], float]


def main() -> None:
    arguments = read_arguments()
    if arguments.one:
        print(f"{processor_time(lambda: unreport.parse(arguments.one)):.3f} {peak_memory()}")
    elif arguments.growth:
        show_growth()
    for folder in arguments.folders:
        if arguments.profile:
            show_profile(folder, arguments.rounds, arguments.limit)
        else:
            show_folder(folder, arguments.rounds, arguments.limit)


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, help="folders or files to compare on")
    parser.add_argument("--rounds", type=int, default=3, help="times that each file is read")
    parser.add_argument("--limit", type=int, default=20, help="files of each folder")
    parser.add_argument("--profile", action="store_true", help="where the time of `parse` goes")
    parser.add_argument("--growth", action="store_true", help="cost from 5 to 500 pages")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


# --- engines --------------------------------------------------------------------------------------


def engines() -> Iterator[Engine]:
    """unreport, pdfplumber, and what else is installed."""
    yield Engine("unreport parse", timed(unreport.parse))
    yield Engine("unreport read", timed(unreport.read))
    yield Engine(REFERENCE, timed(extract_with_pdfplumber))
    for name, module, action in (
        ("playa", "playa", extract_with_playa),
        ("pypdf", "pypdf", extract_with_pypdf),
        ("pypdfium2", "pypdfium2", extract_with_pdfium),
    ):
        if importlib.util.find_spec(module):
            yield Engine(name, timed(action))
    if shutil.which("pdftotext"):
        yield Engine("poppler pdftotext", extract_with_poppler)


def timed(action: Callable[[Path], object]) -> Callable[[Path], float]:
    return lambda path: processor_time(lambda: action(path))


def processor_time(action: Callable[[], object]) -> float:
    began = time.process_time()
    action()
    return time.process_time() - began


def extract_with_pdfplumber(path: Path) -> None:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()


def extract_with_playa(path: Path) -> None:
    import playa  # noqa: PLC0415 - it may not be installed

    with playa.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()


def extract_with_pypdf(path: Path) -> None:
    import pypdf  # noqa: PLC0415

    for page in pypdf.PdfReader(path).pages:
        page.extract_text()


def extract_with_pdfium(path: Path) -> None:
    import pypdfium2  # noqa: PLC0415

    for page in pypdfium2.PdfDocument(path):
        page.get_textpage().get_text_bounded()


def extract_with_poppler(path: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = ["pdftotext", path, os.devnull]
    subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - a file of the caller
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


# --- comparison -----------------------------------------------------------------------------------


def show_folder(folder: Path, rounds: int, limit: int) -> None:
    """Print milliseconds a page of each engine, all on the same files in turn."""
    paths = [folder] if folder.is_file() else readable(folder, limit)
    pages = sum(len(pdfplumber.open(path).pages) for path in paths)
    tried = [*engines()]
    seconds = {engine.name: 0.0 for engine in tried}
    for path in paths:
        times: dict[str, list[float]] = {engine.name: [] for engine in tried}
        for at in range(rounds):
            for engine in [*tried[at % len(tried) :], *tried[: at % len(tried)]]:
                times[engine.name].append(engine.seconds(path))
        for name, taken in times.items():
            seconds[name] += statistics.median(taken)
    print(f"\n{folder.name}: {len(paths)} files, {pages} pages, median of {rounds} rounds")
    print(f"{'':<26}{'ms a page':>10}{'pages a s':>11}{'times as fast':>15}")
    for name, total in seconds.items():
        factor = seconds[REFERENCE] / total
        print(f"{name:<26}{1000 * total / pages:10.1f}{pages / total:11.0f}{factor:15.1f}")


def readable(folder: Path, limit: int) -> list[Path]:
    """Some files of a folder that have text, evenly spread over it."""
    paths = []
    every = sorted(folder.rglob("*.pdf"))
    for path in every[:: max(1, len(every) // limit)][:limit]:
        try:
            unreport.parse(path)
        except unreport.UnreportError:
            continue
        paths.append(path)
    return paths


# --- profile --------------------------------------------------------------------------------------


def show_profile(folder: Path, rounds: int, limit: int) -> None:
    """Print the share of each stage in the processor time of `parse`, by samples."""
    paths = [folder] if folder.is_file() else readable(folder, limit)
    pages = sum(len(pdfplumber.open(path).pages) for path in paths)
    samples: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda _number, frame: samples.update((stage_of(frame),)))
    signal.setitimer(signal.ITIMER_PROF, SAMPLE_SECONDS, SAMPLE_SECONDS)
    seconds = processor_time(
        lambda: [unreport.parse(path) for _ in range(rounds) for path in paths]
    )
    signal.setitimer(signal.ITIMER_PROF, 0)
    total = sum(samples.values())
    each = 1000 * seconds / rounds / pages
    print(f"\n{folder.name}: {len(paths)} files, {pages} pages, {total} samples")
    print(f"{'':<34}{'per cent':>10}{'ms a page':>11}")
    for name, count in samples.most_common():
        print(f"{name:<34}{100 * count / total:10.1f}{each * count / total:11.2f}")


def stage_of(frame: FrameType | None) -> str:
    """The stage in which a stack is: that of the innermost function of one."""
    while frame is not None:
        path = frame.f_code.co_filename.replace(os.sep, "/")
        for name, parts in STAGES.items():
            if any(part in path for part in parts):
                return name
        frame = frame.f_back
    return "the rest"


# --- growth ---------------------------------------------------------------------------------------


def show_growth() -> None:
    """Print seconds and memory of files of more and more pages, each in a process of its own."""
    print(f"{'pages':>6}{'seconds':>9}{'ms a page':>11}{'MB at most':>12}")
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            path = Path(folder, f"{size}.pdf")
            path.write_bytes(composed(size))
            command = [sys.executable, __file__, "--one", path]
            done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603
            seconds, memory = map(float, done.stdout.split())
            print(f"{size:>6}{seconds:>9.2f}{1000 * seconds / size:>11.1f}{memory:>12.0f}")


def peak_memory() -> int:
    """The memory of this process at its highest, in MB."""
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit


def composed(pages: int) -> bytes:
    """A PDF of some pages of numbered paragraphs."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", FONT]
    kids = []
    for number in range(pages):
        kids.append(b"%d 0 R" % (len(objects) + 1))
        content = zlib.compress(b"".join(shown(number, row) for row in range(ROWS)))
        objects.append(PAGE % (len(objects) + 2))
        head = b"<</Length %d/Filter/FlateDecode>>\nstream\n" % len(content)
        objects.append(head + content + b"\nendstream")
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), pages)
    out = b"%PDF-1.4\n"
    table = b""
    for number, body in enumerate(objects, start=1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return out + head + table + trailer % (len(objects) + 1, len(out))


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R"
    b"/Resources<</Font<</F 3 0 R>>>>>>"
)


def shown(page: int, row: int) -> bytes:
    """One row of text as Word draws it."""
    number = f"{page * ROWS // 3 + row // 3 + 1}. " if row % 3 == 0 else ""
    stop = "." if row % 3 == 2 else ""  # noqa: PLR2004 - the last row of a paragraph
    text = f"{number}{WORDS}{stop}".encode()
    return b"q BT /F 10 Tf 1 0 0 1 72 %d Tm 0 g [(%s)] TJ ET Q\n" % (720 - 14 * row, text)


if __name__ == "__main__":
    main()
