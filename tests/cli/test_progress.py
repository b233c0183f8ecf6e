"""What a run of `batch` shows while it runs: how far it is, and which file is slow now."""

import io

import pytest
from rich.console import Console

from unreport.archive.outcome import Failure
from unreport.archive.parse_one import TaskResult
from unreport.cli.progress import ProgressDisplay, slowest_files


def display(*, terminal: bool, monkeypatch: pytest.MonkeyPatch) -> tuple[ProgressDisplay, Console]:
    monkeypatch.setenv("TERM", "xterm")
    file = io.StringIO()
    console = Console(file=file, force_terminal=terminal, width=120, highlight=False)
    return ProgressDisplay(console, 0), console


def result(path: str, seconds: float, error: Failure | None = None) -> TaskResult:
    return TaskResult(ordinal=0, key=path, archive=None, path=path, seconds=seconds, error=error)


def test_a_line_names_the_file_that_is_slow_now(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, console = display(terminal=False, monkeypatch=monkeypatch)
    monkeypatch.setattr("unreport.cli.progress.REPORT_INTERVAL", 0.0)
    shown.on_result(result("a.txt", 0.1), changed=True)
    shown.on_result(result("b.txt", 0.1, Failure("damaged", "is damaged")), changed=True)

    shown.on_idle(("in/slow\x1b.pdf", 12.4))
    shown.on_idle(("in/quick.pdf", 1.2))
    shown.on_idle(None)

    first, second, third = console.file.getvalue().splitlines()
    assert first.startswith("2 files, 1 failed, ")
    assert first.endswith("(slow\N{REPLACEMENT CHARACTER}.pdf: 12 s)")
    assert "quick" not in second
    assert "(" not in third


def test_the_bar_names_the_file_that_is_slow_now(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, console = display(terminal=True, monkeypatch=monkeypatch)
    with shown.live():
        shown.on_result(result("a.txt", 0.1), changed=True)
        shown.on_idle(("in/slow.pdf", 31))

    assert "(slow.pdf: 31 s)" in console.file.getvalue()


def test_the_slowest_files_are_named_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, _ = display(terminal=False, monkeypatch=monkeypatch)
    for path, seconds in (("a", 6), ("b", 0.2), ("c", 90), ("d", 7), ("e", 8)):
        shown.on_result(result(path, seconds), changed=True)

    assert slowest_files(shown.slowest) == "slowest: c 90 s, e 8 s, d 7 s"
    assert slowest_files([]) == ""
