"""Doubts about fonts whose letters or digits are hardly those on the page, and their rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct

from unreport.model import Issue
from unreport.readers.pdf.bidi.font_evidence import Evidence
from unreport.readers.pdf.bidi.font_faults.lost_letters import (
    LostLetter,
    lacks_letter,
    lost_letters,
)
from unreport.readers.pdf.bidi.font_faults.misread_digits import (
    digit_sets,
    fonts_with_letters_for_digits,
    has_letters_for_digits,
    misread_digits,
    proved_digits,
)
from unreport.readers.pdf.bidi.font_faults.misread_glyphs import misread_glyphs
from unreport.readers.pdf.bidi.font_faults.misread_letters import (
    Misreading,
    is_affected,
    is_affected_alike,
    misread_letters,
)
from unreport.readers.pdf.bidi.font_faults.misspelt_fonts import (
    MisspeltFont,
    misspelt_fonts,
    words_of,
)
from unreport.readers.pdf.checks.doubts import page_range
from unreport.readers.pdf.file.glyphs import Font
from unreport.readers.pdf.layout.text_lines import TextLine

QUOTED_WORDS = 6
_FontFault: TypeAlias = MisspeltFont | Misreading | LostLetter
ADVICE = "compare them with the page, or run OCR"


class FontFaults(Struct, frozen=True, kw_only=True):
    """What the words and years of a document show about its fonts."""

    misspelt: tuple[MisspeltFont, ...]
    misread: tuple[Misreading, ...]
    lost: tuple[LostLetter, ...]
    digits: tuple[tuple[int, str], ...]  # fonts, each with the zero of its digits
    proved_digits: frozenset[tuple[int, str]]  # those whose years are possible
    lettered: frozenset[int]  # fonts whose years are Latin letters


def font_faults(evidence: Evidence) -> FontFaults:
    """The fonts whose words are those of no language, or whose years are none."""
    return FontFaults(
        misspelt=tuple(misspelt_fonts(evidence)),
        misread=_misreadings(evidence),
        lost=tuple(lost_letters(evidence)),
        digits=tuple(misread_digits(evidence)),
        proved_digits=frozenset(proved_digits(evidence)),
        lettered=frozenset(fonts_with_letters_for_digits(evidence)),
    )


def _misreadings(evidence: Evidence) -> tuple[Misreading, ...]:
    """The letters that stand for others in all their forms, and single forms that do."""
    letters = tuple(misread_letters(evidence.words))
    known = {(found.font, found.letter) for found in letters}
    fonts = {found.font for found in letters if not found.letter}  # of which no letter is right
    forms = (
        found
        for found in misread_glyphs(evidence)
        if found.font not in fonts and (found.font, found.letter) not in known
    )
    return (*letters, *forms)


def mark_rows(rows: Iterable[TextLine], faults: FontFaults) -> None:
    """Mark the rows that may have a wrong letter or digit of such a font."""
    if not any((faults.misspelt, faults.misread, faults.lost, faults.digits, faults.lettered)):
        return
    for row in rows:
        if row.certain:
            row.certain = not (_has_wrong_letters(row, faults) or _has_wrong_digits(row, faults))


def _has_wrong_letters(row: TextLine, faults: FontFaults) -> bool:
    return (
        any(
            found.font in row.fonts and not set(found.words).isdisjoint(words_of(row.text))
            for found in faults.misspelt
        )
        or any(
            is_affected(row.text, found)
            if found.font in row.fonts
            else is_affected_alike(row.text, found)
            for found in faults.misread
        )
        or any(found.font in row.fonts and lacks_letter(row.text, found) for found in faults.lost)
    )


def _has_wrong_digits(row: TextLine, faults: FontFaults) -> bool:
    """Whether a row has digits, in a file with wrong ones, of a font whose years prove nothing."""
    if not faults.lettered.isdisjoint(row.fonts) and has_letters_for_digits(row.text):
        return True
    return bool(faults.digits) and any(
        all((font, zero) not in faults.proved_digits for font in row.fonts)
        for zero in digit_sets(row.text)
    )


def font_doubts(faults: FontFaults, fonts: list[Font]) -> Iterator[Issue]:
    """A doubt for each font whose letters are wrong, and for each whose digits are."""
    of_font: dict[int, list[_FontFault]] = defaultdict(list)
    for misspelt in faults.misspelt:
        of_font[misspelt.font].append(misspelt)
    for misread in faults.misread:
        of_font[misread.font].append(misread)
    for lost in faults.lost:
        of_font[lost.font].append(lost)
    for font, own in of_font.items():
        pages = sorted({page for found in own for page in found.pages})
        yield _doubt(
            f"{page_range(pages[0], pages[-1])}: the font {fonts[font].name} gives letters that "
            f"are hardly those on the page{_letters(own)}, as in: {_words(own)}; {ADVICE}"
        )
    for font in sorted(faults.lettered):
        yield _doubt(
            f"the font {fonts[font].name} gives letters in the place of digits; "
            "compare its numbers with the page"
        )
    for font, zero in faults.digits:
        digits = f"{zero} to {chr(ord(zero) + 9)}"
        yield _doubt(
            f"the font {fonts[font].name} gives digits ({digits}) that make impossible years; "
            "compare its numbers with the page, and those of fonts without years"
        )


def _letters(found: list[_FontFault]) -> str:
    """The letters that should be others, or have another one beside them."""
    pairs = [
        f"{one.letter} where {' or '.join(one.other)} makes words"
        for one in found
        if isinstance(one, Misreading) and one.letter
    ]
    pairs += [
        f"{one.letter} where {one.letter + one.lost if one.follows else one.lost + one.letter} "
        "makes words"
        for one in found
        if isinstance(one, LostLetter) and one.letter
    ]
    if any(isinstance(one, LostLetter) and not one.letter for one in found):
        pairs.append("one letter of a ligature, it seems")
    return f" ({', '.join(pairs)})" if pairs else ""


def _words(found: list[_FontFault]) -> str:
    return ", ".join(dict.fromkeys(w for one in found for w in one.words[:QUOTED_WORDS]))


def _doubt(message: str) -> Issue:
    return Issue(code="doubtful-letters", message=message)
