"""Rows and columns that may have been read in the wrong order, by their sentences."""
