"""The limit of processor time for documents of any format."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from io import BytesIO

import pytest
from executed_lines import executed_lines
from word_files import docx, paragraph

from unreport import LimitExceeded, PdfLimits, ReadLimits, parse, read
from unreport.readers.limits import within_time

LINES = "\n\n".join(f"{n}. The Committee met on 12 September 2019." for n in range(1, 60_000))
SOURCES = {
    "text": LINES.encode(),
    "docx": docx(paragraph("The Committee met.") * 60_000),
    "html": b"<!doctype html><body>" + b"<p>The Committee <b>met</b>.</p>" * 60_000,
    "rtf": rb"{\rtf1 " + rb"{\b The} Committee met.\par " * 60_000 + b"}",
}


@pytest.mark.parametrize("data", SOURCES.values(), ids=SOURCES)
@pytest.mark.parametrize("limits", [ReadLimits(seconds=0.1), PdfLimits(seconds=0.1)])
def test_a_long_document_is_stopped(data: bytes, limits: ReadLimits) -> None:
    with pytest.raises(LimitExceeded, match=r"long: reading took more than 0\.1 seconds"):
        parse(data, name="long", limits=limits)


def test_an_open_file_and_the_parser_are_stopped() -> None:
    with pytest.raises(LimitExceeded):
        parse(BytesIO(LINES.encode()), limits=ReadLimits(seconds=0.1))


def test_a_short_document_is_not_stopped() -> None:
    limits = ReadLimits(seconds=60)

    assert read(b"I. Introduction", limits=limits).lines
    assert parse(b"1. The Committee met.", limits=ReadLimits(seconds=None)).paragraphs


def test_no_handler_of_exceptions_catches_it() -> None:
    def suppress() -> None:
        while True:
            try:
                while True:
                    pass
            except Exception:  # noqa: BLE001, S112
                continue

    with pytest.raises(LimitExceeded):
        within_time(ReadLimits(seconds=0.05), suppress, source=None)


def test_an_interruption_that_python_ignores_is_repeated() -> None:
    class Finalized:
        def __del__(self) -> None:
            while True:
                pass

    def work() -> None:
        value = Finalized()
        del value  # the first interruption ends the finalizer alone
        while True:
            pass

    hook = sys.unraisablehook
    with pytest.raises(LimitExceeded):
        within_time(ReadLimits(seconds=0.05), work, source=None)
    assert sys.unraisablehook is hook


def test_python_reports_no_interruption_but_every_other_error_of_a_finalizer() -> None:
    code = """
from unreport.readers.limits import ReadLimits, within_time

class Finalized:
    def __init__(self, endless):
        self.endless = endless
    def __del__(self):
        while self.endless:
            pass
        raise ValueError("of its own")

def work():
    value = Finalized(True)
    del value
    value = Finalized(False)
    del value
    while True:
        pass

try:
    within_time(ReadLimits(seconds=0.05), work, source=None)
except Exception as error:
    print(type(error).__name__)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "LimitExceeded\n"
    assert "of its own" in done.stderr
    assert "_TimeUp" not in done.stderr


def test_the_limit_ends_with_the_work() -> None:
    within_time(ReadLimits(seconds=0.2), int, source=None)

    began = time.thread_time()
    while time.thread_time() < began + 0.5:
        pass


def spin() -> None:
    while True:
        pass


def test_what_follows_can_be_traced() -> None:
    """Nothing is left pending; Python 3.11 would wait for ever to begin the next call."""
    within_time(ReadLimits(seconds=60), int, source=None)
    assert executed_lines(lambda: [*range(9)]) > 0
    with pytest.raises(LimitExceeded):
        within_time(ReadLimits(seconds=0.05), spin, source=None)
    assert executed_lines(lambda: [*range(9)]) > 0


def test_each_thread_has_its_own_limit() -> None:
    outcomes: list[str] = []

    def work(seconds: float, task: Callable[[], object]) -> None:
        try:
            within_time(ReadLimits(seconds=seconds), task, source=None)
        except LimitExceeded:
            outcomes.append("stopped")
        else:
            outcomes.append("done")

    tasks: tuple[tuple[float, Callable[[], object]], ...] = ((0.05, spin), (60, list))
    threads = [threading.Thread(target=work, args=own) for own in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["done", "stopped"]
