"""Numbers in words and ordinal numerals (`ordinal`, `cardinalText`, `ordinalText`), by language.

ECMA-376 part 1, 17.18.59: these formats are in the language of the run.  Forms follow the rules of
spelling of each language, and for ordinal numerals the Unicode CLDR.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

MAX_WORD = 99  # larger numbers are decimals
NUMBERS_IN_WORDS = frozenset({"ordinal", "cardinalText", "ordinalText"})

OrdinalRule = tuple[int, frozenset[int], str]
"""A modulus (0: none), the remainders that it applies to (none: all), the ordinal numeral."""


class NumberWords(Struct, frozen=True, kw_only=True):
    """The number words of a language from 0 to 99, and its ordinal numerals."""

    cardinals: tuple[str, ...]
    ordinals: tuple[str, ...]
    numerals: tuple[OrdinalRule, ...]


def _compose(
    units: Sequence[str], tens: Sequence[str], template: str, round_tens: Sequence[str] = ()
) -> tuple[str, ...]:
    """Words from 0 to 99 from those to 19 and those of the tens from 20.

    `round_tens` are the words of 20, 30, … where they differ from `tens`.
    """
    whole = round_tens or tens
    return (
        *units,
        *(
            template.format(tens=tens[ten], unit=units[unit]) if unit else whole[ten]
            for ten in range(8)
            for unit in range(10)
        ),
    )


def _replace_last(words: Sequence[str], ordinals: dict[str, str]) -> tuple[str, ...]:
    """Ordinals that differ from cardinals in the last word: `vingt-deux`, `vingt-deuxième`."""
    out = []
    for word in words:
        at = max(word.rfind(" "), word.rfind("-")) + 1
        out.append(word[:at] + ordinals.get(word[at:], word[at:]))
    return tuple(out)


ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ENGLISH_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
ENGLISH_TENTHS = (
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
).split()

FRENCH = (
    "zéro, un, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, treize, "
    "quatorze, quinze, seize, dix-sept, dix-huit, dix-neuf, vingt, vingt et un, vingt-deux, "
    "vingt-trois, vingt-quatre, vingt-cinq, vingt-six, vingt-sept, vingt-huit, vingt-neuf, "
    "trente, trente et un, trente-deux, trente-trois, trente-quatre, trente-cinq, "
    "trente-six, trente-sept, trente-huit, trente-neuf, quarante, quarante et un, "
    "quarante-deux, quarante-trois, quarante-quatre, quarante-cinq, quarante-six, "
    "quarante-sept, quarante-huit, quarante-neuf, cinquante, cinquante et un, "
    "cinquante-deux, cinquante-trois, cinquante-quatre, cinquante-cinq, cinquante-six, "
    "cinquante-sept, cinquante-huit, cinquante-neuf, soixante, soixante et un, "
    "soixante-deux, soixante-trois, soixante-quatre, soixante-cinq, soixante-six, "
    "soixante-sept, soixante-huit, soixante-neuf, soixante-dix, soixante et onze, "
    "soixante-douze, soixante-treize, soixante-quatorze, soixante-quinze, soixante-seize, "
    "soixante-dix-sept, soixante-dix-huit, soixante-dix-neuf, quatre-vingts, "
    "quatre-vingt-un, quatre-vingt-deux, quatre-vingt-trois, quatre-vingt-quatre, "
    "quatre-vingt-cinq, quatre-vingt-six, quatre-vingt-sept, quatre-vingt-huit, "
    "quatre-vingt-neuf, quatre-vingt-dix, quatre-vingt-onze, quatre-vingt-douze, "
    "quatre-vingt-treize, quatre-vingt-quatorze, quatre-vingt-quinze, quatre-vingt-seize, "
    "quatre-vingt-dix-sept, quatre-vingt-dix-huit, quatre-vingt-dix-neuf"
).split(", ")
FRENCH_ORDINALS = {
    "un": "unième", "deux": "deuxième", "trois": "troisième", "quatre": "quatrième",
    "cinq": "cinquième", "six": "sixième", "sept": "septième", "huit": "huitième",
    "neuf": "neuvième", "dix": "dixième", "onze": "onzième", "douze": "douzième",
    "treize": "treizième", "quatorze": "quatorzième", "quinze": "quinzième",
    "seize": "seizième", "vingt": "vingtième", "vingts": "vingtième", "trente": "trentième",
    "quarante": "quarantième", "cinquante": "cinquantième", "soixante": "soixantième",
    "zéro": "zéroième",
}  # fmt: skip

SPANISH = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve"
).split()
SPANISH_TWENTIES = (
    "veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve"
).split()
SPANISH_TENS = "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
SPANISH_ORDINALS = (
    "cero primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo "
    "duodécimo decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo "
    "decimonoveno"
).split()
SPANISH_TENTHS = (
    "vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo"
).split()

RUSSIAN = (
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
    "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
).split()
RUSSIAN_TENS = (
    "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
).split()
RUSSIAN_ORDINALS = (
    "нулевой первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый "
    "одиннадцатый двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый "
    "восемнадцатый девятнадцатый"
).split()
RUSSIAN_TENTHS = (
    "двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый"
).split()

ARABIC = (
    "صفر,واحد,اثنان,ثلاثة,أربعة,خمسة,ستة,سبعة,ثمانية,تسعة,عشرة,"
    "أحد عشر,اثنا عشر,ثلاثة عشر,أربعة عشر,خمسة عشر,"
    "ستة عشر,سبعة عشر,ثمانية عشر,تسعة عشر"
).split(",")
ARABIC_TENS = "عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون".split()
ARABIC_ORDINALS = (
    "الصفر,الأول,الثاني,الثالث,الرابع,الخامس,السادس,السابع,الثامن,التاسع,العاشر,"
    "الحادي عشر,الثاني عشر,الثالث عشر,الرابع عشر,الخامس عشر,"
    "السادس عشر,السابع عشر,الثامن عشر,التاسع عشر"
).split(",")
ARABIC_TENTHS = "العشرون الثلاثون الأربعون الخمسون الستون السبعون الثمانون التسعون".split()

HAN = "零 一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九".split()
HAN_TENS = "二十 三十 四十 五十 六十 七十 八十 九十".split()

_ALL: frozenset[int] = frozenset()
_SPANISH = _compose(SPANISH, SPANISH_TENS, "{tens} y {unit}")
_FRENCH_ORDINALS = _replace_last(FRENCH, FRENCH_ORDINALS)
_HAN = _compose(HAN, HAN_TENS, "{tens}{unit}")

NUMBER_WORDS: dict[str, NumberWords] = {
    "ar": NumberWords(
        cardinals=_compose(ARABIC, ARABIC_TENS, "{unit} و{tens}"),
        ordinals=tuple(
            word.replace("الأول و", "الحادي و")
            for word in _compose(ARABIC_ORDINALS, ARABIC_TENTHS, "{unit} و{tens}")
        ),
        numerals=((0, _ALL, "{n}."),),
    ),
    "en": NumberWords(
        cardinals=_compose(ENGLISH, ENGLISH_TENS, "{tens}-{unit}"),
        ordinals=_compose(ENGLISH_ORDINALS, ENGLISH_TENS, "{tens}-{unit}", ENGLISH_TENTHS),
        numerals=(
            (100, frozenset({11, 12, 13}), "{n}th"),
            (10, frozenset({1}), "{n}st"),
            (10, frozenset({2}), "{n}nd"),
            (10, frozenset({3}), "{n}rd"),
            (0, _ALL, "{n}th"),
        ),
    ),
    "es": NumberWords(
        cardinals=(*_SPANISH[:20], *SPANISH_TWENTIES, *_SPANISH[30:]),
        ordinals=_compose(SPANISH_ORDINALS, SPANISH_TENTHS, "{tens} {unit}"),
        numerals=((0, _ALL, "{n}.º"),),
    ),
    "fr": NumberWords(
        cardinals=tuple(FRENCH),
        ordinals=("zéroième", "premier", *_FRENCH_ORDINALS[2:]),
        numerals=((0, frozenset({1}), "{n}er"), (0, _ALL, "{n}e")),
    ),
    "ru": NumberWords(
        cardinals=_compose(RUSSIAN, RUSSIAN_TENS, "{tens} {unit}"),
        ordinals=_compose(RUSSIAN_ORDINALS, RUSSIAN_TENS, "{tens} {unit}", RUSSIAN_TENTHS),
        numerals=((0, _ALL, "{n}-й"),),
    ),
    "zh": NumberWords(
        cardinals=_HAN,
        ordinals=tuple(f"第{word}" for word in _HAN),
        numerals=((0, _ALL, "第{n}"),),
    ),
}
OTHER_NUMERALS: tuple[OrdinalRule, ...] = ((0, _ALL, "{n}."),)
"""Ordinal numerals of other languages, by the root locale of the CLDR."""


def number_in_words(n: int, name: str, language: str | None) -> str:
    """A number as word or ordinal numeral; `language` is a BCP 47 tag, English by default.

    >>> number_in_words(1, "ordinal", "fr-FR"), number_in_words(22, "ordinalText", "ru-RU")
    ('1er', 'Двадцать второй')
    """
    words = NUMBER_WORDS.get((language or "en").lower().split("-")[0])
    if name != "ordinal" and words and n <= MAX_WORD:
        word = (words.cardinals if name == "cardinalText" else words.ordinals)[n]
        return word[:1].upper() + word[1:]
    if name == "cardinalText":
        return str(n)
    for modulus, remainders, numeral in words.numerals if words else OTHER_NUMERALS:
        if not remainders or (n % modulus if modulus else n) in remainders:
            return numeral.format(n=n)
    return str(n)
