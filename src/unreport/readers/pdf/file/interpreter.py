"""Content streams: operators executed one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from pdfminer.pdfinterp import PDFPageInterpreter, PDFTextState
from pdfminer.pdftypes import (
    PDFObjRef,
    PDFStream,
    dict_value,
    list_value,
    num_value,
    resolve1,
    stream_value,
)
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, literal_name
from pdfminer.utils import Matrix, mult_matrix

from unreport.errors import UnreportError
from unreport.readers.pdf.file.limits import Budget
from unreport.readers.pdf.file.syntax.tokens import ContentParser

if TYPE_CHECKING:
    from unreport.readers.pdf.file.device import PageDevice

OPERATOR_CHARS = str.maketrans({"*": "_a", '"': "_w", "'": "_q"})
TEXT_RESOURCES = frozenset({"Font", "XObject"})
INVALID_OPERATOR = "an instruction to draw makes no sense"
NO_FONT = "text is drawn without a font"


class Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter, except that an operator that fails does not end the page."""

    def __init__(self, manager: Any, device: Any, budget: Budget, damaged: list[str]) -> None:  # noqa: ANN401
        super().__init__(manager, device)
        self._budget = budget
        self._damaged = damaged
        self._outer_text: PDFTextState | None = None

    def subinterp(self) -> Interpreter:
        """Give an interpreter for a form XObject."""
        self._budget.check()
        inner = Interpreter(self.rsrcmgr, self.device, self._budget, self._damaged)
        inner._outer_text = self.textstate
        inner.parent_stream_ids.update(self.parent_stream_ids, self.stream_ids)
        return inner

    def init_resources(self, resources: dict[object, object]) -> None:
        """Load the resources of a page; without colour spaces, if those are broken."""
        declared = dict_value(resources)
        try:
            super().init_resources(declared)
        except UnreportError:
            raise
        except Exception:  # noqa: BLE001 - the library raises anything on damaged files
            for_text: dict[object, object] = {
                key: declared[key] for key in TEXT_RESOURCES if key in declared
            }
            super().init_resources(for_text)

    def init_state(self, ctm: Any) -> None:  # noqa: ANN401
        """Begin a content stream; a form has the text state of its painter (8.10.1)."""
        super().init_state(ctm)
        if self._outer_text is not None:
            self.textstate = self._outer_text.copy()
            self.textstate.reset()

    def execute(self, streams: Sequence[object]) -> None:
        """Execute content streams, except those that contain themselves."""
        resolved = [stream for stream in map(stream_value, streams) if stream.objid is not None]
        acyclic = [stream for stream in resolved if stream.objid not in self.parent_stream_ids]
        self.stream_ids = {stream.objid for stream in acyclic if stream.objid is not None}
        self._run(acyclic)

    def do_Tf(self, fontid: Any, fontsize: Any) -> None:  # noqa: ANN401, N802 - as the library has it
        """Set the font; pdfminer substitutes a default for a font that is missing."""
        if literal_name(fontid) not in self.fontmap:
            self._damaged.append("a font is not in the file")
        super().do_Tf(fontid, fontsize)

    def do_gs(self, name: Any) -> None:  # noqa: ANN401 - as the library has it
        """Set the font of a graphics state parameter dictionary (ISO 32000-1, 8.4.5), if any."""
        states = dict_value(self.resources.get("ExtGState", {}))
        font = resolve1(dict_value(states.get(literal_name(name), {})).get("Font"))
        given = list_value(font) if font is not None else []
        if len(given) == 2:  # noqa: PLR2004  the font and its size
            reference, size = given
            number = reference.objid if isinstance(reference, PDFObjRef) else None
            self.textstate.font = self.rsrcmgr.get_font(number, dict_value(reference))
            self.textstate.fontsize = num_value(size)

    def do_TJ(self, seq: Any) -> None:  # noqa: ANN401, N802 - as the library has it
        """Show strings; without a font, there is nothing that they show."""
        if self.textstate.font is None:
            self._damaged.append(NO_FONT)
        super().do_TJ(seq)

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: ANN401, N802 - as the library has it
        """Paint a form or image; pdfminer's device would go on with the matrix of the form."""
        device = cast("PageDevice", self.device)
        xobject = self.xobjmap.get(literal_name(xobjid_arg))
        device.nest(hidden=device.hides_object(xobject))
        device.forms.begin(*_box_of_form(xobject, self.ctm))
        super().do_Do(xobjid_arg)
        device.forms.end()
        device.end_tag()
        device.set_ctm(self.ctm)

    def _run(self, streams: list[PDFStream]) -> None:
        try:
            parser = ContentParser(streams, self._budget)
            while True:
                token = parser.nextobject()[1]
                self._budget.tick()
                if isinstance(token, PSKeyword):
                    self._execute_operator(token.name)
                else:
                    self.argstack.append(token)
        except PSEOF:
            return

    def _execute_operator(self, name: str | bytes) -> None:
        method, count = _operator_method(name)
        operands = self.pop(count)
        if not method or len(operands) < count:
            self._damaged.append(INVALID_OPERATOR)
            return
        try:
            getattr(self, method)(*operands)
        except (UnreportError, RecursionError, MemoryError):
            raise
        except Exception:  # noqa: BLE001 - the library raises anything on damaged files
            self._damaged.append(INVALID_OPERATOR)


def _box_of_form(xobject: object, ctm: Matrix) -> tuple[list[float], Matrix]:
    """The box of a form XObject and the matrix that places it; no box if it is none."""
    form = resolve1(xobject)
    box = [*list_value(form.get("BBox", []))] if isinstance(form, PDFStream) else []
    if len(box) != 4 or not all(isinstance(x, int | float) for x in box):  # noqa: PLR2004
        return [], ctm
    a, b, c, d, e, f = list_value(form.get("Matrix", (1, 0, 0, 1, 0, 0)))
    return box, mult_matrix((a, b, c, d, e, f), ctm)


@lru_cache(maxsize=512)
def _operator_method(name: str | bytes) -> tuple[str, int]:
    """The method of an operator and its number of operands; an empty name if it is unknown."""
    letters = name if isinstance(name, str) else name.decode("latin-1")
    method = f"do_{letters.translate(OPERATOR_CHARS)}"
    function = getattr(PDFPageInterpreter, method, None)
    return (method, function.__code__.co_argcount - 1) if function else ("", 0)
