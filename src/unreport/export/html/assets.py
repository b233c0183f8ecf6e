"""The style sheets and scripts of the pages, which are files of the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def asset(name: str) -> str:
    """The text of a file beside this module: `page.css`.

    >>> asset("page.css").startswith(":root")
    True
    """
    return (files("unreport.export.html") / name).read_text(encoding="utf-8")
