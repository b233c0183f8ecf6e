"""What may be wrong with the text of a PDF: letters unaccounted for, scans, damage."""
