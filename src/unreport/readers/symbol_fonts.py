"""Unicode characters for the codes of symbol-encoded fonts (Symbol, Wingdings, Zapf Dingbats)."""

from __future__ import annotations

import re
import unicodedata

PRIVATE_CHARACTER = re.compile("[\uf000-\uf0ff]")
PRIVATE_USE = range(0xF000, 0xF100)  # private-use codes of symbol-encoded fonts in Word

# Adobe Symbol encoding from 0x20 in order; a space where the font has a bracket segment.  The
# asterisk operator is an asterisk, since it marks notes.
_SYMBOL_LOW = (
    " !∀#∃%&∍()*+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
SYMBOL = {
    **{0x20 + at: symbol_character for at, symbol_character in enumerate(_SYMBOL_LOW)},
    **{0xA0 + at: symbol_character for at, symbol_character in enumerate(_SYMBOL_HIGH)},
    0xF1: "〉",
    0xF2: "∫",
}

WINGDINGS = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x3C: "🖫", 0x46: "☞", 0x4A: "☺", 0x4C: "☹",
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒", 0x73: "⬧",
    0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "☒", 0x7A: "⌘", 0x9E: "·", 0x9F: "•",
    0xA0: "▪", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xB2: "✧", 0xD8: "➢", 0xDC: "➲",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧",
    0xF2: "⇩", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
WINGDINGS |= {0x80 + at: chr(0x24EA if not at else 0x245F + at) for at in range(11)}  # ⓪ … ⑩
WINGDINGS |= {0x8B + at: chr(0x24FF if not at else 0x2775 + at) for at in range(11)}  # ⓿ … ❿

WINGDINGS_2 = {0x50: "✓", 0x4F: "✗", 0x51: "☒", 0x52: "☑", 0x97: "•", 0xA3: "☐", 0x96: "•"}

# Unicode's block Dingbats has the characters of Zapf Dingbats in their order (ISO 32000-1, D.6),
# but for those that other blocks had before.
ZAPF_DINGBATS = {
    **{code: chr(0x2701 + at) for at, code in enumerate(range(0x21, 0x7F))},
    **{code: chr(0x2761 + at) for at, code in enumerate(range(0xA1, 0xA8))},
    **{code: chr(0x2460 + at) for at, code in enumerate(range(0xAC, 0xB6))},
    **{code: chr(0x2776 + at) for at, code in enumerate(range(0xB6, 0xD5))},
    **{code: chr(0x2798 + at) for at, code in enumerate(range(0xD8, 0xF0))},
    **{code: chr(0x27B1 + at) for at, code in enumerate(range(0xF1, 0xFF))},
    0x20: " ", 0x25: "☎", 0x2A: "☛", 0x2B: "☞", 0x48: "★", 0x6C: "●", 0x6E: "■", 0x73: "▲",
    0x74: "▼", 0x75: "◆", 0x77: "◗", 0xA8: "♣", 0xA9: "♦", 0xAA: "♥", 0xAB: "♠", 0xD5: "→",
    0xD6: "↔", 0xD7: "↕",
}  # fmt: skip

FONTS: dict[str, dict[int, str]] = {
    "symbol": SYMBOL,
    "wingdings": WINGDINGS,
    "wingdings 2": WINGDINGS_2,
    "zapf dingbats": ZAPF_DINGBATS,
}
POSTSCRIPT_NAME = re.compile(
    r"(symbol|wingdings|(?:itc)?zapfdingbats)( ?2)?(?:mt|-regular)?", re.IGNORECASE
)


def symbol_font(postscript_name: str) -> str:
    """The name in `FONTS` of the font with a PostScript name; "" if it is none of them.

    >>> symbol_font("ABCDEF+SymbolMT"), symbol_font("Wingdings2"), symbol_font("Arial")
    ('symbol', 'wingdings 2', '')
    """
    found = POSTSCRIPT_NAME.fullmatch(postscript_name.rpartition("+")[2].partition(",")[0])
    if found is None:
        return ""
    name = found[1].lower()
    if name.endswith("zapfdingbats"):
        name = "zapf dingbats"
    name += " 2" if found[2] else ""
    return name if name in FONTS else ""


def symbol_character(code: int, font: str | None) -> str:
    """The Unicode character for a code of a symbol-encoded font.

    Other fonts with private-use codes, such as bar code fonts, encode plain characters: the low
    byte is the character code.

    >>> symbol_character(0xF0B7, "Symbol"), symbol_character(0xF0FC, "Wingdings")
    ('•', '✓')
    """
    low = code - PRIVATE_USE.start if code in PRIVATE_USE else code
    table = FONTS.get((font or "").lower())
    if table is None:
        control = unicodedata.category(chr(low)) == "Cc"
        return chr(code) if control else chr(low)
    return table.get(low, chr(low) if code not in PRIVATE_USE else chr(code))


def decode_symbol_text(text: str, font: str | None) -> str:
    """Replace the private-use codes of symbol fonts in a text by Unicode characters."""
    if not PRIVATE_CHARACTER.search(text):
        return text
    return "".join(symbol_character(ord(c), font) if ord(c) in PRIVATE_USE else c for c in text)
