"""Optional content: layers of a page that a viewer shows or hides (ISO 32000-1, 8.11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import literal_name

MAX_GROUPS = 10_000
MAX_DEPTH = 8  # of visibility expressions
POLICIES: Mapping[str, Callable[[list[bool]], bool]] = {
    "AllOn": all,
    "AnyOn": any,
    "AnyOff": lambda states: not all(states),
    "AllOff": lambda states: not any(states),
}
"""Whether content is shown, by /P of its membership dictionary and the groups that are on."""


def hidden_groups(catalog: Mapping[str, object]) -> frozenset[int]:
    """The object numbers of the groups that the default configuration of a document hides.

    A group may be hidden for viewing alone, by its usage dictionary, where the configuration says
    that usage is to be applied (ISO 32000-1, 8.11.4.4 and 8.11.4.5).
    """
    properties = resolve1(catalog.get("OCProperties"))
    if not isinstance(properties, dict):
        return frozenset()
    default = resolve1(properties.get("D"))
    if not isinstance(default, dict):
        return frozenset()
    hidden = {*_numbers(default.get("OFF"))}
    if _name(default.get("BaseState")) == "OFF":
        hidden |= {*_numbers(properties.get("OCGs"))} - {*_numbers(default.get("ON"))}
    for group, is_off in _states_for_viewing(default):
        hidden = hidden | {group} if is_off else hidden - {group}
    return frozenset(hidden)


def _states_for_viewing(configuration: Mapping[str, object]) -> Iterator[tuple[int, bool]]:
    """The groups whose usage a viewer applies, and whether each is then off."""
    for application in _array(configuration.get("AS")):
        usage = resolve1(application)
        if not isinstance(usage, dict) or _name(usage.get("Event")) != "View":
            continue
        if "View" not in map(_name, _array(usage.get("Category"))):
            continue
        for group in _array(usage.get("OCGs")):
            state = _view_state(resolve1(group))
            if state and isinstance(group, PDFObjRef):
                yield group.objid, state == "OFF"


def _view_state(group: object) -> str:
    """Whether a group is `ON` or `OFF` when the document is viewed; empty if it does not say."""
    found = group
    for key in ("Usage", "View"):
        found = resolve1(found.get(key)) if isinstance(found, dict) else None
    return _name(found.get("ViewState")) if isinstance(found, dict) else ""


def is_hidden(content: object, hidden: frozenset[int]) -> bool:
    """Whether a group is hidden, or by a membership dictionary the content that names it.

    The dictionary has a visibility expression, or a policy for the groups that it lists; groups
    that are null do not count, and without any the content is shown (ISO 32000-1, table 99).
    """
    if not isinstance(content, PDFObjRef):
        return False
    if content.objid in hidden:
        return True
    membership = resolve1(content)
    if not isinstance(membership, dict) or _name(membership.get("Type")) == "OCG":
        return False
    expression = resolve1(membership.get("VE"))
    if isinstance(expression, list):
        return not _Expressions(hidden).is_visible(expression, MAX_DEPTH)
    groups = membership.get("OCGs")
    is_single = isinstance(groups, PDFObjRef) and not isinstance(resolve1(groups), list)
    states = [number not in hidden for number in _numbers([groups] if is_single else groups)]
    policy = POLICIES.get(_name(membership.get("P")), any)
    return bool(states) and not policy(states)


class _Expressions:
    """The values of visibility expressions; one that others share is evaluated once at a depth."""

    def __init__(self, hidden: frozenset[int]) -> None:
        self.hidden = hidden
        self.values: dict[tuple[int, int], bool] = {}

    def is_visible(self, expression: object, depth: int) -> bool:
        """The value of a group or of an array; True where arrays are nested too deeply."""
        if not isinstance(expression, PDFObjRef):
            return self._value(_array(expression), depth)
        key = expression.objid, depth
        if key not in self.values:
            found = resolve1(expression)
            is_group = not isinstance(found, list)
            self.values[key] = (
                expression.objid not in self.hidden
                if is_group
                else self._value(_array(found), depth)
            )
        return self.values[key]

    def _value(self, expression: list[object], depth: int) -> bool:
        """The value of `[/And …]`, `[/Or …]` or `[/Not …]`."""
        if not expression or not depth:
            return True
        operands = (self.is_visible(operand, depth - 1) for operand in expression[1:])
        operator = _name(expression[0])
        if operator == "Not":
            return not next(operands, False)
        return any(operands) if operator == "Or" else all(operands)


def _name(value: object) -> str:
    return str(literal_name(resolve1(value))) if value is not None else ""


def _numbers(groups: object) -> Iterator[int]:
    for group in _array(groups):
        if isinstance(group, PDFObjRef) and resolve1(group) is not None:
            yield group.objid


def _array(value: object) -> list[object]:
    found = resolve1(value)
    return found[:MAX_GROUPS] if isinstance(found, list) else []
