"""The Cork encoding (T1) of TeX, for bitmap fonts whose glyphs are named by their codes.

TeX writes its bitmap fonts as Type 3 fonts with the glyph names `a0` to `a255`.  They say nothing
of characters, and such a font has no base encoding (ISO 32000-1, 9.6.5).  Older fonts of TeX have
128 glyphs; those with more that are of Latin letters are in the Cork encoding.  Other programs name
the glyphs of other encodings so, and fonts of TeX may be in one of Cyrillic (T2A): a file must be
by TeX, and letters above ASCII are doubtful but in known words.
"""

from __future__ import annotations

from collections.abc import Mapping

OLDER_CODES = 0x80  # of the fonts of TeX before 1990
_LOW = "`´ˆ˜¨˝˚ˇ˘¯˙¸˛‚‹›“”„«»–—\u200c0ıȷ"
_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl")
_UPPER = "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§"
_LOWER = "ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£"
_OTHERS = {0x27: "’", 0x60: "‘", 0x7F: "-", 0xD0: "Đ", 0xD7: "Œ", 0xDF: "SS", 0xF7: "œ", 0xFF: "ß"}
CORK: Mapping[int, str] = {
    **dict(enumerate((*_LOW, *_LIGATURES))),
    **{code: chr(code) for code in (*range(0x20, 0x7F), *range(0xC0, 0x100))},
    **dict(enumerate((*_UPPER, *_LOWER), start=OLDER_CODES)),
    **_OTHERS,
}
"""The characters of all codes of the Cork encoding.

>>> CORK[0x1C], CORK[0xE9], CORK[0xFF]
('fi', 'é', 'ß')
"""


def is_named_by_codes(names: Mapping[int, str]) -> bool:
    """Whether the glyph names of an encoding are numbers of codes, of more than older fonts have.

    >>> is_named_by_codes({97: "a97", 233: "a233"}), is_named_by_codes({97: "a97"})
    (True, False)
    """
    named = {code: name for code, name in names.items() if name != ".notdef"}
    return any(code >= OLDER_CODES for code in named) and all(
        name == f"a{code}" for code, name in named.items()
    )
