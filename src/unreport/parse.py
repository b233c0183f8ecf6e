"""The whole parser on one page: a document to lines, blocks, and the report."""

from __future__ import annotations

from unreport.document import Document
from unreport.keys import with_keys
from unreport.languages import LEXICONS
from unreport.languages.detect import detect
from unreport.languages.lexicon import Lexicon
from unreport.model import Report
from unreport.readers import read_source
from unreport.readers.contents import Readable
from unreport.readers.limits import ReadLimits, within_time
from unreport.readers.text import read_text
from unreport.structure.blocks import recognise
from unreport.structure.cell_rows import join_cells
from unreport.structure.footnotes.notes import split_footnotes
from unreport.structure.furniture.split import split_furniture
from unreport.structure.heading_levels import assign_levels, reconcile_levels
from unreport.structure.markers.counted_headings import mark_counted_headings
from unreport.structure.markers.counted_items import mark_counted_items
from unreport.structure.markers.counted_paragraphs import mark_counted_paragraphs
from unreport.structure.markers.dotted_letters import without_abbreviations
from unreport.structure.markers.grammar import grammar_of
from unreport.structure.markers.letter_bullets import mark_letter_bullets
from unreport.structure.markers.reading import mark_lines
from unreport.structure.masthead.split import split_masthead, with_supplied_symbol
from unreport.structure.passages import join_lines
from unreport.structure.tree import nest

DEFAULT = "en"  # whose marks are tried where the language is not known


def parse(  # noqa: PLR0913  what is known of a file, each by its name
    source: Readable,
    *,
    name: str | None = None,
    symbol: str | None = None,
    language: str | None = None,
    original: bool = False,
    limits: ReadLimits | None = None,
) -> Report:
    r"""Read and parse a file: a path, bytes or an open file.

    `name` is that of the file, where `source` has none.  `symbol` stands where the document prints
    none, as does one that the file's name gives; `language` (`ar`, `en`, `es`, `fr`, `ru`, `zh`) is
    detected if not given; with `original`, tracked changes of Word files count as rejected.
    `limits` holds the seconds of processor time, and for a PDF (`PdfLimits`) its pages, glyphs and
    memory.

    Raises `UnreportError` (`UnreadableSource`, `NoTextLayer` …) where it cannot be read,
    `NotASymbol` if `symbol` is none, `ValueError` for any other language, `TypeError` for what is
    no path, bytes or open file.

    >>> from unreport import parse
    >>> report = parse(b"A/80/L.1\n\nDraft report\n\n1. The Committee met.", name="L.1.txt")
    >>> str(report.symbol), report.title, report.source.name
    ('A/80/L.1', 'Draft report', 'L.1.txt')
    """
    if language is not None:
        _lexicon(language)

    def work() -> Report:
        document = read_source(source, name=name, original=original, limits=limits)
        return parse_document(document, symbol=symbol, language=language)

    return within_time(limits, work, source=name)


def parse_text(
    text: str,
    *,
    name: str | None = None,
    symbol: str | None = None,
    language: str | None = None,
) -> Report:
    r"""Parse the text of a draft report; any text gives a report.

    `name` becomes that of its source.  `symbol` stands where the text prints none; `language`
    (`ar`, `en`, `es`, `fr`, `ru`, `zh`) is detected if not given.

    Raises `NotASymbol` if `symbol` is none, `ValueError` for any other language, `TypeError` for
    what is no `str`.

    >>> report = parse_text("I. Introduction\n\n1. The Committee met in the spring.")
    >>> report.sections[0].title, report.paragraphs[0].number
    ('Introduction', 1)
    """
    if not isinstance(text, str):
        raise TypeError(f"a text is parsed, not {type(text).__name__}; use `unreport.parse`")
    return parse_document(read_text(text, name), symbol=symbol, language=language)


def parse_document(
    document: Document, *, symbol: str | None = None, language: str | None = None
) -> Report:
    r"""Parse what a reader made of a file.

    `symbol` stands where the document prints none.  `language` (`ar`, `en`, `es`, `fr`, `ru`, `zh`)
    is detected if not given.  Raises `ValueError` for any other, `NotASymbol` if `symbol` is none,
    `TypeError` for what is no `Document`.

    >>> from unreport import parse_document, read
    >>> document = read(b"I. Work\n\n1. It met.")
    >>> parse_document(document, language="en").sections[0].title
    'Work'
    """
    if not isinstance(document, Document):
        raise TypeError(
            f"`unreport.read` makes the Document that is parsed, not {type(document).__name__}; "
            "`unreport.parse` reads and parses a file"
        )
    lexicon = detect(document.text) if language is None else _lexicon(language)
    grammar = grammar_of(lexicon or LEXICONS[DEFAULT])
    text = split_furniture(document.lines, grammar.lexicon)
    noted = split_footnotes(text.lines, grammar.lexicon)
    marked = mark_letter_bullets(mark_lines(reconcile_levels(noted.lines), grammar))
    marked = mark_counted_items(marked)
    marked = mark_counted_headings(mark_counted_paragraphs(without_abbreviations(marked)), grammar)
    head = split_masthead(marked, grammar, text.furniture)
    named = with_supplied_symbol(head.masthead, symbol, document.source.name)
    tabled = join_cells(tuple(join_lines(head.lines, grammar)), grammar)
    blocks = recognise(assign_levels(tabled.passages), grammar)
    report = Report(
        source=document.source,
        language=lexicon.language if lexicon else None,
        masthead=named.masthead,
        body=nest(blocks, grammar),
        footnotes=noted.footnotes,
        furniture=(*text.furniture, *noted.furniture),
        doubts=(*document.doubts, *tabled.doubts, *named.doubts),
        places=document.locate_all(),
    )
    return with_keys(report)


def _lexicon(language: str) -> Lexicon:
    try:
        return LEXICONS[language]
    except (KeyError, TypeError):
        known = ", ".join(sorted(LEXICONS))
        raise ValueError(
            f"there is no lexicon for the language {language!r}; use one of {known}"
        ) from None
