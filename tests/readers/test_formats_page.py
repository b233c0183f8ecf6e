"""The tables of docs/formats.md: every row is true."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from odt_files import odt, p
from pdf_files import set_lines
from word_files import docx, paragraph, zipped

import unreport
from unreport.errors import UnreadableSource
from unreport.text.characters import normalise

ROOT = Path(__file__).parents[2]
OLD = ROOT / "tests" / "fixtures" / "word" / "old"
PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
FORMATS, ENCODINGS = (
    [tuple(cell.strip() for cell in row.split("|")[1:-1]) for row in table.splitlines()[2:]]
    for table in re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE)
)

CHUNK = docx(paragraph("1. One.") + '<w:altChunk r:id="none"/>')
FLAT = (
    b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/'
    b'xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document '
    b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    b"<w:t>1. One.</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>"
)
MHTML = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    b"PHA+MS4gT25lLjwvcD4=\r\n--x--\r\n"
)
SAMPLES: dict[str, bytes] = {
    "Word (`.docx`": docx(paragraph("1. One.")),
    "imports in Word": CHUNK,
    "Word XML, Flat OPC": FLAT,
    "Word 2003 XML": b'<?xml version="1.0"?><w:wordDocument '
    b'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
    "Word 97-2003": (OLD / "en_1.doc").read_bytes(),
    "Word 6.0/95": b"\xdc\xa5\x65\x00" + bytes(200),
    "RTF": rb"{\rtf1\ansi 1. One.\par}",
    "OpenDocument text": odt(p("1. One.")),
    "OpenDocument of other kinds": zipped(
        {"mimetype": "application/vnd.oasis.opendocument.graphics", "content.xml": "<x/>"}
    ),
    "HTML, XHTML": b"<div><style>p {margin: 0}</style><p>1. One.</p><br></div>",
    "MHTML": MHTML,
    "mail": b"From: a@b.org\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n1. One.\r\n",
    "other XML": b'<?xml version="1.0"?><rss><a/></rss>',
    "reports that unreport wrote": unreport.parse_text("1. One.").to_json().encode(),
    "PDF": set_lines(["1. One."]),
    "text in UTF-8": "\ufeff1. One.".encode("utf-16"),
    "tables in text": b"1. One.\n\n+---+---+\n| A | B |\n+---+---+\n| 1 | 2 |\n+---+---+\n",
    "text in other": "1. Le Comité s'est réuni à Genève.".encode("cp850"),
    "WordPerfect": b"\xffWPC" + bytes(200),
}
"""A file of each row, by the beginning of the row."""


def sample(name: str) -> bytes:
    (found,) = (data for start, data in SAMPLES.items() if name.startswith(start))
    return found


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row[0][:20])
def test_formats(row: tuple[str, ...]) -> None:
    name, outcome, *_ = row
    if outcome == "refused":
        with pytest.raises(UnreadableSource):
            unreport.read(sample(name))
        return

    assert outcome in ("read", "read or doubt")
    assert unreport.read(sample(name)).text


def test_every_sample_has_a_row() -> None:
    assert len(FORMATS) == len(SAMPLES)


ARABIC = "اجتمعت {} في فيينا يوم الاثنين وناقشت المسائل المطروحة عليها."
RUSSIAN = "{} собрался в Вене и рассмотрел вопросы повестки дня своей сессии."
FRENCH = "Le Comité s'est {} à Genève et a étudié les questions dont il était saisi."
CHINESE = "{}审议了议程项目并通过了报告。"
CODECS: dict[str, tuple[str, str]] = {
    "windows-1256": ("cp1256", ARABIC),
    "ISO 8859-6": ("iso8859_6", ARABIC),
    "Mac Arabic": ("mac_arabic", ARABIC),
    "DOS 720": ("cp720", ARABIC),
    "DOS 864": ("cp864", "ﺩﻭﺭ ﻋﺎﻡ ﺳﻼﻡ ﺩﻭﺭ"),
    "windows-1251": ("cp1251", RUSSIAN),
    "ISO 8859-5": ("iso8859_5", RUSSIAN),
    "KOI8-R": ("koi8_r", RUSSIAN),
    "KOI8-U": ("koi8_u", "{} зібрався у Відні та розглянув питання порядку денного."),
    "DOS 866": ("cp866", RUSSIAN),
    "Mac Cyrillic": ("mac_cyrillic", RUSSIAN),
    "windows-1252": ("cp1252", FRENCH),
    "ISO 8859-1": ("iso8859_1", FRENCH),
    "ISO 8859-15": ("iso8859_15", FRENCH),
    "ISO 8859-2": ("iso8859_2", "Il s'est {} et a étudié la réunion."),
    "Mac Roman": ("mac_roman", FRENCH),
    "DOS 850": ("cp850", FRENCH),
    "DOS 437": ("cp437", FRENCH),
    "GB 18030": ("gb18030", CHINESE),
    "Big5": ("big5", "{}審議了議程項目並通過了報告。"),
    "UTF-16, UTF-32 with a byte order mark": ("utf-16", FRENCH),
    "UTF-16, UTF-32 without one": ("utf-16-le", FRENCH),
    "UTF-8, also with a byte order mark": ("utf-8", FRENCH),
}
READ = [row for row in ENCODINGS if row[1] == "read"]


@pytest.mark.parametrize("row", READ, ids=lambda row: row[0])
def test_encodings_that_are_read(row: tuple[str, ...]) -> None:
    name, _, shown, word = row
    codec, text = CODECS[name]
    text = text.format(word)
    document = unreport.read(text.encode(codec))

    assert normalise(bytes.fromhex(shown.strip("`")).decode(codec)) == word
    assert (document.text, document.doubts) == (normalise(text), ())


def of_stray_bytes(shown: str) -> bytes:
    return FRENCH.format("").encode() + bytes.fromhex(shown)


def of_a_wrong_declaration(shown: str) -> bytes:
    declared, _, word = shown.partition(" … ")
    text = ARABIC.encode("cp1256").replace(b"{}", bytes.fromhex(word))
    return b"<html>" + declared.encode() + b"<p>" + text + b"</html>"


def of_an_encoding_that_is_not_tried(shown: str) -> bytes:
    return bytes.fromhex(shown) + " συνήλθε στη Βιέννη και εξέτασε τα θέματα.".encode("cp1253")


DOUBTED: dict[str, Callable[[str], bytes]] = {
    "UTF-8 with stray bytes": of_stray_bytes,
    "HTML that declares another encoding": of_a_wrong_declaration,
    "windows-1253, -1254, -1255, -1257, EUC-KR, Shift JIS": of_an_encoding_that_is_not_tried,
}


@pytest.mark.parametrize("name", DOUBTED)
def test_encodings_that_are_doubted(name: str) -> None:
    ((_, outcome, shown, word),) = (row for row in ENCODINGS if row[0] == name)
    document = unreport.read(DOUBTED[name](shown.strip("`")))

    assert outcome == "doubt"
    assert [doubt.code for doubt in document.doubts] == ["encoding-doubtful"]
    assert word in document.text or "not tried" in DOUBTED[name].__name__.replace("_", " ")


def test_every_encoding_has_a_row() -> None:
    assert [row[0] for row in ENCODINGS] == [*CODECS, *DOUBTED]
