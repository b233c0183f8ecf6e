"""`unreport assemble` and `unreport align`: files and folders in, files out, doubts beside them."""

import json
from pathlib import Path

import polars as pl
import pytest

from unreport.cli import main as cli

TESTS = Path(__file__).parent.parent
HARBOURS = TESTS / "series" / "cases" / "en-harbours"
PARALLEL = TESTS / "fixtures" / "parallel"


@pytest.fixture
def harbours(tmp_path: Path) -> Path:
    folder = tmp_path / "harbours"
    folder.mkdir()
    for path in HARBOURS.glob("*.txt"):
        if path.name != "expected.txt":
            (folder / path.name).write_bytes(path.read_bytes())
    return folder


def run(capsys: pytest.CaptureFixture[str], *args: object) -> tuple[int, list[str], str]:
    code = cli.main([str(arg) for arg in args])
    out, error = capsys.readouterr()
    return code, out.splitlines(), error


def test_a_folder_is_assembled(harbours: Path, tmp_path: Path, capsys) -> None:
    code, lines, error = run(capsys, "assemble", harbours, "--out", tmp_path / "out")

    path = tmp_path / "out" / "A_CONF.301_L.1.en.json"
    assert (code, lines) == (0, [str(path)])
    assert error.count("series-corrected") == 1
    report = json.loads(path.read_text("utf-8"))
    assert [node["key"] for node in report["body"]] == ["I", "II", "III", "IV", "annex"]


def test_a_missing_addendum_is_named(harbours: Path, capsys) -> None:
    (harbours / "addendum-1.txt").unlink()

    code, lines, error = run(capsys, "assemble", harbours)

    assert code == 0
    assert lines[0] == "report [en]: A/CONF.301/L.1"
    assert "A/CONF.301/L.1/Add.1 is not among the documents." in error


def test_tables_say_which_document_a_row_is_of(harbours: Path, tmp_path: Path, capsys) -> None:
    code, (folder,), _ = run(capsys, "assemble", harbours, "--out", tmp_path, "--format", "parquet")

    nodes = pl.read_parquet(Path(folder) / "nodes.parquet")
    row = nodes.filter(pl.col("key") == "III.6")
    assert code == 0
    assert row["document"].to_list() == ["A/CONF.301/L.1"]
    assert row["symbol"].to_list() == ["A/CONF.301/L.1/Add.2/Rev.1"]


def test_a_file_that_cannot_be_read(harbours: Path, capsys) -> None:
    (harbours / "empty.txt").write_text("", encoding="utf-8")

    code, lines, error = run(capsys, "assemble", harbours, "--format", "markdown")

    assert code == 1
    assert any("Lights and buoys" in line for line in lines)
    assert "empty.txt" in error


@pytest.mark.parametrize("command", ["assemble", "align"])
def test_a_folder_without_files(tmp_path: Path, capsys, command: str) -> None:
    (folder := tmp_path / "drafts").mkdir()
    assert run(capsys, command, folder, "--out", tmp_path / "out") == (
        1,
        [],
        f"unreport: {folder}: no file was found in it\n",
    )


def test_tables_need_a_folder(capsys) -> None:
    code, lines, error = run(capsys, "assemble", HARBOURS, "--format", "parquet")

    assert (code, lines) == (2, [])
    assert "give one with --out" in error


@pytest.mark.parametrize("suffix", ["tsv", "jsonl", "tmx", "parquet"])
def test_versions_are_aligned(tmp_path: Path, capsys, suffix: str) -> None:
    out = tmp_path / f"texts.{suffix}"

    assert run(capsys, "align", PARALLEL, "--out", out) == (0, [str(out)], "")
    assert out.stat().st_size > 500


def test_standard_output_is_tsv(capsys) -> None:
    code, lines, _ = run(capsys, "align", PARALLEL / "en.txt", PARALLEL / "ar.txt", "--sentences")

    assert code == 0
    assert lines[0] == "key\tkind\tmatch\tscore\tar\ten"
    assert lines[1].startswith("II\tsection\t")


def test_what_versions_say_apart_is_on_standard_error(tmp_path: Path, capsys) -> None:
    changed = (PARALLEL / "fr.txt").read_text("utf-8").replace("2035", "2053")
    (tmp_path / "fr.txt").write_text(changed, encoding="utf-8")

    code, _, error = run(capsys, "align", PARALLEL / "en.txt", tmp_path / "fr.txt")

    assert code == 0
    assert "alignment-number: II.A.rec22.p1: 2053 is in fr, but not in en." in error


def test_a_document_without_another_version(harbours: Path, tmp_path: Path, capsys) -> None:
    code, lines, error = run(capsys, "align", harbours / "base.txt", PARALLEL, "--out", tmp_path)

    assert code == 1
    assert lines == [str(tmp_path / "A_AC.512_2032_L.2_Add.1.tsv")]
    assert "A_CONF.301_L.1: there is no other version" in error


def test_reports_of_a_batch_need_not_be_parsed_again(
    harbours: Path, tmp_path: Path, capsys
) -> None:
    assert cli.main(["batch", str(harbours), "--out", str(tmp_path / "tables"), "-q"]) == 0
    run(capsys, "assemble", harbours, "--out", tmp_path / "parsed")

    code, (path,), _ = run(
        capsys, "assemble", tmp_path / "tables" / "reports", "--out", tmp_path / "whole"
    )

    parsed = tmp_path / "parsed" / Path(path).name
    assert code == 0
    assert nodes(Path(path)) == nodes(parsed)


def nodes(path: Path) -> list[dict[str, object]]:
    return json.loads(path.read_text("utf-8"))["body"]


def test_a_line_that_is_no_report(tmp_path: Path, capsys) -> None:
    (tmp_path / "reports.jsonl").write_text("{}\n", encoding="utf-8")

    code, lines, error = run(capsys, "assemble", tmp_path)

    assert (code, lines) == (1, [])
    assert "reports.jsonl: this is not the JSON of a report" in error


@pytest.mark.parametrize("command", ["align", "assemble"])
def test_files_that_fail_are_named_as_they_were_given(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "empty.txt").touch()

    absent = tmp_path / "absent.txt"
    code, _, error = run(capsys, command, "gone.txt", "drafts", "./drafts/*.txt", absent)

    names = [
        line.split(": ")[1] for line in error.splitlines() if "cannot" in line or "empty" in line
    ]
    assert code == 1
    assert names == ["gone.txt", "drafts/empty.txt", str(absent)]
