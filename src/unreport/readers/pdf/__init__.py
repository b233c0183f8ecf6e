"""What the PDF reader is made of: glyphs, rows, logical text, lines."""
