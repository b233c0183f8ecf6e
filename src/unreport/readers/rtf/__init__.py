"""The reader of Rich Text Format (RTF specification 1.9.1)."""
