"""Words that a space divides in two, by their letters: `وس جُلت` for `وسُجلت`.

Two pieces side by side are one word if together they are a known word and the first is none: most
parts of Arabic words are no words.  A piece of one letter, which may be a number or a name, is not
looked at unless it comes second.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from unreport.readers.pdf.spelling.known_words import is_known, is_known_spelling

PIECE = re.compile(
    '[«(\\[“”"]*([\u0621-\u063a\u0641-\u064a][\u0621-\u063a\u0640-\u0652\u0670]*)([.,،؛:؟!)\\]»”“"]*)'
)
MARKS = re.compile("[\u0640\u064b-\u0652\u0670]+")
WORDS_OF_TWO_LETTERS = frozenset(
    "في من عن أن إن لا ما أو لم لن قد كل بل هل هو هي أي كم مع إذ ثم ذا ذي دم يد أب أخ أم حق حد "
    "سن سد بن كي ذو بي به بك لي له لك لو بم مم حي شك خط عم ضد قط رد مد جد سم صف فن كف مر نص هم "
    "هن يا تم حج غد غش فك قس قص كن لب مت مس ود ور جو بر بط مل تل كغ عد دع لغ صد فض سر ست صح عش "
    "فج كد هب وف".split()
)
LEAST_LETTERS, MOST_LETTERS = 4, 10  # of the whole word
SHORT_PIECE = 3  # letters; a longer first piece may be a rare word before a known one


def has_split_word(text: str) -> bool:
    """Whether two pieces of a row in Arabic are one known word.

    >>> has_split_word("وس جُلت درجات الحرارة"), has_split_word("وسُجلت درجات الحرارة")
    (True, False)
    """
    pieces = text.split(" ")
    return any(
        not is_word and not ends and (second := _piece(after))[0] and _is_one_word(first, second)
        for piece, after in pairwise(pieces)
        for first, is_word, ends in (_piece(piece),)
    )


@lru_cache(maxsize=16384)
def _piece(text: str) -> tuple[str, bool, bool]:
    """The letters of a piece, none if it has others, whether they are a word, and end a clause."""
    found = PIECE.fullmatch(text)
    if found is None:
        return "", True, True
    letters = MARKS.sub("", found[1])
    return letters, len(letters) == 1 or _is_word(letters), bool(found[2])


def _is_one_word(first: str, second: tuple[str, bool, bool]) -> bool:
    rest, is_word, _ = second
    if rest in WORDS_OF_TWO_LETTERS or not LEAST_LETTERS <= len(first + rest) <= MOST_LETTERS:
        return False
    is_piece = len(first) <= SHORT_PIECE or len(rest) == 1 or not is_word
    return is_piece and is_known(first + rest)


def _is_word(piece: str) -> bool:
    if len(piece) == 2:  # noqa: PLR2004 - the words of two letters are few, and listed
        return piece in WORDS_OF_TWO_LETTERS
    return is_known_spelling(piece)
