"""Rows that cannot be right, or need not be: by their words, signs, numbers, dates and fonts."""
