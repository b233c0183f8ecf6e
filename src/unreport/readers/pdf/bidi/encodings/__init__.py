"""The text of glyphs: ToUnicode, the embedded font program, and what decides between them."""
