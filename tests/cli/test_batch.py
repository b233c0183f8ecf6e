import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from batch_output import TEXT, rows
from click.testing import CliRunner, Result

from unreport.cli.batch import batch


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    base = tmp_path / "archive"
    base.mkdir()
    for n in range(3):
        (base / f"{n}.txt").write_text(TEXT.format(n=n))
    (base / "noise.bin").write_bytes(b"\x89PNG" + bytes(range(256)))
    return base


def run(*args: object) -> Result:
    return CliRunner().invoke(batch, [str(arg) for arg in args])


def test_help_names_every_option() -> None:
    text = run("--help").output

    assert all(
        f"--{option.name.replace('_', '-')}" in text
        for option in batch.params[1:]
        if (option.name not in ("formats", "help"))
    )


def test_an_archive_to_tables(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    result = run(archive, "--out", out, "--workers", 1)

    assert result.exit_code == 1, result.output  # one file could not be read
    assert "files that could not be read  1" in result.output
    assert "  unreadable                  1" in result.output
    summary = json.loads((out / "summary.json").read_text())
    assert (summary["files"], summary["errors"], summary["languages"]) == (
        4,
        {"unreadable": 1},
        {"en": 3},
    )
    assert "noise.bin: unreadable: this is not text" in (out / "log.txt").read_text()
    assert len(rows(out, "documents")) == 3
    assert [r["base_symbol"] for r in series(out)] == [f"A/CONF.1/L.{n}" for n in range(3)]


def series(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / "series.jsonl").read_text().splitlines()]


def test_glob_limit_format_and_quiet(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    result = run(archive, "--out", out, "--glob", "*.txt", "--limit", 2, "--format", "jsonl", "-q")

    assert (result.exit_code, result.output) == (0, "")
    assert json.loads((out / "summary.json").read_text())["files"] == 2
    assert not list(out.glob("*/*.parquet"))


def test_verbose_prints_failures(archive: Path, tmp_path: Path) -> None:
    output = run(archive / "noise.bin", "--out", tmp_path / "out", "-v").output

    assert f"{archive / 'noise.bin'}: unreadable: this is not text" in output


def test_another_layout_is_refused(archive: Path, tmp_path: Path) -> None:
    run(archive, "--out", tmp_path / "out", "--limit", 1)

    result = run(archive, "--out", tmp_path / "out", "--only", "errors")

    assert result.exit_code == 1
    assert "holds all tables as jsonl and parquet" in result.output


def test_ctrl_c_finishes_what_is_in_flight(archive: Path, tmp_path: Path) -> None:
    for n in range(10, 400):
        (archive / f"{n}.txt").write_text(TEXT.format(n=n) * 20)
    out = tmp_path / "out"
    command = [sys.executable, "-m", "unreport", "batch", archive, "--out", out, "--workers", "1"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    until(lambda: journal_size(out) > 0)

    os.kill(process.pid, signal.SIGINT)
    _, stderr = process.communicate(timeout=100)

    assert process.returncode == 130
    assert "Finishing what is in flight" in stderr
    assert "Run the same command again to go on from here." in stderr
    summary = json.loads((out / "summary.json").read_text())
    assert not summary["finished"]
    assert 0 < summary["files"] < 394
    assert len(rows(out, "documents")) == summary["documents"]


def journal_size(out: Path) -> int:
    return sum(path.stat().st_size for path in out.glob(".work/journal-*"))


def until(condition) -> None:
    """Wait for a condition; pytest's time limit ends a test that waits in vain."""
    while not condition():
        time.sleep(0.05)
