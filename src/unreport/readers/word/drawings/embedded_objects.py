"""Objects of a Word file whose text is in parts of their own: charts and diagrams as lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from unreport.document import Line
from unreport.model import Issue
from unreport.readers.word.drawings.charts import chart_lines
from unreport.readers.word.drawings.diagrams import diagram_lines
from unreport.readers.word.xml_names import Element, R, W

DRAWING_ML = "{{http://{}/drawingml{}/{}}}{}"
TRANSITIONAL, STRICT = ("schemas.openxmlformats.org", "/2006"), ("purl.oclc.org/ooxml", "")
CHART_EX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart"  # of Word 2016
OBJECTS = {
    **{DRAWING_ML.format(*form, "chart", "chart"): "chart" for form in (TRANSITIONAL, STRICT)},
    **{DRAWING_ML.format(*form, "diagram", "relIds"): "diagram" for form in (TRANSITIONAL, STRICT)},
    CHART_EX: "chart",
    f"{W}object": "embedded object",
}
READERS: dict[str, tuple[str, Callable[[Element], Iterator[Line]]]] = {
    "chart": ("id", chart_lines),
    "diagram": ("dm", diagram_lines),
}
"""The attribute with the relationship of a kind of object, and the reader of its part."""


@dataclass
class ObjectReader:
    """Reads the parts of objects by their relationship; remembers which it has read."""

    part: Callable[[str], Element | None] = lambda _: None
    read: set[Element] = field(default_factory=set)

    def lines(self, element: Element) -> list[Line]:
        """The lines of a chart or a diagram, by the element that shows it."""
        attribute, reader = READERS[OBJECTS[element.tag]]
        part = self.part(element.get(f"{R}{attribute}", ""))
        lines = [] if part is None else list(reader(part))
        if lines:
            self.read.add(element)
        return lines


def shows_object(element: Element) -> bool:
    """Whether an element shows a chart or a diagram."""
    return OBJECTS.get(element.tag) in READERS


def unread_objects(body: Element, read: set[Element]) -> tuple[Issue, ...]:
    """A doubt that names the objects of a body that were not read."""
    shown = (element for element in body.iter(*OBJECTS) if element not in read)
    return objects_doubt(Counter(OBJECTS[element.tag] for element in shown))


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
