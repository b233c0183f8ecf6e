"""Page furniture: running heads, page feet, job numbers, page numbers, rules, contents lists."""
