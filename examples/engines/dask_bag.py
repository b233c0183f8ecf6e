"""Parse files with Dask: `python dask_bag.py FILE…` (needs `pip install "dask[bag]"`)."""

from __future__ import annotations

import sys
from pathlib import Path

import dask
from dask import bag

from unreport import parse_one


def parse_path(path: str) -> dict[str, object]:
    """A row for a file: its symbol and how many paragraphs it has, or what is wrong with it."""
    outcome = parse_one(Path(path).read_bytes(), path=path)
    if outcome.report is None:
        return {"path": path, "error": outcome.error.kind if outcome.error else None}
    symbol = outcome.report.symbol
    return {"path": path, "symbol": symbol, "paragraphs": len(outcome.report.paragraphs)}


if __name__ == "__main__":
    with dask.config.set(scheduler="processes"):
        for row in bag.from_sequence(sys.argv[1:]).map(parse_path).compute():
            print(row)
