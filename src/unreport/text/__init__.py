"""Character normalization, folding for matching, numbering systems; independent of language."""
