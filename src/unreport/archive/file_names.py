"""File names as people wrote them: the bytes of a name to text, whatever table they came from.

Archives packed before UTF-8 keep names in the code page of the machine that packed them (DOS tables
in zip, Windows and Unix tables in tar), and do not say which.
"""

from __future__ import annotations

import re

# What names look like when the table is the right one: whole words of one script, a capital only
# where a word begins.  `отчет.pdf`, `تقرير_٢.txt`, `résumé.doc`, `报告.pdf`.
ARABIC = re.compile(r"(?<![A-Za-z])[\u0621-\u063A\u0640-\u0652]{2,}(?![A-Za-z])")
CYRILLIC = re.compile(r"(?<![A-Za-zА-яЁё])(?:[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+)(?![A-Za-zА-яЁё])")
LATIN = re.compile(
    r"(?<=[A-Za-z])[à-öø-ÿœ]+(?![A-ZÀ-Þ])|(?<![a-z])[À-ÖØ-Þ](?=[a-z])"
    r"|(?<![A-Za-zÀ-ÿ])[à-öø-ÿ](?=[a-z])|(?<=[A-Z])[À-ÖØ-Þ]+(?![a-z])"
)
HAN = re.compile(r"[\u4E00-\u9FA5\u3001\u3002\u300A\u300B\uFF08\uFF09]+")
# In the order of trying: a later table must fit better, not as well.
TABLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cp1256", ARABIC),  # Windows
    ("cp720", ARABIC),  # DOS
    ("cp1251", CYRILLIC),
    ("cp866", CYRILLIC),
    ("koi8-r", CYRILLIC),
    ("cp1252", LATIN),
    ("cp850", LATIN),
    ("gb18030", HAN),
)
CAPITALS = 0.9  # a whole word of capitals is less likely than one in small letters
COMMON_HAN = range(0xB0, 0xD8)  # lead bytes of the 3,755 common characters in GB 2312
ENOUGH = 0.6


def readable(raw: bytes) -> str:
    r"""The text of a name; bytes that no table explains stay visible, `\xNN`.

    >>> readable("отчет.pdf".encode("cp866"))
    'отчет.pdf'
    """
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        fits = [(_fit(raw, table, words), table) for table, words in TABLES]
    best, table = max(fits, key=lambda fit: fit[0])
    return raw.decode(table) if best >= ENOUGH else raw.decode("utf-8", "backslashreplace")


def _fit(raw: bytes, table: str, words: re.Pattern[str]) -> float:
    """Share of what is not ASCII that stands in words as the script has them."""
    try:
        text = raw.decode(table)
    except UnicodeDecodeError:
        return 0.0
    beyond = sum(not c.isascii() for c in text)
    return sum(_weight(word) for word in words.findall(text)) / beyond if beyond else 0.0


def _weight(word: str) -> float:
    if HAN.fullmatch(word):
        return sum(_is_common(c) for c in word)
    return len(word) * (CAPITALS if len(word) > 1 and word.isupper() else 1)


def _is_common(character: str) -> bool:
    try:
        return character.encode("gb2312")[0] in COMMON_HAN
    except UnicodeEncodeError:
        return False
