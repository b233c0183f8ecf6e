import bz2
import gzip
import io
import lzma
import os
import random
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest

from unreport.archive.sources import Selection, SourceEntry, entries

ONE, TWO = b"1. One.\n", b"2. Two.\n"


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def listed(*sources: Path | str, **options: object) -> dict[str, bytes | str | None]:
    found = list(entries(sources, Selection(**options)))
    assert len({entry.key for entry in found}) == len(found)
    return {place(entry): contents(entry) for entry in found}


def place(entry: SourceEntry) -> str:
    whole = f"{entry.archive}!/{entry.path}" if entry.archive else entry.path
    return whole.rpartition("/base/")[2]


def contents(entry: SourceEntry) -> bytes | str | None:
    if entry.error:
        return entry.error.kind
    return Path(entry.file).read_bytes() if entry.file else entry.data


@pytest.fixture
def base(tmp_path: Path) -> Path:
    (tmp_path / "base").mkdir()
    return tmp_path / "base"


def put(base: Path, name: str, data: bytes) -> Path:
    path = base / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_folders_in_order_without_hidden_and_system_files(base: Path) -> None:
    for name in (
        *("b.txt", "a/z.txt", "a/b/c.txt", ".hidden", ".git/config", "Thumbs.db"),
        *("a/~$draft.docx", "__MACOSX/._b.txt", "desktop.ini", "a/.DS_Store"),
    ):
        put(base, name, ONE)

    assert list(listed(base)) == ["a/b/c.txt", "a/z.txt", "b.txt"]


def test_a_hidden_file_that_is_named_is_taken(base: Path) -> None:
    assert listed(put(base, ".draft.txt", ONE)) == {".draft.txt": ONE}


def test_patterns_and_sources_named_twice(base: Path) -> None:
    for name in ("2019/a.txt", "2019/a.pdf", "2020/b.txt"):
        put(base, name, ONE)

    assert list(listed(f"{base}/**/*.txt", base)) == ["2019/a.txt", "2020/b.txt", "2019/a.pdf"]
    assert list(listed(base, patterns=("*.TXT",))) == ["2019/a.txt", "2020/b.txt"]
    assert list(listed(base, patterns=("2019/*",))) == ["2019/a.pdf", "2019/a.txt"]


def test_missing_sources(base: Path) -> None:
    assert listed(base / "none.txt", f"{base}/*.pdf") == {"none.txt": "missing", "*.pdf": "missing"}


FILES = {
    "x/one.txt": ONE,
    "two.txt": TWO,
    "__MACOSX/._two.txt": b"",
    "x/.hidden": b"",
    "e.txt": b"",
}
TAR = tarred(FILES)
ARCHIVES = {
    "a.zip": zipped(FILES),
    "a.tar": TAR,
    "a.tar.gz": gzip.compress(TAR),
    "a.tgz": gzip.compress(TAR),
    "a.tar.bz2": bz2.compress(TAR),
    "a.tar.xz": lzma.compress(TAR),
    "no-suffix": gzip.compress(TAR),
}


@pytest.mark.parametrize(("name", "data"), ARCHIVES.items())
def test_archives_are_recognized_by_content(base: Path, name: str, data: bytes) -> None:
    put(base, name, data)

    assert listed(base) == {
        f"{name}!/x/one.txt": ONE,
        f"{name}!/two.txt": TWO,
        f"{name}!/e.txt": b"",
    }


def test_zstandard_where_python_can(base: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    put(base, "a.tar.zst", zstandard.compress(tarred({"one.txt": ONE})))

    assert listed(base) == {"a.tar.zst!/one.txt": ONE}


def test_a_compressed_file_is_an_archive_of_one_member(base: Path) -> None:
    put(base, "one.txt.gz", gzip.compress(ONE))

    assert listed(base) == {"one.txt.gz!/one.txt": ONE}


def test_word_files_are_documents(base: Path) -> None:
    word = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    for name in ("a.docx", "word-without-suffix"):
        put(base, name, word)
    put(base, "all.zip", zipped({"b.docx": word, "c": word}))

    assert list(listed(base).values()) == [word] * 4


@pytest.mark.parametrize("outer", [zipped, tarred])
def test_nested_archives_are_opened_once(base: Path, outer) -> None:
    innermost = zipped({"three.txt": ONE})
    inner = {"one.txt": ONE, "in.zip": innermost}
    packed = {
        "a.zip": zipped(inner),
        "b.tar.gz": gzip.compress(tarred({"two.txt": TWO})),
        "c.txt.gz": gzip.compress(TWO),
    }
    put(base, "out", outer(packed))

    assert listed(base) == {
        "out!/a.zip!/one.txt": ONE,
        "out!/a.zip!/in.zip": innermost,  # not opened: the reader says what it is
        "out!/b.tar.gz!/two.txt": TWO,
        "out!/c.txt.gz!/c.txt": TWO,
    }


def test_names_in_legacy_encodings(base: Path) -> None:
    name = "Проект доклада.txt"
    data = zipped({"#" * len(name): ONE}).replace(b"#" * len(name), name.encode("cp866"))
    put(base, "a.zip", data)
    info = tarfile.TarInfo("تقرير.txt")
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", encoding="cp1256", format=tarfile.GNU_FORMAT) as tar:
        tar.addfile(info)
    put(base, "b.tar", out.getvalue())
    with open(os.fsencode(base) + b"/" + "报告.txt".encode("gb18030"), "wb") as file:  # noqa: PTH123
        file.write(TWO)

    assert listed(base) == {f"a.zip!/{name}": ONE, "b.tar!/تقرير.txt": b"", "报告.txt": TWO}


def test_two_members_of_one_name_are_two(base: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", ONE)
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("a.txt", TWO)
    put(base, "a.zip", out.getvalue())

    found = list(entries([base]))

    assert [entry.data for entry in found] == [ONE, TWO]
    assert len({entry.key for entry in found}) == 2


def test_a_truncated_archive_gives_its_first_members(base: Path) -> None:
    noise = os.urandom(40_000)
    whole = gzip.compress(tarred({"one.txt": ONE, "noise.bin": noise, "two.txt": TWO}))
    put(base, "cut.tar.gz", whole[: len(whole) // 2])
    put(base, "cut.zip", zipped(FILES)[:-30])
    put(base, "inner.tar", tarred({"cut.zip": zipped(FILES)[:-30], "two.txt": TWO}))

    assert listed(base) == {
        "cut.tar.gz!/one.txt": ONE,
        "cut.tar.gz": "archive",
        "cut.zip!/x/one.txt": ONE,
        "cut.zip!/two.txt": TWO,
        "cut.zip!/e.txt": b"",
        "cut.zip": "archive",
        "inner.tar!/cut.zip!/x/one.txt": ONE,
        "inner.tar!/cut.zip!/two.txt": TWO,
        "inner.tar!/cut.zip!/e.txt": b"",
        "inner.tar!/cut.zip": "archive",
        "inner.tar!/two.txt": TWO,
    }


class Unseekable(io.BytesIO):
    """A stream on which `zipfile` writes sizes in data descriptors, behind the members."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError


def zipped_as(method: int, out: io.BytesIO, files: dict[str, bytes], *, zip64: bool) -> bytes:
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            with archive.open(
                zipfile.ZipInfo(name) if method == 0 else name, "w", force_zip64=zip64
            ) as member:
                member.write(data)
    return out.getvalue()


@pytest.mark.parametrize("zip64", [False, True])
@pytest.mark.parametrize(("method", "out"), [(0, io.BytesIO), (8, io.BytesIO), (8, Unseekable)])
def test_a_zip_cut_off_anywhere_gives_its_complete_members(
    base: Path, method: int, out: type[io.BytesIO], *, zip64: bool
) -> None:
    long = random.Random(1).randbytes(90_000)  # noqa: S311
    files = {"a.txt": ONE, "dir/": b"", "b.bin": long, "c.txt": TWO}
    whole = zipped_as(method, out(), files, zip64=zip64)
    starts = [whole.index(b"PK\x03\x04" + whole[4:10])]
    for _ in range(3):
        starts.append(whole.index(b"PK\x03\x04" + whole[4:10], starts[-1] + 1))
    for members, start in ((2, starts[3]), (1, starts[2]), (1, starts[2] + 40_000), (0, 20)):
        path = put(base, "a.zip", whole[:start])
        found = listed(path)
        assert list(found.values()) == [*[ONE, long][:members], "archive"]


def test_members_of_a_cut_off_zip_that_cannot_be_read(base: Path) -> None:
    data = bytearray(zipped({"a.txt": ONE, "b.txt": TWO, "c.txt": ONE}))
    del data[data.index(b"PK\x01\x02") + 10 :]
    second = data.index(b"PK\x03\x04", 4)
    data[6] |= 1  # encrypted
    data[second + 8] = 12  # bzip2
    put(base, "a.zip", bytes(data))
    put(base, "bomb.zip", zipped({"zeros": bytes(100_000), "b.txt": TWO})[:-30])

    assert listed(base, max_size=50_000) == {
        "a.zip!/a.txt": "encrypted",
        "a.zip!/b.txt": "archive",
        "a.zip!/c.txt": ONE,
        "a.zip": "archive",
        "bomb.zip!/zeros": "too-large",
        "bomb.zip!/b.txt": TWO,
        "bomb.zip": "archive",
    }


def test_a_damaged_member_of_a_cut_off_zip_is_not_read(base: Path) -> None:
    data = bytearray(zipped_as(zipfile.ZIP_STORED, io.BytesIO(), FILES, zip64=False))
    data[data.index(TWO)] ^= 1
    put(base, "a.zip", bytes(data[:-30]))

    assert listed(base) == {"a.zip!/x/one.txt": ONE, "a.zip": "archive"}


def test_a_cut_off_word_file_is_a_document(base: Path) -> None:
    word = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})[:-30]
    put(base, "a.docx", word)
    put(base, "b", word)
    put(base, "c.zip", zipped({"d": word}))

    assert list(listed(base).values()) == [word] * 3


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_members_with_dots_in_their_paths(base: Path, pack) -> None:
    names = ("./a.txt", "../b.txt", "x/../c.txt", "x/./d.txt", "Report ..txt", ".hidden/e.txt")
    put(base, "a", pack(dict.fromkeys(names, ONE)))

    assert list(listed(base)) == [
        *("a!/a.txt", "a!/../b.txt", "a!/x/../c.txt", "a!/x/./d.txt", "a!/Report ..txt"),
    ]
    assert [path.name for path in base.parent.rglob("*.txt")] == []


def test_members_with_the_separators_of_windows(base: Path) -> None:
    names = (r"..\up.txt", r"a\..\b.txt", ".../c.txt", r"a\.hidden\d.txt", r"a\~$e.txt")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), ONE)
    put(base, "a.zip", out.getvalue())

    assert list(listed(base)) == [rf"a.zip!/{name}" for name in names[:3]]


def test_links_and_pipes_in_a_zip(base: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, kind in (("link", stat.S_IFLNK), ("pipe", stat.S_IFIFO), ("file", stat.S_IFREG)):
            info = zipfile.ZipInfo(name)
            info.external_attr = (kind | 0o644) << 16
            archive.writestr(info, b"../secret.txt")
    path = put(base, "a.zip", out.getvalue())

    assert listed(path) == {
        "a.zip!/link": "special",
        "a.zip!/pipe": "special",
        "a.zip!/file": b"../secret.txt",
    }
    (link, _, _) = entries([path])
    assert link.error.message == "is a link inside the archive, to '../secret.txt'"


def test_a_damaged_member_fails_alone(base: Path) -> None:
    noise = os.urandom(1000)
    data = bytearray(zipped({"one.txt": ONE, "noise.bin": noise, "two.txt": TWO}))
    at = data.index(noise[:20])
    data[at : at + 10] = bytes(10)
    put(base, "a.zip", bytes(data))

    assert listed(base) == {
        "a.zip!/one.txt": ONE,
        "a.zip!/noise.bin": "archive",
        "a.zip!/two.txt": TWO,
    }


def test_members_that_cannot_be_read(base: Path) -> None:
    data = bytearray(zipped({"a.txt": ONE}))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + offset] |= 1  # the flag of encryption
    put(base, "locked.zip", bytes(data))
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, kind in (("link", tarfile.SYMTYPE), ("pipe", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type = kind
            tar.addfile(info)
    put(base, "special.tar", out.getvalue())
    put(base, "bomb.zip", zipped({"zeros": bytes(100_000)}))

    assert listed(base, max_size=50_000) == {
        "bomb.zip!/zeros": "too-large",
        "locked.zip!/a.txt": "encrypted",
        "special.tar!/link": "special",
        "special.tar!/pipe": "special",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_and_link_loops_are_not_opened(base: Path) -> None:
    os.mkfifo(base / "pipe")
    (base / "loop").symlink_to(base)
    (base / "gone.txt").symlink_to(base / "nowhere")
    put(base, "a.txt", ONE)

    assert listed(base) == {"a.txt": ONE, "gone.txt": "missing", "pipe": "special"}


def test_listing_without_contents(base: Path) -> None:
    put(base, "a.tar", TAR)

    assert listed(base, contents=False) == {
        "a.tar!/x/one.txt": None,
        "a.tar!/two.txt": None,
        "a.tar!/e.txt": None,
    }
