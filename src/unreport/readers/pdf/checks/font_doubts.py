"""Doubts about fonts whose letters or digits are hardly those on the page, and their rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from unreport.model import Issue
from unreport.readers.pdf.bidi.logical_rows import Evidence
from unreport.readers.pdf.bidi.misread_digits import digit_sets, misread_digits, proved_digits
from unreport.readers.pdf.bidi.misread_letters import Misreading, is_affected, misread_letters
from unreport.readers.pdf.bidi.misspelt_fonts import MisspeltFont, misspelt_fonts, words_of
from unreport.readers.pdf.checks.doubts import page_range
from unreport.readers.pdf.file.glyphs import Font
from unreport.readers.pdf.layout.text_lines import TextLine

QUOTED_WORDS = 6
ADVICE = "compare them with the page, or run OCR"


class FontFaults(Struct, frozen=True, kw_only=True):
    """What the words and years of a document show about its fonts."""

    misspelt: tuple[MisspeltFont, ...]
    misread: tuple[Misreading, ...]
    digits: tuple[tuple[int, str], ...]  # fonts, each with the zero of its digits
    proved_digits: frozenset[tuple[int, str]]  # those whose years are possible


def font_faults(evidence: Evidence) -> FontFaults:
    """The fonts whose words are those of no language, or whose years are none."""
    return FontFaults(
        misspelt=tuple(misspelt_fonts(evidence)),
        misread=tuple(misread_letters(evidence.words)),
        digits=tuple(misread_digits(evidence)),
        proved_digits=frozenset(proved_digits(evidence)),
    )


def mark_rows(rows: Iterable[TextLine], faults: FontFaults) -> None:
    """Mark the rows that may have a wrong letter or digit of such a font."""
    if not (faults.misspelt or faults.misread or faults.digits):
        return
    for row in rows:
        if row.certain:
            row.certain = not (_has_wrong_letters(row, faults) or _has_wrong_digits(row, faults))


def _has_wrong_letters(row: TextLine, faults: FontFaults) -> bool:
    return any(
        found.font in row.fonts and not set(found.words).isdisjoint(words_of(row.text))
        for found in faults.misspelt
    ) or any(found.font in row.fonts and is_affected(row.text, found) for found in faults.misread)


def _has_wrong_digits(row: TextLine, faults: FontFaults) -> bool:
    """Whether a row has digits, in a file with wrong ones, of a font whose years prove nothing."""
    return bool(faults.digits) and any(
        all((font, zero) not in faults.proved_digits for font in row.fonts)
        for zero in digit_sets(row.text)
    )


def font_doubts(faults: FontFaults, fonts: list[Font]) -> Iterator[Issue]:
    """A doubt for each fault of a font."""
    for misspelt in faults.misspelt:
        yield _doubt(
            f"{page_range(misspelt.pages[0], misspelt.pages[-1])}: the font "
            f"{fonts[misspelt.font].name} gives letters that are hardly those on the page, "
            f"as in: {_quoted(misspelt.words)}; {ADVICE}"
        )
    for found in faults.misread:
        pages = page_range(found.pages[0], found.pages[-1])
        what = "gives letters that make words of no language"
        if found.letter:
            what = f"gives {found.letter} where {' or '.join(found.other)} makes words"
        yield _doubt(
            f"{pages}: the font {fonts[found.font].name} {what}, as in: "
            f"{_quoted(found.words)}; {ADVICE}"
        )
    for font, zero in faults.digits:
        digits = f"{zero} to {chr(ord(zero) + 9)}"
        yield _doubt(
            f"the font {fonts[font].name} gives digits ({digits}) that make impossible years; "
            "compare its numbers with the page, and those of fonts without years"
        )


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(words[:QUOTED_WORDS])


def _doubt(message: str) -> Issue:
    return Issue(code="doubtful-letters", message=message)
