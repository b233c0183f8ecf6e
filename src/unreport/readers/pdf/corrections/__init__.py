"""Text that a whole document corrects: characters of another language, places of marks."""
