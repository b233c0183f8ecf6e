"""Doubts about the layout of a page: rows, columns and cells that may stand otherwise."""
