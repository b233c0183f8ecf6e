"""The import graph points one way, and language modules hold nothing but data."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import unreport

PACKAGE = Path(unreport.__file__).parent
LAYERS = [
    {"errors", "numerals", "limits"},
    {"characters", "folding"},
    {"symbol_grammar"},
    {"symbol_repair"},
    {"symbol"},
    {"model"},
    {"document"},
    {"lexicon", "coverage"},
    {"languages"},
    {"dates", "sessions", "citations", "detect"},
    {"pdf", "word"},
    {"web"},
    {"readers"},
    {"marks"},
    {"furniture"},
    {"front"},
    {"facts"},
    {"notes"},
    {"lines"},
    {"numbering"},
    {"looks"},
    {"flow"},
    {"items"},
    {"blocks", "content", "masthead"},
    {"tree"},
    {"parse"},
    {"names", "outcome", "journal"},
    {"checks", "export", "containers", "series", "show"},
    {"archive"},
    {"examine"},
    {"parts", "workers"},
    {"store"},
    {"summary", "batch"},
    {"progress", "ray_engine"},
    {"batch_run"},
    {"batch_cli"},
    {"cli", "__init__"},
    {"__main__"},
]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def stage(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    froms = [node.module for node in nodes if isinstance(node, ast.ImportFrom)]
    return {m.split(".")[1] for m in froms if m and m.startswith("unreport.")}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=str)
def test_imports_point_down(path: Path) -> None:
    for name in imported(path) - {stage(path)}:
        assert RANK[name] < RANK[stage(path)], f"{stage(path)} imports {name}"


HEAVY = {"pdfplumber", "pdfminer", "lxml", "pyarrow", "pebble", "rich", "charset_normalizer"}


@pytest.mark.parametrize("module", ["unreport", "unreport.cli"])
def test_what_takes_long_to_import_waits_until_it_is_needed(module: str) -> None:
    script = f"import sys, {module}; print(*{HEAVY!r} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert done.stdout.split() == []


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("languages/[a-z]*.py")), ids=str)
def test_language_modules_are_data(path: Path) -> None:
    kinds = [type(node) for node in ast.parse(path.read_text(encoding="utf-8")).body]

    assert kinds == [ast.Expr, ast.ImportFrom, ast.Assign]
