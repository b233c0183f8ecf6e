"""How the two sources of a glyph's text agree: its ToUnicode value and the embedded font program.

Where they differ, the difference itself mostly decides: an ASCII sign against an Arabic ligature is
a code that was taken for a letter; two letters against the same in reverse are a ligature in visual
order.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from unreport.readers.pdf.bidi.letters import (
    MIRRORED,
    MIRRORED_SIGNS,
    UNMAPPED,
    bidi_class_of,
    glyph_letters,
)
from unreport.readers.pdf.file.font_programs import ProgramText
from unreport.readers.pdf.file.glyphs import Glyph
from unreport.readers.pdf.file.page_glyphs import GlyphEntry

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
ARABIC_MARKS = re.compile("[\u064b-\u0655\u0670]+")
LAM, LOW_SHADDA = 0x44, 0x51  # the low bytes of U+0644 and U+0651
VOWELS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650")  # before a shadda, in canonical order
LATIN_LIGATURES = frozenset("ff fi fl ffi ffl fj fb fh fk ft tf st ct ti tt tti th".split())
LATIN_SUMS = {"fÏ": "ffi", "fÒ": "ffl"}
"""Three letters of which Ghostscript has added the first to the last."""
DOTLESS = frozenset("\u066e\u066f\u06a1\u06ba\u06d0")
"""Letter skeletons, whose dots are drawn by separate glyphs in some fonts."""

LATIN_EXTENDED_B = frozenset(map(chr, range(0x180, 0x250)))

Kind: TypeAlias = Literal["agreed", "program", "bare", "skeleton", "sign", "conflict", "named"]
"""`named`: the glyph name alone has another character, which few fonts are wrong about."""


class Comparison(NamedTuple):
    """What the two sources say of one glyph."""

    kind: Kind
    tounicode: str
    program: str = ""  # "" if it says nothing


def compared(glyph: Glyph | GlyphEntry) -> Comparison:
    """How the ToUnicode value of a glyph and its font program agree."""
    is_code = glyph.text == chr(glyph.code)
    return compared_texts(glyph.text, glyph.program, is_code=is_code)


@lru_cache(maxsize=16384)
def compared_texts(tounicode: str, program: ProgramText, *, is_code: bool) -> Comparison:
    """How a ToUnicode value agrees with a font program; `is_code`: it is the code itself."""
    text = glyph_letters(with_right_bytes(tounicode))
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
    return _unrelated(text, best, has_cmap=bool(by_cmap))


def _unrelated(text: str, other: str, *, has_cmap: bool) -> Comparison:
    """What the two sources say that have different characters."""
    if len(text) != 1 or len(other) != 1 or _is_legacy(text, other) or _is_unused(text, other):
        return Comparison("agreed", text)
    if not has_cmap:
        return Comparison("named", text, other)
    return Comparison("conflict" if _are_letters(text, other) else "sign", text, other)


def with_right_bytes(text: str) -> str:
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
        letter = chr(256 * high[0] + low[1] - LOW_SHADDA)
        if text[0] in VOWELS and "\u0621" <= letter <= "\u064a":
            return f"{letter}{text[0]}\u0651"  # its letter added to the shadda
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
    if is_foreign(text, other) or _has_lost_dots(text, other) or _is_arabic_mark(text, other):
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


def is_foreign(text: str, other: str) -> bool:
    """Whether letters of another script than Latin have a sign or a Latin letter in ToUnicode."""
    script = _script(other)
    return (
        bool(script)
        and all(_script(char) != script for char in text)
        and not any(map(_script, text))
        and not unicodedata.combining(text[0])
    )


def _is_arabic_mark(text: str, other: str) -> bool:
    """Whether an Arabic combining mark has a Latin letter, a digit or a sign in ToUnicode."""
    return bool(ARABIC_MARKS.fullmatch(other)) and "\x20" < text < "\u0250"


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


def _is_unused(text: str, other: str) -> bool:
    """Whether a font has a Latin letter that no language of the six has for a sign.

    Liberation Serif has U+0245 (turned V) beside U+2011 for the glyph of the hyphen, and a subset
    may be left with the letter alone.
    """
    return other in LATIN_EXTENDED_B and not text.isalnum() and text.isprintable()


def _script(text: str) -> str:
    """The script of a text's first letter, for scripts other than Latin."""
    for char in text:
        if char.isalpha() and char > "\u036f":
            return unicodedata.name(char, "").partition(" ")[0]
    return ""


def _same_skeleton(one: str, other: str) -> bool:
    return one == other or SKELETON.get(one, one) == SKELETON.get(other, other)
