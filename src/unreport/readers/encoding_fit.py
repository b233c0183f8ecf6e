"""How well an encoding fits a text: points of its words, Han characters and signs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from unreport.readers.encoding_signs import (
    ARABIC_MARKS,
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
FIRST_LINES, FAR_BEHIND = 800, 300.0  # bytes; points of all their characters
UNEVEN = 2.0  # points less if one letter is too frequent
MIN_LETTERS, MAX_SHARE = 20, 0.3

# Points less for an encoding of a script of which the text has no letter; those of Chinese have
# Latin and Cyrillic letters too.
NO_SCRIPT = {"Arabic": 2.0, "Cyrillic": 2.0, "Han": 0.75}

# Points of a pair of letters, by the share of words that have it.
MAX_ASCII = 0x7F
LONGEST_WORD = 40  # letters; more if the spaces are read as letters
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
# Beyond ASCII, without most letters of the scripts above, of which `_words` takes account
NO_COMMON_LETTER = lazy_pattern(r"[^\x00-\x7fА-яЁёЄєІіЇїҐґ\u0621-\u063A\u0641-\u064AÀ-ÖØ-öø-ÿ]")
ONE_LETTER_WORDS = frozenset("àÀôÔóÓáéÉúавикосуяАВИКОСУЯوبلكف")
COMMON_GB = range(0xB0, 0xD8)  # first bytes of GB 2312 level 1
COMMON_BIG5 = range(0xA4, 0xC7)  # first bytes of Big5 level 1


class Fit(NamedTuple):
    """How well an encoding fits: points a character beyond ASCII, and the decoded sample.

    For the lead over other encodings, each word and sign counts once, however often it stands in a
    table: `distinct` are the points a character, `evidence` the number of characters.
    """

    points: float
    codec: str
    text: str
    distinct: float = 0.0
    evidence: float = 0.0


def ranked(sample: bytes) -> list[Fit]:
    """How well each encoding fits a sample, the best first.

    Of a long sample the first lines tell which encodings are out of the question.
    """
    possible = [c for c in ENCODINGS if not c.startswith("utf") or len(sample) % 2 == 0]
    if len(sample) <= 2 * FIRST_LINES:
        return _sorted(fit(sample, codec) for codec in possible)
    first = sample[: sample.rfind(b"\n", 0, FIRST_LINES) + 1]
    early = _sorted(fit(first, codec) for codec in possible) if first else []
    beyond = sum(byte > MAX_ASCII for byte in first)
    behind = [f for f in early if (early[0].points - f.points) * beyond >= FAR_BEHIND]
    left_out = {one.codec for one in behind}
    whole = _sorted(fit(sample, codec) for codec in possible if codec not in left_out)
    return [*whole, *behind]


def _sorted(fits: Iterable[Fit]) -> list[Fit]:
    return sorted(fits, key=lambda one: -one.points)


def fit(sample: bytes, codec: str) -> Fit:
    """The points of a sample in an encoding."""
    raw = sample.decode(codec, errors="replace")
    text = normalise(raw)
    count = evidence = float(len(C1_CONTROL.findall(raw)))
    points = form_points(raw) + WITHIN_WORD * len(BRACKET_IN_WORD.findall(text)) + FOREIGN * count
    different = points
    for size, value, times in (*_words(text, codec), *_signs(text, codec)):
        count += size * times
        points += value * times
        evidence += size
        different += value
    less = missing_script(text, codec) + UNEVEN * (_is_uneven(text) + has_no_spaces(raw))
    if not count:
        return Fit(1.0 - less, codec, text, 1.0 - less)
    return Fit(points / count - less, codec, text, different / evidence - less, evidence)


def _words(text: str, codec: str) -> Iterator[tuple[int, float, int]]:
    """Size, points and number of each word with letters beyond ASCII; vowel marks do not count."""
    letters = ARABIC_MARKS.sub("", text) if SCRIPTS.get(codec) == "Arabic" else text
    words = Counter(
        (found[0], _beside_digit(letters, found))
        for found in WORD.finditer(letters)
        if not found[0].isascii()
    )
    for (word, beside), times in words.items():
        beyond = len(word.encode("ascii", "ignore"))
        size = len(word) - beyond
        yield size, size * (_word_points(word) + beside), times


def _signs(text: str, codec: str) -> Iterator[tuple[int, float, int]]:
    """Size, points and number of each Han character and sign, with its neighbours."""
    for match in NO_COMMON_LETTER.finditer(text):
        here, at = match[0], match.start()
        if LETTERS["Han"].match(here):
            points = _han_points(here, text[max(0, at - 1) : at], text[at + 1 : at + 2], codec)
            yield 1, points, 1
        elif NO_LETTER.match(here) or not here.isalpha():
            yield 1, sign_points(text, at), 1


def missing_script(text: str, codec: str) -> float:
    """Points less for an encoding of a script of which the text has no letter."""
    script = SCRIPTS.get(codec)
    return NO_SCRIPT[script] if script and not LETTERS[script].search(text) else 0.0


def _is_uneven(text: str) -> bool:
    """Whether one letter beyond ASCII is more frequent than any is in a language.

    A word that a table repeats counts once.
    """
    words = " ".join(dict.fromkeys(text.split()))
    letters = Counter(filter(str.isalpha, BEYOND_ASCII.findall(words)))
    total = letters.total()
    return total >= MIN_LETTERS and letters.most_common(1)[0][1] > MAX_SHARE * sum(
        map(str.isalpha, words)
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
    if script is None or len(word) > LONGEST_WORD or REPEATED_LETTER.search(word):
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
