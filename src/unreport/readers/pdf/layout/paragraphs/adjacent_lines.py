"""A line and the next one: their spacing, and the room for the next word between them."""

from __future__ import annotations

from msgspec import Struct

from unreport.readers.pdf.layout.paragraphs.alignment import (
    asymmetry,
    is_line_centred,
)
from unreport.readers.pdf.layout.paragraphs.line_patterns import CLAUSE_END, SENTENCE_END
from unreport.readers.pdf.layout.paragraphs.margins import (
    CLEARLY_SHORT,
    SAME_EDGE,
    SLACK,
    SOMEWHAT_WIDER,
    Margins,
    inline_end,
    inline_start,
    is_break_between,
)
from unreport.readers.pdf.layout.text_lines import TextLine

NEAR_CENTRE = 1.5


class AdjacentLines(Struct, frozen=True):
    """A line and the next one of the same region."""

    above: TextLine
    below: TextLine
    margins: Margins  # of the line above
    margins_below: Margins
    starts_paragraph: bool  # with the line above
    short_above: bool  # the line before them, of the same paragraph, is short
    at_break: bool  # a page break or column break stands between them
    free_width: float  # between the end of the line above and its wrap edge

    @classmethod
    def of(  # noqa: PLR0913 - what is known of two lines
        cls,
        above: TextLine,
        below: TextLine,
        margins: Margins,
        margins_below: Margins,
        *,
        starts_paragraph: bool,
        short_above: bool,
    ) -> AdjacentLines:
        """Two lines, with what all rules ask of them."""
        return cls(
            above,
            below,
            margins,
            margins_below,
            starts_paragraph,
            short_above,
            is_break_between(above, below),
            margins.wrap_edge(above, below) - inline_end(above),
        )

    @property
    def spacing(self) -> float:
        """The distance of their baselines, in times the leading."""
        return self.margins.spacing(self.above, self.below)


def has_room_for_next_word(lines: AdjacentLines) -> bool:
    """Whether the first word of the line below would have had room on the line above."""
    above, below, margins = lines.above, lines.below, lines.margins
    if any(abs(place - inline_end(above)) < 2 * SAME_EDGE for place in margins.narrow_ends):
        return False
    free_width = lines.free_width
    if are_centred(lines):
        free_width = margins.width - (above.x1 - above.x0)
    is_spaced = margins.always_spaced or (margins.spaced and _is_cut(above, below))
    if is_spaced and not lines.at_break and lines.spacing < SOMEWHAT_WIDER:
        return free_width > 2 * below.first_word_width + CLEARLY_SHORT * above.size
    return free_width > below.first_word_width + SLACK * above.size


def _is_cut(above: TextLine, below: TextLine) -> bool:
    """Whether a line ends within a clause, or the next goes on in small letters after a comma.

    TeX breaks a paragraph as a whole: lines of ragged text may leave room for the next word.
    """
    end = SENTENCE_END if below.text[:1].islower() else CLAUSE_END
    return not end.search(above.text)


def are_centred(lines: AdjacentLines) -> bool:
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
