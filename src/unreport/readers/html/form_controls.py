"""Form controls of HTML (HTML Living Standard, 4.10): what a control shows of its value."""

from __future__ import annotations

from unreport.readers.word.fields.form_fields import CHECKED, UNCHECKED
from unreport.readers.word.xml_names import Element

CONTROLS = frozenset({"input", "select", "textarea"})
TICKED = ("checkbox", "radio")
WITHOUT_TEXT = frozenset({
    "hidden", "password", "file", "image", "submit", "reset", "button", "range", "color",
})  # fmt: skip
"""Types of `input` that show no text, or the name of a command."""


def shown_value(control: Element) -> str:
    """What an input, a selection list or a text area shows; the text of a command is none."""
    if control.tag == "textarea":
        return "".join(control.itertext()).strip()
    if control.tag == "select":
        return ", ".join(map(_label, _selected(control)))
    kind = (control.get("type") or "text").lower()
    if kind in TICKED:
        return UNCHECKED if control.get("checked") is None else CHECKED
    value: str = control.get("value") or ""
    return "" if kind in WITHOUT_TEXT else value


def _selected(control: Element) -> list[Element]:
    """The selected options; of a list that shows one option, the last, else the first of all."""
    options = list(control.iter("option"))
    selected = [option for option in options if option.get("selected") is not None]
    if control.get("multiple") is not None:
        return selected
    if (control.get("size") or "1") != "1":
        return selected[-1:]
    enabled = [option for option in options if option.get("disabled") is None]
    return selected[-1:] or enabled[:1]


def _label(option: Element) -> str:
    return option.get("label") or " ".join("".join(option.itertext()).split())
