"""Series of marks and their values: roman, Latin, Arabic letters and ordinals, Han, digits.

A mark is compared after folding, so that spellings that differ in vowel signs, tatweel, hamza,
presentation forms or look-alike letters of another script are one; `Series.mark` gives the
canonical spelling back.  Words of numbers that only one language has stand in its `languages` file.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

Pairs = tuple[tuple[str, int], ...]

LIMIT = 199  # no series of a document counts further
SHORT = 24
LONGEST_MARK = 60
LONGEST_NUMBER = 18  # digits; beyond that it is no number of a document

TATWEEL = "\N{ARABIC TATWEEL}"
LOOKALIKES: dict[int, int] = {
    # Cyrillic letters typed for Latin ones: `а)`, `с)` in Russian lists, `ІХ`
    **dict(zip(map(ord, "АВСЕНІЈКМОРЅТХУ"), map(ord, "ABCEHIJKMOPSTXY"), strict=True)),
    **dict(zip(map(ord, "асеіјкорѕху"), map(ord, "aceijkopsxy"), strict=True)),
}
ONE_LETTER = str.maketrans(
    {
        TATWEEL: None,
        "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
        "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER AE}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER HEH GOAL}": "\N{ARABIC LETTER HEH}",
        "\N{WHITE CIRCLE}": "零",
        "\N{IDEOGRAPHIC NUMBER ZERO}": "零",
    }
)


def bare(text: str) -> str:
    """Text without vowel signs, accents, hamza seats, tatweel and format characters.

    >>> bare("ثــانياً") == bare("ثانيا")
    True
    """
    if text.isascii():
        return text
    return _short_bare(text) if len(text) <= SHORT else _bare(text)


def _bare(text: str) -> str:
    kept = (c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c)[0] != "M")
    return "".join(c for c in kept if unicodedata.category(c) != "Cf").translate(ONE_LETTER)


@lru_cache(maxsize=8192)  # marks and the words of headings come again and again
def _short_bare(text: str) -> str:
    return _bare(text)


def fold_letters(text: str) -> str:
    """Fold a mark made of letters: case counts, spaces and the script of a look-alike do not.

    >>> fold_letters("(а а)") == fold_letters("(aa)")  # Cyrillic and Latin
    True
    """
    if text.isascii():
        return text if text.isalnum() else "".join(text.split())
    return "".join(bare(text).translate(LOOKALIKES).split())


def fold_words(text: str) -> str:
    """Fold a number in words: case, accents and the kind of hyphen or space do not count.

    >>> fold_words("Quatre\N{NO-BREAK SPACE}\N{EN DASH}VINGTIÈME")
    'quatre vingtieme'
    """
    if text.isascii():
        return " ".join(text.casefold().replace("-", " ").split())
    folded = bare(text).casefold()
    return " ".join("".join(" " if unicodedata.category(c) == "Pd" else c for c in folded).split())


@dataclass(frozen=True, kw_only=True)
class Series:
    """Marks in counting order; `variants` are other spellings of a mark with their number."""

    name: str
    marks: tuple[str, ...]
    variants: Pairs = ()
    fold: Callable[[str], str] = field(default=fold_letters, repr=False)

    def number(self, mark: str) -> int | None:
        """The value of a mark, counted from 1; None if the series does not hold it.

        >>> ROMAN_UPPER.number("XIV"), ARABIC_LETTERS.number("ك"), ROMAN_UPPER.number("B")
        (14, 11, None)
        """
        found = self._numbers.get(mark)
        if found is None and len(mark) <= LONGEST_MARK and (folded := self.fold(mark)) != mark:
            found = self._numbers.get(folded)
        return found

    def mark(self, number: int) -> str | None:
        """The canonical mark of a value; None beyond the series.

        >>> ARABIC_ORDINALS.mark(25), LATIN_LOWER.mark(28)
        ('خامسا وعشرين', 'bb')
        """
        return self.marks[number - 1] if 0 < number <= len(self.marks) else None

    @cached_property
    def spellings(self) -> Pairs:
        """Every spelling the series knows, folded, with its value; canonical ones win."""
        return tuple(self._numbers.items())

    @cached_property
    def _numbers(self) -> dict[str, int]:
        marks = {self.fold(mark): number for number, mark in enumerate(self.marks, start=1)}
        others = {self.fold(mark): number for mark, number in self.variants}
        return {**others, **marks}


def listed(
    name: str,
    words: str,
    *,
    endings: tuple[tuple[str, str], ...] = (),
    also: Pairs = (),
) -> Series:
    """Make a series of words that stand in one string, separated by commas.

    `endings` are (ending, other endings that a word may have instead): the cases of Russian.

    >>> listed("", "первая, вторая", endings=(("ая", "ой ую"),)).number("Второй")
    2
    """
    marks = tuple(word.strip() for word in words.split(","))
    inflected = tuple(
        (" ".join(_ended(word, ending, other) for word in mark.split()), number)
        for number, mark in enumerate(marks, start=1)
        for ending, others in endings
        for other in others.split()
    )
    return Series(name=name, marks=marks, variants=inflected + also, fold=fold_words)


def _ended(word: str, ending: str, other: str) -> str:
    return word.removesuffix(ending) + other if word.endswith(ending) else word


# --- digits -------------------------------------------------------------------------------------


def digits(text: str) -> int | None:
    """The number that decimal digits of any script show; None for anything else.

    >>> digits("٢٢"), digits("۴۵"), digits("１２"), digits("12"), digits("1a")
    (22, 45, 12, 12, None)
    """
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else None


def in_digits(number: int, zero: str = "0") -> str:
    """A number in the decimal digits of the script whose zero is given.

    >>> in_digits(22, zero="٠")
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
    """A list's letters, then doubled, trebled: `z`, `aa`, `bb`."""
    alphabet = letters.split()
    return tuple(between.join([letter] * times) for times in range(1, 5) for letter in alphabet)


_ROMAN = tuple(_roman(number) for number in range(1, LIMIT + 1))

ROMAN_UPPER = Series(name="roman-upper", marks=_ROMAN)
ROMAN_LOWER = Series(name="roman-lower", marks=tuple(mark.lower() for mark in _ROMAN))
LATIN_UPPER = Series(name="latin-upper", marks=_repeated(" ".join(ascii_uppercase)))
LATIN_LOWER = Series(name="latin-lower", marks=_repeated(" ".join(ascii_lowercase)))

# Lists in the letters of the Russian alphabet; UN documents use the Latin ones, others these. No
# list counts ё, й, ъ, ы or ь.
CYRILLIC_LOWER = Series(
    name="cyrillic-lower",
    marks=_repeated("а б в г д е ж з и к л м н о п р с т у ф х ц ч ш щ э ю я"),
    fold=str,
)

# --- Arabic letters -----------------------------------------------------------------------------

# In the order of the old alphabet, numbered by position: `(ك)` is the eleventh, not 20.  Lists
# double after the twenty-sixth to keep step with `(aa)`: A/RES/76/179 prints `(أ أ)`, A/RES/76/140
# `(أأ)`.  The two letters left over have never been seen in a list.
_ARABIC_LETTERS = "أ ب ج د ه و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض"
_ARABIC_LETTER_NAMES = (
    "ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون "
    "سين عين فاء صاد قاف راء شين تاء ثاء خاء ذال ضاد"
)

ARABIC_LETTERS = Series(
    name="arabic-letters",
    marks=_repeated(_ARABIC_LETTERS, between=" "),
    variants=(("ظ", 27), ("غ", 28)),
)
ARABIC_LETTER_NAMES = Series(
    name="arabic-letter-names",
    marks=_repeated(_ARABIC_LETTER_NAMES, between=" "),
    variants=(
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
    """The words that one declension of the Arabic ordinals is put together from."""

    alone: str  # 1 to 10
    before_ten: str  # the units of 11 to 19
    ten: str
    before_tens: str  # the units of 21 to 29, 31 to 39 …
    tens: str  # 20 to 90
    hundred: str

    def marks(self) -> tuple[str, ...]:
        return tuple(self._mark(number) for number in range(1, LIMIT + 1))

    def _mark(self, number: int) -> str:
        tens, unit = divmod(number, 10)
        if number >= 100:  # noqa: PLR2004
            rest = number - 100
            return f"{self._mark(rest)} بعد {self.hundred}" if rest else self.hundred
        if number <= 10:  # noqa: PLR2004
            return self.alone.split()[number - 1]
        if tens == 1:
            return f"{self.before_ten.split()[unit - 1]} {self.ten}"
        ten = self.tens.split()[tens - 2]
        return f"{self.before_tens.split()[unit - 1]} و{ten}" if unit else ten


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


def _numbered(*declensions: _Ordinals) -> Iterator[tuple[str, int]]:
    for declension in declensions:
        for number, mark in enumerate(declension.marks(), start=1):
            yield mark, number


ARABIC_ORDINALS = Series(
    name="arabic-ordinals",
    marks=_ADVERBIAL.marks(),
    variants=tuple(
        _numbered(
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
        )
    ),
    fold=fold_words,
)
"""Chapters: `أولا`, `ثانياً`, `حادي عشر`, `خامسا وعشرين`."""

ARABIC_ORDINALS_MASCULINE = Series(
    name="arabic-ordinals-masculine",
    marks=_MASCULINE.marks(),
    variants=tuple(
        _numbered(
            _MASCULINE._replace(tens=_THE_TENS_OBLIQUE, hundred="المئة"),
            _MASCULINE._replace(hundred="المئة"),
            _MASCULINE._replace(tens=_THE_TENS_OBLIQUE),
        )
    ),
    fold=fold_words,
)
"""With الفصل, المرفق, الجزء: `الأول`, `الحادي عشر`, `العشرون` or `العشرين`."""

ARABIC_ORDINALS_FEMININE = Series(
    name="arabic-ordinals-feminine",
    marks=_FEMININE.marks(),
    variants=tuple(
        _numbered(
            _FEMININE._replace(tens=_THE_TENS_OBLIQUE, hundred="المئة", ten="عشر"),
            _FEMININE._replace(hundred="المئة"),
            _FEMININE._replace(tens=_THE_TENS_OBLIQUE),
        )
    ),
    fold=fold_words,
)
"""With الدورة, الجلسة: `الأولى`, `الحادية عشرة`, `الرابعة والخمسون` or `والخمسين`."""

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


HAN = Series(
    name="han",
    marks=tuple(_han(number) for number in range(1, LIMIT + 1)),
    variants=(
        ("百", 100),
        *((f"一十{_HAN_DIGITS[unit]}".removesuffix("零"), 10 + unit) for unit in range(10)),
        *((f"一百十{_HAN_DIGITS[unit]}".removesuffix("零"), 110 + unit) for unit in range(10)),
    ),
)
HAN_PARENTHESISED = Series(
    name="han-parenthesised",
    marks=(
        *"㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
        *(f"({mark})" for mark in HAN.marks[10:]),
    ),
)
"""`㈠` to `㈩`, then `(十一)`; `（一）` is the first too."""

# --- decimal ------------------------------------------------------------------------------------


class _Decimals(Series):
    """Numbers in digits of any script: a series without an end."""

    def number(self, mark: str) -> int | None:
        return digits(mark)

    def mark(self, number: int) -> str | None:
        return str(number) if number > 0 else None


DECIMAL = _Decimals(name="decimal", marks=tuple(map(str, range(1, LIMIT + 1))))
