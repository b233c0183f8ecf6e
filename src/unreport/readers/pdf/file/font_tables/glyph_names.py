"""The characters of glyph names: Adobe's glyph list, and the names of TeX's mathematical fonts.

Adobe Glyph List Specification, section 2.  The list maps names of typographic variants, such as
`oneoldstyle` and `Asmall`, to characters for private use that Adobe has given up since; here they
are the characters that the variants are of.  Computer Modern and the fonts of the AMS have names
for signs that the list lacks, `angbracketleft`, and for their sizes, `parenleftBigg`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pdfminer.encodingdb import name2unicode

LEAST_WORD = 4  # letters of a glyph name
SIZE = re.compile("(?:[bB]igg?|text|display|wider?|widest)$")
"""What the names of the extension font have behind a sign: `summationdisplay`."""

_NAMES = """
angbracketleft ⟨ angbracketright ⟩ arrowbothv ↕ arrowdblbothv ⇕ arrowhookleft ↪ arrowhookright ↩
arrowleftbothalf ↽ arrowlefttophalf ↼ arrownortheast ↗ arrownorthwest ↖ arrowrightbothalf ⇁
arrowrighttophalf ⇀ arrowsoutheast ↘ arrowsouthwest ↙ bardbl ∥ ceilingleft ⌈ ceilingright ⌉
circlecopyrt ○ circledivide ⊘ circledot ⊙ circleminus ⊖ coproduct ∐ diamondmath ⋄ epsilon1 ϵ
equivasymptotic ≍ flat ♭ floorleft ⌊ floorright ⌋ follows ≻ followsequal ⪰ greatermuch ≫
greaterorequalslant ⩾ intersectionsq ⊓ latticetop ⊤ lessmuch ≪ lessorequalslant ⩽ lscript ℓ
maltese ✠ mapsto ↦ natural ♮ negationslash ̸ owner ∋ perthousandzero 0 precedesequal ⪯ prime ′
rho1 ϱ sharp ♯ similarequal ≃ slurabove ⌢ slurbelow ⌣ square □ squaresolid ■ star ⋆
subsetsqequal ⊑ supersetsqequal ⊒ tie ⁀ triangle △ triangleinv ▽ triangleleft ◁ triangleright ▷
turnstileleft ⊢ turnstileright ⊣ unionmulti ⊎ unionsq ⊔ vector ⃗ vextenddouble ‖ vextendsingle |
visiblespace ␣ wreathproduct ≀
"""
TEX_NAMES: Mapping[str, str] = dict(zip(_NAMES.split()[::2], _NAMES.split()[1::2], strict=True))
_SUPERIOR = dict(zip(range(0xF6E9, 0xF6F4), "abdeilmorst", strict=True))
_PUNCTUATION = dict(zip(range(0xF6DF, 0xF6E9), "¢¢,,$$--..", strict=True))
_BRACKET_PIECES = dict(
    zip(range(0xF8EB, 0xF8FF), "⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪⎮⎞⎟⎠⎤⎥⎦⎫⎬⎭", strict=True),
)
_SMALL = {0xF700 + code: chr(code) for code in (*range(0x21, 0x7B), *range(0xA1, 0x100))}
CORPORATE_USE: Mapping[int, str] = {
    0xF6BE: "ȷ",
    0xF6D9: "©",
    0xF6DA: "®",
    0xF6DB: "™",
    0xF6DC: "1",
    0xF6DE: "—",
    0xF8E8: "®",
    0xF8E9: "©",
    0xF8EA: "™",
    **_SUPERIOR,
    **_PUNCTUATION,
    **_BRACKET_PIECES,
    **_SMALL,
}
"""The characters of Adobe's code points for private use (U+F6BE to U+F8FE), by variant."""


def glyph_name_text(name: str) -> str:
    """The characters of a glyph name; `KeyError` or `ValueError` if it stands for none.

    >>> [glyph_name_text(name) for name in ("oneoldstyle", "f_f_i", "angbracketleftBig")]
    ['1', 'ffi', '⟨']
    """
    own = TEX_NAMES.get(name) or TEX_NAMES.get(SIZE.sub("", name))
    if own is not None:
        return own
    try:
        text = str(name2unicode(name))
    except (KeyError, ValueError):
        text = str(name2unicode(SIZE.sub("", name)))
    return text.translate(CORPORATE_USE)


def named_text(name: str) -> str | None:
    """The characters of a glyph name; "" if it has none, None if the name says nothing.

    A name of no list that is a word, `slurabovetop`, is that of another character than the
    code has in a standard encoding; `g12` or `c54` is a number, and may be of any.

    >>> named_text("afii10076"), named_text("slurabovetop"), named_text("g54")
    ('к', '', None)
    """
    try:
        return glyph_name_text(name)
    except (KeyError, ValueError, OverflowError):
        return "" if len(name) >= LEAST_WORD and name.isalpha() else None
