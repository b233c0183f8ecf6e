"""What kinds of letters a row has, as flags: which decisions its text, order and fonts call for.

The flags of a row are the union of those of its letters.  A stage that decides on brackets, say,
looks at no letter of a row without one.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, reduce
from operator import or_

from unreport.readers.pdf.bidi.clusters import Cluster
from unreport.readers.pdf.bidi.letters import MIRRORED, MIRRORED_SIGNS, UNMAPPED, BidiClass
from unreport.readers.pdf.bidi.logical_order import token_of

WORD_SEPARATORS = frozenset("/.،؛؟!'\"’‘“”…·•")
"""Characters that may be right between two words without a space."""
CLASSES: tuple[BidiClass, ...] = ("R", "L", "EN", "AN", "ES", "CS", "ET", "ON", "S", "M")
CLASS_FLAGS = {bidi_class: 1 << at for at, bidi_class in enumerate(CLASSES)}
ANY_CLASS = (1 << len(CLASSES)) - 1
(
    BRACKET,
    MIRRORED_SIGN,
    WITHOUT_TEXT,
    SEVERAL_CHARACTERS,  # marks included
    OPEN_LIGATURE,  # right-to-left letters whose order the document has to show
    IN_WORD,  # no letter of a right-to-left word, nor a sign between words: a kashida, if within
    REPEATED_MARKS,  # marks that are drawn by other glyphs too
    REPLACED,  # by an /ActualText
    REMOVED_KASHIDA,  # that justifies its row, and is no part of the text
    UNCERTAIN,
    UNNAMED,  # its font program does not name the glyph
) = (1 << (len(CLASSES) + at) for at in range(11))


def kinds_of(letter: Cluster) -> int:
    """The flags of a cluster."""
    found = _kinds_of_characters(letter.text, letter.bidi_class)
    if letter.is_ordered and not letter.from_actual_text:
        found &= ~OPEN_LIGATURE
    return (
        found
        | UNCERTAIN * letter.is_uncertain
        | UNNAMED * letter.is_unnamed
        | REMOVED_KASHIDA * letter.is_kashida
        | REPLACED * letter.from_actual_text
        | REPEATED_MARKS * bool(letter.repeated_marks)
    )


@lru_cache(maxsize=8192)
def _kinds_of_characters(text: str, bidi_class: BidiClass) -> int:
    token = token_of(text, bidi_class)
    is_long, is_right_to_left = len(text) > 1, bidi_class == "R"
    return (
        CLASS_FLAGS[token.bidi_class]
        | BRACKET * (token.char in MIRRORED)
        | MIRRORED_SIGN * (token.char in MIRRORED_SIGNS)
        | WITHOUT_TEXT * (token.char == UNMAPPED)
        | SEVERAL_CHARACTERS * is_long
        | OPEN_LIGATURE * (is_long and is_right_to_left)
        | IN_WORD * (not is_right_to_left and text not in WORD_SEPARATORS)
        | UNCERTAIN * (text == UNMAPPED)
    )


def union(kinds: Iterable[int]) -> int:
    """The flags of letters together."""
    return reduce(or_, {*kinds}, 0)


@lru_cache(maxsize=4096)
def classes_of(kinds: int) -> frozenset[BidiClass]:
    """The bidi classes of letters with some flags."""
    return frozenset([name for name, flag in CLASS_FLAGS.items() if kinds & flag])
