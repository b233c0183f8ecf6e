"""Numbering systems: roman, Latin, Cyrillic, Han, decimal digits.  Arabic: `arabic_numerals`.

Numerals are compared after folding: spellings that differ in vowel signs, tatweel, hamza,
presentation forms or confusable letters of another script are equal; `NumberingSystem.numeral`
returns the canonical spelling.  Number words of one language only are in its lexicon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from string import ascii_lowercase, ascii_uppercase

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

        >>> ROMAN_UPPER.number("XIV"), CYRILLIC_LOWER.number("в"), ROMAN_UPPER.number("B")
        (14, 3, None)
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

        >>> LATIN_LOWER.numeral(28), HAN.numeral(25), HEAVENLY_STEMS.numeral(11)
        ('bb', '二十五', None)
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


def repeated_letters(letters: str, *, between: str = "") -> tuple[str, ...]:
    """The letters of an alphabet, then doubled, tripled, quadrupled: `z`, `aa`, `bb`."""
    alphabet = letters.split()
    return tuple(between.join([letter] * times) for times in range(1, 5) for letter in alphabet)


_ROMAN = tuple(_roman(number) for number in range(1, LARGEST_NUMBER + 1))

ROMAN_UPPER = NumberingSystem(name="roman-upper", numerals=_ROMAN)
ROMAN_LOWER = NumberingSystem(name="roman-lower", numerals=tuple(map(str.lower, _ROMAN)))
LATIN_UPPER = NumberingSystem(
    name="latin-upper", numerals=repeated_letters(" ".join(ascii_uppercase))
)
LATIN_LOWER = NumberingSystem(
    name="latin-lower", numerals=repeated_letters(" ".join(ascii_lowercase))
)

# Lists in letters of the Russian alphabet; Russian UN documents use the Latin ones.  ё, й, ъ, ы and
# ь are not used.
CYRILLIC_LOWER = NumberingSystem(
    name="cyrillic-lower",
    numerals=repeated_letters("а б в г д е ж з и к л м н о п р с т у ф х ц ч ш щ э ю я"),
    fold=str,
)

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
