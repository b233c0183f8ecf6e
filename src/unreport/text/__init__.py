"""Characters normalised, folded for matching, numerals read; nothing here knows a language."""
