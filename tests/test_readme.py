"""What the README shows is what comes out, and every command in it and in docs/ runs as printed."""

import contextlib
import doctest
import glob
import io
import re
import shlex
import shutil
import zipfile
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from word_files import docx, paragraph

from unreport.cli import main as cli

ROOT = Path(__file__).parent.parent
PARALLEL = Path(__file__).parent / "fixtures" / "parallel"
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_gives_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    sessions = "\n".join(re.findall(r"```pycon\n((?:.*\n)*?)```", README))
    test = doctest.DocTestParser().get_doctest(sessions, {}, "README.md", None, None)

    assert doctest.DocTestRunner().run(test).failed == 0


PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PAGES += sorted((ROOT / "docs" / "guides").glob("*.md"))
# Indented, with what it does behind two spaces; or the first cell of a row
INDENTED = re.compile(r"^    (unreport (?:(?!  ).)*)", re.MULTILINE)
IN_A_TABLE = re.compile(r"^\| `(unreport [^`]*)` \|", re.MULTILINE)


def commands() -> list[str]:
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        found += [*INDENTED.findall(text), *IN_A_TABLE.findall(text)]
    return sorted({command.strip() for command in found})


def pages(count: int) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for number in range(1, count + 1):
        canvas.drawString(72, 700, f"{number}. The Committee met in the spring.")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the commands name, by these names."""
    base = tmp_path_factory.mktemp("readme")
    english = (ROOT / "examples" / "report.en.txt").read_bytes()
    word = docx(paragraph("A/80/L.7") + paragraph("Draft report") + paragraph("1. It met."))
    pdf = pages(3)
    shutil.copytree(ROOT / "examples", base / "examples")
    for name, data in (
        ("FILE", english), ("FILE…", english), ("FILE.docx", word), ("FILE.pdf", pdf),
        ("addenda/L.1.txt", english), ("drafts/L.1.docx", word), ("FOLDER…/L.1.txt", english),
        ("old/2018/L.1.pdf", pdf), ("SOURCE…/L.1.txt", english), ("L.1/L.1.txt", english),
    ):  # fmt: skip
        (base / name).parent.mkdir(exist_ok=True, parents=True)
        (base / name).write_bytes(data)
    (base / "versions").mkdir(exist_ok=True)
    for language in ("ar", "en"):
        text = (PARALLEL / f"{language}.txt").read_text(encoding="utf-8")
        (base / "versions" / f"{language}.txt").write_text(text, encoding="utf-8")
        lines = "".join(paragraph(line) for line in text.splitlines() if line)
        (base / f"L.1-{language}.docx").write_bytes(docx(lines))
    with zipfile.ZipFile(base / "2019.zip", "w") as archive:
        archive.writestr("L.1-Add.1.txt", english)
    return base


@pytest.mark.parametrize("command", commands())
def test_every_command_runs_as_printed(
    command: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    shutil.rmtree(folder / "tables", ignore_errors=True)
    if "tables/reports" in command:
        assert cli.main(["batch", "addenda", "--out", "tables", "-q"]) == 0
    if command.startswith("unreport align"):
        command = command.replace("FILE…", "L.1-ar.docx L.1-en.docx")
    command, _, output = command.partition(" > ")
    words = [word for part in shlex.split(command)[1:] for word in expanded(part)]

    with contextlib.ExitStack() as stack:
        if output:
            file = stack.enter_context((folder / output).open("w", encoding="utf-8"))
            stack.enter_context(contextlib.redirect_stdout(file))
        code = cli.main(words)

    out, error = capsys.readouterr()
    assert code in ((0, 1) if words[0] == "check" else (0,)), error
    assert "Traceback" not in error
    assert out or output or words[0] in ("batch", "check")
    assert not output or (folder / output).stat().st_size > 0


def expanded(word: str) -> list[str]:
    """A word as a shell expands it."""
    return sorted(glob.glob(word)) or [word] if "*" in word else [word]  # noqa: PTH207


def test_the_readme_has_commands() -> None:
    assert len(commands()) > 15


def test_the_files_that_it_names_are_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)|(examples/[\w.]+)", README):
        assert (ROOT / "".join(target)).exists(), target
