"""The blocks of code in the documentation run and give what they show; every name is there."""

import doctest
import re
import shutil
from pathlib import Path

import pytest

import unreport
import unreport.mentions
from unreport.cli import main as cli

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md") if "_build" not in path.parts)
BLOCK = re.compile(r"^(?<!-->\n)```(console|pycon|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ unreport (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
DOCUMENTED = re.compile(r"^\.\. auto\w+:: unreport\.(\w+)$", re.MULTILINE)


def blocks(page: Path) -> list[tuple[str, str]]:
    return BLOCK.findall(page.read_text(encoding="utf-8"))


def pages_with_code() -> list[Path]:
    return [page for page in PAGES if blocks(page)]


@pytest.mark.parametrize("page", pages_with_code(), ids=lambda page: page.stem)
def test_the_blocks_of_a_page_run_one_after_the_other(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for language, code in blocks(page):
        if language == "console":
            for command, shown in COMMAND.findall(code):
                assert cli.main(command.split()) == 0, command
                assert capsys.readouterr().out == shown
        elif language == "pycon":
            session = doctest.DocTestParser().get_doctest(code, names, page.name, None, None)
            assert doctest.DocTestRunner(verbose=False).run(session, clear_globs=False).failed == 0
            names = session.globs
        else:
            exec(compile(code, page.name, "exec"), names)  # noqa: S102


def test_the_tutorial_is_run() -> None:
    assert len(blocks(DOCS / "tutorial.md")) > 5


def test_every_public_name_is_in_the_reference() -> None:
    pages = (DOCS / "reference").glob("*.md")
    documented = [name for page in pages for name in DOCUMENTED.findall(page.read_text("utf-8"))]

    assert sorted(documented) == sorted(unreport.__all__)


def test_every_public_name_of_mentions_is_in_the_reference() -> None:
    page = (DOCS / "reference" / "mentions.md").read_text("utf-8")
    documented = re.findall(r":: unreport\.mentions\.(?:find\.)?(\w+)$", page, re.MULTILINE)

    assert {*documented, "Mention"} >= {*unreport.mentions.__all__}  # Mention: any of them


def test_every_page_is_in_the_index() -> None:
    listed = set(re.findall(r"^([\w/-]+)$", (DOCS / "index.md").read_text("utf-8"), re.MULTILINE))
    names = {str(page.relative_to(DOCS).with_suffix("")) for page in PAGES}

    assert names - {"index"} <= listed


CHECK = re.compile(r"^### `([\w-]+)`\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^```text\n(.*?)\n^```$", re.MULTILINE | re.DOTALL)
NEW_PAGE = "--- the next page ---\n"
WITHOUT_EXAMPLE = {
    "note-missing",  # plain text has no calls without a note
    "text-lost",  # a fault of the parser
}
CHECKS_PAGE = dict(CHECK.findall((DOCS / "checks.md").read_text(encoding="utf-8")))


@pytest.mark.parametrize("code", sorted(CHECKS_PAGE))
def test_the_example_of_a_check_raises_it(code: str) -> None:
    examples = EXAMPLE.findall(CHECKS_PAGE[code])
    assert bool(examples) == (code not in WITHOUT_EXAMPLE)
    for example in examples:
        document = unreport.read(example.replace(NEW_PAGE, "\f").encode(), name="example.txt")
        report = unreport.parse_document(document)
        assert code in {issue.code for issue in unreport.check(report, document)}
