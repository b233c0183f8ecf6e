"""Captions of tables and figures: `Table 8.III`, `الجدول ٢`, `表1`, alone or with their title."""

from __future__ import annotations

from unreport.structure.headings import BRACKETED, LONGEST_PLAIN, Context
from unreport.structure.markers.grammar import Grammar
from unreport.structure.numbering import is_title
from unreport.structure.passages import Passage
from unreport.structure.separators import after_separator
from unreport.text.folding import fold_words
from unreport.text.lazy_patterns import lazy_pattern, lazy_regex

NUMBER = lazy_regex(
    r"\s?(?:\d+[A-Z]?(?:\.[\dA-Z]+)*|[A-Z]{1,5}(?:\.[\dA-Z]+)*)(?![^\W\u3400-\u9fff]|/)"
)
ORDINAL = lazy_pattern(r"\s?(\w+)(\s\w+)?")
LONGEST_CAPTION = 400
MOST_LINES = 4  # of a caption: its label, two rows of title, the unit of measurement


def title_offset(text: str, grammar: Grammar) -> int | None:
    """Where the title of a caption begins, at the end if it has none; None if a text is none.

    >>> from unreport.languages import LEXICONS
    >>> [title_offset(text, Grammar(LEXICONS["en"])) for text in ("Table 3", "Table 3. Posts", "A")]
    [7, 9, None]
    """
    if len(text) > LONGEST_CAPTION:
        return None
    name = next((n for n in grammar.lexicon.captions if _opens_with(text, n, grammar)), None)
    if name is None:
        return None
    match = NUMBER.match(text, len(name))
    end = match.end() if match else _after_ordinal(text, len(name), grammar)
    if end is None:
        return None
    title = end if grammar.continued.match(text, end) else after_separator(text, end)
    if title < len(text) and (not is_title(text) or text.startswith(grammar.lexicon.citing, end)):
        return None
    return title


def opens_caption(text: str, grammar: Grammar) -> bool:
    """Whether a text is the label of a table or figure, with or without its title."""
    return text[:1] in grammar.caption_initials and title_offset(text, grammar) is not None


def table_below_caption(at: int, context: Context) -> int | None:
    """Where the table begins whose caption a passage opens; None if none stands below it."""
    for below in range(at + 1, min(at + MOST_LINES, len(context.passages) - 1) + 1):
        if context.passages[below].table:
            return below
        if not _continues(context.passages[below]):
            return None
    return None


def figure_caption_length(at: int, context: Context) -> int:
    """How many passages the caption of a figure or box has: its label, and its title below.

    The title is set as the label is, or bold.
    """
    title = title_offset(context.text(at), context.grammar)
    if title is None or title < len(context.text(at)) or at + 1 >= len(context.passages):
        return 1
    label, below = context.passages[at], context.passages[at + 1]
    same = below.bold == label.bold and len(below.text) <= LONGEST_PLAIN
    alike = (below.level or 0) > 0 or (below.size == label.size and (below.bold or same))
    return 2 if alike and _continues(below) and below.markers.unit is None else 1


def _continues(passage: Passage) -> bool:
    """Whether a passage can be the title in a caption, or its unit of measurement."""
    if passage.readings or passage.table:
        return False
    return is_title(passage.text, LONGEST_CAPTION) or bool(BRACKETED.fullmatch(passage.text))


def _opens_with(text: str, name: str, grammar: Grammar) -> bool:
    if not grammar.lexicon.spaced:
        return text.startswith(name)
    opening = text[: len(name)]
    return (
        opening[0] == name[0] and text[len(name) : len(name) + 1].isspace() and _same(opening, name)
    )


def _same(opening: str, name: str) -> bool:
    return opening == name or fold_words(opening) == fold_words(name)


def _after_ordinal(text: str, at: int, grammar: Grammar) -> int | None:
    """Where an ordinal in words ends that follows the name: `الجدول الأول`, `表一`."""
    if (match := ORDINAL.match(text, at)) is None:
        return None
    ends = (match.end(), match.end(1))
    for end in ends:
        token = text[at:end].strip()
        if any(system.number(token) for system in grammar.lexicon.sessions.systems):
            return end
    return None
