"""Content controls (ECMA-376 part 1, 17.5.2): placeholders and check boxes."""

from __future__ import annotations

from unreport.readers.word.styles import Styles
from unreport.readers.word.xml_names import OFF, RPR, VAL, W14, Element, W, val

CONTROL = f"{W}sdt"
PLACEHOLDER_STYLE = "placeholder text"  # the name that Word gives to its style of placeholders
CHECKED, UNCHECKED = "☒", "☐"


def in_placeholder(run: Element, styles: Styles) -> bool:
    """Whether a run is the placeholder of a content control that is not filled in.

    Programs that fill in forms leave `w:showingPlcHdr` behind, so the style of the run decides.
    """
    style = val(run.find(RPR), "rStyle")
    if style is None or styles.names.get(style, style.lower()) not in (
        PLACEHOLDER_STYLE,
        "placeholdertext",
    ):
        return False
    controls = run.iterancestors(CONTROL)
    return any(control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None for control in controls)


def check_box(control: Element) -> str:
    """The state of a check box as character; "" for other content controls."""
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    if box is None:
        return ""
    state = box.find(f"{W14}checked")
    on = state is not None and (state.get(f"{W14}val") or state.get(VAL) or "1") not in OFF
    return CHECKED if on else UNCHECKED
