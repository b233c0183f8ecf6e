"""The language versions of a document side by side: nodes, sentences, and what they say apart."""
