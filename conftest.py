"""Which modules have no doctests to collect: those that import an extra which is not installed."""

from importlib.util import find_spec

EXTRAS = {
    "pyarrow": ["src/unreport/export/parquet.py", "src/unreport/archive/arrow_tables.py"],
    "ray": ["src/unreport/archive/ray_engine.py"],
}

collect_ignore = [
    path for module, paths in EXTRAS.items() if find_spec(module) is None for path in paths
]
