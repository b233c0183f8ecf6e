"""The import graph points one way, folder by folder, and language files hold nothing but data."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import unreport

PACKAGE = Path(unreport.__file__).parent
FLOORS = [
    {"errors", "text"},
    {"symbols"},
    {"places"},
    {"masthead", "nodes"},
    {"model"},
    {"keys"},
    {"document", "languages"},
    {"readers", "mentions"},
    {"structure", "checks", "export"},
    {"parse"},
    {"series"},
    {"archive"},
    {"__init__"},
    {"cli"},
    {"__main__"},
]
# `report.to_html()` and its like, for a person at a prompt, import their writer when called.
CALLED_LATE = {("model", "export"), ("model", "keys"), ("model", "mentions")}
PDF_FLOORS = [
    {"file"},
    {"spelling"},
    {"bidi"},
    {"layout"},
    {"checks", "corrections"},
    {"uncertain_rows"},
    {"reader"},
]
HEAVY = {"numpy", "pdfplumber", "pdfminer", "lxml", "pyarrow", "pebble", "rich"}
MOST_MODULES = 20
MOST_AT_TOP = 11


def imported(path: Path, package: str, *, late: bool = True) -> set[str]:
    """The members of a package that a module imports from; not `late`, when it is imported."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = ast.walk(tree) if late else tree.body
    froms = [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    inside = [name.removeprefix(f"{package}.") for name in froms if name.startswith(f"{package}.")]
    return {name.split(".")[0] for name in inside}


@pytest.mark.parametrize(
    ("package", "floors"),
    [("unreport", FLOORS), ("unreport.readers.pdf", PDF_FLOORS)],
)
def test_imports_point_down(package: str, floors: list[set[str]]) -> None:
    rank = {name: floor for floor, names in enumerate(floors) for name in names}
    root = PACKAGE.joinpath(*package.split(".")[1:])
    paths = [path for path in root.rglob("*.py") if path != root / "__init__.py" or root == PACKAGE]
    assert len(paths) > len(rank)
    for path in paths:
        own = path.relative_to(root).parts[0].removesuffix(".py")
        late = {name for module, name in CALLED_LATE if module == own}
        assert not late & imported(path, package, late=False)
        for name in imported(path, package) - {own} - late:
            assert rank[name] < rank[own], f"{path.relative_to(PACKAGE)} imports {name}"


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.glob("languages/??.py")), ids=lambda path: path.stem
)
def test_language_modules_are_data(path: Path) -> None:
    """A docstring, one import and named values, the last of them the lexicon; no code."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    kinds = [type(node) for node in body]
    inside = {type(node) for value in body[2:] for node in ast.walk(value)}

    assert kinds[:2] == [ast.Expr, ast.ImportFrom]
    assert set(kinds[2:]) == {ast.Assign}
    assert ast.unparse(body[-1]).startswith("LEXICON = Lexicon(")
    assert not inside & {ast.Lambda, ast.ListComp, ast.GeneratorExp, ast.IfExp, ast.BinOp}


@pytest.mark.parametrize("module", ["unreport", "unreport.cli.main"])
def test_what_takes_long_to_import_waits_until_it_is_needed(module: str) -> None:
    script = f"import sys, {module}; print(*{HEAVY!r} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert done.stdout.split() == []


def test_folders_stay_small() -> None:
    folders = [PACKAGE, *(path for path in PACKAGE.rglob("*") if path.is_dir())]
    for folder in folders:
        assert len(list(folder.glob("*.py"))) <= MOST_MODULES, folder
    top = [path for path in PACKAGE.iterdir() if path.name != "__pycache__"]
    assert sum(any(path.glob("*.py")) for path in top) <= MOST_AT_TOP
    assert sum(path.is_file() for path in top) <= MOST_AT_TOP
