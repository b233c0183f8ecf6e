"""The text of the glyphs of a page, by ToUnicode and the embedded font programs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from unreport.readers.pdf.bidi.encodings.font_decisions import (
    PROGRAM,
    TOUNICODE,
    Decision,
    decision,
)
from unreport.readers.pdf.bidi.encodings.fullwidth_forms import with_narrow_forms
from unreport.readers.pdf.bidi.encodings.glyph_comparison import (
    DOTLESS,
    Comparison,
    compared_texts,
    is_foreign,
)
from unreport.readers.pdf.bidi.encodings.glyph_names import without_wrong_names
from unreport.readers.pdf.bidi.letters import (
    MIRRORED,
    MIRRORED_SIGNS,
    UNMAPPED,
    BidiClass,
    bidi_class_of,
)
from unreport.readers.pdf.file.font_programs import ProgramText
from unreport.readers.pdf.file.glyphs import Glyph
from unreport.readers.pdf.file.page_glyphs import GlyphEntry, PageGlyphs

LAM = "\N{ARABIC LETTER LAM}"  # of a lam-alef, whose order its font shows
MIN_FOREIGN = 6  # glyphs of a font
MOST_NAMED = 0.7  # share of the glyphs of a font on a page that its program names
DAMAGED = re.compile("[\u0600-\u06ff][\u2100-\u2bff\u2e80-\ud7ff]")
"""Characters of one glyph that no font can have together."""
SEVERAL_WORDS = re.compile(r"[^\W\d_]\S{0,24}\s\S{0,24}?[^\W\d_]|[^\W\d_]{6}")
"""More than a ligature: some versions of Pango map one glyph to the text of its whole run."""
AGREEING = frozenset({"agreed", "bare", "skeleton", "sign", "named"})
"""Kinds of comparison that say nothing of other glyphs of the font."""
PHRASES = frozenset("صلى الله عليه وسلم|جل جلاله|بسم الله الرحمن الرحيم".split("|"))
"""The texts of one glyph that have several words: U+FDFA, U+FDFB and U+FDFD."""


class GlyphText(NamedTuple):
    """The text of a glyph."""

    text: str
    is_ordered: bool = False  # its letters are surely in logical order
    is_uncertain: bool = False  # the sources differ, and nothing decides between them
    undrawn: str = ""  # marks of its ToUnicode value that the glyph itself does not draw
    tounicode: str = ""  # its ToUnicode value, where that has more than it draws
    shape: str = ""  # of a bracket: the one that is drawn
    is_unnamed: bool = False  # its font program says nothing of it, and names most others
    bidi_class: BidiClass = "ON"
    is_plain: bool = False  # there is nothing to know but the text


def glyph_texts(glyphs: Sequence[Glyph]) -> dict[tuple[int, int], GlyphText]:
    """The text of each (font, code) of a page, and how sure it is."""
    keyed = {(glyph.font, glyph.code): glyph for glyph in PageGlyphs.of(glyphs).distinct}
    known = without_wrong_names(with_narrow_forms(keyed))
    plain = {key: _undisputed(glyph) for key, glyph in known.items()}
    texts = {key: text for key, (_, text) in plain.items()}
    if not all(found.kind in AGREEING for found, _ in plain.values()):
        both = {key: found for key, (found, _) in plain.items()}
        texts |= _decided_texts(glyphs, known, both)
    for key in _unnamed(plain):
        texts[key] = texts[key]._replace(is_unnamed=True, is_plain=False)
    return texts


def _decided_texts(
    glyphs: Sequence[Glyph],
    known: Mapping[tuple[int, int], GlyphEntry],
    both: Mapping[tuple[int, int], Comparison],
) -> dict[tuple[int, int], GlyphText]:
    """The texts of a page where glyphs of a font decide for others, if there are such."""
    disputed = {font for (font, _), found in both.items() if found.kind == "conflict"}
    of_font = {font: [g for g in glyphs if g.font == font] for font in disputed}
    decisions = {font: decision(own) for font, own in of_font.items()}
    decisions |= dict.fromkeys(_fonts_of_foreign_letters(both), PROGRAM)
    substitutes = _substitutes(both)
    if not (decisions or substitutes):
        return {}
    return {
        key: _glyph_text(
            substitutes.get((key[0], found.tounicode), found) if not found.program else found,
            known[key].program,
            decisions.get(key[0], TOUNICODE),
        )
        for key, found in both.items()
    }


def _fonts_of_foreign_letters(both: Mapping[tuple[int, int], Comparison]) -> list[int]:
    """The fonts whose ToUnicode has letters of another script for most of their letters.

    Some versions of Ghostscript write the bytes of characters in wrong places (`þ` for ت, `3` for
    a dash), so that its digits and signs are not those of the page either.
    """
    letters = Counter([font for (font, _), found in both.items() if found.program.isalpha()])
    foreign = Counter(
        [
            font
            for (font, _), (kind, text, program) in both.items()
            if kind == "program" and text != UNMAPPED and text and is_foreign(text, program)
        ]
    )
    return [font for font, n in foreign.items() if n >= MIN_FOREIGN and 2 * n > letters[font]]


def _unnamed(
    plain: Mapping[tuple[int, int], tuple[Comparison, GlyphText]],
) -> Iterator[tuple[int, int]]:
    """Glyphs read as one letter that a font program says nothing of, although it names most."""
    own = {key: found.program for key, (found, _) in plain.items() if found.kind != "named"}
    named = Counter([font for (font, _), program in own.items() if program])
    if not named:
        return
    glyphs = Counter([font for font, _ in plain])
    for (font, code), (found, _) in plain.items():
        is_letter = len(found.tounicode) == 1 and found.tounicode.isalpha()
        is_known = own.get((font, code)) or not is_letter
        if not is_known and named[font] > MOST_NAMED * glyphs[font]:
            yield font, code


def _substitutes(
    both: Mapping[tuple[int, int], Comparison],
) -> dict[tuple[int, str], Comparison]:
    """What a font's ToUnicode has for letters of another script, where its glyphs agree on it.

    A glyph that the font program does not name, such as a part of a ligature, is read so too.
    """
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for (font, _), (kind, text, program) in both.items():
        if kind == "program" and text != UNMAPPED and len(text) == len(program) == 1:
            found[font, text].add(program)
    return {
        (font, text): Comparison("program", text, next(iter(letters)))
        for (font, text), letters in found.items()
        if len(letters) == 1 and is_foreign(text, next(iter(letters)))
    }


def _undisputed(glyph: GlyphEntry) -> tuple[Comparison, GlyphText]:
    """How the sources of a glyph agree, and its text if its font is not disputed."""
    return _known_text(glyph.text, glyph.program, is_code=glyph.text == chr(glyph.code))


@lru_cache(maxsize=16384)
def _known_text(
    tounicode: str, program: ProgramText, *, is_code: bool
) -> tuple[Comparison, GlyphText]:
    found = compared_texts(tounicode, program, is_code=is_code)
    text = _glyph_text(found, program, TOUNICODE)
    if len(tounicode) == 1 < len(text.text) and text.text[0] != LAM:
        text = text._replace(is_ordered=True, is_plain=False)  # a presentation form
    return found, text


@lru_cache(maxsize=16384)
def _glyph_text(found: Comparison, by_program: ProgramText, decision: Decision) -> GlyphText:
    text = _text_and_flags(found, by_program, decision)
    if SEVERAL_WORDS.search(text.text) and text.text.strip() not in PHRASES:
        text = text._replace(is_uncertain=True)
    is_plain = not any(text[1:7])
    return text._replace(bidi_class=bidi_class_of(text.text), is_plain=is_plain)


def _text_and_flags(found: Comparison, by_program: ProgramText, decision: Decision) -> GlyphText:
    kind, text, program = found
    takes_program = decision.takes_program
    if kind == "skeleton":
        takes = takes_program and not DOTLESS & set(program)
        return GlyphText(program if takes else text)
    if kind == "program":
        is_uncertain = bool(DOTLESS & set(program))
        whole = unicodedata.normalize("NFD", text)
        whole = whole if len(whole) > len(unicodedata.normalize("NFD", program)) else ""
        return GlyphText(program, is_ordered=True, is_uncertain=is_uncertain, tounicode=whole)
    if kind == "bare":
        drawn = set(unicodedata.normalize("NFD", program))
        undrawn = [char for char in unicodedata.normalize("NFD", text) if char not in drawn]
        marks = "".join(undrawn)
        return GlyphText(program, is_ordered=True, undrawn=marks, tounicode=text)
    if kind == "sign":  # fonts draw signs that look alike with one glyph
        text = program if takes_program and decision.is_certain else text
    if kind == "named" and decision.is_wholesale:
        return GlyphText(program)
    if kind == "conflict":
        return GlyphText(program if takes_program else text, is_uncertain=not decision.is_certain)
    if text in MIRRORED:
        return GlyphText(text, shape=_shape(by_program, MIRRORED))
    if text in MIRRORED_SIGNS:
        return GlyphText(text, shape=_shape(by_program, MIRRORED_SIGNS))
    if decision.is_wholesale and not program and text.isalnum():
        return GlyphText(UNMAPPED)
    is_ordered = len(text) > 1 and text == program
    return GlyphText(text, is_ordered, is_uncertain=bool(DAMAGED.search(text)))


def _shape(program: ProgramText, mirrored: Mapping[str, str]) -> str:
    """Which of two mirrored characters a glyph draws, if the font program says so."""
    return next((char for char in program.unicode if char in mirrored), "")
