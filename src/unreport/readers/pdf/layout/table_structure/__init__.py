"""Table structure: what divides the rows and the columns of a table, and where it ends."""
