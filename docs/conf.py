"""The documentation's site: Sphinx, since it fails on a broken reference and reads docstrings.

Furo is its theme (readable at any width, light and dark) and MyST its Markdown.  MkDocs was the
other choice: its Material theme is no longer developed, and the successor is not stable yet.
"""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

import unreport

logger = logging.getLogger(__name__)
project = "unreport"
version = release = unreport.__version__
copyright = "the authors of unreport"  # noqa: A001
html_title = f"unreport {version}"
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
exclude_patterns = ["_build"]
source_suffix = {".md": "markdown"}
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
default_role = "code"  # a word in single backticks, in the docstrings

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["directions.css"]
html_copy_source = False

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_default_options = {"members": True, "undoc-members": True, "show-inheritance": True}
autodoc_preserve_defaults = True

SCHEMA = "report.schema.json"


def write_schema(app: Sphinx, error: Exception | None) -> None:
    """The JSON Schema of a report beside the pages."""
    if error is None and app.builder.format == "html":
        schema = json.dumps(unreport.json_schema(), indent=2, ensure_ascii=False)
        Path(app.outdir, SCHEMA).write_text(schema, encoding="utf-8")


OUTPUT = re.compile(r'<span class="go">.*?</span>')
ARABIC = re.compile(r"\(?[\u0600-\u06ff][^'<>|&]*(?<! )")
"""From the first letter or digit to a quotation mark, an angle bracket or a column's end."""


def isolate_arabic(
    _: Sphinx, __: str, ___: str, context: dict[str, str], ____: nodes.document | None
) -> None:
    """Isolate Arabic in the output of examples, so that its neighbours do not change places."""
    if "body" in context:
        context["body"] = OUTPUT.sub(
            lambda output: ARABIC.sub(r"<bdi>\g<0></bdi>", output[0]), context["body"]
        )


class Links(HTMLParser):
    """The targets of a page's links and images, and the anchors in it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.targets: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called for every tag."""
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.add(value)
            elif name in ("href", "src") and value and "://" not in value:
                self.targets.add(value)


def check_local_links(app: Sphinx, error: Exception | None) -> None:
    """Warn of links between the pages that lead nowhere; other sites are not asked."""
    if error is not None or app.builder.format != "html":
        return
    pages = {page: Links(page) for page in Path(app.outdir).resolve().rglob("*.html")}
    for page, links in pages.items():
        for target in sorted(links.targets):
            url = urlsplit(target)
            file = (page.parent / unquote(url.path)).resolve() if url.path else page
            lacks_anchor = (
                url.fragment and file in pages and url.fragment not in (pages[file].anchors)
            )
            if not url.scheme and (not file.exists() or lacks_anchor):
                logger.warning("%s: %s leads nowhere", page.name, target)


def setup(app: Sphinx) -> MappingProxyType[str, bool]:
    """Called by Sphinx."""
    app.connect("html-page-context", isolate_arabic)
    app.connect("build-finished", write_schema)
    app.connect("build-finished", check_local_links)
    return MappingProxyType({"parallel_read_safe": True})
