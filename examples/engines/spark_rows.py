"""Parse files with Spark: `python spark_rows.py FOLDER` (needs `pip install pyspark`, and Java).

Set PYSPARK_PYTHON to the Python that has unreport, on every machine.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from pyspark.sql import Row, SparkSession

from unreport import parse_one


def parse_rows(files: Iterator[Row]) -> Iterator[tuple[str, str | None, int | None, str | None]]:
    """A row for each file: its symbol and how many paragraphs it has, or what is wrong with it."""
    for file in files:
        outcome = parse_one(bytes(file.content), path=file.path)
        if outcome.report is None:
            yield file.path, None, None, outcome.error.kind if outcome.error else None
        else:
            paragraphs = len(outcome.report.paragraphs)
            yield file.path, str(outcome.report.symbol or ""), paragraphs, None


if __name__ == "__main__":
    spark = SparkSession.builder.getOrCreate()
    files = spark.read.format("binaryFile").load(sys.argv[1])
    schema = "path string, symbol string, paragraphs int, error string"
    spark.createDataFrame(files.rdd.mapPartitions(parse_rows), schema).show(truncate=False)
