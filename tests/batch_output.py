"""A text to parse in batch jobs, and the rows that a job writes."""

from pathlib import Path

import pyarrow.parquet as pq

from unreport.export.parquet import arrow_schema
from unreport.export.rows import TABLES

TEXT = """\
A/CONF.1/L.{n}
12 March 2020
English

Draft report

I. Introduction

1. The Committee met {n} times:
(a) In the spring;
(b) In the autumn.

2. It noted number {n}.
"""
UNTIMED = ("seconds", "attempts")


def rows(out: Path, table: str) -> list[dict[str, object]]:
    """All rows of a table, in order, without what differs from run to run."""
    found = []
    for path in sorted(out.glob(f"{table}/*.parquet")):
        data = pq.read_table(path, partitioning=None)
        assert data.schema.equals(arrow_schema(table))
        found += data.to_pylist()
    return [{k: v for k, v in row.items() if k not in UNTIMED} for row in found]


def tables(out: Path) -> dict[str, list[dict[str, object]]]:
    return {table: rows(out, table) for table in TABLES}
