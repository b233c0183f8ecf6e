"""The contents and the name of what `read` is given: a path, bytes or an open file."""

from __future__ import annotations

import errno
import os
from typing import IO, TypeAlias

from unreport.errors import UnreadableSource

Readable: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes] | IO[str]

LONGEST_NAME = 255  # bytes of a file name
MANY_WORDS = 5  # of a file name without suffix
ADDRESSES = ("http:/", "https:/", "ftp:/")  # one slash: `Path` makes it of two
ADDRESS_GIVEN = "this is an address, not a path; download the file and give its path"
FOLDER_GIVEN = "this is a folder; use `unreport.parse_archive` to parse all files in it"
TEXT_GIVEN = "this is a text, not the path of a file; use `unreport.parse_text` to parse a text"


def read_contents(source: Readable) -> tuple[bytes | str, str | None]:
    """The contents and the name of a source.

    Raises `UnreadableSource` if a path cannot be opened, `TypeError` for what is no source.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source), None
    if isinstance(source, str | os.PathLike):
        return _read_path(os.fspath(source))
    if not hasattr(source, "read"):
        raise TypeError(_type_error(source))
    data = source.read()
    if not isinstance(data, str | bytes):
        raise TypeError(f"`read` of the open file returned {type(data).__name__}, not bytes or str")
    name = getattr(source, "name", None)
    return data, _file_name(name) if isinstance(name, str) else None


def _read_path(path: str | bytes) -> tuple[bytes, str]:
    path = os.fsdecode(path)
    try:
        with open(path, "rb") as file:  # noqa: PTH123  importing pathlib takes milliseconds
            return file.read(), _file_name(path)
    except OSError as error:
        _refuse_text(path, error)
        raise UnreadableSource(why_not_opened(path, error), source=_printable(path)) from error
    except ValueError as error:  # a NUL in the name
        _refuse_text(path, error)
        message = f"cannot be opened: {error}"
        raise UnreadableSource(message, source=repr(_printable(path))) from error


def why_not_opened(path: str, error: OSError) -> str:
    """Why a path cannot be opened, and what to do where it is no path of a file.

    >>> why_not_opened("https://example.org/draft.pdf", FileNotFoundError())
    'this is an address, not a path; download the file and give its path'
    """
    if path.lower().startswith(ADDRESSES):
        return ADDRESS_GIVEN
    # Windows says that the permission is denied
    if isinstance(error, IsADirectoryError | PermissionError) and os.path.isdir(path):  # noqa: PTH112
        return FOLDER_GIVEN
    if not path:
        return "the name of the file is empty"
    if error.errno == errno.ENOENT and path.startswith("~"):
        return "cannot be opened: No such file or directory; `Path(…).expanduser()` replaces the ~"
    return f"cannot be opened: {error.strerror or type(error).__name__}"


def _refuse_text(path: str, error: Exception) -> None:
    """Raise if a text was given for a path; the message does not repeat the text."""
    from pathlib import Path  # noqa: PLC0415  see above

    has_suffix = Path(path).suffix.strip(".").isalnum()
    too_long = any(len(os.fsencode(part)) > LONGEST_NAME for part in Path(path).parts)
    if "\n" in path or too_long or (len(path.split()) >= MANY_WORDS and not has_suffix):
        raise UnreadableSource(TEXT_GIVEN) from error


def _file_name(path: str) -> str:
    return _printable(os.path.basename(path))  # noqa: PTH119


def _printable(path: str) -> str:
    r"""A path as text; bytes that are not UTF-8 are escaped: `caf\xe9.txt`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _type_error(source: object) -> str:
    """One sentence that says what is taken instead."""
    kind = type(source).__name__
    if isinstance(source, list | tuple | set | frozenset):
        return f"one path, bytes or open file is read at a time, not a {kind}; use `parse_archive`"
    return f"a path, bytes or an open file can be read, not {kind}"
