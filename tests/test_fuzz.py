"""Any document gives a report or an `UnreportError`, whatever has happened to it.

The documents are our own, and those of the folder `bugs` in `UNREPORT_CORPUS` where that is set.
`pytest -m slow tests/test_fuzz.py` makes so many of each format as take about an hour (`HOUR`), or
as many as `UNREPORT_FUZZ_INPUTS` says; `-k "many and mail"` chooses a format.
"""

import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from drawn import drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import mutate
from odt_files import odt, p
from pdf_features import FEATURED
from pdf_files import FIXTURES, set_lines
from strategies import LINES
from word_files import docx, level, numbered, numbering, paragraph, style, table

from unreport import UnreportError, check, parse_document, read, to_html, to_json, to_markdown

HOUR = {
    "text": 500_000,
    "docx": 350_000,
    "rtf": 200_000,
    "html": 350_000,
    "pdf": 120_000,
    "doc": 400_000,
    "odt": 400_000,
    "mail": 400_000,
}
"""Inputs that take about an hour on one processor."""
SUFFIXES = {
    "txt": "text",
    "docx": "docx",
    "rtf": "rtf",
    "html": "html",
    "htm": "html",
    "pdf": "pdf",
    "doc": "doc",
    "eml": "mail",
}
CASES = Path(__file__).parent / "cases"
CORPUS = os.environ.get("UNREPORT_CORPUS")
INPUTS = os.environ.get("UNREPORT_FUZZ_INPUTS")
LONGEST = 600  # seconds after which one small document hangs

BODY = (
    paragraph("I. Introduction", '<w:pStyle w:val="H1"/>')
    + numbered("The Committee met.", 1)
    + numbered("It decided:", 1)
    + numbered("To take note;", 1, 1)
    + paragraph(
        "A text with a note",
        inner='<w:r><w:footnoteReference w:id="2"/></w:r><w:ins w:id="7"><w:r><w:t>new</w:t></w:r>'
        '</w:ins><w:del w:id="8"><w:r><w:delText>old</w:delText></w:r></w:del>',
    )
    + paragraph(
        inner='<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:sdt><w:sdtContent><w:r><w:t>x</w:t>'
        "</w:r></w:sdtContent></w:sdt><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    )
    + table([paragraph("Programme"), paragraph("2025")], [paragraph("Travel"), numbered("12", 1)])
    + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
)
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
WORD = docx(
    BODY,
    styles=style("H1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    + style("N", "Normal"),
    numbering=numbering(
        {1: level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)")},
        {
            1: (1, ""),
            2: (1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'),
        },
    ),
    footnotes=f'<w:footnote w:id="2">{paragraph("See A/80/50.")}</w:footnote>',
    header1=paragraph("A/80/L.7"),
)
RTF = rb"""{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset178 Arial;}{\f1\fcharset0 Times;}}
{\stylesheet{\s1\outlinelevel0 heading 1;}}{\*\listtable{\list{\listlevel\levelnfc0
{\leveltext\'02\'00.;}{\levelnumbers\'01;}}\listid7}}{\*\listoverridetable
{\listoverride\listid7\ls1}}{\header A/80/L.7\par}
\pard\s1 I. Introduction\par\pard\ls1\ilvl0{\listtext 1.\tab}The Committee met{\super\chftn
{\footnote\pard\chftn  See A/80/50.}}.\par{\v hidden}{\deleted old}{\revised new}
\pard\rtlch\f0\u1578?\u1602?\u1585?\u1610?\u1585?\par\trowd\cellx2000\cellx4000
\pard\intbl Travel\cell 12\cell\row\pard{\field{\*\fldinst PAGE}{\fldrslt 3}}\'e9\emdash end\par}"""
PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>A/80/L.7</title>
<style>p {margin-left: 12pt}</style></head><body><h1>I. Introduction</h1>
<p>1. Le Comit\u00e9 s'est r\u00e9uni.<a href="#_ftn1"><sup>[1]</sup></a></p>
<ol type="a" start="2"><li>Prendre note;</li><li value="5">d\u00e9cider.<ul><li>oui</li></ul></li>
</ol>
<p style="display: none">cach\u00e9</p><ins>neuf</ins><del>vieux</del><pre>a
b</pre><table><tr><td colspan="2">Voyages</td><td>12</td></tr><tr><td>a</td></tr></table>
<p dir="rtl">\u062a\u0642\u0631\u064a\u0631</p>
<div id="_ftn1">[1] Voir A/80/50.</div></body></html>"""


ODT = odt(
    '<text:h text:outline-level="1">I. Introduction</text:h><text:list xml:id="l" '
    'text:style-name="L"><text:list-item>'
    + p("The Committee met.")
    + '</text:list-item><text:list-item text:start-value="4">'
    + p("It decided.", "Bold")
    + "</text:list-item></text:list>"
    + p(
        'A<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p('See A/80/50.')}</text:note-body></text:note>"
        '<text:change text:change-id="c"/><text:span text:style-name="Up">2</text:span>'
        '<draw:frame><draw:object xlink:href="./O"/></draw:frame>'
    )
    + '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2">'
    + p("Travel")
    + "</table:table-cell><table:covered-table-cell/></table:table-row></table:table>"
    + f"<draw:frame><draw:text-box>{p('boxed')}</draw:text-box></draw:frame>",
    automatic='<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/></text:list-style><style:style style:name="Up" '
    'style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>',
    parts={"O/content.xml": "<math><msup><mn>10</mn><mn>6</mn></msup></math>"},
)
MAIL = (
    b"From: a@un.org\r\nSubject: =?utf-8?Q?r=C3=A9union?=\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n'
    b'Content-Type: multipart/alternative; boundary="y"\r\n\r\n--y\r\n'
    b"Content-Type: text/plain; charset=windows-1256\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n1- =C7=CC=E3=DA=CA =C7=E1=E1=CC=E4=C9.\r\n"
    b"\r\n--y\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
    b"\r\nPHA+MS4gT25lLjwvcD4=\r\n--y--\r\n--x\r\nContent-Type: application/pdf; name=a.pdf\r\n"
    b"Content-Disposition: attachment; filename=a.pdf\r\n\r\n%PDF-\r\n--x--\r\n"
)
OLD = CASES.parent / "fixtures" / "word" / "old"


def sources(kind: str) -> list[bytes]:
    """Documents of a kind, all of them small."""
    own: dict[str, list[bytes]] = {
        "text": [
            "\n".join(LINES).encode(),
            *(path.read_bytes() for path in sorted(CASES.glob("*/source.txt"))),
            *(path.read_bytes() for path in sorted(FIXTURES.glob("??.txt"))),
        ],
        "docx": [WORD],
        "rtf": [RTF, *(path.read_bytes() for path in sorted(OLD.glob("*.rtf")))],
        "doc": [path.read_bytes() for path in sorted(OLD.glob("*.doc"))],
        "odt": [ODT],
        "mail": [MAIL],
        "html": [PAGE.encode()],
        "pdf": [
            set_lines(["A/80/L.7", "I. Introduction", "1. The Committee met.", "2. It closed."]),
            *FEATURED,
            *(drawn(path) for path in sorted(CASES.glob("*/pages.txt"))),
        ],
    }
    bugs = sorted(Path(CORPUS).glob("bugs/*/*")) if CORPUS else []
    own[kind] += [
        path.read_bytes()
        for path in bugs
        if SUFFIXES.get(path.suffix) == kind
        and path.stem not in ("expected", "got", "source")
        and path.stat().st_size < 60_000
    ]
    return own[kind]


SOURCES = {kind: sources(kind) for kind in HOUR}


def outcome(data: bytes) -> str:
    """What comes of a document: a report that can be checked and exported, or a refusal."""
    try:
        document = read(data)
        report = parse_document(document)
    except UnreportError as error:
        return type(error).__name__
    assert all(line.text for line in document.lines)
    check(report, document)
    assert to_json(report)
    assert to_html(report)
    to_markdown(report)
    return "report"


@pytest.mark.parametrize("kind", HOUR)
def test_the_documents_themselves_are_read(kind: str) -> None:
    assert {outcome(data) for data in sources(kind)[: 1 if CORPUS else None]} == {"report"}


@pytest.mark.parametrize("kind", HOUR)
@settings(max_examples=40)
@given(chance=st.randoms(use_true_random=False))
def test_a_changed_document_gives_a_report_or_an_error(kind: str, chance: random.Random) -> None:
    assert outcome(mutate(chance, chance.choice(SOURCES[kind]), kind))


class TooLong(Exception):
    pass


def _stop(signum, frame):
    raise TooLong


def campaign(kind: str, inputs: int) -> tuple[Counter[str], float, list[str]]:
    """Read changed documents: their outcomes, the slowest, and what went wrong."""
    outcomes: Counter[str] = Counter()
    failures: list[str] = []
    slowest = 0.0
    signal.signal(signal.SIGALRM, _stop)
    for seed in range(1, inputs + 1):
        chance = random.Random(f"{kind}{seed}")  # noqa: S311
        start = time.thread_time()
        signal.alarm(LONGEST)
        try:
            outcomes[outcome(mutate(chance, chance.choice(SOURCES[kind]), kind))] += 1
        except Exception as error:  # noqa: BLE001
            failures.append(f"{kind} {seed}: {type(error).__name__}: {error}")
        finally:
            signal.alarm(0)
        slowest = max(slowest, time.thread_time() - start)
    return outcomes, slowest, failures


@pytest.mark.slow
@pytest.mark.timeout(0)
@pytest.mark.parametrize("kind", HOUR)
def test_many_changed_documents_give_reports_or_errors(kind: str) -> None:
    outcomes, slowest, failures = campaign(kind, int(INPUTS) if INPUTS else HOUR[kind])

    sys.stdout.write(f"{kind}: {outcomes.total()}, {dict(outcomes)}, slowest {slowest:.1f} s\n")
    assert failures == []
