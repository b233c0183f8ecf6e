"""Whether a heading begins, goes on or ends between two lines: by marker, type and width."""

from __future__ import annotations

from unreport.languages import LEXICONS
from unreport.readers.pdf.layout.paragraphs.adjacent_lines import (
    AdjacentLines,
    has_room_for_next_word,
)
from unreport.readers.pdf.layout.paragraphs.line_patterns import (
    CLAUSE_END,
    HEADING_MARKER,
    SENTENCE_END,
)
from unreport.readers.pdf.layout.paragraphs.margins import (
    SAME_SIZE,
    SLACK,
    has_marker,
)
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.function_words import needs_noun

STOP_WORDS = {name: frozenset(own.stop_words) for name, own in LEXICONS.items() if own.spaced}
WIDE_STEP = 1.7  # em from a title to a heading
SHORT_CAPTION = 0.5  # of the text's width
LONG_HEADING = 0.38  # of the text's width; a shorter line of a heading was not wrapped


def begins_heading(lines: AdjacentLines) -> bool:
    """Whether the line below is a heading: another one stands above it, or more than its leading.

    A title and a heading may be the only two lines of their size, and tell no leading.
    """
    above, below = lines.above, lines.below
    if lines.starts_paragraph and is_heading(above) and is_heading(below):
        return True
    is_apart = below.y - above.y > WIDE_STEP * below.size and not lines.at_break
    return is_apart and lines.starts_paragraph and bool(HEADING_MARKER.match(below.text))


def is_heading(row: TextLine) -> bool:
    """Whether a bold line opens with a heading marker: `II. Follow-up`, `A. General`."""
    return row.bold and bool(HEADING_MARKER.match(row.text))


def opens_title(lines: AdjacentLines) -> bool:
    """Whether a short bold line without a stop is below the end of a sentence, as a title is.

    A bold sentence within a paragraph ends with a stop, or fills its line.
    """
    above, below = lines.above, lines.below
    return (
        below.bold
        and not above.bold
        and SENTENCE_END.search(above.text) is not None
        and CLAUSE_END.search(below.text) is None
        and not below.text[:1].islower()
        and below.x1 - below.x0 < SHORT_CAPTION * lines.margins.width
    )


def is_mid_heading(lines: AdjacentLines) -> bool:
    """Whether a heading goes on in small letters: `II. Opening of the meeting and`, `election`.

    A line that had room for the next word does if it ends in a comma or function word, or is long
    and opens with a capital; else it is of a list of terms.
    """
    above, below = lines.above, lines.below
    is_heading = HEADING_MARKER.match(above.text) or (above.bold and below.bold)
    is_alike = abs(above.size - below.size) < SAME_SIZE and not has_marker(below)
    is_cut = above.text[-1:].isalpha() or above.text.endswith(",")
    if not (is_heading and is_alike and is_cut and below.text[:1].islower()):
        return False
    is_long = above.x1 - above.x0 > LONG_HEADING * lines.margins.width
    return (
        (is_long and not above.text[:1].islower())
        or above.text.endswith(",")
        or _is_function_word(above.text.split()[-1].lower())
        or not has_room_for_next_word(lines)
    )


def _is_function_word(word: str) -> bool:
    """Whether a word ends no heading, in any language: an article, preposition or conjunction."""
    return any(word in own or needs_noun(word, name) for name, own in STOP_WORDS.items())


def is_heading_block(lines: AdjacentLines) -> bool:
    """Whether both lines are bold or italic: a heading may be narrower than the text."""
    above, below = lines.above, lines.below
    return (
        (
            (above.bold and below.bold)
            or (above.italic and below.italic and above.bold == below.bold)
        )
        and not has_marker(below)
        and above.x1 - above.x0 > LONG_HEADING * lines.margins.width
        and below.y - above.y < 1.35 * above.size
    )


def has_room_in_heading(lines: AdjacentLines) -> bool:
    """Whether the first word of the line below had room, and that line is longer by a word."""
    above, below = lines.above, lines.below
    return (
        has_room_for_next_word(lines)
        and (below.x1 - below.x0) - (above.x1 - above.x0)
        > below.first_word_width + SLACK * above.size
    )
