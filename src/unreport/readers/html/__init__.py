"""What the reader of web pages is made of: what elements say, and their text as lines."""
