"""Optional content: layers of a page that a viewer shows or hides (ISO 32000-1, 8.11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import literal_name

MAX_GROUPS = 10_000


def hidden_groups(catalog: Mapping[str, object]) -> frozenset[int]:
    """The object numbers of the groups that the default configuration of a document hides."""
    properties = resolve1(catalog.get("OCProperties"))
    if not isinstance(properties, dict):
        return frozenset()
    default = resolve1(properties.get("D"))
    if not isinstance(default, dict):
        return frozenset()
    hidden = {*_numbers(default.get("OFF"))}
    if _name(default.get("BaseState")) == "OFF":
        hidden |= {*_numbers(properties.get("OCGs"))} - {*_numbers(default.get("ON"))}
    return frozenset(hidden)


def is_hidden(content: object, hidden: frozenset[int]) -> bool:
    """Whether a group is hidden, or by a membership dictionary all groups that it names.

    Other policies than that of /P AnyOn, which is the usual one, show what they are for.
    """
    if not isinstance(content, PDFObjRef):
        return False
    if content.objid in hidden:
        return True
    membership = resolve1(content)
    if not isinstance(membership, dict) or _name(membership.get("P")) not in {"", "AnyOn"}:
        return False
    groups = membership.get("OCGs")
    members = [*_numbers([groups] if isinstance(groups, PDFObjRef) else groups)]
    return bool(members) and hidden.issuperset(members)


def _name(value: object) -> str:
    return str(literal_name(resolve1(value))) if value is not None else ""


def _numbers(groups: object) -> Iterator[int]:
    found = resolve1(groups)
    for group in found[:MAX_GROUPS] if isinstance(found, list) else ():
        if isinstance(group, PDFObjRef):
            yield group.objid
