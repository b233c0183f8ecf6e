"""Standard output and standard error: encodings, broken pipes, control characters."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

import click
import regex

EXIT_BROKEN_PIPE = 141  # as a shell counts it: 128 and the number of the signal

FIRST_STRONG_ISOLATE = "\N{FIRST STRONG ISOLATE}"
POP_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"
# Control characters that a terminal would execute: a document may contain escape sequences
CONTROL_CHARACTERS = regex.compile(r"[\p{Cc}\p{Cs}\p{Bidi_Control}]+")


def print_lines(lines: Iterable[str]) -> None:
    """Print lines to standard output; end quietly if its reader has closed the pipe.

    Raises `click.ClickException` if it cannot be written: a full disk.
    """
    with _standard_output():
        for line in lines:
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def write_bytes(data: bytes) -> None:
    """Write bytes to standard output, as `print_lines` writes lines."""
    with _standard_output():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def replace_closed_streams() -> None:
    """Open the standard streams that the caller has closed (`>&-`).

    A file opened later would get their number, and what is printed.  To read standard input or to
    write standard output is an error (a bad file descriptor), as it was; messages are lost.
    """
    if sys.stdin is None:
        sys.stdin = open(os.open(os.devnull, os.O_WRONLY))  # noqa: PTH123, SIM115  until the end
    if sys.stdout is None:
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115


@contextmanager
def click_output() -> Iterator[None]:
    """Within it, what click itself prints (the help) ends as `print_lines` where it cannot."""
    try:
        yield
    except OSError as error:
        if not _is_of_click(error):
            raise
        with _standard_output():
            raise


def _is_of_click(error: OSError) -> bool:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and trace.tb_frame.f_globals.get("__name__") == click.utils.__name__


@contextmanager
def _standard_output() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        _discard_output()
        raise click.exceptions.Exit(EXIT_BROKEN_PIPE) from None
    except OSError as error:
        _discard_output()
        message = f"standard output cannot be written: {error.strerror or error}"
        raise click.ClickException(message) from error


def _discard_output() -> None:
    """Discard what Python would flush at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_error(message: str) -> None:
    """Print one line to standard error, if it can be written: the exit code tells the rest."""
    with suppress(OSError):
        sys.stderr.write(f"unreport: {without_control(message)}\n")


def without_control(text: str) -> str:
    """A text without the characters that a terminal would execute."""
    return CONTROL_CHARACTERS.sub(" ", text)


def isolate(text: str) -> str:
    """A text between bidi isolates, for a terminal that reorders Arabic."""
    return f"{FIRST_STRONG_ISOLATE}{without_control(text)}{POP_ISOLATE}"


def configure_stream(stream: TextIO) -> None:
    """UTF-8 for a pipe or file, whatever the locale; `?` for what a terminal cannot encode."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(
            encoding=None if stream.isatty() else "utf-8",
            errors="replace",
        )
