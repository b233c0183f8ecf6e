"""Numbering systems: roman, Latin, Arabic letters and ordinals, Han, decimal digits.

Numerals are compared after folding: spellings that differ in vowel signs, tatweel, hamza,
presentation forms or confusable letters of another script are equal; `NumberingSystem.numeral`
returns the canonical spelling.  Number words of one language only are in its lexicon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

from msgspec import Struct

from unreport.text.folding import fold_confusables, fold_words

Spellings = tuple[tuple[str, int], ...]
MakeSpellings = Callable[[], Spellings]

LARGEST_NUMBER = 199  # no numbering of a document is longer
LONGEST_NUMERAL = 60
MOST_DIGITS = 18  # no number of a document has more
SEPARATOR = "\0"  # no part of a numeral, and kept by folding


class NumberingSystem(Struct, frozen=True, kw_only=True, dict=True):
    """Numerals in counting order; `variants` are other spellings of them, each with its number.

    Thousands of variants take longer to make than a text takes to parse: they are made when the
    system is first looked up.
    """

    name: str
    numerals: tuple[str, ...]
    variants: MakeSpellings = tuple
    fold: Callable[[str], str] = fold_confusables

    def number(self, numeral: str) -> int | None:
        """The number of a numeral, counted from 1; None if the system does not contain it.

        Roman and Latin systems contain numerals of one case.

        >>> ROMAN_UPPER.number("XIV"), ARABIC_LETTERS.number("ك"), ROMAN_UPPER.number("B")
        (14, 11, None)
        >>> ROMAN_UPPER.number("xiv"), ROMAN_LOWER.number("xiv")
        (None, 14)
        """
        found = self._numbers.get(numeral)
        if (
            found is None
            and 0 < len(numeral) <= LONGEST_NUMERAL
            and _fold_first(self.fold, numeral[0]) in self._initials
            and (folded := self.fold(numeral)) != numeral
        ):
            found = self._numbers.get(folded)
        return found

    def may_begin(self, character: str) -> bool:
        """Whether a numeral may begin with a character.

        >>> ROMAN_UPPER.may_begin("X"), ROMAN_UPPER.may_begin("B")
        (True, False)
        """
        return _fold_first(self.fold, character) in self._initials

    def numeral(self, number: int) -> str | None:
        """The canonical numeral of a number; None beyond the last one.

        >>> ARABIC_ORDINALS.numeral(25), LATIN_LOWER.numeral(28)
        ('خامسا وعشرين', 'bb')
        """
        return self.numerals[number - 1] if 0 < number <= len(self.numerals) else None

    @cached_property
    def spellings(self) -> Spellings:
        """All spellings, folded, each with its number; canonical spellings take precedence."""
        return tuple(self._numbers.items())

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first word of each spelling, folded."""
        return frozenset(spelling.split()[0] for spelling, _ in self.spellings)

    @cached_property
    def _initials(self) -> frozenset[str]:
        """The first character of each spelling; "" for characters that folding removes."""
        return frozenset(("", *(spelling[0] for spelling, _ in self.spellings)))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        spellings = self.variants()
        numbers = (*(number for _, number in spellings), *range(1, len(self.numerals) + 1))
        written = (*(spelling for spelling, _ in spellings), *self.numerals)
        return dict(zip(_fold_all(self.fold, written), numbers, strict=True))


def _fold_all(fold: Callable[[str], str], texts: Iterable[str]) -> list[str]:
    """Fold texts in one call: thousands of calls take three times as long."""
    return fold(SEPARATOR.join(texts)).split(SEPARATOR)


@lru_cache(maxsize=4096)
def _fold_first(fold: Callable[[str], str], character: str) -> str:
    """The first character of what a character is folded to."""
    return fold(character)[:1]


def spellout(
    name: str,
    words: str,
    *,
    endings: tuple[tuple[str, str], ...] = (),
    variants: Spellings = (),
) -> NumberingSystem:
    """Make a numbering system of number words, which are given separated by commas.

    `endings` are pairs of an ending and its inflected forms, as in the cases of Russian.

    >>> spellout("", "первая, вторая", endings=(("ая", "ой ую"),)).number("Второй")
    2
    """
    numerals = tuple(word.strip() for word in words.split(","))
    return NumberingSystem(
        name=name,
        numerals=numerals,
        variants=lambda: (*_inflected(numerals, endings), *variants),
        fold=fold_words,
    )


def _inflected(
    numerals: tuple[str, ...], endings: tuple[tuple[str, str], ...]
) -> Iterator[tuple[str, int]]:
    for number, numeral in enumerate(numerals, start=1):
        for ending, others in endings:
            for other in others.split():
                yield " ".join(_inflect(word, ending, other) for word in numeral.split()), number


def _inflect(word: str, ending: str, other: str) -> str:
    return word.removesuffix(ending) + other if word.endswith(ending) else word


# --- digits -------------------------------------------------------------------------------------


def decimal_value(text: str) -> int | None:
    """The value of decimal digits of any script; None for anything else.

    >>> decimal_value("٢٢"), decimal_value("۴۵"), decimal_value("１２"), decimal_value("1a")
    (22, 45, 12, None)
    """
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None


def to_decimal(number: int, zero: str = "0") -> str:
    """A number in the decimal digits of a script, of which the zero is given.

    >>> to_decimal(22, zero="٠")
    '٢٢'
    """
    return "".join(chr(ord(zero) + int(digit)) for digit in str(number))


# --- roman and Latin ----------------------------------------------------------------------------

ROMAN_PARTS = (("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10))
ROMAN_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def _roman(number: int) -> str:
    tens = ""
    for part, value in ROMAN_PARTS:
        while number >= value:
            tens += part
            number -= value
    return tens + ROMAN_UNITS[number]


def _repeated(letters: str, *, between: str = "") -> tuple[str, ...]:
    """The letters of an alphabet, then doubled, tripled, quadrupled: `z`, `aa`, `bb`."""
    alphabet = letters.split()
    return tuple(between.join([letter] * times) for times in range(1, 5) for letter in alphabet)


_ROMAN = tuple(_roman(number) for number in range(1, LARGEST_NUMBER + 1))

ROMAN_UPPER = NumberingSystem(name="roman-upper", numerals=_ROMAN)
ROMAN_LOWER = NumberingSystem(name="roman-lower", numerals=tuple(map(str.lower, _ROMAN)))
LATIN_UPPER = NumberingSystem(name="latin-upper", numerals=_repeated(" ".join(ascii_uppercase)))
LATIN_LOWER = NumberingSystem(name="latin-lower", numerals=_repeated(" ".join(ascii_lowercase)))

# Lists in letters of the Russian alphabet; Russian UN documents use the Latin ones.  ё, й, ъ, ы and
# ь are not used.
CYRILLIC_LOWER = NumberingSystem(
    name="cyrillic-lower",
    numerals=_repeated("а б в г д е ж з и к л м н о п р с т у ф х ц ч ш щ э ю я"),
    fold=str,
)

# --- Arabic letters -----------------------------------------------------------------------------

# In the order of the abjad, numbered by position: `(ك)` is the eleventh, not 20.  Letters are
# doubled after the twenty-sixth, as `(aa)` is in English: A/RES/76/179 has `(أ أ)`, A/RES/76/140
# `(أأ)`.  The last two letters have not been observed in a list.
_ARABIC_LETTERS = "أ ب ج د ه و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض"
_ARABIC_LETTER_NAMES = (
    "ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون "
    "سين عين فاء صاد قاف راء شين تاء ثاء خاء ذال ضاد"
)

ARABIC_LETTERS = NumberingSystem(
    name="arabic-letters",
    numerals=_repeated(_ARABIC_LETTERS, between=" "),
    variants=lambda: (("ظ", 27), ("غ", 28)),
)
ARABIC_LETTER_NAMES = NumberingSystem(
    name="arabic-letter-names",
    numerals=_repeated(_ARABIC_LETTER_NAMES, between=" "),
    variants=lambda: (
        ("ظاء", 27),
        ("غين", 28),
        ("زين", 7),
        *(
            (name.removesuffix("ء"), number)
            for number, name in enumerate(_ARABIC_LETTER_NAMES.split(), start=1)
            if name.endswith("ء")
        ),
    ),
    fold=fold_words,
)

# --- Arabic ordinals ----------------------------------------------------------------------------


class _Ordinals(NamedTuple):
    """The words of which one declension of the Arabic ordinals is composed."""

    alone: str  # 1 to 10
    before_ten: str  # the units of 11 to 19
    ten: str
    before_tens: str  # the units of 21 to 29, 31 to 39 …
    tens: str  # 20 to 90
    hundred: str

    def numerals(self) -> tuple[str, ...]:
        """The ordinals from 1 to 199."""
        above_ten = (f"{unit} {self.ten}" for unit in self.before_ten.split())
        units = self.before_tens.split()
        tens = (
            numeral
            for ten in self.tens.split()
            for numeral in (ten, *(f"{unit} و{ten}" for unit in units))
        )
        below = (*self.alone.split(), *above_ten, *tens)
        return (*below, self.hundred, *(f"{numeral} بعد {self.hundred}" for numeral in below))


_TENS = "عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون"
_TENS_OBLIQUE = "عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين"
_THE_TENS = "العشرون الثلاثون الأربعون الخمسون الستون السبعون الثمانون التسعون"
_THE_TENS_OBLIQUE = "العشرين الثلاثين الأربعين الخمسين الستين السبعين الثمانين التسعين"

_UNITS = "حادي ثاني ثالث رابع خامس سادس سابع ثامن تاسع"
_UNITS_ADVERBIAL = "حاديا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا"

_ADVERBIAL = _Ordinals(
    alone="أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا",
    before_ten=_UNITS,
    ten="عشر",
    before_tens=_UNITS_ADVERBIAL,
    tens=_TENS_OBLIQUE,
    hundred="مائة",
)
_MASCULINE = _Ordinals(
    alone="الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر",
    before_ten="الحادي الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع",
    ten="عشر",
    before_tens="الحادي الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع",
    tens=_THE_TENS,
    hundred="المائة",
)
_FEMININE = _Ordinals(
    alone="الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة",
    before_ten="الحادية الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة",
    ten="عشرة",
    before_tens="الحادية الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة",
    tens=_THE_TENS,
    hundred="المائة",
)


def _numbered(*declensions: _Ordinals) -> Spellings:
    return tuple(
        (numeral, number)
        for declension in declensions
        for number, numeral in enumerate(declension.numerals(), start=1)
    )


ARABIC_ORDINALS = NumberingSystem(
    name="arabic-ordinals",
    numerals=_ADVERBIAL.numerals(),
    variants=lambda: _numbered(
        *(
            _ADVERBIAL._replace(before_tens=units, tens=tens, hundred=hundred)
            for units in (_UNITS_ADVERBIAL, _UNITS)
            for tens, hundred in (
                (_TENS, "مئة"),
                (_TENS_OBLIQUE, "المائة"),
                (_THE_TENS, "المئة"),
                (_THE_TENS_OBLIQUE, "المائة"),
            )
        ),
        _ADVERBIAL._replace(before_ten=_UNITS_ADVERBIAL),
    ),
    fold=fold_words,
)
"""Chapters: `أولا`, `ثانياً`, `حادي عشر`, `خامسا وعشرين`."""

ARABIC_ORDINALS_MASCULINE = NumberingSystem(
    name="arabic-ordinals-masculine",
    numerals=_MASCULINE.numerals(),
    variants=lambda: _numbered(
        _MASCULINE._replace(tens=_THE_TENS_OBLIQUE, hundred="المئة"),
        _MASCULINE._replace(hundred="المئة"),
        _MASCULINE._replace(tens=_THE_TENS_OBLIQUE),
    ),
    fold=fold_words,
)
"""After الفصل, المرفق, الجزء: `الأول`, `الحادي عشر`, `العشرون` or `العشرين`."""

ARABIC_ORDINALS_FEMININE = NumberingSystem(
    name="arabic-ordinals-feminine",
    numerals=_FEMININE.numerals(),
    variants=lambda: _numbered(
        _FEMININE._replace(tens=_THE_TENS_OBLIQUE, hundred="المئة", ten="عشر"),
        _FEMININE._replace(hundred="المئة"),
        _FEMININE._replace(tens=_THE_TENS_OBLIQUE),
    ),
    fold=fold_words,
)
"""After الدورة, الجلسة: `الأولى`, `الحادية عشرة`, `الرابعة والخمسون` or `والخمسين`."""

# --- Han ----------------------------------------------------------------------------------------

_HAN_DIGITS = "零一二三四五六七八九"


def _han(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    units = _HAN_DIGITS[unit] if unit else ""
    if hundreds:
        below = f"{_HAN_DIGITS[tens]}十{units}" if tens else f"零{units}" if unit else ""
        return f"{_HAN_DIGITS[hundreds]}百{below}"
    ten = {0: "", 1: "十"}.get(tens, f"{_HAN_DIGITS[tens]}十")
    return f"{ten}{units}"


HAN = NumberingSystem(
    name="han",
    numerals=tuple(_han(number) for number in range(1, LARGEST_NUMBER + 1)),
    variants=lambda: (
        ("百", 100),
        *((f"一十{_HAN_DIGITS[unit]}".removesuffix("零"), 10 + unit) for unit in range(10)),
        *((f"一百十{_HAN_DIGITS[unit]}".removesuffix("零"), 110 + unit) for unit in range(10)),
    ),
)
HAN_ORDINALS = NumberingSystem(
    name="han-ordinals", numerals=tuple(f"第{numeral}" for numeral in HAN.numerals)
)
"""`第一`, `第二`."""
HAN_PARENTHESISED = NumberingSystem(
    name="han-parenthesised",
    numerals=(*"㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", *(f"({numeral})" for numeral in HAN.numerals[10:])),
)
"""`㈠` to `㈩`, then `(十一)`; `（一）` is 1 too."""

CIRCLED = NumberingSystem(
    name="circled",
    numerals=tuple(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260)))),
    fold=str,
)
"""`①` to `⑳`, `㉑` to `㉟`."""
HEAVENLY_STEMS = NumberingSystem(name="heavenly-stems", numerals=tuple("甲乙丙丁戊己庚辛壬癸"))

# --- decimal ------------------------------------------------------------------------------------


class _Decimal(NumberingSystem, frozen=True):
    """Numbers in decimal digits of any script, without a last one."""

    def number(self, numeral: str) -> int | None:
        return decimal_value(numeral)

    def numeral(self, number: int) -> str | None:
        return str(number) if number > 0 else None


DECIMAL = _Decimal(name="decimal", numerals=tuple(map(str, range(1, LARGEST_NUMBER + 1))))
