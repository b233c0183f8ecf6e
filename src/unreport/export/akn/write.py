"""Write a report as AKN4UN."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import takewhile

from unreport.export.akn.body import BodyWriter, set_section_values
from unreport.export.akn.contents_list import add_contents
from unreport.export.akn.identifiers import ROOT, Identifiers
from unreport.export.akn.inline import InlineWriter
from unreport.export.akn.iris import Iris, iris
from unreport.export.akn.masthead import add_masthead
from unreport.export.akn.meta import add_meta, add_part_meta
from unreport.export.akn.notes import Notes
from unreport.export.akn.output import OutputElement, add, add_text, root_element, to_xml
from unreport.export.akn.vocabulary import ATTACHMENTS, PREFIXES
from unreport.export.arguments import require_report
from unreport.model import Node, Report, Section


def to_akn(report: Report, *, made_on: dt.date | None = None) -> str:
    r"""A report as AKN4UN, the United Nations' profile of Akoma Ntoso 3.0: one XML document.

    `made_on` is the date of the mark-up, which the metadata name; the date of the document if not
    given, so that the same report gives the same XML.  Raises `TypeError` for what is no report.

    >>> from unreport.parse import parse_text
    >>> to_akn(parse_text("A/80/L.1\n\nDraft report\n\n1. The Committee met."))[39:53]
    '<akomaNtoso xm'
    """
    require_report(report)
    names = iris(report)
    markup = made_on or names.date
    root = root_element("akomaNtoso", PREFIXES)
    document = add(root, names.kind.root, name=names.kind.name)
    add_meta(document, report, names, markup)
    preface = add_masthead(document, report)
    targets = _add_body(document, report, names, markup)
    add_contents(preface, report.furniture, targets)
    return to_xml(root)


def _add_body(
    document: OutputElement, report: Report, names: Iris, markup: dt.date
) -> Mapping[str, str]:
    """The body, the annexes that end it as attachments, and notes that nothing calls.

    The eIds of its sections are returned, by their folded headings.
    """
    body_nodes, annexes = _without_annexes(report.body)
    notes = Notes(report)
    writer = BodyWriter(Identifiers(report.language), InlineWriter(report.language, notes))
    body = add(document, "mainBody", eId="body")
    writer.nodes(body, body_nodes, ROOT)
    if annexes:
        attachments = add(document, "attachments")
        for number, annex in enumerate(annexes, start=1):
            _add_annex(attachments, annex, writer, (names, f"!annex_{number}", markup))
    notes.add_uncalled(body)
    for empty in document.iter("mainBody"):
        if not len(empty):
            add(empty, "p")
    return writer.targets


def _add_annex(
    attachments: OutputElement,
    annex: Section,
    writer: BodyWriter,
    origin: tuple[Iris, str, dt.date],
) -> None:
    """An annex is a document in the document, with its own metadata, heading and body."""
    names, part, markup = origin
    ids = writer.annex_ids(annex)
    attachment = add(attachments, "attachment", **ids.attributes)
    set_section_values(attachment, annex, 1)
    document = add(attachment, "doc", name=annex.kind)
    add_part_meta(document, names, part, markup)
    preface = add(document, "preface")
    if annex.marker is not None:
        add_text(add(preface, "p"), "docType", annex.marker)
    writer.heading(add(add(preface, "p"), "docTitle"), annex)
    writer.nodes(add(document, "mainBody"), annex.children, ids, 2)


def _without_annexes(nodes: Sequence[Node]) -> tuple[Sequence[Node], list[Section]]:
    """The body, and the annexes and appendices that end it."""
    count = len(list(takewhile(_is_annex, reversed(nodes))))
    at = len(nodes) - count
    return nodes[:at], [node for node in nodes[at:] if isinstance(node, Section)]


def _is_annex(node: Node) -> bool:
    return isinstance(node, Section) and node.kind in ATTACHMENTS
