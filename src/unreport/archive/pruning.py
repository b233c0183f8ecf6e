"""Find documents of earlier runs whose files no longer exist: deleted, or renamed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache

from unreport.archive.sources import Scan, display_path, document_key
from unreport.archive.store import PriorResult

ESCAPE = "\\x"  # of bytes that no encoding explains
INSIDE = "!/"  # between an archive and the path of a member


def vanished_documents(scan: Scan, results: Mapping[str, PriorResult]) -> set[str]:
    """Keys of the documents that a complete scan did not find, and whose files no longer exist."""
    _displayed.cache_clear()
    return {key for key in scan.unseen if key in results and not _exists(results[key].path, scan)}


def renamed_documents(vanished: set[str], results: Mapping[str, PriorResult]) -> set[str]:
    """Those of the vanished documents whose contents are now in another file: renamed, moved."""
    present = {result.sha256 for key, result in results.items() if key not in vanished}
    return {key for key in vanished if results[key].sha256 in present - {None}}


def _exists(path: str, scan: Scan) -> bool:
    """Whether a file is on disk, or a member may be in its archive."""
    archive, separator, _ = path.rpartition(INSIDE)
    if not separator:
        return _is_on_disk(path)
    outer, _, inner = archive.rpartition(INSIDE)
    own = document_key(outer or None, inner)
    if own in scan.complete_archives:
        return False  # the archive was read to its end, and the member was not in it
    if own in scan.archives:
        return True  # excluded, or truncated: the member may be in the part that was not read
    return _exists(archive, scan)


def _is_on_disk(shown: str) -> bool:
    """Whether there is a file with this displayed path; names in legacy encodings are decoded."""
    if os.path.lexists(shown):
        return True
    if shown.isascii() and ESCAPE not in shown:
        return False
    folder, depth = os.path.dirname(shown), 1  # noqa: PTH120
    while not os.path.lexists(folder):
        folder, depth = os.path.dirname(folder), depth + 1  # noqa: PTH120
    return shown in _displayed(folder, depth)


@lru_cache(maxsize=64)
def _displayed(folder: str, depth: int) -> frozenset[str]:
    """The paths in a folder, so many levels down, as they are displayed."""
    paths = [folder]
    for _ in range(depth):
        paths = [f"{path.rstrip(os.sep)}{os.sep}{name}" for path in paths for name in _names(path)]
    return frozenset(map(display_path, paths))


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208  bytes in names are kept
    except OSError:
        return []
