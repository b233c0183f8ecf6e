"""The documentation's site: Sphinx, since it fails on a broken reference and reads docstrings.

Furo is its theme (readable at any width, light and dark) and MyST its Markdown.  MkDocs was the
other choice: its Material theme is no longer developed, and the successor is not stable yet.
"""

import json
import re
from pathlib import Path
from types import MappingProxyType

from docutils import nodes
from sphinx.application import Sphinx

import unreport

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


def setup(app: Sphinx) -> MappingProxyType[str, bool]:
    """Called by Sphinx."""
    app.connect("html-page-context", isolate_arabic)
    app.connect("build-finished", write_schema)
    return MappingProxyType({"parallel_read_safe": True})
