"""HTML pages of a report: to read it, to check it beside its printed pages, for notebooks."""
