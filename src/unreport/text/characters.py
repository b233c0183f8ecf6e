"""Characters: the one normalisation that every reader applies to its text.

What conversions, fonts and keyboards do to UN documents is undone here, line by line: invisible
signs, presentation forms, tatweel that fills lines, detached tanween, Persian letters in Arabic
words, brackets turned round.  What carries meaning stays: `(هـ)`, `الـ77`, the slash between the
two names of a month, digits as printed.
"""

from __future__ import annotations

import re
import unicodedata

# Bidi controls, joiners, zero-width signs, and the control characters that Word fields leave.
INVISIBLE = dict.fromkeys(
    [
        *range(0x09),
        *range(0x0E, 0x1E),
        0x7F,
        0x061C,
        0xFEFF,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2065),
        *range(0x2066, 0x2070),
        *range(0xFFF9, 0xFFFC),
    ]
)
SPACES = dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
BREAKS = dict.fromkeys([0x0B, 0x85, 0x2028, 0x2029], "\n")
FIELDS = {0x1E: "\N{NON-BREAKING HYPHEN}", 0x1F: "\N{SOFT HYPHEN}"}  # as Word stores them
# Halves of characters, which no encoding can write: a text decoded with `surrogateescape` has them
HALVES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
PLAIN: dict[int, str | None] = {**INVISIBLE, **SPACES, **BREAKS, **FIELDS, **HALVES}

ODD = re.compile(f"[{re.escape(''.join(map(chr, PLAIN)))}]")
SOFT_HYPHEN = re.compile(r"\N{SOFT HYPHEN}(?![ \t]*(?:\n|\Z))")  # at a line's end it divides a word
PRESENTATION = re.compile(r"[\uFB00-\uFB06\uFB50-\uFD3D\uFD50-\uFDFF\uFE70-\uFEFC]+")
ISOLATED_MARK = re.compile(r"[ \u0640](?=[\u064B-\u0652])")  # what NFKC makes of U+FE70 and on

# Chromium and others name ideographs after radicals of the same shape: `⼤会` for 大会.  Unicode
# folds the Kangxi radicals itself; of the supplement, EquivalentUnifiedIdeograph.txt has these.
RADICALS = re.compile("[\u2e80-\u2fdf]+")
SUPPLEMENT = str.maketrans(
    "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
    "母民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
)

ARABIC = re.compile(r"[\u0621-\u064A]")
PERSIAN = re.compile(r"[\u06A9\u06AA\u06CC\u06BE\u06C0\u06C1\u06D5\u06F0-\u06F9]")
PERSIAN_ONLY = re.compile(r"[پچژگ]")
LOOKALIKE = str.maketrans("کڪیھۀہە۰۱۲۳۴۵۶۷۸۹", "ككيهةهه٠١٢٣٤٥٦٧٨٩")

# `الأمــم` fills a line; `(هـ)` is the fifth letter, `الـ77` joins a number: these stay.
FILLING = re.compile(r"(?<=[\u0621-\u064A\u064B-\u0652])\u0640+(?=[\u0621-\u063A\u0641-\u0652])")
# `أولا ً - مقدمة`, `مؤخر اً`
DETACHED = re.compile(r"(?<=[\u0621-\u064A])[ ]+(?=[\u064B-\u0652]|اً(?![\u0621-\u064A]))")

# `)أ(`: a bracket that closes before a word or opens after one is turned round
TURNED = re.compile(r"(?:^|(?<=\s))\)(?=[^\s.,،؛:;)])|(?<=[^\s(])\((?=[\s.,،؛:;)]|$)")
UPRIGHT = re.compile(r"(?:^|(?<=\s))\((?=[^\s.,،؛:;)])|(?<=[^\s(])\)(?=[\s.,،؛:;)]|$)")
BRACKETS = str.maketrans("()", ")(")


def normalise(text: str) -> str:
    r"""One spelling for text: NFC, no invisible signs, letters as letters.

    A soft hyphen at the end of a line stays, since it says that a word goes on in the next.

    >>> normalise("ﺍﻷﻤــﻢ ﺍﻟﻤﺘﺤﺪﺓ")
    'الأمم المتحدة'
    >>> normalise("أولا ً - مقدمة"), normalise("(هـ)"), normalise(")ﺃ( ﺩﻭﺭ")
    ('أولاً - مقدمة', '(هـ)', '(أ) دور')
    """
    if text.isascii() and text.isprintable():
        return text
    text = ODD.sub(_plain, text)
    if text.isascii():
        return text
    if PRESENTATION.search(text):
        text = PRESENTATION.sub(_letters, text)
    if RADICALS.search(text):
        text = RADICALS.sub(_ideographs, text)
    if "\N{SOFT HYPHEN}" in text:
        text = SOFT_HYPHEN.sub("", text)
    if ARABIC.search(text):
        text = "\n".join(map(_arabic, text.split("\n")))
    return unicodedata.normalize("NFC", text)


def _plain(match: re.Match[str]) -> str:
    return PLAIN[ord(match[0])] or ""


def _letters(match: re.Match[str]) -> str:
    return ISOLATED_MARK.sub("", unicodedata.normalize("NFKC", match[0]))


def _ideographs(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0].translate(SUPPLEMENT))


def _arabic(line: str) -> str:
    """Mend the Arabic of one line."""
    if PERSIAN.search(line) and not PERSIAN_ONLY.search(line):
        line = line.translate(LOOKALIKE)
    if "\u0640" in line:
        line = FILLING.sub("", line)
    line = DETACHED.sub("", line)
    if ")" in line and TURNED.search(line) and not UPRIGHT.search(line) and ARABIC.search(line):
        line = line.translate(BRACKETS)
    return line
