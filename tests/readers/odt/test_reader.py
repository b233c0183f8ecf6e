"""OpenDocument text: paragraphs, lists, tables, notes, tracked changes, headers."""

import pytest
from odt_files import MIMETYPE, NAMESPACES, odt, p
from word_files import zipped

import unreport
from unreport.document import Document, Line
from unreport.errors import DamagedSource, EmptySource, EncryptedSource, UnreadableSource
from unreport.readers.file_types import is_opendocument
from unreport.readers.odt.reader import read_odt


def read(body: str, *, original: bool = False, **parts: str) -> Document:
    return read_odt(odt(body, **parts), original=original)


def lines(body: str, **parts: str) -> list[Line]:
    return list(read(body, **parts).lines)


def texts(body: str, *, original: bool = False, **parts: str) -> list[str]:
    return [line.text for line in read(body, original=original, **parts).lines]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("One  two\n three", "One two three"),
        ('a<text:s text:c="2"/>b<text:tab/>c', "a  b\tc"),
        ("a<text:line-break/>b", "a b"),
        ('a <text:a href="x">link</text:a>', "a link"),
        ("a<office:annotation><text:p>comment</text:p></office:annotation>b", "ab"),
        ("a<text:soft-page-break/>b", "ab"),
        ('10<text:span text:style-name="Up">6</text:span> t', "10⁶ t"),
        ('a<text:span text:style-name="Gone">hidden</text:span>b', "ab"),
        (
            "<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>r</text:ruby-text></text:ruby>",
            "base",
        ),
    ],
)
def test_text(inner: str, expected: str) -> None:
    automatic = (
        '<style:style style:name="Up" style:family="text">'
        '<style:text-properties style:text-position="super 58%"/></style:style>'
        '<style:style style:name="Gone" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    assert texts(p(inner), automatic=automatic) == [expected]


def level(number: int, form: str, prefix: str = "", suffix: str = "", *, shown: int = 1) -> str:
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-format="{form}" '
        f'style:num-prefix="{prefix}" style:num-suffix="{suffix}" text:display-levels="{shown}"/>'
    )


LISTS = (
    f'<text:list-style style:name="L">{level(1, "1", suffix=".")}'
    f"{level(2, 'a', '(', ')')}{level(3, '1', shown=3)}</text:list-style>"
    f'<text:list-style style:name="A">{level(1, "أ, ب, ج, ...", "(", ")")}</text:list-style>'
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" '
    'text:bullet-char="•"/></text:list-style>'
)


def listed(*items: str, attributes: str = 'text:style-name="L"') -> str:
    inner = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f"<text:list {attributes}>{inner}</text:list>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (listed(p("x"), p("y")), ["1.\tx", "2.\ty"]),
        (listed(p("x") + p("more"), p("y")), ["1.\tx", "more", "2.\ty"]),
        (
            listed(p("x") + listed(p("a"), p("b"), attributes=""), p("y")),
            ["1.\tx", "(a)\ta", "(b)\tb", "2.\ty"],
        ),
        (
            listed(p("x") + listed(p("a") + listed(p("d"), attributes=""), attributes="")),
            ["1.\tx", "(a)\ta", "1.a.1\td"],
        ),
        (listed(p("x")) + listed(p("y")), ["1.\tx", "1.\ty"]),
        (
            listed(p("x"))
            + p("between")
            + listed(p("y"), attributes='text:style-name="L" text:continue-numbering="true"'),
            ["1.\tx", "between", "2.\ty"],
        ),
        (
            listed(p("x"), attributes='text:style-name="L" xml:id="l1"')
            + listed(p("z"))
            + listed(p("y"), attributes='text:style-name="L" text:continue-list="l1"'),
            ["1.\tx", "1.\tz", "2.\ty"],
        ),
        (listed(p("x"), attributes='text:style-name="A"'), ["(أ)\tx"]),
        (listed(p("x"), attributes='text:style-name="B"'), ["•\tx"]),
        (
            '<text:list text:style-name="L"><text:list-header>' + p("head") + "</text:list-header>"
            '<text:list-item text:start-value="5">' + p("x") + "</text:list-item></text:list>",
            ["head", "5.\tx"],
        ),
    ],
)
def test_lists(body: str, expected: list[str]) -> None:
    assert texts(body, automatic=LISTS) == expected


def test_headings_and_outline_numbers() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" '
        'style:num-suffix="."/></text:outline-style>'
        '<style:style style:name="Plain" style:family="paragraph" style:list-style-name=""/>'
    )
    body = (
        '<text:h text:outline-level="1">Work</text:h><text:h text:outline-level="2">Part</text:h>'
        '<text:h text:outline-level="1" text:style-name="Plain">Annex</text:h>'
    )
    found = lines(body, styles=outline)

    assert [(line.text, line.level) for line in found] == [
        ("I.\tWork", 1), ("Part", 2), ("Annex", 1),
    ]  # fmt: skip


def test_styles_are_inherited() -> None:
    styles = (
        '<style:style style:name="Base" style:family="paragraph"><style:paragraph-properties '
        'fo:text-align="center"/><style:text-properties fo:font-weight="bold" '
        'fo:font-size="14pt"/></style:style>'
        '<style:style style:name="_5f_H_5f_1" style:display-name="_ H_1" style:family="paragraph" '
        'style:parent-style-name="Base"/>'
    )
    automatic = '<style:style style:name="P1" style:parent-style-name="_5f_H_5f_1"/>'
    (line,) = lines(p("Title", "P1"), styles=styles, automatic=automatic)

    assert (line.level, line.style, line.bold, line.size, line.centred) == (
        2,
        "_ H_1",
        True,
        14.0,
        True,
    )


def cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{p(text)}</table:table-cell>"


def test_tables() -> None:
    merged = cell("Algeria", 'table:number-columns-spanned="2"')
    rows = (
        f"<table:table-header-rows><table:table-row>{cell('State')}{cell('Due')}{cell('Paid')}"
        f"</table:table-row></table:table-header-rows><table:table-row>"
        f"{merged}<table:covered-table-cell/>{cell('7')}"
        "</table:table-row>"
    )
    found = lines(f"<table:table>{rows}</table:table>")

    assert [line.cells for line in found] == [("State", "Due", "Paid"), ("Algeria", "", "7")]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes(kind: str) -> None:
    note = (
        f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p('See.')}{p('17 States.')}</text:note-body></text:note>"
    )
    text, found = lines(p(f"met.{note} Then."))

    assert (text.text, text.calls) == ("met.1 Then.", ((4, 5),))
    assert (found.role, found.text) == ("note", "1 See. 17 States.")


CHANGES = (
    "<text:tracked-changes>"
    '<text:changed-region xml:id="c1" text:id="c1"><text:insertion/></text:changed-region>'
    '<text:changed-region xml:id="c2" text:id="c2"><text:deletion><text:p>did not agree</text:p>'
    "</text:deletion></text:changed-region></text:tracked-changes>"
)


@pytest.mark.parametrize(
    ("original", "expected"), [(False, "It agreed."), (True, "It did not agree.")]
)
def test_tracked_changes(*, original: bool, expected: str) -> None:
    body = CHANGES + p(
        'It <text:change text:change-id="c2"/><text:change-start text:change-id="c1"/>agreed'
        '<text:change-end text:change-id="c1"/>.'
    )
    assert texts(body, original=original) == [expected]


def test_text_boxes_and_headers() -> None:
    box = f"<draw:frame><draw:text-box>{p('A box.')}</draw:text-box></draw:frame>"
    pages = (
        f"<style:master-page><style:header>{p('United Nations')}{p('A/1')}{p('Distr.: Limited')}"
        f"</style:header><style:footer>{p('2')}</style:footer></style:master-page>"
    )
    found = lines(p("First.") + p(f"Second.{box}"), pages=pages)

    assert [(line.role, line.text) for line in found] == [
        ("body", "United Nations"), ("body", "A/1"), ("body", "Distr.: Limited"),
        ("body", "First."), ("body", "Second."), ("body", "A box."), ("foot", "2"),
    ]  # fmt: skip


def test_flat_files() -> None:
    flat = (
        f'<?xml version="1.0"?><office:document {NAMESPACES} office:mimetype="{MIMETYPE}">'
        f"<office:body><office:text>{p('Text.')}</office:text></office:body></office:document>"
    )
    document = unreport.read(flat.encode(), name="x.fodt")

    assert (document.text, document.source.media_type) == ("Text.", MIMETYPE)


def test_sniffing() -> None:
    assert is_opendocument(odt(p("x")))
    assert not is_opendocument(zipped({"word/document.xml": "x"}))
    assert unreport.read(odt(p("x")), name="x.docx").source.media_type == MIMETYPE


def with_encrypted_parts(data: bytes) -> bytes:
    """A zip archive whose entries are said to be encrypted (APPNOTE 6.3.9, 4.4.4)."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            changed[at + offset] |= 1
            at = data.find(signature, at + 1)
    return bytes(changed)


def test_files_that_cannot_be_read() -> None:
    manifest = "<manifest><encryption-data/></manifest>"
    parts = {"mimetype": MIMETYPE, "META-INF/manifest.xml": manifest, "content.xml": "x"}
    with pytest.raises(EncryptedSource):
        read_odt(zipped(dict(parts)))
    with pytest.raises(EncryptedSource):
        read_odt(with_encrypted_parts(odt(p("x"))))
    with pytest.raises(DamagedSource, match="broken"):
        read_odt(odt(p("x"))[:200])
    with pytest.raises(DamagedSource, match="well-formed"):
        read_odt(zipped({"mimetype": MIMETYPE, "content.xml": "<a>"}))
    with pytest.raises(EmptySource, match="no text"):
        read_odt(odt(""))
    sheet = f"<office:document-content {NAMESPACES}><office:body/></office:document-content>"
    with pytest.raises(UnreadableSource, match="not of text"):
        read_odt(zipped({"mimetype": MIMETYPE, "content.xml": sheet}))
