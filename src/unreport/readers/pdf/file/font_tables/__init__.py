"""What the tables of a font say of its glyphs: ToUnicode CMaps, outlines."""
