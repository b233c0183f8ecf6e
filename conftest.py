"""Which modules have no doctests to collect: those that import an extra which is not installed."""

from importlib.util import find_spec

EXTRAS = {
    "pyarrow": "src/unreport/export/parquet.py",
    "ray": "src/unreport/archive/ray_engine.py",
}

collect_ignore = [path for module, path in EXTRAS.items() if find_spec(module) is None]
