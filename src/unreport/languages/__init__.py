"""What is known about each language: one literal a file, no code."""
