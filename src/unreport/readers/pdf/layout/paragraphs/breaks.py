"""Paragraph breaks: by line width, spacing, indent, type and punctuation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from unreport.languages import LEXICONS
from unreport.readers.pdf.layout.furniture_patterns import CAPTION
from unreport.readers.pdf.layout.paragraphs.alignment import (
    aligned_at_start,
    asymmetry,
    is_line_centred,
)
from unreport.readers.pdf.layout.paragraphs.line_patterns import (
    CLAUSE_END,
    FIRST_WORD,
    HEADING_MARKER,
    NUMBER_ALONE,
    NUMBERED,
    SENTENCE_END,
    TERMINAL,
    WITHIN_WORD,
    is_within_brackets,
    is_within_symbol,
)
from unreport.readers.pdf.layout.paragraphs.margins import (
    CLEARLY_SHORT,
    SAME_EDGE,
    SAME_SIZE,
    SLACK,
    SOMEWHAT_WIDER,
    Margins,
    find_margins,
    has_marker,
    inline_end,
    inline_start,
    is_break_between,
    margin_key,
    runs_off_page,
)
from unreport.readers.pdf.layout.text_lines import TextLine
from unreport.readers.pdf.spelling.function_words import needs_noun

STOP_WORDS = {name: frozenset(own.stop_words) for name, own in LEXICONS.items() if own.spaced}
WIDER_IN_NOTES = 1.5
LOWERED_STEP = 1.4
WIDE_STEP = 1.7  # em from a title to a heading
SHORT = 0.3  # em; a justified line reaches the margin
SHORT_CAPTION = 0.5  # of the text's width
LARGE = 11.0  # points
OTHER_SIZE = 1.08
INDENTED = 0.8  # em
LONG_LINE = 0.75  # of the text's width
LONG_HEADING = 0.38  # of the text's width; a shorter line of a heading was not wrapped
NEAR_CENTRE = 1.5


@dataclass(frozen=True, slots=True)
class _AdjacentLines:
    """A line and the next one of the same region."""

    above: TextLine
    below: TextLine
    margins: Margins  # of the line above
    margins_below: Margins
    starts_paragraph: bool  # with the line above
    short_above: bool = False  # the line before them, of the same paragraph, is short

    @property
    def spacing(self) -> float:
        """The distance of their baselines, in times the leading."""
        return self.margins.spacing(self.above, self.below)

    @property
    def free_width(self) -> float:
        """The room between the end of the line above and its wrap edge."""
        return self.margins.wrap_edge(self.above, self.below) - inline_end(self.above)

    @property
    def at_break(self) -> bool:
        """Whether a page break or column break stands between them."""
        return is_break_between(self.above, self.below)


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
            lines = _AdjacentLines(
                above,
                below,
                margins[margin_key(above)],
                margins[margin_key(below)],
                starts_paragraph,
                short_above and not starts_paragraph,
            )
            out[here] = ends = rule(lines) or _repeats_opening_word(lines, opening_words)
            starts_paragraph, short_above = ends is not False, lines.free_width > SAME_EDGE
            if starts_paragraph and not lines.at_break:
                opening_words[_first_word(below)] += 1
    return out


def _first_word(row: TextLine) -> str:
    found = FIRST_WORD.match(row.text)
    return found[0] if found else ""


def _repeats_opening_word(lines: _AdjacentLines, opening_words: Counter[str]) -> bool:
    """Whether, after a page break, a word opens a line that has opened paragraphs (`وإذ`)."""
    word = _first_word(lines.below)
    often = word.isalpha() and opening_words[word] > 1
    return lines.at_break and often and bool(CLAUSE_END.search(lines.above.text))


# --- rules ----------------------------------------------------------------------------------------


def _masthead(lines: _AdjacentLines) -> bool:
    """Each line of the masthead ends; only the name of a body in large type may wrap."""
    above, below = lines.above, lines.below
    large = (
        above.bold and above.size > LARGE and above.size == below.size and above.bold == below.bold
    )
    return not (above.block == below.block and below.y - above.y < 1.5 * above.size and large)


def _note(lines: _AdjacentLines) -> bool:
    """A footnote ends before the marker of the next one."""
    if lines.below.has_marker:
        return True
    if lines.at_break:
        return bool(SENTENCE_END.search(lines.above.text)) or _has_room_for_next_word(lines)
    return lines.spacing > WIDER_IN_NOTES


def _body(lines: _AdjacentLines) -> bool | None:
    if _breaks_after_bracket(lines):  # a symbol in another font may be on the next line
        return False
    if _changes_type(lines):
        return True
    if _is_within_word(lines):
        return False
    return _ends_at_break(lines) if lines.at_break else _ends_on_page(lines)


def _ends_on_page(lines: _AdjacentLines) -> bool | None:
    """Whether a paragraph ends with a line that has another one below it."""
    if lines.spacing > lines.margins.paragraph_spacing and not _is_lowered(lines):
        return True
    if _begins_heading(lines):
        return True
    if NUMBER_ALONE.fullmatch(lines.above.text) and not has_marker(lines.below):
        return False
    if _is_mid_heading(lines):
        return False
    if _is_heading_block(lines):
        return _has_room_in_heading(lines)
    if _has_room_for_next_word(lines) or _indent_starts_paragraph(lines):
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


RULES: dict[str, Callable[[_AdjacentLines], bool | None]] = {
    "body": _body,
    "note": _note,
    "masthead": _masthead,
}


def _is_lowered(lines: _AdjacentLines) -> bool:
    """Whether a full line in mid-sentence continues in one that stands a little lower.

    A raised footnote call or a taller font lowers the baseline of its line.
    """
    above, below = lines.above, lines.below
    return (
        lines.spacing < LOWERED_STEP
        and above.italic == below.italic
        and not (
            _has_room_for_next_word(lines) or CLAUSE_END.search(above.text) or has_marker(below)
        )
    )


def _begins_heading(lines: _AdjacentLines) -> bool:
    """Whether the line below is a heading: another one stands above it, or more than its leading.

    A title and a heading may be the only two lines of their size, and tell no leading.
    """
    above, below = lines.above, lines.below
    if lines.starts_paragraph and _is_heading(above) and _is_heading(below):
        return True
    is_apart = below.y - above.y > WIDE_STEP * below.size and not lines.at_break
    return is_apart and lines.starts_paragraph and bool(HEADING_MARKER.match(below.text))


def _is_heading(row: TextLine) -> bool:
    """Whether a bold line opens with a heading marker: `II. Follow-up`, `A. General`."""
    return row.bold and bool(HEADING_MARKER.match(row.text))


def _changes_type(lines: _AdjacentLines) -> bool:
    above, below = lines.above, lines.below
    if max(above.size, below.size) > OTHER_SIZE * min(above.size, below.size):
        return True
    if above.bold and below.bold and abs(above.size - below.size) > SAME_SIZE:
        # headings of two levels, as of 14 and of 13 points
        return _has_room_for_next_word(lines) or (
            _is_heading(above) and not below.text[:1].islower()
        )
    if _opens_title(lines):
        return True
    if above.bold == below.bold or _turns_bold_in_sentence(lines):
        return False
    return (
        _has_room_for_next_word(lines) or above.page != below.page or lines.spacing > SOMEWHAT_WIDER
    )


def _opens_title(lines: _AdjacentLines) -> bool:
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


def _turns_bold_in_sentence(lines: _AdjacentLines) -> bool:
    """Whether a full line in mid-sentence continues after a break in a bold line that is as long.

    Recommendations are bold in the middle of a paragraph; a caption may stand between.
    """
    above, below = lines.above, lines.below
    return (
        lines.at_break
        and not above.bold
        and not CLAUSE_END.search(above.text)
        and not (_has_room_for_next_word(lines) or has_marker(below))
        and not CAPTION.match(below.text)
        and below.x1 - below.x0 > LONG_LINE * lines.margins.width
    )


def _ends_at_break(lines: _AdjacentLines) -> bool:
    """Whether a paragraph ends at a column break or page break."""
    above, below = lines.above, lines.below
    if _has_room_for_next_word(lines) or (
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


def _is_within_word(lines: _AdjacentLines) -> bool:
    """Whether a line ends with a hyphen after a letter, and the next begins with a small letter."""
    above, below = lines.above, lines.below
    close = lines.at_break or lines.spacing < LOWERED_STEP
    return close and WITHIN_WORD.search(above.text[-2:]) is not None and below.text[:1].islower()


def _breaks_after_bracket(lines: _AdjacentLines) -> bool:
    """Whether a line ends with a bracket that the next one closes: `report (`, `A/81/7).`."""
    if not lines.above.text.endswith("(") or not is_within_brackets(
        lines.above.text, lines.below.text
    ):
        return False
    return lines.at_break or lines.spacing < lines.margins.paragraph_spacing


def _goes_on_in_small_letters(lines: _AdjacentLines) -> bool:
    """Whether a line ends in an abbreviation, since no sentence begins with a small letter."""
    above, below = lines.above, lines.below
    return above.text.endswith(".") and below.text[:1].islower() and not has_marker(below)


def _is_mid_heading(lines: _AdjacentLines) -> bool:
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
        or not _has_room_for_next_word(lines)
    )


def _is_function_word(word: str) -> bool:
    """Whether a word ends no heading, in any language: an article, preposition or conjunction."""
    return any(word in own or needs_noun(word, name) for name, own in STOP_WORDS.items())


def _is_indented_at_break(lines: _AdjacentLines) -> bool:
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


def _has_room_for_next_word(lines: _AdjacentLines) -> bool:
    """Whether the first word of the line below would have had room on the line above."""
    above, below, margins = lines.above, lines.below, lines.margins
    if any(abs(place - inline_end(above)) < 2 * SAME_EDGE for place in margins.narrow_ends):
        return False
    free_width = lines.free_width
    if _are_centred(lines):
        free_width = margins.width - (above.x1 - above.x0)
    if (
        (margins.always_spaced or (margins.spaced and _is_cut(above, below)))
        and not lines.at_break
        and lines.spacing < SOMEWHAT_WIDER
    ):
        return free_width > 2 * below.first_word_width + CLEARLY_SHORT * above.size
    return free_width > below.first_word_width + SLACK * above.size


def _is_cut(above: TextLine, below: TextLine) -> bool:
    """Whether a line ends within a clause, or the next goes on in small letters after a comma.

    TeX breaks a paragraph as a whole: lines of ragged text may leave room for the next word.
    """
    end = SENTENCE_END if below.text[:1].islower() else CLAUSE_END
    return not end.search(above.text)


def _ends_short_of_margin(lines: _AdjacentLines) -> bool:
    """Whether a line of justified text ends with punctuation a little before the margin."""
    short = lines.free_width > SHORT * lines.above.size
    justified = lines.margins.justified and not lines.short_above
    return justified and short and bool(CLAUSE_END.search(lines.above.text))


def _are_centred(lines: _AdjacentLines) -> bool:
    """Whether both lines are centred, and not lines of equal width in a centred column.

    The first lines of a long heading are nearly full, and leave the same little room on each side.
    """
    both, margins = (lines.above, lines.below), lines.margins
    starts = [*map(inline_start, both)]
    in_bold = lines.above.bold and lines.below.bold
    is_inset = min(starts) - margins.start > SAME_EDGE
    if abs(starts[0] - starts[1]) <= SAME_EDGE or not (in_bold or is_inset):
        return False
    return all(
        is_line_centred(row, margins) or asymmetry(row, margins) < NEAR_CENTRE for row in both
    )


def _is_heading_block(lines: _AdjacentLines) -> bool:
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


def _has_room_in_heading(lines: _AdjacentLines) -> bool:
    above, below = lines.above, lines.below
    return (
        _has_room_for_next_word(lines)
        and (below.x1 - below.x0) - (above.x1 - above.x0)
        > below.first_word_width + SLACK * above.size
    )


def _indent_starts_paragraph(lines: _AdjacentLines) -> bool:
    """Whether the indent of the line below starts a paragraph: a first-line indent or new level."""
    above, below = lines.above, lines.below
    inward = inline_start(below) - inline_start(above)
    if abs(inward) < INDENTED * above.size or _are_centred(lines):
        return False
    if not lines.starts_paragraph:
        return True
    if inward > 0:  # a hanging indent: only the list marker stands at the margin
        return not has_marker(above)
    return has_marker(below) and has_marker(above)
