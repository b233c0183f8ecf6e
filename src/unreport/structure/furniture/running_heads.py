"""Running heads: the document's symbol, its title, its language, lines that come again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from unreport.document import Line
from unreport.languages import LEXICONS
from unreport.structure.clause_ends import ends_clause, ends_clause_or_comma
from unreport.structure.contents import Kind
from unreport.structure.furniture.page_feet import (
    LONGEST_HEAD,
    LONGEST_PAGE_NUMBER,
    is_foot,
    is_page_of_pages,
)
from unreport.structure.furniture.page_numbers import SHORTEST_CUT, is_page_number
from unreport.text.folding import fold_words

# CTOC/COP/WG.7/2019/L.1/Add.3 alone on its line
SYMBOL_LINE = re.compile(r"[A-Z]{1,6}[A-Za-z0-9.()]*(?:/[A-Za-z0-9.,()&* _–-]+)+\*{0,3}")
COLUMNS = re.compile(r"\t+|\s{2,}")
BESIDE_TITLE = " \t|·•0123456789٠١٢٣٤٥٦٧٨٩"  # between a running title and the page number
BESIDE_SYMBOL = " \t|,;·•"  # between a running symbol and the page number
LANGUAGE_NAMES = frozenset(
    fold_words(name) for lexicon in LEXICONS.values() for name, _ in lexicon.masthead.languages
)
HEAD_LINES = 40  # a masthead is not longer
SHORTEST_TITLE = 4


def mark_symbols(lines: Sequence[Line], kinds: list[Kind | None], short: Sequence[int]) -> None:
    """Running symbols: the document's own, again, or one that stands beside a page foot.

    The number of the page, or the job number, may stand on the same line.
    """
    own: dict[str, str] = {}  # with the form that is printed
    alone = False  # whether one of them stood alone on its line
    for i in [i for i in short if "/" in lines[i].text]:
        line = lines[i]
        text = line.text
        if kinds[i]:
            continue
        if any(_is_page_beside(printed, text) for printed in own.values()):
            kinds[i] = "head"
        elif SYMBOL_LINE.fullmatch(text):
            symbol = _bare(text)
            beside = i > 0 and (kinds[i - 1] == "foot" or line.page != lines[i - 1].page)
            if symbol in own or (beside and i > 1):
                kinds[i] = "head"
            elif not alone and i < HEAD_LINES:
                own[symbol], alone = text.rstrip("*"), True
        elif not own and i < HEAD_LINES and (symbol := _symbol_in_columns(text)):
            own[_bare(symbol)] = symbol


def _symbol_in_columns(text: str) -> str:
    """The symbol in a line of several columns, or none: `United Nations    A/81/554`."""
    columns = COLUMNS.split(text)
    found = (column for column in columns if "/" in column and SYMBOL_LINE.fullmatch(column))
    return next(found, "").rstrip("*") if len(columns) > 1 else ""


def _is_page_beside(symbol: str, text: str) -> bool:
    """Whether a line is the symbol and the number of a page, or a page foot: `2⇥A/81/554`."""
    if text.startswith(symbol):
        rest = text[len(symbol) :]
        apart = rest[:1] in BESIDE_SYMBOL
    elif text.endswith(symbol):
        rest = text[: -len(symbol)]
        apart = rest[-1:] in BESIDE_SYMBOL
    else:
        return False
    rest = rest.strip(BESIDE_SYMBOL)
    return (
        apart and bool(rest) and (is_page_number(rest) or is_page_of_pages(rest) or is_foot(rest))
    )


def _bare(text: str) -> str:
    return re.sub(r"[\s*]", "", text)


def mark_repeated(lines: Sequence[Line], kinds: list[Kind | None], feet: list[int]) -> None:
    """Short lines that come again at page turns: `Part IV …`, a running title.

    A reader that sees where on the page they stand has told them from `Table 3` itself.
    """
    turns = {i for foot in feet for i in (foot - 1, foot + 1, foot + 2)}
    if not (feet or (lines and lines[-1].page)):
        return
    pages = [line.page for line in lines]
    if not feet and len(set(pages)) <= 1:
        return
    turns |= {i for i, (above, page) in enumerate(pairwise(pages), 1) if page != above}
    turns = {i for i in turns if 0 <= i < len(lines) and len(lines[i].text) <= LONGEST_HEAD}
    turns = {i for i in turns if lines[i].box is None}
    texts = Counter(_masked(lines[i].text) for i in turns if kinds[i] is None)
    for i in turns:
        if kinds[i] is None and texts[_masked(lines[i].text)] > 2:  # noqa: PLR2004
            kinds[i] = "head"


def mark_titles(lines: Sequence[Line], kinds: list[Kind | None]) -> None:
    """The document's title as a running head: a line of the masthead beside a running symbol.

    It is one where it comes more than once, or in mid-sentence; once between sentences it may be
    the heading of a section.
    """
    first = next((i for i, kind in enumerate(kinds) if kind), 0)
    head = _blocks(lines[: min(first, HEAD_LINES)])
    found: set[int] = set()
    for i in [i for i, kind in enumerate(kinds) if kind]:
        for j in (i - 1, i + 1):
            free = first < j < len(lines) and kinds[j] is None and not lines[j].box
            if free and _is_running_title(lines[j].text, head):
                found.add(j)
    for i in found:
        if len(found) > 1 or _is_cut_at(lines, kinds, i):
            kinds[i] = "head"


def _blocks(lines: Sequence[Line]) -> set[str]:
    """The texts between blank lines, the rows of each as one, but those that end as clauses do."""
    blocks: list[list[str]] = []
    for line in lines:
        if line.above or not blocks:
            blocks.append([])
        blocks[-1].append(line.text)
    joined = {" ".join(rows) for rows in blocks}
    return {text.rstrip("*† ") for text in joined if not ends_clause_or_comma(text)}


def _is_running_title(line: str, head: Collection[str]) -> bool:
    """Whether a line is a block of the masthead; one that is cut off ends in dots.

    The number of the page may stand beside it.
    """
    for title in (line.strip(), line.strip(BESIDE_TITLE)):
        cut = title.rstrip(" .…")
        if len(cut) < SHORTEST_TITLE:
            continue
        if title in head or (cut != title and any(text.startswith(cut) for text in head)):
            return True
    return False


def _is_cut_at(lines: Sequence[Line], kinds: Sequence[Kind | None], at: int) -> bool:
    """Whether the text above some furniture breaks off in mid-sentence."""
    above = at - 1
    while above > 0 and kinds[above]:
        above -= 1
    text = lines[above].text
    return len(text) >= SHORTEST_CUT and not ends_clause(text)


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def mark_languages(lines: Sequence[Line], kinds: list[Kind | None]) -> None:
    """The language of a document between its running symbol and `Page 2`."""
    for i in range(1, len(lines) - 1):
        if kinds[i] is None and kinds[i - 1] == "head" and kinds[i + 1] == "foot":
            text = lines[i].text
            if len(text) <= LONGEST_PAGE_NUMBER and fold_words(text) in LANGUAGE_NAMES:
                kinds[i] = "head"
