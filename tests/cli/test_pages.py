"""The commands `show` and `view`: which pages, to where, and what is said when it cannot be."""

import io
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from unreport.cli.main import main

PNG = b"\x89PNG"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A PDF of three pages in the working folder."""
    monkeypatch.chdir(tmp_path)
    canvas = Canvas("draft.pdf")
    for number in (1, 2, 4):
        canvas.drawString(72, 700, f"{number}. The Committee took note of the report.")
        canvas.showPage()
    canvas.save()
    return "draft.pdf"


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = main(args)
    return code, *capsys.readouterr()


def test_show_draws_the_first_page(draft: str, capsys) -> None:
    assert run(capsys, "show", draft) == (0, "page.png\n", "")
    assert Path("page.png").read_bytes().startswith(PNG)


@pytest.mark.parametrize(
    ("pages", "names"),
    [
        ("2", ["p.png"]),
        ("2-3", ["p-2.png", "p-3.png"]),
        ("1,3", ["p-1.png", "p-3.png"]),
        ("2-99", ["p-2.png", "p-3.png"]),
        ("all", ["p-1.png", "p-2.png", "p-3.png"]),
    ],
)
def test_show_several_pages(draft: str, capsys, pages: str, names: list[str]) -> None:
    code, out, _ = run(capsys, "show", draft, "--page", pages, "--out", "p.png")

    assert (code, out.split()) == (0, names)
    assert sorted(path.name for path in Path().glob("p*.png")) == names


def test_show_writes_a_pdf_by_the_suffix(draft: str, capsys) -> None:
    assert run(capsys, "show", draft, "--page", "all", "--out", "p.pdf")[0] == 0
    assert len(pypdfium2.PdfDocument(Path("p.pdf").read_bytes())) == 3


def test_dpi(draft: str, capsys) -> None:
    for dpi in ("72", "144"):
        assert run(capsys, "show", draft, "--dpi", dpi, "--out", f"{dpi}.png")[0] == 0

    widths = []
    for dpi in (72, 144):
        with Image.open(f"{dpi}.png") as picture:
            widths.append(picture.width)
    assert widths[1] == pytest.approx(2 * widths[0], abs=2)


@pytest.mark.parametrize(("command", "start"), [("show", PNG), ("view", b"<!doctype html>")])
def test_from_standard_input_to_standard_output(draft: str, command: str, start: bytes) -> None:
    args = [sys.executable, "-m", "unreport", command, "-", "--out", "-"]
    done = subprocess.run(
        args, input=Path(draft).read_bytes(), capture_output=True, check=False, timeout=600
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(start)


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("show", "draft.pdf", "--page", "0"), 2, "'0' is not a page"),
        (("show", "draft.pdf", "--page", "3-2"), 2, "'3-2' is not a page"),
        (("show", "draft.pdf", "--page", "two"), 2, "'two' is not a page"),
        (("show", "draft.pdf", "--page", "9"), 1, "there is no page 9 to draw: pages run from 1"),
        (("show", "draft.pdf", "--dpi", "0"), 2, "0 is not in the range"),
        (("show", "draft.pdf", "--out", "p.gif"), 2, "'p.gif' ends in neither .png nor .pdf"),
        (("show", "draft.pdf", "--page", "all", "--out", "-"), 2, "do not go to standard output"),
        (("show", "draft.pdf", "--out", "no/p.png"), 1, "no/p.png: cannot be written: No such"),
        (("show", "draft.pdf", "--out", "./draft.pdf"), 2, "is the document itself"),
        (("view", "draft.pdf", "--out", "draft.pdf"), 2, "is the document itself"),
        (("view", "draft.pdf", "--out", ""), 2, "the name is empty"),
        (("show", "draft.txt"), 2, "draft.txt has no pages to draw: only PDF files have"),
        (("view", "draft.txt"), 2, "draft.txt has no pages to draw: only PDF files have"),
        (("view", "missing.pdf"), 1, "missing.pdf: cannot be opened"),
        (("view", "draft.pdf", "--out", "no/p.html"), 1, "no/p.html: cannot be written: No such"),
        (("view", "draft.pdf", "--page", "7"), 1, "there is no page 7 to draw"),
    ],
)
def test_errors_are_one_line(
    draft: str, capsys, args: tuple[str, ...], code: int, message: str
) -> None:
    Path("draft.txt").write_text("1. It met.\n", encoding="utf-8")
    found, out, error = run(capsys, *args)

    assert (found, out, error.count("\n")) == (code, "", 1)
    assert message in error


def test_view_is_one_file_with_the_doubts(draft: str, capsys) -> None:
    assert run(capsys, "view", draft) == (0, "draft.view.html\n", "")

    text = Path("draft.view.html").read_text(encoding="utf-8")
    assert text.count("<figure") == text.count('src="data:image/webp;base64,') == 3
    assert "<code>numbering-gap</code> Paragraph 4 follows paragraph 2" in text


def test_view_of_some_pages(draft: str, capsys) -> None:
    assert run(capsys, "view", draft, "--page", "2", "--out", "p.html")[0] == 0
    assert Path("p.html").read_text(encoding="utf-8").count("<figure") == 1


def test_binary_output_is_not_for_a_terminal(draft: str, capsys, monkeypatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())

    assert main(["show", draft, "--out", "-"]) == 2
    assert "not for a terminal" in capsys.readouterr().err
