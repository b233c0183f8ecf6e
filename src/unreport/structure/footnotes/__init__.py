"""Footnotes: their texts split from the lines, and their calls found in the text."""
