"""Tables of a page: their rows, cells and leading."""
