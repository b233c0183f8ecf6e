"""Prints the patterns that the package compiles while it reads documents, as JSON lines.

Each line has the library, the pattern, its flags and the function of the package that compiled it.
Run as a program, in a new interpreter, so that nothing is compiled before it listens.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from typing import Any

import regex

LIBRARIES = {"re": re.compile, "regex": regex.compile}
compiled: dict[str, None] = {}


def listen(library: str, function: Callable[..., Any]) -> None:
    """Record each pattern where the functions of a library have it compiled."""
    names = function.__globals__
    compile_pattern = names["_compile"]

    def recorded(pattern: Any, flags: Any, *more: Any) -> Any:
        made = compile_pattern(pattern, flags, *more)
        frame = sys._getframe(2)
        module = frame.f_globals.get("__name__", "")
        if module.startswith("unreport") and isinstance(made.pattern, str):
            place = f"{module}.{frame.f_code.co_name}"
            compiled[json.dumps([library, ascii(made.pattern), made.flags, place])] = None
        return made

    names["_compile"] = recorded


if __name__ == "__main__":
    for name, function in LIBRARIES.items():
        listen(name, function)
    import unreport
    from unreport.mentions import mentions

    for path in sys.argv[1:]:
        document = unreport.read(path)
        report = unreport.parse_document(document)
        unreport.check(report, document)
        mentions(report)
        for export in (unreport.to_json, unreport.to_html, unreport.to_markdown):
            export(report)
    sys.stdout.write("\n".join(compiled))
