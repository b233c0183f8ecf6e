"""The syntax of PDF files: tokens, values and indirect objects (ISO 32000-1, 7.2 and 7.3)."""
