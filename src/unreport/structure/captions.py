"""Captions of tables and figures: `Table 8.III`, `الجدول ٢`, `表1`, alone or with their title."""

from __future__ import annotations

import re

from unreport.structure.headings import BRACKETED, Context
from unreport.structure.markers import Grammar
from unreport.structure.numbering import is_title
from unreport.structure.passages import Passage
from unreport.structure.separators import after_separator
from unreport.text.folding import fold_words

NUMBER = re.compile(r"\s?(?:\d[\w.]*|[A-Z]{1,5}(?:\.[\dA-Z]+)*)(?![\w/])")
ORDINAL = re.compile(r"\s?(\w+)(\s\w+)?")
LONGEST_CAPTION = 250
MOST_LINES = 4  # of a caption: its label, two rows of title, the unit of measurement


def title_offset(text: str, grammar: Grammar) -> int | None:
    """Where the title of a caption begins, at the end if it has none; None if a text is none.

    >>> from unreport.languages import LEXICONS
    >>> [title_offset(text, Grammar(LEXICONS["en"])) for text in ("Table 3", "Table 3. Posts", "A")]
    [7, 9, None]
    """
    if not text or len(text) > LONGEST_CAPTION or not is_title(text.rstrip(". ")):
        return None
    name = next((n for n in grammar.lexicon.captions if _opens_with(text, n, grammar)), None)
    if name is None:
        return None
    match = NUMBER.match(text, len(name))
    end = match.end() if match else _after_ordinal(text, len(name), grammar)
    if end is None:
        return None
    return end if grammar.continued.match(text, end) else after_separator(text, end)


def caption_length(at: int, context: Context) -> int:
    """How many passages the caption of a table has that begins at a passage; 0 if none does."""
    if title_offset(context.text(at), context.grammar) is None:
        return 0
    for count in range(1, MOST_LINES + 1):
        if at + count >= len(context.passages):
            return 0
        below = context.passages[at + count]
        if below.table:
            return count
        if not _continues(below):
            return 0
    return 0


def figure_caption_length(at: int, context: Context) -> int:
    """How many passages a caption has above which, and below which, no table stands."""
    title = title_offset(context.text(at), context.grammar)
    if title is None:
        return 0
    if title < len(context.text(at)) or at + 1 >= len(context.passages):
        return 1
    label, below = context.passages[at], context.passages[at + 1]
    alike = (below.level or 0) > 0 or (below.size == label.size and below.bold)
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
