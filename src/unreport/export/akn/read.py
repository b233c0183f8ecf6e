"""Read a report from AKN4UN: what `to_akn` wrote, and the files of the United Nations (UNxml).

Spans and places are not in the XML.  Files of the United Nations say less than `to_akn` writes:
their headings are paragraphs that hold a heading only, the numbers of their items are print, and
the facts of their masthead stand in the elements of the cover page.
"""

from __future__ import annotations

from lxml import etree
from msgspec.structs import replace

from unreport.errors import NotAReport
from unreport.export.akn.facts import (
    NOWHERE,
    own_element,
    read_doubts,
    read_furniture,
    read_int,
    read_masthead,
    read_source,
)
from unreport.export.akn.read_body import COLLECTION, DOCUMENTS, BodyReader, body_elements
from unreport.export.akn.read_cover import LANGUAGES, facts_of_elements, read_lines
from unreport.export.akn.read_text import TextReader
from unreport.export.akn.unxml import resolution_line
from unreport.export.akn.vocabulary import AKN, Element, name_of, own
from unreport.keys import with_keys
from unreport.model import Footnote, Furniture, Node, Report


def from_akn(xml: str | bytes) -> Report:
    """The report that an AKN4UN document holds.

    A report that `to_akn` wrote is read as it was, but for spans and places.  Raises `NotAReport`
    for what is not XML or not one document of Akoma Ntoso 3.0, and `TypeError` for what is neither
    str nor bytes.

    >>> try: from_akn("<html/>")
    ... except NotAReport as error: print(error)
    this is not AKN4UN: the root element is html, not akomaNtoso
    """
    if not isinstance(xml, str | bytes):
        raise TypeError(f"XML is a str or bytes, not {type(xml).__name__}")
    return with_keys(_report(_document(_parse(xml.encode() if isinstance(xml, str) else xml))))


def _parse(data: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotAReport(f"this is not XML: {error.msg}") from error


def _document(root: Element) -> Element:
    if root.tag != f"{{{AKN}}}akomaNtoso":
        raise NotAReport(f"this is not AKN4UN: the root element is {name_of(root)}, not akomaNtoso")
    found = [element for element in root if name_of(element) in (*DOCUMENTS, COLLECTION)]
    if len(found) != 1:
        names = ", ".join(map(name_of, root)) or "nothing"
        raise NotAReport(f"this is not one document of AKN4UN: akomaNtoso holds {names}")
    return found[0]


def _report(document: Element) -> Report:
    """The values of `unreport` where they are given, else what the elements say."""
    proprietary = document.find(f"{{{AKN}}}meta/{{{AKN}}}proprietary")
    ours = None if proprietary is None else own_element(proprietary, "report")
    texts = TextReader(exact=ours is not None)
    lines = read_lines(document, texts)
    code = document.find(f".//{{{AKN}}}FRBRlanguage")
    language = LANGUAGES.get("" if code is None else code.get("language", ""))
    line = None if texts.exact else resolution_line(document)
    body = _body(document, BodyReader(texts, language), line)
    footnotes = tuple(_footnotes(texts.notes))
    if proprietary is None or ours is None:
        masthead = facts_of_elements(document, lines, language)
        source = read_source(None)
        return Report(
            source=source, language=language, masthead=masthead, body=body, footnotes=footnotes
        )
    return Report(
        source=read_source(proprietary),
        language=ours.get("language"),
        masthead=replace(read_masthead(own_element(proprietary, "masthead")), lines=lines),
        body=body,
        footnotes=footnotes,
        furniture=_furniture(document, proprietary, texts),
        doubts=read_doubts(proprietary),
    )


def _body(document: Element, reader: BodyReader, line: Element | None) -> tuple[Node, ...]:
    nodes: tuple[Node, ...]
    if line is None:
        nodes = reader.nodes(body_elements(document), 1)
    else:
        nodes = (reader.resolution(document, line),)
    attachments = document.iterfind(f"{{{AKN}}}attachments/{{{AKN}}}attachment")
    return (*nodes, *(reader.annex(one) for one in attachments if len(one)))


def _footnotes(notes: dict[int, Footnote]) -> list[Footnote]:
    return [notes[number] for number in sorted(notes)]


def _furniture(document: Element, proprietary: Element, texts: TextReader) -> tuple[Furniture, ...]:
    """What was set aside, in its order; the lists of contents stand in the preface."""
    pieces = read_furniture(proprietary)
    for contents in document.iterfind(f"{{{AKN}}}preface/{{{AKN}}}toc"):
        text = "\n".join(texts.run(entry)[0] for entry in contents)
        index = read_int(own(contents, "index")) or 0
        pieces[index] = Furniture(kind="contents", text=text, span=NOWHERE)
    return tuple(pieces[number] for number in sorted(pieces))
