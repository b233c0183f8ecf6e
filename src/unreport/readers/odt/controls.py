"""Form controls of OpenDocument (ODF 1.3 part 3, 13): what a check box, a list or a field shows."""

from __future__ import annotations

from unreport.readers.odt.names import FIELD, FORM, OFFICE, XML_ID
from unreport.readers.word.fields.form_fields import CHECKED, RESULTS, UNCHECKED, FormField
from unreport.readers.word.xml_names import Element

TICKED = ("checkbox", "radio")


def read_controls(root: Element) -> dict[str, str]:
    """What each control shows, by its id."""
    return {
        element.get(XML_ID) or element.get(f"{FORM}id", ""): _shown(element)
        for forms in root.iter(f"{OFFICE}forms")
        for element in forms.iter()
        if isinstance(element.tag, str) and element.tag.startswith(FORM)
    }


def field_mark(element: Element) -> str:
    """What a form field of Word shows, which LibreOffice keeps as a field mark."""
    values: dict[str, list[str]] = {}
    for parameter in element.iterfind(f"{FIELD}param"):
        name = parameter.get(f"{FIELD}name", "")
        values.setdefault(name, []).append(parameter.get(f"{FIELD}value", ""))
    (chosen, *_) = values.get("Dropdown_Selected", ["0"])
    form = FormField(
        checked=values.get("Checkbox_Checked") == ["true"],
        choices=tuple(values.get("Dropdown_ListEntry", ())),
        chosen=int(chosen) if chosen.isdecimal() else 0,
    )
    result = RESULTS.get(element.get(f"{FIELD}type", "").rpartition(".")[2])
    return result(form) if result else ""


def _shown(element: Element) -> str:
    name = element.tag.removeprefix(FORM)
    if name in TICKED:
        ticked = (
            element.get(f"{FORM}current-state") == "checked"
            or element.get(f"{FORM}current-selected") == "true"
        )
        label = element.get(f"{FORM}label", "")
        return f"{CHECKED if ticked else UNCHECKED} {label}".strip()
    if name == "listbox":
        options = element.iter(f"{FORM}option")
        chosen = (o for o in options if o.get(f"{FORM}current-selected") == "true")
        return ", ".join(option.get(f"{FORM}label", "") for option in chosen)
    value: str = element.get(f"{FORM}current-value") or element.get(f"{FORM}value", "")
    return value
