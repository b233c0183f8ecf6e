"""The properties of a group of an RTF file, and its open fields."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from unreport.readers.rtf.charsets import Font
from unreport.readers.rtf.subdocument import Properties
from unreport.readers.word.fields.codes import shows_result
from unreport.readers.word.fields.form_fields import FormField
from unreport.readers.word.runs import RunFormat
from unreport.readers.word.styles import MIN_RAISED, CharacterFormat, prevailing_format

DEFAULT_SIZE = 24  # half-points
DEFAULT_RAISED = 6  # half-points of `\up`


@dataclass(slots=True)
class State:
    """The properties of a group, inherited by the groups in it."""

    destination: str = "text"  # text, code (of a field), label, skip
    font: int | None = None
    rtl_font: int | None = None  # `\af`: of right-to-left text
    rtl: bool = False
    associated: bool = (
        False  # `\\loch`, `\\hich` or `\\dbch`: fonts of left-to-right scripts follow
    )
    bold: bool = False
    italic: bool = False
    size: int = DEFAULT_SIZE
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    vertical: str | None = None
    raised: int = 0  # `\up` in half-points
    fallback: int = 1  # `\uc`: characters after `\u` for readers without Unicode
    starred: bool = False
    opens_field: bool = False
    opens_subdocument: bool = False
    paragraph: Properties = field(default_factory=Properties)

    @property
    def run_format(self) -> RunFormat:
        """The format of the text."""
        shown = CharacterFormat(self.size / 2, self.bold, self.italic)
        return RunFormat(shown, hidden=False, font=None)

    def vertical_among(self, formats: Counter[CharacterFormat]) -> str | None:
        """Superscript or subscript; raised text is a superscript if smaller than the paragraph."""
        shown = prevailing_format(formats)
        smaller = shown is not None and shown.size is not None and self.size / 2 < shown.size
        if self.vertical is None and smaller and self.raised >= MIN_RAISED:
            return "superscript"
        return self.vertical

    def used_font(self, fonts: dict[int, Font], default: int | None) -> Font:
        """The font of the text; right-to-left text may have a font of its own."""
        own = fonts.get(self.rtl_font or 0, Font())
        if self.rtl and self.rtl_font is not None and own.codec:
            return own
        number = default if self.font is None else self.font
        return fonts.get(number or 0, Font())

    def default_paragraph(self, _: int | None) -> None:
        """Default paragraph properties."""
        self.paragraph = Properties()

    def plain(self, _: int | None) -> None:
        """Default character properties."""
        self.font, self.size, self.vertical, self.raised = None, DEFAULT_SIZE, None, 0
        self.bold = self.italic = self.hidden = self.deleted = self.inserted = False

    def set_font(self, number: int | None) -> None:
        """The font of the text."""
        self.font = number

    def set_rtl_font(self, number: int | None) -> None:
        r"""The font of right-to-left text; after `\hich` or `\dbch`, that of another script."""
        if not self.associated:
            self.rtl_font = number

    def right_to_left(self, _: int | None) -> None:
        """Right-to-left text and its properties follow."""
        self.rtl, self.associated = True, False

    def left_to_right(self, _: int | None) -> None:
        """Left-to-right text and its properties follow."""
        self.rtl, self.associated = False, False

    def set_size(self, number: int | None) -> None:
        """The size of the text in half-points."""
        self.size = number if number and number > 0 else DEFAULT_SIZE

    def raise_text(self, number: int | None) -> None:
        """Raise the text by half-points."""
        self.raised = DEFAULT_RAISED if number is None else number

    def set_fallback(self, number: int | None) -> None:
        """The number of characters after each Unicode character for other readers."""
        self.fallback = 1 if number is None else max(number, 0)


@dataclass
class Field:
    """An open field: its code, and whether its result has text."""

    code: list[str] = field(default_factory=list)
    has_result: bool = False
    form: FormField | None = None

    @property
    def is_hidden(self) -> bool:
        """Whether the result of a field of this type is not shown."""
        return not shows_result("".join(self.code))
