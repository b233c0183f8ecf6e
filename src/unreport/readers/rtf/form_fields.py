r"""Form fields of RTF (`\formfield`): what is chosen, ticked or filled in by default."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from unreport.readers.rtf.tokens import Token
from unreport.readers.word.fields.form_fields import FormField

CHECK_BOX = 1  # `\fftype`
UNDEFINED = 25  # `\ffres` of a field that has its default
TEXTS = frozenset({"ffl", "ffdeftext"})
"""Groups of a form field whose text is read: an entry of a list, the default text."""


def read_form(group: list[Token], codec: str) -> FormField:
    r"""`{\formfield\fftype2\ffres1{\*\ffl Vienna}{\*\ffl Geneva}}`."""
    numbers = {token.name: token.number or 0 for token in group if token.kind == "word"}
    result = numbers.get("ffres", UNDEFINED)
    if result == UNDEFINED:
        result = numbers.get("ffdefres", 0)
    texts = list(_texts(group, codec))
    return FormField(
        checked=numbers.get("fftype") == CHECK_BOX and bool(result),
        choices=tuple(text for name, text in texts if name == "ffl"),
        chosen=result,
        text=next((text for name, text in texts if name == "ffdeftext"), ""),
    )


def _texts(group: list[Token], codec: str) -> Iterator[tuple[str, str]]:
    """The texts of the groups in a form field, with the name of each."""
    tokens = iter(group)
    for token in tokens:
        if token.name in TEXTS:
            yield token.name, _text(tokens, codec)


def _text(tokens: Iterable[Token], codec: str) -> str:
    """Text up to the end of its group; a character replaces another one behind it."""
    out: list[str] = []
    skip = 0
    for token in tokens:
        if token.kind == "close":
            break
        if token.kind in ("text", "hex"):
            out.append(token.data[skip:].decode(codec, errors="replace"))
            skip = max(skip - len(token.data), 0)
        elif token.name == "u" and token.number is not None:
            out.append(chr(token.number % 0x10000))
            skip = 1
    text = "".join(out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.strip()
