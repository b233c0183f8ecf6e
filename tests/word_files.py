"""Composes Word files from their parts, for tests."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from xml.sax.saxutils import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def run(text: str, properties: str = "") -> str:
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str = "", properties: str = "", *, inner: str = "") -> str:
    ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{ppr}{run(text) if text else ''}{inner}</w:p>"


def numbered(text: str, num: int, level: int = 0, more: str = "") -> str:
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>{more}'
    )


def table(*rows: list[str], row_properties: str = "") -> str:
    """A table of rows of cells, which are given as paragraphs."""
    trs = "".join(
        f"<w:tr>{row_properties}{''.join(f'<w:tc><w:tcPr/>{cell}</w:tc>' for cell in row)}</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{trs}</w:tbl>"


def level(at: int, fmt: str, text: str, *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{more}'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{escape(text)}"/></w:lvl>'
    )


def numbering(abstracts: dict[int, str], nums: dict[int, tuple[int, str]]) -> str:
    """Abstract definitions by id, and instances by id: abstract definition and overrides."""
    return "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>'
        for key, levels in abstracts.items()
    ) + "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        for key, (abstract, overrides) in nums.items()
    )


def style(key: str, name: str, properties: str = "", *, kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{properties}</w:style>'
    )


def docx(body: str, **parts: str) -> bytes:
    """A Word file with a body and other parts: `styles`, `numbering`, `footnotes`, `header1`, …

    A header or footer has the relation id of its name: `<w:headerReference r:id="header1"/>`.
    """
    roots = {"styles": "styles", "numbering": "numbering", "settings": "settings"}
    files = {"word/document.xml": _xml("document", f"<w:body>{body}</w:body>")}
    relations = ""
    for name, inner in parts.items():
        kind = name.rstrip("0123456789")
        root = roots.get(kind) or {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"word/{name}.xml"] = _xml(root, inner)
        relations += f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
    files["_rels/.rels"] = _relations(
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    )
    files["word/_rels/document.xml.rels"] = _relations(relations)
    files["[Content_Types].xml"] = _types(parts)
    return zipped(files)


def zipped(files: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def _xml(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{inner}</w:{root}>'


def _types(parts: dict[str, str]) -> str:
    """The content types of the parts, which other programs require."""
    kinds = {"document": "document.main"} | {name: name.rstrip("0123456789") for name in parts}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(inner: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def character(kind: str) -> str:
    """A field character: `begin`, `separate` or `end`."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(code: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'


def field(code: str, result: str = "") -> str:
    """A complex field, with or without a stored result."""
    stored = character("separate") + run(result) if result else ""
    return character("begin") + instruction(code) + stored + character("end")


def call(note: int, kind: str = "footnote") -> str:
    """A call of a footnote or an endnote."""
    return f'<w:r><w:{kind}Reference w:id="{note}"/></w:r>'


def note(key: int, *paragraphs: str, kind: str = "footnote") -> str:
    """A footnote or an endnote; the first paragraph begins with its mark."""
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    first, *others = paragraphs
    blocks = paragraph(inner=mark + run(f" {first}")) + "".join(map(paragraph, others))
    return f'<w:{kind} w:id="{key}">{blocks}</w:{kind}>'


def deleted(text: str) -> str:
    return (
        f'<w:del w:id="1"><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText>'
        "</w:r></w:del>"
    )


def inserted(text: str) -> str:
    return f'<w:ins w:id="2">{run(text)}</w:ins>'


def strict(data: bytes) -> bytes:
    """A Word file with the name spaces of ISO 29500 strict."""
    names = {
        OFFICE.rpartition("/")[0] + f"/{part}": f"http://purl.oclc.org/ooxml/officeDocument/{part}"
        for part in ("relationships", "math")
    } | {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
            "http://purl.oclc.org/ooxml/wordprocessingml/main"
        )
    }

    def renamed(text: str) -> str:
        for old, new in names.items():
            text = text.replace(old, new)
        return text

    return changed_parts(data, renamed)


def changed_parts(data: bytes, change: Callable[[str], str]) -> bytes:
    """A Word file with each of its parts changed."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return zipped({name: change(archive.read(name).decode()) for name in archive.namelist()})


def with_import(content: bytes | str, before: str = "", after: str = "") -> bytes:
    """A Word file with an imported part (`w:altChunk`) between other blocks."""
    chunk = '<w:altChunk r:id="c1"/>'
    relation = f'<Relationship Id="c1" Type="{OFFICE}/aFChunk" Target="chunk.bin"/>'
    with zipfile.ZipFile(BytesIO(docx(before + chunk + after))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return zipped(
        parts | {"word/chunk.bin": content, "word/_rels/document.xml.rels": _relations(relation)}
    )
