"""Style inheritance (ECMA-376 part 1, 17.7): effective paragraph and run properties."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct
from msgspec.structs import replace

from unreport.readers.word.heading_styles import BODY, style_name_level
from unreport.readers.word.xml_names import PPR, RPR, Element, W, child, integer, toggle, val

MAX_STYLE_CHAIN = 40  # of `w:basedOn`; Word allows 11
DEFAULT_SIZE = 10.0
PREVAILING_SHARE = 0.9  # of the characters; an upright comma does not make a bold heading regular
TOGGLES = ("bold", "italic", "bold_rtl", "italic_rtl", "hidden")
MIN_RAISED = 4  # half-points of a superscript
BODY_OUTLINE_LEVEL = 9  # `w:outlineLvl` of body text


class RunProperties(Struct, frozen=True, kw_only=True):
    """Run properties (`w:rPr`); None where a property is absent."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    bold_rtl: bool | None = None
    italic_rtl: bool | None = None
    size_rtl: float | None = None
    hidden: bool | None = None
    rtl: bool | None = None
    font: str | None = None
    vertical: str | None = None  # `w:vertAlign`: superscript, subscript or baseline
    raised: int | None = None  # `w:position` in half-points
    language: str | None = None
    language_rtl: str | None = None

    def inheriting(self, base: RunProperties) -> RunProperties:
        """These properties; absent ones from `base`."""
        own = {name: v for name in self.__struct_fields__ if (v := getattr(self, name)) is not None}
        return replace(base, **own) if own else base


class CharacterFormat(Struct, frozen=True):
    """Visible format of characters: size in points, bold, italic."""

    size: float | None
    bold: bool
    italic: bool


class ParagraphStyle(Struct, frozen=True, kw_only=True):
    """A paragraph style with its inherited properties."""

    name: str = ""
    run_properties: RunProperties = RunProperties()
    level: int | None = None
    num: str | None = None
    numbering_levels: tuple[tuple[str, int | None], ...] = ()
    """Id and `w:ilvl` of the styles in the chain, own first, up to that with the `w:numId`."""
    centred: bool | None = None
    rtl: bool | None = None
    paragraph_properties: tuple[Element, ...] = ()  # `w:pPr` of the chain, own first


class Styles(Struct, frozen=True, kw_only=True):
    """The styles of a file."""

    paragraphs: dict[str, ParagraphStyle]
    runs: dict[str, RunProperties]
    default: ParagraphStyle
    numbering: dict[str, str]  # numbering instance of each numbering style
    names: dict[str, str] = {}  # names of character styles in lower case

    def paragraph(self, ppr: Element | None) -> ParagraphStyle:
        """The style of a paragraph, or the default style."""
        style = val(ppr, "pStyle")
        return self.default if style is None else self.paragraphs.get(style, self.default)

    def run(self, rpr: Element, base: RunProperties) -> RunProperties:
        """Effective run properties: direct formatting, character style, `base`."""
        own = run_properties(rpr)
        style = val(rpr, "rStyle")
        if style is not None and style in self.runs:
            base = toggled(self.runs[style], base)
        return own.inheriting(base)


def toggled(style: RunProperties, base: RunProperties) -> RunProperties:
    """The properties of a character style over those of the paragraph style (17.7.3).

    A toggle property that is on in both styles is off, and one that is off in the character style
    does not change that of the paragraph style.
    """
    changes = {
        name: bool(getattr(base, name)) != on
        for name in TOGGLES
        if (on := getattr(style, name)) is not None
    }
    return replace(style.inheriting(base), **changes)


def character_format(run_format: RunProperties) -> CharacterFormat:
    """The visible format; right-to-left text has its own size and weight (`w:szCs`, `w:bCs`)."""
    if run_format.rtl:
        return CharacterFormat(
            run_format.size_rtl or run_format.size,
            bool(run_format.bold_rtl),
            bool(run_format.italic_rtl),
        )
    return CharacterFormat(run_format.size, bool(run_format.bold), bool(run_format.italic))


def vertical_alignment(run: RunProperties, base: RunProperties) -> str | None:
    """`w:vertAlign`, or superscript for text that is raised and smaller than that of its style."""
    smaller = run.size is not None and base.size is not None and run.size < base.size
    if run.vertical is None and smaller and (run.raised or 0) >= MIN_RAISED:
        return "superscript"
    return run.vertical


def prevailing_format(formats: Counter[CharacterFormat]) -> CharacterFormat | None:
    """The format of most characters of a line; bold and italic if nearly all are."""
    if not formats:
        return None
    sizes: Counter[float | None] = Counter()
    for run_format, n in formats.items():
        sizes[run_format.size] += n
    enough = PREVAILING_SHARE * formats.total()
    bold = sum(n for run_format, n in formats.items() if run_format.bold)
    italic = sum(n for run_format, n in formats.items() if run_format.italic)
    return CharacterFormat(sizes.most_common(1)[0][0], bold > enough, italic > enough)


def run_properties(rpr: Element | None) -> RunProperties:
    """Read run properties."""
    if rpr is None or not len(rpr):
        return RunProperties()
    size, size_rtl = integer(val(rpr, "sz")), integer(val(rpr, "szCs"))
    fonts, languages = child(rpr, "rFonts"), child(rpr, "lang")
    return RunProperties(
        bold=toggle(rpr, "b"),
        italic=toggle(rpr, "i"),
        size=None if size is None else size / 2,
        bold_rtl=toggle(rpr, "bCs"),
        italic_rtl=toggle(rpr, "iCs"),
        size_rtl=None if size_rtl is None else size_rtl / 2,
        hidden=_any_on(toggle(rpr, "vanish"), toggle(rpr, "specVanish")),
        rtl=_any_on(toggle(rpr, "rtl"), toggle(rpr, "cs")),
        font=None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi"),
        vertical=val(rpr, "vertAlign"),
        raised=integer(val(rpr, "position")),
        language=None if languages is None else languages.get(f"{W}val"),
        language_rtl=None if languages is None else languages.get(f"{W}bidi"),
    )


def _any_on(a: bool | None, b: bool | None) -> bool | None:  # noqa: FBT001  # two toggles of the same property
    return bool(a or b) if a is not None or b is not None else None


def centred(ppr: Element | None) -> bool | None:
    """Whether paragraph properties centre the text; None if they have no alignment."""
    side = val(ppr, "jc")
    return None if side is None else side == "center"


def outline_level(ppr: Element | None) -> int | None:
    """The outline level of paragraph properties: 0 to 8 for headings, 9 for body text."""
    return integer(val(ppr, "outlineLvl"))


def read_styles(root: Element | None) -> Styles:
    """Read `styles.xml`; without it there is only a default style."""
    base = RunProperties(size=DEFAULT_SIZE)
    if root is None:
        default = ParagraphStyle(run_properties=base)
        return Styles(paragraphs={}, runs={}, default=default, numbering={})
    base = run_properties(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")).inheriting(base)
    by_id = {e.get(f"{W}styleId", ""): e for e in root.findall(f"{W}style")}
    kinds = {style: e.get(f"{W}type") for style, e in by_id.items()}
    paragraphs = {
        style: _paragraph_style(_inheritance_chain(style, by_id), base)
        for style, kind in kinds.items()
        if kind == "paragraph"
    }
    runs = {
        style: _inherited_run_properties(_inheritance_chain(style, by_id))
        for style, kind in kinds.items()
        if kind == "character"
    }
    numbering = {
        style: num
        for style, kind in kinds.items()
        if kind == "numbering" and (num := val(child(child(by_id[style], "pPr"), "numPr"), "numId"))
    }
    names = {style: (val(by_id[style], "name") or "").lower() for style in runs}
    first = (s for s in paragraphs if by_id[s].get(f"{W}default") in {"1", "true", "on"})
    default = paragraphs.get(next(first, ""), ParagraphStyle(run_properties=base))
    return Styles(
        paragraphs=paragraphs, runs=runs, default=default, numbering=numbering, names=names
    )


def _inheritance_chain(style: str, by_id: dict[str, Element]) -> tuple[Element, ...]:
    """A style and its base styles, nearest first; a circular chain ends where it closes."""
    out: list[Element] = []
    seen: set[str] = set()
    here: str | None = style
    while here in by_id and here not in seen and len(out) < MAX_STYLE_CHAIN:
        seen.add(here)
        out.append(by_id[here])
        here = val(by_id[here], "basedOn")
    return tuple(out)


def _inherited_run_properties(chain: tuple[Element, ...]) -> RunProperties:
    out = RunProperties()
    for element in reversed(chain):
        out = run_properties(element.find(RPR)).inheriting(out)
    return out


def _paragraph_style(chain: tuple[Element, ...], base: RunProperties) -> ParagraphStyle:
    pprs = tuple(ppr for e in chain if (ppr := e.find(PPR)) is not None)
    num, levels = _style_numbering(chain)
    return ParagraphStyle(
        name=val(chain[0], "name") or chain[0].get(f"{W}styleId", ""),
        run_properties=_inherited_run_properties(chain).inheriting(base),
        level=_level(chain),
        num=num,
        numbering_levels=levels,
        centred=next((c for ppr in pprs if (c := centred(ppr)) is not None), None),
        rtl=next((r for ppr in pprs if (r := toggle(ppr, "bidi")) is not None), None),
        paragraph_properties=pprs,
    )


def _style_numbering(
    chain: tuple[Element, ...],
) -> tuple[str | None, tuple[tuple[str, int | None], ...]]:
    """The numbering instance of a style, and the levels of the styles that may define its level."""
    levels: list[tuple[str, int | None]] = []
    for element in chain:
        num_pr = child(child(element, "pPr"), "numPr")
        levels.append((element.get(f"{W}styleId", ""), integer(val(num_pr, "ilvl"))))
        num = val(num_pr, "numId")
        if num is not None:
            return num, tuple(levels)
    return None, tuple(levels)


def _level(chain: tuple[Element, ...]) -> int | None:
    """The heading level of the nearest style with a known name or an outline level."""
    for element in chain:
        known, level = False, None
        for name in (val(element, "name") or "", element.get(f"{W}styleId", "")):
            known, level = (known, level) if known else style_name_level(name)
        if known and level != BODY:
            return level
        if (said := outline_level(element.find(PPR))) is not None:
            return said + 1 if said < BODY_OUTLINE_LEVEL else BODY
        if known:
            return level
    return None
