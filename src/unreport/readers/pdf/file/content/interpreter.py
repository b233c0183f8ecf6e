"""The content interpreter: the operations of a page and its form XObjects, executed in order.

What it draws is what pdfminer's interpreter would draw.  Whatever it does not know makes it raise,
and the page is then read by `readers/pdf/file/interpreter.py` from its beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFStream, dict_value, list_value, stream_value
from pdfminer.psparser import LIT

from unreport.readers.pdf.file.content import graphics_operators, text_operators
from unreport.readers.pdf.file.content.glyph_columns import GlyphColumns
from unreport.readers.pdf.file.content.graphics_state import (
    GraphicsState,
    Matrix,
    product,
)
from unreport.readers.pdf.file.content.page_content import PageContent, Resources
from unreport.readers.pdf.file.content.placed_strings import show_placed_strings
from unreport.readers.pdf.file.content.syntax import (
    CLIP,
    PAINTS_NOTHING,
    PLACED,
    IrregularContent,
    Operation,
    name,
    operations,
)
from unreport.readers.pdf.file.content.text_showing import show_text_object
from unreport.readers.pdf.file.images import painted_image

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdfminer.pdfpage import PDFPage

    from unreport.readers.pdf.file.content.shown_strings import DocumentStrings
    from unreport.readers.pdf.file.device import PageDevice
    from unreport.readers.pdf.file.interpreter import Interpreter

MAX_CONTENT = 2_000_000  # bytes; a page of text has 30,000
MAX_DEPTH = 16  # of form XObjects in one another
BOX_COORDINATES = 4
FONT = 3  # the value of an operation that only a text object has
CLIPPING = b"W"  # ends the path
FORM, IMAGE = LIT("Form"), LIT("Image")
NO_RESOURCES = Resources({}, {}, {}, {})


def interpret_page(
    raw: PDFPage, device: PageDevice, loader: Interpreter, fonts: DocumentStrings
) -> PageContent:
    """Interpret the content streams of a page; raises on any that are irregular."""
    ctm = page_matrix(raw)
    device.set_ctm(ctm)
    fonts.release()
    columns = GlyphColumns(fonts.entries, fonts.table)
    state = GraphicsState(ctm)
    content = PageContent(device, loader, _execute, fonts, NO_RESOURCES, state, columns)
    _interpret(content, raw.resources, list_value(raw.contents), ctm)
    return content


def page_matrix(raw: PDFPage) -> Matrix:
    """The matrix from the user space of a page to points of the page as it is displayed."""
    x0, y0, x1, y1 = raw.mediabox
    rotated: dict[int, Matrix] = {
        90: (0, -1, 1, 0, -y0, x1),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, 1, -1, 0, y1, -x0),
    }
    return rotated.get(raw.rotate, (1, 0, 0, 1, -x0, -y0))


def _interpret(
    content: PageContent, resources: dict[object, object], streams: Sequence[object], ctm: Matrix
) -> None:
    """Interpret content streams as one."""
    content.device.budget.check()
    resolved = [stream_value(stream) for stream in streams]
    own = [stream.objid for stream in resolved if stream.objid is not None]
    outer = content.streams
    if len(own) < len(resolved) or set(own) & set(outer) or len(outer) > MAX_DEPTH:
        raise IrregularContent("a stream in itself")
    data = b"\n".join([stream.get_data() for stream in resolved])
    if len(data) > MAX_CONTENT:
        raise IrregularContent("a long content stream")
    content.begin(resources, ctm)
    content.streams = (*outer, *own)
    _execute(content, operations(data))
    content.streams = outer


def _execute(content: PageContent, found: list[Operation]) -> None:
    content.device.budget.count(len(found))
    with_operands, without_operands = WITH_OPERANDS, WITHOUT_OPERANDS
    for operation in found:
        operands, operator = operation[0], operation[1]
        if operator in with_operands:
            with_operands[operator](content, operands)
        elif operands and not operands.isspace():
            _execute_compound(content, operands, operator)
        elif operator in without_operands:
            without_operands[operator](content)
        elif operation[FONT]:
            show_text_object(content, operation)
        elif PAINTS_NOTHING.fullmatch(operator):
            content.path = [] if CLIPPING in operator else content.path
        else:
            raise IrregularContent("an operator")


def _execute_compound(content: PageContent, operands: bytes, operator: bytes) -> None:
    """Clip to a rectangle, or show strings; other operators with operands are irregular."""
    if CLIP.fullmatch(operator):
        content.clip(operands)
    elif PLACED.fullmatch(operator):
        show_placed_strings(content, operands, operator)
    else:
        raise IrregularContent("an operator")


# --- external objects (ISO 32000-1, 8.8 to 8.10) --------------------------------------------------


def _paint_xobject(content: PageContent, operands: bytes) -> None:
    """Do: paint an image or a form."""
    xobjects = content.resources.xobjects
    resource = name(operands)
    if resource not in xobjects:
        return
    xobject = stream_value(xobjects[resource])
    if content.device.hides_object(xobject):
        raise IrregularContent("hidden optional content")
    subtype = xobject.get("Subtype")
    if subtype is FORM and "BBox" in xobject:
        _paint_form(content, xobject)
    elif subtype is IMAGE and "Width" in xobject and "Height" in xobject:
        device = content.device
        device.images.append(painted_image(xobject, content.state.ctm, device.order))


def _paint_form(content: PageContent, form: PDFStream) -> None:
    """Interpret a form XObject in a graphics state of its own."""
    box, matrix = list_value(form["BBox"]), list_value(form.get("Matrix", (1, 0, 0, 1, 0, 0)))
    if len(box) != BOX_COORDINATES or not all(isinstance(x, int | float) for x in (*box, *matrix)):
        raise IrregularContent("the box of a form")
    own = form.get("Resources")
    before = content.resources, content.state, content.stack, content.path, content.font_sizes
    ctm = product(_matrix(matrix), content.state.ctm)
    declared = dict_value(own) if own else content.resources.declared
    content.device.forms.begin(box, ctm)
    _interpret(content, declared, [form], ctm)
    content.device.forms.end()
    content.resources, content.state, content.stack, content.path, content.font_sizes = before


def _matrix(values: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = values
    return a, b, c, d, e, f


WITHOUT_OPERANDS: Mapping[bytes, Callable[[PageContent], None]] = {
    **graphics_operators.WITHOUT_OPERANDS,
    **text_operators.WITHOUT_OPERANDS,
}
WITH_OPERANDS: Mapping[bytes, Callable[[PageContent, bytes], None]] = {
    **graphics_operators.WITH_OPERANDS,
    **text_operators.WITH_OPERANDS,
    b"Do": _paint_xobject,
}
