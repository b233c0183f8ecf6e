"""From glyphs to logical text: glyph clusters, rows, the inverse of the bidi algorithm (UAX #9)."""
