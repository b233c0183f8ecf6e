"""The examples run, and give what they promise."""

import json
from pathlib import Path

import pytest

from unreport import for_display

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
        (year, language): count
        for year, count in NAMING.items()
        for language in ("ar", "en", "es", "fr", "ru", "zh")
    }
    assert [row for row in answer if row[2] != 18] == [
        (2017, "fr", 12, 3)
    ]  # its addendum is missing
    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")
    assert capsys.readouterr().out.count("\n") == 37


def test_the_study_needs_an_archive(study: Path, tmp_path: Path) -> None:
    from study import main  # noqa: PLC0415

    with pytest.raises(SystemExit, match=r"none\.zip: there is no such archive"):
        main("none.zip", str(tmp_path / "tables"), str(tmp_path / "plot.png"))
    assert not (tmp_path / "tables").exists()


def test_an_archive_without_recommendations(study: Path, tmp_path: Path) -> None:
    from study import main  # noqa: PLC0415

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("1. It met.", encoding="utf-8")
    with pytest.raises(SystemExit, match="no document in it has a date and a recommendation"):
        main(str(tmp_path / "in"), str(tmp_path / "tables"), str(tmp_path / "plot.png"))


def test_labels_are_in_their_language(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import study as module  # noqa: PLC0415

    monkeypatch.setattr(module, "SHAPES_ARABIC", True)
    assert module.label("ar", has_chinese=True) == "العربية"
    monkeypatch.setattr(module, "SHAPES_ARABIC", False)
    assert module.label("ar", has_chinese=True) == for_display("العربية") != "العربية"
    assert module.label("zh", has_chinese=False) == "zh"


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
