"""Composes OpenDocument text files from their parts, for tests."""

from word_files import zipped

BASE = "urn:oasis:names:tc:opendocument:xmlns:"
FIELD = "urn:openoffice:names:experimental:ooxml-odf-interop:xmlns:field:1.0"
PREFIXES = {
    "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
    "fo": "xsl-fo-compatible", "form": "form",
}  # fmt: skip
NAMESPACES = " ".join(
    [
        *(f'xmlns:{prefix}="{BASE}{name}:1.0"' for prefix, name in PREFIXES.items()),
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        f'xmlns:field="{FIELD}"',
    ]
)
MIMETYPE = "application/vnd.oasis.opendocument.text"


def odt(
    body: str,
    *,
    automatic: str = "",
    styles: str = "",
    pages: str = "",
    parts: dict[str, str] | None = None,
) -> bytes:
    """A file of a body, automatic and named styles, master pages, and other parts by name."""
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    named = (
        f"<office:document-styles {NAMESPACES}><office:styles>{styles}</office:styles>"
        f"<office:master-styles>{pages}</office:master-styles></office:document-styles>"
    )
    files = {"mimetype": MIMETYPE, "content.xml": content, "styles.xml": named}
    return zipped(files | (parts or {}))


def p(inner: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'
