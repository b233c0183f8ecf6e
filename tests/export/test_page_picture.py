"""A page drawn with what was understood of it."""

from pathlib import Path

import pytest

import unreport
from unreport.cli.main import main
from unreport.export.page_picture import line_kinds

PDFS = sorted((Path(__file__).parents[1] / "fixtures" / "pdf").glob("*.pdf"))


@pytest.mark.parametrize("path", PDFS[:3], ids=lambda path: path.stem)
def test_every_line_of_a_page_has_a_kind(path: Path) -> None:
    report = unreport.parse(path)

    kinds = {kind for _, kind in line_kinds(report, 1)}

    assert kinds
    assert "other" not in kinds


def test_a_page_is_drawn(tmp_path: Path) -> None:
    out = tmp_path / "page.png"

    assert main(["show", str(PDFS[0]), "--page", "1", "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"\x89PNG")


def test_a_page_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "page.png")

    assert main(["show", str(PDFS[0]), "--page", "99", "--out", out]) == 1
    assert "there is no page 99" in capsys.readouterr().err
