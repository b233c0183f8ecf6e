"""Styles: what a paragraph and a run look like once all that they inherit is counted in."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct
from msgspec.structs import replace

from unreport.readers.word.heading_styles import BODY, named_level
from unreport.readers.word.xml_names import PPR, RPR, Element, W, child, number, switch, value

DEEPEST = 40  # styles in a row that build on each other; Word allows 11
DEFAULT_SIZE = 10.0
MOSTLY = 0.9  # of the letters: a stray upright comma does not make a heading less bold
TEXT_LEVEL = 9  # the outline level that says "no heading"


class Look(Struct, frozen=True, kw_only=True):
    """What a run looks like; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    bold_rtl: bool | None = None
    italic_rtl: bool | None = None
    size_rtl: float | None = None
    hidden: bool | None = None
    rtl: bool | None = None
    font: str | None = None

    def over(self, base: Look) -> Look:
        """What this look says, and for the rest what it builds on."""
        own = {name: v for name in self.__struct_fields__ if (v := getattr(self, name)) is not None}
        return replace(base, **own) if own else base


class Ink(Struct, frozen=True):
    """What shows of a look: size in points, bold, italic."""

    size: float | None
    bold: bool
    italic: bool


class ParagraphStyle(Struct, frozen=True, kw_only=True):
    """A paragraph style with all that it inherits."""

    name: str = ""
    look: Look = Look()
    level: int | None = None
    num: str | None = None
    numbered_at: int | None = None
    numbered_by: str | None = None  # the style in the chain that names the list
    centred: bool | None = None
    rtl: bool | None = None
    indents: tuple[Element, ...] = ()  # `w:pPr` elements, the style's own first


class Styles(Struct, frozen=True, kw_only=True):
    """All styles of a file."""

    paragraphs: dict[str, ParagraphStyle]
    runs: dict[str, Look]
    default: ParagraphStyle
    lists: dict[str, str]  # numbering styles: the list that each stands for

    def paragraph(self, ppr: Element | None) -> ParagraphStyle:
        """The style that a paragraph names, or the default."""
        style = value(ppr, "pStyle")
        return self.default if style is None else self.paragraphs.get(style, self.default)

    def run(self, rpr: Element, base: Look) -> Look:
        """The look of a run with its own properties and those of its character style."""
        own = look(rpr)
        style = value(rpr, "rStyle")
        if style is not None and style in self.runs:
            own = own.over(self.runs[style])
        return own.over(base)


def ink(shown: Look) -> Ink:
    """Text from right to left has a size and weight of its own (`w:szCs`, `w:bCs`)."""
    if shown.rtl:
        return Ink(shown.size_rtl or shown.size, bool(shown.bold_rtl), bool(shown.italic_rtl))
    return Ink(shown.size, bool(shown.bold), bool(shown.italic))


def prevailing(inks: Counter[Ink]) -> Ink | None:
    """What most letters of a line look like: bold and italic where nearly all are."""
    if not inks:
        return None
    sizes: Counter[float | None] = Counter()
    for shown, n in inks.items():
        sizes[shown.size] += n
    enough = MOSTLY * inks.total()
    bold = sum(n for shown, n in inks.items() if shown.bold)
    italic = sum(n for shown, n in inks.items() if shown.italic)
    return Ink(sizes.most_common(1)[0][0], bold > enough, italic > enough)


def look(rpr: Element | None) -> Look:
    """What run properties say."""
    if rpr is None or not len(rpr):
        return Look()
    size, size_rtl = number(value(rpr, "sz")), number(value(rpr, "szCs"))
    fonts = child(rpr, "rFonts")
    return Look(
        bold=switch(rpr, "b"),
        italic=switch(rpr, "i"),
        size=None if size is None else size / 2,
        bold_rtl=switch(rpr, "bCs"),
        italic_rtl=switch(rpr, "iCs"),
        size_rtl=None if size_rtl is None else size_rtl / 2,
        hidden=_either(switch(rpr, "vanish"), switch(rpr, "specVanish")),
        rtl=_either(switch(rpr, "rtl"), switch(rpr, "cs")),
        font=None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi"),
    )


def _either(a: bool | None, b: bool | None) -> bool | None:  # noqa: FBT001  # two marks of one thing
    return a or b if a is not None or b is not None else None


def centred(ppr: Element | None) -> bool | None:
    """Whether paragraph properties centre the text; None where they do not say."""
    side = value(ppr, "jc")
    return None if side is None else side == "center"


def outline(ppr: Element | None) -> int | None:
    """The outline level of paragraph properties: 0 to 8 are headings, 9 is text."""
    return number(value(ppr, "outlineLvl"))


# --- reading the part ---------------------------------------------------------------------------


def read_styles(root: Element | None) -> Styles:
    """All styles of `styles.xml`; without it every paragraph looks like the default."""
    base = Look(size=DEFAULT_SIZE)
    if root is None:
        default = ParagraphStyle(look=base)
        return Styles(paragraphs={}, runs={}, default=default, lists={})
    base = look(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")).over(base)
    by_id = {e.get(f"{W}styleId", ""): e for e in root.findall(f"{W}style")}
    kinds = {style: e.get(f"{W}type") for style, e in by_id.items()}
    paragraphs = {
        style: _paragraph_style(_chain(style, by_id), base)
        for style, kind in kinds.items()
        if kind == "paragraph"
    }
    runs = {
        style: _run_look(_chain(style, by_id))
        for style, kind in kinds.items()
        if kind == "character"
    }
    lists = {
        style: num
        for style, kind in kinds.items()
        if kind == "numbering"
        and (num := value(child(child(by_id[style], "pPr"), "numPr"), "numId"))
    }
    first = (s for s in paragraphs if by_id[s].get(f"{W}default") in {"1", "true", "on"})
    default = paragraphs.get(next(first, ""), ParagraphStyle(look=base))
    return Styles(paragraphs=paragraphs, runs=runs, default=default, lists=lists)


def _chain(style: str, by_id: dict[str, Element]) -> tuple[Element, ...]:
    """A style and what it builds on, nearest first; a ring of styles ends where it closes."""
    out: list[Element] = []
    seen: set[str] = set()
    here: str | None = style
    while here in by_id and here not in seen and len(out) < DEEPEST:
        seen.add(here)
        out.append(by_id[here])
        here = value(by_id[here], "basedOn")
    return tuple(out)


def _run_look(chain: tuple[Element, ...]) -> Look:
    out = Look()
    for element in reversed(chain):
        out = look(element.find(RPR)).over(out)
    return out


def _paragraph_style(chain: tuple[Element, ...], base: Look) -> ParagraphStyle:
    pprs = tuple(ppr for e in chain if (ppr := e.find(PPR)) is not None)
    num, at, by = _list_of(chain)
    return ParagraphStyle(
        name=value(chain[0], "name") or chain[0].get(f"{W}styleId", ""),
        look=_run_look(chain).over(base),
        level=_level(chain),
        num=num,
        numbered_at=at,
        numbered_by=by,
        centred=next((c for ppr in pprs if (c := centred(ppr)) is not None), None),
        rtl=next((r for ppr in pprs if (r := switch(ppr, "bidi")) is not None), None),
        indents=pprs,
    )


def _list_of(chain: tuple[Element, ...]) -> tuple[str | None, int | None, str | None]:
    """The list that a style names, the level that it says, and the style in the chain that does."""
    at: int | None = None
    for element in chain:
        num_pr = child(child(element, "pPr"), "numPr")
        at = number(value(num_pr, "ilvl")) if at is None else at
        num = value(num_pr, "numId")
        if num is not None:
            return num, at, element.get(f"{W}styleId")
    return None, None, None


def _level(chain: tuple[Element, ...]) -> int | None:
    """By the nearest style whose name is known or that has an outline level."""
    for element in chain:
        known, level = False, None
        for name in (value(element, "name") or "", element.get(f"{W}styleId", "")):
            known, level = (known, level) if known else named_level(name)
        if known and level != BODY:
            return level
        if (said := outline(element.find(PPR))) is not None:
            return said + 1 if said < TEXT_LEVEL else BODY
        if known:
            return level
    return None
