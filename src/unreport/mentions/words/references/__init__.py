"""One module of data for each language: the words around citations, and the names of treaties."""
