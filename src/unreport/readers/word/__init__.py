"""What the Word reader is made of: parts, styles, numbering, runs, notes, tables -> lines."""
