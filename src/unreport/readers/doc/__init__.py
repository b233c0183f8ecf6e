"""The reader of Word 97-2003 files (.doc)."""
