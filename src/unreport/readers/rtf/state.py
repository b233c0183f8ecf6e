"""The properties of a group of an RTF file, and its open fields."""

from __future__ import annotations

from dataclasses import dataclass, field

from unreport.readers.rtf.subdocument import Properties

DEFAULT_SIZE = 24  # half-points


@dataclass(slots=True)
class State:
    """The properties of a group, inherited by the groups in it."""

    destination: str = "text"  # text, code (of a field), label, skip
    font: int | None = None
    bold: bool = False
    italic: bool = False
    size: int = DEFAULT_SIZE
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    vertical: str | None = None
    fallback: int = 1  # `\\uc`: characters after `\\u` for readers without Unicode
    starred: bool = False
    opens_field: bool = False
    opens_subdocument: bool = False
    paragraph: Properties = field(default_factory=Properties)


@dataclass
class Field:
    """An open field: its code, and whether its result has text."""

    code: list[str] = field(default_factory=list)
    has_result: bool = False
