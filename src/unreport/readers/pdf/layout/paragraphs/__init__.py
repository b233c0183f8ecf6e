"""Paragraphs: margins and alignment of lines, where paragraphs break, how their lines end."""
