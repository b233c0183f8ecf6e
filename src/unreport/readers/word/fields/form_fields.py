"""Form fields (ECMA-376 part 1, 17.16.17): what is chosen, ticked or filled in by default."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from unreport.readers.word.xml_names import VAL, Element, W, child, integer, toggle, val

CHECKED, UNCHECKED = "☒", "☐"


class FormField(Struct, frozen=True, kw_only=True):
    """The data of a form field, of whichever type it is."""

    checked: bool = False
    choices: tuple[str, ...] = ()
    chosen: int = 0
    text: str = ""  # the default text


def read_form(data: Element | None) -> FormField | None:
    """The data of a form field (`w:ffData`)."""
    if data is None:
        return None
    box, entries = child(data, "checkBox"), child(data, "ddList")
    state = toggle(box, "checked")
    names = () if entries is None else entries.findall(f"{W}listEntry")
    return FormField(
        checked=bool(toggle(box, "default") if state is None else state),
        choices=tuple(entry.get(VAL, "") for entry in names),
        chosen=integer(val(entries, "result") or val(entries, "default")) or 0,
        text=val(child(data, "textInput"), "default") or "",
    )


def _choice(form: FormField) -> str:
    return form.choices[form.chosen] if 0 <= form.chosen < len(form.choices) else ""


RESULTS: dict[str, Callable[[FormField], str]] = {
    "FORMDROPDOWN": _choice,
    "FORMCHECKBOX": lambda form: CHECKED if form.checked else UNCHECKED,
    "FORMTEXT": lambda form: form.text,
}
"""What a form field shows if its result is not stored, by the name of the field."""
