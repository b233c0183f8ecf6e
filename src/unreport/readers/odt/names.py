"""XML namespaces of OpenDocument."""

from __future__ import annotations

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_BASE}office:1.0}}"
TEXT = f"{{{_BASE}text:1.0}}"
TABLE = f"{{{_BASE}table:1.0}}"
STYLE = f"{{{_BASE}style:1.0}}"
DRAW = f"{{{_BASE}drawing:1.0}}"
CHART = f"{{{_BASE}chart:1.0}}"
FORM = f"{{{_BASE}form:1.0}}"
FO = f"{{{_BASE}xsl-fo-compatible:1.0}}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
FIELD = "{urn:openoffice:names:experimental:ooxml-odf-interop:xmlns:field:1.0}"
HREF = "{http://www.w3.org/1999/xlink}href"
