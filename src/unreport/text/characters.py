"""Character normalization, applied by every reader to its text.

It removes what conversions, fonts and keyboards have put into UN documents: invisible characters,
presentation forms, tatweel used for justification, detached tanween and teh marbuta, Persian
letters in Arabic words, mirrored brackets.  Distinctive characters are kept: `(هـ)`, `الـ77`, the
slash between the two names of a month, the digits of each script.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import regex

from unreport.text.lazy_patterns import lazy_pattern

# The hyphen last: at the end of a character class
BULLETS = "•●▪◦‣⁃·∙■□◻◼○◆◇◊❍❏❑❒❖⧫⬥⬧▫►▶▸▹▻➔➜➞➡➢➣➤❯✓✔☐☑✦★☆⚫◉◎⦿⬤▲△▷→⇒☞✗✘\uf0b7\uf0a7\uf0d8*‒–—―−-"
"""Signs before the items of a list that is not numbered."""

# Bidi controls, joiners, zero-width characters, and the control characters of Word fields.
IGNORABLE = dict.fromkeys(
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
LINE_SEPARATORS = dict.fromkeys([0x0B, 0x85, 0x2028, 0x2029], "\n")
WORD_HYPHENS = {0x1E: "\N{NON-BREAKING HYPHEN}", 0x1F: "\N{SOFT HYPHEN}"}  # in Word's binary format
# Lone surrogates, which no encoding can write: text decoded with `surrogateescape` contains them
SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
REPLACEMENTS: dict[int, str | None] = {
    **IGNORABLE,
    **SPACES,
    **LINE_SEPARATORS,
    **WORD_HYPHENS,
    **SURROGATES,
}


def character_ranges(code_points: Iterable[int]) -> str:
    r"""The ranges of a character class that has some code points.

    >>> character_ranges([0x41, 0x42, 0x43, 0x5D])
    '\\U00000041-\\U00000043\\U0000005d-\\U0000005d'
    """
    ranges: list[list[int]] = []
    for point in sorted(code_points):
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


REPLACEABLE = lazy_pattern(f"[{character_ranges(REPLACEMENTS)}]")
SOFT_HYPHEN = lazy_pattern(
    r"\N{SOFT HYPHEN}(?![ \t]*(?:\n|\Z))"
)  # at a line's end it is hyphenation
PRESENTATION_FORMS = lazy_pattern(r"[\uFB00-\uFB06\uFB50-\uFD3D\uFD50-\uFDFF\uFE70-\uFEFC]+")
ISOLATED_MARK = lazy_pattern(r"[ \u0640](?=[\u064B-\u0652])")  # the NFKC of U+FE70 to U+FE7F

# PDF producers, Chromium among them, map ideographs to radicals of the same shape: `⼤会` for 大会.
# NFKC folds the Kangxi radicals; for the supplement, EquivalentUnifiedIdeograph.txt has these.  The
# one of 戶, its traditional form, is drawn as 户 in fonts of simplified Chinese.
RADICALS = lazy_pattern("[\u2e80-\u2fdf]+")
# What `RADICALS` and `PRESENTATION_FORMS` find, looked for by `regex`, which passes over a text
# without characters of one range five times as fast as `re`
ANY_RADICAL = regex.compile("[\u2e80-\u2fdf]")
ANY_PRESENTATION_FORM = regex.compile("[\ufb00-\ufefc]")
RADICALS_SUPPLEMENT = str.maketrans(
    "⼾⺒⺓⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
    "户巳幺母民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
)

ARABIC = regex.compile(r"[\u0621-\u064A]")
PERSIAN = lazy_pattern(r"[\u06A9\u06AA\u06CC\u06BE\u06C0\u06C1\u06C3\u06D5\u06F0-\u06F9]")
ANY_PERSIAN = regex.compile(r"[\u06A9-\u06F9]")  # in all that `PERSIAN` finds
PERSIAN_ONLY = lazy_pattern(r"[پچژگٹڈڑے]")  # also of Urdu
PERSIAN_TO_ARABIC = str.maketrans("کڪیھۀہۃە۰۱۲۳۴۵۶۷۸۹", "ككيهةهةه٠١٢٣٤٥٦٧٨٩")

# `الأمــم` is justified; in `(هـ)`, the fifth letter, and `الـ77` the tatweel is spelling.
JUSTIFICATION = lazy_pattern(
    r"\u0640(?:(?<=[\u0621-\u063F\u0641-\u0652].)|(?<![\u0621-\u0652].)(\u0640))"
    r"\u0640*+(?=[\u0621-\u063A\u0641-\u0652])"
)
# `أولا ً - مقدمة`, `مؤخر اً`
DETACHED_MARK = lazy_pattern(
    r"[ ](?<=[\u0621-\u064A][ ])[ ]*(?=[\u064B-\u0652]|اً(?![\u0621-\u064A]))"
)
# What `DETACHED_MARK` finds after a space
ANY_DETACHED_MARK = regex.compile(r"(?<= )[\u064B-\u0652]")
DETACHED_TANWEEN = " اً"
# `المقدم ة`, `الدولي ـ ة`: no word is or begins with a teh marbuta.  After a word that already has
# its ending, after a lone letter and after `حرف` (letter) it is spoken of itself.
DETACHED_TEH = lazy_pattern(
    r"(?<=[\u0621-\u063A\u0641-\u064A][\u0621-\u0628\u062A-\u063A\u0641-\u0648\u064A])(?<!حرف)"
    r"[ ](?:\u0640{1,9}[ ])?(?=ة(?![\u064B-\u0652]*[\u0621-\u064A\u0660-\u0669]))"
)
ANY_DETACHED_TEH = " ة"

# `)أ(`: brackets that close before a word or open after one are mirrored
MIRRORED = (  # each found by its first character, faster than both at once
    lazy_pattern(r"\)(?<!\S\))(?=[^\s.,،؛:;)])"),
    lazy_pattern(r"\((?<=[^\s(]\()(?=[\s.,،؛:;)]|$)"),
)
NOT_MIRRORED = lazy_pattern(
    r"[()](?:(?<=\()(?<!\S\()(?=[^\s.,،؛:;)])|(?<=[^\s(]\))(?=[\s.,،؛:;)]|$))"
)
MIRROR = str.maketrans("()", ")(")


def normalise(text: str) -> str:
    r"""Normalize text: NFC, without invisible characters and presentation forms.

    A soft hyphen at the end of a line is kept: the word continues on the next line.

    >>> normalise("ﺍﻷﻤــﻢ ﺍﻟﻤﺘﺤﺪﺓ")
    'الأمم المتحدة'
    >>> normalise("أولا ً - مقدمة"), normalise("(هـ)"), normalise(")ﺃ( ﺩﻭﺭ")
    ('أولاً - مقدمة', '(هـ)', '(أ) دور')
    """
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    if not text.replace("\n", " ").replace("\t", " ").isprintable():  # as nothing replaceable is
        text = REPLACEABLE.sub(_replacement, text)
    if text.isascii():
        return text
    if ANY_PRESENTATION_FORM.search(text):
        text = PRESENTATION_FORMS.sub(_without_presentation_forms, text)
    if ANY_RADICAL.search(text):
        text = RADICALS.sub(_unified_ideographs, text)
    if "\N{SOFT HYPHEN}" in text:
        text = SOFT_HYPHEN.sub("", text)
    if ARABIC.search(text):
        text = _normalise_arabic(text)
    return unicodedata.normalize("NFC", text)


def _replacement(match: re.Match[str]) -> str:
    return REPLACEMENTS[ord(match[0])] or ""


def _without_presentation_forms(match: re.Match[str]) -> str:
    return ISOLATED_MARK.sub("", unicodedata.normalize("NFKC", match[0]))


def _unified_ideographs(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0].translate(RADICALS_SUPPLEMENT))


def _normalise_arabic(text: str) -> str:
    """Normalize Arabic; what only a whole line shows, line by line where some line has it."""
    if ANY_PERSIAN.search(text):
        text = "\n".join(map(_without_persian_letters, text.split("\n")))
    if "\u0640" in text:
        text = JUSTIFICATION.sub(r"\1", text)
    if ANY_DETACHED_MARK.search(text) or DETACHED_TANWEEN in text:
        text = DETACHED_MARK.sub("", text)
    if ANY_DETACHED_TEH in text:
        text = DETACHED_TEH.sub("", text)
    if ")" in text and _has_mirrored_brackets(text):
        text = "\n".join(map(_without_mirrored_brackets, text.split("\n")))
    return text


def _without_persian_letters(line: str) -> str:
    is_arabic = PERSIAN.search(line) and not PERSIAN_ONLY.search(line)
    return line.translate(PERSIAN_TO_ARABIC) if is_arabic else line


def _without_mirrored_brackets(line: str) -> str:
    if ")" not in line or not _has_mirrored_brackets(line) or NOT_MIRRORED.search(line):
        return line
    return line.translate(MIRROR) if ARABIC.search(line) else line


def _has_mirrored_brackets(text: str) -> bool:
    return any(pattern.search(text) for pattern in MIRRORED)
