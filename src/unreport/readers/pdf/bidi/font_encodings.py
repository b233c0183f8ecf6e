"""The text of glyphs by two sources: ToUnicode and the embedded font program.

Where they differ, the difference itself mostly decides: an ASCII sign against an Arabic ligature is
a code that was taken for a letter; two letters against the same in reverse are a ligature in visual
order.  Where both give plausible letters or digits, the page decides for the whole font: digits by
the order of their glyphs in the font, letters by bigrams.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from unreport.readers.pdf.bidi.fullwidth_forms import with_narrow_forms
from unreport.readers.pdf.bidi.glyph_names import without_wrong_names
from unreport.readers.pdf.bidi.letters import (
    MIRRORED,
    MIRRORED_SIGNS,
    UNMAPPED,
    BidiClass,
    bidi_class_of,
    glyph_letters,
)
from unreport.readers.pdf.file.font_programs import ProgramText
from unreport.readers.pdf.file.glyphs import Glyph
from unreport.readers.pdf.file.page_glyphs import GlyphEntry, PageGlyphs
from unreport.readers.pdf.spelling.bigrams import BIGRAMS

MIN_BIGRAMS = 12  # of a font on a page, for a decision by spelling
COMMON_BIGRAM = 0.0025  # share of words from which a bigram counts as one of the language
CLEAR_LEAD = 0.1  # between the shares of such bigrams
MIN_DIGITS = 2
MOST_NAMED = 0.7  # share of the glyphs of a font on a page that its program names
MIN_AGREED = 6  # glyphs of a font, from which its program is taken for one that is right
SKELETONS = (
    "اأإآٱ", "بتثنيىئپ\u066e\u06ba\u06cc\u0649\u06d0", "جحخچ", "دذ", "رزژ", "سش", "صض", "طظ", "عغ",
    "فقڤ\u06a1\u066f", "كک\u06aaگ", "هةەھہۀ", "وؤ",
)  # fmt: skip
SKELETON = {letter: group[0] for group in SKELETONS for letter in group}
NO_TEXT = re.compile("[\ue000-\uf8ff\ufbb2-\ufbc1]")  # private use; dots drawn apart
PRIVATE = re.compile("[\ue000-\uefff]+")
"""Private use, for glyphs that have no character; symbol fonts have theirs from U+F000 on."""
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]+")
FARSI_YEH, ALEF_MAKSURA = "\N{ARABIC LETTER FARSI YEH}", "\N{ARABIC LETTER ALEF MAKSURA}"
USUAL = {FARSI_YEH: ALEF_MAKSURA, "\N{MODIFIER LETTER APOSTROPHE}": "’"}
"""Of two characters that a font draws with one glyph, the one that the six languages have."""
DOTTED = {
    FARSI_YEH: "ي", ALEF_MAKSURA: "ي", "ه": "ة", "ح": "جخ", "د": "ذ", "ر": "ز", "س": "ش", "ص": "ض",
    "ط": "ظ", "ع": "غ",
}  # fmt: skip
LAM = 0x44  # the low byte of U+0644
DAMAGED = re.compile("[\u0600-\u06ff][\u2100-\u2bff\u2e80-\ud7ff]")
"""Characters of one glyph that no font can have together."""
LATIN_LIGATURES = frozenset("ff fi fl ffi ffl fj fb fh fk ft tf st ct ti tt tti th".split())
LATIN_SUMS = {"fÏ": "ffi", "fÒ": "ffl"}
"""Three letters of which Ghostscript has added the first to the last."""
DOTLESS = frozenset("\u066e\u066f\u06a1\u06ba\u06d0")
"""Letter skeletons, whose dots are drawn by separate glyphs in some fonts."""

Kind: TypeAlias = Literal["agreed", "program", "bare", "skeleton", "sign", "conflict"]


class Comparison(NamedTuple):
    """What the two sources say of one glyph."""

    kind: Kind
    tounicode: str
    program: str = ""  # "" if it says nothing


class Decision(NamedTuple):
    """Which source is right where both of a font are plausible."""

    takes_program: bool
    is_certain: bool
    is_wholesale: bool = False  # most of the font's ToUnicode is wrong


TOUNICODE = Decision(takes_program=False, is_certain=True)


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


def compared(glyph: Glyph | GlyphEntry) -> Comparison:
    """How the ToUnicode value of a glyph and its font program agree."""
    is_code = glyph.text == chr(glyph.code)
    return _compared(glyph.text, glyph.program, is_code=is_code)


@lru_cache(maxsize=16384)
def _compared(tounicode: str, program: ProgramText, *, is_code: bool) -> Comparison:
    text = glyph_letters(_with_right_bytes(tounicode))
    by_cmap = [t for t in map(glyph_letters, program.unicode) if _is_text(t)]
    by_name = glyph_letters(program.name) if program.name else ""
    known = [*by_cmap, by_name] if _is_text(by_name) else by_cmap
    if known and NO_TEXT.search(tounicode):
        return Comparison("program", UNMAPPED, _preferred(known))
    if not known or not (text or CONTROLS.fullmatch(tounicode)):
        return Comparison("agreed", UNMAPPED if PRIVATE.fullmatch(text) else text)
    best = _preferred(known)
    if text == UNMAPPED or (not text and CONTROLS.fullmatch(tounicode)):
        return Comparison("program", text, best)
    if USUAL.get(text) in known:
        text = USUAL[text]
    if text in known:
        return Comparison("agreed", text, text)
    if is_code and by_cmap and not text.isascii():
        return Comparison("program", text, best)  # the code itself, by an Identity ToUnicode
    for other in sorted(known, key=FARSI_YEH.__eq__):
        if kind := _related(text, other):
            return Comparison(kind, text, other)
    if not by_cmap or len(text) != 1 or len(best) != 1 or _is_legacy(text, best):
        return Comparison("agreed", text)
    return Comparison("conflict" if _are_letters(text, best) else "sign", text, best)


def _with_right_bytes(text: str) -> str:
    """A ToUnicode value of several characters, some of whose bytes Ghostscript has misplaced.

    It writes `06 44 44 23` for `06 44 06 23` (لأ), and `74 00 69 00` for `00 74 00 69` (ti).
    """
    high, low = zip(*(divmod(ord(char), 256) for char in text), strict=True) if text else ((), ())
    if len(text) < 2:  # noqa: PLR2004 - two characters
        return text
    if text not in LATIN_LIGATURES and text[::-1] in LATIN_LIGATURES:
        return text[::-1]  # in visual order, as letters of Arabic ligatures are in some files
    if not any(low) and all(map(_is_latin, map(chr, high))):
        return LATIN_SUMS.get("".join(map(chr, high)), "".join(map(chr, high)))
    if len(text) == 2 and high[1] == low[0] != high[0]:  # noqa: PLR2004
        second = chr(256 * high[0] + low[1])
        if "\u0621" <= second <= "\u0652":
            return text[0] + second
        mark = chr(256 * high[0] + low[1] - LAM)  # a lam-alef with a mark, its lam added to that
        if text[0] in "اأإآ" and "\u064b" <= mark <= "\u0652":
            return f"ل{text[0]}{mark}"
    return text


def _is_latin(char: str) -> bool:
    return "LATIN" in unicodedata.name(char, "")


def _is_text(text: str) -> bool:
    return bool(text) and text != UNMAPPED and not NO_TEXT.search(text)


def _are_letters(text: str, other: str) -> bool:
    """Whether one of two characters is a letter, digit or mark: only one can be on the page."""
    return any(char.isalnum() or unicodedata.combining(char) for char in (text, other))


def _preferred(known: list[str]) -> str:
    """Of several characters of one glyph the one of the six languages."""
    usual = [
        text
        for text in known
        if all("\u0621" <= char <= "\u0669" or char <= "\u00ac" for char in text)
    ]
    return (usual or known)[0]


def _related(text: str, other: str) -> Kind | None:
    """The kind of a difference that decides itself, if it does."""
    if other in {MIRRORED.get(text), MIRRORED_SIGNS.get(text)}:
        return "agreed"
    if text.isalnum() and not (other.isalnum() or unicodedata.combining(other[0])):
        return "skeleton"  # an old font may have letters and digits in the places of signs
    if text.isdecimal() and other.isdecimal() and int(text) == int(other):
        return "skeleton"  # some Arabic fonts draw both sets of digits with one
    if _is_foreign(text, other) or _has_lost_dots(text, other):
        return "program"
    plain, drawn = unicodedata.normalize("NFD", text), unicodedata.normalize("NFD", other)
    if sorted(plain) == sorted(drawn):
        return "program"
    if bidi_class_of(other) in {"R", "M"} and set(drawn) < set(plain):
        rest = set(plain) - set(drawn)
        if unicodedata.combining(drawn[0]):
            return "program"  # a mark that ToUnicode maps to its letter too
        return "bare" if all(map(unicodedata.combining, rest)) else "agreed"
    if set(plain) < set(drawn):
        return "program"  # a ligature, or a letter with a mark, that ToUnicode maps to a part
    if len(text) != len(other) or not all(map(_same_skeleton, text, other)):
        return None
    return "program" if len(drawn) > len(plain) else "skeleton"  # ToUnicode has lost a hamza


def _is_foreign(text: str, other: str) -> bool:
    """Whether letters of another script than Latin have a sign or a Latin letter in ToUnicode."""
    script = _script(other)
    return (
        bool(script)
        and all(_script(char) != script for char in text)
        and not any(map(_script, text))
        and not unicodedata.combining(text[0])
    )


def _has_lost_dots(text: str, other: str) -> bool:
    """Whether ToUnicode has a letter without the dots that its glyph has: `ى` for `ي`.

    The reverse says nothing: a font may draw the dots of a letter apart.
    """
    if text in DOTTED:
        return other in DOTTED[text]
    return text in DOTLESS and other not in DOTLESS and _same_skeleton(text, other)


def _is_legacy(text: str, other: str) -> bool:
    """Whether an old font has other letters, or digits, in the places of Latin letters."""
    is_latin = other.isalpha() and not _script(other)
    return is_latin and (bool(_script(text)) or (text.isdecimal() and not other.isascii()))


def _script(text: str) -> str:
    """The script of a text's first letter, for scripts other than Latin."""
    for char in text:
        if char.isalpha() and char > "\u036f":
            return unicodedata.name(char, "").partition(" ")[0]
    return ""


def _same_skeleton(one: str, other: str) -> bool:
    return one == other or SKELETON.get(one, one) == SKELETON.get(other, other)


# --- decisions for a font -------------------------------------------------------------------------


def glyph_texts(glyphs: Sequence[Glyph]) -> dict[tuple[int, int], GlyphText]:
    """The text of each (font, code) of a page, and how sure it is."""
    keyed = {(glyph.font, glyph.code): glyph for glyph in PageGlyphs.of(glyphs).distinct}
    known = without_wrong_names(with_narrow_forms(keyed))
    plain = {key: _undisputed(glyph) for key, glyph in known.items()}
    both = {key: found for key, (found, _) in plain.items()}
    disputed = {font for (font, _), found in both.items() if found.kind == "conflict"}
    of_font = {font: [g for g in glyphs if g.font == font] for font in disputed}
    decisions = {font: _decision(own) for font, own in of_font.items()}
    substitutes = _substitutes(both)
    texts = {key: text for key, (_, text) in plain.items()}
    if decisions or substitutes:
        texts = {
            key: _glyph_text(
                substitutes.get((key[0], found.tounicode), found) if not found.program else found,
                known[key].program,
                decisions.get(key[0], TOUNICODE),
            )
            for key, found in both.items()
        }
    for key in _unnamed(both):
        texts[key] = texts[key]._replace(is_unnamed=True, is_plain=False)
    return texts


def _unnamed(both: Mapping[tuple[int, int], Comparison]) -> Iterator[tuple[int, int]]:
    """Glyphs read as one letter that a font program says nothing of, although it names most."""
    glyphs = Counter(font for font, _ in both)
    named = Counter(font for (font, _), found in both.items() if found.program)
    for (font, code), found in both.items():
        is_known = found.program or len(found.tounicode) != 1 or not found.tounicode.isalpha()
        if not is_known and named[font] > MOST_NAMED * glyphs[font]:
            yield font, code


def _substitutes(both: dict[tuple[int, int], Comparison]) -> dict[tuple[int, str], Comparison]:
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
        if len(letters) == 1 and _is_foreign(text, next(iter(letters)))
    }


def _undisputed(glyph: GlyphEntry) -> tuple[Comparison, GlyphText]:
    """How the sources of a glyph agree, and its text if its font is not disputed."""
    return _known_text(glyph.text, glyph.program, is_code=glyph.text == chr(glyph.code))


@lru_cache(maxsize=16384)
def _known_text(
    tounicode: str, program: ProgramText, *, is_code: bool
) -> tuple[Comparison, GlyphText]:
    found = _compared(tounicode, program, is_code=is_code)
    return found, _glyph_text(found, program, TOUNICODE)


@lru_cache(maxsize=16384)
def _glyph_text(found: Comparison, by_program: ProgramText, decision: Decision) -> GlyphText:
    text = _text_and_flags(found, by_program, decision)
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


def _decision(glyphs: list[Glyph]) -> Decision:
    """Which source is right for a font, by its digits, else by bigrams; else its font program."""
    both = {glyph.code: compared(glyph) for glyph in glyphs}
    digits = {
        code: found
        for code, found in both.items()
        if found.tounicode.isdecimal() or found.program.isdecimal()
    }
    if any(found.kind == "conflict" for found in digits.values()):
        program = _is_sequence((code, d.program or d.tounicode) for code, d in digits.items())
        tounicode = _is_sequence((code, d.tounicode) for code, d in digits.items())
        if program != tounicode:
            return Decision(program, is_certain=True)
    by_tounicode, by_program = _bigram_shares(glyphs)
    kinds = Counter(found.kind for found in both.values() if found.program)
    is_wholesale = kinds["conflict"] > kinds["agreed"]
    if abs(by_program - by_tounicode) > CLEAR_LEAD:
        takes_program = by_program > by_tounicode
        return Decision(takes_program, is_certain=True, is_wholesale=takes_program and is_wholesale)
    is_certain = kinds["agreed"] + kinds["program"] >= MIN_AGREED
    return Decision(takes_program=True, is_certain=is_certain)


def _is_sequence(digits: Iterable[tuple[int, str]]) -> bool:
    """Whether digits have consecutive glyphs in the order of their values."""
    starts: dict[int, list[int]] = defaultdict(list)  # code point of a script's zero -> its glyph
    for code, digit in digits:
        if not digit.isdecimal() or len(digit) > 1:
            return False
        starts[ord(digit) - int(digit)].append(code - int(digit))
    enough = any(len(codes) >= MIN_DIGITS for codes in starts.values())
    return enough and all(len(set(codes)) == 1 for codes in starts.values())


def _bigram_shares(glyphs: list[Glyph]) -> tuple[float, float]:
    """The shares of bigrams with a disputed letter that are common, by each source."""
    by_tounicode: list[str] = []
    by_program: list[str] = []
    found = [(glyph.order, compared(glyph)) for glyph in glyphs]
    for (order, first), (after, second) in pairwise(found):
        if after - order == 1 and "conflict" in {first.kind, second.kind}:
            by_tounicode.append(first.tounicode + second.tounicode)
            by_program.append(
                (first.program or first.tounicode) + (second.program or second.tounicode)
            )
    return _common_share(by_tounicode), _common_share(by_program)


def _common_share(bigrams: list[str]) -> float:
    """The share of bigrams that are common, in the better direction; 0 if there are too few."""
    forward = backward = total = 0
    for bigram in bigrams:
        if not bigram.isspace() and " " not in bigram:
            total += 1
            usual = BIGRAMS[_bigram_script(bigram[0])]
            forward += usual.get(bigram, 0.0) >= COMMON_BIGRAM
            backward += usual.get(bigram[::-1], 0.0) >= COMMON_BIGRAM
    return max(forward, backward) / total if total >= MIN_BIGRAMS else 0.0


def _bigram_script(letter: str) -> str:
    if "\u0621" <= letter <= "\u06ff":
        return "Arabic"
    return "Cyrillic" if "\u0400" <= letter <= "\u04ff" else "Latin"
