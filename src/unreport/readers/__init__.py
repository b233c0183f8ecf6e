"""From bytes to a document: one function per format."""
