"""The readers of Word files: WordprocessingML, and .doc and RTF by external libraries."""
