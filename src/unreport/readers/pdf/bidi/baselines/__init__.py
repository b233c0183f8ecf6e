"""Rows: the glyph clusters of one baseline, and the gaps that separate their words."""
