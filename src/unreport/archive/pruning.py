"""Find documents of earlier runs whose files no longer exist: deleted, or renamed."""

from __future__ import annotations

import os
from collections.abc import Mapping

from unreport.archive.sources import Scan, display_path, document_key
from unreport.archive.store import PriorResult

INSIDE = "!/"  # between an archive and the path of a member


def vanished_documents(scan: Scan, results: Mapping[str, PriorResult]) -> set[str]:
    """Keys of the documents that a complete scan did not find, and whose files no longer exist."""
    return {key for key in scan.unseen if key in results and not _exists(results[key].path, scan)}


def renamed_documents(vanished: set[str], results: Mapping[str, PriorResult]) -> set[str]:
    """Those of the vanished documents whose contents are now in another file: renamed, moved."""
    present = {result.sha256 for key, result in results.items() if key not in vanished}
    return {key for key in vanished if results[key].sha256 in present - {None}}


def _exists(path: str, scan: Scan) -> bool:
    """Whether a file is on disk, or a member may be in its archive."""
    archive, separator, _ = path.rpartition(INSIDE)
    if not separator:
        return _find(path) is not None
    outer, _, inner = archive.rpartition(INSIDE)
    own = document_key(outer or None, inner)
    if own in scan.complete_archives:
        return False  # the archive was read to its end, and the member was not in it
    if own in scan.archives:
        return True  # excluded, or truncated: the member may be in the part that was not read
    return _exists(archive, scan)


def _find(shown: str) -> str | None:
    """The path on disk that is displayed so; names in legacy encodings are displayed decoded."""
    if os.path.lexists(shown):
        return shown
    parent, name = os.path.split(shown)
    if parent == shown or not name:
        return None
    folder = _find(parent)
    try:
        names = os.listdir(folder) if folder else []  # noqa: PTH208  bytes in names are kept
    except OSError:
        return shown  # it may be there, but its folder cannot be listed
    found = (f"{folder}{os.sep}{one}" for one in names if display_path(one) == name)
    return next(found, None)
