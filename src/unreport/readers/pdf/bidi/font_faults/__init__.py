"""Fonts whose text is not what they draw, by the words, years and digits of the document."""
