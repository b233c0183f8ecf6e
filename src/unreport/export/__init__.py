"""A report as JSON, Markdown, HTML and tables."""
