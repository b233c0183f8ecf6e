"""The masthead: its lines split from the text, their roles and the fields read from them."""
