"""The examples run, and give what they promise."""

import json
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
STUDY = EXAMPLES / "technology"
NAMING = {2014: 1, 2015: 1, 2016: 2, 2017: 3, 2018: 3, 2019: 5}


@pytest.fixture
def study(monkeypatch: pytest.MonkeyPatch) -> Path:
    pytest.importorskip("duckdb", reason="an extra")
    pytest.importorskip("matplotlib", reason="an extra")
    monkeypatch.syspath_prepend(STUDY)
    return STUDY


def test_the_study_counts_what_was_put_in(
    study: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import make_archive  # noqa: PLC0415
    from study import ask, main  # noqa: PLC0415

    make_archive.main(tmp_path / "reports.zip")
    main(str(tmp_path / "reports.zip"), str(tmp_path / "tables"), str(tmp_path / "plot.png"))

    answer = ask(tmp_path / "tables")
    assert {(row[0], row[1]): row[3] for row in answer} == {
        (year, language): count for year, count in NAMING.items() for language in ("ar", "en", "fr")
    }
    assert [row for row in answer if row[2] != 18] == [
        (2017, "fr", 12, 3)
    ]  # its addendum is missing
    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")
    assert capsys.readouterr().out.count("\n") == 19


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_the_notebook_runs(study: Path) -> None:
    nbformat = pytest.importorskip("nbformat", reason="an extra")
    nbclient = pytest.importorskip("nbclient", reason="an extra")
    notebook = nbformat.read(study / "study.ipynb", as_version=4)

    nbclient.NotebookClient(notebook, resources={"metadata": {"path": str(study)}}).execute()

    outputs = [json.dumps(cell.get("outputs", [])) for cell in notebook.cells]
    assert "image/png" in outputs[-3]
    assert "Add.2" in outputs[-1]
    assert "minutes.png" in outputs[3]


def test_the_notebook_is_kept_without_outputs() -> None:
    cells = json.loads((STUDY / "study.ipynb").read_text(encoding="utf-8"))["cells"]

    assert not [cell for cell in cells if cell.get("outputs")]
