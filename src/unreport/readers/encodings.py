"""Character encoding detection: byte order marks, Unicode forms, then letters that form words.

A text in an encoding of one byte can be decoded by any other, to letters that form no words.  Each
encoding is judged by the pairs of letters in its words, by the frequencies of letter pairs in the
six languages, and by the place of its punctuation; a poor fit or a tie is a doubt.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from unreport.model import Issue
from unreport.readers.encoding_signs import (
    FOREIGN,
    WITHIN_WORD,
    form_points,
    has_no_spaces,
    sign_points,
)
from unreport.readers.frequent_han import FREQUENT_HAN
from unreport.readers.pdf.spelling.bigrams import BIGRAMS
from unreport.text.characters import normalise
from unreport.text.lazy_patterns import lazy_pattern

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its prefix
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Codec and the name of the encoding in messages, the more common ones first.
ENCODINGS = {
    "cp1252": "windows-1252",
    "cp1256": "windows-1256",
    "cp1251": "windows-1251",
    "gb18030": "GB 18030",
    "iso8859_15": "ISO 8859-15",
    "iso8859_6": "ISO 8859-6",
    "iso8859_5": "ISO 8859-5",
    "koi8_r": "KOI8-R",
    "koi8_u": "KOI8-U",
    "cp850": "DOS 850",
    "cp437": "DOS 437",
    "cp866": "DOS 866",
    "cp720": "DOS 720",
    "cp864": "DOS 864",
    "mac_roman": "Mac Roman",
    "mac_arabic": "Mac Arabic",
    "mac_cyrillic": "Mac Cyrillic",
    "iso8859_2": "ISO 8859-2",
    "big5": "Big5",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
}
SAMPLE = 12_000  # bytes of lines with characters beyond ASCII
# Points a character; less is a doubt.  Hebrew read as Russian has 1.1, Korean read as Chinese 1.2.
MIN_FIT = {"Arabic": 1.8, "Cyrillic": 1.7, "Han": 1.3, "Latin": 1.0}
# Less is no doubt if all others fit much worse, as for the names of States.
CLEAR_FIT, CLEAR_LEAD = 0.3, 1.5
# Points of all characters over the second best; less is a doubt.  The most common encoding of all
# needs less; others need more in a text of few different bytes beyond ASCII (`Qur’an` or `Qurían`),
# those of Arabic and Cyrillic in a text of few words, and over the common encodings.
MIN_LEAD, LEAD_OF_MOST_COMMON, LEAD_OVER_COMMON = 3.0, 2.0, 16.0
FEW_BYTES, LEAD_OF_FEW_BYTES, FEW_WORDS, LEAD_OF_FEW_WORDS = 4, 5.0, 4, 12.0
COMMON_CODECS = frozenset({"cp1252", "cp1256", "cp1251", "gb18030"})
UNEVEN = 2.0  # points less if one letter is too frequent
MIN_LETTERS, MAX_SHARE = 20, 0.3
# Different letters; fewer are no evidence for an Arabic or a Cyrillic encoding: `2022.لا`
MIN_OWN_LETTERS = 4
# Points less for an encoding of a script of which the text has no letter; those of Chinese have
# Latin and Cyrillic letters too.
NO_SCRIPT = {"Arabic": 2.0, "Cyrillic": 2.0, "Han": 0.75}
# Bytes that are not UTF-8, per character beyond ASCII: a third, since texts in other encodings have
# hardly a sequence of bytes that is UTF-8.
MAX_STRAY = 0.34
MOST_BY_CHANCE = 2  # characters

# Points of a pair of letters, by the share of words that have it.
MAX_ASCII = 0x7F
PAIR_POINTS = {0.0006: 0.0, 0.0012: 0.5, 0.0025: 1.0, 0.005: 1.5, 0.01: 2.0, 1: 3.0}
UNLISTED, RARE, CASE = -2.0, -0.5, -6.0
# Letters of Spanish and French: a rare pair of them, as in the name of a State, is no fault.
OWN_LETTERS = frozenset("áéíóúüñàâçèêëîïôùûœæÁÉÍÓÚÜÑÀÂÇÈÊËÎÏÔÙÛŒÆ")
BESIDE_DIGIT = -2.0
CLOSED, OPENED = frozenset(")]"), frozenset("([")
FREQUENT, COMMON, UNCOMMON = 3.0, 0.9, -5.0  # of a Han character

LETTERS = {
    "Arabic": lazy_pattern(r"[\u0621-\u063A\u0641-\u064A]"),
    "Cyrillic": lazy_pattern(r"[А-Яа-яЁёЄєІіЇїҐґ]"),
    "Latin": lazy_pattern(r"[A-Za-zÀ-ÖØ-öø-ÿŒœŸ]"),
    "Han": lazy_pattern(r"[\u4e00-\u9fff]"),
}
SCRIPT_NAMES = ("Arabic", "Cyrillic", "Latin")
SCRIPTS = {
    **dict.fromkeys(("cp1256", "iso8859_6", "cp720", "cp864", "mac_arabic"), "Arabic"),
    **dict.fromkeys(
        ("cp1251", "iso8859_5", "koi8_r", "koi8_u", "cp866", "mac_cyrillic"), "Cyrillic"
    ),
    **dict.fromkeys(("gb18030", "big5", "utf-16-le", "utf-16-be"), "Han"),
}
BEYOND_LATIN = ("Arabic", "Cyrillic")  # scripts of which all letters are beyond ASCII
WORD = lazy_pattern(r"[^\W\d_ªº²³¹¼½¾\u2070-\u2099\u3400-\u9fff]+")
C1_CONTROL = lazy_pattern(r"[\x80-\x9f]")  # of ISO 8859, where others have quotation marks
REPEATED_LETTER = lazy_pattern(r"(.)\1\1\1")  # a line of dashes, decoded to letters
# `а[б`: in Mac Arabic brackets have codes beyond ASCII
BRACKET_IN_WORD = lazy_pattern(r"(?<=[\u0400-\u06ff])[\[\]{}|\\^~<>=+@#$](?=[\u0400-\u06ff])")
NO_LETTER = lazy_pattern(r"[ªº²³¹¼½¾\u2070-\u2099]")
BEYOND_ASCII = lazy_pattern(r"[^\x00-\x7f]")
ONE_LETTER_WORDS = frozenset("àÀôÔóÓáéÉúавикосуяАВИКОСУЯوبلكف")
COMMON_GB = range(0xB0, 0xD8)  # first bytes of GB 2312 level 1
COMMON_BIG5 = range(0xA4, 0xC7)  # first bytes of Big5 level 1

# Latin, Cyrillic, Arabic, Han letters and punctuation, for UTF-16 without a byte order mark
UN_LETTERS = lazy_pattern(
    r"[\t\n\f\r -~\u00A0-\u017F\u0400-\u045F\u0600-\u06FF"
    r"\u2000-\u206F\u3000-\u303F\u3220-\u3229\u4E00-\u9FA5\uFE70-\uFEFF\uFF00-\uFF5E]+"
)


class Decoded(NamedTuple):
    """Decoded text, its codec, and a doubt about it."""

    text: str
    codec: str
    doubt: Issue | None = None


class Fit(NamedTuple):
    """How well an encoding fits: points a character beyond ASCII, and the decoded sample."""

    points: float
    codec: str
    text: str


def decode(data: bytes) -> Decoded:
    """Decode text in any of the encodings; never fails."""
    for bom, codec in BOMS:
        if data.startswith(bom):
            return Decoded(data.decode(codec, errors="replace"), codec)
    if wide := wide_encoding(data):
        return Decoded(data.decode(wide, errors="replace"), wide)
    return _utf8(data) or detected(data)


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark; None if the bytes are neither."""
    head = data[:100_000]
    if b"\0" not in head:
        return None
    for utf32 in ("utf-32-le", "utf-32-be"):
        if len(data) % 4 == 0 and data and _decodes(data, utf32):
            return utf32
    head = head[: len(head) // 2 * 2]
    utf16 = "utf-16-be" if head[0::2].count(0) > head[1::2].count(0) else "utf-16-le"
    text = head.decode(utf16, errors="replace")
    known = sum(map(len, UN_LETTERS.findall(text)))
    return utf16 if known >= 0.95 * len(text) else None


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _utf8(data: bytes) -> Decoded | None:
    """UTF-8, also cut off in its last character."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        text = decoder.decode(data)
    except UnicodeDecodeError:
        return _mostly_utf8(data)
    cut_off = decoder.getstate()[0] != b""
    if cut_off and text.isascii():
        return None
    doubt = _chance_doubt(data, text)
    return Decoded(text + "\N{REPLACEMENT CHARACTER}" * cut_off, "utf-8", doubt)


def _chance_doubt(data: bytes, text: str) -> Issue | None:
    """A doubt if bytes may be UTF-8 by chance: in Mac Roman `’é` is an Armenian letter of UTF-8."""
    beyond = BEYOND_ASCII.findall(text)
    if not 0 < len(beyond) <= MOST_BY_CHANCE or any(map(UN_LETTERS.match, beyond)):
        return None
    fits = _ranked(_sample(data))
    return _doubt([Fit(0.0, "utf-8", text), fits[0]]) if _is_good(fits) else None


def _mostly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few stray bytes."""
    text = data.decode("utf-8", errors="surrogateescape")
    stray = sum("\udc80" <= character <= "\udcff" for character in text)
    if stray > MAX_STRAY * (sum(not character.isascii() for character in text) - stray):
        return None
    message = (
        f"The text is UTF-8, but {stray} of its bytes are not; they are shown as "
        "\N{REPLACEMENT CHARACTER}."
    )
    doubt = Issue(code="encoding-doubtful", message=message)
    return Decoded(data.decode("utf-8", errors="replace"), "utf-8", doubt)


def detected(data: bytes) -> Decoded:
    """The encoding whose letters form words; a poor fit or a tie is a doubt."""
    sample = _sample(data)
    fits = _ranked(sample)
    best = fits[0]
    rivals = _rivals(sample, fits)
    text = data.decode(best.codec, errors="replace")
    doubt = None
    if rivals or not _is_good(fits):
        doubt = _doubt([best, *(rivals or fits[1:2])])
    return Decoded(text, best.codec, doubt)


def _rivals(sample: bytes, fits: list[Fit]) -> list[Fit]:
    """The encodings that give another text than the best, and fit nearly as well."""
    best = fits[0]
    beyond = [byte for byte in sample if byte > MAX_ASCII]
    lead = _least_lead(best, len(set(beyond)))
    is_rare = SCRIPTS.get(best.codec) in BEYOND_LATIN and best.codec not in COMMON_CODECS
    over_common = LEAD_OVER_COMMON if is_rare else lead
    return [
        fit
        for fit in fits[1:]
        if fit.text != best.text
        and (best.points - fit.points) * len(beyond)
        < (over_common if fit.codec in COMMON_CODECS else lead)
    ]


def _least_lead(best: Fit, different_bytes: int) -> float:
    """The points by which the best encoding has to be ahead."""
    words = {word for word in WORD.findall(best.text) if not word.isascii()}
    if best.codec == next(iter(ENCODINGS)):
        foreign = {c for word in words for c in word if not c.isascii()} - OWN_LETTERS
        return MIN_LEAD if foreign else LEAD_OF_MOST_COMMON  # `Kõrösi`, in fact `Kőrösi`
    if SCRIPTS.get(best.codec) in BEYOND_LATIN and len(words) < FEW_WORDS:
        return LEAD_OF_FEW_WORDS
    return LEAD_OF_FEW_BYTES if different_bytes < FEW_BYTES else MIN_LEAD


def _is_good(fits: list[Fit]) -> bool:
    """Whether the best encoding fits by itself, or very much better than any other."""
    best = fits[0]
    script = _script(best.text)
    own = SCRIPTS.get(best.codec, "Latin")
    letters = set(LETTERS[own].findall(best.text))
    if own in BEYOND_LATIN and len(letters) < MIN_OWN_LETTERS:
        return False
    if best.points + _missing_script(best.text, best.codec) >= MIN_FIT[script]:
        return True
    lead = best.points - _next_points(fits)
    several = len(set(BEYOND_ASCII.findall(best.text))) > 1
    return script == "Latin" and best.points >= CLEAR_FIT and lead >= CLEAR_LEAD and several


def _script(text: str) -> str:
    """The script of most letters beyond ASCII; Latin if there are none."""
    beyond = "".join(BEYOND_ASCII.findall(text))
    return max(
        LETTERS, key=lambda script: (len(LETTERS[script].findall(beyond)), script == "Latin")
    )


def _next_points(fits: list[Fit]) -> float:
    """The points of the best encoding that gives another text than the first."""
    return next((fit.points for fit in fits if fit.text != fits[0].text), -FOREIGN)


def fits_as_well(data: bytes, codec: str, other: str) -> bool:
    """Whether an encoding fits a text at least as well as another one."""
    sample = _sample(data)
    beyond = sum(byte > MAX_ASCII for byte in sample)
    own, best = _fit(sample, codec), _fit(sample, other)
    return own.text == best.text or (best.points - own.points) * beyond < LEAD_OF_MOST_COMMON


def _doubt(fits: list[Fit]) -> Issue:
    names = ", ".join(dict.fromkeys(ENCODINGS.get(fit.codec, fit.codec) for fit in fits[:4]))
    return Issue(
        code="encoding-doubtful",
        message=f"The encoding of the text is uncertain: it may be {names}; save it as UTF-8.",
    )


def _sample(data: bytes) -> bytes:
    """Lines with bytes beyond ASCII, as far as they are needed."""
    if len(data) <= SAMPLE:
        return data
    lines: list[bytes] = []
    size = 0
    for line in re.finditer(rb"[^\n]{1,2000}\n?", data):
        if not line[0].isascii():
            lines.append(line[0])
            size += len(line[0])
        if size > SAMPLE:
            break
    return b"".join(lines)


def _ranked(sample: bytes) -> list[Fit]:
    fits = [
        _fit(sample, codec)
        for codec in ENCODINGS
        if not codec.startswith("utf") or len(sample) % 2 == 0
    ]
    return sorted(fits, key=lambda fit: -fit.points)


def _fit(sample: bytes, codec: str) -> Fit:
    raw = sample.decode(codec, errors="replace")
    text = normalise(raw)
    count = float(len(C1_CONTROL.findall(raw)))
    points = form_points(raw) + WITHIN_WORD * len(BRACKET_IN_WORD.findall(text)) + FOREIGN * count
    for found in WORD.finditer(text):
        word = found[0]
        if not word.isascii():
            beyond = sum(not character.isascii() for character in word)
            points += beyond * (_word_points(word) + _beside_digit(text, found))
            count += beyond
    for match in BEYOND_ASCII.finditer(text):
        if LETTERS["Han"].match(match[0]):
            before = text[max(0, match.start() - 1) : match.start()]
            points += _han_points(match[0], before, text[match.end() : match.end() + 1], codec)
        elif NO_LETTER.match(match[0]) or not match[0].isalpha():
            points += sign_points(text, match.start())
        else:
            continue
        count += 1
    missing = _missing_script(text, codec)
    mean = points / count if count else 1.0
    odd = _is_uneven(text) + has_no_spaces(raw)
    return Fit(mean - missing - UNEVEN * odd, codec, text)


def _missing_script(text: str, codec: str) -> float:
    """Points less for an encoding of a script of which the text has no letter."""
    script = SCRIPTS.get(codec)
    return NO_SCRIPT[script] if script and not LETTERS[script].search(text) else 0.0


def _is_uneven(text: str) -> bool:
    """Whether one letter beyond ASCII is more frequent than any is in a language."""
    letters = Counter(filter(str.isalpha, BEYOND_ASCII.findall(text)))
    total = letters.total()
    return total >= MIN_LETTERS and letters.most_common(1)[0][1] > MAX_SHARE * sum(
        map(str.isalpha, text)
    )


def _beside_digit(text: str, word: re.Match[str]) -> float:
    """Points less for a word without space before or after a digit or bracket: `24á7`, `(a)ány`."""
    before, after = text[word.start() - 1 : word.start()], text[word.end() : word.end() + 1]
    digits = any(map(str.isdigit, before + after))
    return BESIDE_DIGIT if digits or before in CLOSED or after in OPENED else 0.0


@lru_cache(maxsize=20_000)
def _word_points(word: str) -> float:
    """Points of a word: the mean of its pairs with a letter beyond ASCII."""
    script = next((name for name in SCRIPT_NAMES if not LETTERS[name].sub("", word)), None)
    if script is None or REPEATED_LETTER.search(word):
        return FOREIGN
    if len(word) == 1:
        return 1.0 if word in ONE_LETTER_WORDS else -1.0
    pairs = [(a, b) for a, b in pairwise(word) if not (a + b).isascii()]
    if any(a.islower() and b.isupper() for a, b in pairs):
        return CASE
    return sum(_pair_points(a, b, script) for a, b in pairs) / len(pairs)


def _pair_points(a: str, b: str, script: str) -> float:
    share = BIGRAMS[script].get((a + b).lower())
    if share is not None:
        return PAIR_POINTS.get(share, 0.0)
    return RARE if all(c.isascii() or c in OWN_LETTERS for c in (a, b)) else UNLISTED


@lru_cache(maxsize=30_000)
def _han_points(character: str, before: str, after: str, codec: str) -> float:
    if before.islower() or (after.isascii() and after.islower()):  # `sesi車n`, `車rganos`
        return FOREIGN
    if character in FREQUENT_HAN:
        return FREQUENT
    name, common = ("big5", COMMON_BIG5) if codec == "big5" else ("gb2312", COMMON_GB)
    try:
        return COMMON if character.encode(name)[0] in common else UNCOMMON
    except UnicodeEncodeError:
        return UNCOMMON
