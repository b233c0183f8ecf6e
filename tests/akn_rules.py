"""What the schema of Akoma Ntoso cannot check of a document of AKN4UN."""

import re
from pathlib import Path

from lxml import etree

from unreport import Item, Paragraph, Report, Section, Table

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
FIXTURES = Path(__file__).parent / "fixtures" / "akn"
SCHEMA = etree.XMLSchema(
    etree.parse(FIXTURES / "akomantoso30.xsd", etree.XMLParser(no_network=True))
)
CALL_IN_CELL = re.compile(r"\[\^([^\]\s]+)\]")
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def validated(xml: str) -> etree._Element:
    """The root of a document that is valid, whose references and IRIs agree."""
    root = etree.fromstring(xml.encode())
    assert SCHEMA.validate(root), SCHEMA.error_log
    dangling = references(root) - {element.get("eId") for element in root.iter()}
    assert not dangling
    assert disagreements(root) == []
    return root


def references(root: etree._Element) -> set[str]:
    """The eIds that attributes point to."""
    values = (value for element in root.iter() for value in element.attrib.values())
    return {value[1:] for value in values if re.fullmatch(r"#[\w-]+", value)}


def disagreements(root: etree._Element) -> list[str]:
    """Where the IRIs of the whole document do not say what its metadata say."""
    document = root[0]
    work, expression, manifestation = document.find(f"{AKN}meta/{AKN}identification")
    uri = work.find(f"{AKN}FRBRuri").get("value")
    _, akn, un, name, subtype, actor, date, number = uri.split("/")
    author = work.find(f"{AKN}FRBRauthor").get("href").removeprefix("#")
    organization = root.find(f".//{AKN}references/*[@eId='{author}']").get("href")
    language = expression.find(f"{AKN}FRBRlanguage").get("language")
    version = f"{uri}/{language}@{date}"
    expected = {
        akn: "akn",
        un: "un",
        f"{AKN}{name}": document.tag,
        subtype: work.find(f"{AKN}FRBRsubtype").get("value"),
        actor: organization.rpartition("/")[2],
        date: work.find(f"{AKN}FRBRdate").get("date"),
        number: work.find(f"{AKN}FRBRnumber").get("value"),
        expression.find(f"{AKN}FRBRuri").get("value"): version,
        manifestation.find(f"{AKN}FRBRuri").get("value"): f"{version}.xml",
        work.find(f"{AKN}FRBRthis").get("value"): f"{uri}/!main",
        expression.find(f"{AKN}FRBRthis").get("value"): f"{version}/!main",
    }
    return [f"{have} is not {want}" for have, want in expected.items() if have != want]


def characters_of_xml(root: etree._Element) -> list[str]:
    """The characters that the document prints, sorted; no white space.

    Marks of notes are attributes; what stands in the metadata is not printed.
    """
    parts = [part for part in root[0] if part.tag != f"{AKN}meta"]
    texts = [text for part in parts for text in part.itertext()]
    markers = [note.get("marker", "") for note in root.iter(f"{AKN}authorialNote")]
    return _characters([*texts, *markers])


def characters_of_report(report: Report) -> list[str]:
    """The characters of a report, sorted: masthead, contents, body with its calls, notes."""
    texts = [line.text for line in report.masthead.lines]
    if not texts and report.symbol:
        texts.append(str(report.symbol))
    texts += [piece.text for piece in report.furniture if piece.kind == "contents"]
    called: list[str] = []
    cells: list[str] = []
    for node, _ in report.walk():
        match node:
            case Section():
                texts += [node.marker or "", node.title, node.continuation or ""]
                called += [call.marker for call in node.notes]
            case Table():
                cells += [cell for row in node.rows for cell in row]
            case Paragraph() | Item():
                texts.append(node.marker or "")
                texts += [piece.text for piece in node.content if hasattr(piece, "text")]
                called += [piece.marker for piece in node.content if hasattr(piece, "marker")]
    called += [mark for cell in cells for mark in CALL_IN_CELL.findall(cell)]
    notes = [note.marker for note in report.footnotes]
    uncalled = _uncalled(notes, called)
    return _characters(
        [*texts, *(CALL_IN_CELL.sub("", cell) for cell in cells), *called, *uncalled]
        + [note.text for note in report.footnotes]
    )


def _uncalled(notes: list[str | None], called: list[str]) -> list[str]:
    """The marks of notes beyond those that are called."""
    calls = list(called)
    left = []
    for mark in notes:
        if mark in calls:
            calls.remove(mark)
        elif mark:
            left.append(mark)
    return left


def _characters(texts: list[str]) -> list[str]:
    return sorted(ILLEGAL.sub("", "".join("".join(texts).split())))
