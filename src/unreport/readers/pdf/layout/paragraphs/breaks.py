"""Paragraph breaks: by line width, spacing, indent, type and punctuation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from unreport.readers.pdf.layout.furniture_patterns import CAPTION
from unreport.readers.pdf.layout.paragraphs.adjacent_lines import (
    AdjacentLines,
    are_centred,
    has_room_for_next_word,
)
from unreport.readers.pdf.layout.paragraphs.alignment import (
    aligned_at_start,
)
from unreport.readers.pdf.layout.paragraphs.heading_lines import (
    begins_heading,
    has_room_in_heading,
    is_heading,
    is_heading_block,
    is_mid_heading,
    opens_title,
)
from unreport.readers.pdf.layout.paragraphs.line_patterns import (
    CLAUSE_END,
    FIRST_WORD,
    NUMBER_ALONE,
    NUMBERED,
    SENTENCE_END,
    TERMINAL,
    WITHIN_WORD,
    is_within_brackets,
    is_within_symbol,
)
from unreport.readers.pdf.layout.paragraphs.margins import (
    SAME_EDGE,
    SAME_SIZE,
    SOMEWHAT_WIDER,
    find_margins,
    has_marker,
    inline_start,
    margin_key,
    runs_off_page,
)
from unreport.readers.pdf.layout.text_lines import TextLine

WIDER_IN_NOTES = 1.5
LOWERED_STEP = 1.4
SHORT = 0.3  # em; a justified line reaches the margin
SHORT_CAPTION = 0.5  # of the text's width
LARGE = 11.0  # points
OTHER_SIZE = 1.08
INDENTED = 0.8  # em
LONG_LINE = 0.75  # of the text's width


def paragraph_ends(rows: list[TextLine]) -> list[bool | None]:
    """For each line whether a paragraph ends with it."""
    rows = aligned_at_start(rows)
    out: list[bool | None] = [True] * len(rows)
    for region, rule in RULES.items():
        at = [i for i, row in enumerate(rows) if row.region == region]
        margins = find_margins([rows[i] for i in at])
        opening_words: Counter[str] = Counter()
        starts_paragraph, short_above = True, False
        for here, after in pairwise(at):
            above, below = rows[here], rows[after]
            lines = AdjacentLines.of(
                above,
                below,
                margins[margin_key(above)],
                margins[margin_key(below)],
                starts_paragraph=starts_paragraph,
                short_above=short_above and not starts_paragraph,
            )
            out[here] = ends = rule(lines) or _repeats_opening_word(lines, opening_words)
            starts_paragraph, short_above = ends is not False, lines.free_width > SAME_EDGE
            if starts_paragraph and not lines.at_break:
                opening_words[_first_word(below)] += 1
    return out


def _first_word(row: TextLine) -> str:
    found = FIRST_WORD.match(row.text)
    return found[0] if found else ""


def _repeats_opening_word(lines: AdjacentLines, opening_words: Counter[str]) -> bool:
    """Whether, after a page break, a word opens a line that has opened paragraphs (`وإذ`)."""
    word = _first_word(lines.below)
    often = word.isalpha() and opening_words[word] > 1
    return lines.at_break and often and bool(CLAUSE_END.search(lines.above.text))


# --- rules ----------------------------------------------------------------------------------------


def _masthead(lines: AdjacentLines) -> bool:
    """Each line of the masthead ends; only the name of a body in large type may wrap."""
    above, below = lines.above, lines.below
    large = (
        above.bold and above.size > LARGE and above.size == below.size and above.bold == below.bold
    )
    return not (above.block == below.block and below.y - above.y < 1.5 * above.size and large)


def _note(lines: AdjacentLines) -> bool:
    """A footnote ends before the marker of the next one."""
    if lines.below.has_marker:
        return True
    if lines.at_break:
        return bool(SENTENCE_END.search(lines.above.text)) or has_room_for_next_word(lines)
    return lines.spacing > WIDER_IN_NOTES


def _body(lines: AdjacentLines) -> bool | None:
    if _breaks_after_bracket(lines):  # a symbol in another font may be on the next line
        return False
    if _changes_type(lines):
        return True
    if _is_within_word(lines):
        return False
    return _ends_at_break(lines) if lines.at_break else _ends_on_page(lines)


def _ends_on_page(lines: AdjacentLines) -> bool | None:
    """Whether a paragraph ends with a line that has another one below it."""
    if lines.spacing > lines.margins.paragraph_spacing and not _is_lowered(lines):
        return True
    if begins_heading(lines):
        return True
    if NUMBER_ALONE.fullmatch(lines.above.text) and not has_marker(lines.below):
        return False
    if is_mid_heading(lines):
        return False
    if is_heading_block(lines):
        return has_room_in_heading(lines)
    if has_room_for_next_word(lines) or _indent_starts_paragraph(lines):
        return True
    if is_within_symbol(lines.above.text, lines.below.text) or is_within_brackets(
        lines.above.text, lines.below.text
    ):
        return False
    if _ends_short_of_margin(lines):
        return True
    if has_marker(lines.below) and (lines.spacing > SOMEWHAT_WIDER or not lines.margins.spaced):
        end = CLAUSE_END if NUMBERED.match(lines.below.text) else TERMINAL
        return runs_off_page(lines.above) or bool(end.search(lines.above.text))
    return False


RULES: dict[str, Callable[[AdjacentLines], bool | None]] = {
    "body": _body,
    "note": _note,
    "masthead": _masthead,
}


def _is_lowered(lines: AdjacentLines) -> bool:
    """Whether a full line in mid-sentence continues in one that stands a little lower.

    A raised footnote call or a taller font lowers the baseline of its line.
    """
    above, below = lines.above, lines.below
    return (
        lines.spacing < LOWERED_STEP
        and above.italic == below.italic
        and not (
            has_room_for_next_word(lines) or CLAUSE_END.search(above.text) or has_marker(below)
        )
    )


def _changes_type(lines: AdjacentLines) -> bool:
    above, below = lines.above, lines.below
    if max(above.size, below.size) > OTHER_SIZE * min(above.size, below.size):
        return True
    if above.bold and below.bold and abs(above.size - below.size) > SAME_SIZE:
        # headings of two levels, as of 14 and of 13 points
        return has_room_for_next_word(lines) or (is_heading(above) and not below.text[:1].islower())
    if opens_title(lines):
        return True
    if above.bold == below.bold or _turns_bold_in_sentence(lines):
        return False
    return (
        has_room_for_next_word(lines) or above.page != below.page or lines.spacing > SOMEWHAT_WIDER
    )


def _turns_bold_in_sentence(lines: AdjacentLines) -> bool:
    """Whether a full line in mid-sentence continues after a break in a bold line that is as long.

    Recommendations are bold in the middle of a paragraph; a caption may stand between.
    """
    above, below = lines.above, lines.below
    return (
        lines.at_break
        and not above.bold
        and not CLAUSE_END.search(above.text)
        and not (has_room_for_next_word(lines) or has_marker(below))
        and not CAPTION.match(below.text)
        and below.x1 - below.x0 > LONG_LINE * lines.margins.width
    )


def _ends_at_break(lines: AdjacentLines) -> bool:
    """Whether a paragraph ends at a column break or page break."""
    above, below = lines.above, lines.below
    if has_room_for_next_word(lines) or (
        above.bold != below.bold and (above.bold or CLAUSE_END.search(above.text))
    ):
        return True
    if is_within_brackets(lines.above.text, lines.below.text) or _goes_on_in_small_letters(lines):
        return False
    if has_marker(below) and (TERMINAL.search(above.text) or runs_off_page(above)):
        return True
    if NUMBERED.match(below.text) and CLAUSE_END.search(above.text):
        return True
    short = below.x1 - below.x0 < SHORT_CAPTION * lines.margins.width
    if short and CAPTION.match(below.text) and SENTENCE_END.search(above.text):
        return True
    return _is_indented_at_break(lines)


def _is_within_word(lines: AdjacentLines) -> bool:
    """Whether a line ends with a hyphen after a letter, and the next begins with a small letter."""
    above, below = lines.above, lines.below
    close = lines.at_break or lines.spacing < LOWERED_STEP
    return close and WITHIN_WORD.search(above.text[-2:]) is not None and below.text[:1].islower()


def _breaks_after_bracket(lines: AdjacentLines) -> bool:
    """Whether a line ends with a bracket that the next one closes: `report (`, `A/81/7).`."""
    if not lines.above.text.endswith("(") or not is_within_brackets(
        lines.above.text, lines.below.text
    ):
        return False
    return lines.at_break or lines.spacing < lines.margins.paragraph_spacing


def _goes_on_in_small_letters(lines: AdjacentLines) -> bool:
    """Whether a line ends in an abbreviation, since no sentence begins with a small letter."""
    above, below = lines.above, lines.below
    return above.text.endswith(".") and below.text[:1].islower() and not has_marker(below)


def _is_indented_at_break(lines: AdjacentLines) -> bool:
    """Whether the line after a break has the indent of a first line, and that before it has none.

    A paragraph of a preamble ends in a comma, so that only the indent tells it from its next line.
    """
    above, below = lines.above, lines.below
    inset_above = inline_start(above) - lines.margins.start
    inset = inline_start(below) - lines.margins_below.start
    inward = inset - inset_above > INDENTED * below.size
    if inward and lines.margins_below.is_first_line(below) and CLAUSE_END.search(above.text):
        return True
    flush = inset_above < INDENTED * above.size
    return bool(inset > INDENTED * below.size and flush and SENTENCE_END.search(above.text))


def _ends_short_of_margin(lines: AdjacentLines) -> bool:
    """Whether a line of justified text ends with punctuation a little before the margin."""
    short = lines.free_width > SHORT * lines.above.size
    justified = lines.margins.justified and not lines.short_above
    return justified and short and bool(CLAUSE_END.search(lines.above.text))


def _indent_starts_paragraph(lines: AdjacentLines) -> bool:
    """Whether the indent of the line below starts a paragraph: a first-line indent or new level."""
    above, below = lines.above, lines.below
    inward = inline_start(below) - inline_start(above)
    if abs(inward) < INDENTED * above.size or are_centred(lines):
        return False
    if not lines.starts_paragraph:
        return True
    if inward > 0:  # a hanging indent: only the list marker stands at the margin
        return not has_marker(above)
    return has_marker(below) and has_marker(above)
