"""Numbers in the number formats of WordprocessingML (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import TypeAlias

from unreport.languages.number_words import NUMBERS_IN_WORDS, number_in_words

Formatter: TypeAlias = Callable[[int], str]

MAX_NUMBER = 32_767  # the largest number that Word supports
MOST_EXAMPLES = 3  # of a custom format that are compared
MAX_REPETITIONS = 60  # of a repeated letter
MAX_LETTER_NUMBER = 780  # the limit of Word: 30 times the Latin alphabet

LATIN = "abcdefghijklmnopqrstuvwxyz"
# In abjad order.
ABJAD = (
    "أ", "ب", "ج", "د", "ه", "و", "ز",
    "ح", "ط", "ي", "ك", "ل", "م", "ن",
    "س", "ع", "ف", "ص", "ق", "ر", "ش",
    "ت", "ث", "خ", "ذ", "ض", "ظ", "غ",
)  # fmt: skip
# In alphabetical (hijāʾī) order.
ALPHABET = (
    "أ", "ب", "ت", "ث", "ج", "ح", "خ",
    "د", "ذ", "ر", "ز", "س", "ش", "ص",
    "ض", "ط", "ظ", "ع", "غ", "ف", "ق",
    "ك", "ل", "م", "ن", "ه", "و", "ي",
)  # fmt: skip
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"  # without ё, й, ъ, ь
HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
# א is 1, י is 10, ק is 100; the largest values first
HEBREW_VALUES = tuple((10 ** (at // 9) * (at % 9 + 1), letter) for at, letter in enumerate(HEBREW))[
    ::-1
]
MAX_HEBREW = 999
HINDI_CONSONANTS = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"
CHICAGO = "*†‡§"
HEAVENLY_STEMS = "甲乙丙丁戊己庚辛壬癸"
EARTHLY_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
HAN = "〇一二三四五六七八九"
HAN_RING = "○一二三四五六七八九"
HAN_ZERO = "零一二三四五六七八九"
LEGAL = "零壹贰叁肆伍陆柒捌玖"
LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"

ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def _repeated_letters(letters: str | tuple[str, ...], n: int) -> str:
    """Letters; after the last one they are doubled, then tripled: `z`, `aa`, `bb`."""
    times, at = divmod(n - 1, len(letters))
    if n > MAX_LETTER_NUMBER or times >= MAX_REPETITIONS:
        return str(n)
    return letters[at] * (times + 1)


def _enclosed(note_counter: str, n: int) -> str:
    """A character of a finite series; decimals after its end."""
    return note_counter[n - 1] if n <= len(note_counter) else str(n)


def _roman(n: int) -> str:
    out = ""
    for worth, symbol_character in ROMAN:
        out += symbol_character * (n // worth)
        n %= worth
    return out


def _hebrew(n: int) -> str:
    """Hebrew numerals by the values of the letters; 15 and 16 are 9 + 6 and 9 + 7."""
    if n > MAX_HEBREW:
        return str(n)
    out = ""
    for worth, letter in HEBREW_VALUES:
        times, n = divmod(n, worth)
        out += letter * times
    return out.replace("יה", "טו").replace("יו", "טז")


def _digits(zero: str, n: int) -> str:
    """Decimal with the digits of another script, which follow its zero in Unicode."""
    return "".join(chr(ord(zero) + int(digit)) for digit in str(n))


def _digit_by_digit(digits: str, n: int) -> str:
    """Digit by digit: 20 is `二〇`."""
    return "".join(digits[int(digit)] for digit in str(n))


def _han_with_units(digits: str, units: tuple[str, str, str], n: int) -> str:
    """Han numerals with units, below 10,000: `十`, `十一`, `一百零五`."""
    ten, hundred, thousand = units
    out = ""
    for worth, unit in ((1000, thousand), (100, hundred), (10, ten), (1, "")):
        digit, n = divmod(n, worth)
        if digit:
            out += digits[digit] + unit
        elif out and n and not out.endswith(digits[0]):
            out += digits[0]
    return out


def _chinese_counting_thousand(n: int) -> str:
    """10 to 19 omit the digit one: `十二`, not `一十二`."""
    if n > 9_999:  # noqa: PLR2004
        return (
            _han_with_units(HAN_ZERO, ("十", "百", "千"), n // 10_000)
            + "万"
            + (_chinese_counting_thousand(n % 10_000) if n % 10_000 else "")
        )
    text = _han_with_units(HAN_ZERO, ("十", "百", "千"), n)
    return text.removeprefix("一") if 10 <= n < 20 else text  # noqa: PLR2004


def _chinese_counting(n: int) -> str:
    """With units up to 99 (`九十九`), then digit by digit (`一○○`)."""
    return _chinese_counting_thousand(n) if n < 100 else _digit_by_digit(HAN_RING, n)  # noqa: PLR2004


def _chinese_legal(digits: str, ten: str, hundred: str, thousand: str, n: int) -> str:
    return _han_with_units(digits, (ten, hundred, thousand), n) if n < 10_000 else str(n)  # noqa: PLR2004


def _padded(width: int, n: int) -> str:
    return f"{n:0{width}}"


def _dashed(n: int) -> str:
    return f"- {n} -"


CIRCLED = "".join(map(chr, range(0x2460, 0x2474)))
PARENTHESISED = "".join(map(chr, range(0x2474, 0x2488)))
STOPPED = "".join(map(chr, range(0x2488, 0x249C)))
HAN_PARENTHESISED = "".join(map(chr, range(0x3220, 0x322A)))

FORMATS: dict[str, Formatter] = {
    "decimal": str,
    "decimalZero": partial(_padded, 2),
    "decimalHalfWidth": str,
    "decimalFullWidth": partial(_digits, "０"),
    "decimalFullWidth2": partial(_digits, "０"),
    "decimalEnclosedCircle": partial(_enclosed, CIRCLED),
    "decimalEnclosedCircleChinese": partial(_enclosed, CIRCLED),
    "decimalEnclosedParen": partial(_enclosed, PARENTHESISED),
    "decimalEnclosedFullstop": partial(_enclosed, STOPPED),
    "numberInDash": _dashed,
    "hex": lambda n: f"{n:X}",
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": partial(_repeated_letters, LATIN.upper()),
    "lowerLetter": partial(_repeated_letters, LATIN),
    "chicago": partial(_repeated_letters, CHICAGO),
    "arabicAbjad": partial(_repeated_letters, ABJAD),
    "arabicAlpha": partial(_repeated_letters, ALPHABET),
    "hindiNumbers": partial(_digits, "०"),
    "hindiVowels": partial(_repeated_letters, HINDI_CONSONANTS),  # Word has the two names exchanged
    "thaiNumbers": partial(_digits, "๐"),
    "hebrew1": _hebrew,
    "hebrew2": partial(_repeated_letters, HEBREW),
    "russianLower": partial(_repeated_letters, RUSSIAN),
    "russianUpper": partial(_repeated_letters, RUSSIAN.upper()),
    "chineseCounting": _chinese_counting,
    "chineseCountingThousand": _chinese_counting_thousand,
    "chineseLegalSimplified": partial(_chinese_legal, LEGAL, "拾", "佰", "仟"),
    "ideographLegalTraditional": partial(_chinese_legal, LEGAL_TRADITIONAL, "拾", "佰", "仟"),
    "ideographDigital": partial(_digit_by_digit, HAN),
    "japaneseDigitalTenThousand": partial(_digit_by_digit, HAN),
    "japaneseCounting": _chinese_counting_thousand,
    "taiwaneseCounting": _chinese_counting,
    "taiwaneseCountingThousand": _chinese_counting_thousand,
    "taiwaneseDigital": partial(_digit_by_digit, HAN_RING),
    "ideographTraditional": partial(_enclosed, HEAVENLY_STEMS),
    "ideographZodiac": partial(_enclosed, EARTHLY_BRANCHES),
    "ideographEnclosedCircle": partial(_enclosed, HAN_PARENTHESISED),
    "none": lambda _: "",
}
"""Other formats are decimals, as in Word."""

ARABIC_INDIC = "٠"
RTL_FORMATS: dict[str, Formatter] = {
    "hindiNumbers": partial(_digits, ARABIC_INDIC),
    "hindiArabic": partial(_digits, ARABIC_INDIC),
}
"""Word calls ٠١٢ Hindi numerals; right-to-left paragraphs have no Devanagari digits."""


def format_number(n: int, name: str, *, rtl: bool = False, language: str | None = None) -> str:
    """A number in the number format `name` (ST_NumberFormat); decimal if the format is unknown.

    >>> format_number(5, "arabicAbjad"), format_number(12, "chineseCounting")
    ('ه', '十二')
    """
    if not 1 <= n <= MAX_NUMBER:
        return str(n) if name != "none" else ""
    if name in NUMBERS_IN_WORDS:
        return number_in_words(n, name, language)
    table = RTL_FORMATS if rtl and name in RTL_FORMATS else FORMATS
    return table.get(name, str)(n)


def format_custom(pattern: str, n: int, *, rtl: bool = False) -> str:
    """A number in a custom format, such as `001, 002, ...` or `أ, ب, ج, ...` (MS-DOCX 2.4).

    OpenDocument names formats so as well (`style:num-format`): `1st`, `а, б, .., аа, аб, ... (ru)`.
    """
    examples = list(_leading_examples(pattern))
    if examples and examples[0].isdecimal():
        zero = chr(ord(examples[0][-1]) - int(examples[0][-1]))
        return _digits(zero, n).rjust(len(examples[0]), zero)
    name = _format_of(tuple(examples), rtl=rtl)
    return str(n) if name is None else format_number(n, name, rtl=rtl)


def _leading_examples(pattern: str) -> Iterator[str]:
    """The numbers of a pattern from 1 on, up to an ellipsis."""
    for example in pattern.split(","):
        if not example.strip(" .…"):
            return
        yield example.strip()


@lru_cache(maxsize=200)
def _format_of(examples: tuple[str, ...], *, rtl: bool) -> str | None:
    """The format whose first numbers are the examples."""
    first = range(1, len(examples[:MOST_EXAMPLES]) + 1)
    for name in (*FORMATS, *RTL_FORMATS, *NUMBERS_IN_WORDS):
        numbers = tuple(format_number(n, name, rtl=rtl) for n in first)
        if numbers and numbers == examples[:MOST_EXAMPLES]:
            return name
    return None
