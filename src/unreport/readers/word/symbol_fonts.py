"""Symbol fonts: which character stands behind a code of Symbol or Wingdings."""

from __future__ import annotations

PRIVATE = range(0xF000, 0xF100)  # where Word keeps the codes of fonts with an encoding of their own

# Adobe's Symbol encoding from 0x20, row by row; a space where the font has a piece of a bracket.
_SYMBOL_LOW = (
    " !∀#∃%&∍()∗+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
SYMBOL = {
    **{0x20 + at: sign for at, sign in enumerate(_SYMBOL_LOW)},
    **{0xA0 + at: sign for at, sign in enumerate(_SYMBOL_HIGH)},
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

FONTS: dict[str, dict[int, str]] = {
    "symbol": SYMBOL,
    "wingdings": WINGDINGS,
    "wingdings 2": WINGDINGS_2,
}


def sign(code: int, font: str | None) -> str:
    """The character that a code shows in a font with an encoding of its own.

    Bar code fonts and the like draw plain characters; their code is the character's.

    >>> sign(0xF0B7, "Symbol"), sign(0xF02A, "C39T30Lfz"), sign(0xF0FC, "Wingdings")
    ('•', '*', '✓')
    """
    low = code - PRIVATE.start if code in PRIVATE else code
    table = FONTS.get((font or "").lower())
    if table is None:
        return chr(low) if code not in PRIVATE or 0x20 <= low < 0x7F or low > 0x9F else chr(code)  # noqa: PLR2004
    return table.get(low, chr(low) if code not in PRIVATE else chr(code))


def plain(text: str, font: str | None) -> str:
    """Text with the codes of symbol fonts read; other text stays as it is."""
    if not any(ord(character) in PRIVATE for character in text):
        return text
    return "".join(sign(ord(c), font) if ord(c) in PRIVATE else c for c in text)
