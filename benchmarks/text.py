"""How long parsing takes beside one pass of a pattern over the same text, and how it grows.

    python benchmarks/text.py [FOLDER] [--profile] [--quick] [--by-language]

See README.md in this folder.
"""

import argparse
import cProfile
import pstats
import time
from collections.abc import Callable
from pathlib import Path

import regex

from unreport import parse_text

WORDS = regex.compile(r"\p{L}+|\p{N}+")
EXAMPLES = Path(__file__).parent.parent / "examples"
MEGABYTE = 1_000_000
RUNS = 3


def main() -> None:
    arguments = read_arguments()
    if arguments.by_language:
        show_languages(arguments.folder or EXAMPLES)
        return
    text = joined(arguments.folder)
    print(f"{'text':<34}{'MB':>7}{'words':>9}{'parse':>9}{'ratio':>8}{'MB/s':>8}")
    for name, sample in samples(text, quick=arguments.quick):
        show(name, sample)
    if arguments.profile:
        profile(text)


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "folder", nargs="?", type=Path, help="text files to join; else the examples"
    )
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    parser.add_argument("--quick", action="store_true", help="nothing above 2 MB")
    parser.add_argument(
        "--by-language",
        action="store_true",
        help="the documents one by one, by language, beside a scan of the English ones",
    )
    return parser.parse_args()


def show_languages(folder: Path) -> None:
    """Megabytes a second of processor time, and the share of what the scan of English does."""
    documents: dict[str, list[str]] = {}
    for file in sorted(folder.glob("*.txt")):
        text = file.read_text(encoding="utf-8", errors="replace")
        documents.setdefault(parse_text(text).language or "none", []).append(text)
    english = documents.get("en") or [text for texts in documents.values() for text in texts]
    scan = speed(WORDS.findall, english)
    print(f"{'language':<10}{'documents':>10}{'MB':>8}{'MB/s':>8}{'of the scan':>13}")
    for language, texts in sorted(documents.items()):
        rate = speed(parse_text, texts)
        size = sum(len(text.encode()) for text in texts) / MEGABYTE
        print(f"{language:<10}{len(texts):10}{size:8.2f}{rate:8.2f}{rate / scan:13.3f}")


def speed(action: Callable[[str], object], texts: list[str]) -> float:
    """Megabytes of texts, one by one, in a second of processor time; the best of some runs."""
    times = []
    for _ in range(RUNS):
        began = time.process_time()
        for text in texts:
            action(text)
        times.append(time.process_time() - began)
    return sum(len(text.encode()) for text in texts) / MEGABYTE / max(min(times), 1e-9)


def joined(folder: Path | None) -> str:
    files = sorted((folder or EXAMPLES).glob("*.txt"))
    text = "\n\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files)
    return text if folder else repeated(text, MEGABYTE)


def repeated(text: str, size: int) -> str:
    return ((text + "\n\n") * (size // len(text) + 1))[:size]


def samples(text: str, *, quick: bool) -> list[tuple[str, str]]:
    """The text itself, then what must not take more than its share."""
    sizes = [1, 2] if quick else [1, 2, 5, 10, 20]
    longest = sizes[-1] * MEGABYTE
    count = 10_000 if quick else 100_000
    flat = " ".join(text.split())
    return [
        ("the text", text),
        *((f"the text, {size} MB", repeated(text, size * MEGABYTE)) for size in sizes),
        ("the text on one line", repeated(flat, longest).replace("\n", " ")),
        (f"{count:,} items on lines", "\n".join(f"({n}) item {n};" for n in range(1, count + 1))),
        (f"{count:,} items in a line", "; ".join(f"({n}) item" for n in range(1, count + 1))),
        (f"{count:,} paragraphs", "\n\n".join(f"{n}. It met." for n in range(1, count + 1))),
    ]


def show(name: str, text: str) -> None:
    large = len(text) > 2 * MEGABYTE
    words = best(lambda: WORDS.findall(text), 1 if large else RUNS)
    parse = best(lambda: parse_text(text), 1 if large else RUNS)
    size = len(text.encode()) / MEGABYTE
    speed = size / parse
    print(
        f"{name:<34}{size:7.2f}{words:9.3f}{parse:9.3f}{parse / words:8.1f}{speed:8.2f}", flush=True
    )


def best(action: Callable[[], object], runs: int) -> float:
    """The shortest of some runs, in seconds."""
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    return min(times)


def profile(text: str) -> None:
    profiler = cProfile.Profile()
    profiler.runcall(parse_text, text)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(40)


if __name__ == "__main__":
    main()
