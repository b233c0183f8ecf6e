"""Forms that one character has in Arabic and in Persian: digits, final yeh.

Fonts for both languages draw most of them alike (Unicode Standard, 9.2), so that a PDF may have
one for the other.
"""

from __future__ import annotations

import re

WORD_END = "(?![\u0621-\u06d3])"
ARABIC_DIGITS, PERSIAN_DIGITS = re.compile("[\u0660-\u0669]"), re.compile("[\u06f0-\u06f9]")
ARABIC_SHAPES, PERSIAN_SHAPES = re.compile("[\u0664-\u0666]"), re.compile("[\u06f4-\u06f6]")
"""The digits 4 to 6, which have shapes of their own in each language."""
DOTTED_FINAL_YEH = re.compile(f"\u064a{WORD_END}")
FINAL_YEH = re.compile(f"[\u0649\u064a]{WORD_END}")
"""Final yeh of Arabic with its dots or without, which is also alef maksura."""
FINAL_FARSI_YEH = re.compile(f"(?<![\u0621-\u0652])([\u0621-\u0652]*+)\u06cc{WORD_END}")
"""Final Farsi yeh, with the letters before it as a group."""
