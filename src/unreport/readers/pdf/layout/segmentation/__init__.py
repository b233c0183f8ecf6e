"""Segments of a page before they have regions: justified lines, drop caps, line numbers."""
