"""Reports that belong together: a series of addenda, and the language versions of a document."""
