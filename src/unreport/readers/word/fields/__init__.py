"""Fields of WordprocessingML (ECMA-376 part 1, 17.16)."""
