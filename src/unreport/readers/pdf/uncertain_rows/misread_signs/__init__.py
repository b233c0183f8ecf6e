"""Signs, digits and letters that fonts give for other ones, by their place in a row."""
