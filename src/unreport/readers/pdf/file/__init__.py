"""From the bytes of a PDF to glyphs: file structure, fonts, content streams (ISO 32000)."""
