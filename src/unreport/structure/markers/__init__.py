"""Markers: what numbers or letters headings, paragraphs and items, read at the head of a line."""
