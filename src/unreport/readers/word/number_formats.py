"""How Word prints a number in each format (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

Format: TypeAlias = Callable[[int], str]

LARGEST = 32_767  # Word counts no further; a file that says more only wants to fill memory
MOST_TIMES = 60  # that a mark is repeated
MOST_LETTERS = 780  # Word's own limit for repeated letters: 30 times the Latin alphabet

LATIN = "abcdefghijklmnopqrstuvwxyz"
# In the traditional order of the letters' values, which here only gives the order.
ABJAD = (
    "أ", "ب", "ج", "د", "ه", "و", "ز",
    "ح", "ط", "ي", "ك", "ل", "م", "ن",
    "س", "ع", "ف", "ص", "ق", "ر", "ش",
    "ت", "ث", "خ", "ذ", "ض", "ظ", "غ",
)  # fmt: skip
# In the order of the dictionary.
ALPHABET = (
    "أ", "ب", "ت", "ث", "ج", "ح", "خ",
    "د", "ذ", "ر", "ز", "س", "ش", "ص",
    "ض", "ط", "ظ", "ع", "غ", "ف", "ق",
    "ك", "ل", "م", "ن", "ه", "و", "ي",
)  # fmt: skip
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"  # without ё, й, ъ, ь
HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
HINDI_CONSONANTS = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"
CHICAGO = "*†‡§"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
HAN = "〇一二三四五六七八九"
HAN_RING = "○一二三四五六七八九"
HAN_ZERO = "零一二三四五六七八九"
LEGAL = "零壹贰叁肆伍陆柒捌玖"
LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"

ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip

UNITS = (
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine",
    "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen",
    "Eighteen", "Nineteen",
)  # fmt: skip
TENS = (
    "", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety",
)  # fmt: skip
ORDINALS = {
    "One": "First",
    "Two": "Second",
    "Three": "Third",
    "Five": "Fifth",
    "Eight": "Eighth",
    "Nine": "Ninth",
    "Twelve": "Twelfth",
}


def _repeated(letters: str | tuple[str, ...], n: int) -> str:
    """After the last letter they come doubled, then trebled: `z`, `aa`, `bb`."""
    times, at = divmod(n - 1, len(letters))
    if n > MOST_LETTERS or times >= MOST_TIMES:
        return str(n)
    return letters[at] * (times + 1)


def _listed(marks: str, n: int) -> str:
    """Marks that end: after the last one come plain numbers."""
    return marks[n - 1] if n <= len(marks) else str(n)


def _roman(n: int) -> str:
    out = ""
    for worth, sign in ROMAN:
        out += sign * (n // worth)
        n %= worth
    return out


def _digits(zero: str, n: int) -> str:
    """Decimal with the ten digits of another script, which follow its zero in Unicode."""
    return "".join(chr(ord(zero) + int(digit)) for digit in str(n))


def _spelt(digits: str, n: int) -> str:
    """Digit by digit: 20 is `二〇`."""
    return "".join(digits[int(digit)] for digit in str(n))


def _counted(digits: str, units: tuple[str, str, str], n: int) -> str:
    """Han numbers with their units, below 10,000: `十`, `十一`, `一百零五`."""
    ten, hundred, thousand = units
    out = ""
    for worth, unit in ((1000, thousand), (100, hundred), (10, ten), (1, "")):
        digit, n = divmod(n, worth)
        if digit:
            out += digits[digit] + unit
        elif out and n and not out.endswith(digits[0]):
            out += digits[0]
    return out


def _thousand(n: int) -> str:
    """10 to 19 are printed without the one: `十二`, not `一十二`."""
    if n > 9_999:  # noqa: PLR2004
        return (
            _counted(HAN_ZERO, ("十", "百", "千"), n // 10_000)
            + "万"
            + (_thousand(n % 10_000) if n % 10_000 else "")
        )
    text = _counted(HAN_ZERO, ("十", "百", "千"), n)
    return text.removeprefix("一") if 10 <= n < 20 else text  # noqa: PLR2004


def _counting(n: int) -> str:
    """With the unit ten to 99 (`九十九`), then digit by digit (`一○○`)."""
    return _thousand(n) if n < 100 else _spelt(HAN_RING, n)  # noqa: PLR2004


def _legal(digits: str, ten: str, hundred: str, thousand: str, n: int) -> str:
    return _counted(digits, (ten, hundred, thousand), n) if n < 10_000 else str(n)  # noqa: PLR2004


def _ordinal(n: int) -> str:
    """`1st`, `2nd`, `3rd`, `11th`."""
    teens = n % 100 in (11, 12, 13)
    return f"{n}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def _cardinal_text(n: int) -> str:
    """`Twenty-one`; words end at 99, where the numbers of paragraphs in words do too."""
    if n > 99:  # noqa: PLR2004
        return str(n)
    if n < len(UNITS):
        return UNITS[n]
    tens, unit = divmod(n, 10)
    return TENS[tens] + (f"-{UNITS[unit].lower()}" if unit else "")


def _ordinal_text(n: int) -> str:
    """`First`, `Twenty-first`, `Thirtieth`."""
    if n > 99:  # noqa: PLR2004
        return _ordinal(n)
    head, dash, last = _cardinal_text(n).rpartition("-")
    word = (
        ORDINALS.get(last.capitalize()) or f"{last.removesuffix('y') + 'ie' * last.endswith('y')}th"
    )
    return f"{head}-{word.lower()}" if dash else word


def _padded(width: int, n: int) -> str:
    return f"{n:0{width}}"


def _dashed(n: int) -> str:
    return f"- {n} -"


CIRCLED = "".join(map(chr, range(0x2460, 0x2474)))
PARENTHESISED = "".join(map(chr, range(0x2474, 0x2488)))
STOPPED = "".join(map(chr, range(0x2488, 0x249C)))
HAN_PARENTHESISED = "".join(map(chr, range(0x3220, 0x322A)))

FORMATS: dict[str, Format] = {
    "decimal": str,
    "decimalZero": partial(_padded, 2),
    "decimalHalfWidth": str,
    "decimalFullWidth": partial(_digits, "０"),
    "decimalFullWidth2": partial(_digits, "０"),
    "decimalEnclosedCircle": partial(_listed, CIRCLED),
    "decimalEnclosedCircleChinese": partial(_listed, CIRCLED),
    "decimalEnclosedParen": partial(_listed, PARENTHESISED),
    "decimalEnclosedFullstop": partial(_listed, STOPPED),
    "numberInDash": _dashed,
    "hex": lambda n: f"{n:X}",
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": partial(_repeated, LATIN.upper()),
    "lowerLetter": partial(_repeated, LATIN),
    "ordinal": _ordinal,
    "cardinalText": _cardinal_text,
    "ordinalText": _ordinal_text,
    "chicago": partial(_repeated, CHICAGO),
    "arabicAbjad": partial(_repeated, ABJAD),
    "arabicAlpha": partial(_repeated, ALPHABET),
    "hindiNumbers": partial(_digits, "०"),
    "hindiVowels": partial(_repeated, HINDI_CONSONANTS),  # Word takes the names the other way round
    "thaiNumbers": partial(_digits, "๐"),
    "hebrew2": partial(_repeated, HEBREW),
    "russianLower": partial(_repeated, RUSSIAN),
    "russianUpper": partial(_repeated, RUSSIAN.upper()),
    "chineseCounting": _counting,
    "chineseCountingThousand": _thousand,
    "chineseLegalSimplified": partial(_legal, LEGAL, "拾", "佰", "仟"),
    "ideographLegalTraditional": partial(_legal, LEGAL_TRADITIONAL, "拾", "佰", "仟"),
    "ideographDigital": partial(_spelt, HAN),
    "japaneseDigitalTenThousand": partial(_spelt, HAN),
    "japaneseCounting": _thousand,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _thousand,
    "taiwaneseDigital": partial(_spelt, HAN_RING),
    "ideographTraditional": partial(_listed, STEMS),
    "ideographZodiac": partial(_listed, BRANCHES),
    "ideographEnclosedCircle": partial(_listed, HAN_PARENTHESISED),
    "none": lambda _: "",
}
"""Any other format is printed as plain decimals, as Word does with names it does not know."""

ARABIC_INDIC = "٠"
RTL_FORMATS: dict[str, Format] = {
    "hindiNumbers": partial(_digits, ARABIC_INDIC),
    "hindiArabic": partial(_digits, ARABIC_INDIC),
}
"""Word's Arabic interface calls ٠١٢ Hindi numerals; nobody writes Devanagari in such a line."""


def printed(n: int, name: str, *, rtl: bool = False) -> str:
    """The number as Word prints it in the format `name`.

    >>> printed(5, "arabicAbjad"), printed(12, "chineseCounting"), printed(30, "lowerLetter")
    ('ه', '十二', 'dd')
    """
    if not 1 <= n <= LARGEST:
        return str(n) if name != "none" else ""
    table = RTL_FORMATS if rtl and name in RTL_FORMATS else FORMATS
    return table.get(name, str)(n)


def custom(pattern: str, n: int, *, rtl: bool = False) -> str:
    """A format given by its first marks (MS-DOCX 2.4): `001, 002, 003, ...` or `أ, ب, ج, ...`."""
    marks = [mark.strip() for mark in pattern.split(",")]
    if marks[0].isdigit():
        return _padded(len(marks[0]), n)
    for name in FORMATS:
        if [printed(at, name, rtl=rtl) for at in (1, 2, 3)] == marks[:3]:
            return printed(n, name, rtl=rtl)
    return str(n)
