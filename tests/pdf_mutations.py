"""PDF files changed at random: objects, values, cross-references, operators and CMaps."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable, Sequence

Changed = Callable[[random.Random, bytes], bytes]

NUMBERS = (b"0", b"-1", b"1", b"9", b"255", b"65536", b"2147483648", b"-99999999999", b"1e999", b"")
OPERANDS = (
    *NUMBERS,
    *(b"/F", b"/X", b"/G", b"/Off", b"/None", b"(Th\\", b"(The)", b"<0041", b"<00410042>", b"[]"),
    *(
        b"[(a) -9999999 (b)]",
        b"<</MCID 0>>",
        b"<</ActualText (x)>>",
        b"null",
        b"true",
        b".5",
        b"--5",
    ),
)
OPERATORS = (
    "q Q cm BT ET Tf Tr Ts Tw Tc Tz TL Td TD Tm T* Tj TJ ' \" Do gs BDC BMC EMC MP DP BI ID EI "
    "re m l c h S f W n sh d0 d1 BX EX cs sc scn g rg k i xyz"
).split()
VALUES = (
    *NUMBERS,
    *(b"null", b"[]", b"<<>>", b"/Name", b"(text)", b"true", b"[0 0 R]", b"99 0 R", b"1 0 R"),
    *(
        b"[null null null null]",
        b"<</Type/Font>>",
        b"[[[[]]]]",
        b"<</Kids[1 0 R]>>",
        b"/Identity-V",
    ),
)
CMAP_LINES = (
    b"1 begincodespacerange <00> <80> endcodespacerange",
    b"1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange",
    b"1 beginbfrange <0000> <FFFF> <D800> endbfrange",
    b"1 beginbfrange <00> <FF> [<0041> <00420043>] endbfrange",
    b"1 beginbfrange <FF> <00> <0041> endbfrange",
    b"1 beginbfrange <0001> <FFFFFFFE> <0041> endbfrange",
    b"1 beginbfchar <0021> <> endbfchar",
    b"1 beginbfchar <21> <FFFF> <22> endbfchar",
    b"1 beginbfchar /a /b endbfchar",
    b"1 begincidrange <0000> <FFFF> -1 endcidrange",
    b"/Identity-H usecmap",
    b"/WMode 1 def",
    b"endcmap",
)
CROSS_REFERENCES = (
    *(
        b"startxref\n0\n",
        b"startxref\n-5\n",
        b"startxref\n99999999\n",
        b"startxref\n",
        b"trailer\n<<",
    ),
    *(
        b"/Prev 0",
        b"/Prev 9",
        b"/XRefStm 9",
        b"/Root 2 0 R",
        b"/Size 1",
        b"/Encrypt 5 0 R",
        b"/ID[]",
    ),
)
CROSS_REFERENCE = (
    rb"startxref\s+\d+\s+|trailer\s*<<|/Prev \d+|/Root \d+ 0 R|/Size \d+|\d{10} \d{5} [nf]"
)
STREAM = re.compile(rb"(?s)stream\r?\n(.*?)\r?\nendstream")


def changed_pdf(chance: random.Random, data: bytes) -> bytes:
    """A PDF with one change with regard to what it is made of."""
    return chance.choice(CHANGES)(chance, data)


def _replaced(chance: random.Random, data: bytes, pattern: bytes, others: Sequence[bytes]) -> bytes:
    matches = list(re.finditer(pattern, data))
    if not matches:
        return data
    match = chance.choice(matches)
    return data[: match.start()] + chance.choice(others) + data[match.end() :]


def _value(chance: random.Random, data: bytes) -> bytes:
    """Another value for a key of a dictionary."""
    matches = list(
        re.finditer(rb"(/[A-Za-z0-9]+) ?(\[[^][]*\]|-?\d+(?: \d+ R)?|/\w+|\([^()]*\))", data)
    )
    if not matches:
        return data
    match = chance.choice(matches)
    own = [other[2] for other in chance.sample(matches, min(8, len(matches)))]
    return data[: match.start(2)] + b" " + chance.choice((*VALUES, *own)) + data[match.end(2) :]


def _in_stream(chance: random.Random, data: bytes, change: Changed) -> bytes:
    """Change a stream, unpacked if it is deflated; its /Length may be wrong then."""
    streams = list(STREAM.finditer(data))
    if not streams:
        return data
    match = chance.choice(streams)
    try:
        plain, pack = zlib.decompress(match[1]), zlib.compress
    except zlib.error:
        plain, pack = match[1], bytes
    return data[: match.start(1)] + pack(change(chance, plain)) + data[match.end(1) :]


def _operators(chance: random.Random, content: bytes) -> bytes:
    """Operators with any operands between others."""
    for _ in range(chance.choice((1, 1, 2, 30))):
        operands = [chance.choice(OPERANDS) for _ in range(chance.choice((0, 1, 1, 2, 3, 6)))]
        inserted = b" ".join((b"", *operands, chance.choice(OPERATORS).encode(), b""))
        places = [match.end() for match in re.finditer(rb"\s", content)] or [0]
        at = chance.choice(places)
        content = content[:at] + inserted + content[at:]
    return content


def _cmap(chance: random.Random, content: bytes) -> bytes:
    """Lines of a CMap between others; any stream may become one."""
    lines = content.split(b"\n")
    for _ in range(chance.choice((1, 1, 3))):
        lines.insert(chance.randrange(len(lines) + 1), chance.choice(CMAP_LINES))
    return b"\n".join(lines)


def _cross_reference(chance: random.Random, data: bytes) -> bytes:
    if chance.random() < 0.2:  # an update that says other things
        return data + chance.choice(
            (data[-400:], b"\nxref\n0 1\n", b"\n%%EOF\n", b"\n1 0 obj\nnull\nendobj\n")
        )
    return _replaced(chance, data, CROSS_REFERENCE, (*CROSS_REFERENCES, b""))


CHANGES: tuple[Changed, ...] = (
    _value,
    _value,
    _cross_reference,
    lambda chance, data: _in_stream(chance, data, _operators),
    lambda chance, data: _in_stream(chance, data, _cmap),
)
