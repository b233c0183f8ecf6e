"""Results of fields that Word does not store, but computes when it shows them."""

from __future__ import annotations

from unreport.readers.symbol_fonts import FONTS, symbol_character
from unreport.readers.word.fields.codes import MAX_CODE, FieldCode
from unreport.readers.word.fields.equations import equation
from unreport.readers.word.fields.form_fields import RESULTS, FormField
from unreport.readers.word.fields.numbers import LIST_FIELDS, ListNumber

FORMATTING = r"\*"  # a switch that formats the result (17.16.4.3), no part of a button's text
BUTTONS = frozenset({"MACROBUTTON", "GOTOBUTTON"})  # they show their text after an argument


def missing_result(code: FieldCode, text: str, form: FormField | None) -> str | ListNumber:
    """The result of a field whose result is not stored; "" if the field has none."""
    if code.name in RESULTS:
        return RESULTS[code.name](form or FormField())
    if code.name in LIST_FIELDS:
        return LIST_FIELDS[code.name](code)
    if code.name == "SYMBOL":
        return _symbol(code)
    if code.name == "EQ":
        return equation(text[:MAX_CODE].strip()[2:])
    if code.name in BUTTONS:
        return " ".join(text[:MAX_CODE].partition(FORMATTING)[0].split()[2:])
    return " ".join(code.arguments) if code.name == "QUOTE" else ""


def _symbol(code: FieldCode) -> str:
    """SYMBOL (17.16.5.64): a character by its code in a font or code page."""
    argument = code.arguments[0] if code.arguments else ""
    try:
        number = int(argument, 16 if argument.lower().startswith("0x") else 10)
    except ValueError:
        return argument[:1]
    number %= 0x10000 if number < 0 else 0x110000
    font = code.switches.get("f", "")
    if not 0 < number <= 0x10FFFF or 0xD800 <= number < 0xE000:  # noqa: PLR2004
        return ""
    if font.lower() in FONTS:
        return symbol_character(number, font)
    if "u" in code.switches or number > 0xFF:  # noqa: PLR2004
        return chr(number)
    return bytes([number]).decode("cp1252", errors="replace")
