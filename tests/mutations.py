"""Documents of each format changed at random, with regard to their structure.

A mutation drops, repeats, moves or renames what the format is made of: the parts and elements of a
Word or OpenDocument file, the groups and control words of RTF, the tags of HTML, the objects and
dictionary entries of a PDF, the numbers and sectors of a .doc file, the parts and header fields of
a mail, the lines of a text.  Now and then it changes bytes without regard to anything.
"""

from __future__ import annotations

import copy
import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence

from lxml import etree
from pdf_mutations import NUMBERS, changed_pdf

STRINGS = (b"", b"\x00", b"\xff\xfe", b"(", b"]]>", "م\u064b".encode(), b"A" * 300, b"%s", b"&#0;")
CHARACTERS = "\u200f\u0640\u064b\ufeff\u202e\ud7ff\u0000\t\f\v\u2028\ufffd(（)[٣Ⅻ①*/:；-—_.…"

MANY = 300  # elements of a part

Mutation = Callable[[random.Random, bytes], bytes]


def mutate(chance: random.Random, data: bytes, kind: str) -> bytes:
    """A document of a kind, such as `docx`, with one to six changes."""
    if kind in ("docx", "odt"):
        return _mutated_package(chance, data)
    change = CHANGES[kind]
    for _ in range(chance.randint(1, 6)):
        data = change(chance, data) if chance.random() < 0.9 else _bytes(chance, data)
    return data


def _bytes(chance: random.Random, data: bytes) -> bytes:
    """Change, drop, insert or repeat a few bytes."""
    start = chance.randrange(len(data) + 1)
    end = min(len(data), start + chance.choice((0, 1, 1, 4, 40, 400)))
    middle = chance.choice(
        (b"", bytes([chance.randrange(256)]), data[start:end] * 2, chance.choice(STRINGS))
    )
    return data[:start] + middle + data[end:]


def _pieces(chance: random.Random, pieces: list[bytes]) -> list[bytes]:
    """Drop, repeat, move or exchange pieces."""
    if not pieces:
        return pieces
    at, to = chance.randrange(len(pieces)), chance.randrange(len(pieces))
    action = chance.randrange(5)
    if action == 0:
        del pieces[at : at + chance.choice((1, 1, 3, 20))]
    elif action == 1:
        pieces[to:to] = pieces[at : at + 3] * chance.choice((1, 1, 2, 30))
    elif action == 2:
        pieces[at], pieces[to] = pieces[to], pieces[at]
    elif action == 3:
        pieces.insert(to, pieces.pop(at))
    else:
        pieces[at] = _bytes(chance, pieces[at])
    return pieces


def _replaced(chance: random.Random, data: bytes, pattern: bytes, others: Sequence[bytes]) -> bytes:
    """Replace one match of a pattern."""
    matches = list(re.finditer(pattern, data))
    if not matches:
        return data
    match = chance.choice(matches)
    return data[: match.start()] + chance.choice(others) + data[match.end() :]


# --- formats ------------------------------------------------------------------------------------


DIGITS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９")


def _printed_otherwise(chance: random.Random, text: str) -> str:
    """A text as another writer prints it: other digits, cases, joined lines or indents."""
    action = chance.randrange(6)
    if action == 0:
        return text.translate({ord("0") + n: c for n, c in enumerate(chance.choice(DIGITS))})
    if action == 1:
        return chance.choice((text.upper(), text.lower(), text.swapcase()))
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    if action == 2:
        lines[at : at + 2] = [" ".join(lines[at : at + 2])]
    elif action == 3:
        lines[at] = (
            chance.choice((" " * 40, "\t", "> ", "| ", "\N{RIGHT-TO-LEFT MARK}")) + lines[at]
        )
    elif action == 4:
        lines[at:at] = [""] * chance.choice((1, 3, 60))
    else:
        lines[at:at] = lines[: chance.choice((3, 8, 15))]  # the masthead once more
    return "\n".join(lines)


def _text(chance: random.Random, data: bytes) -> bytes:
    if chance.random() < 0.3:
        text = _printed_otherwise(chance, data.decode("utf-8", "replace"))
        return text.encode("utf-8", "replace")
    if chance.random() < 0.4:
        return b"\n".join(_pieces(chance, data.split(b"\n")))
    if chance.random() < 0.5:
        return b" ".join(_pieces(chance, data.split(b" ")))
    text = data.decode("utf-8", "replace")
    at = chance.randrange(len(text) + 1)
    inserted = chance.choice(CHARACTERS) * chance.choice((1, 1, 2, 50))
    return (text[:at] + inserted + text[at:]).encode("utf-8", "replace")


def _rtf(chance: random.Random, data: bytes) -> bytes:
    words = rb"\\[a-z]+-?\d*"
    action = chance.randrange(4)
    if action == 0:
        return b"".join(_pieces(chance, re.split(rb"(?=[{}\\])", data)))
    if action == 1:
        others = re.findall(words, data) or [b"\\par"]
        return _replaced(chance, data, words, others)
    if action == 2:
        return _replaced(chance, data, rb"(?<=[a-z])-?\d+", NUMBERS)
    return _replaced(chance, data, rb"[{}]", (b"", b"{", b"}", b"{{", b"}}", b"{\\*"))


def _markup(chance: random.Random, data: bytes) -> bytes:
    tags = rb"<[^<>]*>"
    action = chance.randrange(5)
    if action == 0:
        return b"".join(_pieces(chance, re.split(rb"(?=<)", data)))
    if action == 1:
        return _replaced(chance, data, tags, [*re.findall(tags, data), b"", b"<"])
    if action == 2:
        values = [*re.findall(rb'"[^"<>]*"', data), *(b'"%s"' % n for n in (*NUMBERS, *STRINGS))]
        return _replaced(chance, data, rb'"[^"<>]*"', values)
    if action == 3:
        names = [*re.findall(rb"(?<=[</ :])[A-Za-z:]+(?=[\s=/>])", data), b"x"]
        return _replaced(chance, data, rb"(?<=[</ :])[A-Za-z:]+(?=[\s=/>])", names)
    return _replaced(chance, data, rb"(?<=>)[^<>]+(?=<)", STRINGS)


def _pdf(chance: random.Random, data: bytes) -> bytes:
    if chance.random() < 0.5:
        return changed_pdf(chance, data)
    action = chance.randrange(5)
    if action == 0:
        return b"endobj\n".join(_pieces(chance, data.split(b"endobj\n")))
    if action == 1:
        return _replaced(
            chance, data, rb"/[A-Za-z0-9]+", [*re.findall(rb"/[A-Za-z0-9]+", data), b""]
        )
    if action == 2:
        return _replaced(chance, data, rb"(?<=[\s\[])-?\d+(?=[\s\]/>])", NUMBERS)
    if action == 3:
        return _stream(chance, data)
    return _replaced(
        chance, data, rb"\d+ \d+ R", [*re.findall(rb"\d+ \d+ R", data), b"null", b"[]"]
    )


def _stream(chance: random.Random, data: bytes) -> bytes:
    """Change the instructions of a stream, unpacked if it is deflated."""
    streams = list(re.finditer(rb"(?s)stream\r?\n(.*?)\r?\nendstream", data))
    if not streams:
        return data
    match = chance.choice(streams)
    content = match[1]
    try:
        plain = zlib.decompress(content)
    except zlib.error:
        plain = content
    changed = b"\n".join(_pieces(chance, plain.split(b"\n")))
    changed = _replaced(chance, changed, rb"-?\d+(?:\.\d+)?", NUMBERS)
    content = zlib.compress(changed) if plain is not content else changed
    return data[: match.start(1)] + content + data[match.end(1) :]


def _mutated_package(chance: random.Random, data: bytes) -> bytes:
    """Change the parts of a zip file, and drop, repeat or rename some."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(parts))
        name, content = parts[at]
        action = chance.random()
        if action < 0.04 and len(parts) > 1:
            del parts[at]
        elif action < 0.08:
            parts[at] = (chance.choice(parts)[0], content)
        elif action < 0.12:
            parts[at] = (name, chance.choice(parts)[1])
        else:
            change = _tree if chance.random() < 0.9 else _markup
            parts[at] = (name, change(chance, content))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in dict(parts).items():
            package.writestr(name, content)
    changed = out.getvalue()
    return _bytes(chance, changed) if chance.random() < 0.03 else changed


def _tree(chance: random.Random, content: bytes) -> bytes:
    """Change an element of a part, so that the part stays well-formed."""
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError:
        return _markup(chance, content)
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    one, other = chance.choice(elements), chance.choice(elements)
    parent = one.getparent()
    action = chance.randrange(6)
    if action == 0 and parent is not None:
        parent.remove(one)
    elif action == 1:
        times = chance.choice((1, 1, 2, 20)) if len(elements) < MANY else 0  # or it grows and grows
        other.extend([copy.deepcopy(one) for _ in range(times)])
    elif action == 2:
        one.tag = other.tag
    elif action == 3 and parent is not None and len(elements) < MANY:
        other.addnext(copy.deepcopy(one)) if other is not root else other.append(copy.deepcopy(one))
    elif action == 4 and one.attrib:
        key = chance.choice(list(one.attrib))
        values = [*NUMBERS, *(value.encode() for value in other.attrib.values())]
        one.set(key, chance.choice(values).decode())
    else:
        one.text = chance.choice((None, " ", "\u0640", "1.", "(", "A" * 3_000, other.text))
    return etree.tostring(root)


SECTOR = 512  # of a compound file
FIB = range(SECTOR, SECTOR + 900)  # the file information block, where writers put it


def _doc(chance: random.Random, data: bytes) -> bytes:
    """Change a number of the file information block or of any structure, or the sectors."""
    if chance.random() < 0.2:
        starts = range(0, len(data), SECTOR)
        return b"".join(_pieces(chance, [data[at : at + SECTOR] for at in starts]))
    size = chance.choice((1, 2, 4))
    places = FIB if chance.random() < 0.3 else range(len(data) or 1)
    at = chance.choice(places) // size * size
    if chance.random() < 0.5:
        number = chance.choice((0, 1, 2, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF))
    else:
        number = int.from_bytes(data[at : at + size], "little") + chance.choice((-1, 1, 16, 512))
    changed = (number % 256**size).to_bytes(size, "little")
    return data[:at] + changed + data[at + size :]


def _mail(chance: random.Random, data: bytes) -> bytes:
    """Change header fields, the lines of a part, or whole parts."""
    action = chance.randrange(4)
    if action == 0:
        return b"\r\n--".join(_pieces(chance, data.split(b"\r\n--")))
    if action == 1:
        values = [*re.findall(rb"(?<=: )[^\r\n]+", data), *STRINGS, b"base64", b"utf-16", b"x-y"]
        return _replaced(chance, data, rb"(?<=: )[^\r\n]+", values)
    if action == 2:
        return _replaced(chance, data, rb"=[0-9A-F]{2}|[A-Za-z0-9+/]{4}", (b"=", b"=ZZ", *STRINGS))
    return b"\r\n".join(_pieces(chance, data.split(b"\r\n")))


CHANGES: dict[str, Mutation] = {
    "text": _text,
    "rtf": _rtf,
    "html": _markup,
    "pdf": _pdf,
    "doc": _doc,
    "mail": _mail,
}
