"""What Word files draw: text boxes, WordArt, charts and diagrams (ECMA-376 part 1, 20 and 21)."""
