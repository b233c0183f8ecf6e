"""Archives: members with dots in their paths, links, cut-off zips, empty files."""

from __future__ import annotations

import gzip
import io
import stat
import tarfile
import zipfile
from pathlib import Path
from typing import NamedTuple

from variants.case import Kind
from word_files import docx, paragraph, zipped

import unreport

TEXT = "United Nations\nA/CONF.900/L.{}\n1. The Committee met.\n2. It closed.\n"


def report(number: int) -> bytes:
    return TEXT.format(number).encode()


class ArchiveVariant(NamedTuple):
    """An archive, and the outcome of each member: the symbol of its report, or kind of its error.

    The outcome of an error that is not of one member has the name ``.
    """

    title: str
    name: str
    data: bytes
    right: dict[str, str]

    def outcome(self, folder: Path) -> dict[str, str]:
        path = folder / self.name
        path.write_bytes(self.data)
        found: dict[str, str] = {}
        for outcome in unreport.parse_archive(path):
            name = outcome.source.path if outcome.source.archive else ""
            assert name not in found
            found[name] = (
                outcome.error.kind if outcome.error else str(outcome.report.masthead.symbol)
            )
        return found


def symbol(number: int) -> str:
    return f"A/CONF.900/L.{number}"


def packed_zip(members: list[tuple[str, bytes, int]]) -> bytes:
    """A zip of names, contents and file types (`stat.S_IFREG`), the names as they are given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data, kind in members:
            info = zipfile.ZipInfo("x")
            info.filename = name
            info.external_attr = (kind | 0o644) << 16
            archive.writestr(info, data)
    return out.getvalue()


Links = dict[str, tuple[bytes, str]]


def packed_tar(members: dict[str, bytes], links: Links | None = None) -> bytes:
    """A tar of files, and of links: their type and the name they refer to."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, (kind, target) in (links or {}).items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, target
            archive.addfile(info)
    return out.getvalue()


FILE, LINK = stat.S_IFREG, stat.S_IFLNK

MEMBERS_WITH_DOTS = Kind(
    "110",
    "members with dots in their paths, in a zip",
    "Every member has one outcome; nothing is written outside: a path upwards does no harm.",
    (
        ArchiveVariant(
            "up twice, and the separators of Windows",
            "a.zip",
            packed_zip(
                [("../../etc/one.txt", report(1), FILE), (r"..\..\two.txt", report(2), FILE)]
            ),
            {"../../etc/one.txt": symbol(1), r"..\..\two.txt": symbol(2)},
        ),
        ArchiveVariant(
            "an absolute path and a drive",
            "a.zip",
            packed_zip([("/etc/one.txt", report(1), FILE), ("C:/two.txt", report(2), FILE)]),
            {"/etc/one.txt": symbol(1), "C:/two.txt": symbol(2)},
        ),
        ArchiveVariant(
            "Arabic and Russian names behind dots",
            "a.zip",
            packed_zip([("./../تقرير.txt", report(1), FILE), ("доклад/./1.txt", report(2), FILE)]),
            {"../تقرير.txt": symbol(1), "доклад/./1.txt": symbol(2)},
        ),
        ArchiveVariant(
            "a zip in a zip",
            "a.zip",
            packed_zip([("../in.zip", packed_zip([("../one.txt", report(1), FILE)]), FILE)]),
            {"../one.txt": symbol(1)},
        ),
    ),
)

MEMBERS_WITH_DOTS_IN_A_TAR = Kind(
    "112",
    "members with dots in their paths, in a tar",
    MEMBERS_WITH_DOTS.why,
    (
        ArchiveVariant(
            "compressed",
            "a.tar.gz",
            gzip.compress(packed_tar({"../one.txt": report(1), "a/../../two.txt": report(2)})),
            {"../one.txt": symbol(1), "a/../../two.txt": symbol(2)},
        ),
        ArchiveVariant(
            "an absolute path",
            "a.tar",
            packed_tar({"/tmp/one.txt": report(1)}),  # noqa: S108
            {"/tmp/one.txt": symbol(1)},  # noqa: S108
        ),
        ArchiveVariant(
            "a name that ends in dots",
            "a.tar",
            packed_tar({"one..": report(1), "two. .txt": report(2)}),
            {"one..": symbol(1), "two. .txt": symbol(2)},
        ),
    ),
)

LINKS = Kind(
    "113",
    "links in archives",
    "A link is an error (special) that names its target, in a zip as in a tar.",
    (
        ArchiveVariant(
            "a link out of the archive",
            "a.zip",
            packed_zip([("one.txt", report(1), FILE), ("l.txt", b"/etc/passwd", LINK)]),
            {"one.txt": symbol(1), "l.txt": "special"},
        ),
        ArchiveVariant(
            "symbolic and hard links in a tar",
            "a.tar",
            packed_tar(
                {"one.txt": report(1)},
                {"s.txt": (tarfile.SYMTYPE, "one.txt"), "h.txt": (tarfile.LNKTYPE, "one.txt")},
            ),
            {"one.txt": symbol(1), "s.txt": "special", "h.txt": "special"},
        ),
        ArchiveVariant(
            "a link to a folder",
            "a.zip",
            packed_zip([("one.txt", report(1), FILE), ("d", b"..", LINK)]),
            {"one.txt": symbol(1), "d": "special"},
        ),
    ),
)

THREE = packed_zip([(f"{n}.txt", report(n), FILE) for n in (1, 2, 3)])
WORD = docx(paragraph("United Nations") + paragraph("A/CONF.900/L.4") + paragraph("1. It met."))

CUT_OFF = Kind(
    "114",
    "cut-off zips",
    "What is whole behind its local header is kept; the archive is an error besides.",
    (
        ArchiveVariant(
            "in the central directory",
            "a.zip",
            THREE[: THREE.rindex(b"PK\x01\x02") + 20],
            {"1.txt": symbol(1), "2.txt": symbol(2), "3.txt": symbol(3), "": "archive"},
        ),
        ArchiveVariant(
            "in the second member",
            "a.zip",
            THREE[: THREE.index(b"PK\x03\x04", 4) + 60],
            {"1.txt": symbol(1), "": "archive"},
        ),
        ArchiveVariant(
            "in the first member",
            "a.zip",
            THREE[:40],
            {"": "archive"},
        ),
        ArchiveVariant(
            "behind a zip that is stored in it, whose directory is not that of the archive",
            "a.zip",
            (nested := packed_zip([("9.txt", report(9), FILE), ("in.zip", THREE, FILE)]))[
                : nested.rindex(b"PK\x01\x02") - 10
            ],
            {
                **{f"{n}.txt": symbol(n) for n in (9, 1, 2, 3)},
                "": "archive",
            },
        ),
        ArchiveVariant(
            "a Word file among them",
            "a.zip",
            (packed := packed_zip([("w.docx", WORD, FILE), ("1.txt", report(1), FILE)]))[
                : packed.rindex(b"PK\x01\x02")
            ],
            {"w.docx": symbol(4), "1.txt": symbol(1), "": "archive"},
        ),
    ),
)

EMPTY_FILES = Kind(
    "116",
    "empty files",
    "A file without text is an error (empty): mostly a download that failed.",
    (
        ArchiveVariant(
            "a byte order mark alone, white space alone",
            "a.zip",
            zipped({"bom.txt": b"\xef\xbb\xbf", "blank.txt": b" \r\n\t\n", "1.txt": report(1)}),
            {"bom.txt": "empty", "blank.txt": "empty", "1.txt": symbol(1)},
        ),
        ArchiveVariant(
            "empty files with other suffixes",
            "a.zip",
            zipped({"a.docx": b"", "a.pdf": b"", "a.html": b"", "1.txt": report(1)}),
            {"a.docx": "empty", "a.pdf": "empty", "a.html": "empty", "1.txt": symbol(1)},
        ),
        ArchiveVariant("an archive of nothing", "a.zip", packed_zip([]), {"": "unreadable"}),
        ArchiveVariant(
            "a compressed file of nothing",
            "a.tar",
            packed_tar({"a.txt": b"", "b.txt.gz": gzip.compress(b"")}),
            {"a.txt": "empty", "b.txt": "empty"},
        ),
    ),
)

ARCHIVES = (MEMBERS_WITH_DOTS, MEMBERS_WITH_DOTS_IN_A_TAR, LINKS, CUT_OFF, EMPTY_FILES)
