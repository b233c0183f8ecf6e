"""The process that reads a .doc file by `anydoc`, whose native code may abort.

It reads the file from standard input and writes its lines as JSON to standard output; an error is
an exit status and a message on standard error.
"""

from __future__ import annotations

import importlib
import sys

import msgspec

from unreport.readers.doc.anydoc_lines import document_lines

MAX_MEMORY = 2 * 2**30  # bytes
ENCRYPTED, LIMIT, DAMAGED, MISSING = 3, 4, 5, 6  # exit statuses


def main() -> int:
    """Read, convert, write; returns the exit status."""
    _limit_memory()
    try:
        anydoc = importlib.import_module("anydoc")
    except ImportError:
        return MISSING
    try:
        document = anydoc.to_document(sys.stdin.buffer.read(), "doc")
    except anydoc.ConvertError as error:
        sys.stderr.write(str(error))
        return _status(type(error).__name__)
    sys.stdout.buffer.write(msgspec.json.encode(list(document_lines(document))))
    return 0


def _status(error: str) -> int:
    if "Encrypted" in error:
        return ENCRYPTED
    return LIMIT if "Limit" in error else DAMAGED


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415  # not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


if __name__ == "__main__":
    sys.exit(main())
