"""The numbers in a text by value, whatever digits, separators and multipliers they are printed in.

Thousands are grouped by spaces, commas or full stops, decimals follow a full stop or a comma (UN
Editorial Manual, numbers; in Arabic also U+066B and U+066C).  `4 327 800`, `4,327,800` and
`٤٬٣٢٧٬٨٠٠` are one number, as are `2.5 million` and `250万`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import regex

from unreport.languages import LEXICONS
from unreport.languages.number_words import MAX_WORD, NUMBER_WORDS
from unreport.text.folding import fold_words
from unreport.text.numerals import HAN

MULTIPLIERS: dict[int, tuple[str, ...]] = {
    10**4: ("万",),
    10**6: (
        *("million", "millions", "millón", "millones", "مليون", "ملايين", "مليونا"),
        *("миллион", "миллиона", "миллионов", "млн", "百万"),
    ),
    10**8: ("亿",),
    10**9: (
        *("billion", "billions", "milliard", "milliards", "mil millones", "بليون", "بلايين"),
        *("مليار", "مليارات", "миллиард", "миллиарда", "миллиардов", "млрд", "十亿"),
    ),
    10**12: (
        *("trillion", "trillions", "billón", "billones", "تريليون", "триллион", "триллиона"),
        *("триллионов", "трлн", "万亿"),
    ),
}
"""Words after a number that multiply it.

`billion` stands for 10⁹ in English, and `billón` for 10¹² in Spanish, as UN style has it.
"""
SEPARATOR = (
    "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE},.\N{ARABIC THOUSANDS SEPARATOR}]"
)
MOST_DIGITS = 24
FULL_HOUR = "00"  # the minutes of `10:00`, which other versions leave out


def number_values(text: str) -> Iterator[str]:
    """The numbers in digits, in reading order, as plain decimals.

    >>> list(number_values("٤٬٣٢٧٬٨٠٠ and 2,5 millions, paras. 14–19"))
    ['4327800', '2500000', '14', '19']
    >>> list(number_values("2019年9月12日，250万美元"))
    ['2019', '12', '2500000']
    """
    for match in _number().finditer(text):
        if len(match[0]) > MOST_DIGITS or match[0] == FULL_HOUR:
            continue
        whole, fraction = match["whole"], match["fraction"] or ""
        digits = "".join(str(int(c)) for c in whole if c.isdecimal())
        decimals = "".join(str(int(c)) for c in fraction if c.isdecimal())
        value = Decimal(f"{digits}.{decimals or 0}")
        if match["multiplier"]:
            value *= _multipliers()[fold_words(match["multiplier"])]
        yield f"{value.normalize():f}"


def has_number_word(text: str, number: int, language: str) -> bool:
    """Whether a text has a number from 0 to 99 in words, as a cardinal or an ordinal.

    Only the forms of dictionaries and of session lines are known: inflected ones may be missed.

    >>> has_number_word("at its seventy-seventh session", 77, "en")
    True
    """
    words = NUMBER_WORDS.get(language)
    if words is None or not 0 <= number <= MAX_WORD:
        return False
    folded = fold_words(text)
    return any(form in folded for form in _forms(language, number))


@cache
def _forms(language: str, number: int) -> tuple[str, ...]:
    words = NUMBER_WORDS[language]
    systems = LEXICONS[language].sessions.systems if language in LEXICONS else ()
    forms = [words.cardinals[number], words.ordinals[number]]
    forms += [spelling for one in systems for spelling, value in one.spellings if value == number]
    forms += [HAN.numeral(number) or ""] if language in LEXICONS and _is_han(language) else []
    return tuple({fold_words(form) for form in forms if form})


def _is_han(language: str) -> bool:
    return LEXICONS[language].script == "Han"


@cache
def _multipliers() -> dict[str, int]:
    return {fold_words(word): value for value, words in MULTIPLIERS.items() for word in words}


@cache
def _number() -> regex.Pattern[str]:
    """Numbers; not those of months, which other languages have in words: `9月`."""
    months = [one.dates.field_suffixes[1] for one in LEXICONS.values() if one.dates.field_suffixes]
    words = sorted((word for group in MULTIPLIERS.values() for word in group), key=len)
    spaced = "|".join(regex.escape(word) for word in reversed(words) if word[0] < "\u3400")
    glued = "|".join(regex.escape(word) for word in reversed(words) if word[0] >= "\u3400")
    return regex.compile(
        rf"""
        (?<!\d)(?<!\d[.,٫])
        (?: (?P<whole>\d{{1,3}}(?:{SEPARATOR}\d{{3}})++)(?!\d) | (?P<whole>\d++) )
        (?P<fraction>[.,٫]\d++)?+
        (?!\s?(?:{"|".join(map(regex.escape, months)) or "(?!)"}))
        (?: \s?(?P<multiplier>{glued}) | \s(?P<multiplier>{spaced})(?!\w) )?+
        """,
        regex.VERBOSE | regex.IGNORECASE,
    )
