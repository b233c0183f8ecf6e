"""Numbering systems in Arabic: letters, their names, and ordinals in three declensions."""

from __future__ import annotations

from typing import NamedTuple

from unreport.text.folding import fold_words
from unreport.text.numerals import NumberingSystem, Spellings, repeated_letters

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
    numerals=repeated_letters(_ARABIC_LETTERS, between=" "),
    variants=lambda: (("ظ", 27), ("غ", 28)),
)
ARABIC_LETTER_NAMES = NumberingSystem(
    name="arabic-letter-names",
    numerals=repeated_letters(_ARABIC_LETTER_NAMES, between=" "),
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
