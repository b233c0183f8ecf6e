"""Glyphs whose ToUnicode value has both bytes of a character in one: `f` for ٠, `.` for ج.

Ghostscript 10.0 writes the first value of a range so, 06 or 60 for U+0660, and counts the others
up from it.  The low byte is then the value itself, or less by a part of the high byte; of these few
letters the words of the glyph show which one it is, and years that of its digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from unreport.readers.pdf.bidi.baselines.token_row import TokenRow
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.combined_digits import (
    LETTERS_OF_DIGITS,
    digits_of_letters,
    number_glyphs,
)
from unreport.readers.pdf.bidi.font_faults.misread_letters import ALPHABETS
from unreport.readers.pdf.bidi.letters import TATWEEL, UNMAPPED
from unreport.readers.pdf.file.page_glyphs import GlyphCode
from unreport.readers.pdf.spelling.known_words import is_known

ARABIC_BLOCK, ADDED = 0x0600, (0, 2, 4, 6)  # what the high byte may have added to the low one
FORMS = "þÿ\u0100"
"""The bytes of presentation forms, U+FE80 to U+FEFC, which say nothing of the letter."""
HAMZAS = frozenset("\u0653\u0654\u0655")
HAMZA_BEFORE_ALEF = re.compile(rf"(?<!ا){UNMAPPED}(ا)")
TANWIN = frozenset("\u064b\u064c\u064d")
VOWELS = frozenset("\u064e\u064f\u0650\u0651\u0652")
PUNCTUATION = frozenset(".,:;!()[]{}-/'\u00ab\u00bb")  # may stand beside a word by itself
ENDING_NO_WORD = frozenset("/'")  # of these, what ends none
STRONG = frozenset({"R", "AN"})
MAX_ROUNDS = 4  # words with several such glyphs
MAX_WORDS = 40  # of a glyph
MOST_PIECES = 30  # of a word
LEAST_KNOWN = 2  # letters of a word
LONG_WORD = 5  # letters, from which one word alone shows a letter
MIN_KNOWN_ALONE = 0.5  # of the words with a Latin letter, if no other letter makes one known
MIN_WORDS, MIN_WORDS_OF_FORMS = 2, 4
CLEAR_LEAD = 2  # words
MIN_KNOWN, MAX_OTHER = 0.75, 0.5  # of the words, with the letter; of these, with any other


class Piece(NamedTuple):
    """A token of an Arabic word."""

    at: int
    text: str
    glyph: GlyphCode | None  # of one that may be another letter


Words: TypeAlias = Sequence[Sequence[Piece]]  # in logical order


def read_combined_bytes(rows: Iterable[TokenRow], evidence: Evidence) -> None:
    """Read the glyphs of such fonts as the letters and digits that their words and years show."""
    read = [row for row in rows if not row.unreordered]
    arabic = [row for row in read if "R" in row.classes]
    fonts = {font for row in arabic if "L" in row.classes for font in _fonts_of_suspects(row)}
    if not fonts:
        return
    latin = {glyph for row in read if "L" in row.classes for glyph in _in_latin_words(row)}
    digits = number_glyphs(arabic)
    found = digits_of_letters(arabic, digits)
    words = [word for row in arabic for word in _words(row, fonts)]
    found |= _letters(words, _glyphs(words, latin), found, evidence)
    if found:  # such a file: its other fonts may have some, too
        words = [word for row in arabic for word in _words(row)]
        found |= _letters(words, _glyphs(words, latin), found, evidence)
    glyphs = _glyphs(words, ())
    doubted = _unproved_vowels(words, _glyphs(words, latin), found)
    if not (found or digits or doubted):
        return
    evidence.read_glyphs.update(found)
    if found or digits:
        doubted |= _doubted(words, glyphs, found)
    for row in read:
        _read(row, found)
        _doubt_unread(row, digits, doubted)


def _fonts_of_suspects(row: TokenRow) -> set[int]:
    """The fonts of single Latin letters that touch Arabic ones, or Arabic-Indic digits."""
    return {font for at, (font, _, text) in enumerate(row.keys) if _touches(row, at, text)}


def _in_latin_words(row: TokenRow) -> Iterator[GlyphCode]:
    """The glyphs of Latin words: with letters that stand for none, or in rows without Arabic."""
    tokens, keys = row.tokens, row.keys
    for is_latin, run in groupby(range(len(keys)), key=lambda at: tokens[at].bidi_class == "L"):
        own = [*run] if is_latin else []
        if len(own) < LEAST_KNOWN or _is_beside_arabic(row, own[0], own[-1]):
            continue
        texts = [keys[at][2] for at in own]
        if "R" not in row.classes or any(map(_is_itself, texts)):
            yield from (keys[at][:2] for at in own)


def _is_itself(letter: str) -> bool:
    """Whether a letter is none that stands for another one, nor for a digit."""
    return letter not in LETTERS_OF_DIGITS and not _candidates(letter)


def _candidates(text: str) -> Sequence[str]:
    """The Arabic letters that one with both bytes in one may be."""
    if len(text) != 1 or not "!" <= text <= "\u0100":
        return ()
    if text in FORMS:
        return ALPHABETS["Arabic"]
    chars = [chr(ARABIC_BLOCK + ord(text) - added) for added in ADDED]
    return [char for char in chars if "\u0621" <= char <= "\u0655" and char != TATWEEL]


def _words(row: TokenRow, fonts: Collection[int] | None = None) -> list[list[Piece]]:
    """The words of a row that have a glyph in question, of some fonts or any, in logical order."""
    words: list[list[Piece]] = [[]]
    for at, (token, key) in enumerate(zip(row.tokens, row.keys, strict=True)):
        may_be_other = token.bidi_class != "R" and (fonts is None or key[0] in fonts)
        is_suspect = may_be_other and bool(_candidates(key[2]))
        if is_suspect or token.bidi_class == "R":
            words[-1].append(Piece(at, key[2], key[:2] if is_suspect else None))
        elif words[-1]:
            words.append([])
    return [
        word[::-1]
        for word in words
        if 1 < len(word) <= MOST_PIECES and any(piece.glyph for piece in word)
    ]


def _glyphs(words: Words, latin: Collection[GlyphCode]) -> dict[GlyphCode, str]:
    """The glyphs in question of some words, and their texts, but those of Latin words."""
    own = (piece for word in words for piece in word)
    return {piece.glyph: piece.text for piece in own if piece.glyph and piece.glyph not in latin}


def _letters(
    words: Words,
    glyphs: Mapping[GlyphCode, str],
    proved: Mapping[GlyphCode, str],
    evidence: Evidence,
) -> dict[GlyphCode, str]:
    """The letters of glyphs, one after the other: a word may have several of them.

    Words that are known without a glyph do not prove that it is a vowel: a letter or sign of its
    own may stand beside them.  It is read as one in such fonts, and where another glyph is proved.
    """
    known = evidence.read_glyphs
    letters = {**proved, **{glyph: known[glyph] for glyph in glyphs if glyph in known}}
    for _ in range(MAX_ROUNDS):
        texts = _words_of_glyphs(words, letters)
        fonts = {font for font, _ in letters}
        new = {
            glyph: _letter_of(own, glyphs[glyph], may_be_vowel=glyph[0] in fonts)
            for glyph, own in texts.items()
            if glyph in glyphs
        }
        new = {glyph: letter for glyph, letter in new.items() if letter}
        if not new and letters:  # such a font: one long word is enough
            new = {
                glyph: _letter_of_word(own, glyphs[glyph])
                for glyph, own in texts.items()
                if glyph in glyphs
            }
            new = {glyph: letter for glyph, letter in new.items() if letter}
        if not new:
            break
        letters |= new
    return letters


def _words_of_glyphs(
    words: Words, found: Mapping[GlyphCode, str]
) -> Mapping[GlyphCode, Collection[str]]:
    """The words of each glyph that is not read, with U+FFFD in its place."""
    texts: dict[GlyphCode, set[str]] = defaultdict(set)
    for word in words:
        for at, piece in enumerate(word):
            own = texts[piece.glyph] if piece.glyph and piece.glyph not in found else None
            if own is not None and len(own) < MAX_WORDS:
                text = _text(word, at, found)
                if len(text.replace(UNMAPPED, "")) >= LEAST_KNOWN:
                    own.add(text)
    return texts


def _unproved_vowels(
    words: Words, glyphs: Mapping[GlyphCode, str], found: Mapping[GlyphCode, str]
) -> set[GlyphCode]:
    """The glyphs that may be vowels, in fonts where no other glyph is proved."""
    return {
        glyph
        for glyph, own in _words_of_glyphs(words, found).items()
        if glyph in glyphs and _letter_of(own, glyphs[glyph], may_be_vowel=True)
    }


def _doubted(
    words: Words, glyphs: Mapping[GlyphCode, str], found: Mapping[GlyphCode, str]
) -> set[GlyphCode]:
    """The glyphs that are not read although they may be letters.

    Those are Latin letters within words, and signs of which one letter makes a word.
    """
    own = _words_of_glyphs(words, found)
    return {glyph for glyph in own if _may_be_letter(own[glyph], glyphs[glyph])}


def _may_be_letter(words: Collection[str], text: str) -> bool:
    """Whether a glyph is a Latin letter, or a sign of which a letter makes long words.

    Punctuation at the end of words is itself, if no letter makes most of these words.
    """
    if text.isalpha():
        return True
    known = [*_known_words(words, text).values()]
    ends = text in PUNCTUATION and all(word.endswith(UNMAPPED) for word in words)
    if ends and text not in ENDING_NO_WORD:
        return max(known, default=0) >= max(MIN_WORDS, MAX_OTHER * len(words))
    own = [word for word in words if len(word) >= LONG_WORD]
    return any(_known_words(own, text).values())


def _text(word: Sequence[Piece], at: int, found: Mapping[GlyphCode, str]) -> str:
    """The letters of a word, U+FFFD for one glyph; "" if others are unknown.

    A sign in question ends a word, if it is not known to be a letter.
    """
    before = _known_part(word[:at][::-1], word[at].glyph, found)
    after = _known_part(word[at + 1 :], word[at].glyph, found)
    if before is None or after is None:
        return ""
    plain = unicodedata.normalize("NFD", before[::-1] + UNMAPPED + after)
    return "".join(char for char in plain if char not in VOWELS | TANWIN and char != TATWEEL)


def _known_part(
    pieces: Iterable[Piece], glyph: GlyphCode | None, found: Mapping[GlyphCode, str]
) -> str | None:
    """The letters from a glyph to the end of its word, in the order given."""
    out = ""
    for piece in pieces:
        text = piece.text
        if UNMAPPED in text:
            return None
        if piece.glyph == glyph:
            text = UNMAPPED
        elif piece.glyph:
            text = found.get(piece.glyph, "")
            if not text:
                return None if piece.text.isalpha() else out
        out += text
    return out


def _letter_of(words: Collection[str], text: str, *, may_be_vowel: bool) -> str:
    """The letter that makes nearly all words known, where no other does; "" if there is none."""
    counts = _known_words(words, text)
    without = sum(is_known(_with(word, "")) for word in words)
    best = max(counts, key=lambda char: counts[char], default="")
    known = counts.pop(best, 0)
    if without > known and without >= max(MIN_WORDS, MIN_KNOWN * len(words)):
        return _vowel_of(words, text) if may_be_vowel else ""
    second = max(counts.values(), default=0)
    least = MIN_WORDS_OF_FORMS if text in FORMS else MIN_WORDS
    share = MIN_KNOWN if second or not text.isalpha() else MIN_KNOWN_ALONE
    is_clear = second <= MAX_OTHER * known and (not second or known >= second + CLEAR_LEAD)
    is_inside = (
        sum(_is_inside(word, text) and is_known(_with(word, best)) for word in words) >= least
    )
    return best if is_clear and is_inside and known >= share * len(words) else ""


def _letter_of_word(words: Collection[str], text: str) -> str:
    """The one letter that makes a word of the only one with a glyph; "" if it is short."""
    own = [word for word in words if len(word) >= LONG_WORD and _is_inside(word, text)]
    if len(own) != 1 or len(words) != 1 or text in FORMS:
        return ""
    likely = [char for char, known in _known_words(words, text).items() if known]
    return likely[0] if len(likely) == 1 else ""


def _is_inside(word: str, text: str) -> bool:
    """Whether a glyph is within a word, if it is one that may stand beside a word."""
    return text not in PUNCTUATION or not (word.startswith(UNMAPPED) or word.endswith(UNMAPPED))


def _known_words(words: Iterable[str], text: str) -> dict[str, int]:
    """How many words each letter that a glyph may be makes known."""
    letters = [char for char in _candidates(text) if char not in VOWELS | TANWIN]
    return {char: sum(is_known(_with(word, char)) for word in words) for char in letters}


def _with(word: str, letter: str) -> str:
    """A word with a letter for its glyph; a hamza may be drawn before the alef that it is on."""
    if letter in HAMZAS:
        word = HAMZA_BEFORE_ALEF.sub(rf"\1{UNMAPPED}", word)
    return unicodedata.normalize("NFC", word.replace(UNMAPPED, letter))


def _vowel_of(words: Iterable[str], text: str) -> str:
    """The one vowel sign that a glyph may be: a tanwin stands at the end of words only."""
    is_inside = any(not word.endswith((UNMAPPED, UNMAPPED + "ا")) for word in words)
    marks = [char for char in _candidates(text) if char in (VOWELS if is_inside else TANWIN)]
    return marks[0] if len(marks) == 1 else ""


def _read(row: TokenRow, found: Mapping[GlyphCode, str]) -> None:
    """Read the glyphs of a row."""
    for at, key in enumerate(row.keys):
        text = found.get(key[:2], "")
        if text in HAMZAS:
            _add_hamza(row, at, text)
        elif text:
            row.change(at, text, "AN" if text.isdecimal() else "R")
            _doubt_marks_beside(row, at)


def _doubt_unread(
    row: TokenRow, digits: Collection[GlyphCode], doubted: Collection[GlyphCode]
) -> None:
    """Doubt the digits of a row that are not read, and what may be a letter beside Arabic ones."""
    for at, key in enumerate(row.keys):
        is_digit = key[:2] in digits and key[2] in LETTERS_OF_DIGITS
        if is_digit or (key[:2] in doubted and _is_beside_arabic(row, at, at)):
            _doubt(row, at)


def _doubt_marks_beside(row: TokenRow, at: int) -> None:
    """Doubt the marks of the letters beside one that was a Latin letter, which bears none."""
    for beside in (at - 1, at + 1):
        cluster = row.clusters[beside] if 0 <= beside < len(row.clusters) else None
        if cluster is not None and cluster.base_text:
            cluster.is_uncertain = True


def _add_hamza(row: TokenRow, at: int, hamza: str) -> None:
    """Add a hamza to the letter at its right, or to the alef at its left if it is drawn before."""
    texts = row.texts
    for beside in (at + 1, at - 1):
        letter = texts[beside] if 0 <= beside < len(texts) else ""
        text = unicodedata.normalize("NFC", letter + hamza)
        if letter and len(text) == len(letter):
            row.change(beside, text, "R")
            if (cluster := row.clusters[at]) is not None:
                cluster.is_kashida = True  # nothing of it is left
            row.change(at, TATWEEL, "R")
            return
    row.change(at, hamza, "R")
    _doubt(row, at)


def _doubt(row: TokenRow, at: int) -> None:
    if (cluster := row.clusters[at]) is not None:
        cluster.is_uncertain = True


def _touches(row: TokenRow, at: int, text: str) -> bool:
    """Whether a Latin letter touches an Arabic one, or an Arabic-Indic digit."""
    if row.tokens[at].bidi_class != "L" or not (_candidates(text) or text in LETTERS_OF_DIGITS):
        return False
    return _is_beside_arabic(row, at, at)


def _is_beside_arabic(row: TokenRow, start: int, end: int) -> bool:
    beside = row.tokens[max(0, start - 1) : start] + row.tokens[end + 1 : end + 2]
    return any(other.bidi_class in STRONG for other in beside)
