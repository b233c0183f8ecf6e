"""The order of the glyphs in the content stream, and what proves the logical order of a row."""
