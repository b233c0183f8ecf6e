"""The JSON Schema of a report, made from its types and the docstrings of their fields."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from typing import cast

import msgspec

from unreport.model import Report
from unreport.symbols.symbol import Symbol

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = "urn:unreport:report:1"  # the number is `Report.version`
MODULES = ("unreport.model", "unreport.nodes", "unreport.masthead", "unreport.places")


def json_schema() -> dict[str, object]:
    """The JSON Schema of a report (draft 2020-12); every type and every field has a description.

    >>> schema = json_schema()
    >>> schema["$defs"]["Span"]["properties"]["end"]["description"]
    'Offset behind the last character.'
    """
    schema = msgspec.json.schema(Report, schema_hook=_symbol_schema)
    for kind in _types(Report):
        definition = schema["$defs"][kind.__name__]
        definition["description"] = _without_examples(definition["description"])
        fields = definition["properties"]
        for name, text in _field_docstrings(kind):
            fields[name] = {"description": text, **fields[name]}
    return {"$schema": DIALECT, "$id": IDENTIFIER, "title": "Report", **schema}


def _symbol_schema(kind: type) -> dict[str, object]:
    if kind is not Symbol:
        raise NotImplementedError(f"{kind.__name__} has no JSON form.")
    return {
        "type": "string",
        "description": "A document symbol in its canonical form, such as A/80/L.1/Add.3.",
    }


def _without_examples(docstring: str) -> str:
    """A docstring without its examples, which are Python."""
    return docstring.partition(">>> ")[0].rstrip()


def _types(root: type[msgspec.Struct]) -> list[type[msgspec.Struct]]:
    """A type and all those that its fields hold, at any depth."""
    _, components = msgspec.json.schema_components([root], schema_hook=_symbol_schema)
    found = {cls.__name__: cls for cls in _subclasses(msgspec.Struct) if cls.__module__ in MODULES}
    return [found[name] for name in components]


def _subclasses(kind: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    for below in kind.__subclasses__():
        yield below
        yield from _subclasses(below)


def _field_docstrings(kind: type[msgspec.Struct]) -> Iterator[tuple[str, str]]:
    """The fields of a type with the string that stands below each, inherited ones included."""
    for own in kind.__mro__:
        if own.__module__ not in MODULES:
            continue
        tree = ast.parse(inspect.getsource(own))
        for field, below in pairwise(cast("ast.ClassDef", tree.body[0]).body):
            if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
                text = ast.literal_eval(below.value)
                yield ast.unparse(field.target), str(text)
