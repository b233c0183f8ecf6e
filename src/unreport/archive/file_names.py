"""Decode file names in unknown legacy encodings.

Archives packed before UTF-8 keep names in the code page of the machine that packed them (DOS code
pages in zip, Windows and Unix encodings in tar), and do not say which.
"""

from __future__ import annotations

import re

from unreport.text.lazy_patterns import lazy_pattern

# What names look like in the right encoding: whole words of one script, a capital only
# at the start of a word.  `отчет.pdf`, `تقرير_٢.txt`, `résumé.doc`, `报告.pdf`.
ARABIC = lazy_pattern(r"(?<![A-Za-z])[\u0621-\u063A\u0640-\u0652]{2,}(?![A-Za-z])")
CYRILLIC = lazy_pattern(r"(?<![A-Za-zА-яЁё])(?:[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+)(?![A-Za-zА-яЁё])")
LATIN = lazy_pattern(
    r"(?<=[A-Za-z])[à-öø-ÿœ]+(?![A-ZÀ-Þ])|(?<![a-z])[À-ÖØ-Þ](?=[a-z])"
    r"|(?<![A-Za-zÀ-ÿ])[à-öø-ÿ](?=[a-z])|(?<=[A-Z])[À-ÖØ-Þ]+(?![a-z])"
)
HAN = lazy_pattern(r"[\u4E00-\u9FA5\u3001\u3002\u300A\u300B\uFF08\uFF09]+")
# In order of preference: a later encoding must score higher.
CODE_PAGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cp1256", ARABIC),  # Windows
    ("cp720", ARABIC),  # DOS
    ("cp1251", CYRILLIC),
    ("cp866", CYRILLIC),
    ("koi8-r", CYRILLIC),
    ("cp1252", LATIN),
    ("cp850", LATIN),
    ("gb18030", HAN),
)
ALL_CAPITALS_WEIGHT = 0.9  # a word in capitals is less likely than one in small letters
GB2312_LEVEL_1 = range(0xB0, 0xD8)  # lead bytes of the 3,755 characters of level 1 in GB 2312
MIN_SCORE = 0.6


def decode_file_name(raw: bytes) -> str:
    r"""Decode a name; bytes that no encoding explains become `\xNN`.

    >>> decode_file_name("отчет.pdf".encode("cp866"))
    'отчет.pdf'
    """
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        scores = [(_score(raw, encoding, words), encoding) for encoding, words in CODE_PAGES]
    best, encoding = max(scores, key=lambda score: score[0])
    return raw.decode(encoding) if best >= MIN_SCORE else raw.decode("utf-8", "backslashreplace")


def _score(raw: bytes, encoding: str, words: re.Pattern[str]) -> float:
    """The share of non-ASCII characters that are in well-formed words of the script."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    beyond = sum(not c.isascii() for c in text)
    return sum(_word_weight(word) for word in words.findall(text)) / beyond if beyond else 0.0


def _word_weight(word: str) -> float:
    if HAN.fullmatch(word):
        return sum(_is_common_hanzi(c) for c in word)
    return len(word) * (ALL_CAPITALS_WEIGHT if len(word) > 1 and word.isupper() else 1)


def _is_common_hanzi(character: str) -> bool:
    try:
        return character.encode("gb2312")[0] in GB2312_LEVEL_1
    except UnicodeEncodeError:
        return False
