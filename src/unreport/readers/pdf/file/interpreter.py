"""What a page is told to draw, carried out one instruction at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, dict_value, stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, literal_name

from unreport.errors import UnreportError
from unreport.readers.pdf.file.limits import Clock
from unreport.readers.pdf.file.tokens import ContentParser

SIGNS = str.maketrans({"*": "_a", '"': "_w", "'": "_q"})
NEEDED = ("Font", "XObject")
SENSELESS = "an instruction to draw makes no sense"


class Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter, but an instruction that fails does not end the page."""

    def __init__(self, manager: Any, device: Any, clock: Clock, damaged: list[str]) -> None:  # noqa: ANN401
        super().__init__(manager, device)
        self._clock = clock
        self._damaged = damaged

    def subinterp(self) -> Interpreter:
        """Give an interpreter for what is drawn as a whole."""
        self._clock.look()
        inner = Interpreter(self.rsrcmgr, self.device, self._clock, self._damaged)
        inner.parent_stream_ids.update(self.parent_stream_ids, self.stream_ids)
        return inner

    def init_resources(self, resources: dict[object, object]) -> None:
        """Make the fonts of a page ready; without its colours, if those are not sound."""
        said = dict_value(resources)
        try:
            super().init_resources(said)
        except UnreportError:
            raise
        except Exception:  # noqa: BLE001 - the library raises anything on damaged files
            super().init_resources({key: said[key] for key in NEEDED if key in said})

    def execute(self, streams: Sequence[object]) -> None:
        """Carry out the instructions of some streams, none of them within itself."""
        found = [stream for stream in map(stream_value, streams) if stream.objid is not None]
        own = [stream for stream in found if stream.objid not in self.parent_stream_ids]
        self.stream_ids = {stream.objid for stream in own if stream.objid is not None}
        self._carry_out(own)

    def do_Tf(self, fontid: Any, fontsize: Any) -> None:  # noqa: ANN401, N802 - as the library has it
        """Set the font; the library takes one of its own for a font that is not there."""
        if literal_name(fontid) not in self.fontmap:
            self._damaged.append("a font is not in the file")
        super().do_Tf(fontid, fontsize)

    def _carry_out(self, streams: list[PDFStream]) -> None:
        try:
            parser = ContentParser(streams, self._clock)
            while True:
                token = parser.nextobject()[1]
                self._clock.tick()
                if isinstance(token, PSKeyword):
                    self._call(token.name)
                else:
                    self.argstack.append(token)
        except PSEOF:
            return

    def _call(self, name: str | bytes) -> None:
        method, count = _instruction(name)
        values = self.pop(count)
        if not method or len(values) < count:
            self._damaged.append(SENSELESS)
            return
        try:
            getattr(self, method)(*values)
        except (UnreportError, RecursionError, MemoryError):
            raise
        except Exception:  # noqa: BLE001 - the library raises anything on damaged files
            self._damaged.append(SENSELESS)


@lru_cache(maxsize=512)
def _instruction(name: str | bytes) -> tuple[str, int]:
    """The method for an instruction, and how many values it takes; none if there is none."""
    letters = name if isinstance(name, str) else name.decode("latin-1")
    method = f"do_{letters.translate(SIGNS)}"
    function = getattr(PDFPageInterpreter, method, None)
    return (method, function.__code__.co_argcount - 1) if function else ("", 0)
