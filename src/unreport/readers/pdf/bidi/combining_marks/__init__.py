"""Marks and the letters that they are on, where glyphs or their texts part or repeat them."""
