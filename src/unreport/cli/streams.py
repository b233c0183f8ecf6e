"""Standard output and standard error: encodings, broken pipes, control characters."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
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
    """Print one line to standard error."""
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
