"""From rows to lines: page layout analysis, tables, running heads, reading order, paragraphs."""
