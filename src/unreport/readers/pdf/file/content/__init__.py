"""Content streams read by one pattern; irregular ones are left to pdfminer's interpreter."""
