"""Objects embedded in a Word file whose text is in parts of their own, which are not read."""

from __future__ import annotations

from collections import Counter

from unreport.model import Issue
from unreport.readers.word.xml_names import Element, W

DRAWING_ML = "{{http://{}/drawingml{}/{}}}{}"
TRANSITIONAL, STRICT = ("schemas.openxmlformats.org", "/2006"), ("purl.oclc.org/ooxml", "")
CHART_EX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart"  # of Word 2016
OBJECTS = {
    **{DRAWING_ML.format(*form, "chart", "chart"): "chart" for form in (TRANSITIONAL, STRICT)},
    **{DRAWING_ML.format(*form, "diagram", "relIds"): "diagram" for form in (TRANSITIONAL, STRICT)},
    CHART_EX: "chart",
    f"{W}object": "embedded object",
}


def unread_objects(body: Element) -> tuple[Issue, ...]:
    """A doubt that names the objects of a body, by the elements that show them."""
    return objects_doubt(Counter(OBJECTS[element.tag] for element in body.iter(*OBJECTS)))


def objects_doubt(counts: Counter[str]) -> tuple[Issue, ...]:
    """A doubt that names objects by kind, with their numbers; none if there are none."""
    if not counts:
        return ()
    listed = ", ".join(
        f"{count} {kind}{'s' if count > 1 else ''}" for kind, count in sorted(counts.items())
    )
    return (
        Issue(code="unread-part", message=f"The file shows {listed}; text in them is not read."),
    )
