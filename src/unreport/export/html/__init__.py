"""HTML pages of a report: to read it, to check it beside its printed pages, for notebooks."""

from unreport.export.html.page import to_html

__all__ = ["to_html"]
