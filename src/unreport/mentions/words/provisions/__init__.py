"""One module of data for each language: the verbs of decisions and recommendations."""
