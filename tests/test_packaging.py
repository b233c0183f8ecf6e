"""The files around the package agree with it."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import unreport

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_citation_names_the_version_and_the_licence() -> None:
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    found = dict(re.findall(r"^([a-z-]+): (.+)$", text, re.MULTILINE))

    assert found["cff-version"] == "1.2.0"
    assert (found["title"], found["version"]) == ("unreport", unreport.__version__)
    assert found["license"] == PROJECT["license"]
    assert f"  - name: {PROJECT['authors'][0]['name']}\n" in text


def test_the_licence_names_the_authors() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")

    assert PROJECT["authors"][0]["name"] in licence


def test_extras_are_installed_from_the_repository_until_it_is_published() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "src").rglob("*.py")]
    published = re.compile(r"unreport\[[a-z]")

    assert [page for page in pages if published.search(page.read_text(encoding="utf-8"))] == []


def test_every_library_is_declared() -> None:
    """What the package imports beside the standard library is in its dependencies or extras."""
    imported = {name for path in (ROOT / "src").rglob("*.py") for name in libraries(path)}
    declared = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["ray"]]
    names = {re.match(r"[\w-]+", one)[0].replace("-", "_") for one in declared}

    assert {MODULES.get(name, name) for name in imported} <= names


MODULES = {
    "PIL": "pillow",
    "bidi": "python_bidi",
    "fontTools": "fonttools",
    "pdfminer": "pdfplumber",  # which needs one version of it
}


def libraries(path: Path) -> set[str]:
    nodes = [*ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[0] for name in names} - set(sys.stdlib_module_names) - {"unreport"}
