"""Segments of a page before they have regions: drop caps, line numbers, gutters and the like."""
